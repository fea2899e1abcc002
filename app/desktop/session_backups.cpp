// What the open file's backups ask of the model.
#include "app/desktop/session.h"
#include "model/access/copy_look.h"
#include "model/commands/require.h"
#include "model/entities/attachment.h"
#include "model/entities/catalog.h"
#include "model/store/contents.h"
#include "model/store/damage.h"
#include "views/widgets/background.h"

#include <algorithm>
#include <memory>

namespace app {

namespace {

/// The file opened once more, on the thread that calls, with the world around it.
class Copier {
public:
    Copier(const std::string& file, const model::DataKey& key, model::Account who)
        : file_(file)
        , key_(key)
        , who_(std::move(who))
        , db_(file, key)
    {
    }

    model::BackupTools tools(const model::OnCopy& on_copy = {})
    {
        return {files_, clock_, {}, on_copy};
    }

    model::BackupState state() { return model::backup_state(tools(), db_.handle(), file_, key_); }

    std::vector<model::Backup> list()
    {
        const auto settings = model::backup_settings(db_.handle());
        auto all = model::backups_in(files_,
            settings.folder.empty() ? model::default_backup_folder(file_) : settings.folder);
        if (!settings.second.empty())
            for (auto& copy : model::backups_in(files_, settings.second))
                all.push_back(std::move(copy));
        std::erase_if(all, [&](const model::Backup& copy) {
            return copy.note && copy.note->key != model::fingerprint_of(key_);
        });
        std::ranges::stable_sort(all, std::ranges::greater{},
            [](const model::Backup& copy) { return copy.note ? copy.note->at : 0; });
        return all;
    }

    model::BackupRun run(
        views::Progress& progress, model::BackupReason reason, model::Wanted wanted)
    {
        progress.step = model::msgid("Copying the file and looking at the copy");
        const auto tell = [&progress](int done, int all) {
            progress.done = done;
            progress.total = all;
            return !progress.cancelled;
        };
        auto done = model::back_up(tools(tell), db_.handle(), file_, key_, reason, wanted);
        model::RecordStore store(db_, model::hall_catalog(), clock_, random_);
        model::note_backups(store, done, who_);
        return done;
    }

    /// Of what the account may see.
    std::vector<model::OtherNow> others(const model::Backup& copy)
    {
        model::CopyLook look(files_, clock_, random_, copy.path, key_);
        model::RecordStore now(db_, model::hall_catalog(), clock_, random_);
        auto others = model::others_now(look.store(), now);
        const model::Permission permission(now, who_.id);
        std::erase_if(others, [&](const model::OtherNow& other) {
            const auto& record = other.record;
            const auto of = model::belongs_to_any(*record.def)
                ? model::from_record<model::AttachedFile>(record).record
                : std::optional(record.id);
            const auto meta = of ? look.store().rows().meta(*of) : std::nullopt;
            return !meta
                || !permission.extent(model::Action::see, *meta->def)
                        .holds(meta->scope, meta->home);
        });
        return others;
    }

    std::optional<std::string> content(const model::Backup& copy, const std::string& hash)
    {
        model::CopyLook look(files_, clock_, random_, copy.path, key_);
        return model::Contents(look.store()).read(hash);
    }

private:
    std::string file_;
    model::DataKey key_;
    model::Account who_;
    model::SystemFiles files_;
    model::SystemClock clock_;
    model::SystemRandom random_;
    model::Database db_;
};

} // namespace

views::BackupLink Session::backups()
{
    const auto copier = [file = file_, key = key_, who = editor_.account()] {
        return Copier(file, key, who);
    };
    return {.state = [copier] { return copier().state(); },
        .list = [copier] { return copier().list(); },
        .trouble =
            [key = key_](const model::Backup& copy) {
                model::SystemFiles files;
                model::SystemClock clock;
                return model::trouble_with({files, clock}, copy, key);
            },
        .damage = [file = file_, key = key_] { return model::damage(file, key); },
        .others = [copier](const model::Backup& copy) { return copier().others(copy); },
        .content = [copier](const model::Backup& copy,
                       const std::string& hash) { return copier().content(copy, hash); },
        .run = [copier](views::Progress& progress, model::BackupReason reason,
                   model::Wanted wanted) { return copier().run(progress, reason, wanted); },
        .before_import =
            [file = file_, key = key_](model::RecordStore& store) {
                model::SystemFiles files;
                model::SystemClock clock;
                model::back_up_before({files, clock}, store.db().handle(), file, key,
                    model::BackupReason::before_import);
            },
        .mark =
            [this] { return model::guarded(db_, [&] { return model::mark_of(db_.handle()); }); },
        .settings =
            [this] {
                return model::guarded(db_, [&] { return model::backup_settings(db_.handle()); });
            },
        .set_settings =
            [this](const model::BackupSettings& settings) {
                model::require(editor_, model::Action::settings);
                model::set_backup_settings(store_, file_, settings);
            }};
}

} // namespace app
