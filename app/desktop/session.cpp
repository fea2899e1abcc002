#include "app/desktop/session.h"

#include "model/access/own_accounts.h"
#include "model/access/passphrase.h"
#include "model/access/recovery_key.h"
#include "model/entities/catalog.h"
#include "model/store/search_index.h"
#include "model/sync/connect.h"
#include "model/sync/inbox.h"
#include "model/sync/replica.h"

#include <memory>

namespace app {

namespace {

/// The open file once more, for the background thread.
class OtherHand {
public:
    OtherHand(const std::string& file, const model::DataKey& key) : db_(file, key)
    {
        // It reads registers from end to end, which a large cache makes no quicker.
        db_.handle().exec("PRAGMA cache_size = -4096"); // 4 MiB
    }

    model::RecordStore& store() { return store_; }

private:
    model::SystemClock clock_;
    model::SystemRandom random_;
    model::Database db_;
    model::RecordStore store_{db_, model::hall_catalog(), clock_, random_};
};

/// One that is opened when it is first wanted and kept, so that what was read for one key serves
/// the next.
class KeptHand {
public:
    KeptHand(std::string file, const model::DataKey& key) : file_(std::move(file)), key_(key) {}

    model::RecordStore& store()
    {
        if (!hand_)
            hand_ = std::make_unique<OtherHand>(file_, key_);
        return hand_->store();
    }

private:
    std::string file_;
    model::DataKey key_;
    std::unique_ptr<OtherHand> hand_;
};

constexpr std::int64_t hits_of_a_register = 8;

model::OnProgress told_to(views::Progress& progress)
{
    return [&progress](const model::SyncProgress& now) {
        progress.step = now.step;
        progress.done = static_cast<int>(now.done);
        progress.total = static_cast<int>(now.all);
        return !progress.cancelled;
    };
}

} // namespace

Session::Session(const std::string& file, const model::KeyFile& keys, const std::string& account,
    const std::string& passphrase, const std::string& backup_folder)
    : Session(file, keys.unlock(account, passphrase), backup_folder)
{
}

Session::Session(const std::string& file, const model::KeyFile::Unlocked& unlocked,
    const std::string& backup_folder)
    : file_(file)
    , key_(unlocked.key)
    , db_(file, unlocked.key,
          {.before_migration = model::backing_up(files_, clock_, backup_folder)})
    , store_(db_, model::hall_catalog(), clock_, random_)
    , editor_(store_, {unlocked.account, unlocked.name})
{
    model::add_own_account(store_, editor_.account());
}

views::Desk Session::desk()
{
    const auto hand = std::make_shared<KeptHand>(file_, key_);
    return {.editor = editor_,
        .file = file_,
        .sync = sync_link(),
        .conflicts = conflicts(),
        .access = access(),
        .backups = backups(),
        .with_file =
            [file = file_, key = key_](const std::function<void(model::RecordStore&)>& work) {
                OtherHand other(file, key);
                work(other.store());
            },
        .search =
            [hand](const std::string& typed) {
                return model::search(hand->store(), typed, hits_of_a_register);
            },
        .index = [hand] { return model::index_changes_and_pause(hand->store()); },
        .data_version = [this] { return data_version(); }};
}

views::FileAccess Session::access()
{
    return {.change_passphrase =
                [this](const std::string& before, const std::string& now) {
                    model::SystemFiles files;
                    model::expect_hard_to_guess(now);
                    auto keys = model::KeyFile::load(files, file_);
                    keys.change_passphrase(editor_.account().name, before, now, random_);
                    keys.save(files, file_);
                },
        .is_recovery_key =
            [this](const std::string& key) { return model::parse_recovery(key) == key_; }};
}

views::SyncLink Session::sync_link()
{
    const auto question = std::make_shared<model::JoiningQuestion>();
    return {.status = [this] { return sync_status(); },
        .run =
            [file = file_, key = key_](views::Progress& progress) {
                OtherHand other(file, key);
                return model::sync_now(other.store(), told_to(progress));
            },
        .enrol =
            [file = file_, key = key_, question](const std::string& path) {
                model::SystemFiles files;
                OtherHand other(file, key);
                const auto join = model::read_join(files, path);
                question->enrol(join,
                    [&](bool is_sure) { return model::enrol_with(other.store(), join, is_sure); });
            },
        .doubt =
            [this, question](const std::string& path) {
                model::SystemFiles files;
                return question->ask(store_, model::read_join(files, path));
            },
        .waiting = [this](std::int64_t limit) { return model::waiting_records(store_, limit); },
        .refused =
            [this] {
                auto items = model::Inbox(store_).open();
                std::erase_if(items, [](const auto& item) { return item.kind != "refused"; });
                return items;
            },
        .schedule = [this] { return model::sync_schedule(store_); },
        .set_schedule = [this](
                            const auto& schedule) { model::set_sync_schedule(store_, schedule); }};
}

views::Conflicts Session::conflicts()
{
    return {.open = [this] { return model::Inbox(store_).open(); },
        .take =
            [this](const model::InboxItem& item, model::Take take) {
                model::Inbox(store_).resolve(item.id, take, editor_.account());
            },
        .enter =
            [this](const model::InboxItem& item, const model::Value& value) {
                return model::Inbox(store_).resolve(item.id, value, editor_.account());
            }};
}

views::SyncStatus Session::sync_status()
{
    return {.unsent = store_.unsent(),
        .last_acknowledged = store_.rows().number("synced_at"),
        .conflicts = model::Inbox(store_).count_open(),
        .enrolled = model::Replica(store_).is_enrolled(),
        .last = model::last_sync(store_)};
}

std::int64_t Session::data_version()
{
    return model::guarded(
        db_, [&] { return db_.handle().execAndGet("PRAGMA data_version").getInt64(); });
}

} // namespace app
