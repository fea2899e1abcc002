#include "views/shell/move_posting_dialog.h"

#include "model/base/text.h"
#include "model/entities/posting.h"
#include "model/entities/posting_change.h"
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
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace views {

namespace {

constexpr int gap = 10;
constexpr std::string_view day_name = "day";

wxString status_label(const std::string& code)
{
    const auto* label = model::label_of(model::choices_of<model::PostingStatus>, code);
    return label ? tr(label) : tr("No status yet");
}

} // namespace

MovePostingDialog::MovePostingDialog(
    wxWindow* parent, model::Editor& editor, const model::Uuid& posting)
    : wxDialog(parent, wxID_ANY, tr("Change the status of {1}", {editor.store().title_of(posting)}),
        wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , editor_(editor)
    , posting_(posting)
    , offered_(model::moves_for(editor.store(), posting, editor.store().today()))
    , to_(new wxChoice(this, wxID_ANY))
    , fields_(new wxPanel(this))
    , told_(new WrappedText(this))
    , move_(new wxButton(this, wxID_OK, tr("&Make the change")))
{
    SetName("move_posting");
    name_control(to_, "to_status", tr("New status"));
    name_control(told_, "told");
    name_control(move_, "move_now");
    for (const auto& each : offered_)
        to_->Append(status_label(each.move->to));
    if (!offered_.empty())
        to_->SetSelection(0);
    lay_out();
    wire();
    show_fields();
    offer_help(*this, "staff");
    to_->SetFocus();
}

MovePostingDialog::~MovePostingDialog() = default;

void MovePostingDialog::lay_out()
{
    auto* status = new wxFlexGridSizer(2, FromDIP(wxSize(gap, 6)));
    status->AddGrowableCol(1);
    const auto middle = wxSizerFlags().CenterVertical();
    status->Add(label(this, tr("Status now")), middle);
    status->Add(new wxStaticText(this, wxID_ANY, status_now()), middle);
    status->Add(label(this, tr("New &status")), middle);
    status->Add(to_, wxSizerFlags().Expand());
    to_->MoveBeforeInTabOrder(fields_);
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(gap));
    all->Add(status, flags);
    all->Add(fields_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(gap)));
    all->Add(told_, flags);
    all->Add(dialog_buttons(*this, move_), wxSizerFlags().Expand().Border(wxALL, FromDIP(gap)));
    SetSizer(all);
    SetSize(dialog_size(*this, wxSize(560, 430)));
    CentreOnParent();
}

void MovePostingDialog::wire()
{
    to_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(this, [this] { show_fields(); }); });
    move_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { move(); }); });
    move_->SetDefault();
}

/// All as wide as the widest of any change, so that what stands beside them is in one line.
wxStaticText* MovePostingDialog::label(wxWindow* parent, const wxString& words)
{
    int width = 0;
    for (const auto& text :
        {tr("Status now"), tr("New &status"), tr("Day of the change"), tr("Day of leaving")})
        width = std::max(width, GetTextExtent(text).x);
    for (const auto& each : offered_)
        for (const auto& asked : each.fields)
            width = std::max(width, GetTextExtent(tr(asked.field->label)).x);
    return new wxStaticText(parent, wxID_ANY, words, wxDefaultPosition, {width, -1},
        wxALIGN_RIGHT | wxST_NO_AUTORESIZE);
}

wxString MovePostingDialog::status_now() const
{
    const auto record = editor_.store().find(model::def_of<model::Posting>(), posting_);
    return status_label(record ? model::to_text((*record)["status"]) : std::string());
}

const model::OfferedMove& MovePostingDialog::offered() const
{
    return offered_.at(static_cast<std::size_t>(std::max(to_->GetSelection(), 0)));
}

const std::string& MovePostingDialog::chosen() const
{
    return offered().move->to;
}

void MovePostingDialog::add(
    std::string_view name, const model::FieldDef& field, const wxString& words)
{
    auto& grid = *fields_->GetSizer();
    grid.Add(label(fields_, words), wxSizerFlags().CenterVertical());
    auto& line = lines_.emplace_back(
        Line{std::string(name), &field, FieldEditor::make(fields_, field, editor_.store())});
    name_control(line.editor->focus(), name, words);
    grid.Add(line.editor->control(), wxSizerFlags().Expand().CenterVertical());
    line.editor->on_enter = [this] { guarded(this, [this] { move(); }); };
}

/// The day, and exactly what the chosen change demands.
void MovePostingDialog::show_fields()
{
    lines_.clear();
    fields_->DestroyChildren();
    auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(gap, 6)));
    grid->AddGrowableCol(1);
    fields_->SetSizer(grid);
    const auto& change = model::def_of<model::PostingChange>();
    add(day_name, *change.find("settled"),
        chosen() == "left" ? tr("Day of leaving") : tr("Day of the change"));
    lines_.back().editor->set(model::Value{editor_.store().today()});
    bool has_choice = false;
    for (const auto& each : offered().fields) {
        add(each.field->name, *each.field, tr(each.field->label));
        lines_.back().editor->set(each.value);
        has_choice = has_choice || !each.is_needed;
    }
    fields_->Layout();
    wxString words;
    if (lines_.size() == 1)
        words = tr("This change needs nothing but its day.");
    else if (has_choice)
        words = tr("Of the kind and the reason of the end one will do; all else is needed.");
    else
        words = tr("All of this is needed.");
    tell(words, false);
}

void MovePostingDialog::choose(std::string_view to)
{
    const auto found = std::ranges::find_if(
        offered_, [&](const model::OfferedMove& each) { return each.move->to == to; });
    if (found == offered_.end())
        return;
    to_->SetSelection(static_cast<int>(found - offered_.begin()));
    show_fields();
}

void MovePostingDialog::type(std::string_view field, const wxString& text)
{
    for (auto& line : lines_)
        if (line.name == field) {
            if (auto* control = dynamic_cast<wxTextCtrl*>(line.editor->focus()))
                control->ChangeValue(text);
            line.editor->type(text);
        }
}

/// What was entered; nothing where some of it cannot be read, which is told.
std::optional<model::StatusChange> MovePostingDialog::change()
{
    model::StatusChange change{.to = chosen(), .on = editor_.store().today()};
    for (auto& line : lines_) {
        const auto entry = line.editor->get();
        const auto* value = std::get_if<model::Value>(&entry);
        const auto* day = value ? std::get_if<model::Date>(value) : nullptr;
        const bool is_day = line.name == day_name;
        if (!value || (is_day && !day)) {
            tell(value ? tr("The day of the change is still missing")
                       : tr(line.field->label) + ": " + tr(std::get<model::Message>(entry)),
                true);
            line.editor->focus()->SetFocus();
            return std::nullopt;
        }
        if (is_day)
            change.on = *day;
        else if (!model::is_empty(*value))
            change.given[line.name] = *value;
    }
    return change;
}

void MovePostingDialog::move()
{
    const auto wanted = change();
    if (!wanted)
        return;
    const auto outcome = model::move_posting(editor_, posting_, *wanted);
    if (outcome.done)
        return end_dialog(*this, wxID_OK);
    constexpr std::size_t most_told = 3;
    std::vector<std::string> sentences;
    FieldEditor* first = nullptr;
    for (const auto& finding : outcome.findings) {
        if (finding.level != model::Level::refuse)
            continue;
        const bool is_at_its_field = finding.rule == "move" && finding.field != "status";
        if (sentences.size() < most_told && !is_at_its_field) // the sentence names all of them
            sentences.push_back(from_wx(tr(finding.message)));
        const auto at = std::ranges::find(lines_, finding.field, &Line::name);
        if (at != lines_.end() && !first)
            first = at->editor.get();
    }
    tell(to_wx(model::join(sentences, "\n")), true);
    if (first)
        first->focus()->SetFocus();
}

void MovePostingDialog::tell(const wxString& sentence, bool is_refusal)
{
    told_->SetForegroundColour(
        is_refusal ? colour_of(model::Level::refuse) : wxColour(wxNullColour));
    told_->show(sentence);
    told_->wrap(GetClientSize().x - FromDIP(2 * gap));
    Layout();
}

} // namespace views
