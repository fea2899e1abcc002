#include "views/hall/hall_page.h"

#include "model/commands/require.h"
#include "model/entities/window.h"
#include "model/entities/window_position.h"
#include "model/store/audit.h"
#include "model/store/contents.h"
#include "views/hall/hall_canvas.h"
#include "views/hall/hall_printout.h"
#include "views/list/print_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/slider.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace views {

namespace {

constexpr int gap = 8;
constexpr int zoom_step = 25;
constexpr int usual_paleness = 50;
constexpr int most_pale = 90; ///< in percent

} // namespace

HallPage::HallPage(wxWindow* parent, model::Editor& editor, Settings settings)
    : wxPanel(parent)
    , editor_(editor)
    , settings_(std::move(settings))
    , place_(new wxChoice(this, wxID_ANY))
    , counts_(new wxStaticText(this, wxID_ANY, {}))
    , zoomed_(new wxStaticText(this, wxID_ANY, {}))
    , smaller_(new wxButton(this, wxID_ANY, L"−", wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT))
    , larger_(new wxButton(this, wxID_ANY, L"＋", wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT))
    , canvas_(new HallCanvas(this))
    , beside_(new wxStaticText(this, wxID_ANY, {}))
    , list_(new wxListBox(this, wxID_ANY))
    , put_on_(new wxButton(this, wxID_ANY, tr("&Put on the plan")))
    , current_(new wxStaticText(this, wxID_ANY, {}))
    , legend_(new WrappedText(this))
    , told_(new WrappedText(this))
    , open_(new wxButton(this, wxID_ANY, tr("&Open the window")))
    , take_off_(new wxButton(this, wxID_ANY, tr("&Take off the plan")))
    , arrange_(new wxButton(this, wxID_ANY, tr("&Arrange all by number")))
    , print_(new wxButton(this, wxID_ANY, tr("P&rint the plan…")))
    , picture_(new wxStaticText(this, wxID_ANY, {}))
    , choose_picture_(new wxButton(this, wxID_ANY, tr("Picture of the &floor…")))
    , no_picture_(new wxButton(this, wxID_ANY, tr("Without pict&ure")))
    , pale_label_(new wxStaticText(this, wxID_ANY, tr("Pa&leness")))
    , pale_(new wxSlider(this, wxID_ANY, usual_paleness, 0, most_pale))
{
    name_controls();
    lay_out();
    wire();
    wire_picture();
    read_places();
}

void HallPage::name_controls()
{
    name_control(place_, "place", tr("Place"));
    name_control(counts_, "plan_counts");
    name_control(zoomed_, "zoomed");
    name_control(smaller_, "smaller", tr("Draw smaller"));
    name_control(larger_, "larger", tr("Draw larger"));
    name_control(beside_, "beside");
    name_control(list_, "unplaced", tr("Windows not on the plan"));
    name_control(put_on_, "put_on");
    name_control(current_, "current");
    name_control(legend_, "legend");
    name_control(told_, "told");
    name_control(open_, "open");
    name_control(take_off_, "take_off");
    name_control(arrange_, "arrange");
    name_control(print_, "print");
    smaller_->SetToolTip(tr("Draw smaller"));
    larger_->SetToolTip(tr("Draw larger"));
    name_control(picture_, "picture");
    name_control(choose_picture_, "choose_picture");
    name_control(no_picture_, "no_picture");
    name_control(pale_, "paleness", tr("Paleness of the picture"));
}

void HallPage::lay_out()
{
    constexpr int list_width = 170;
    auto* heading = new wxStaticText(this, wxID_ANY, tr("Hall plan"));
    heading->SetFont(heading->GetFont().Bold().Larger());
    const auto middle = wxSizerFlags().CenterVertical();
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(heading, middle);
    top->Add(place_, wxSizerFlags(middle).Border(wxLEFT, FromDIP(2 * gap)));
    top->Add(counts_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(2 * gap)));
    top->Add(smaller_, middle);
    top->Add(zoomed_, wxSizerFlags(middle).Border(wxLEFT | wxRIGHT, FromDIP(gap)));
    top->Add(larger_, middle);
    list_->SetMinSize({word_width(*this, list_width), -1});
    auto* right = new wxBoxSizer(wxVERTICAL);
    right->Add(beside_, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(gap) / 2));
    right->Add(list_, wxSizerFlags(1).Expand());
    right->Add(put_on_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(gap)));
    auto* floor = new wxBoxSizer(wxHORIZONTAL);
    floor->Add(canvas_, wxSizerFlags(1).Expand());
    floor->Add(right, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(gap)));
    auto* buttons = new wxWrapSizer(wxHORIZONTAL);
    for (auto* button : {open_, take_off_, arrange_, print_})
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
    const auto beside = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(gap));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(top, wxSizerFlags().Expand().Border(wxALL, FromDIP(gap)));
    all->Add(floor, wxSizerFlags(1).Expand());
    for (wxWindow* each : {static_cast<wxWindow*>(current_), static_cast<wxWindow*>(legend_),
             static_cast<wxWindow*>(told_)})
        all->Add(each, beside);
    all->Add(lay_out_picture(), beside);
    all->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxTOP, FromDIP(gap)));
    SetSizer(all);
}

void HallPage::wire()
{
    const auto on = [this](wxButton* button, void (HallPage::*work)()) {
        button->Bind(wxEVT_BUTTON,
            [this, work](wxCommandEvent&) { guarded(this, [&] { (this->*work)(); }); });
    };
    on(open_, &HallPage::open_window);
    on(take_off_, &HallPage::take_off);
    on(arrange_, &HallPage::arrange);
    on(put_on_, &HallPage::put_on);
    on(print_, &HallPage::print);
    const auto zoom = [this](int by) { canvas_->zoom_to(canvas_->zoom() + by); };
    smaller_->Bind(wxEVT_BUTTON, [zoom](wxCommandEvent&) { zoom(-zoom_step); });
    larger_->Bind(wxEVT_BUTTON, [zoom](wxCommandEvent&) { zoom(zoom_step); });
    list_->Bind(
        wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { guarded(this, [this] { put_on(); }); });
    list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { update(); });
    list_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() != WXK_RETURN || event.HasAnyModifiers())
            return event.Skip();
        guarded(this, [this] { put_on(); });
    });
    place_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(this, [this] { read(); }); });
    canvas_->on_open = [this] { guarded(this, [this] { open_window(); }); };
    canvas_->on_take_off = [this] { guarded(this, [this] { take_off(); }); };
    canvas_->on_go = [this] { update(); };
    canvas_->on_place = [this](const model::Uuid& window, const model::PlanArea& area) {
        guarded(this, [&] {
            const model::PlacedWindow placed{window, area};
            place({&placed, 1});
        });
    };
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        wrap();
    });
}

void HallPage::wrap()
{
    for (auto* text : {legend_, told_})
        text->wrap(GetClientSize().x - FromDIP(2 * gap));
}

void HallPage::read_places()
{
    const auto before = place_->GetSelection() == wxNOT_FOUND || places_.empty()
        ? model::Uuid()
        : places_.at(static_cast<std::size_t>(place_->GetSelection())).id;
    places_ = model::plan_places(editor_.store(), editor_.permission());
    place_->Clear();
    for (const auto& each : places_)
        place_->Append(to_wx(each.name));
    const auto same = std::ranges::find(places_, before, &model::Place::id);
    if (!places_.empty())
        place_->SetSelection(same == places_.end() ? 0 : static_cast<int>(same - places_.begin()));
    place_->Enable(!places_.empty());
}

void HallPage::refresh()
{
    const auto state = editor_.store().state();
    const bool has_arrived = plan_ && plan_->picture && !plan_->picture->is_here
        && model::Contents(editor_.store()).has(plan_->picture->hash);
    if (state == state_ && !has_arrived && (!plan_ || plan_->day == editor_.store().today()))
        return;
    read_places();
    read();
}

void HallPage::focus()
{
    canvas_->SetFocus();
}

void HallPage::read()
{
    auto& store = editor_.store();
    state_ = store.state();
    auto plan = std::make_shared<model::HallPlan>();
    if (place_->GetSelection() != wxNOT_FOUND && !places_.empty())
        *plan = model::read_hall_plan(store, editor_.permission(),
            places_.at(static_cast<std::size_t>(place_->GetSelection())).id, store.today());
    plan_ = plan;
    read_picture();
    canvas_->show(plan_, under_);
    fill_unplaced();
    legend_->show(
        legend() + L"　　" + tr("Ctrl and the arrow keys move a window, with Shift they size it"));
    told_->show(places_.empty() ? tr("No place has a window that this account may see: enter "
                                     "windows with their place first")
                                : trouble_);
    counts_->SetLabelText(tr("{1} windows, {2} on the plan",
        {std::to_string(plan_->windows.size()), std::to_string(plan_->placed())}));
    wrap();
    Layout();
    update();
}

void HallPage::fill_unplaced()
{
    const int chosen = list_->GetSelection();
    unplaced_.clear();
    list_->Clear();
    for (const auto& window : plan_->windows)
        if (!window.area) {
            unplaced_.push_back(window.id);
            list_->Append(
                to_wx(window.plate.empty() ? window.number : window.number + ' ' + window.plate));
        }
    if (!unplaced_.empty())
        list_->SetSelection(std::clamp(chosen, 0, static_cast<int>(unplaced_.size()) - 1));
    beside_->SetLabelText(tr("Not on the plan: {1}", {std::to_string(unplaced_.size())}));
}

/// "停 停用 2　缺 无人 1": what each letter stands for, and how many there are.
wxString HallPage::legend() const
{
    wxString text;
    for (int i = 0; i < model::plan_states; ++i) {
        const auto state = static_cast<model::PlanState>(i);
        if (!text.empty())
            text += L"　";
        const bool is_seen = std::ranges::find(plan_->unseen, state) == plan_->unseen.end();
        text += tr(model::letter_of(state)) + L"＝" + tr(model::label_of(state)) + ' '
            + (is_seen ? wxString(std::to_string(plan_->count(state)))
                       : tr("(this account may not see it)"));
    }
    return text;
}

void HallPage::update()
{
    const auto* window = canvas_->current();
    const bool may_enter = editor_.permission().may_somewhere(
        model::Action::enter, model::def_of<model::WindowPosition>());
    open_->Enable(window != nullptr);
    take_off_->Enable(window != nullptr && may_enter);
    arrange_->Enable(plan_ && !plan_->windows.empty() && may_enter);
    put_on_->Enable(chosen_unplaced() != nullptr && may_enter);
    print_->Enable(plan_ && !plan_->windows.empty());
    const auto why_not = plan_ && !plan_->place.is_nil()
        ? model::Attachments(editor_).why_not(plan_->place)
        : std::optional(model::Message{model::msgid("Choose a place first")});
    choose_picture_->Enable(!why_not);
    choose_picture_->SetToolTip(why_not ? tr(*why_not) : wxString());
    no_picture_->Enable(!why_not && plan_ && plan_->picture);
    pale_->Enable(bool(under_.picture));
    zoomed_->SetLabelText(wxString::Format("%d%%", canvas_->zoom()));
    current_->SetLabelText(window ? to_wx(model::spoken(*window, language())) : wxString());
}

const model::PlanWindow* HallPage::chosen_unplaced() const
{
    const int chosen = list_->GetSelection();
    return plan_ && chosen >= 0 && chosen < static_cast<int>(unplaced_.size())
        ? plan_->find(unplaced_[static_cast<std::size_t>(chosen)])
        : nullptr;
}

void HallPage::open_window()
{
    if (const auto* window = canvas_->current(); window && on_open_record)
        on_open_record(model::def_of<model::Window>(), model::Uuid(window->id));
}

void HallPage::place(std::span<const model::PlacedWindow> placed)
{
    const auto last = placed.empty() ? model::Uuid() : placed.back().window;
    const auto outcome = model::place_windows(editor_, *plan_, placed);
    read();
    if (placed.size() == 1)
        canvas_->go_to(last);
    tell(outcome);
}

/// What was refused stands below the plan, with its reason.
void HallPage::tell(const model::Outcome& outcome)
{
    if (outcome.done) {
        if (on_written)
            on_written();
        return;
    }
    wxString reasons;
    for (const auto& finding : outcome.findings)
        if (finding.level == model::Level::refuse)
            reasons += (reasons.empty() ? wxString() : wxString(L"；")) + tr(finding.message);
    told_->show(reasons);
    wrap();
    Layout();
    if (on_say)
        on_say(reasons);
}

void HallPage::take_off()
{
    const auto* window = canvas_->current();
    if (!window)
        return;
    const auto outcome = editor_.remove(window->position);
    read();
    tell(outcome);
}

void HallPage::arrange()
{
    place(model::arranged(*plan_));
}

void HallPage::put_on()
{
    const auto* window = chosen_unplaced();
    if (!window)
        return;
    const model::PlacedWindow placed{window->id, model::free_area(*plan_)};
    place({&placed, 1});
}

void HallPage::print()
{
    if (!plan_)
        return;
    model::Query printed{.def = &model::def_of<model::Window>(),
        .where = "t.\"place\" = ?",
        .arguments = {model::Value{plan_->place}}};
    model::require_of_all(editor_, model::Action::print, std::move(printed));
    auto* frame = wxGetTopLevelParent(this);
    auto job = std::make_shared<PrintedHall>();
    job->plan = plan_;
    job->office = to_wx(editor_.store().self().office);
    job->date = tr("Printed on {1}", {model::to_iso(plan_->day)});
    job->legend = legend();
    job->under = under_;
    job->on_printed = [this, name = plan_->name] {
        model::Audit(editor_.store())
            .note({.what = model::audited::print,
                .who = editor_.account(),
                .detail = {model::msgid("The plan of {1} printed"), {name}},
                .kind = model::def_of<model::WindowPosition>().id});
    };
    PrintDialog(frame,
        {tr("Hall plan"),
            tr("{1} windows, {2} on the plan",
                {std::to_string(plan_->windows.size()), std::to_string(plan_->placed())}),
            true, [job, frame] { return new HallPrintout(job, *frame); }})
        .ShowModal();
}

} // namespace views
