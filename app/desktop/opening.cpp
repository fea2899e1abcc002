#include "app/desktop/opening.h"

#include "app/desktop/damaged_file.h"
#include "app/desktop/office_making.h"
#include "app/desktop/recent_files.h"
#include "model/access/backup_plan.h"
#include "model/access/recovery.h"
#include "model/access/recovery_key.h"
#include "model/access/tries.h"
#include "model/store/store_message.h"
#include "views/start/first_start.h"
#include "views/start/passphrase_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/tr.h"

#include <wx/dirdlg.h>
#include <wx/msgdlg.h>

namespace app {

namespace {

/// By the file's recovery key; what was opened goes into `opened`.
views::Recovering recovering(const std::string& file, std::unique_ptr<Session>& opened)
{
    const auto with = [file](const std::string& key, const auto& work) {
        model::SystemFiles files;
        model::SystemClock clock;
        model::SystemRandom random;
        const auto secret = model::parse_recovery(key);
        model::Recovery recovery(files, clock, random, file, secret);
        work(recovery, secret);
    };
    return {.accounts =
                [with](const std::string& key) {
                    std::vector<std::string> names;
                    with(key, [&](model::Recovery& recovery, const model::DataKey&) {
                        for (const auto& account : recovery.accounts())
                            names.push_back(account.name);
                    });
                    return names;
                },
        .recover =
            [with, file, &opened](
                const std::string& key, const std::string& account, const std::string& passphrase) {
                model::KeyFile::Unlocked unlocked;
                with(key, [&](model::Recovery& recovery, const model::DataKey& secret) {
                    const auto who = recovery.account_named(account);
                    recovery.set_passphrase(who, passphrase);
                    unlocked = {secret, who.id, who.name};
                });
                opened = std::make_unique<Session>(file, unlocked);
            }};
}

/// A key file that cannot be read holds nobody back; it is told as it is.
views::PassphraseDialog::Held held_back(const std::string& file)
{
    return [file](const std::string& name) -> std::optional<model::Message> {
        model::SystemFiles files;
        model::SystemClock clock;
        try {
            const auto account = model::KeyFile::load(files, file).account_called(name);
            if (!account)
                return std::nullopt;
            const auto left = model::Tries(files, clock, file).wait_of(account->id);
            return left > 0 ? std::optional(model::words_of_wait(account->name, left))
                            : std::nullopt;
        } catch (const model::Error&) {
            return std::nullopt;
        }
    };
}

/// Where else the copy is to go that could not be made; empty where the user leaves it.
std::string ask_other_folder(wxWindow* parent, const std::exception_ptr& error)
{
    wxMessageDialog dialog(parent, views::describe(error), views::tr("Backup before the upgrade"),
        wxOK | wxCANCEL | wxICON_WARNING);
    dialog.SetOKCancelLabels(views::tr("Choose another folder…"), views::tr("Cancel"));
    if (dialog.ShowModal() != wxID_OK)
        return {};
    wxDirDialog folder(parent, views::tr("The folder for backups"));
    return folder.ShowModal() == wxID_OK ? views::from_wx(folder.GetPath()) : std::string();
}

} // namespace

Opening::Opening(std::string folder, std::function<void(const std::string&)> speak)
    : folder_(std::move(folder))
    , speak_(std::move(speak))
{
}

OpenFile Opening::held(const std::string& file)
{
    return {.path = file, .hold = std::make_unique<OnlyWindow>(folder_, file)};
}

std::optional<OpenFile> Opening::ask(wxWindow* parent)
{
    for (;;) {
        const auto start = views::ask_start(parent, recent_files());
        if (!start)
            return std::nullopt;
        try {
            if (auto opened = begin(parent, *start))
                return opened;
        } catch (...) {
            views::show_error(parent, std::current_exception());
        }
    }
}

std::optional<OpenFile> Opening::begin(wxWindow* parent, const views::Start& start)
{
    switch (start.way) {
    case views::Start::open:
        return open(parent, start.file);
    case views::Start::speak:
        speak_(start.file);
        return std::nullopt;
    case views::Start::join: {
        model::SystemFiles files;
        return make(parent, model::read_join(files, start.file));
    }
    case views::Start::make:
        break;
    }
    return make(parent, {});
}

std::optional<OpenFile> Opening::make(wxWindow* parent, std::optional<model::JoinFile> join)
{
    views::FirstStart dialog(parent, office_making(), std::move(join));
    if (dialog.ShowModal() != wxID_OK || !dialog.is_made())
        return std::nullopt;
    const auto& made = dialog.wish();
    auto opened = open(made.path, made.account, made.passphrase);
    opened.has_just_joined = made.join.has_value();
    return opened;
}

bool Opening::knows_whose(const std::string& file, const std::string& account)
{
    model::SystemFiles files;
    try {
        return !account.empty() || model::KeyFile::load(files, file).accounts().size() == 1;
    } catch (const model::Error&) {
        return true;
    }
}

OpenFile Opening::open(
    const std::string& file, const std::string& account, const std::string& passphrase)
{
    auto opened = held(file);
    model::SystemFiles files;
    opened.session =
        std::make_unique<Session>(file, model::KeyFile::load(files, file), account, passphrase);
    return opened;
}

std::optional<OpenFile> Opening::open(wxWindow* parent, const std::string& file)
{
    model::SystemFiles files;
    if (!files.exists(file))
        throw model::Error(
            {model::msgid("There is no file {1}: check the name, or bring it back from a backup"),
                {file}});
    auto opened = held(file);
    std::vector<std::string> names;
    wxString trouble; // a lost key file leaves the recovery key
    try {
        for (const auto& account : model::KeyFile::load(files, file).accounts())
            names.push_back(account.name);
    } catch (...) {
        trouble = views::describe(std::current_exception());
    }
    const auto unlock = [&](const std::string& account, const std::string& words) {
        const auto keys = model::KeyFile::load(files, file);
        std::string folder;
        for (;;)
            try {
                opened.session = std::make_unique<Session>(file, keys, account, words, folder);
                return;
            } catch (const model::BackupFailed&) {
                // The copy before an upgrade: the user may have room elsewhere.
                folder = ask_other_folder(parent, std::current_exception());
                if (folder.empty())
                    throw;
            } catch (const model::StoreError& error) {
                if (!model::tells_damage(error.message())
                    || !mend_damaged(parent, file, keys.unlock(account, words)))
                    throw;
            }
    };
    views::PassphraseDialog dialog(
        parent, file, names, unlock, recovering(file, opened.session), held_back(file));
    if (!trouble.empty())
        dialog.say(trouble);
    if (dialog.ShowModal() != wxID_OK)
        return std::nullopt;
    return opened;
}

} // namespace app
