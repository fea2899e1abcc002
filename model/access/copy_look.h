#pragma once

#include "model/access/backup.h"
#include "model/store/record_store.h"

#include <memory>

namespace model {

/// A copy that is being looked into, read-only. One of an older version of the program is brought
/// up to date as a copy of its own, encrypted like the rest, which goes again at the end.
class CopyLook {
public:
    /// Throws StoreError in one sentence where the key does not open it, it is damaged or there is
    /// no room.
    CopyLook(Files& files, Clock& clock, Random& random, const std::string& copy,
        const DataKey& key, const std::string& vfs = {});
    ~CopyLook();

    /// The file that is read; it stays as it is.
    const std::string& path() const { return path_; }

    RecordStore& store() { return *store_; }

private:
    Files& files_;
    std::string path_;
    std::string own_; ///< made for this look
    std::unique_ptr<Database> db_;
    std::unique_ptr<RecordStore> store_;
};

} // namespace model
