#include "views/import/bulk_edit.h"

#include "model/base/text.h"
#include "views/form/seen_records.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace views {

BulkEdit::BulkEdit(wxWindow* parent, const Desk& desk, const model::EntityDef& def,
    std::vector<model::Uuid> records, const model::FieldDef& first)
    : BlockDialog(parent, desk, def, tr("Change the selected records"), "bulk_edit")
    , records_(std::move(records))
    , questions_(new wxPanel(this))
    , grid_(new wxFlexGridSizer(3, FromDIP(wxSize(10, 8))))
{
    for (const auto& field : def.fields)
        if (field.type != model::Type::attachment)
            fields_.push_back(&field);
    grid_->AddGrowableCol(1);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(new wxStaticText(questions_, wxID_ANY,
                 tr("{1} records are selected. What is entered here becomes of all of them:",
                     {std::to_string(records_.size())})),
        wxSizerFlags().Border(wxBOTTOM, FromDIP(8)));
    all->Add(grid_, wxSizerFlags().Expand());
    all->Add(make_lines(), wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    questions_->SetSizer(all);
    const bool tells_apart = first.name == def.title;
    const bool is_own = def.find(first.name) != nullptr;
    add_line(tells_apart || !is_own ? nullptr : &first);
    arrange(questions_);
    ask_now();
    // A choice that is not shown yet takes no keyboard.
    Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
        event.Skip();
        if (event.IsShown())
            CallAfter([this] { focus(); });
    });
}

void BulkEdit::focus()
{
    auto& line = *lines_.front();
    (line.editor ? line.editor->focus() : line.field)->SetFocus();
}

/// What stands under the lines: one more of them, and the document of an entry for the owner.
wxSizer* BulkEdit::make_lines()
{
    more_ = new wxButton(questions_, wxID_ANY, tr("One &more field"));
    name_control(more_, "more");
    more_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        add_line(nullptr);
        lines_.back()->field->SetFocus();
        Layout();
    });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(more_, wxSizerFlags().CenterVertical());
    const bool others_own = !def().home_via.empty();
    if (!others_own || desk().editor.store().self().org.role != model::Role::agency)
        return row;
    document_ = new wxTextCtrl(questions_, wxID_ANY);
    document_->SetHint(tr("The unit's stamped form; empty: an entry of your own"));
    name_control(document_, "on_behalf", tr("On behalf, by document"));
    keep_line_height(*document_);
    document_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { ask_later(); });
    row->Add(new wxStaticText(questions_, wxID_ANY, tr("On behalf, by document")),
        wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(24)));
    row->Add(document_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(10)));
    return row;
}

void BulkEdit::add_line(const model::FieldDef* field)
{
    const auto number = std::to_string(lines_.size() + 1);
    auto& line = *lines_.emplace_back(std::make_unique<Line>());
    line.field = new wxChoice(questions_, wxID_ANY);
    line.place = new wxPanel(questions_);
    line.empty = new wxCheckBox(questions_, wxID_ANY, tr("Empty it"));
    line.place->SetSizer(new wxBoxSizer(wxVERTICAL));
    name_control(line.field, "field" + number, tr("Field"));
    name_control(line.empty, "empty" + number);
    line.field->Append(tr("(choose a field)"));
    for (const auto* each : fields_)
        line.field->Append(tr(each->label));
    grid_->Add(line.field, wxSizerFlags().CenterVertical());
    grid_->Add(line.place, wxSizerFlags().Expand().CenterVertical());
    grid_->Add(line.empty, wxSizerFlags().CenterVertical());
    line.field->Bind(wxEVT_CHOICE, [this, &line](wxCommandEvent&) {
        const int at = line.field->GetSelection() - 1;
        choose(line, at < 0 ? nullptr : fields_[static_cast<std::size_t>(at)]);
        ask_now();
    });
    line.empty->Bind(wxEVT_CHECKBOX, [this, &line](wxCommandEvent&) {
        show_line(line);
        ask_now();
    });
    more_->MoveAfterInTabOrder(line.empty);
    if (document_)
        document_->MoveAfterInTabOrder(more_);
    choose(line, field);
}

void BulkEdit::choose(Line& line, const model::FieldDef* field)
{
    const auto at = std::ranges::find(fields_, field);
    line.field->SetSelection(at == fields_.end() ? 0 : static_cast<int>(at - fields_.begin()) + 1);
    line.def = at == fields_.end() ? nullptr : field;
    line.place->DestroyChildren();
    line.editor.reset();
    line.empty->SetValue(false);
    if (line.def) {
        line.editor = FieldEditor::make(line.place, *field, desk().editor.store());
        line.editor->offer_only(seen_records(desk().editor));
        line.editor->set({});
        name_control(line.editor->focus(), field->name, tr(field->label));
        line.editor->on_change = [this] { ask_later(); };
        line.editor->on_enter = [this] { is_pausing() ? ask_now() : take_in(); };
        line.place->GetSizer()->Add(line.editor->control(), wxSizerFlags(1).Expand());
    }
    show_line(line);
    line.place->Layout();
    questions_->Layout();
    Layout();
}

void BulkEdit::show_line(Line& line)
{
    line.empty->Enable(line.def != nullptr);
    if (line.editor)
        line.editor->allow(!line.empty->GetValue());
}

/// What is to stand in the field, as text; nothing for a line that is not asked for. What cannot be
/// read goes on as it was typed, and is told with its reason in the rows.
std::optional<std::string> BulkEdit::text_of(const Line& line) const
{
    if (!line.def)
        return std::nullopt;
    if (line.empty->GetValue())
        return std::string();
    const auto entry = line.editor->get();
    std::string text;
    if (const auto* value = std::get_if<model::Value>(&entry))
        text = model::entry_text(*line.def, *value, desk().editor.store(), language());
    else if (const auto* typed = dynamic_cast<wxTextCtrl*>(line.editor->focus()))
        text = from_wx(typed->GetValue());
    return model::trimmed(text).empty() ? std::nullopt : std::optional(text);
}

std::shared_ptr<const model::Block> BulkEdit::block()
{
    auto block = std::make_shared<model::Block>();
    std::vector<std::string> row;
    for (const auto& line : lines_) {
        const auto text = text_of(*line);
        if (!text || std::ranges::find(block->fields, line->def) != block->fields.end())
            continue;
        block->fields.push_back(line->def);
        block->heads.push_back(from_wx(tr(line->def->label)));
        row.push_back(*text);
    }
    if (row.empty())
        return nullptr;
    block->records = records_;
    block->cells.assign(records_.size(), row);
    block->empties = true;
    block->label = {model::msgid("Change {1} records at once"), {std::to_string(records_.size())}};
    if (document_)
        block->document = from_wx(document_->GetValue().Strip(wxString::both));
    return block;
}

} // namespace views
