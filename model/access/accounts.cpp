#include "model/access/accounts.h"

#include "model/access/new_office.h"
#include "model/base/text.h"
#include "model/commands/edit_check.h"
#include "model/commands/grants.h"
#include "model/commands/require.h"
#include "model/store/own_accounts.h"

#include <algorithm>

namespace model {

namespace {

const FieldDef& field_of(std::string_view name)
{
    return *def_of<User>().find(name);
}

std::vector<FieldEdit> filled(const Record& record)
{
    std::vector<FieldEdit> edits;
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!is_empty(record.values[i]))
            edits.push_back({&record.def->fields[i], record.values[i]});
    return edits;
}

} // namespace

Accounts::Accounts(Editor& editor, std::vector<Account> openers)
    : editor_(editor)
    , openers_(std::move(openers))
{
}

std::vector<User> Accounts::all()
{
    std::vector<User> users;
    for (const auto& record : editor_.store().select({.def = &def_of<User>(), .order = "name"}))
        users.push_back(from_record<User>(record));
    return users;
}

User Accounts::named(const std::string& name)
{
    const auto found = editor_.store().where(def_of<User>(), "name", Value{name});
    if (found.empty())
        throw Error({msgid("This file has no account {1}: check the name"), {name}});
    if (found.size() > 1)
        throw Error({msgid("Several accounts are called {1}: give one of them another name first"),
            {name}});
    return from_record<User>(found.front());
}

Set Accounts::usual_roles(const Self& self)
{
    constexpr std::size_t county = 6;
    constexpr std::size_t township = 9;
    if (self.region.size() == county)
        return {self.org.role == Role::unit ? "liaison" : "business"};
    return {self.region.size() == township ? "township_clerk" : "village_clerk"};
}

void Accounts::must_manage()
{
    require(editor_, Action::accounts);
}

/// Tells whether there was anything to state.
bool Accounts::state_duties()
{
    auto& store = editor_.store();
    if (states_duties(store))
        return false;
    auto all = own_accounts(store);
    all.push_back(editor_.account());
    all.insert(all.end(), openers_.begin(), openers_.end());
    for (const auto& account : all)
        if (!store.find(def_of<User>(), account.id))
            add_founder(store, account);
    return true;
}

/// What is refused leaves the file without duties as it was.
template <class Work>
Outcome Accounts::managing(Work work)
{
    must_manage();
    Transaction transaction(editor_.store().db());
    const bool is_first = state_duties();
    auto outcome = work();
    if (outcome.done || !is_first)
        transaction.commit();
    return outcome;
}

Outcome Accounts::add(const User& user)
{
    return managing([&] {
        if (!editor_.store().where(def_of<User>(), "name", Value{user.name}).empty())
            throw Error({msgid("There is an account {1} already"), {user.name}});
        return editor_.create(def_of<User>(), filled(to_record(user)), {.is_lasting = true});
    });
}

Outcome Accounts::set(const Uuid& account, std::string_view field, Value value)
{
    return managing([&] {
        const FieldEdit edit{&field_of(field), std::move(value)};
        return editor_.set(account, {&edit, 1});
    });
}

Outcome Accounts::set_roles(const Uuid& account, const Set& roles)
{
    return set(account, "roles", set_value(make_set(roles)));
}

Outcome Accounts::lock(const Uuid& account)
{
    return set(account, "state", std::string("locked"));
}

Outcome Accounts::unlock(const Uuid& account)
{
    return set(account, "state", std::string("active"));
}

Outcome Accounts::leave(const Uuid& account, Date on, const std::string& reason)
{
    return managing([&] { return editor_.end(account, on, reason); });
}

/// An account without a place lies at the office that made it, which is not always this one.
void Accounts::expect_same_office(const User& old, const Uuid& made)
{
    const auto was = editor_.store().find_any(old.id);
    const auto now = editor_.store().find_any(made);
    if (was && now
        && (was->first.scope != now->first.scope || was->first.home != now->first.home))
        throw Error({msgid("The account {1} is of another office, without a place: it is handed "
                           "over on that office's own computer"),
            {old.name}});
}

bool Accounts::opens_this_file(const Uuid& account)
{
    const auto is_it = [&](const Account& each) { return each.id == account; };
    return std::ranges::any_of(openers_, is_it)
        || std::ranges::any_of(own_accounts(editor_.store()), is_it);
}

Outcome Accounts::hand_over(const User& old, User next, Date on, const std::string& reason)
{
    must_manage();
    if (old.state == UserState::left)
        throw Error({msgid("The account {1} has left already"), {old.name}});
    next.roles = old.roles;
    next.place = old.place;
    next.unit = old.unit;
    next.state = UserState::active;
    next.from = on;
    Transaction transaction(editor_.store().db());
    auto made = add(next);
    if (!made.done)
        return made;
    expect_same_office(old, made.id);
    if (opens_this_file(old.id))
        add_own_account(editor_.store(), {made.id, next.name}); // may manage them from now on
    auto ended = leave(old.id, on, reason);
    if (!ended.done)
        return ended;
    transaction.commit();
    return made;
}

void let_somebody_manage(RecordStore& store, const Account& account)
{
    Transaction transaction(store.db());
    const auto found = store.find_any(account.id);
    if (managed(store) == Managed::by_nobody && !found)
        add_founder(store, account);
    else if (managed(store) == Managed::by_nobody) {
        auto founder = found->second;
        for (const auto* field : {"place", "unit", "to", "end_reason"})
            founder[field] = {};
        founder["roles"] = set_value({"founder"});
        founder["state"] = std::string("active");
        Batch batch(store,
            {.label = {msgid("Edit {1}"), {account.name}}, .account = account, .kind = "make"});
        if (found->first.deleted)
            batch.restore(account.id);
        batch.set(account.id, differences(found->second, founder));
        batch.commit();
    }
    transaction.commit();
}

Set roles_from(const std::string& words, const Translate& translate)
{
    std::vector<std::string> roles;
    for (const auto& part : split(words, ',')) {
        const auto word = trimmed(part);
        const auto role = std::ranges::find_if(user_roles, [&](const Choice& choice) {
            return word == choice.code || word == translate(choice.label) || word == choice.label;
        });
        if (role == user_roles.end()) {
            std::vector<std::string> names;
            for (const auto& choice : user_roles)
                names.push_back(translate(choice.label) + " (" + std::string(choice.code) + ')');
            throw UsageError(
                {msgid("There is no role “{1}”; the roles are {2}"), {word, join(names, "、")}});
        }
        roles.emplace_back(role->code);
    }
    return make_set(std::move(roles));
}

} // namespace model
