#include "views/form/field_row.h"

#include "views/widgets/colours.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/settings.h>
#include <wx/sizer.h>

#include <algorithm>

namespace views {

namespace {

wxString label(const model::FieldDef& field)
{
    const auto text = tr(field.label);
    return field.required ? tr("{1} *", {from_wx(text)}) : text;
}

} // namespace

FieldRow::FieldRow(wxWindow* parent, wxFlexGridSizer& grid, const model::FieldDef& field,
    model::RecordStore& store)
    : field_(field)
    , label_(new wxStaticText(parent, wxID_ANY, label(field), wxDefaultPosition, wxDefaultSize,
          wxALIGN_RIGHT | wxST_NO_AUTORESIZE))
    , reason_(nullptr)
    , findings_(nullptr)
{
    // The label stands before its editor, so that screen readers on Windows join them.
    editor_ = FieldEditor::make(parent, field, store);
    reason_ = new WrappedText(parent);
    findings_ = new WrappedText(parent);
    const auto name = std::string(field.name);
    name_control(label_, name + ".label");
    name_control(editor_->focus(), name, tr(field.label));
    name_control(reason_, name + ".reason");
    name_control(findings_, name + ".findings");
    reason_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));

    auto* cell = new wxBoxSizer(wxVERTICAL);
    cell->Add(editor_->control(), wxSizerFlags().Expand());
    cell->Add(reason_, wxSizerFlags().Expand());
    cell->Add(findings_, wxSizerFlags().Expand());
    // Centred on the first line of the editor, not on all that stands under it.
    const int line = field.long_text ? label_->GetBestSize().y + parent->FromDIP(12)
                                     : editor_->focus()->GetEffectiveMinSize().y;
    const int down = std::max(0, (line - label_->GetBestSize().y) / 2);
    grid.Add(label_, wxSizerFlags().Right().Border(wxTOP, down));
    grid.Add(cell, wxSizerFlags().Expand());
}

void FieldRow::set(const model::Value& value)
{
    loaded_ = value;
    editor_->set(value);
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
        text += (finding.level == model::Level::remind ? L"ⓘ " : L"⚠ ") + tr(finding.message);
    }
    if (!sorted.empty())
        findings_->SetForegroundColour(colour_of(sorted.front().level));
    findings_->show(text);
}

bool FieldRow::has_findings() const
{
    return !findings_->text().empty();
}

void FieldRow::lock(const std::optional<model::Message>& reason, Telling telling)
{
    locked_ = reason.has_value();
    editor_->allow(!locked_);
    const auto why = reason ? tr(*reason) : wxString();
    editor_->focus()->SetToolTip(why);
    label_->SetToolTip(why);
    reason_->show(telling == Telling::here ? why : wxString());
}

int FieldRow::label_width() const
{
    return label_->GetBestSize().x;
}

void FieldRow::set_label_width(int width)
{
    label_->SetMinSize({width, -1});
}

void FieldRow::wrap(int width)
{
    reason_->wrap(width);
    findings_->wrap(width);
}

} // namespace views
