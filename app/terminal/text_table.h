#pragma once

#include "model/base/clock.h"

#include <string>
#include <string_view>
#include <vector>

namespace app {

/// How many columns of a terminal the text takes: Chinese characters and full-width signs take two.
int cells(std::string_view utf8);

/// The text, cut to that many columns with … at the end where it is longer; line breaks become
/// blanks.
std::string cut(std::string_view utf8, int width);

/// The text with blanks behind it up to that many columns.
std::string padded(std::string text, int width);

/// The text in lines of at most that many columns, broken at blanks and between Chinese characters,
/// never before a closing sign. Line breaks of its own stay.
std::vector<std::string> wrapped(std::string_view utf8, int width);

/// "2026-01-31 09:30:00": a moment as clocks in China show it; empty for none.
std::string moment(model::Instant at);

/// Rows under heads, each column as wide as its widest text but never wider than `widest`; columns
/// without any text in their rows are left out.
class TextTable {
public:
    explicit TextTable(std::vector<std::string> heads, int widest = 40);

    void add(std::vector<std::string> row);
    bool empty() const { return rows_.empty(); }

    /// Every line ends with a line break and without blanks.
    std::string text() const;

private:
    std::vector<std::string> heads_;
    std::vector<std::vector<std::string>> rows_;
    int widest_;
};

} // namespace app
