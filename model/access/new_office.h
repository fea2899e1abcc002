#pragma once

#include "model/base/files.h"
#include "model/store/record_store.h"

namespace model {

/// A data file that is to be made, with its first account.
struct FileWish {
    std::string path;
    std::string account;
    std::string passphrase;
};

/// One that was made, with what opens it.
struct MadeFile {
    DataKey key;
    Account account;
};

/// Makes the encrypted file with its key file beside it. Throws Error, and makes nothing, where one
/// of the two is there already or the passphrase is too easy to guess.
MadeFile make_file(Files& files, Clock& clock, Random& random, const FileWish& wish);

/// Removes both again; for a file that was made just now and is of no use.
void unmake_file(Files& files, const std::string& path);

/// What a new file of that office is: the hall office of a county for a division code of six
/// digits, an outlet for one of nine or twelve. Throws UsageError for any other code, for an empty
/// name and for one that is not UTF-8.
Self self_of_office(const std::string& region, const std::string& office);

/// The office's own place: what every other record of the office belongs to. It is part of making
/// the file: nobody needs a right to it, and undo leaves it.
Uuid add_own_place(RecordStore& store, const Account& account);

/// The record of the account that made the file, with all duties until it shares them out. Made as
/// add_own_place() makes its own.
void add_founder(RecordStore& store, const Account& account);

} // namespace model
