#include "model/commands/grants.h"

#include "model/entities/user.h"
#include "model/store/own_accounts.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

/// What decides what an account may do, and how long.
constexpr std::array<std::string_view, 6> grants{"roles", "place", "unit", "state", "from", "to"};

bool is_founder(const Record* user)
{
    return user && has_all_duties(from_record<User>(*user).roles);
}

std::vector<std::string_view> changed_grants(const Record* before, const Record& after)
{
    std::vector<std::string_view> changed;
    for (const auto field : grants)
        if (before ? (*before)[field] != after[field] : !is_empty(after[field]))
            changed.push_back(field);
    return changed;
}

/// Whether the account ends with this: that gives nobody more, and whoever hands a post over does
/// it last.
bool is_left(const Record& before, const Record& after)
{
    const auto now = from_record<User>(after);
    return now.state == UserState::left && now.to
        && std::ranges::all_of(changed_grants(&before, after),
            [](auto field) { return field == "state" || field == "to"; });
}

/// Whether the record names a place that is here and lies there.
bool lies_in(RecordStore& store, const Record& user, const Region& region)
{
    const auto there = region_of(store, from_record<User>(user));
    return there && region.contains(*there);
}

Finding refusal(std::string_view field, Message why)
{
    return {.rule = "rights", .field = field, .message = std::move(why)};
}

/// A lower office cares for accounts at its own places, and for those of its whole office.
std::optional<Finding> beyond_office(
    RecordStore& store, const Region& office, const Record* before, const Record& after, bool found)
{
    const bool was_placed = before && !is_empty((*before)["place"]);
    const bool is_placed = !is_empty(after["place"]);
    const bool leaves = (was_placed && (!is_placed || !lies_in(store, *before, office)))
        || (is_placed && !lies_in(store, after, office));
    if (leaves)
        return refusal(
            "place", {msgid("This account is at a place of another office, which manages it")});
    if (found && was_placed)
        return refusal("roles",
            {msgid("An account with a place does not become founder: only one of the whole office "
                   "does")});
    return std::nullopt;
}

/// Without a place it would go on lying where it was: its office's is named instead.
std::optional<Finding> loses_place(RecordStore& store, const Record& before, const Record& after)
{
    if (is_empty(before["place"]) || !is_empty(after["place"]))
        return std::nullopt;
    const auto was = region_of(store, from_record<User>(before));
    if (!was || !is_below_county(was->first))
        return std::nullopt;
    return refusal("place",
        {msgid("Without a place the account would stay with that lower office: where it moves to "
               "the county, choose the hall as its place")});
}

bool manages(const User& user)
{
    return std::ranges::any_of(user.roles, [](const std::string& role) {
        return RoleRights::ours().where(role, Action::accounts, nullptr)
            == RoleRights::Where::everywhere;
    });
}

Managed manages_how(RecordStore& store, const User& user, const Uuid& lost_place)
{
    const bool is_active = user.state.value_or(UserState::active) == UserState::active;
    if (!manages(user) || !is_active || (user.to && *user.to < store.today()))
        return Managed::by_nobody;
    if (user.place) {
        const auto there = *user.place == lost_place ? nowhere : region_of(store, user).value();
        const auto office = Region::of(store.self().region);
        if (!office || !there.contains(*office))
            return Managed::by_nobody;
    }
    return user.to ? Managed::for_a_time : Managed::for_good;
}

} // namespace

Findings check_grants(RecordStore& store, const Permission& who,
    const std::optional<Region>& office, const Record* before, const Record& after)
{
    if (after.def->id != def_of<User>().id || who.is_program())
        return {};
    const auto changed = changed_grants(before, after);
    if (changed.empty())
        return {};
    if (before && after.id == who.account() && !who.may_everything() && !is_left(*before, after))
        return {refusal(changed.front(),
            {msgid("Nobody changes what his own account may do: somebody else who manages "
                   "accounts does")})};
    if ((is_founder(before) || is_founder(&after)) && !who.has_all_duties())
        return {refusal(
            "roles", {msgid("Only a founder makes founders, or changes what a founder may do")})};
    Findings findings;
    if (const auto& region = who.region())
        if (!lies_in(store, after, *region) || (before && !lies_in(store, *before, *region)))
            findings.push_back(refusal("place",
                {msgid("The account {1} manages accounts at its own place alone"), {who.name()}}));
    const bool founds = is_founder(&after) && !is_founder(before);
    if (office && findings.empty())
        if (auto beyond = beyond_office(store, *office, before, after, founds))
            findings.push_back(std::move(*beyond));
    if (!office && before && findings.empty())
        if (auto lost = loses_place(store, *before, after))
            findings.push_back(std::move(*lost));
    return findings;
}

std::optional<Message> why_no_passphrase(RecordStore& store, const Permission& who,
    const std::optional<Region>& office, const Record& user)
{
    if (who.is_program() || user.id == who.account())
        return std::nullopt;
    if (!who.may(Action::accounts))
        return who.why_not(Action::accounts);
    if (is_founder(&user) && !who.has_all_duties())
        return Message{msgid("Only a founder sets the passphrase of a founder")};
    const auto& region = who.region();
    if (region && !lies_in(store, user, *region))
        return Message{
            msgid("The account {1} manages accounts at its own place alone"), {who.name()}};
    if (office && !is_empty(user["place"]) && !lies_in(store, user, *office))
        return Message{msgid("This account is at a place of another office, which manages it")};
    return std::nullopt;
}

Managed managed(RecordStore& store, std::span<const Record> instead, const Uuid& lost_place)
{
    if (!states_duties(store))
        return Managed::for_good;
    auto best = Managed::by_nobody;
    for (const auto& account : own_accounts(store)) {
        const auto changed = std::ranges::find(instead, account.id, &Record::id);
        const auto record = changed != instead.end() ? std::optional(*changed)
                                                     : store.find(def_of<User>(), account.id);
        if (record)
            best = std::max(best, manages_how(store, from_record<User>(*record), lost_place));
    }
    return best;
}

Findings check_manager_stays(
    RecordStore& store, std::span<const Record> instead, const Uuid& lost_place)
{
    const auto now = managed(store);
    if (now == Managed::by_nobody || managed(store, instead, lost_place) >= now)
        return {};
    const auto field = lost_place.is_nil() ? std::string_view("roles") : std::string_view{};
    return {refusal(field,
        {msgid("Nobody else of this file may manage accounts: let another account work as "
               "system administrator first")})};
}

Message why_no_deletion_of_account()
{
    return {msgid("An account is not deleted but ended, so that what it entered stays told: set "
                  "its state to left")};
}

Message why_no_undo_of_account(const std::string& name)
{
    return {msgid("What was changed at the account {1} is not taken back by undo: change it at the "
                  "account"),
        {name}};
}

} // namespace model
