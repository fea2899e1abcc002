#include "model/access/recovery.h"

#include "model/access/accounts.h"
#include "model/access/backup_plan.h"
#include "model/access/credentials.h"
#include "model/access/key_file_text.h"
#include "model/access/passphrase.h"
#include "model/access/tries.h"
#include "model/base/text.h"
#include "model/entities/catalog.h"
#include "model/store/audit.h"
#include "model/store/own_accounts.h"

#include <algorithm>

namespace model {

namespace {

/// The usual advice for a wrong key, to look for the .keys file, is of no use to whoever has lost
/// it.
Database open_with(Files& files, Clock& clock, const std::string& path, const DataKey& key)
try {
    return {path, key, {.before_migration = backing_up(files, clock)}};
} catch (const StoreError& error) {
    if (error.message() != wrong_key_message(path))
        throw;
    throw Error({msgid("This recovery key does not open {1}: it is that of another data file; take "
                       "the key that was written down when this file was made"),
        {path}});
}

std::string names_of(const std::vector<Account>& accounts)
{
    std::vector<std::string> names;
    for (const auto& account : accounts)
        names.push_back(account.name);
    return join(names, "、");
}

} // namespace

Recovery::Recovery(
    Files& files, Clock& clock, Random& random, const std::string& path, const DataKey& key)
    : files_(files)
    , random_(random)
    , clock_(clock)
    , path_(path)
    , key_(key)
    , db_(open_with(files, clock, path, key))
    , store_(db_, hall_catalog(), clock, random)
{
    read_keys();
}

void Recovery::read_keys()
{
    keys_ = {};
    is_damaged_ = false;
    const auto name = KeyFile::path_of(path_);
    if (!files_.exists(name))
        return;
    switch (KeyFileText::read(files_.read(name).value_or(""), keys_)) {
    case KeyFileText::Trouble::none:
        break;
    case KeyFileText::Trouble::newer:
        KeyFile::load(files_, path_); // says so: accounts we cannot read would be lost
        break;
    case KeyFileText::Trouble::damaged:
        keys_ = {};
        is_damaged_ = true;
        break;
    }
}

void Recovery::put_damaged_aside()
{
    const auto name = KeyFile::path_of(path_);
    auto aside = name + ".damaged";
    for (int number = 2; files_.exists(aside); ++number)
        aside = name + ".damaged-" + std::to_string(number);
    files_.write(aside, files_.read(name).value_or(""), Readers::owner);
    put_aside_ = aside;
    is_damaged_ = false;
}

std::vector<Account> Recovery::accounts()
{
    auto known = keys_.accounts();
    return known.empty() ? own_accounts(store_) : known;
}

Account Recovery::account_named(const std::string& name)
{
    const auto known = accounts();
    if (!name.empty()) {
        const auto is_called_so = [&](const auto& account) {
            return folded(account.name) == folded(name);
        };
        if (const auto found = std::ranges::find_if(known, is_called_so); found != known.end())
            return *found;
        const auto own = own_accounts(store_);
        if (const auto found = std::ranges::find_if(own, is_called_so); found != own.end())
            return {found->id, found->name};
        return {Uuid::make(clock_, random_), name};
    }
    if (known.empty())
        throw UsageError(
            {msgid("This file does not tell who opens it: say your name with --user")});
    if (known.size() > 1)
        throw UsageError({msgid("Several people open this file ({1}): say with --user who you are"),
            {names_of(known)}});
    return known.front();
}

void Recovery::set_passphrase(const Account& account, const std::string& passphrase)
{
    expect_hard_to_guess(passphrase);
    Transaction transaction(store_.db());
    read_keys(); // others may have written them since
    auto keys = keys_;
    give_passphrase(store_, keys, account, passphrase, key_, account);
    if (is_damaged_)
        put_damaged_aside();
    keys.save(files_, path_);
    keys_ = std::move(keys);
    Tries(files_, clock_, path_).forget(account.id);
    add_own_account(store_, account);
    let_somebody_manage(store_, account);
    Audit(store_).note({.what = audited::recover,
        .who = account,
        .detail = {msgid("The recovery key opened the file and set a new passphrase for {1}"),
            {account.name}}});
    transaction.commit();
}

} // namespace model
