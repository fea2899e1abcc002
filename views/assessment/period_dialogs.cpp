#include "views/assessment/period_dialogs.h"

#include "model/entities/method.h"
#include "model/entities/place.h"
#include "views/form/field_editor.h"
#include "views/help/help_menu.h"
#include "views/widgets/colours.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <chrono>

namespace views {

namespace {

constexpr int width = 480;
constexpr int field_width = 300;

const char* label_of(model::PeriodMove move)
{
    return model::choices_of<model::PeriodMove>.at(static_cast<std::size_t>(move)).label;
}

/// What the step does, in one sentence.
const char* about(model::PeriodMove move)
{
    switch (move) {
    case model::PeriodMove::draft:
        return model::msgid("The scores so far become the draft. Entries can still be made.");
    case model::PeriodMove::notice:
        return model::msgid("The units are told their draft; from this day they may object.");
    case model::PeriodMove::make_public:
        return model::msgid("The scores are put up for everybody to see.");
    case model::PeriodMove::lock:
        return model::msgid("The scores are kept for ever as they are now: entries, methods and "
                            "postings that change later no longer change them.");
    case model::PeriodMove::publish:
        return model::msgid("The bulletin went out to the units.");
    case model::PeriodMove::reopen:
        return model::msgid("The period goes back to its draft and takes entries again. History "
                            "keeps who opened it and why.");
    }
    return "";
}

std::unique_ptr<FieldEditor> date_editor(
    wxDialog& dialog, wxFlexGridSizer& grid, model::Editor& editor, std::string_view field)
{
    const auto& def = *model::def_of<model::Period>().find(field);
    grid.Add(new wxStaticText(&dialog, wxID_ANY, tr(def.label)),
        wxSizerFlags().CenterVertical().Right());
    auto made = FieldEditor::make(&dialog, def, editor.store());
    name_control(made->focus(), std::string(field), tr(def.label));
    made->control()->SetMinSize({word_width(dialog, field_width), -1});
    grid.Add(made->control(), wxSizerFlags().Expand());
    return made;
}

std::optional<model::Date> day_in(const std::unique_ptr<FieldEditor>& editor)
{
    if (!editor)
        return std::nullopt;
    const auto entry = editor->get();
    if (const auto* why = std::get_if<model::Message>(&entry))
        throw model::UsageError(*why);
    const auto* day = std::get_if<model::Date>(&std::get<model::Value>(entry));
    return day ? std::optional(*day) : std::nullopt;
}

void lay_out(wxDialog& dialog, wxSizer* grid, const std::vector<wxWindow*>& above,
    const std::vector<wxWindow*>& below, wxButton* ok)
{
    const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, dialog.FromDIP(10));
    auto* all = new wxBoxSizer(wxVERTICAL);
    for (auto* window : above)
        all->Add(window, flags);
    all->Add(grid, flags);
    for (auto* window : below)
        all->Add(window, flags);
    all->Add(dialog_buttons(dialog, ok), flags);
    all->AddSpacer(dialog.FromDIP(10));
    dialog.SetSizer(all);
    ok->SetDefault();
    dialog.SetClientSize(word_width(dialog, width), all->GetMinSize().y);
    dialog.Fit();
    dialog.CentreOnParent();
}

wxString refusals(const model::Outcome& outcome)
{
    wxString text;
    for (const auto& finding : outcome.findings)
        text += (text.empty() ? "" : "\n") + tr(finding.message);
    return text;
}

void show_told(wxDialog& dialog, WrappedText& told, const wxString& text)
{
    told.show(text);
    told.wrap(word_width(dialog, width));
    dialog.Fit();
}

} // namespace

PeriodStepDialog::PeriodStepDialog(
    wxWindow* parent, model::Editor& editor, const model::Period& period, model::PeriodMove move)
    : wxDialog(parent, wxID_ANY, tr(label_of(move)))
    , editor_(editor)
    , period_(period)
    , move_(move)
    , told_(new WrappedText(this))
{
    SetName("period_step");
    name_control(told_, "told");
    told_->SetForegroundColour(colour_of(model::Level::refuse));
    auto* sentence = new WrappedText(this);
    auto* name = new wxStaticText(this, wxID_ANY, to_wx(period.name));
    name->SetFont(name->GetFont().Bold());
    sentence->show(tr(about(move)));
    sentence->wrap(word_width(*this, width));
    auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(8, 8)));
    grid->AddGrowableCol(1);
    using enum model::PeriodMove;
    if (move == notice) {
        on_ = date_editor(*this, *grid, editor, "noticed");
        until_ = date_editor(*this, *grid, editor, "object_until");
    } else if (move == make_public) {
        on_ = date_editor(*this, *grid, editor, "public_from");
        until_ = date_editor(*this, *grid, editor, "public_until");
    } else if (move == lock) {
        on_ = date_editor(*this, *grid, editor, "locked");
    } else if (move == publish) {
        on_ = date_editor(*this, *grid, editor, "published");
    }
    if (on_)
        on_->set(model::Value{editor.store().today()});
    for (auto* each : {on_.get(), until_.get()})
        if (each)
            each->on_enter = [this] { guarded(this, [this] { take(); }); };
    if (move == publish || move == reopen) {
        const auto& def =
            *model::def_of<model::Period>().find(move == publish ? "document" : "reopened");
        grid->Add(new wxStaticText(this, wxID_ANY, tr(def.label)),
            wxSizerFlags().CenterVertical().Right());
        words_ = new wxTextCtrl(this, wxID_ANY);
        words_->SetMinSize({word_width(*this, field_width), -1});
        name_control(words_, std::string(def.name), tr(def.label));
        grid->Add(words_, wxSizerFlags().Expand());
    }
    std::vector<wxWindow*> below;
    if (move == lock) {
        anyway_ = new wxCheckBox(
            this, wxID_ANY, tr("Lock although scores are missing or entries do not &count"));
        name_control(anyway_, "anyway");
        below.push_back(anyway_);
    }
    below.push_back(told_);
    auto* ok = new wxButton(this, wxID_OK, tr(label_of(move)));
    ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { take(); }); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const bool lists = (on_ && on_->takes_escape()) || (until_ && until_->takes_escape());
        if (event.GetKeyCode() == WXK_ESCAPE && lists)
            event.DoAllowNextEvent(); // it closes the list, and not the dialog
        else
            event.Skip();
    });
    lay_out(*this, grid, {name, sentence}, below, ok);
    offer_help(*this, "scores");
    if (words_)
        words_->SetFocus();
    else if (on_)
        on_->focus()->SetFocus();
}

PeriodStepDialog::~PeriodStepDialog() = default;

void PeriodStepDialog::type_words(const wxString& text)
{
    if (words_)
        words_->ChangeValue(text);
}

void PeriodStepDialog::accept_doubts()
{
    if (anyway_)
        anyway_->SetValue(true);
}

void PeriodStepDialog::take()
{
    const auto words = words_ ? from_wx(words_->GetValue()) : std::string();
    const model::PeriodStep step{.move = move_,
        .on = day_in(on_),
        .until = day_in(until_),
        .reason = move_ == model::PeriodMove::reopen ? words : std::string(),
        .document = move_ == model::PeriodMove::publish ? words : std::string(),
        .anyway = anyway_ && anyway_->GetValue()};
    const wxBusyCursor busy;
    const auto outcome = model::move_period(editor_, period_.id, step);
    if (outcome.done)
        return end_dialog(*this, wxID_OK);
    show_told(*this, *told_, refusals(outcome));
}

OpenPeriodDialog::OpenPeriodDialog(wxWindow* parent, model::Editor& editor)
    : wxDialog(parent, wxID_ANY, tr("Open an assessment period"))
    , editor_(editor)
    , place_(new wxChoice(this, wxID_ANY))
    , method_(new wxChoice(this, wxID_ANY))
    , span_(new wxTextCtrl(this, wxID_ANY))
    , told_(new WrappedText(this))
{
    SetName("open_period");
    name_control(place_, "place", tr("Place"));
    name_control(method_, "method", tr("Assessment method"));
    name_control(span_, "span", tr("Month, quarter or year"));
    name_control(told_, "told");
    told_->SetForegroundColour(colour_of(model::Level::refuse));
    auto& store = editor.store();
    for (const auto& record :
        store.select({.def = &model::def_of<model::Method>(), .order = "name"})) {
        const auto method = model::from_record<model::Method>(record);
        if (std::ranges::find(codes_, method.code) == codes_.end()) {
            codes_.push_back(method.code);
            method_->Append(to_wx(method.name));
        }
    }
    const auto& places = model::def_of<model::Place>();
    const auto seen = editor.permission().extent(model::Action::see, places).condition(places);
    for (const auto& record : store.select({.def = &places, .where = seen})) {
        const auto place = model::from_record<model::Place>(record);
        if (place.closed && *place.closed <= store.today())
            continue;
        if (place.type != model::PlaceType::hall && place.type != model::PlaceType::park_centre
            && place.type != model::PlaceType::township_centre)
            continue;
        places_.push_back(place.id);
        place_->Append(to_wx(place.name));
    }
    place_->SetSelection(places_.empty() ? wxNOT_FOUND : 0);
    method_->SetSelection(codes_.empty() ? wxNOT_FOUND : 0);
    const auto last = model::AssessmentPeriod::of(model::PeriodKind::month, store.today()).before();
    span_->ChangeValue(to_wx(last.text()));
    span_->SetHint(tr("2026-10, 2026-Q4, 2026-H2 or 2026"));
    auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(8, 8)));
    grid->AddGrowableCol(1);
    const auto add = [&](const wxString& label, wxWindow* control) {
        grid->Add(new wxStaticText(this, wxID_ANY, label), wxSizerFlags().CenterVertical().Right());
        control->SetMinSize({word_width(*this, field_width), -1});
        grid->Add(control, wxSizerFlags().Expand());
    };
    add(tr("Place"), place_);
    add(tr("Assessment method"), method_);
    add(tr("Month, quarter or year"), span_);
    auto* ok = new wxButton(this, wxID_OK, tr("&Open the period"));
    ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { take(); }); });
    if (codes_.empty())
        told_->show(tr("There is no assessment method yet: bring one in on the page of assessment "
                       "methods"));
    told_->wrap(word_width(*this, width));
    lay_out(*this, grid, {}, {told_}, ok);
    offer_help(*this, "scores");
    span_->SetFocus();
    span_->SelectAll();
}

void OpenPeriodDialog::type_span(const wxString& text)
{
    span_->ChangeValue(text);
}

void OpenPeriodDialog::take()
{
    const auto text = from_wx(span_->GetValue());
    const auto span = model::AssessmentPeriod::parse(text);
    if (!span)
        return show_told(*this, *told_,
            tr("“{1}” is no period: write 2026-10, 2026-Q4, 2026-H2 or 2026", {text}));
    if (places_.empty())
        return show_told(
            *this, *told_, tr("There is no hall or centre here that could be assessed"));
    if (codes_.empty())
        return;
    const auto outcome =
        model::open_period(editor_, places_.at(static_cast<std::size_t>(place_->GetSelection())),
            codes_.at(static_cast<std::size_t>(method_->GetSelection())), *span);
    opened_ = outcome.id;
    if (outcome.done)
        return end_dialog(*this, wxID_OK);
    show_told(*this, *told_, refusals(outcome));
}

} // namespace views
