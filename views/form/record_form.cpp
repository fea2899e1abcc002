#include "views/form/record_form.h"

#include "model/rules/approval_chain.h"
#include "model/schema/extra_field.h"
#include "views/form/conflict_sentence.h"
#include "views/widgets/colours.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/statline.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wupdlock.h>

#include <algorithm>

namespace views {

namespace {

constexpr int group_border = 8;
constexpr int column_gap = 10;

wxFlexGridSizer* add_group(
    wxWindow* page, wxSizer& all, const char* heading, wxSizer*& heading_line)
{
    if (heading) {
        auto* text = new wxStaticText(page, wxID_ANY, tr(heading));
        text->SetFont(text->GetFont().Bold());
        auto* line = new wxBoxSizer(wxHORIZONTAL);
        line->Add(text, wxSizerFlags().CenterVertical());
        line->Add(new wxStaticLine(page),
            wxSizerFlags(1).CenterVertical().Border(wxLEFT, page->FromDIP(8)));
        all.Add(line, wxSizerFlags().Expand().Border(wxTOP | wxLEFT | wxRIGHT, page->FromDIP(10)));
        heading_line = line;
    }
    auto* grid = new wxFlexGridSizer(3, page->FromDIP(wxSize(column_gap, 6)));
    grid->AddGrowableCol(1);
    all.Add(grid, wxSizerFlags().Expand().Border(wxALL, page->FromDIP(group_border)));
    return grid;
}

} // namespace

RecordForm::RecordForm(wxWindow* parent, const model::EntityDef& def, model::RecordStore& store)
    : wxPanel(parent)
    , summary_(new wxButton(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxBU_LEFT))
    , reveal_(new wxButton(this, wxID_ANY, tr("Personal values are masked: show them… (Ctrl+R)"),
          wxDefaultPosition, wxDefaultSize, wxBU_LEFT))
    , lock_(new WrappedText(this))
    , general_(new WrappedText(this))
    , page_(new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL))
    , store_(store)
{
    name_control(summary_, "summary");
    name_control(reveal_, "reveal", reveal_->GetLabel());
    name_control(lock_, "lock");
    name_control(general_, "general");
    name_control(page_, "fields");
    summary_->Hide();
    reveal_->Hide();
    page_->SetScrollRate(0, FromDIP(12));
    add_fields(def, store);

    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(summary_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(group_border)));
    all->Add(reveal_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(group_border)));
    all->Add(lock_, wxSizerFlags().Expand().Border(wxALL, FromDIP(group_border)));
    all->Add(general_, wxSizerFlags().Expand().Border(wxALL, FromDIP(group_border)));
    all->Add(page_, wxSizerFlags(1).Expand());
    SetSizer(all);

    summary_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { go_to_next_finding(); });
    reveal_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { reveal(); });
    Bind(wxEVT_CHAR_HOOK, &RecordForm::on_key, this);
    page_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (wrap())
            CallAfter([this] { lay_out(); });
    });
}

void RecordForm::add_fields(const model::EntityDef& def, model::RecordStore& store)
{
    auto* all = new wxBoxSizer(wxVERTICAL);
    wxFlexGridSizer* grid = nullptr;
    is_chain_step_ = def.id == model::def_of<model::ChainStep>().id;
    for (const auto& field : def.fields) {
        wxSizer* heading = nullptr;
        if (!grid || field.group)
            grid = add_group(page_, *all, field.group, heading);
        if (heading && model::extra_of(field))
            extra_heading_ = heading;
        rows_.push_back(std::make_unique<FieldRow>(page_, *grid, def, field, store));
        rows_.back()->editor().on_change = [this] {
            if (offer_fitting())
                lay_out();
            if (on_change)
                on_change();
        };
        bind_keys(*rows_.back());
    }
    for (const auto& row : rows_)
        label_width_ = std::max(label_width_, row->label_width());
    for (const auto& row : rows_)
        row->set_label_width(label_width_);
    page_->SetSizer(all);
}

/// Those that are for records of that place, and those that hold something all the same.
void RecordForm::show_extra_fields(const model::Record& record)
{
    const auto meta = store_.rows().meta(record.id);
    const auto scope = meta ? meta->scope : store_.self().scope();
    bool any = false;
    for (const auto& row : rows_)
        if (const auto* extra = model::extra_of(row->field())) {
            const bool is_there = extra->applies_to(scope) || !model::is_empty(row->loaded());
            row->appear(is_there);
            any = any || is_there;
        }
    if (extra_heading_)
        extra_heading_->ShowItems(any);
}

/// Of a step of an approval chain only the kinds of its matter. Tells whether others are offered
/// than before.
bool RecordForm::offer_fitting()
{
    if (!is_chain_step_)
        return false;
    const auto& steps = model::def_of<model::ChainStep>();
    const auto entry = row_of(*steps.find("matter"))->editor().get();
    auto step = model::Record::empty(steps, {});
    if (const auto* matter = std::get_if<model::Value>(&entry))
        step["matter"] = *matter;
    return row_of(*steps.find("kinds"))
        ->editor()
        .offer_codes(model::kinds_of(model::from_record<model::ChainStep>(step).matter));
}

void RecordForm::load(const model::Record& record, const Locks& locks)
{
    const wxWindowUpdateLocker still(this);
    id_ = record.id;
    std::vector<std::optional<model::Message>> reasons;
    for (const auto& row : rows_) {
        const auto at = record.def->index_of(row->field().id);
        row->set(at < record.values.size() ? record.values[at] : model::Value{});
    }
    show_extra_fields(record);
    offer_fitting();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i]->mask(false);
        rows_[i]->show({});
        rows_[i]->show_conflict({}, {});
        rows_[i]->unmark();
        reasons.push_back(locks(rows_[i]->field()));
    }
    // The same reason at every field is said once, above them; that of several in a row once, at
    // the first of them.
    const bool all_alike = reasons.front()
        && std::ranges::all_of(reasons, [&](const auto& r) { return r == reasons.front(); });
    std::optional<model::Message> told;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        using enum FieldRow::Telling;
        rows_[i]->lock(reasons[i], all_alike || reasons[i] == told ? elsewhere : here);
        told = reasons[i];
    }
    reveal_->Hide();
    summarise({});
    lock_->show(all_alike ? tr(*reasons.front()) : wxString());
    page_->Scroll(0, 0);
    lay_out();
}

void RecordForm::mask_personal(bool masked, bool offers)
{
    const wxWindowUpdateLocker still(this);
    for (const auto& row : rows_)
        row->mask(masked);
    reveal_->Show(offers && masks_personal());
    lay_out();
}

bool RecordForm::masks_personal() const
{
    return std::ranges::any_of(rows_, [](const auto& row) { return row->is_masked(); });
}

void RecordForm::reveal()
{
    if (on_reveal)
        on_reveal();
}

void RecordForm::on_masked_key(FieldRow& row, wxKeyEvent& event)
{
    const int key = event.GetKeyCode();
    if (key == WXK_RETURN || key == WXK_NUMPAD_ENTER)
        go_on_from(row);
    else if (key == WXK_ESCAPE && on_escape)
        on_escape();
    else if (event.GetUnicodeKey() >= WXK_SPACE && !event.HasAnyModifiers())
        reveal(); // he wants to type over what he does not see
    else
        event.Skip();
}

bool RecordForm::is_changed() const
{
    return std::ranges::any_of(rows_, [](const auto& row) { return row->is_changed(); });
}

std::vector<model::FieldEdit> RecordForm::edits() const
{
    std::vector<model::FieldEdit> edits;
    for (const auto& row : rows_) {
        const auto entry = row->editor().get();
        if (const auto* value = std::get_if<model::Value>(&entry); value && *value != row->loaded())
            edits.push_back({&row->field(), *value});
    }
    return edits;
}

FieldRow* RecordForm::row_of(const model::FieldDef& field) const
{
    const auto found =
        std::ranges::find_if(rows_, [&](const auto& row) { return row->field().id == field.id; });
    return found == rows_.end() ? nullptr : found->get();
}

std::vector<model::Draft::Entry> RecordForm::draft() const
{
    std::vector<model::Draft::Entry> entries;
    for (const auto& row : rows_) {
        if (!row->is_changed())
            continue;
        const auto entry = row->editor().get();
        const auto* value = std::get_if<model::Value>(&entry);
        entries.push_back(
            {&row->field(), value ? model::to_text(*value) : from_wx(row->editor().typed()),
                value != nullptr, model::to_text(row->loaded())});
    }
    return entries;
}

void RecordForm::enter(const std::vector<model::Draft::Entry>& entries)
{
    for (const auto& entry : entries) {
        auto* row = row_of(*entry.field);
        if (!row || row->is_locked())
            continue;
        row->mask(false); // it is his own
        const auto value = entry.is_read
            ? model::parse_value(entry.field->type, entry.text, entry.field->scale)
            : std::nullopt;
        if (value)
            row->enter(*value);
        else
            row->enter_words(to_wx(entry.text));
    }
    if (offer_fitting())
        lay_out();
}

void RecordForm::mark(const std::vector<model::FieldMark>& marks)
{
    const wxWindowUpdateLocker still(this);
    tag_width_ = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i]->mark(i < marks.size() ? marks[i] : model::FieldMark{});
        tag_width_ = std::max(tag_width_, rows_[i]->tag_width());
    }
    for (const auto& row : rows_)
        row->set_tag_width(tag_width_);
    lay_out();
}

void RecordForm::show_conflicts(const std::vector<model::InboxItem>& items)
{
    const wxWindowUpdateLocker still(this);
    for (const auto& row : rows_) {
        wxString text;
        std::function<void()> decide;
        for (const auto& item : items)
            if (item.field && item.field->id == row->field().id) {
                text += (text.empty() ? "" : "\n") + conflict_sentence(item, store_);
                decide = [this, id = item.id] {
                    if (on_decide)
                        on_decide(id);
                };
            }
        row->show_conflict(text, decide);
    }
    lay_out();
}

void RecordForm::offer_new(const FieldEditor::Enter& enter)
{
    for (const auto& row : rows_)
        row->editor().offer_new(enter);
}

void RecordForm::offer_only(const FieldEditor::Seen& seen)
{
    for (const auto& row : rows_)
        row->editor().offer_only(seen);
}

void RecordForm::offer_to_follow(const FieldEditor::Follow& follow)
{
    for (const auto& row : rows_)
        row->editor().offer_to_follow(follow);
}

FieldRow* RecordForm::focused() const
{
    const auto found = std::ranges::find_if(rows_, [](auto& row) { return row->has_focus(); });
    return found == rows_.end() ? nullptr : found->get();
}

const model::FieldDef* RecordForm::focused_field() const
{
    const auto* row = focused();
    return row ? &row->field() : nullptr;
}

bool RecordForm::put_back_focused()
{
    auto* row = focused();
    if (!row || !row->is_changed())
        return false;
    row->set(model::Value(row->loaded()));
    if (on_change)
        on_change();
    return true;
}

void RecordForm::focus(const model::FieldDef& field)
{
    if (auto* row = row_of(field))
        row->focus()->SetFocus();
}

void RecordForm::focus_first()
{
    for (const auto& row : rows_)
        if (!row->is_locked())
            return row->focus()->SetFocus();
}

// A text hears of Enter and Esc only after its input method had them; the other editors have no
// event of their own for these keys.
void RecordForm::bind_keys(FieldRow& row)
{
    row.editor().on_enter = [this, &row] { go_on_from(row); };
    row.on_masked_key = [this, &row](wxKeyEvent& event) { on_masked_key(row, event); };
    if (auto* text = dynamic_cast<wxTextCtrl*>(row.editor().focus()))
        text->Bind(wxEVT_CHAR, [this, &row](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE && on_escape && !row.editor().takes_escape())
                on_escape();
            else
                event.Skip();
        });
}

void RecordForm::on_key(wxKeyEvent& event)
{
    const auto* row = focused();
    if (event.GetKeyCode() == 'J' && event.GetModifiers() == wxMOD_CONTROL)
        return go_to_next_finding();
    const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
    const bool in_text = dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus());
    if (row && enter && !in_text && !event.HasAnyModifiers())
        go_on_from(*row);
    else if (event.GetKeyCode() == WXK_ESCAPE && !in_text && on_escape)
        on_escape();
    else
        event.Skip();
}

void RecordForm::go_on_from(const FieldRow& row)
{
    auto next = std::ranges::find(rows_, &row, &std::unique_ptr<FieldRow>::get);
    for (++next; next != rows_.end(); ++next)
        if (!(*next)->is_locked())
            return (*next)->focus()->SetFocus();
    if (on_last)
        on_last();
}

/// Breaks the sentences for the width there is, and tells whether that changed any line. Called
/// from size events, so it moves nothing itself.
bool RecordForm::wrap()
{
    const int margins = 2 * FromDIP(group_border) + 2 * FromDIP(column_gap);
    bool is_changed = false;
    for (const auto& row : rows_)
        if (row->wrap(page_->GetClientSize().x - margins - label_width_ - tag_width_))
            is_changed = true;
    lock_->wrap(GetClientSize().x - 2 * FromDIP(group_border));
    general_->wrap(GetClientSize().x - 2 * FromDIP(group_border));
    return is_changed;
}

void RecordForm::lay_out()
{
    wrap();
    Layout();
    page_->FitInside();
    page_->Layout();
}

} // namespace views
