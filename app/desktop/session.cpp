#include "app/desktop/session.h"

#include "model/access/account_passphrase.h"
#include "model/access/credentials.h"
#include "model/access/passphrase.h"
#include "model/access/recovery_key.h"
#include "model/access/searcher.h"
#include "model/access/sign_in.h"
#include "model/access/tries.h"
#include "model/base/files.h"
#include "model/base/hash.h"
#include "model/commands/require.h"
#include "model/custody/custody.h"
#include "model/custody/purge.h"
#include "model/entities/catalog.h"
#include "model/store/contents.h"
#include "model/store/own_accounts.h"
#include "model/store/search_index.h"
#include "model/sync/inbox.h"
#include "model/sync/replica.h"
#include "views/form/seen_records.h"
#include "views/widgets/tr.h"

#include <wx/stdpaths.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

namespace app {

namespace {

/// Registers are read from end to end, which a large cache makes no quicker, and a record at a
/// time.
void read_with_little(model::Database& db)
{
    db.handle().exec("PRAGMA cache_size = -4096"); // 4 MiB
}

/// The open file once more, for the background thread.
class OtherHand {
public:
    OtherHand(const std::string& file, const model::DataKey& key) : db_(file, key)
    {
        read_with_little(db_);
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

/// Does what asks something of the county, with the open file once more. Where the county orders
/// that the file be purged, that begins there and then.
class Obeying {
public:
    Obeying(std::string file, const model::DataKey& key, std::function<void()> on_purge)
        : file_(std::move(file))
        , key_(key)
        , on_purge_(std::move(on_purge))
    {
    }

    template <class Work>
    auto operator()(Work work) const
    {
        OtherHand other(file_, key_);
        try {
            return work(other.store());
        } catch (const model::PurgeOrdered& order) {
            model::SystemFiles files;
            model::begin_purge(files, other.store(), key_, order);
            if (on_purge_)
                on_purge_();
            throw;
        }
    }

private:
    std::string file_;
    model::DataKey key_;
    std::function<void()> on_purge_;
};

model::KeyFile::Unlocked signed_in(const std::string& file, const model::KeyFile& keys,
    const std::string& account, const std::string& passphrase)
{
    model::SystemFiles files;
    model::SystemClock clock;
    return model::sign_in(files, clock, file, keys, account, passphrase, model::SignInBy::desktop);
}

/// One for each data file, so that what a program that ended badly left there is found again.
std::string folder_of_copies(const std::string& file)
{
    std::error_code unknown;
    const auto whole = std::filesystem::absolute(model::path_of(file), unknown);
    return views::from_wx(wxStandardPaths::Get().GetUserLocalDataDir()) + "/opened-"
        + model::Hash128::of(model::text_of(whole)).hex();
}

} // namespace

Session::Session(const std::string& file, const model::KeyFile& keys, const std::string& account,
    const std::string& passphrase, const std::string& backup_folder)
    : Session(file, signed_in(file, keys, account, passphrase), backup_folder)
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
    read_with_little(db_);
    model::require_entry(store_, editor_.account());
    model::add_own_account(store_, editor_.account());
    model::SystemFiles files;
    warning_ =
        model::note_sign_in(store_, files, file, editor_.account(), model::SignInBy::desktop);
    news_ = model::settle_sign_in(store_, files, unlocked);
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
        .devices = devices(),
        .opened_copies = folder_of_copies(file_),
        .with_file =
            [file = file_, key = key_](const std::function<void(model::RecordStore&)>& work) {
                OtherHand other(file, key);
                work(other.store());
            },
        .search =
            [hand, who = editor_.account().id](const std::string& typed) {
                auto& store = hand->store();
                return model::search(store, typed, hits_of_a_register,
                    model::searcher(model::Permission(store, who)));
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
                    const auto& who = editor_.account();
                    model::sign_in(files, clock_, file_, model::KeyFile::load(files, file_),
                        who.name, before, model::SignInBy::desktop);
                    model::KeysChange change(store_, files, file_);
                    model::give_passphrase(store_, change.keys, who, now, key_, who);
                    model::Audit(store_).note({.what = model::audited::passphrase, .who = who});
                    change.commit();
                },
        .give_passphrase =
            [this](const model::Uuid& account, const std::string& name,
                const std::string& passphrase) {
                model::SystemFiles files;
                model::set_passphrase_of(editor_, files, file_, key_, {account, name}, passphrase);
            },
        .hand_over =
            [this](const model::HandOver& wish) {
                model::SystemFiles files;
                return model::hand_over(editor_, files, file_, key_, wish);
            },
        .opens =
            [this](const model::Uuid& account) {
                model::SystemFiles files;
                return model::KeyFile::load(files, file_).has(account);
            },
        .lock = locking(),
        .is_recovery_key =
            [this](const std::string& key) { return model::parse_recovery(key) == key_; }};
}

views::Locking Session::locking()
{
    return {.unlock =
                [this](const std::string& passphrase) {
                    model::unlock_screen(store_, files_, file_, editor_.account(), passphrase);
                },
        .held = [this]() -> std::optional<model::Message> {
            const auto& who = editor_.account();
            const auto left = model::Tries(files_, clock_, file_).wait_of(who.id);
            return left > 0 ? std::optional(model::words_of_wait(who.name, left)) : std::nullopt;
        },
        .noted =
            [this](views::LockedBy by) {
                const bool is_idle = by == views::LockedBy::itself;
                model::Audit(store_).note({.what = model::audited::locked,
                    .who = editor_.account(),
                    .detail = is_idle ? model::Message{model::msgid("Nobody was using it")}
                                      : model::Message{}});
            }};
}

views::SyncLink Session::sync_link()
{
    return {.status = [this] { return sync_status(); },
        .run =
            [obeying = Obeying(file_, key_, on_purge), key = key_, who = editor_.account()](
                views::Progress& progress) {
                return obeying([&](model::RecordStore& store) {
                    return model::sync_in_custody(store, key, who, told_to(progress));
                });
            },
        .enrol =
            [file = file_, key = key_, who = editor_.account()](
                const std::string& path, const std::optional<model::Message>& agreed) {
                model::SystemFiles files;
                OtherHand other(file, key);
                model::Editor editor(other.store(), who);
                model::require(editor, model::Action::devices);
                const auto join = model::read_join(files, path);
                model::enrol_agreed(agreed, [&](bool is_sure) {
                    return model::enrol_with(other.store(), join, is_sure, who);
                });
            },
        .waiting = [this](std::int64_t limit) { return model::waiting_records(store_, limit); },
        .refused =
            [this] {
                auto items = model::Inbox(store_).open();
                std::erase_if(items, [](const auto& item) { return item.kind != "refused"; });
                return items;
            },
        .schedule = [this] { return model::sync_schedule(store_); },
        .set_schedule =
            [this](const auto& schedule) {
                model::require(editor_, model::Action::settings);
                model::set_sync_schedule(store_, schedule);
            },
        .escrow = [this] { return model::escrow_state(store_, key_); },
        .set_escrow =
            [this](bool on) {
                model::require(editor_, model::Action::settings);
                model::set_escrow(store_, on, editor_.account());
            }};
}

views::DeviceLink Session::devices()
{
    return {.list =
                [obeying = Obeying(file_, key_, on_purge), who = editor_.account()] {
                    return obeying([&](model::RecordStore& store) {
                        return model::county_devices(store, who);
                    });
                },
        .change =
            [obeying = Obeying(file_, key_, on_purge), who = editor_.account()](
                std::uint32_t number, model::DeviceChange change, const std::string& reason) {
                return obeying([&](model::RecordStore& store) {
                    return model::change_device(store, who, number, change, reason);
                });
            }};
}

views::Conflicts Session::conflicts()
{
    return {.open =
                [this] {
                    auto items = model::Inbox(store_).open();
                    const auto permission = editor_.permission();
                    std::erase_if(items, [&](const model::InboxItem& item) {
                        return !model::may_see(store_, permission, item);
                    });
                    return items;
                },
        .reads_whole =
            [this, told = std::set<std::string>()](const model::InboxItem& item) mutable {
                if (!model::may_read_whole(store_, editor_.permission(), item))
                    return false;
                if (told.insert(item.id.hex()).second)
                    model::Audit(store_).note({.what = model::audited::reveal,
                        .who = editor_.account(),
                        .detail = {model::msgid("Personal values read whole: {1}"),
                            {views::language()(model::msgid("Conflicts"))}},
                        .kind = item.def ? item.def->id : 0,
                        .record = item.record});
                return true;
            },
        .seen = views::seen_records(editor_),
        .take =
            [this](const model::InboxItem& item, model::Take take) {
                model::Inbox(store_).resolve(item.id, take, editor_.account());
            },
        .enter =
            [this](const model::InboxItem& item, const model::Value& value) {
                return model::Inbox(store_).resolve(item.id, value, editor_.account());
            }};
}

/// What is unsent is counted one by one, and a window asks several times for what is on show.
views::SyncStatus Session::sync_status()
{
    const Version version(data_version(), db_.handle().getTotalChanges());
    if (!sync_status_ || sync_status_->first != version)
        sync_status_ = {version, read_sync_status()};
    return sync_status_->second;
}

views::SyncStatus Session::read_sync_status()
{
    const bool is_enrolled = model::Replica(store_).is_enrolled();
    model::Contents contents(store_);
    return {.unsent = store_.unsent(),
        .last_acknowledged = store_.rows().number("synced_at"),
        .conflicts = model::Inbox(store_).count_open(),
        .enrolled = is_enrolled,
        .last = model::last_sync(store_),
        .contents_to_send = is_enrolled ? contents.count_to_send() : 0,
        .contents_to_fetch = is_enrolled ? contents.count_to_fetch() : 0};
}

std::int64_t Session::data_version()
{
    return model::guarded(
        db_, [&] { return db_.handle().execAndGet("PRAGMA data_version").getInt64(); });
}

} // namespace app
