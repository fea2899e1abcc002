#include "model/rules/item_rules.h"

#include "model/base/codes.h"
#include "model/base/text.h"
#include "model/rules/division_codes.h"
#include "model/rules/item_kinds.h"
#include "model/rules/limits.h"
#include "model/rules/source_texts.h"
#include "model/rules/still_open.h"

#include <algorithm>

namespace model {

namespace {

/// Provinces shape their codes differently, so only what no province writes is doubted.
constexpr std::size_t longest_code = 64;
constexpr std::size_t national_code = 31; // credit code, level, basic code
constexpr std::size_t credit_code = 18;

bool has_plain_characters(std::string_view code)
{
    return std::ranges::all_of(code, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || c == '-' || c == '_' || c == '.';
    });
}

std::optional<Finding> code_has_a_shape(const Item& item, const Context&)
{
    const bool is_odd = item.code.size() > longest_code || !has_plain_characters(item.code);
    const auto begin = std::string_view(item.code).substr(0, credit_code);
    const bool is_foreign = item.code.size() == national_code && !is_credit_code(begin)
        && !is_credit_code(normal_credit_code(begin));
    if (!is_odd && !is_foreign)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "code",
        .message = {is_odd
                ? msgid("Item codes are letters, digits and hyphens, at most 64: compare "
                        "it with the catalog")
                : msgid("An item code of 31 characters begins with the credit code of "
                        "whoever handles it, and this one does not: compare it with the "
                        "catalog")}};
}

std::optional<Finding> code_is_of_one_item(const Item& item, const Context& context)
{
    if (item.code.empty())
        return std::nullopt;
    const auto other = context.lookup.another(def_of<Item>(), "code", item.code, item.id);
    if (!other)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "code",
        .message = {msgid("\"{1}\" has the same item code: if both are one item, keep one of the "
                          "two records"),
            {other->title()}}};
}

std::optional<Finding> promise_keeps_the_legal_limit(const Item& item, const Context&)
{
    if (!item.promised_days || !item.legal_days || item.promised_unit != item.legal_unit
        || *item.promised_days <= *item.legal_days)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "promised_days",
        .message = {msgid("The promised limit ({1}) is longer than the legal one ({2})"),
            {std::to_string(*item.promised_days), std::to_string(*item.legal_days)}}};
}

std::optional<Finding> done_at_once_is_done_at_once(const Item& item, const Context& context)
{
    const auto unit = item.promised_unit.value_or(TimeUnit::working_day);
    if (item.handling != Handling::instant || !item.promised_days || unit == TimeUnit::hour)
        return std::nullopt;
    const auto limit = limit_on("instant_working_days", context);
    if (!limit)
        return std::nullopt;
    if (unit != TimeUnit::month && *item.promised_days <= limit->value)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "promised_days",
        .message = {msgid("What is done at once is promised within {1} working day at most: change "
                          "the limit or the kind of handling"),
            {std::to_string(limit->value)}},
        .source = limit->source};
}

std::optional<Finding> long_licence_has_a_basis(const Item& item, const Context& context)
{
    if (item.type != ItemType::licence || item.legal_unit != TimeUnit::working_day
        || !item.legal_days || !item.basis.empty())
        return std::nullopt;
    const auto limit = limit_on("licence_working_days", context);
    if (!limit || *item.legal_days <= limit->value)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "legal_days",
        .message = {msgid("A licence takes at most {1} working days unless a law says otherwise: "
                          "fill in the legal basis of the longer limit"),
            {std::to_string(limit->value)}},
        .source = limit->source};
}

std::optional<Finding> stationing_is_decided(const Item& item, const Context& context)
{
    const auto stationing = item.stationing.value_or(Stationing::undecided);
    if (stationing != Stationing::undecided || !is_in_force(item, context.today)
        || !is_upon_application(item))
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "stationing",
        .message = {msgid("It is not decided whether this item is handled at the hall: station it, "
                          "or give the reason why not")}};
}

/// Off the negative list everything is stationed, so the list says why as well as the item itself.
std::optional<Finding> staying_away_has_a_reason(const Item& item, const Context& context)
{
    if (item.stationing != Stationing::not_stationed || item.not_stationed_reason
        || is_on_the_negative_list(item.id, context))
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "not_stationed_reason",
        .message = {msgid("The item is neither stationed nor on the list of what is not, and no "
                          "reason is given: station it, or give the reason")}};
}

std::optional<Finding> staying_away_is_approved(const Item& item, const Context&)
{
    if (item.stationing != Stationing::not_stationed || !item.approval_document.empty())
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "approval_document",
        .message = {msgid("The document that approved keeping the item out of the hall is still "
                          "missing")}};
}

std::optional<Finding> is_not_on_both_lists(const Item& item, const Context&)
{
    if (item.stationing != Stationing::stationed || !item.not_stationed_reason)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "not_stationed_reason",
        .message = {msgid("The item is stationed and yet has a reason for not stationing: take one "
                          "of the two away")}};
}

std::optional<Finding> state_agrees_with_the_cancelling(const Item& item, const Context& context)
{
    if (!item.cancelled || *item.cancelled >= context.today || !item.state
        || item.state == ItemState::cancelled)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "state",
        .message = {msgid("The item was cancelled on {1}, and its state does not say so: set it to "
                          "cancelled, or clear the day"),
            {to_iso(*item.cancelled)}},
        .due = item.cancelled};
}

/// Items of the whole country have a code of nothing but zeros.
std::optional<Finding> division_is_one(const Item& item, const Context&)
{
    if (item.region.find_first_not_of('0') == std::string::npos)
        return std::nullopt;
    return division_finding("region", item.region);
}

/// Catalogs fill in credit codes, organisation codes and numbers of their own systems; words are
/// none of these.
std::optional<Finding> implementer_code_is_one(const Item& item, const Context&)
{
    const auto& written = item.implementer_code;
    if (written.size() == credit_code
            ? is_credit_code(written)
            : written.size() <= longest_code && has_plain_characters(written))
        return std::nullopt; // as most are, before it is put into its normal form
    const auto code = normal_credit_code(written);
    if (code.size() > longest_code || !has_plain_characters(code))
        return Finding{.field = "implementer_code",
            .message = {
                msgid("An implementer code is letters, digits and hyphens, such as a credit "
                      "code: compare it with the catalog")}};
    if (code.size() != credit_code || is_credit_code(code))
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "implementer_code",
        .message = {msgid("The characters of this credit code do not fit each other: compare it "
                          "with the certificate of whoever handles the item")}};
}

constexpr std::array rules{
    Rule<Item>{"I01", code_has_a_shape},
    Rule<Item>{"I02", code_is_of_one_item},
    Rule<Item>{"I03", promise_keeps_the_legal_limit},
    Rule<Item>{"I04", done_at_once_is_done_at_once},
    Rule<Item>{"I05", long_licence_has_a_basis},
    Rule<Item>{"I06", stationing_is_decided, sources::items_enter_the_hall},
    Rule<Item>{"I07", staying_away_has_a_reason, sources::items_enter_the_hall},
    Rule<Item>{"I08", staying_away_is_approved},
    Rule<Item>{"I09", is_not_on_both_lists},
    Rule<Item>{"I12", division_is_one},
    Rule<Item>{"I13", implementer_code_is_one},
    Rule<Item>{"I14", state_agrees_with_the_cancelling},
};

} // namespace

Findings check_rules(const Item& item, const Context& context)
{
    return apply(rules, item, context);
}

} // namespace model
