#include "views/board/board_page.h"

#include "model/commands/workplace.h"
#include "model/entities/task.h"
#include "views/board/snooze_dialog.h"
#include "views/import/cell_table.h"
#include "views/list/print_dialog.h"
#include "views/shell/desk.h"
#include "views/widgets/colours.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace views {

namespace {

using Row = model::Board::Row;
using What = Row::What;

constexpr int tick = 300; ///< milliseconds between two looks at how far it is

} // namespace

BoardPage::BoardPage(wxWindow* parent, const Desk& desk, BoardWatch& watch)
    : wxPanel(parent)
    , desk_(desk)
    , watch_(watch)
    , ticks_(this)
    , count_(new wxStaticText(this, wxID_ANY, {}))
    , grouping_(new wxChoice(this, wxID_ANY))
    , table_(new CellTable(this, "board", tr("To do")))
    , whole_(new WrappedText(this))
    , state_(new WrappedText(this))
    , open_(new wxButton(this, wxID_ANY, tr("&Open")))
    , snooze_(new wxButton(this, wxID_ANY, tr("P&ut off… (S)")))
    , wake_(new wxButton(this, wxID_ANY, tr("&Bring back")))
    , follow_up_(new wxButton(this, wxID_ANY, tr("&Make a task (T)")))
    , again_(new wxButton(this, wxID_ANY, tr("&Judge again")))
    , print_(new wxButton(this, wxID_ANY, tr("&Print…")))
{
    table_->show({{.head = tr("What to do"), .width = 420, .grows = true},
                     {.head = tr("Record"), .width = 150}, {.head = tr("Register"), .width = 110},
                     {.head = tr("Field"), .width = 110}, {.head = tr("By when"), .width = 100},
                     {.head = tr("Level"), .width = 60}},
        0, [this](std::size_t at, std::size_t column) {
            const auto& row = watch_.board().rows().at(at);
            CellTable::Cell cell{.text = text_of(row, column)};
            cell.bold = row.what == What::group;
            if (row.what == What::line && (column == what || column == level)
                && row.line->finding->level != model::Level::remind)
                cell.colour = colour_of(row.line->finding->level);
            return cell;
        });
    grouping_->Append(tr("By when"));
    grouping_->Append(tr("By area"));
    grouping_->SetSelection(watch_.board().grouping() == model::Board::Grouping::area ? 1 : 0);
    lay_out();
    wire();
    show_board();
}

void BoardPage::lay_out()
{
    name_control(count_, "board_count");
    name_control(grouping_, "board_grouping", tr("Grouped"));
    name_control(whole_, "board_whole");
    name_control(state_, "board_state");
    name_control(open_, "board_open");
    name_control(snooze_, "board_snooze");
    name_control(wake_, "board_wake");
    name_control(follow_up_, "board_follow_up");
    name_control(again_, "board_again");
    name_control(print_, "board_print");
    auto* heading = new wxStaticText(this, wxID_ANY, tr("To do"));
    heading->SetFont(heading->GetFont().Bold().Larger());
    const auto middle = wxSizerFlags().CenterVertical();
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(heading, wxSizerFlags(middle).Border(wxRIGHT, FromDIP(12)));
    top->Add(count_, wxSizerFlags(1).CenterVertical());
    top->Add(new wxStaticText(this, wxID_ANY, tr("Grouped")),
        wxSizerFlags(middle).Border(wxRIGHT, FromDIP(8)));
    top->Add(grouping_, middle);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    for (auto* button : {open_, follow_up_, snooze_, wake_, again_, print_})
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto around = wxSizerFlags().Expand().Border(wxALL, FromDIP(8));
    all->Add(top, around);
    all->Add(table_, wxSizerFlags(1).Expand());
    all->Add(whole_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(8)));
    all->Add(state_, around);
    all->Add(buttons, wxSizerFlags().Border(wxALL, FromDIP(8)));
    SetSizer(all);
}

void BoardPage::wire()
{
    const auto on = [this](wxButton* button, void (BoardPage::*work)()) {
        button->Bind(wxEVT_BUTTON,
            [this, work](wxCommandEvent&) { guarded(this, [this, work] { (this->*work)(); }); });
    };
    on(open_, &BoardPage::open_chosen);
    on(snooze_, &BoardPage::snooze_chosen);
    on(wake_, &BoardPage::wake_chosen);
    on(follow_up_, &BoardPage::follow_up_chosen);
    on(print_, &BoardPage::print);
    again_->Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { watch_.judge_again(); }); });
    grouping_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        watch_.group_by(grouping_->GetSelection() == 1 ? model::Board::Grouping::area
                                                       : model::Board::Grouping::when);
    });
    table_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent& event) {
        event.Skip();
        update();
    });
    table_->on_activate = [this](std::size_t) { guarded(this, [this] { open_chosen(); }); };
    Bind(wxEVT_CHAR_HOOK, &BoardPage::on_key, this);
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { tell_count(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        wrap();
    });
}

/// As in lists, whose menu is not for this page.
void BoardPage::on_key(wxKeyEvent& event)
{
    const int key = event.GetKeyCode();
    const bool is_plain = !event.HasAnyModifiers();
    const bool in_table = table_->HasFocus() || table_->IsDescendant(FindFocus());
    if (event.GetModifiers() == wxMOD_CONTROL && key == 'P')
        guarded(this, [this] { print(); });
    else if (is_plain && key == WXK_F5)
        guarded(this, [this] { watch_.judge_again(); });
    else if (is_plain && in_table && key == 'S' && snooze_->IsEnabled())
        guarded(this, [this] { snooze_chosen(); });
    else if (is_plain && in_table && key == 'T' && follow_up_->IsEnabled())
        guarded(this, [this] { follow_up_chosen(); });
    else if (is_plain && in_table && (key == WXK_LEFT || key == WXK_RIGHT))
        open_kind(key == WXK_RIGHT);
    else
        event.Skip();
}

void BoardPage::refresh()
{
    watch_.look(true);
}

void BoardPage::focus()
{
    table_->SetFocus();
    if (table_->chosen().empty() && table_->rows() > 0)
        choose(0);
}

/// The line that was chosen stays so.
void BoardPage::show_board()
{
    const auto& board = watch_.board();
    titles_.clear();
    const auto before = chosen_;
    const auto place = table_->current().value_or(0);
    table_->show_rows(board.rows().size());
    if (!board.rows().empty()) {
        const auto same = before ? board.row_of(*before) : std::nullopt;
        choose(same.value_or(std::min(place, board.rows().size() - 1)));
    }
    if (watch_.is_busy() && !ticks_.IsRunning())
        ticks_.Start(tick);
    else if (!watch_.is_busy())
        ticks_.Stop();
    again_->Enable(!watch_.is_busy());
    tell_count();
    update();
}

/// GTK scrolls past the first one, told to bring it into sight before it knows how high rows are.
void BoardPage::choose(std::size_t row)
{
    if (row == 0)
        table_->choose_first();
    else
        table_->go_to(row, 0);
}

void BoardPage::tell_count()
{
    const auto& board = watch_.board();
    const auto* progress = watch_.progress();
    wxString text;
    if (board.is_judged())
        text = tr("{1} to do. {2} records of this file judged, {3}",
            {std::to_string(board.size()), std::to_string(board.judged()),
                from_wx(display(board.at()))});
    if (progress && progress->total > 0)
        text += (text.empty() ? "" : "    ")
            + tr("Judging: {1} of {2} records",
                {std::to_string(progress->done), std::to_string(progress->total)});
    else if (progress && !board.is_judged())
        text = tr("Judging…");
    count_->SetLabelText(text);
    state_->show(watch_.trouble().empty() && board.is_judged() && board.rows().empty()
            ? tr("There is nothing to do: the rules found nothing, and nothing waits.")
            : watch_.trouble());
    wrap();
    Layout();
}

const Row* BoardPage::chosen() const
{
    const auto row = table_->current();
    const auto& rows = watch_.board().rows();
    return row && *row < rows.size() ? &rows[*row] : nullptr;
}

const model::BoardLine* BoardPage::chosen_line() const
{
    const auto* row = chosen();
    return row && row->what == What::line ? row->line : nullptr;
}

void BoardPage::update()
{
    const auto* row = chosen();
    const auto* line = chosen_line();
    chosen_ = line ? std::optional(line->name()) : std::nullopt;
    const bool is_off = line && watch_.board().snooze_of(*line);
    open_->Enable(row && row->what != What::group);
    snooze_->Enable(line && desk_.copy_of.empty());
    follow_up_->Enable(line && line->def && desk_.copy_of.empty()
        && model::may_add(desk_.editor.permission(), desk_.editor.store().self().org.role,
            model::def_of<model::Task>()));
    wake_->Enable(is_off && desk_.copy_of.empty());
    print_->Enable(!watch_.board().rows().empty());
    whole_->show(line ? whole_text(*line) : wxString());
    wrap();
    Layout();
}

void BoardPage::wrap()
{
    for (auto* text : {whole_, state_})
        text->wrap(GetClientSize().x - FromDIP(16));
}

void BoardPage::open_chosen()
{
    const auto* row = chosen();
    if (!row || row->what == What::group)
        return;
    if (row->what == What::kind)
        return watch_.open(*row->kind, !watch_.board().is_open(*row->kind));
    const auto& line = *row->line;
    if (row->what == What::more && line.def)
        return on_open_record(*line.def, {}, nullptr);
    if (!line.page.empty() || !line.def)
        return on_open_page(std::string(line.page));
    // What is read anew meanwhile may be another line.
    const auto& def = *line.def;
    on_open_record(def, line.id, def.find(line.finding->field));
}

void BoardPage::open_kind(bool open)
{
    const auto* row = chosen();
    if (row && row->what == What::kind && watch_.board().is_open(*row->kind) != open)
        watch_.open(*row->kind, open);
}

void BoardPage::snooze_chosen()
{
    const auto* line = chosen_line();
    if (!line)
        return;
    const auto name = line->name();
    const auto of = line->finding->level;
    SnoozeDialog dialog(wxGetTopLevelParent(this), desk_.editor.store().today(), of,
        [&](model::Date until, const std::string& reason) {
            watch_.snooze(name, of, until, reason);
        });
    if (dialog.ShowModal() == wxID_OK && on_say)
        on_say(tr("It is put off; it stands at the end of the page until then"));
}

void BoardPage::follow_up_chosen()
{
    if (chosen_line() && on_follow_up)
        on_follow_up();
}

void BoardPage::wake_chosen()
{
    if (const auto* line = chosen_line(); line && watch_.board().snooze_of(*line))
        watch_.wake(model::LineName(line->name()));
}

} // namespace views
