#pragma once

#include "model/rules/finding.h"

#include <string>
#include <vector>

namespace model {

/// A line of one of our own lists of figures: a key, what it stands for, and whence and since when.
struct DatedLine {
    std::string_view key;
    std::string_view value;
    std::string_view unit; ///< empty where the list has no such column
    Source source;

    std::int64_t number() const;
};

/// The lines of "key,value,[unit,]document,article,since". The lists hold no quotation marks: each
/// comma parts two cells. std::logic_error for a line of another shape.
std::vector<DatedLine> read_dated_lines(std::string_view asset);

/// The newest line of that key that binds by `today`, or nullptr.
const DatedLine* newest(const std::vector<DatedLine>& lines, std::string_view key, Date today);

/// Nothing where the line names no document.
std::optional<Source> source_of(const DatedLine& line);

} // namespace model
