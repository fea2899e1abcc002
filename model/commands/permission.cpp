#include "model/commands/permission.h"

#include "model/entities/place.h"
#include "model/entities/user.h"
#include "model/store/own_accounts.h"

#include <algorithm>

namespace model {

namespace {

/// The sentence for an account of that name.
const char* refusal(Action action)
{
    switch (action) {
    case Action::see:
        return msgid("The account {1} may not see this: ask whoever manages the accounts");
    case Action::enter:
        return msgid("The account {1} may not enter or change this: ask whoever manages the "
                     "accounts");
    case Action::reveal:
        return msgid("The account {1} may not read personal values whole: ask whoever manages the "
                     "accounts");
    case Action::confirm:
        return msgid("The account {1} may not confirm this: ask whoever manages the accounts");
    case Action::print:
        return msgid("The account {1} may not print this: ask whoever manages the accounts");
    case Action::export_out:
        return msgid("The account {1} may not export this: ask whoever manages the accounts");
    case Action::reopen:
        return msgid("The account {1} may not reopen this: ask whoever manages the accounts");
    case Action::accounts:
        return msgid("The account {1} may not manage accounts: the system administrator does");
    case Action::devices:
        return msgid("The account {1} may not manage computers: the system administrator does");
    case Action::backup:
        return msgid("The account {1} may not restore backups: the system administrator does");
    case Action::settings:
        return msgid("The account {1} may not change this setting: the system administrator does");
    case Action::log:
        return msgid("The account {1} may not read the audit log: the security auditor does");
    case Action::minimise:
        return msgid("The account {1} may not clean up personal information: the director or the "
                     "business section does");
    }
    return "";
}

/// Whether the duties of those who open this file are stated at all.
bool any_is_stated(RecordStore& store)
{
    return std::ranges::any_of(own_accounts(store),
        [&](const Account& account) { return store.find(def_of<User>(), account.id).has_value(); });
}

} // namespace

Permission::Permission(RecordStore& store, const Uuid& account)
{
    if (!store.catalog().find(def_of<User>().name))
        return;
    if (const auto record = store.find(def_of<User>(), account))
        take(store, *record);
    else
        all_ = !any_is_stated(store);
}

Permission Permission::at_county(RecordStore& store, const Uuid& account)
{
    Permission permission;
    if (const auto record = store.find(def_of<User>(), account))
        permission.take(store, *record);
    // Somebody who has left meanwhile entered it while he was there; devices are shut out by
    // themselves.
    permission.is_in_use_ = true;
    return permission;
}

void Permission::take(RecordStore& store, const Record& record)
{
    const auto user = from_record<User>(record);
    name_ = user.name;
    roles_ = user.roles;
    const bool is_over = user.to && *user.to < store.today();
    is_in_use_ = user.state.value_or(UserState::active) == UserState::active && !is_over;
    unit_ = user.unit.value_or(Uuid{});
    if (const auto place = user.place ? store.find(def_of<Place>(), *user.place) : std::nullopt)
        region_ = Region::of(from_record<Place>(*place).region);
    all_ = is_in_use_ && !region_ && std::ranges::any_of(roles_, [](const std::string& role) {
        return RoleRights::ours().duty(role) == Duty::all;
    });
}

bool Permission::may(
    Action action, const EntityDef& def, const Surroundings& where, bool personal) const
{
    if (all_)
        return true;
    // What the whole county reads is nowhere in particular: whose it is decides about it.
    const bool lies_there =
        !region_ || where.scope == county_wide || region_->contains(where.scope);
    if (!is_in_use_ || !lies_there)
        return false;
    return std::ranges::any_of(roles_, [&](const std::string& role) {
        const auto there = RoleRights::ours().where(role, action, &def, personal);
        return there == RoleRights::Where::everywhere
            || (there == RoleRights::Where::in_own_unit && !unit_.is_nil() && where.home == unit_);
    });
}

bool Permission::may_somewhere(Action action, const EntityDef& def) const
{
    return all_ || (is_in_use_ && std::ranges::any_of(roles_, [&](const std::string& role) {
        return RoleRights::ours().where(role, action, &def) != RoleRights::Where::nowhere;
    }));
}

bool Permission::may(Action action) const
{
    return all_ || (is_in_use_ && std::ranges::any_of(roles_, [&](const std::string& role) {
        return RoleRights::ours().where(role, action, nullptr) == RoleRights::Where::everywhere;
    }));
}

Message Permission::why_not(Action action) const
{
    if (name_.empty())
        return {msgid("This account has no duties in this file: ask whoever manages the accounts")};
    return {refusal(action), {name_}};
}

Message Permission::why_no_entry(const std::string& name)
{
    return {
        msgid("The account {1} is locked, or has left: ask whoever manages the accounts"), {name}};
}

} // namespace model
