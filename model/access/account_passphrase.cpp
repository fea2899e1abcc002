#include "model/access/account_passphrase.h"

#include "model/access/credentials.h"
#include "model/access/passphrase.h"
#include "model/access/tries.h"
#include "model/commands/require.h"
#include "model/store/audit.h"
#include "model/store/own_accounts.h"

namespace model {

void must_set_passphrase_of(Editor& editor, const Uuid& account)
{
    require(editor, Action::accounts);
    if (auto why = why_no_passphrase_here(editor.store(), editor.account(), account))
        throw Error(std::move(*why));
}

void set_passphrase_of(Editor& editor, Files& files, const std::string& data_file,
    const DataKey& key, const Account& account, const std::string& passphrase)
{
    must_set_passphrase_of(editor, account.id);
    expect_hard_to_guess(passphrase);
    auto& store = editor.store();
    KeysChange change(store, files, data_file);
    give_passphrase(store, change.keys, account, passphrase, key, editor.account());
    if (change.keys.has(account.id))
        add_own_account(store, account);
    Audit(store).note({.what = audited::passphrase,
        .who = editor.account(),
        .detail = {msgid("Account {1}"), {account.name}}});
    change.commit();
    Tries(files, store.clock(), data_file).forget(account.id);
}

} // namespace model
