#pragma once

#include "model/store/columns.h"
#include "model/store/filter_terms.h"

namespace model {

/// What was typed into the cell under a column's head:
///
///   公安          holds these words, without regard to case, width and blanks
///   =在岗  !=在岗  is that value, is another one
///   =  !=         is empty, is filled
///   >=2026  <5  2026-01..2026-03  10..
///                 a date, number or text from or up to there; of a date, a year or month will do
///
/// Text that cannot be read so (">" alone, "<x" of a number) is not understood.
class CellFilter {
public:
    CellFilter(const FieldDef& field, std::string_view typed);

    bool is_understood() const { return understood_; }

    /// Whether every cell passes.
    bool is_blank() const { return kind_ == Kind::blank; }

    /// For words: what to look for in folded text.
    bool asks_for_words() const { return kind_ == Kind::words; }
    const std::string& words() const { return text_; }

    /// Whether a value passes that is shown as `shown`, which folded() made.
    bool passes(const Value& value, std::string_view shown) const;

    /// A number, a flag or the whole part of a decimal's smallest places, to be compared.
    static std::int64_t number(const Value& value);

private:
    enum class Kind { blank, words, filled, empty, compare, range };

    void read(std::string_view text);
    void read_range(std::string_view text, std::size_t dots);
    bool is_readable(const std::string& text) const;
    bool holds(Compare compare, const std::string& bound, const Value& value,
        std::string_view shown) const;

    const FieldDef& field_;
    Kind kind_ = Kind::blank;
    Compare compare_ = Compare::contains;
    std::string text_;
    std::string last_; ///< of a range
    bool understood_ = true;
};

} // namespace model
