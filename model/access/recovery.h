#pragma once

#include "model/access/key_file.h"
#include "model/store/record_store.h"

#include <string>
#include <vector>

namespace model {

/// A data file opened by its recovery key, because the passphrase or the key file is lost; it gets
/// a new passphrase for one of its accounts, whose history goes on.
class Recovery {
public:
    /// Opens the file as nobody yet. Throws Error where the key, though well typed, is another
    /// file's or the key file is of a newer version, and StoreError where the file fails.
    Recovery(
        Files& files, Clock& clock, Random& random, const std::string& path, const DataKey& key);

    /// Whose passphrase can be set anew: the accounts of the key file or, where that is lost, those
    /// whose file this is. Nobody else's, whatever edits came with a sync.
    std::vector<Account> accounts();

    /// Where set_passphrase() put the key file that cannot be read; empty where it can, or is gone.
    const std::string& put_aside() const { return put_aside_; }

    /// The account of that name, or the only one there is where it is empty; a name nobody has
    /// makes a new account. Throws UsageError where it stays open who is meant.
    Account account_named(const std::string& name);

    /// Gives the account that passphrase, makes it founder where nobody is left who may manage
    /// accounts, and writes the key file; one that cannot be read is put
    /// aside before. Throws Error where the passphrase is too easy to guess or the disk will not.
    void set_passphrase(const Account& account, const std::string& passphrase);

private:
    void read_keys();
    void put_damaged_aside();

    Files& files_;
    Random& random_;
    Clock& clock_;
    std::string path_;
    DataKey key_;
    Database db_;
    RecordStore store_;
    KeyFile keys_;
    bool is_damaged_ = false; ///< the key file
    std::string put_aside_;
};

} // namespace model
