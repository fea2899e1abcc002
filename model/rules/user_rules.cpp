#include "model/rules/user_rules.h"

#include "model/rules/role_rights.h"

#include <algorithm>

namespace model {

namespace {

bool has(const User& user, std::string_view role)
{
    return std::ranges::find(user.roles, role) != user.roles.end();
}

bool is_in_use(const User& user, Date today)
{
    return user.state.value_or(UserState::active) == UserState::active && !is_over(user.to, today);
}

std::optional<Finding> works_as_something(const User& user, const Context&)
{
    if (!user.roles.empty())
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "roles",
        .message = {msgid("Nobody can work with an account that works as nothing: choose what the "
                          "person does")}};
}

std::optional<Finding> duties_are_apart(const User& user, const Context&)
{
    std::optional<Duty> first;
    for (const auto& role : user.roles) {
        const auto duty = RoleRights::ours().duty(role);
        if (!duty || *duty == Duty::all)
            continue;
        if (first && *first != *duty)
            return Finding{.field = "roles",
                .message = {msgid("System administration, security audit and the work itself are "
                                  "three people's: leave one of them, and make accounts for the "
                                  "others")}};
        first = duty;
    }
    return std::nullopt;
}

std::optional<Finding> founder_is_for_the_beginning(const User& user, const Context& context)
{
    // Somebody alone has nobody to share them with.
    const auto others = [&] {
        return context.lookup.another(def_of<User>(), "state", std::string("active"), user.id);
    };
    if (!has(user, "founder") || !is_in_use(user, context.today) || !others())
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "roles",
        .message = {msgid("This account unites all duties, as the first one of a file does: make "
                          "accounts for a system administrator and a security auditor, then let "
                          "it work as what the person does")}};
}

std::optional<Finding> name_is_of_one_account(const User& user, const Context& context)
{
    if (user.name.empty())
        return std::nullopt;
    const auto other = context.lookup.another(def_of<User>(), "name", user.name, user.id);
    if (!other)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "name",
        .message = {msgid("There is another account of this name: add a digit or the township, so "
                          "that nobody takes one for the other")}};
}

std::optional<Finding> liaison_has_a_unit(const User& user, const Context&)
{
    if (!has(user, "liaison") || user.unit)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "unit",
        .message = {msgid("A liaison needs the unit he works for: without it he can enter "
                          "nothing")}};
}

std::optional<Finding> left_account_says_so(const User& user, const Context& context)
{
    if (!is_over(user.to, context.today) || user.state == UserState::left)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "state",
        .message = {msgid("The account ended on {1}, and its state does not say so: set it to "
                          "left, or clear the day"),
            {to_iso(*user.to)}},
        .due = user.to};
}

constexpr std::array rules{
    Rule<User>{"A01", works_as_something},
    Rule<User>{"A02", duties_are_apart},
    Rule<User>{"A03", founder_is_for_the_beginning},
    Rule<User>{"A04", name_is_of_one_account},
    Rule<User>{"A05", liaison_has_a_unit},
    Rule<User>{"A06", left_account_says_so},
};

} // namespace

Findings check_rules(const User& user, const Context& context)
{
    return apply(rules, user, context);
}

} // namespace model
