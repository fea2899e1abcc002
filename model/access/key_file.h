#pragma once

#include "model/access/sealed_pair.h"
#include "model/base/error.h"
#include "model/base/files.h"
#include "model/base/random.h"
#include "model/base/uuid.h"
#include "model/store/data_key.h"
#include "model/store/record_store.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// What was typed opens nothing: another's name, or not his passphrase.
class WrongPassphrase : public Error {
public:
    using Error::Error;
};

/// FILE.keys beside FILE: the data key once per account, wrapped with a key made from the account's
/// passphrase, or sealed to the pair of keys that the passphrase opens in every file of the
/// account's office (entities/credential.h). It holds no secret in the clear and travels in every
/// backup. With a pair in it, it is of a format that older programs refuse to touch.
///
/// A passphrase is the bytes that were typed, without white space at both ends (it cannot be seen
/// and would lock people out) and without any other normalisation; it must not be empty.
class KeyFile {
public:
    struct Unlocked {
        DataKey key;
        Uuid account;
        std::string name;

        /// Of a slot without a pair: what makes one for the same passphrase.
        std::optional<Stretched> stretched = {};
    };

    /// "hall.db.keys" for "hall.db".
    static std::string path_of(const std::string& data_file);

    /// Throws Error with the remedy if the key file is missing, damaged or of a newer version.
    static KeyFile load(Files& files, const std::string& data_file);
    void save(Files& files, const std::string& data_file) const;

    /// Throws Error if the passphrase is empty or the account, by id or name, is there already.
    void add_slot(const Account& account, std::string_view passphrase, const DataKey& key,
        Random& random, PassphraseCost cost = {});

    /// Opens the slot of the account of that name; an empty name means the only account, besides
    /// those that have come from elsewhere. Throws WrongPassphrase on a wrong passphrase or an
    /// unknown name, UsageError for no name where there are several accounts.
    Unlocked unlock(std::string_view name, std::string_view passphrase) const;

    /// The same for the account of that id, whatever it is called by now.
    Unlocked unlock_account(const Uuid& account, std::string_view passphrase) const;

    /// The account's slot anew, or its first one; for whoever manages the accounts and has the key.
    /// Throws Error if the passphrase is empty or another account has the name.
    void put_slot(const Account& account, std::string_view passphrase, const DataKey& key,
        Random& random, PassphraseCost cost = {});

    /// Seals the data key to the pair of that account, instead of whatever slot it had. One that
    /// was not here before `has_come` from elsewhere, and is not meant where no name is given.
    /// Throws Error where the pair is none, or another account has the name.
    void put_pair(
        const Account& account, const SealedPair& pair, const DataKey& key, bool has_come = false);

    /// The pair of the account's slot; nullopt for a slot of this file alone, and for none.
    std::optional<SealedPair> pair_of(const Uuid& account) const;

    bool has(const Uuid& account) const;

    /// Throws as unlock does on the old passphrase, as add_slot on the new one.
    void change_passphrase(std::string_view name, std::string_view old_passphrase,
        std::string_view new_passphrase, Random& random, PassphraseCost cost = {});

    /// Throws Error if there is no such account or it is the last.
    void remove_slot(const Uuid& account);

    std::vector<Account> accounts() const;

    /// The one that unlock() means by that name, if it does.
    std::optional<Account> account_called(std::string_view name) const;

private:
    struct Slot {
        Account account;
        PassphraseCost cost;
        std::array<std::uint8_t, 16> salt{};
        std::array<std::uint8_t, 24> nonce{};
        std::array<std::uint8_t, 48> wrapped{};

        struct Pair {
            SealedPair pair;
            SealedKey sealed{};
            bool has_come = false;
        };
        std::optional<Pair> pair = {}; ///< instead of all that stands before it
    };

    friend struct KeyFileText;

    const Slot* find_slot(std::string_view name) const;
    const Slot* find_slot(const Uuid& account) const;
    void expect_own_name(const Account& account) const;
    void put(Slot slot);
    const Slot& slot_of(std::string_view name) const;
    static Unlocked open(const Slot& slot, std::string_view passphrase);
    static Slot wrap(const Account& account, std::string_view passphrase, const DataKey& key,
        Random& random, PassphraseCost cost);

    std::vector<Slot> slots_;
};

} // namespace model
