#include "views/day/morning_page.h"

#include "views/day/cover_dialog.h"
#include "views/import/cell_table.h"
#include "views/shell/questions.h"
#include "views/widgets/colours.h"
#include "views/widgets/errors.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <array>

namespace views {

namespace {

using model::Attendance;

enum Column { number, plate, person, slot, state, minutes, cover, remark };

constexpr std::size_t most_told = 5; ///< sentences; more would fill the page
constexpr char dress_key = '0';
constexpr char minutes_key = 'M';

/// The states that a morning knows, by the digits from 1 on.
constexpr std::array states_by_key{Attendance::present, Attendance::late, Attendance::leave,
    Attendance::out, Attendance::absent, Attendance::half_absent, Attendance::training,
    Attendance::rest};

wxString label_of(Attendance state)
{
    return tr(model::choices_of<Attendance>.at(static_cast<std::size_t>(state)).label);
}

wxString legend()
{
    wxString text;
    for (std::size_t i = 0; i < states_by_key.size(); ++i)
        text += wxString::Format("%zu ", i + 1) + label_of(states_by_key[i]) + "    ";
    return text + wxString(dress_key) + ' ' + tr("Not in uniform") + "    " + minutes_key + ' '
        + tr("Minutes") + "    " + tr("Enter: who covers") + "    Ctrl+S " + tr("Save");
}

/// The digit of a key, from either part of the keyboard.
std::optional<int> digit_of(int key)
{
    if (key >= '0' && key <= '9')
        return key - '0';
    if (key >= WXK_NUMPAD0 && key <= WXK_NUMPAD9)
        return key - WXK_NUMPAD0;
    return std::nullopt;
}

bool is_amiss(const model::MorningRow& row)
{
    return row.is_unmanned || row.lacks_b || !row.also_at.empty();
}

} // namespace

MorningPage::MorningPage(wxWindow* parent, model::Editor& editor)
    : wxPanel(parent)
    , editor_(editor)
    , place_(new wxChoice(this, wxID_ANY))
    , day_(new wxStaticText(this, wxID_ANY, {}))
    , counts_(new wxStaticText(this, wxID_ANY, {}))
    , table_(new CellTable(this, "morning", tr("Morning roll-call")))
    , legend_(new WrappedText(this))
    , told_(new WrappedText(this))
    , save_(new wxButton(this, wxID_ANY, tr("&Save the roll-call")))
    , cover_(new wxButton(this, wxID_ANY, tr("&Who covers…")))
{
    on_ask_cover = [this](const model::MorningRow& row) { return ask_cover(this, editor_, row); };
    on_ask_minutes = [this](
                         const model::MorningRow& row) { return ask_minutes(this, editor_, row); };
    name_control(place_, "place", tr("Place"));
    name_control(day_, "day");
    name_control(counts_, "roll_call_counts");
    name_control(legend_, "legend");
    name_control(told_, "told");
    name_control(save_, "save");
    name_control(cover_, "cover");
    legend_->show(legend());
    show_columns();
    lay_out();
    bind();
    read_places();
    refresh();
}

void MorningPage::show_columns()
{
    table_->show({{.head = tr("Window"), .width = 80}, {.head = tr("Window name"), .width = 170},
                     {.head = tr("Person"), .width = 90}, {.head = tr("A or B"), .width = 70},
                     {.head = tr("State"), .width = 110}, {.head = tr("Minutes"), .width = 70},
                     {.head = tr("Covered by"), .width = 100},
                     {.head = tr("Remark"), .width = 240, .grows = true}},
        0, [this](std::size_t row, std::size_t column) {
            if (!sheet_ || row >= sheet_->rows().size())
                return CellTable::Cell{};
            const auto& line = sheet_->rows()[row];
            CellTable::Cell cell{.text = text_of(line, column)};
            if (column == remark && is_amiss(line))
                cell.background = background_of(model::Level::warn);
            cell.bold =
                column == state && !line.person.is_nil() && line.mark.state != Attendance::present;
            return cell;
        });
}

void MorningPage::lay_out()
{
    auto* heading = new wxStaticText(this, wxID_ANY, tr("Morning roll-call"));
    heading->SetFont(heading->GetFont().Bold().Larger());
    counts_->SetFont(counts_->GetFont().Bold());
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    const auto middle = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(12));
    for (wxWindow* each : {static_cast<wxWindow*>(heading), static_cast<wxWindow*>(place_),
             static_cast<wxWindow*>(day_), static_cast<wxWindow*>(counts_)})
        top->Add(each, middle);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    for (auto* button : {save_, cover_})
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto around = wxSizerFlags().Expand().Border(wxALL, FromDIP(8));
    all->Add(top, around);
    all->Add(legend_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));
    all->Add(table_, wxSizerFlags(1).Expand());
    all->Add(told_, around);
    all->Add(buttons, wxSizerFlags().Border(wxALL, FromDIP(8)));
    SetSizer(all);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        const int width = GetClientSize().x - FromDIP(16);
        if (legend_->wrap(width) | told_->wrap(width))
            Layout();
    });
}

void MorningPage::bind()
{
    table_->Bind(wxEVT_KEY_DOWN, &MorningPage::on_key, this);
    table_->on_activate = [this](std::size_t) { choose_cover(); };
    place_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        if (may_close())
            return read_sheet();
        const auto was = std::ranges::find(places_, sheet_->place(), &model::Place::id);
        place_->SetSelection(static_cast<int>(was - places_.begin()));
    });
    save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save(); });
    cover_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { choose_cover(); });
    // Before the menu, whose command is about records.
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetModifiers() == wxMOD_CONTROL && event.GetKeyCode() == 'S')
            save();
        else
            event.Skip();
    });
}

void MorningPage::on_key(wxKeyEvent& event)
{
    const auto key = event.GetKeyCode();
    const auto digit = digit_of(key);
    if (event.HasAnyModifiers() || !sheet_)
        return event.Skip();
    if (digit && *digit >= 1 && static_cast<std::size_t>(*digit) <= states_by_key.size())
        return mark(states_by_key[static_cast<std::size_t>(*digit) - 1]);
    if (digit && *digit == dress_key - '0')
        return switch_dress();
    if (key == minutes_key)
        return enter_minutes();
    if (key == WXK_RETURN || key == WXK_NUMPAD_ENTER)
        return choose_cover();
    event.Skip();
}

void MorningPage::read_places()
{
    const auto chosen = place_->GetSelection();
    const auto before =
        chosen == wxNOT_FOUND ? model::Uuid{} : places_.at(static_cast<std::size_t>(chosen)).id;
    places_ = model::roll_call_places(editor_.store(), editor_.permission());
    wxArrayString names;
    for (const auto& place : places_)
        names.Add(to_wx(place.name));
    place_->Set(names);
    const auto found = std::ranges::find(places_, before, &model::Place::id);
    if (!places_.empty())
        place_->SetSelection(
            found == places_.end() ? 0 : static_cast<int>(found - places_.begin()));
}

/// Of the place that is chosen, today; what was marked there stays.
void MorningPage::read_sheet()
{
    const auto chosen = place_->GetSelection();
    auto& store = editor_.store();
    if (chosen == wxNOT_FOUND) {
        sheet_.reset();
        told_->show(tr("There is no hall here whose roll-call this account makes"));
        return show();
    }
    auto sheet = std::make_unique<model::MorningSheet>(store, editor_.permission(),
        places_.at(static_cast<std::size_t>(chosen)).id, store.today(),
        model::time_of_day(store.clock().now()));
    if (sheet_)
        sheet->take_marks(*sheet_);
    if (!sheet_ || sheet_->place() != sheet->place() || sheet_->day() != sheet->day())
        begun_.clear();
    sheet_ = std::move(sheet);
    show();
}

void MorningPage::refresh()
{
    guarded(this, [this] {
        const auto state = editor_.store().state();
        const bool is_new_day = sheet_ && sheet_->day() != editor_.store().today();
        if (state == state_ && !is_new_day)
            return;
        state_ = state;
        read_places();
        read_sheet();
    });
}

void MorningPage::show()
{
    const auto rows = sheet_ ? sheet_->rows().size() : 0;
    table_->show_rows(rows);
    save_->Enable(sheet_ != nullptr);
    cover_->Enable(rows > 0);
    const auto counts = sheet_ ? sheet_->counts() : model::MorningSheet::Counts{};
    auto text = tr("Expected {1}, there {2}, windows unmanned {3}",
        {std::to_string(counts.expected), std::to_string(counts.present),
            std::to_string(counts.unmanned)});
    if (sheet_ && (sheet_->is_marked() || !sheet_->made()))
        text += "    " + tr("Not saved yet");
    counts_->SetLabelText(text);
    day_->SetLabelText(sheet_ ? to_wx(model::to_iso(sheet_->day())) : wxString());
    Layout();
}

void MorningPage::focus()
{
    table_->SetFocus();
    if (table_->chosen().empty() && table_->rows() > 0)
        table_->choose_first();
}

const model::MorningRow* MorningPage::current() const
{
    const auto row = table_->current();
    return sheet_ && row && *row < sheet_->rows().size() ? &sheet_->rows()[*row] : nullptr;
}

void MorningPage::change(
    const std::function<void(model::MorningMark&)>& how, const std::string& cover_name)
{
    const auto* row = current();
    if (!row)
        return;
    if (row->person.is_nil()) {
        if (on_say)
            on_say(tr("Nobody is entered for this window: enter who holds it in the register {1}",
                {from_wx(tr(model::def_of<model::WindowStaff>().plural))}));
        return;
    }
    guarded(this, [&] {
        if (begun_.empty())
            begun_ = model::time_of_day(editor_.store().clock().now());
        auto mark = row->mark;
        how(mark);
        sheet_->mark(row->person, mark, cover_name);
        show();
    });
}

void MorningPage::mark(Attendance state)
{
    change([state](model::MorningMark& mark) { mark.state = state; });
}

void MorningPage::switch_dress()
{
    change([](model::MorningMark& mark) { mark.is_undressed = !mark.is_undressed; });
}

/// Whoever is there and has minutes is late.
void MorningPage::enter_minutes()
{
    const auto* row = current();
    if (!row || row->person.is_nil())
        return change([](model::MorningMark&) {});
    if (const auto choice = on_ask_minutes(*row))
        change([&](model::MorningMark& mark) {
            mark.minutes = choice->minutes;
            if (mark.minutes && model::is_there(mark.state))
                mark.state = Attendance::late;
        });
    table_->SetFocus();
}

void MorningPage::choose_cover()
{
    const auto* row = current();
    if (!row || row->person.is_nil())
        return change([](model::MorningMark&) {});
    if (const auto choice = on_ask_cover(*row))
        change([&](model::MorningMark& mark) { mark.cover = choice->person; }, choice->name);
    table_->SetFocus();
}

void MorningPage::save()
{
    if (!sheet_)
        return;
    guarded(this, [this] {
        auto& store = editor_.store();
        const auto now = model::time_of_day(store.clock().now());
        const bool is_first = !sheet_->made() || sheet_->made()->begun.text.empty();
        const auto leader = sheet_->made() && sheet_->made()->leader
            ? sheet_->made()->leader
            : model::roll_call_leader(store, sheet_->place(), sheet_->day(), editor_.account().id);
        const auto outcome = sheet_->save(
            editor_, leader, is_first ? (begun_.empty() ? now : begun_) : std::string(), now);
        wxString told;
        for (std::size_t i = 0; i < outcome.findings.size() && i < most_told; ++i)
            told += (told.empty() ? "" : "\n") + tr(outcome.findings[i].message);
        told_->show(told);
        SendSizeEvent();
        refresh();
        if (outcome.changed && on_written)
            on_written();
        if (on_say)
            on_say(outcome.done ? tr("The roll-call is saved; Undo takes it back as a whole")
                                : tr("The roll-call is not saved"));
    });
}

bool MorningPage::may_close()
{
    if (!sheet_ || !sheet_->is_marked())
        return true;
    const auto answer = ask_unsaved(this);
    if (answer == Unsaved::save)
        save();
    return answer == Unsaved::give_up || (answer == Unsaved::save && !sheet_->is_marked());
}

wxString MorningPage::text_of(const model::MorningRow& row, std::size_t column) const
{
    const bool nobody = row.person.is_nil();
    switch (column) {
    case number:
        return row.window.is_nil() ? tr("Back office") : to_wx(row.number);
    case plate:
        return to_wx(row.plate);
    case person:
        return to_wx(row.name);
    case slot:
        return !row.slot ? wxString() : *row.slot == model::Slot::a ? "A" : "B";
    case state:
        return nobody ? wxString() : label_of(row.mark.state);
    case minutes:
        return row.mark.minutes
            ? wxString::Format("%lld", static_cast<long long>(*row.mark.minutes))
            : wxString();
    case cover:
        return to_wx(row.cover);
    default:
        return to_wx(model::remark_of(row, language()));
    }
}

} // namespace views
