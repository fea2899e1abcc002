#include "model/commands/permission.h"

#include "model/base/hash.h"
#include "model/entities/attachment.h"
#include "model/entities/catalog.h"
#include "model/entities/place.h"
#include "model/store/own_accounts.h"

#include <algorithm>
#include <limits>

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

} // namespace

bool states_duties(RecordStore& store)
{
    return std::ranges::any_of(own_accounts(store), [&](const Account& account) {
        const auto found = store.find_any(account.id);
        return found && found->first.def->id == def_of<User>().id;
    });
}

bool has_all_duties(const Set& roles)
{
    return std::ranges::any_of(
        roles, [](const std::string& role) { return RoleRights::ours().duty(role) == Duty::all; });
}

std::optional<Region> region_of(RecordStore& store, const User& user)
{
    if (!user.place)
        return std::nullopt;
    const auto place = store.find(def_of<Place>(), *user.place);
    return place ? Region::of(from_record<Place>(*place).region).value_or(nowhere) : nowhere;
}

Permission::Permission(RecordStore& store, const Uuid& account) : account_(account)
{
    if (!store.catalog().find(def_of<User>().name))
        return;
    const auto found = store.find_any(account);
    if (found && found->first.def->id == def_of<User>().id)
        found->first.deleted ? take_deleted() : take(store, found->second);
    else
        all_ = !states_duties(store);
}

Permission Permission::at_county(RecordStore& store, const Uuid& account)
{
    Permission permission;
    permission.account_ = account;
    const auto found = store.find_any(account);
    if (!found || found->first.def->id != def_of<User>().id)
        return permission;
    if (found->first.deleted) {
        permission.take_deleted();
        return permission;
    }
    permission.take(store, found->second);
    // Somebody who has left meanwhile entered it while he was there; devices are shut out by
    // themselves.
    permission.is_in_use_ = true;
    return permission;
}

void Permission::take_deleted()
{
    all_ = false;
}

void Permission::take(RecordStore& store, const Record& record)
{
    const auto user = from_record<User>(record);
    name_ = user.name;
    roles_ = user.roles;
    const bool is_over = user.to && *user.to < store.today();
    is_in_use_ = user.state.value_or(UserState::active) == UserState::active && !is_over;
    unit_ = user.unit.value_or(Uuid{});
    region_ = region_of(store, user);
    all_ = is_in_use_ && !region_ && model::has_all_duties(roles_);
}

/// What belongs to records of any register belongs to restricted ones, too: it is for those alone
/// who may do so to these.
static std::optional<Region> part_of_any(const Set& roles, Action action, const EntityDef& def)
{
    if (!belongs_to_any(def))
        return std::nullopt;
    const auto may = [&](const EntityDef* restricted) {
        return restricted->reach != Reach::restricted
            || std::ranges::any_of(roles, [&](const std::string& role) {
                   return RoleRights::ours().where(role, action, restricted)
                       == RoleRights::Where::everywhere;
               });
    };
    if (std::ranges::all_of(hall_catalog().all(), may))
        return std::nullopt;
    return Region{county_wide + 1, std::numeric_limits<Scope>::max()};
}

bool Permission::has_all_duties() const
{
    return all_ || (is_in_use_ && model::has_all_duties(roles_));
}

bool Extent::holds(Scope scope, const Uuid& home) const
{
    // What the whole county reads is nowhere in particular: whose it is decides about it.
    const bool lies_there = !region || scope == county_wide || region->contains(scope);
    return !is_nothing && lies_there && (!unit || home == *unit);
}

std::string Extent::condition(const EntityDef& def) const
{
    if (is_everything())
        return {};
    if (is_nothing)
        return "0";
    std::string sql = "t.rid IN (SELECT rid FROM rec WHERE kind = " + std::to_string(def.id);
    if (region)
        sql += " AND (scope = " + std::to_string(county_wide) + " OR scope BETWEEN "
            + std::to_string(region->first) + " AND " + std::to_string(region->last) + ')';
    if (unit)
        sql += " AND home = x'"
            + to_hex({reinterpret_cast<const char*>(unit->bytes.data()), unit->bytes.size()})
            + '\'';
    return sql + ')';
}

Extent Permission::extent(Action action, const EntityDef& def, bool personal) const
{
    if (def.hidden && def.administrative && !is_program())
        return {.is_nothing = true};
    if (all_)
        return {};
    auto best = RoleRights::Where::nowhere;
    if (is_in_use_ && region_ != nowhere)
        for (const auto& role : roles_)
            best = std::max(best, RoleRights::ours().where(role, action, &def, personal));
    if (best == RoleRights::Where::nowhere
        || (best == RoleRights::Where::in_own_unit && unit_.is_nil()))
        return {.is_nothing = true};
    return {.region = region_ ? region_ : part_of_any(roles_, action, def),
        .unit = best == RoleRights::Where::in_own_unit ? std::optional(unit_) : std::nullopt};
}

bool Permission::reads_all_whole(const EntityDef& def) const
{
    const auto whole = extent(Action::reveal, def, true);
    return whole.is_everything() || (!whole.is_nothing && whole == extent(Action::see, def));
}

bool Permission::may(
    Action action, const EntityDef& def, const Surroundings& where, bool personal) const
{
    return extent(action, def, personal).holds(where.scope, where.home);
}

bool Permission::may_somewhere(Action action, const EntityDef& def) const
{
    return !extent(action, def).is_nothing;
}

bool Permission::may(Action action) const
{
    if (all_)
        return true;
    if (!is_in_use_ || region_ == nowhere)
        return false;
    return std::ranges::any_of(roles_, [&](const std::string& role) {
        return RoleRights::ours().where(role, action, nullptr) == RoleRights::Where::everywhere;
    });
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
