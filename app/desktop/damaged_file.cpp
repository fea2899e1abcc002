#include "app/desktop/damaged_file.h"

#include "model/access/backup_plan.h"
#include "model/access/rescue_file.h"
#include "model/access/restored.h"
#include "model/entities/catalog.h"
#include "views/widgets/icons.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <wx/msgdlg.h>
#include <wx/progdlg.h>
#include <wx/utils.h>

#include <algorithm>

namespace app {

namespace {

using views::to_wx;
using views::tr;

wxString title()
{
    return tr("Damaged data file");
}

/// The newest copy in the folders that is of this file; where its own settings can be read, in
/// those they name.
std::optional<model::Backup> newest_backup(
    model::Files& files, const std::string& file, const model::DataKey& key)
{
    model::BackupSettings settings;
    try {
        model::Database db(file, key, {.opening = model::Opening::read_only});
        settings = model::backup_settings(db.handle());
    } catch (const model::StoreError&) { // NOLINT(bugprone-empty-catch): the usual folder then
    }
    auto copies = model::backups_in(
        files, settings.folder.empty() ? model::default_backup_folder(file) : settings.folder);
    if (!settings.second.empty())
        std::ranges::move(model::backups_in(files, settings.second), std::back_inserter(copies));
    std::ranges::stable_sort(copies, std::ranges::greater{},
        [](const model::Backup& copy) { return copy.note ? copy.note->at : 0; });
    return model::newest_of(copies, key);
}

enum class Choice { backup, rescue, nothing };

Choice ask(wxWindow* parent, const std::string& file, const std::optional<model::Backup>& copy)
{
    wxMessageDialog dialog(parent, tr("{1} is damaged.", {file}), title(),
        (copy ? wxYES_NO : wxOK) | wxCANCEL | wxICON_WARNING);
    auto more = tr("What can still be read can be saved into a new file that takes its place; you "
                   "will be told what is lost. The damaged file is kept beside it and not "
                   "deleted.");
    if (copy)
        more = tr("The newest backup is of {1}, {2} records; what was entered since is not in it.",
                   {views::from_wx(views::display(copy->note->at)),
                       std::to_string(copy->note->sum.records)})
            + "\n\n" + more;
    dialog.SetExtendedMessage(more);
    if (copy)
        dialog.SetYesNoCancelLabels(
            tr("&Save what can be read"), tr("&Restore the newest backup"), tr("Cancel"));
    else
        dialog.SetOKCancelLabels(tr("&Save what can be read"), tr("Cancel"));
    switch (dialog.ShowModal()) {
    case wxID_OK:
    case wxID_YES:
        return Choice::rescue;
    case wxID_NO:
        return Choice::backup;
    default:
        return Choice::nothing;
    }
}

void tell(wxWindow* parent, const wxString& what, const wxString& more)
{
    wxMessageDialog dialog(parent, what, title(), wxOK | wxICON_INFORMATION);
    dialog.SetExtendedMessage(more);
    dialog.SetOKLabel(tr("OK"));
    dialog.ShowModal();
}

wxString words_of(const model::RescuedFile& done)
{
    constexpr std::size_t most = 12;
    wxString words;
    const auto& lost = done.rescued.lost;
    for (std::size_t i = 0; i < std::min(lost.size(), most); ++i) {
        const auto& each = lost[i];
        words += (each.def ? tr(each.def->label) : wxString()) + ": "
            + to_wx(model::name_of(each, views::language())) + '\n';
    }
    if (lost.size() > most)
        words += tr("  and {1} more", {std::to_string(lost.size() - most)}) + '\n';
    for (const auto& sentence : model::losses_of(done.rescued))
        words += tr(sentence) + '\n';
    return words
        + tr("The damaged file is kept as {1}. If it has joined a county, sync now (F9): "
             "what the county knows comes back.",
            {done.kept_as});
}

void rescue(wxWindow* parent, const std::string& file, const model::KeyFile::Unlocked& unlocked)
{
    model::SystemFiles files;
    model::SystemClock clock;
    model::SystemRandom random;
    model::RescuedFile done;
    {
        wxProgressDialog progress(
            title(), tr("Saving what can still be read…"), 1, parent, wxPD_APP_MODAL | wxPD_SMOOTH);
        progress.SetIcons(views::program_icons());
        done = model::rescue_file({files, clock}, random, unlocked.key, file, model::hall_catalog(),
            [&progress](int table, int all) {
                progress.SetRange(all);
                progress.Update(table);
            });
    }
    tell(parent,
        done.rescued.lost.empty()
            ? tr("All {1} records were saved.", {std::to_string(done.rescued.records)})
            : tr("{1} records were saved, {2} could not be read:",
                {std::to_string(done.rescued.records), std::to_string(done.rescued.lost.size())}),
        words_of(done));
}

void restore(wxWindow* parent, const std::string& file, const model::KeyFile::Unlocked& unlocked,
    const model::Backup& copy)
{
    model::Restored done;
    {
        const wxBusyCursor busy;
        done = put_in_place(copy, unlocked, file);
    }
    tell(parent,
        tr("The file is restored: {1} records. What it was until now is kept as {2}. If "
           "it has joined a county, sync it now (F9).",
            {std::to_string(done.records), done.kept_as}),
        sentences(done.news));
}

} // namespace

model::Restored put_in_place(
    const model::Backup& copy, const model::KeyFile::Unlocked& unlocked, const std::string& file)
{
    model::SystemFiles files;
    model::SystemClock clock;
    model::SystemRandom random;
    auto done =
        model::restore_file({files, clock}, copy, unlocked.key, file, model::KeysAfter::as_now);
    done.news = model::settle_restored(
        {files, clock}, random, unlocked.key, file, done, copy, {unlocked.account, unlocked.name});
    return done;
}

wxString sentences(const std::vector<model::Message>& messages)
{
    wxString all;
    for (const auto& message : messages)
        all += (all.empty() ? wxString() : wxString('\n')) + tr(message);
    return all;
}

bool mend_damaged(
    wxWindow* parent, const std::string& file, const model::KeyFile::Unlocked& unlocked)
{
    model::SystemFiles files;
    const auto copy = newest_backup(files, file, unlocked.key);
    switch (ask(parent, file, copy)) {
    case Choice::backup:
        restore(parent, file, unlocked, *copy);
        return true;
    case Choice::rescue:
        rescue(parent, file, unlocked);
        return true;
    case Choice::nothing:
        break;
    }
    return false;
}

} // namespace app
