#pragma once

#include "model/base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace model {

/// A piece of a filter's text.
struct FilterWord {
    enum Kind { word, quoted, sign, end };
    Kind kind = end;
    std::string text; ///< of a quoted text what stands between the marks
    std::size_t at = 0;

    bool is(std::string_view which) const { return kind == sign && text == which; }
    bool is_keyword(std::string_view which) const; ///< and, or, not, in: in any case
};

/// Cuts the text of a filter into words, signs (= != < <= > >= ~ and brackets) and commas; the last
/// piece is the end. Throws UsageError for an open quotation mark and for a text beyond any sense.
std::vector<FilterWord> filter_words(std::string_view text);

/// What stands at that place of the text, shortened, for a sentence that quotes it.
std::string place_in(std::string_view text, std::size_t at);

} // namespace model
