#include "model/access/hand_over.h"

#include "model/access/accounts.h"
#include "model/access/credentials.h"
#include "model/access/passphrase.h"
#include "model/base/text.h"
#include "model/store/audit.h"
#include "model/store/own_accounts.h"
#include "model/store/references.h"

#include <algorithm>

namespace model {

namespace {

constexpr std::int64_t most_looked_at = 200; ///< records of a register: nobody has more duties

} // namespace

Outcome hand_over(Editor& editor, Files& files, const std::string& data_file, const DataKey& key,
    const HandOver& wish)
{
    auto& store = editor.store();
    expect_hard_to_guess(wish.passphrase);
    KeysChange change(store, files, data_file);
    auto& keys = change.keys;
    Accounts accounts(editor, keys.accounts());
    accounts.must_manage();
    for (const auto& account : keys.accounts())
        if (folded(account.name) == folded(wish.next.name))
            throw Error({msgid("There is an account {1} already"), {wish.next.name}});
    const auto outcome = accounts.hand_over(wish.old, wish.next, wish.on, wish.reason);
    if (!outcome.done)
        return outcome;
    const auto note = [&](const char* what, const std::string& account) {
        Audit(store).note(
            {.what = what, .who = editor.account(), .detail = {msgid("Account {1}"), {account}}});
    };
    give_passphrase(
        store, keys, {outcome.id, wish.next.name}, wish.passphrase, key, editor.account());
    if (wish.on <= store.today() && keys.has(wish.old.id)) {
        keys.remove_slot(wish.old.id);
        remove_own_account(store, wish.old.id);
        note(audited::account_removed, wish.old.name);
    }
    note(audited::account_added, wish.next.name);
    change.commit();
    return outcome;
}

std::vector<OpenDuty> open_duties(Editor& editor, const User& user)
{
    auto& store = editor.store();
    const auto permission = editor.permission();
    const SeenWhere seen = [&](const EntityDef& def) {
        return permission.extent(Action::see, def).condition(def);
    };
    std::vector<OpenDuty> duties;
    const auto add = [&](const Uuid& id) {
        for (const auto& by : referring_to(store, id, seen)) {
            if (by.def->id == def_of<User>().id || by.def->end.empty())
                continue;
            const auto records = records_referring(store, by, id, most_looked_at, seen);
            const auto open = std::ranges::count_if(
                records, [&](const Record& record) { return is_empty(record[by.def->end]); });
            if (open > 0)
                duties.push_back({by.def, open});
        }
    };
    add(user.id);
    if (user.person)
        add(*user.person);
    return duties;
}

} // namespace model
