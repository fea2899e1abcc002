#pragma once

#include "model/base/error.h"
#include "model/base/files.h"
#include "model/base/random.h"
#include "model/base/uuid.h"
#include "model/store/data_key.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// How much work one guess at a passphrase is (Argon2id): passes over that many bytes of memory.
/// The default takes a third to half a second on an office PC; it is kept in each slot, so that a
/// later default reads older slots.
struct PassphraseCost {
    std::uint64_t passes = 3;
    std::uint64_t memory = 128ULL << 20U;

    bool operator==(const PassphraseCost&) const = default;
};

/// What was typed opens nothing: another's name, or not his passphrase.
class WrongPassphrase : public Error {
public:
    using Error::Error;
};

/// FILE.keys beside FILE: the data key, wrapped once per account with a key made from the account's
/// passphrase. It holds no secret in the clear and travels in every backup.
///
/// A passphrase is the bytes that were typed, without white space at both ends (it cannot be seen
/// and would lock people out) and without any other normalisation; it must not be empty.
class KeyFile {
public:
    struct Unlocked {
        DataKey key;
        Uuid account;
        std::string name;
    };

    struct Account {
        Uuid id;
        std::string name;
    };

    /// "hall.db.keys" for "hall.db".
    static std::string path_of(const std::string& data_file);

    /// Throws Error with the remedy if the key file is missing, damaged or of a newer version.
    static KeyFile load(Files& files, const std::string& data_file);
    void save(Files& files, const std::string& data_file) const;

    /// Throws Error if the passphrase is empty or the account, by id or name, is there already.
    void add_slot(const Account& account, std::string_view passphrase, const DataKey& key,
        Random& random, PassphraseCost cost = {});

    /// Opens the slot of the account of that name; an empty name means the only account. Throws
    /// WrongPassphrase on a wrong passphrase or an unknown name, UsageError for no name where there
    /// are several accounts.
    Unlocked unlock(std::string_view name, std::string_view passphrase) const;

    /// The same for the account of that id, whatever it is called by now.
    Unlocked unlock_account(const Uuid& account, std::string_view passphrase) const;

    /// The account's slot anew, or its first one; for whoever manages the accounts and has the key.
    /// Throws Error if the passphrase is empty or another account has the name.
    void put_slot(const Account& account, std::string_view passphrase, const DataKey& key,
        Random& random, PassphraseCost cost = {});

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
    };

    friend struct KeyFileText;

    const Slot* find_slot(std::string_view name) const;
    const Slot& slot_of(std::string_view name) const;
    static Unlocked open(const Slot& slot, std::string_view passphrase);
    static Slot wrap(const Account& account, std::string_view passphrase, const DataKey& key,
        Random& random, PassphraseCost cost);

    std::vector<Slot> slots_;
};

} // namespace model
