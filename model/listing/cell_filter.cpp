#include "model/listing/cell_filter.h"

#include "model/base/text.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

bool is_ordered(const FieldDef& field)
{
    return field.type == Type::integer || field.type == Type::decimal || field.type == Type::date
        || field.type == Type::month || field.type == Type::time_of_day;
}

bool is_number(const FieldDef& field)
{
    return field.type == Type::integer || field.type == Type::decimal;
}

bool is_day_or_month(const FieldDef& field)
{
    return field.type == Type::date || field.type == Type::month;
}

/// "2026年1月5日", "2026/1/5", "20260105" as the file writes them: "2026-01-05"; a year or a month
/// alone likewise. Empty for what is none of these.
std::string iso_beginning(std::string_view typed)
{
    std::vector<std::string> parts(1);
    for (const char c : typed) {
        if (c >= '0' && c <= '9')
            parts.back() += c;
        else if (!parts.back().empty())
            parts.emplace_back();
    }
    std::erase(parts, "");
    if (parts.size() == 1 && (parts[0].size() == 6 || parts[0].size() == 8)) {
        const auto run = parts[0];
        parts = {run.substr(0, 4), run.substr(4, 2)};
        if (run.size() == 8)
            parts.push_back(run.substr(6));
    }
    if (parts.empty() || parts.size() > 3 || parts[0].size() != 4)
        return {};
    auto iso = parts[0];
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (parts[i].size() > 2)
            return {};
        iso += (parts[i].size() == 1 ? "-0" : "-") + parts[i];
    }
    return iso;
}

template <class T>
bool holds_order(Compare compare, const T& left, const T& right)
{
    switch (compare) {
    case Compare::equal:
        return left == right;
    case Compare::unequal:
        return left != right;
    case Compare::less:
        return left < right;
    case Compare::at_most:
        return left <= right;
    case Compare::greater:
        return left > right;
    case Compare::at_least:
        return left >= right;
    case Compare::contains:
        break;
    }
    return false;
}

/// Whether the set has the word as a code, or as one of the words it is shown by.
bool holds_word(const Set& set, std::string_view shown, const std::string& word)
{
    const std::string mark = "、";
    const auto all = mark + std::string(shown) + mark;
    return std::ranges::find(set, word) != set.end()
        || all.find(mark + folded(word) + mark) != std::string::npos;
}

/// The comparison a text begins with, and how long its sign is.
std::pair<std::optional<Compare>, std::size_t> sign_at_front(std::string_view text)
{
    if (text.starts_with("<>"))
        return {Compare::unequal, 2};
    for (const std::size_t length : {std::size_t{2}, std::size_t{1}})
        if (text.size() >= length)
            if (const auto compare = parse_compare(text.substr(0, length)))
                return {compare, length};
    return {std::nullopt, 0};
}

} // namespace

CellFilter::CellFilter(const FieldDef& field, std::string_view typed) : field_(field)
{
    if (const auto text = trimmed(half_width(typed)); !text.empty())
        read(text);
    if (!understood_)
        kind_ = Kind::blank;
}

std::int64_t CellFilter::number(const Value& value)
{
    if (const auto* flag = std::get_if<bool>(&value))
        return *flag ? 1 : 0;
    if (const auto* decimal = std::get_if<Decimal>(&value))
        return decimal->units;
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole ? *whole : 0;
}

void CellFilter::read(std::string_view text)
{
    const auto [compare, length] = sign_at_front(text);
    const auto dots = text.find("..");
    if (!compare && dots != std::string::npos && is_ordered(field_))
        return read_range(text, dots);
    text_ = trimmed(text.substr(length));
    compare_ = compare.value_or(Compare::contains);
    if (compare_ == Compare::contains) {
        text_ = folded(text_);
        kind_ = text_.empty() ? Kind::blank : Kind::words;
    } else if (text_.empty()) {
        understood_ = compare_ == Compare::equal || compare_ == Compare::unequal;
        if (understood_)
            kind_ = compare_ == Compare::equal ? Kind::empty : Kind::filled;
    } else {
        kind_ = Kind::compare;
        understood_ = is_readable(text_);
        if (is_day_or_month(field_) && understood_)
            text_ = iso_beginning(text_);
    }
}

void CellFilter::read_range(std::string_view text, std::size_t dots)
{
    text_ = trimmed(text.substr(0, dots));
    last_ = trimmed(text.substr(dots + 2));
    const auto is_end = [&](const auto& end) { return end.empty() || is_readable(end); };
    understood_ = is_end(text_) && is_end(last_) && !(text_.empty() && last_.empty());
    if (!understood_)
        return;
    kind_ = Kind::range;
    if (is_day_or_month(field_)) {
        text_ = iso_beginning(text_);
        last_ = iso_beginning(last_);
    }
}

bool CellFilter::is_readable(const std::string& text) const
{
    if (is_day_or_month(field_))
        return !iso_beginning(text).empty();
    return !is_number(field_) || parse_value(field_.type, text, field_.scale).has_value();
}

bool CellFilter::holds(
    Compare compare, const std::string& bound, const Value& value, std::string_view shown) const
{
    if (is_empty(value))
        return compare == Compare::unequal;
    if (is_number(field_)) {
        const auto wanted = parse_value(field_.type, bound, field_.scale);
        return holds_order(compare, number(value), number(*wanted));
    }
    if (is_day_or_month(field_)) // as far as it was typed: all days of 2026-01 equal "2026-01"
        return holds_order(compare, to_text(value).substr(0, bound.size()), bound);
    if (field_.type == Type::set && (compare == Compare::equal || compare == Compare::unequal))
        return holds_word(std::get<Set>(value), shown, bound) == (compare == Compare::equal);
    const bool is_code = field_.type == Type::choice && to_text(value) == bound;
    if (is_code && (compare == Compare::equal || compare == Compare::unequal))
        return compare == Compare::equal;
    return holds_order(compare, std::string(shown), folded(bound));
}

bool CellFilter::passes(const Value& value, std::string_view shown) const
{
    switch (kind_) {
    case Kind::blank:
        return true;
    case Kind::words:
        return shown.find(text_) != std::string_view::npos;
    case Kind::filled:
        return !is_empty(value);
    case Kind::empty:
        return is_empty(value);
    case Kind::compare:
        return holds(compare_, text_, value, shown);
    case Kind::range:
        return (text_.empty() || holds(Compare::at_least, text_, value, shown))
            && (last_.empty() || holds(Compare::at_most, last_, value, shown));
    }
    return true;
}

} // namespace model
