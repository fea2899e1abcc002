// What of the page goes out: copied, exported, printed.
#include "model/base/files.h"
#include "model/commands/require.h"
#include "model/entities/score.h"
#include "model/exchange/sheet_writer.h"
#include "model/store/audit.h"
#include "views/assessment/score_page.h"
#include "views/list/print_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <wx/clipbrd.h>
#include <wx/filedlg.h>

namespace views {

namespace {

const model::EntityDef& scores()
{
    return model::def_of<model::ScoreRecord>();
}

constexpr std::size_t columns = 8;

} // namespace

/// The heads, and a line for each that is ranked.
std::vector<std::vector<wxString>> ScorePage::lines() const
{
    std::vector<std::vector<wxString>> all{{tr("Rank"), tr("Name of the object"), tr("Unit"),
        tr("Score"), tr("Points deducted"), tr("Bonus points"), tr("Days present"), tr("Titles")}};
    const auto* shown = kind();
    for (std::size_t row = 0; shown && row < shown->ranking.size(); ++row) {
        auto& line = all.emplace_back();
        for (std::size_t column = 0; column < columns; ++column)
            line.push_back(text_of(row, column));
    }
    return all;
}

std::shared_ptr<PrintedList> ScorePage::printed() const
{
    constexpr int width = 90; // in DIPs
    constexpr int wide = 170;
    auto& store = desk_.editor.store();
    auto list = std::make_shared<PrintedList>();
    list->title = to_wx(period()->name);
    list->office = to_wx(store.self().office);
    list->date = tr("Printed on {1}", {model::to_text(model::Value{store.today()})});
    list->note =
        result_->is_locked ? tr("Confirmed and locked") : tr("A draft: it may still change");
    const auto all = lines();
    list->records = all.size() - 1;
    for (std::size_t column = 0; column < columns; ++column)
        list->columns.push_back({all.front()[column], column == 1 || column == 2 ? wide : width});
    for (std::size_t i = 1; i < all.size(); ++i)
        list->lines.emplace_back().cells = all[i];
    return list;
}

void ScorePage::require(model::Action action) const
{
    model::require(desk_.editor, action, scores());
}

void ScorePage::note_given(const char* what, const model::Message& detail) const
{
    model::Audit(desk_.editor.store())
        .note({.what = what, .who = desk_.editor.account(), .detail = detail, .kind = scores().id});
}

/// With tabs between, as a spreadsheet takes it.
void ScorePage::copy()
{
    if (!result_)
        return;
    require(model::Action::export_out);
    note_given(model::audited::copy, {model::msgid("The scores of {1} copied"), {period()->name}});
    wxString text;
    for (const auto& line : lines()) {
        for (std::size_t i = 0; i < line.size(); ++i)
            text += (i > 0 ? "\t" : "") + line[i];
        text += "\n";
    }
    const wxClipboardLocker locker;
    if (!locker || !wxTheClipboard->SetData(new wxTextDataObject(text)))
        return say(tr("Another program holds the clipboard: close it or try again"));
    say(tr("The scores of {1} copied", {period()->name}));
}

void ScorePage::export_shown()
{
    if (!result_)
        return;
    require(model::Action::export_out);
    wxFileDialog dialog(this, tr("Export the scores"), {}, to_wx(period()->name) + ".xlsx",
        tr("Excel workbooks (*.xlsx)|*.xlsx|CSV files (*.csv)|*.csv"),
        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    const auto path = from_wx(dialog.GetPath());
    // Before anything is given away: a log that cannot be written keeps it back.
    note_given(model::audited::export_rows,
        {model::msgid("The scores of {1} written to {2}"), {period()->name, path}});
    const auto all = lines();
    std::vector<model::SheetColumn> heads;
    for (const auto& head : all.front())
        heads.push_back({.head = from_wx(head)});
    constexpr int places = 2;
    heads.front().decimals = 0; // the rank
    for (const std::size_t points : {3, 4, 5})
        heads[points].decimals = places;
    const auto writer =
        model::create_sheet(model::path_of(path), heads, {.sheet = from_wx(tr("Scores"))});
    for (std::size_t i = 1; i < all.size(); ++i) {
        std::vector<std::string> cells;
        for (const auto& cell : all[i])
            cells.push_back(from_wx(cell));
        writer->row(cells);
    }
    writer->finish();
    say(tr("The scores of {1} written to {2}", {period()->name, path}));
}

void ScorePage::print()
{
    if (!result_)
        return;
    require(model::Action::print);
    auto list = printed();
    list->on_printed = [this, name = period()->name] {
        note_given(model::audited::print, {model::msgid("The scores of {1} printed"), {name}});
    };
    PrintDialog(wxGetTopLevelParent(this), std::move(list)).ShowModal();
}

} // namespace views
