#pragma once

#include "model/access/restore.h"
#include "model/store/record_store.h"

namespace model {

/// What a restored file may not forget of the one it took the place of: accounts locked, ended or
/// changed since are again as they were until now, and the audit log tells who restored what from
/// which copy and how far the former log went. Takes the file that was kept (Restored::kept_as;
/// empty: only the entry is written). Of a damaged one the accounts count that can still be read.
/// Where some are missing, those stay as the copy has them; who opens the file by its key file
/// today but is unknown to the copy stays, locked and without duties; in a file that belongs to a
/// county nobody is let in or shut out by the copy's accounts before the next sync
/// (await_accounts()). Gives what of this is to be told. Throws StoreError where the restored file
/// fails.
std::vector<Message> settle_restored(const BackupTools& tools, Random& random, const DataKey& key,
    const std::string& file, const Restored& restored, const Backup& copy, const Account& who);

} // namespace model
