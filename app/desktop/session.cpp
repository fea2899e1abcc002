#include "app/desktop/session.h"

#include "model/access/passphrase.h"
#include "model/access/recovery_key.h"
#include "model/access/sign_in.h"
#include "model/access/tries.h"
#include "model/entities/catalog.h"
#include "model/store/own_accounts.h"
#include "model/store/search_index.h"
#include "model/sync/connect.h"
#include "model/sync/inbox.h"
#include "model/sync/replica.h"

#include <algorithm>
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

model::KeyFile::Unlocked signed_in(const std::string& file, const model::KeyFile& keys,
    const std::string& account, const std::string& passphrase)
{
    model::SystemFiles files;
    model::SystemClock clock;
    return model::sign_in(files, clock, file, keys, account, passphrase, model::SignInBy::desktop);
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
    model::add_own_account(store_, editor_.account());
    if (!editor_.permission().may_sign_in())
        throw model::Error(model::Permission::why_no_entry(unlocked.name));
    model::SystemFiles files;
    warning_ =
        model::note_sign_in(store_, files, file, editor_.account(), model::SignInBy::desktop);
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
                    const auto& who = editor_.account();
                    model::sign_in(
                        files, clock_, file_, keys, who.name, before, model::SignInBy::desktop);
                    keys.put_slot({who.id, who.name}, now, key_, random_);
                    keys.save(files, file_);
                    model::Audit(store_).note(
                        {.what = model::audited::passphrase, .who = editor_.account()});
                },
        .give_passphrase =
            [this](const model::Uuid& account, const std::string& name,
                const std::string& passphrase) {
                const auto permission = editor_.permission();
                if (!permission.may(model::Action::accounts))
                    throw model::Error(permission.why_not(model::Action::accounts));
                model::expect_hard_to_guess(passphrase);
                model::SystemFiles files;
                auto keys = model::KeyFile::load(files, file_);
                keys.put_slot({account, name}, passphrase, key_, random_);
                model::add_own_account(store_, {account, name});
                keys.save(files, file_);
                model::Tries(files, clock_, file_).forget(account);
                model::Audit(store_).note({.what = model::audited::passphrase,
                    .who = editor_.account(),
                    .detail = {model::msgid("Account {1}"), {name}}});
            },
        .opens =
            [this](const model::Uuid& account) {
                model::SystemFiles files;
                const auto accounts = model::KeyFile::load(files, file_).accounts();
                return std::ranges::find(accounts, account, &model::KeyFile::Account::id)
                    != accounts.end();
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
            [file = file_, key = key_, who = editor_.account()](views::Progress& progress) {
                OtherHand other(file, key);
                return model::sync_now(other.store(), told_to(progress), who);
            },
        .enrol =
            [file = file_, key = key_, who = editor_.account()](
                const std::string& path, const std::optional<model::Message>& agreed) {
                model::SystemFiles files;
                OtherHand other(file, key);
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
