// What a list gives away: copies, sheets and pages; and what it takes back.
#include "model/base/files.h"
#include "model/base/text.h"
#include "model/exchange/list_sight.h"
#include "model/exchange/staff_sheet.h"
#include "model/store/audit.h"
#include "views/list/print_dialog.h"
#include "views/list/record_list.h"
#include "views/list/shown_rows.h"
#include "views/widgets/column_head.h"
#include "views/widgets/tr.h"

#include <wx/filedlg.h>
#include <wx/utils.h>

#include <algorithm>
#include <set>

namespace views {

void RecordList::note_given(const char* what, model::Message detail) const
{
    if (on_given)
        on_given(what, detail);
}

void RecordList::copy()
{
    const auto rows = selected_rows();
    if (rows.empty())
        return say(tr("No row is selected"));
    if (std::ranges::any_of(rows_.columns(), [](const auto* field) { return field->personal; }))
        note_given(model::audited::copy,
            {model::msgid("{1} rows copied, personal values masked"),
                {std::to_string(rows.size())}});
    copy_rows(rows_, rows);
    say(tr("{1} rows copied, with their heads", {std::to_string(rows.size())}));
}

/// Of all that are found, not of those on the screen alone.
void RecordList::require(model::Action action)
{
    read_on();
    model::require_reached(world_.permission(), action, rows_.columns(), language());
    if (!world_.require)
        return;
    std::vector<model::Uuid> records;
    for (std::size_t place = 0; place < rows_.found(); ++place)
        records.push_back(rows_.found_id(place));
    world_.require(action, records);
}

void RecordList::export_shown()
{
    require(model::Action::export_out);
    wxFileDialog dialog(this, tr("Export what is shown"), {}, tr(def_.plural) + ".xlsx",
        tr("Excel workbooks (*.xlsx)|*.xlsx|CSV files (*.csv)|*.csv"),
        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    const wxBusyCursor busy;
    read_on();
    // Before anything is given away: a log that cannot be written keeps it back.
    note_given(model::audited::export_rows,
        {model::msgid("{1} records written to {2}, personal values masked"),
            {std::to_string(rows_.found()), from_wx(dialog.GetPath())}});
    write_rows(rows_, from_wx(dialog.GetPath()), from_wx(tr(def_.plural)));
    say(tr("{1} rows written to {2}", {std::to_string(rows_.found()), from_wx(dialog.GetPath())}));
}

bool has_staff(const model::EntityDef& def)
{
    return def.name == "person" || def.name == "posting";
}

void RecordList::export_staff()
{
    if (!has_staff(def_))
        return say(tr("Open the page of people or of postings first: the roster is made of it"));
    require(model::Action::export_out);
    wxFileDialog dialog(this, tr("Save the roster of staff"), {}, tr("Roster of staff") + ".xlsx",
        tr("Excel workbooks (*.xlsx)|*.xlsx"), wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    const wxBusyCursor busy;
    const auto people = people_found();
    note_given(model::audited::export_rows,
        {model::msgid("{1} records written to {2}, personal values masked"),
            {std::to_string(people.size()), from_wx(dialog.GetPath())}});
    const auto lines = model::write_staff_sheet(
        store_, world_.permission(), people, model::path_of(from_wx(dialog.GetPath())), language());
    say(tr("{1} rows written to {2}", {std::to_string(lines), from_wx(dialog.GetPath())}));
}

/// Each once, in the order of the list.
std::vector<model::Uuid> RecordList::people_found()
{
    read_on();
    std::vector<model::Uuid> people;
    std::set<model::Uuid> known;
    for (std::size_t place = 0; place < rows_.found(); ++place) {
        auto id = rows_.found_id(place);
        if (def_.name == "posting") {
            const auto posting = store_.find(def_, id);
            const auto* person =
                posting ? std::get_if<model::Uuid>(&(*posting)["person"]) : nullptr;
            id = person ? *person : model::Uuid{};
        }
        if (!id.is_nil() && known.insert(id).second)
            people.push_back(id);
    }
    return people;
}

std::shared_ptr<PrintedList> RecordList::printed()
{
    read_on();
    auto list = std::make_shared<PrintedList>();
    list->title = tr(def_.plural);
    list->office = to_wx(store_.self().office);
    list->date = tr("Printed on {1}", {model::to_text(model::Value{store_.today()})});
    std::vector<std::string> filters;
    for (const auto& [field, typed] : view().cells)
        filters.push_back(from_wx(column_head(*field)) + ' ' + typed);
    if (!bar_->typed().empty())
        filters.push_back(bar_->typed());
    if (only_ == RowsQuery::Only::conflicts)
        filters.push_back(from_wx(tr("with conflicts")));
    if (only_ == RowsQuery::Only::findings)
        filters.push_back(from_wx(tr("with findings")));
    if (only_ == RowsQuery::Only::asked)
        filters.push_back(asked_);
    if (!filters.empty())
        list->note = tr("Filtered: {1}", {model::join(filters, "；")});
    list->take(rows_, layout_);
    list->on_printed = [this, records = list->records] {
        note_given(model::audited::print,
            {model::msgid("{1} records printed, personal values masked"),
                {std::to_string(records)}});
    };
    return list;
}

void RecordList::print()
{
    require(model::Action::print);
    PrintDialog(wxGetTopLevelParent(this), printed()).ShowModal();
}

model::PasteTarget RecordList::paste_target()
{
    read_on();
    const auto chosen = selected_rows();
    model::PasteTarget target{.columns = rows_.columns(), .first_column = table_->current_column()};
    const auto title = std::ranges::find(rows_.columns(), def_.find(def_.title));
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        if (rows_.is_group(row))
            continue;
        if (std::ranges::binary_search(chosen, row))
            target.selected.push_back(target.records.size());
        target.records.push_back(rows_.id(row));
        if (title != rows_.columns().end())
            target.titles.push_back(from_wx(
                rows_.text(row, static_cast<std::size_t>(title - rows_.columns().begin()))));
    }
    return target;
}

} // namespace views
