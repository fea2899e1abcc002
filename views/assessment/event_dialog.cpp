#include "views/assessment/event_dialog.h"

#include "model/assessing/kept_methods.h"
#include "model/assessing/period_input.h"
#include "model/base/text.h"
#include "views/form/seen_records.h"
#include "views/help/help_menu.h"
#include "views/import/cell_table.h"
#include "views/shell/questions.h"
#include "views/widgets/colours.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/suggest_box.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <charconv>

namespace views {

namespace {

constexpr int gap = 8;
constexpr int field_width = 320;

std::optional<std::int64_t> number_in(const wxTextCtrl& control)
{
    const auto text = model::trimmed(from_wx(control.GetValue()));
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number)
                                                                    : std::nullopt;
}

std::string points_of(const model::RuleLine& line)
{
    if (!line.bands.empty()) {
        std::vector<std::string> bands;
        for (const auto& band : line.bands)
            bands.push_back(band.points.text());
        return model::join(bands, "/");
    }
    auto text = line.points ? line.points->text() : std::string();
    if (line.most)
        text += "…" + line.most->text();
    return text;
}

wxString text_of(const model::RuleLine& line)
{
    return to_wx(line.number + ' ' + line.text);
}

} // namespace

EventDialog::EventDialog(wxWindow* parent, model::Editor& editor)
    : wxDialog(parent, wxID_ANY, tr("Events of the assessment ledger"), wxDefaultPosition,
        wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , editor_(editor)
    , method_(new wxChoice(this, wxID_ANY))
    , day_(
          FieldEditor::make(this, *model::def_of<model::LedgerEntry>().find("day"), editor.store()))
    , line_(new SuggestBox(this,
          [this](const wxString& typed) {
              std::vector<Suggestion> found;
              const auto words = model::trimmed(from_wx(typed));
              for (std::size_t i = 0; shown_ && i < shown_->lines.size(); ++i) {
                  const auto& line = shown_->lines[i];
                  if (line.number.starts_with(words) || line.text.find(words) != std::string::npos)
                      found.push_back({.id = model::Uuid::named("rule", line.number),
                          .text = text_of(line),
                          .detail = to_wx(points_of(line))});
              }
              return found;
          }))
    , object_label_(new wxStaticText(this, wxID_ANY, tr("Object")))
    , object_place_(new wxPanel(this))
    , count_(new wxTextCtrl(this, wxID_ANY, "1"))
    , minutes_label_(new wxStaticText(this, wxID_ANY, tr("Minutes")))
    , minutes_(new wxTextCtrl(this, wxID_ANY))
    , each_label_(new wxStaticText(this, wxID_ANY, tr("Points each")))
    , each_(new wxTextCtrl(this, wxID_ANY))
    , evidence_(new wxTextCtrl(this, wxID_ANY))
    , points_(new wxStaticText(this, wxID_ANY, {}))
    , told_(new WrappedText(this))
    , table_(new CellTable(this, "entered", tr("Entered here")))
    , add_(new wxButton(this, wxID_ADD, tr("&Enter it")))
{
    SetName("event_dialog");
    name_control(method_, "method", tr("Assessment method"));
    name_control(day_->focus(), "day", tr("Day of the event"));
    name_control(line_->text(), "rule", tr("Rule"));
    name_control(count_, "count", tr("Count"));
    name_control(minutes_, "minutes", tr("Minutes"));
    name_control(each_, "each", tr("Points each"));
    name_control(evidence_, "evidence", tr("Evidence"));
    name_control(points_, "points");
    name_control(told_, "told");
    name_control(add_, "enter");
    told_->SetForegroundColour(colour_of(model::Level::refuse));
    for (const auto& record :
        editor.store().select({.def = &model::def_of<model::Method>(), .order = "name"})) {
        const auto method = model::from_record<model::Method>(record);
        if (std::ranges::find(codes_, method.code) == codes_.end()) {
            codes_.push_back(method.code);
            method_->Append(to_wx(method.name));
        }
    }
    method_->SetSelection(codes_.empty() ? wxNOT_FOUND : 0);
    day_->set(model::Value{editor.store().today()});
    object_place_->SetSizer(new wxBoxSizer(wxHORIZONTAL));
    lay_out();
    wire();
    take_method();
    offer_help(*this, "scores");
    line_->text()->SetFocus();
}

EventDialog::~EventDialog() = default;

void EventDialog::lay_out()
{
    auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(8, 6)));
    grid->AddGrowableCol(1);
    const auto add = [&](wxStaticText* label, wxWindow* control) {
        grid->Add(label, wxSizerFlags().CenterVertical().Right());
        control->SetMinSize({word_width(*this, field_width), -1});
        grid->Add(control, wxSizerFlags().Expand());
    };
    const auto label = [this](
                           const char* text) { return new wxStaticText(this, wxID_ANY, tr(text)); };
    add(label(model::msgid("Assessment method")), method_);
    add(label(model::msgid("Day of the event")), day_->control());
    add(label(model::msgid("Rule")), line_);
    add(object_label_, object_place_);
    add(label(model::msgid("Count")), count_);
    add(minutes_label_, minutes_);
    add(each_label_, each_);
    add(label(model::msgid("Evidence")), evidence_);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(points_, wxSizerFlags(1).CenterVertical());
    row->Add(add_, wxSizerFlags().CenterVertical());
    table_->show({{.head = tr("Day of the event"), .width = 100}, {.head = tr("Rule"), .width = 60},
                     {.head = tr("What the rule is about"), .width = 220, .grows = true},
                     {.head = tr("Object"), .width = 120}, {.head = tr("Points"), .width = 70}},
        0, [this](std::size_t at, std::size_t column) {
            CellTable::Cell cell;
            if (at >= entered_.size())
                return cell;
            const auto& entry = entered_[at];
            const auto object = entry.person ? entry.person
                : entry.window               ? entry.window
                : entry.outlet               ? entry.outlet
                                             : entry.unit;
            const std::array texts{entry.day ? to_wx(model::to_iso(*entry.day)) : wxString(),
                to_wx(entry.line), to_wx(entry.text),
                object ? title_of(editor_.store(), *object) : wxString(),
                entry.points ? to_wx(entry.points->text()) : wxString()};
            cell.text = texts.at(column);
            return cell;
        });
    auto* close = new wxButton(this, wxID_CANCEL, tr("Close"));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10));
    all->Add(grid, flags);
    all->Add(row, flags);
    all->Add(told_, flags);
    all->Add(table_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10)));
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    buttons->Add(close);
    all->Add(buttons, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    SetSizer(all);
    SetSize(dialog_size(*this, wxSize(680, 620)));
    CentreOnParent();
    add_->SetDefault();
    add_->MoveBeforeInTabOrder(table_);
    close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { leave(); });
}

void EventDialog::wire()
{
    method_->Bind(
        wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(this, [this] { take_method(); }); });
    line_->on_take = [this](const Suggestion& taken) {
        for (const auto& line : shown_->lines)
            if (model::Uuid::named("rule", line.number) == taken.id)
                take_rule(&line);
    };
    line_->on_type = [this] { take_rule(nullptr); };
    line_->on_enter = [this] {
        if (rule() && object_)
            object_->focus()->SetFocus();
    };
    day_->on_enter = [this] { line_->text()->SetFocus(); };
    day_->on_change = [this] { guarded(this, [this] { take_method(); }); };
    for (auto* text : {count_, minutes_, each_})
        text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { show_points(); });
    add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { enter(); }); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const bool lists =
            line_->is_open() || day_->takes_escape() || (object_ && object_->takes_escape());
        if (event.GetKeyCode() != WXK_ESCAPE)
            event.Skip();
        else if (lists)
            event.DoAllowNextEvent(); // it closes the list, and not the dialog
        else
            leave();
    });
}

/// Somebody is named of whom nothing was entered yet.
void EventDialog::leave()
{
    const auto entry = object_ ? object_->get() : model::Entry{model::Value{}};
    const auto* value = std::get_if<model::Value>(&entry);
    if ((value && model::is_empty(*value)) || ask_give_up(this))
        end_dialog(*this, wxID_CANCEL);
}

std::optional<model::Date> EventDialog::day() const
{
    const auto entry = day_->get();
    const auto* value = std::get_if<model::Value>(&entry);
    const auto* date = value ? std::get_if<model::Date>(value) : nullptr;
    return date ? std::optional(*date) : std::nullopt;
}

/// The version that holds on the day.
void EventDialog::take_method()
{
    const auto on = day();
    const int at = method_->GetSelection();
    shown_.reset();
    if (at == wxNOT_FOUND) {
        take_rule(nullptr);
        return tell(tr("There is no assessment method yet: bring one in on the page of assessment "
                       "methods"));
    }
    if (!on)
        return;
    const auto& code = codes_.at(static_cast<std::size_t>(at));
    const auto version = model::version_on(editor_.store(), code, *on);
    if (!version) {
        tell(tr("No version of the method “{1}” holds on {2}: bring it in first, or give it its "
                "days",
            {code, model::to_iso(*on)}));
        return show_points();
    }
    shown_ = model::kept_method(editor_.store(), version->id);
    tell({});
    take_rule(rule());
}

const model::RuleLine* EventDialog::rule() const
{
    return shown_ && !rule_.empty() ? shown_->line(rule_) : nullptr;
}

void EventDialog::take_rule(const model::RuleLine* line)
{
    rule_ = line ? line->number : std::string();
    make_object();
    const bool by_minutes = line && !line->bands.empty();
    const bool has_choice = line && line->most.has_value();
    minutes_->Show(by_minutes);
    minutes_label_->Show(by_minutes);
    each_->Show(has_choice);
    each_label_->Show(has_choice);
    show_points();
    Layout();
}

/// An editor for the kind of object that the rule is about.
void EventDialog::make_object()
{
    const auto* line = rule();
    const auto kind = line ? line->object : object_kind_.value_or(model::AssessedKind::staff);
    if (object_ && object_kind_ == kind)
        return;
    object_kind_ = kind;
    object_.reset();
    object_place_->DestroyChildren();
    const auto& def = model::register_of(kind);
    object_ = FieldEditor::make_for_record(object_place_, "object", def, editor_.store());
    object_->offer_only(seen_records(editor_));
    name_control(object_->focus(), "object", tr(def.label));
    object_->on_enter = [this] { guarded(this, [this] { enter(); }); };
    object_label_->SetLabel(tr(def.label));
    object_place_->GetSizer()->Clear();
    object_place_->GetSizer()->Add(object_->control(), wxSizerFlags(1).Expand());
    object_place_->Layout();
}

void EventDialog::show_points()
{
    wxString text;
    if (const auto* line = rule()) {
        const auto count = number_in(*count_);
        const auto minutes = number_in(*minutes_);
        std::optional<model::Points> points = line->points;
        if (line->most)
            points = model::Points::parse(from_wx(each_->GetValue()));
        if (!line->bands.empty()) {
            points.reset();
            for (const auto& band : line->bands)
                if (minutes && band.from <= *minutes && (!band.to || *minutes <= *band.to))
                    points = band.points;
        }
        if (points && count)
            text = tr("Points: {1}", {(line->bands.empty() ? *points * *count : *points).text()});
        else if (points || line->most || !line->bands.empty())
            text = tr("Points: {1}", {points_of(*line)});
    }
    points_->SetLabelText(text);
    add_->Enable(rule() != nullptr);
}

void EventDialog::type_rule(const std::string& number)
{
    if (const auto* line = shown_ ? shown_->line(number) : nullptr) {
        line_->show(text_of(*line));
        take_rule(line);
    }
}

void EventDialog::name_object(const model::Uuid& object)
{
    object_->set(model::Value{object});
}

void EventDialog::type_count(const wxString& text)
{
    count_->SetValue(text);
}

void EventDialog::type_minutes(const wxString& text)
{
    minutes_->SetValue(text);
}

void EventDialog::type_day(const wxString& text)
{
    day_->type(text);
    take_method();
}

void EventDialog::enter()
{
    const auto* line = rule();
    const auto on = day();
    const auto entry = object_ ? object_->get() : model::Entry{model::Value{}};
    const auto* value = std::get_if<model::Value>(&entry);
    const auto* object = value ? std::get_if<model::Uuid>(value) : nullptr;
    if (!line)
        return tell(tr("Choose the rule: by its number or words of it"));
    if (!on)
        return tell(tr("Give the day of the event"));
    if (!object) {
        tell(value ? tr("Name the object: {1}", {from_wx(object_label_->GetLabel())})
                   : tr(std::get<model::Message>(entry)));
        return object_->focus()->SetFocus();
    }
    const auto count = number_in(*count_);
    if (!count)
        return tell(tr("“{1}” is no whole number", {from_wx(count_->GetValue())}));
    model::LedgerEvent event{.method = codes_.at(static_cast<std::size_t>(method_->GetSelection())),
        .line = line->number,
        .kind = line->object,
        .object = *object,
        .day = *on,
        .count = *count,
        .evidence = from_wx(evidence_->GetValue())};
    if (!line->bands.empty())
        event.minutes = number_in(*minutes_);
    if (line->most)
        event.each = model::Points::parse(from_wx(each_->GetValue()));
    try {
        const auto outcome = model::add_entry(editor_, event);
        if (!outcome.done)
            return tell(
                outcome.findings.empty() ? wxString() : tr(outcome.findings.front().message));
        const auto record = editor_.store().find(model::def_of<model::LedgerEntry>(), outcome.id);
        entered_.insert(entered_.begin(), model::from_record<model::LedgerEntry>(*record));
    } catch (const model::UsageError& error) {
        return tell(tr(error.message()));
    }
    table_->show_rows(entered_.size());
    tell({});
    count_->ChangeValue("1");
    minutes_->Clear();
    evidence_->Clear();
    object_->set({});
    object_->focus()->SetFocus();
}

void EventDialog::tell(const wxString& text)
{
    told_->show(text);
    told_->wrap(GetClientSize().x - FromDIP(20));
    Layout();
}

} // namespace views
