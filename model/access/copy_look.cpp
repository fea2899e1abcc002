#include "model/access/copy_look.h"

#include "model/base/uuid.h"
#include "model/entities/catalog.h"
#include "model/store/migrations.h"
#include "model/store/store_message.h"

#include <filesystem>

namespace model {

CopyLook::CopyLook(Files& files, Clock& clock, Random& random, const std::string& copy,
    const DataKey& key, const std::string& vfs)
    : files_(files)
    , path_(copy)
{
    try {
        if (facts_of(copy, key, vfs).schema < newest_schema()) {
            own_ = text_of(std::filesystem::temp_directory_path()
                / ("hallkeeper-" + Uuid::make(clock, random).text() + ".hall"));
            files.copy(copy, own_);
            const Database up_to_date(own_, key, {.vfs = vfs});
            path_ = own_;
        }
        db_ = std::make_unique<Database>(
            path_, key, DatabaseOptions{.opening = Opening::read_only, .vfs = vfs});
        store_ = std::make_unique<RecordStore>(*db_, hall_catalog(), clock, random);
    } catch (const StoreError& error) {
        if (!own_.empty())
            files.remove(own_);
        if (error.message() == wrong_key_message(copy))
            throw StoreError({msgid("{1} cannot be opened with this key: it is a copy of another "
                                    "data file, or is damaged"),
                {copy}});
        throw;
    }
}

CopyLook::~CopyLook()
{
    store_.reset();
    db_.reset();
    if (own_.empty())
        return;
    try {
        for (const auto* end : {"", "-wal", "-shm"})
            files_.remove(own_ + end);
    } catch (const Error&) { // it is encrypted, and the system clears that folder
    }
}

} // namespace model
