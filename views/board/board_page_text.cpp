// What the page of the board says of its rows, on the screen and on paper.
#include "model/store/audit.h"
#include "views/board/board_page.h"
#include "views/list/print_dialog.h"
#include "views/shell/desk.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

namespace views {

namespace {

using Row = model::Board::Row;
using What = Row::What;

wxString label_of(model::Level of)
{
    switch (of) {
    case model::Level::refuse:
        return tr("Must be corrected");
    case model::Level::warn:
        return tr("Warning");
    case model::Level::remind:
        break;
    }
    return tr("Reminder");
}

} // namespace

wxString BoardPage::title_of_record(const model::Uuid& id)
{
    const auto [found, is_new] = titles_.try_emplace(id);
    if (is_new && !id.is_nil())
        found->second = title_of(desk_.editor.store(), id);
    return found->second;
}

wxString BoardPage::head_of(const Row& row) const
{
    const auto& board = watch_.board();
    const auto& group = board.groups().at(row.group);
    return tr("{1} ({2})",
        {from_wx(tr(group.area ? group.area : model::label_of(group.when))),
            std::to_string(group.count)});
}

wxString BoardPage::text_of(const Row& row, std::size_t column)
{
    if (row.what == What::line)
        return text_of(*row.line, column);
    if (row.what == What::group)
        return column == what ? head_of(row) : wxString();
    const auto count = model::Board::count(*row.kind);
    if (column == what && row.what == What::more)
        return tr(
            "… and {1} more: in the register", {std::to_string(count - model::Board::most_shown)});
    if (column == what)
        return wxString(watch_.board().is_open(*row.kind) ? L"▼ " : L"▶ ")
            + tr("{1} records, such as {2}: {3}",
                {std::to_string(count), from_wx(title_of_record(row.line->id)),
                    from_wx(tr(row.line->finding->message))});
    const bool is_common = column == entity || column == field || column == level;
    return is_common && row.what == What::kind ? text_of(*row.line, column) : wxString();
}

wxString BoardPage::text_of(const model::BoardLine& line, std::size_t column)
{
    const auto& finding = *line.finding;
    switch (column) {
    case what:
        return tr(finding.message);
    case record:
        return title_of_record(line.id);
    case entity:
        return line.def ? tr(line.def->plural) : tr("Program");
    case field: {
        const auto* of = line.def ? line.def->find(finding.field) : nullptr;
        return of ? tr(of->label) : wxString();
    }
    case due:
        if (const auto* snooze = watch_.board().snooze_of(line))
            return to_wx(model::to_iso(snooze->until));
        return finding.due ? to_wx(model::to_iso(*finding.due)) : wxString();
    default:
        return label_of(finding.level);
    }
}

wxString BoardPage::whole_text(const model::BoardLine& line) const
{
    auto text = sentence_of(*line.finding);
    if (const auto* snooze = watch_.board().snooze_of(line))
        text += '\n'
            + (snooze->reason.empty()
                    ? tr("Put off until {1} by {2}", {model::to_iso(snooze->until), snooze->by})
                    : tr("Put off until {1} by {2}: {3}",
                        {model::to_iso(snooze->until), snooze->by, snooze->reason}));
    return text;
}

std::shared_ptr<PrintedList> BoardPage::printed()
{
    const auto& board = watch_.board();
    auto& store = desk_.editor.store();
    auto list = std::make_shared<PrintedList>();
    list->title = tr("To do");
    list->office = to_wx(store.self().office);
    list->date = tr("Printed on {1}", {model::to_iso(store.today())});
    list->columns = {{tr("What to do"), 380}, {tr("Record"), 130}, {tr("Register"), 100},
        {tr("Field"), 100}, {tr("By when"), 90}, {tr("Level"), 60}};
    for (const auto& row : board.rows()) {
        auto& line = list->lines.emplace_back();
        line.is_group = row.what == What::group;
        for (std::size_t column = 0; column < (line.is_group ? 1 : list->columns.size()); ++column)
            line.cells.push_back(text_of(row, column));
        list->records += row.what == What::line ? 1 : 0;
    }
    list->on_printed = [&store, who = desk_.editor.account(), records = list->records] {
        model::Audit(store).note({.what = model::audited::print,
            .who = who,
            .detail = {model::msgid("{1} lines of the board printed"), {std::to_string(records)}}});
    };
    return list;
}

void BoardPage::print()
{
    if (watch_.board().rows().empty())
        return;
    const auto permission = desk_.editor.permission();
    for (const auto& row : watch_.board().rows())
        if (row.line && row.line->def
            && !permission.may_somewhere(model::Action::print, *row.line->def))
            throw model::Error(permission.why_not(model::Action::print));
    PrintDialog(wxGetTopLevelParent(this), printed()).ShowModal();
}

} // namespace views
