#include "views/assessment/method_offer.h"

#include "model/assessing/kept_methods.h"
#include "model/assessment/shipped_methods.h"
#include "model/base/files.h"
#include "model/commands/method_import.h"
#include "model/commands/require.h"
#include "model/entities/ledger_entry.h"
#include "model/store/audit.h"
#include "views/assessment/event_dialog.h"
#include "views/shell/questions.h"
#include "views/shell/record_page.h"
#include "views/widgets/errors.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <wx/choicdlg.h>
#include <wx/filedlg.h>

namespace views {

namespace {

std::optional<std::string> file_of_a_method(wxWindow* parent)
{
    wxFileDialog dialog(parent, tr("Method file"), {}, {},
        tr("Methods (*.json)|*.json|All files|*"), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() != wxID_OK)
        return std::nullopt;
    const auto path = from_wx(dialog.GetPath());
    model::SystemFiles files;
    auto bytes = files.read(path);
    if (!bytes)
        throw model::Error({model::msgid("There is no file {1}"), {path}});
    return bytes;
}

void take_in(RecordPage& page, model::Editor& editor, const std::string& file)
{
    const auto result = model::import_method(editor, file);
    wxString told;
    constexpr std::size_t most_told = 12;
    for (std::size_t i = 0; i < std::min(most_told, result.problems.size()); ++i)
        told += to_wx(result.problems[i].sentence(language())) + "\n";
    if (result.problems.size() > most_told)
        told += tr("… and {1} more", {std::to_string(result.problems.size() - most_told)});
    for (const auto& finding : result.outcome.findings)
        if (!result.outcome.done)
            told += tr(finding.message) + "\n";
    if (!told.empty())
        return tell(&page, tr("The method was not taken in:") + "\n" + told);
    page.refresh();
    page.open(result.outcome.id);
    if (page.on_written)
        page.on_written();
}

void write_file(RecordPage& page, model::Editor& editor)
{
    model::require(editor, model::Action::export_out, page.def());
    const auto id = page.shown();
    const auto text = model::method_text(editor.store(), id);
    if (text.empty())
        return tell(&page, tr("Choose a method whose rules are in this file"));
    wxFileDialog dialog(&page, tr("Write the file of the method"), {},
        title_of(editor.store(), id) + ".json", tr("Methods (*.json)|*.json"),
        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    model::SystemFiles files;
    model::Audit(editor.store())
        .note({.what = model::audited::export_rows,
            .who = editor.account(),
            .detail = {model::msgid("The method was written to {1}"), {from_wx(dialog.GetPath())}},
            .kind = page.def().id,
            .record = id});
    files.write(from_wx(dialog.GetPath()), text);
    if (page.on_say)
        page.on_say(tr("The method was written to {1}", {from_wx(dialog.GetPath())}));
}

/// Asks what shall be done: one that comes along is copied, a file taken in, or the chosen method
/// written to a file, which can be changed and taken in again.
void ask(RecordPage& page, model::Editor& editor)
{
    enum { from_file, to_file, shipped };
    if (!page.may_leave())
        return;
    wxArrayString names;
    names.Add(tr("Take a method in from a file…"));
    names.Add(tr("Write the file of the chosen method, to change its rules…"));
    for (const auto& each : model::shipped_methods())
        names.Add(tr("Take in: {1}", {each.method.name})
            + (each.method.is_partial ? " " + tr("(published in part)") : wxString()));
    wxSingleChoiceDialog dialog(&page,
        tr("Changed rules are taken in under a version of their own, so that periods of before "
           "keep theirs."),
        tr("Method files"), names);
    if (dialog.ShowModal() != wxID_OK)
        return;
    const int chosen = dialog.GetSelection();
    if (chosen == to_file)
        return write_file(page, editor);
    if (chosen != from_file)
        return take_in(page, editor,
            std::string(
                model::shipped_methods().at(static_cast<std::size_t>(chosen - shipped)).bytes));
    if (const auto file = file_of_a_method(&page))
        take_in(page, editor, *file);
}

void enter_events(RecordPage& page, model::Editor& editor)
{
    if (!page.may_leave())
        return;
    EventDialog dialog(&page, editor);
    dialog.ShowModal();
    if (dialog.entered() == 0)
        return;
    page.refresh();
    if (page.on_written)
        page.on_written();
}

/// Over the ledger: events by rule and name, with their points computed.
void offer_events(RecordPage& page, model::Editor& editor)
{
    page.offer(
        tr("Enter events by rule…"), "enter_events", [&] { enter_events(page, editor); },
        [&]() -> std::optional<model::Message> {
            const auto permission = editor.permission();
            if (permission.may_somewhere(model::Action::enter, page.def()))
                return std::nullopt;
            return permission.why_not(model::Action::enter);
        });
}

} // namespace

void offer_methods(RecordPage& page, model::Editor& editor)
{
    if (page.def().id == model::def_of<model::LedgerEntry>().id)
        return offer_events(page, editor);
    if (page.def().id != model::def_of<model::Method>().id)
        return;
    page.offer(
        tr("Method files…"), "method_files", [&] { ask(page, editor); },
        [&]() -> std::optional<model::Message> {
            const auto permission = editor.permission();
            if (permission.may_somewhere(model::Action::see, page.def()))
                return std::nullopt;
            return permission.why_not(model::Action::see);
        });
}

} // namespace views
