#include "app/cli/account_command.h"

#include "app/cli/account_list.h"
#include "model/access/account_passphrase.h"
#include "model/access/accounts.h"
#include "model/access/credentials.h"
#include "model/access/hand_over.h"
#include "model/access/passphrase.h"
#include "model/access/sign_in.h"
#include "model/base/text.h"
#include "model/entities/person.h"
#include "model/entities/place.h"
#include "model/entities/unit.h"
#include "model/exchange/typed_date.h"
#include "model/store/audit.h"
#include "model/store/own_accounts.h"

#include <Poco/Environment.h>

#include <algorithm>
#include <array>

namespace app {

namespace {

using model::Error;
using model::msgid;
using model::UsageError;

/// The file's accounts, and the keys that open it.
struct Office {
    explicit Office(Call& call)
        : keys(model::KeyFile::load(call.world().files, data_file(call.line())))
        , accounts(call.editor(), keys.accounts())
    {
        accounts.must_manage();
    }

    /// Does the work in the data file and writes the keys, both or neither.
    template <class Work>
    void with_both(Call& call, Work work)
    {
        model::KeysChange change(call.store(), call.world().files, data_file(call.line()));
        work(change.keys);
        change.commit();
        keys = change.keys;
    }

    model::KeyFile keys;
    model::Accounts accounts;
};

std::string name_operand(Call& call)
{
    if (call.line().operands.size() < 2 || model::trimmed(call.operand(1)).empty())
        throw UsageError({msgid("Say which account: hallctl account {1} NAME"), {call.operand(0)}});
    return model::trimmed(call.operand(1));
}

model::Uuid id_in(const model::KeyFile& keys, const std::string& name)
{
    for (const auto& account : keys.accounts())
        if (account.name == name)
            return account.id;
    throw Error({msgid("This file has no account {1}: check the name"), {name}});
}

std::string asked_secret(Call& call)
{
    auto secret = new_passphrase({new_passphrase_variable}, call.text(msgid("New passphrase: ")),
        call.text(msgid("The same again: ")));
    model::expect_hard_to_guess(secret);
    return secret;
}

/// In the audit log.
void note(Call& call, const char* what, const std::string& account)
{
    model::Audit(call.store())
        .note({.what = what,
            .who = call.session().account(),
            .detail = {msgid("Account {1}"), {account}}});
}

void must_be_done(Call& call, const model::Outcome& outcome)
{
    call.note(model::def_of<model::User>(), outcome.findings);
    if (!outcome.done)
        throw Error({msgid("Nothing was changed: see above")});
}

/// The new account as its options describe it.
model::User wished(Call& call, const std::string& name)
{
    const auto& line = call.line();
    model::User user;
    user.name = name;
    user.state = model::UserState::active;
    user.roles = line.has("role") ? model::roles_from(line.value("role"), call.translate())
                                  : model::Accounts::usual_roles(call.store().self());
    if (line.has("person"))
        user.person = call.record(model::def_of<model::Person>(), line.value("person"));
    if (line.has("place"))
        user.place = call.record(model::def_of<model::Place>(), line.value("place"));
    if (line.has("unit"))
        user.unit = call.record(model::def_of<model::Unit>(), line.value("unit"));
    return user;
}

void add(Call& call)
{
    const auto name = name_operand(call);
    const auto key = call.opened().key;
    Office office(call);
    for (const auto& account : office.keys.accounts())
        if (model::folded(account.name) == model::folded(name))
            throw Error({msgid("There is an account {1} already"), {name}});
    const auto secret = asked_secret(call);
    const auto wish = wished(call, name);
    office.with_both(call, [&](model::KeyFile& keys) {
        const auto outcome = office.accounts.add(wish);
        must_be_done(call, outcome);
        model::give_passphrase(
            call.store(), keys, {outcome.id, name}, secret, key, call.session().account());
        // The data file is told too, for the day when the key file is lost.
        if (keys.has(outcome.id))
            model::add_own_account(call.store(), {outcome.id, name});
        note(call, model::audited::account_added, name);
    });
    print_accounts(call, office.keys, office.accounts.all());
}

/// Shuts the account out of this file; its record ends where there is one.
void remove(Call& call)
{
    const auto name = name_operand(call);
    Office office(call);
    const auto id = id_in(office.keys, name);
    office.with_both(call, [&](model::KeyFile& keys) {
        keys.remove_slot(id);
        const auto users = office.accounts.all();
        if (std::ranges::find(users, id, &model::User::id) != users.end())
            must_be_done(
                call, office.accounts.leave(id, call.store().today(), call.line().value("reason")));
        model::remove_own_account(call.store(), id);
        note(call, model::audited::account_removed, name);
    });
    print_accounts(call, office.keys, office.accounts.all());
}

model::Date day_of_change(Call& call)
{
    if (!call.line().has("on"))
        return call.store().today();
    const auto& typed = call.line().value("on");
    const auto day = model::parse_typed_date(typed, call.store().today());
    if (!day)
        throw UsageError({msgid("“{1}” is not a date: write it like 2026-01-31"), {typed}});
    return *day;
}

/// One goes, one comes: until the day of the change both open the file.
void hand_over(Call& call)
{
    const auto name = name_operand(call);
    const auto next_name = model::trimmed(call.line().value("to"));
    if (next_name.empty())
        throw UsageError(
            {msgid("Say who takes the post over: hallctl account hand-over OLD --to NAME")});
    const auto on = day_of_change(call);
    const auto key = call.opened().key;
    Office office(call);
    model::HandOver wish{
        .old = office.accounts.named(name), .on = on, .reason = call.line().value("reason")};
    wish.next.name = next_name;
    if (call.line().has("person"))
        wish.next.person = call.record(model::def_of<model::Person>(), call.line().value("person"));
    wish.passphrase = asked_secret(call);
    auto& files = call.world().files;
    const auto path = data_file(call.line());
    must_be_done(call, model::hand_over(call.editor(), files, path, key, wish));
    office.keys = model::KeyFile::load(files, path);
    print_accounts(call, office.keys, office.accounts.all());
}

void change(Call& call)
{
    const auto name = name_operand(call);
    const auto& what = call.operand(0);
    if (what == "role" && call.line().operands.size() < 3)
        throw UsageError({msgid("Say what the account works as: hallctl account role NAME ROLES")});
    Office office(call);
    const auto id = office.accounts.named(name).id;
    must_be_done(call,
        what == "role"
            ? office.accounts.set_roles(id, model::roles_from(call.operand(2), call.translate()))
            : what == "lock" ? office.accounts.lock(id)
                             : office.accounts.unlock(id));
    print_accounts(call, office.keys, office.accounts.all());
}

/// Whether the file can be opened without asking for anything.
bool opens_by_itself(Call& call, const model::KeyFile& keys)
{
    if (!Poco::Environment::has(passphrase_variable))
        return false;
    auto& world = call.world();
    try {
        model::sign_in(world.files, world.clock, data_file(call.line()), keys,
            call.line().value("user"), Poco::Environment::get(passphrase_variable),
            model::SignInBy::command_line);
    } catch (const Error&) {
        return false; // the names alone need no passphrase
    }
    return true;
}

/// What they work as stands in the file: told where it can be opened without asking.
void list(Call& call)
{
    const auto keys = model::KeyFile::load(call.world().files, data_file(call.line()));
    print_accounts(call, keys,
        opens_by_itself(call, keys) ? model::Accounts(call.editor()).all()
                                    : std::vector<model::User>{});
}

/// The one the file knows by that name; one that its key file alone knows, else.
model::Account account_meant(Call& call, Office& office, const std::string& name)
{
    const auto& def = model::def_of<model::User>();
    if (call.store().where(def, "name", model::Value{name}).empty())
        if (const auto opener = office.keys.account_called(name))
            return *opener;
    const auto user = office.accounts.named(name);
    return {user.id, user.name};
}

/// Somebody else's, set by whoever manages the accounts.
void set_passphrase(Call& call, const std::string& name)
{
    Office office(call);
    const auto account = account_meant(call, office, name);
    model::must_set_passphrase_of(call.editor(), account.id); // before it is asked for
    const auto secret = asked_secret(call);
    auto& files = call.world().files;
    const auto path = data_file(call.line());
    model::set_passphrase_of(call.editor(), files, path, call.opened().key, account, secret);
    office.keys = model::KeyFile::load(files, path);
    if (!call.json() && !office.keys.has(account.id))
        call.note(call.text({msgid("{1} opens the files of its own office with the new passphrase "
                                   "after their next sync, and not this one"),
            {account.name}}));
    print_accounts(call, office.keys, office.accounts.all());
}

void passphrase_change(Call& call)
{
    const auto& open = call.opened();
    if (call.line().operands.size() > 1)
        if (const auto name = name_operand(call); model::folded(name) != model::folded(open.name))
            return set_passphrase(call, name);
    const auto path = data_file(call.line());
    auto& world = call.world();
    const auto secret = asked_secret(call);
    Session session(world, path, open.key, {open.account, open.name});
    model::KeysChange change(session.store, world.files, path);
    model::give_passphrase(
        session.store, change.keys, {open.account, open.name}, secret, open.key, session.account());
    model::Audit(session.store)
        .note({.what = model::audited::passphrase, .who = session.account()});
    change.commit();
    print_accounts(call, change.keys, {});
}

struct Verb {
    std::string_view name;
    std::size_t most; ///< operands, itself included
    void (*run)(Call& call);
};

constexpr std::array verbs{
    Verb{"list", 1, list},
    Verb{"add", 2, add},
    Verb{"role", 3, change},
    Verb{"lock", 2, change},
    Verb{"unlock", 2, change},
    Verb{"remove", 2, remove},
    Verb{"hand-over", 2, hand_over},
    Verb{"passphrase", 2, passphrase_change},
};

} // namespace

Exit account(Call& call)
{
    const auto& what = call.operand(0);
    const auto verb = std::ranges::find(verbs, what, &Verb::name);
    if (verb == verbs.end())
        throw UsageError({msgid("account takes list, add, role, lock, unlock, remove, hand-over or "
                                "passphrase, not “{1}”"),
            {what}});
    if (call.line().operands.size() > verb->most && verb->most == 1)
        throw UsageError(
            {msgid("account {1} takes no name: leave out “{2}”"), {what, call.operand(1)}});
    if (call.line().operands.size() > verb->most)
        throw UsageError({msgid("account {1} does not take “{2}”: roles are parted by commas, "
                                "without blanks"),
            {what, call.operand(verb->most)}});
    verb->run(call);
    return Exit::done;
}

} // namespace app
