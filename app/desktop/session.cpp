#include "app/desktop/session.h"

#include "model/entities/catalog.h"
#include "model/sync/replica.h"

namespace app {

Session::Session(const std::string& file, const model::KeyFile& keys, const std::string& account,
    const std::string& passphrase)
    : Session(file, keys.unlock(account, passphrase))
{
}

Session::Session(const std::string& file, const model::KeyFile::Unlocked& unlocked)
    : file_(file)
    , key_(unlocked.key)
    , db_(file, unlocked.key)
    , store_(db_, model::hall_catalog(), clock_, random_)
    , editor_(store_, {unlocked.account, unlocked.name})
{
}

views::Desk Session::desk()
{
    views::Desk desk{.editor = editor_, .file = file_};
    desk.sync.status = [this] { return sync_status(); };
    desk.data_version = [this] { return data_version(); };
    return desk;
}

views::SyncStatus Session::sync_status()
{
    return {.unsent = store_.unsent(),
        .last_acknowledged = store_.rows().number("synced_at"),
        .enrolled = model::Replica(store_).is_enrolled()};
}

std::int64_t Session::data_version()
{
    return model::guarded(
        db_, [&] { return db_.handle().execAndGet("PRAGMA data_version").getInt64(); });
}

} // namespace app
