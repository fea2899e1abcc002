#include "model/access/key_file.h"

#include "model/access/key_file_text.h"
#include "model/base/error.h"
#include "model/base/text.h"

#include <algorithm>
#include <sodium.h>

namespace model {

namespace {

/// A key that is wiped when it goes.
using WrappingKey = DataKey;

WrappingKey stretch(
    std::string_view passphrase, const std::array<std::uint8_t, 16>& salt, PassphraseCost cost)
{
    [[maybe_unused]] static const int ready = sodium_init();
    static_assert(crypto_pwhash_SALTBYTES == 16);
    WrappingKey key;
    const std::string typed = trimmed(passphrase);
    if (crypto_pwhash(key.bytes.data(), key.bytes.size(), typed.data(), typed.size(), salt.data(),
            cost.passes, cost.memory, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        throw Error({msgid("There is not enough memory to check the passphrase: close other "
                           "programs and try again")});
    return key;
}

std::string names_of(const std::vector<KeyFile::Account>& accounts)
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
    Slot slot{account, cost};
    random.fill(slot.salt);
    random.fill(slot.nonce);
    const auto with = stretch(passphrase, slot.salt, cost);
    // Bound to the account, so that a slot cannot be passed off as another's.
    crypto_aead_xchacha20poly1305_ietf_encrypt(slot.wrapped.data(), nullptr, key.bytes.data(),
        key.bytes.size(), account.id.bytes.data(), account.id.bytes.size(), nullptr,
        slot.nonce.data(), with.bytes.data());
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
    const auto at =
        std::ranges::find(slots_, account.id, [](const Slot& s) { return s.account.id; });
    if (at == slots_.end())
        return add_slot(account, passphrase, key, random, cost);
    check_new_passphrase(passphrase);
    for (const auto& slot : slots_)
        if (slot.account.id != account.id && folded(slot.account.name) == folded(account.name))
            throw Error({msgid("There is an account {1} already"), {account.name}});
    *at = wrap(account, passphrase, key, random, cost);
}

const KeyFile::Slot* KeyFile::find_slot(std::string_view name) const
{
    const auto wanted = folded(name);
    if (wanted.empty())
        return slots_.size() == 1 ? slots_.data() : nullptr;
    const auto at = std::ranges::find(
        slots_, wanted, [](const Slot& slot) { return folded(slot.account.name); });
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
        {msgid("This file has no account {1}: check the name"), {std::string(name)}});
}

std::optional<KeyFile::Account> KeyFile::account_called(std::string_view name) const
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
    const auto at =
        std::ranges::find(slots_, account, [](const Slot& slot) { return slot.account.id; });
    if (at == slots_.end())
        throw WrongPassphrase(
            {msgid("This file has no account {1}: check the name"), {account.text()}});
    return open(*at, passphrase);
}

KeyFile::Unlocked KeyFile::open(const Slot& slot, std::string_view passphrase)
{
    const auto with = stretch(passphrase, slot.salt, slot.cost);
    Unlocked unlocked{{}, slot.account.id, slot.account.name};
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(unlocked.key.bytes.data(), nullptr, nullptr,
            slot.wrapped.data(), slot.wrapped.size(), slot.account.id.bytes.data(),
            slot.account.id.bytes.size(), slot.nonce.data(), with.bytes.data())
        != 0)
        throw WrongPassphrase(
            {msgid("The passphrase of {1} is not right: try again, or use the recovery key"),
                {slot.account.name}});
    return unlocked;
}

void KeyFile::change_passphrase(std::string_view name, std::string_view old_passphrase,
    std::string_view new_passphrase, Random& random, PassphraseCost cost)
{
    check_new_passphrase(new_passphrase);
    const auto open = unlock(name, old_passphrase);
    const Account account{open.account, open.name};
    auto slot = wrap(account, new_passphrase, open.key, random, cost);
    *std::ranges::find(slots_, account.id, [](const Slot& s) { return s.account.id; }) =
        std::move(slot);
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

std::vector<KeyFile::Account> KeyFile::accounts() const
{
    std::vector<Account> found;
    for (const auto& slot : slots_)
        found.push_back(slot.account);
    return found;
}

} // namespace model
