#pragma once

#include "model/access/key_file.h"
#include "model/commands/permission.h"

#include <string>
#include <string_view>
#include <vector>

namespace model {

/// One passphrase for an account in every file of its office. A file that belongs to a county
/// shares with the records of its accounts what their passphrases open (entities/credential.h);
/// whoever has another file of the same office open seals that one's data key to it, and from then
/// on its key file lets the account in. What of an account lies at another office, above or below,
/// opens nothing here: a file is as strong as the passphrases that open it.

/// A change of the key file and of what the data file says of it, both or neither: without commit()
/// neither is changed. From its making on no other process changes either, so ask nobody anything
/// meanwhile. The making throws as KeyFile::load does, and StoreError.
class KeysChange {
public:
    KeysChange(RecordStore& store, Files& files, std::string data_file);

    /// Throws what cannot be written, Error or StoreError.
    void commit();

private:
    Transaction transaction_;
    Files& files_;
    std::string data_file_;
    KeyFile before_;

public:
    KeyFile keys; ///< as they are now
};

/// Gives the account that passphrase, in this key file at once and elsewhere with the next sync. In
/// a file that belongs to no county, for an account without a record, and for one of another office
/// that gives it to itself the slot is this file's own; another one of another office opens this
/// file with no passphrase from then on. The caller saves the key file, and has asked whether `who`
/// may (see why_no_passphrase). Throws as KeyFile::put_slot does, and StoreError.
void give_passphrase(RecordStore& store, KeyFile& keys, const Account& account,
    std::string_view passphrase, const DataKey& key, const Account& who,
    const PassphraseCost& cost = {});

/// Why `who` may not give the account a passphrase here, if so.
std::optional<Message> why_no_passphrase_here(
    RecordStore& store, const Account& who, const Uuid& account);

/// Lets in who may come in by what has come of passphrases, follows those that were changed
/// elsewhere, and shuts out who has left, is locked or works at another office, there with a slot
/// of this file alone, too, once a later passphrase was given. What came and is none stays aside
/// and leaves the slot as it is; the last slot stays. The caller saves the key file, and tells what
/// is given to whoever is there. Throws StoreError.
std::vector<Message> follow_credentials(
    RecordStore& store, KeyFile& keys, const DataKey& key, const Account& who);

/// The records' accounts are older than the key file's: until a sync ran to its end nobody is let
/// in and nobody shut out by them. Throws StoreError.
void await_accounts(RecordStore& store);
void take_accounts_as_told(RecordStore& store); ///< a sync did

/// The same with the key file beside the store's file, for after a sync; gives what is to be told,
/// that the key file cannot be written, too. Nothing where there is none or it cannot be read.
std::vector<Message> follow_in_file(
    RecordStore& store, Files& files, const DataKey& key, const Account& who);

/// Shares what the passphrase opens by which somebody came in: made of his slot where that is this
/// file's own yet, or told of where the records do not know it, as after a restore. The caller
/// saves the key file. Throws StoreError.
void share_own(RecordStore& store, KeyFile& keys, const KeyFile::Unlocked& unlocked);

/// After somebody signed in: what his passphrase opens is shared from now on, if it is not, and the
/// others' are followed. Gives what is to be told. Throws StoreError.
std::vector<Message> settle_sign_in(
    RecordStore& store, Files& files, const KeyFile::Unlocked& unlocked);

} // namespace model
