#include "model/access/key_file.h"

#include "model/access/key_file_text.h"
#include "model/base/error.h"
#include "model/base/text.h"

#include <algorithm>
#include <sodium.h>

namespace model {

namespace {

std::string names_of(const std::vector<Account>& accounts)
{
    std::vector<std::string> names;
    for (const auto& account : accounts)
        names.push_back(account.name);
    return join(names, "、");
}

void check_new_passphrase(std::string_view passphrase)
{
    if (trimmed(passphrase).empty())
        throw Error({msgid("A passphrase must not be empty")});
}

} // namespace

std::string KeyFile::path_of(const std::string& data_file)
{
    return data_file + ".keys";
}

KeyFile KeyFile::load(Files& files, const std::string& data_file)
{
    const auto path = path_of(data_file);
    const auto text = files.read(path);
    if (!text)
        throw Error({msgid("The key file {1} is missing: put it back from a backup, or use the "
                           "recovery key (hallctl --db {2} recover --key KEY)"),
            {path, data_file}});
    KeyFile keys;
    switch (KeyFileText::read(*text, keys)) {
    case KeyFileText::Trouble::none:
        return keys;
    case KeyFileText::Trouble::newer:
        throw Error({msgid("The key file {1} was written by a newer version of this program: "
                           "please update it"),
            {path}});
    case KeyFileText::Trouble::damaged:
        break;
    }
    throw Error({msgid("The key file {1} is damaged: put it back from a backup, or use the "
                       "recovery key (hallctl --db {2} recover --key KEY)"),
        {path, data_file}});
}

void KeyFile::save(Files& files, const std::string& data_file) const
{
    files.write(path_of(data_file), KeyFileText::write(*this), Readers::owner);
}

KeyFile::Slot KeyFile::wrap(const Account& account, std::string_view passphrase, const DataKey& key,
    Random& random, PassphraseCost cost)
{
    const auto with = stretch(passphrase, random, cost);
    Slot slot{account, with.cost, with.salt};
    random.fill(slot.nonce);
    // Bound to the account, so that a slot cannot be passed off as another's.
    crypto_aead_xchacha20poly1305_ietf_encrypt(slot.wrapped.data(), nullptr, key.bytes.data(),
        key.bytes.size(), account.id.bytes.data(), account.id.bytes.size(), nullptr,
        slot.nonce.data(), with.key.bytes.data());
    return slot;
}

void KeyFile::add_slot(const Account& account, std::string_view passphrase, const DataKey& key,
    Random& random, PassphraseCost cost)
{
    check_new_passphrase(passphrase);
    for (const auto& slot : slots_)
        if (slot.account.id == account.id || folded(slot.account.name) == folded(account.name))
            throw Error({msgid("There is an account {1} already"), {account.name}});
    slots_.push_back(wrap(account, passphrase, key, random, cost));
}

void KeyFile::put_slot(const Account& account, std::string_view passphrase, const DataKey& key,
    Random& random, PassphraseCost cost)
{
    check_new_passphrase(passphrase);
    expect_own_name(account);
    put(wrap(account, passphrase, key, random, cost));
}

void KeyFile::put_pair(
    const Account& account, const SealedPair& pair, const DataKey& key, bool has_come)
{
    expect_own_name(account);
    const auto* was = find_slot(account.id);
    const auto sealed = sealed_to(pair, key);
    if (!sealed)
        throw Error(
            {msgid("What came as the passphrase of {1} is none: set it anew"), {account.name}});
    put({.account = account,
        .pair =
            Slot::Pair{pair, *sealed, has_come && (!was || (was->pair && was->pair->has_come))}});
}

void KeyFile::expect_own_name(const Account& account) const
{
    for (const auto& slot : slots_)
        if (slot.account.id != account.id && folded(slot.account.name) == folded(account.name))
            throw Error({msgid("There is an account {1} already"), {account.name}});
}

void KeyFile::put(Slot slot)
{
    const auto at =
        std::ranges::find(slots_, slot.account.id, [](const Slot& s) { return s.account.id; });
    if (at == slots_.end())
        slots_.push_back(std::move(slot));
    else
        *at = std::move(slot);
}

std::optional<SealedPair> KeyFile::pair_of(const Uuid& account) const
{
    const auto* slot = find_slot(account);
    return slot && slot->pair ? std::optional(slot->pair->pair) : std::nullopt;
}

bool KeyFile::has(const Uuid& account) const
{
    return find_slot(account) != nullptr;
}

const KeyFile::Slot* KeyFile::find_slot(const Uuid& account) const
{
    const auto at =
        std::ranges::find(slots_, account, [](const Slot& slot) { return slot.account.id; });
    return at == slots_.end() ? nullptr : &*at;
}

const KeyFile::Slot* KeyFile::find_slot(std::string_view name) const
{
    const auto wanted = folded(name);
    const auto is_meant = [&](const Slot& slot) {
        return wanted.empty() ? !slot.pair || !slot.pair->has_come
                              : folded(slot.account.name) == wanted;
    };
    if (wanted.empty() && slots_.size() == 1)
        return slots_.data();
    if (wanted.empty() && std::ranges::count_if(slots_, is_meant) != 1)
        return nullptr;
    const auto at = std::ranges::find_if(slots_, is_meant);
    return at == slots_.end() ? nullptr : &*at;
}

const KeyFile::Slot& KeyFile::slot_of(std::string_view name) const
{
    if (const auto* slot = find_slot(name))
        return *slot;
    if (folded(name).empty())
        throw UsageError({msgid("Several people open this file ({1}): say with --user who you are"),
            {names_of(accounts())}});
    throw WrongPassphrase(
        {msgid("This file has no account {1}, or it is locked or has left: check the name, or ask "
               "whoever manages the accounts"),
            {std::string(name)}});
}

std::optional<Account> KeyFile::account_called(std::string_view name) const
{
    const auto* slot = find_slot(name);
    return slot ? std::optional(slot->account) : std::nullopt;
}

KeyFile::Unlocked KeyFile::unlock(std::string_view name, std::string_view passphrase) const
{
    return open(slot_of(name), passphrase);
}

KeyFile::Unlocked KeyFile::unlock_account(const Uuid& account, std::string_view passphrase) const
{
    const auto* slot = find_slot(account);
    if (!slot)
        throw WrongPassphrase(
            {msgid("This file has no account {1}: check the name"), {account.text()}});
    return open(*slot, passphrase);
}

KeyFile::Unlocked KeyFile::open(const Slot& slot, std::string_view passphrase)
{
    Unlocked unlocked{{}, slot.account.id, slot.account.name};
    const WrongPassphrase wrong(
        {msgid("The passphrase of {1} is not right: try again, or use the recovery key"),
            {slot.account.name}});
    if (slot.pair) {
        const auto key =
            open_sealed(slot.account.id, slot.pair->pair, slot.pair->sealed, passphrase);
        if (!key)
            throw wrong;
        unlocked.key = *key;
        return unlocked;
    }
    unlocked.stretched = stretch(passphrase, slot.salt, slot.cost);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(unlocked.key.bytes.data(), nullptr, nullptr,
            slot.wrapped.data(), slot.wrapped.size(), slot.account.id.bytes.data(),
            slot.account.id.bytes.size(), slot.nonce.data(), unlocked.stretched->key.bytes.data())
        != 0)
        throw wrong;
    return unlocked;
}

void KeyFile::change_passphrase(std::string_view name, std::string_view old_passphrase,
    std::string_view new_passphrase, Random& random, PassphraseCost cost)
{
    check_new_passphrase(new_passphrase);
    const auto open = unlock(name, old_passphrase);
    const Account account{open.account, open.name};
    put(wrap(account, new_passphrase, open.key, random, cost));
}

void KeyFile::remove_slot(const Uuid& account)
{
    const auto at =
        std::ranges::find(slots_, account, [](const Slot& slot) { return slot.account.id; });
    if (at == slots_.end())
        throw Error({msgid("This file has no account {1}: check the name"), {account.text()}});
    if (slots_.size() == 1)
        throw Error({msgid("The last account stays: without it nobody could open the file")});
    slots_.erase(at);
}

std::vector<Account> KeyFile::accounts() const
{
    std::vector<Account> found;
    for (const auto& slot : slots_)
        found.push_back(slot.account);
    return found;
}

} // namespace model
