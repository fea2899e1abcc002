#pragma once

#include "model/access/restore.h"
#include "model/store/record_store.h"

namespace model {

/// What a restored file may not forget of the one it took the place of: accounts locked, ended or
/// changed since are again as they were until now, and the audit log tells who restored what from
/// which copy and how far the former log went. Takes the file that was kept (Restored::kept_as;
/// empty or unreadable: only the entry is written). Throws StoreError where the restored file
/// fails.
void settle_restored(const BackupTools& tools, Random& random, const DataKey& key,
    const std::string& file, const Restored& restored, const Backup& copy, const Account& who);

} // namespace model
