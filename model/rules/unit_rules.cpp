#include "model/rules/unit_rules.h"

#include "model/base/codes.h"
#include "model/base/text.h"
#include "model/entities/authorisation.h"
#include "model/rules/item_kinds.h"
#include "model/rules/still_open.h"

#include <algorithm>

namespace model {

namespace {

/// Characters 9 to 17 of a credit code are the organisation code of GB 11714: eight characters and
/// a check character of its own.
char organisation_check_digit(std::string_view first8)
{
    constexpr int weights[] = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < first8.size(); ++i) {
        const char c = first8[i];
        sum += weights[i] * (c <= '9' ? c - '0' : c - 'A' + 10);
    }
    return "0X987654321"[sum % 11];
}

std::optional<Finding> credit_code_is_sound(const Unit& unit, const Context&)
{
    const auto code = normal_credit_code(unit.credit_code);
    if (code.empty() || is_credit_code(code))
        return std::nullopt;
    const auto length = to_utf32(code).size();
    if (length != 18)
        return Finding{.field = "credit_code",
            .message = {msgid("A credit code has 18 characters, this one has {1}: compare it with "
                              "the certificate"),
                {std::to_string(length)}}};
    return Finding{.field = "credit_code",
        .message = {
            msgid("The characters of the credit code do not fit each other: compare it with "
                  "the certificate (it never holds I, O, S, V or Z)")}};
}

std::optional<Finding> organisation_code_is_sound(const Unit& unit, const Context&)
{
    const auto code = normal_credit_code(unit.credit_code);
    if (!is_credit_code(code) || organisation_check_digit(code.substr(8, 8)) == code[16])
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "credit_code",
        .message = {msgid("The organisation code inside the credit code (characters 9 to 17) does "
                          "not fit its own check character: compare it with the certificate")}};
}

std::optional<Finding> credit_code_is_of_one_unit(const Unit& unit, const Context& context)
{
    if (unit.credit_code.empty())
        return std::nullopt;
    const auto other = context.lookup.another(
        def_of<Unit>(), "credit_code", normal_credit_code(unit.credit_code), unit.id);
    if (!other)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "credit_code",
        .message = {
            msgid(
                "{1} has the same credit code: if both are one unit, keep one of the two records"),
            {other->title()}}};
}

std::optional<Finding> name_is_of_one_unit(const Unit& unit, const Context& context)
{
    if (unit.name.empty() || !context.lookup.another(def_of<Unit>(), "name", unit.name, unit.id))
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "name",
        .message = {msgid("There is another unit called {1}: if both are one, keep one of the two "
                          "records"),
            {unit.name}}};
}

std::optional<Finding> phone_has_a_shape(const Unit& unit, const Context&)
{
    return phone_finding("phone", unit.phone);
}

std::optional<Finding> nobody_leads_himself(const Unit& unit, const Context& context)
{
    return circle_finding(def_of<Unit>(), unit.id, "parent", unit.parent, context);
}

std::optional<Finding> nothing_outlives_it(const Unit& unit, const Context& context)
{
    if (!is_over(unit.closed, context.today))
        return std::nullopt;
    const auto open = still_open("unit", unit.id, context);
    if (!open.any())
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "closed",
        .message = {msgid("The unit left the hall on {1}, but windows of it are open ({2}) and "
                          "people it sent are on duty ({3}): end these too, or give them to "
                          "another unit"),
            {to_iso(*unit.closed), std::to_string(open.windows), std::to_string(open.postings)}},
        .due = unit.closed};
}

/// Only a file that keeps the hall's windows keeps the authorisations of all units.
bool keeps_authorisations(const Context& context)
{
    return !context.lookup.may_lie_elsewhere(def_of<Authorisation>(), Uuid{});
}

bool has_something_stationed(const Uuid& unit, const Context& context)
{
    const auto items = context.lookup.where(def_of<Item>(), "unit", unit);
    return std::ranges::any_of(items, [&](const Record& record) {
        const auto item = from_record<Item>(record);
        return item.stationing == Stationing::stationed && is_in_force(item, context.today);
    });
}

/// A unit whose items are at the hall names who decides there (36号 chapter 4).
std::optional<Finding> somebody_decides_at_the_hall(const Unit& unit, const Context& context)
{
    if (is_over(unit.closed, context.today) || !keeps_authorisations(context))
        return std::nullopt;
    for (const auto& record : context.lookup.where(def_of<Authorisation>(), "unit", unit.id)) {
        const auto authorisation = from_record<Authorisation>(record);
        if (!is_over(authorisation.to, context.today))
            return std::nullopt;
    }
    return finding_if(has_something_stationed(unit.id, context), Level::remind, "name",
        {msgid("Items of the unit are at the hall, and no chief representative is authorised: "
               "enter the appointment and the authorisation")});
}

using namespace std::chrono;

constexpr Source credit_codes{"GB 32100-2015", "", 2015y / October / 1};

constexpr std::array rules{
    Rule<Unit>{"U01", credit_code_is_sound, credit_codes},
    Rule<Unit>{"U02", organisation_code_is_sound, Source{"GB 11714-1997", "", 1998y / January / 1}},
    Rule<Unit>{"U03", credit_code_is_of_one_unit, credit_codes},
    Rule<Unit>{"U04", name_is_of_one_unit},
    Rule<Unit>{"U05", phone_has_a_shape},
    Rule<Unit>{"U06", nobody_leads_himself},
    Rule<Unit>{"U07", nothing_outlives_it},
    Rule<Unit>{"U08", somebody_decides_at_the_hall},
};

} // namespace

Findings check_rules(const Unit& unit, const Context& context)
{
    return apply(rules, unit, context);
}

} // namespace model
