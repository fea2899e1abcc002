#pragma once

#include "model/schema/entity.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace model {

/// How a personal value looks that is not to be read whole; none: it is read whole.
using Masking = std::function<std::string(const FieldDef&, const Value&)>;

/// What the search index holds of a record, ready for its three columns.
struct IndexedText {
    std::string title;
    std::string other;
    std::string words;
};

IndexedText indexed(const Record& record);

/// What was typed to be searched for: words parted by white space, each of which a record has to
/// hold. Characters, letters and digits are found within any text; names also by pinyin, whole or
/// by initials or mixed ("zhangguishan", "zgs", "zhanggs", "张gs"). Case and width of letters do
/// not matter. Of personal values only numbers are found: a phone number whole or by its last four
/// digits or more, a longer one (an ID number) whole or by its last four and by nothing between, so
/// that nobody gets at the rest by trying.
class SearchWords {
public:
    explicit SearchWords(const std::string& typed);

    bool empty() const { return words_.empty(); }

    /// Conditions of FTS5, the best first: that the title is what was typed, that its initials are,
    /// that it begins with the first word, that the words are anywhere. They let more through than
    /// is right: matched() decides. Empty where there is nothing the index could know.
    std::vector<std::string> conditions() const;

    /// The field in which the record has the first word, if it has all of them. Of personal values
    /// that are masked only the end that the mask leaves is found.
    const FieldDef* matched(const Record& record, const Masking& masked = {}) const;

private:
    std::vector<std::u32string> words_;
};

} // namespace model
