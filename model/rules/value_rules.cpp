#include "model/rules/value_rules.h"

#include "model/base/text.h"
#include "model/rules/day_orders.h"

namespace model {

namespace {

using namespace std::chrono;

constexpr Date first_possible_day = 1900y / January / 1;
constexpr Date for_ever = 9999y / December / 31; ///< how papers write that they do not expire
constexpr years far_away{100};

std::optional<Finding> is_not_endless(const FieldDef& field, const Value& value)
{
    const auto* held = std::get_if<std::string>(&value);
    const auto& text = held ? *held : to_text(value);
    const auto longest = static_cast<std::size_t>(longest_text(field));
    if (text.size() <= longest) // in bytes, which are no fewer
        return std::nullopt;
    const auto length = to_utf32(text).size();
    if (length <= longest)
        return std::nullopt;
    return Finding{.rule = "D04",
        .field = field.name,
        .message = {msgid("At most {1} characters fit here, and these are {2}: shorten it, or see "
                          "whether something else was pasted along"),
            {std::to_string(longest), std::to_string(length)}}};
}

/// Points are taken off, and an adjustment takes back a count.
bool is_of_points(const EntityDef& def)
{
    return def.name == "ledger_entry" || def.name == "score";
}

std::optional<Finding> is_no_debt(const EntityDef& def, const FieldDef& field, const Value& value)
{
    if (is_of_points(def))
        return std::nullopt;
    const auto* number = std::get_if<std::int64_t>(&value);
    const auto* decimal = std::get_if<Decimal>(&value);
    if ((!number || *number >= 0) && (!decimal || decimal->units >= 0))
        return std::nullopt;
    return Finding{.rule = "D05",
        .field = field.name,
        .message = {msgid("This number cannot be less than zero")}};
}

std::optional<Finding> is_a_likely_day(const FieldDef& field, Date day, Date today)
{
    if (day < first_possible_day)
        return Finding{.rule = "D07",
            .field = field.name,
            .message = {
                msgid("{1} is too long ago for any record here: correct the year"), {to_iso(day)}}};
    if (field.past && day > today)
        return Finding{.rule = "D06",
            .level = Level::warn,
            .field = field.name,
            .message = {msgid("{1} is still to come: correct the day, or fill it in when it is "
                              "there"),
                {to_iso(day)}}};
    if (day > today + far_away && day != for_ever)
        return Finding{.rule = "D07",
            .level = Level::warn,
            .field = field.name,
            .message = {
                msgid("{1} is more than a hundred years away: correct the year"), {to_iso(day)}}};
    return std::nullopt;
}

std::optional<Finding> finding_on(
    const EntityDef& def, const FieldDef& field, const Value& value, Date today)
{
    if (field.type == Type::text || field.type == Type::set)
        return is_not_endless(field, value);
    if (const auto* day = std::get_if<Date>(&value))
        return is_a_likely_day(field, *day, today);
    return is_no_debt(def, field, value);
}

const Date* day_in(const Record& record, std::string_view field)
{
    const auto at = record.def->index_of(field);
    return at < record.values.size() ? std::get_if<Date>(&record.values[at]) : nullptr;
}

std::optional<Finding> is_in_order(const Record& record, const DayOrder& order)
{
    const auto* first = day_in(record, order.first);
    if (!first && !order.or_first.empty())
        first = day_in(record, order.or_first);
    const auto* last = day_in(record, order.last);
    if (!first || !last || *first <= *last)
        return std::nullopt;
    return Finding{.rule = order.rule, .field = order.last, .message = {order.message}};
}

} // namespace

Findings check_values(const Record& record, Date today)
{
    Findings findings;
    for (std::size_t i = 0; const auto& field : record.def->fields) {
        const auto& value = record.values[i++];
        if (is_empty(value))
            continue;
        if (auto finding = finding_on(*record.def, field, value, today))
            findings.push_back(std::move(*finding));
    }
    for (const auto& order : day_orders())
        if (order.entity == record.def->name)
            if (auto finding = is_in_order(record, order))
                findings.push_back(std::move(*finding));
    return findings;
}

} // namespace model
