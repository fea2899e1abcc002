#include "views/form/field_row.h"

#include "model/access/masking.h"
#include "model/commands/new_record.h"
#include "model/schema/extra_field.h"
#include "views/widgets/colours.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace views {

namespace {

/// Whose a field is in a word or two; nothing for this office's own and for everybody's.
wxString tag(const model::FieldMark& mark)
{
    if (!mark.owner || mark.is_ours)
        return {};
    switch (mark.owner->role) {
    case model::Role::unit:
        return tr("unit's");
    case model::Role::outlet:
        return tr("township's");
    case model::Role::upstream:
        return tr("catalog's");
    case model::Role::agency:
        return tr("county's");
    }
    return {};
}

/// The same as a sentence.
wxString owner_sentence(const model::FieldMark& mark)
{
    if (!mark.owner)
        return tr("This field is everybody's who deals with the record");
    if (mark.is_ours)
        return tr("This field is kept by this office");
    if (!mark.owner_name.empty())
        return tr("This field is kept by {1}", {mark.owner_name});
    return mark.owner->role == model::Role::upstream
        ? tr("This field comes from the catalog of the city or province")
        : tr("This field is kept by the hall office of the county");
}

wxString behalf_sentence(const model::OnBehalf& entry)
{
    const auto who = entry.device.empty() ? entry.user : entry.user + " (" + entry.device + ')';
    return tr("Entered on behalf by {1} on {2}, by document {3}",
        {who, from_wx(display(entry.at)), entry.document});
}

/// So that nobody has to tell the levels apart by their colours.
const wchar_t* sign_of(model::Level level)
{
    switch (level) {
    case model::Level::refuse:
        return L"× ";
    case model::Level::warn:
        return L"▲ ";
    case model::Level::remind:
        break;
    }
    return L"ⓘ ";
}

wxString label(const model::EntityDef& def, const model::FieldDef& field)
{
    const auto text = tr(field.label);
    return model::is_needed(def, field) ? tr("{1} *", {from_wx(text)}) : text;
}

} // namespace

FieldRow::FieldRow(wxWindow* parent, wxFlexGridSizer& grid, const model::EntityDef& def,
    const model::FieldDef& field, model::RecordStore& store)
    : field_(field)
    , label_(new wxStaticText(parent, wxID_ANY, label(def, field), wxDefaultPosition, wxDefaultSize,
          wxALIGN_RIGHT | wxST_NO_AUTORESIZE))
{
    // The label stands before its editor, so that screen readers on Windows join them.
    editor_ = FieldEditor::make(parent, field, store);
    if (field.personal) {
        masked_ =
            new wxTextCtrl(parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_READONLY);
        masked_->Hide();
        name_control(masked_, std::string(field.name) + ".masked", tr(field.label));
        masked_->Bind(wxEVT_CHAR, [this](wxKeyEvent& event) {
            if (on_masked_key)
                on_masked_key(event);
            else
                event.Skip();
        });
    }
    hint_ = new WrappedText(parent);
    reason_ = new WrappedText(parent);
    conflict_ = new WrappedText(parent);
    decide_ = new wxButton(
        parent, wxID_ANY, tr("Decide…"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    decide_->Hide();
    decide_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (on_decide_)
            on_decide_();
    });
    findings_ = new WrappedText(parent);
    const auto name = std::string(field.name);
    name_control(label_, name + ".label");
    name_control(editor_->focus(), name, tr(field.label));
    name_control(hint_, name + ".hint");
    name_control(reason_, name + ".reason");
    name_control(conflict_, name + ".conflict");
    name_control(decide_, name + ".decide", tr("Decide…"));
    name_control(findings_, name + ".findings");
    tag_ = new wxStaticText(
        parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE);
    name_control(tag_, name + ".owner");
    tag_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
    conflict_->SetForegroundColour(colour_of(model::Level::warn));
    for (auto* quiet : {hint_, reason_})
        quiet->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
    if (const auto* extra = model::extra_of(field))
        hint_->show(to_wx(extra->hint));

    auto* cell = new wxBoxSizer(wxVERTICAL);
    cell->Add(editor_->control(), wxSizerFlags().Expand());
    if (masked_)
        cell->Add(masked_, wxSizerFlags().Expand());
    cell->Add(hint_, wxSizerFlags().Expand());
    cell->Add(reason_, wxSizerFlags().Expand());
    cell->Add(conflict_, wxSizerFlags().Expand());
    cell->Add(decide_, wxSizerFlags().Border(wxTOP | wxBOTTOM, parent->FromDIP(2)));
    cell->Add(findings_, wxSizerFlags().Expand());
    // Centred on the first line of the editor, not on all that stands under it.
    const int line = field.long_text ? label_->GetBestSize().y + parent->FromDIP(12)
                                     : editor_->focus()->GetEffectiveMinSize().y;
    const int down = std::max(0, (line - label_->GetBestSize().y) / 2);
    grid.Add(label_, wxSizerFlags().Right().Border(wxTOP, down));
    grid.Add(cell, wxSizerFlags().Expand());
    grid.Add(tag_, wxSizerFlags().Border(wxTOP, down));
}

void FieldRow::set(const model::Value& value)
{
    loaded_ = value;
    editor_->set(value);
}

void FieldRow::appear(bool is_there)
{
    is_there_ = is_there;
    for (wxWindow* part : std::initializer_list<wxWindow*>{label_, editor_->control(), tag_})
        part->Show(is_there);
    if (masked_ && !is_there)
        masked_->Hide();
    const auto* extra = model::extra_of(field_);
    hint_->show(is_there && extra ? to_wx(extra->hint) : wxString());
}

void FieldRow::mask(bool masked)
{
    if (!masked_ || !is_there_)
        return;
    masked = masked && !model::is_empty(loaded_) && !is_changed();
    masked_->ChangeValue(masked ? to_wx(model::masked(field_, loaded_)) : wxString());
    masked_->Show(masked);
    editor_->control()->Show(!masked);
}

bool FieldRow::is_masked() const
{
    return masked_ && masked_->IsShown();
}

wxWindow* FieldRow::focus() const
{
    return is_masked() ? masked_ : editor_->focus();
}

bool FieldRow::has_focus() const
{
    const auto* at = wxWindow::FindFocus();
    for (const auto* window = at; window; window = window->GetParent())
        if (window == editor_->control() || window == masked_)
            return true;
    return false;
}

bool FieldRow::is_changed() const
{
    const auto entry = editor_->get();
    const auto* value = std::get_if<model::Value>(&entry);
    return !value || *value != loaded_;
}

void FieldRow::show(const model::Findings& findings)
{
    auto sorted = findings;
    std::ranges::stable_sort(sorted, std::greater{}, &model::Finding::level);
    wxString text;
    for (const auto& finding : sorted) {
        if (!text.empty())
            text += '\n';
        text += sign_of(finding.level) + sentence_of(finding);
    }
    worst_.reset();
    if (!sorted.empty())
        worst_ = sorted.front().level;
    if (worst_)
        findings_->SetForegroundColour(colour_of(*worst_));
    findings_->show(text);
}

void FieldRow::lock(const std::optional<model::Message>& reason, Telling telling)
{
    locked_ = reason.has_value();
    editor_->allow(!locked_);
    const auto why = reason ? tr(*reason) : wxString();
    editor_->focus()->SetToolTip(why);
    label_->SetToolTip(why);
    reason_->show(telling == Telling::here && is_there_ ? why : wxString());
}

void FieldRow::mark(const model::FieldMark& mark)
{
    auto text = tag(mark);
    auto tip = owner_sentence(mark);
    if (mark.on_behalf) {
        text += (text.empty() ? "" : " ") + tr("on behalf");
        tip += '\n' + behalf_sentence(*mark.on_behalf);
    }
    tag_->SetLabelText(text);
    tag_->InvalidateBestSize(); // a label that does not size itself keeps the width of its first
                                // text
    tag_->SetToolTip(tip);
    if (!locked_)
        label_->SetToolTip(tip);
}

void FieldRow::unmark()
{
    tag_->SetLabelText({});
    tag_->UnsetToolTip();
}

void FieldRow::show_conflict(const wxString& text, const std::function<void()>& decide)
{
    conflict_->show(text);
    on_decide_ = decide;
    decide_->Show(!text.empty() && decide);
}

int FieldRow::tag_width() const
{
    return tag_->GetLabelText().empty() ? 0 : tag_->GetBestSize().x;
}

void FieldRow::set_tag_width(int width)
{
    tag_->SetMinSize({width, -1});
}

int FieldRow::label_width() const
{
    return label_->GetBestSize().x;
}

void FieldRow::set_label_width(int width)
{
    label_->SetMinSize({width, -1});
}

bool FieldRow::wrap(int width)
{
    bool is_changed = editor_->wrap(width);
    for (auto* text : {hint_, reason_, conflict_, findings_})
        is_changed |= text->wrap(width);
    return is_changed;
}

} // namespace views
