#include "views/import/compare_page.h"

#include "model/entities/item.h"
#include "views/import/cell_table.h"
#include "views/widgets/colours.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/radiobut.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace views {

namespace {

wxString one_line(wxString text)
{
    text.Replace("\n", " ");
    return text;
}

wxColour colour_of_kind(model::Difference kind)
{
    switch (kind) {
    case model::Difference::added:
        return colour_of(model::Level::remind);
    case model::Difference::withdrawn:
        return colour_of(model::Level::refuse);
    default:
        return colour_of(model::Level::warn);
    }
}

bool is_refused(const model::EditionEntry& entry)
{
    return std::ranges::any_of(entry.findings,
        [](const model::Finding& finding) { return finding.level == model::Level::refuse; });
}

} // namespace

ComparePage::ComparePage(wxWindow* parent, EditionDraft& draft, model::RecordStore& store)
    : wxPanel(parent)
    , draft_(draft)
    , store_(store)
    , figures_(new WrappedText(this))
    , splitter_(
          new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE))
    , lines_(new CellTable(splitter_, "differences",
          tr("What the edition and the register differ in"), CellTable::Choosing::several))
    , fields_(new CellTable(splitter_, "fields", tr("Fields of the item")))
{
    name_control(figures_, "figures");
    splitter_->SetMinimumPaneSize(FromDIP(80));
    splitter_->SetSashGravity(1.0);
    auto* page = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(10));
    page->Add(figures_, flags);
    page->Add(make_filters(), flags);
    splitter_->MoveAfterInTabOrder(filters_.back());
    splitter_->SplitHorizontally(lines_, fields_, -FromDIP(130));
    page->Add(splitter_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    page->Add(make_below(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10)));
    page->Add(make_terms(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10)));
    SetSizer(page);
    show_heads();
    wire();
}

wxSizer* ComparePage::make_filters()
{
    auto* row = new wxWrapSizer(wxHORIZONTAL);
    for (std::size_t i = 0; i < filters; ++i) {
        const auto at = (i + all) % filters; // all of them stands first
        filters_[at] = new wxRadioButton(
            this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, i == 0 ? wxRB_GROUP : 0);
        const auto name = at == all ? std::string("all")
            : at == unreadable
            ? std::string("unreadable")
            : std::string(model::difference_name(static_cast<model::Difference>(at)));
        name_control(filters_[at], "show_" + name);
        filters_[at]->Bind(wxEVT_RADIOBUTTON, [this, at](wxCommandEvent&) { filter(at); });
        row->Add(filters_[at], wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(16)));
    }
    return row;
}

wxSizer* ComparePage::make_below()
{
    mark_ = new wxButton(this, wxID_ANY, tr("Take a&ll shown"));
    unmark_ = new wxButton(this, wxID_ANY, tr("Take n&one shown"));
    field_ = new wxButton(this, wxID_ANY, tr("All shown without this &field"));
    types_ = new wxButton(this, wxID_ANY, tr("Item t&ypes…"));
    export_ = new wxButton(this, wxID_ANY, tr("&Export for signing…"));
    name_control(mark_, "mark_shown");
    name_control(unmark_, "unmark_shown");
    name_control(field_, "field_of_all");
    name_control(types_, "types");
    name_control(export_, "export");
    auto* hint = new wxStaticText(this, wxID_ANY, tr("Space takes the line or leaves it"));
    hint->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto gap = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8));
    row->Add(mark_, gap);
    row->Add(unmark_, gap);
    row->Add(field_, gap);
    row->Add(hint, wxSizerFlags(1).CenterVertical().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    row->Add(types_, gap);
    row->Add(export_, wxSizerFlags().CenterVertical());
    return row;
}

wxSizer* ComparePage::make_terms()
{
    const auto label = [this](
                           const wxString& text) { return new wxStaticText(this, wxID_ANY, text); };
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto middle = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8));
    const auto wide = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(20));
    row->Add(label(tr("Cancelling concerns")), middle);
    covered_ = new wxChoice(this, wxID_ANY);
    for (const auto* each : {model::msgid("Items of what the edition names"),
             model::msgid("Every item of the register"), model::msgid("No item")})
        covered_->Append(tr(each));
    name_control(covered_, "covered", tr("Cancelling concerns"));
    row->Add(covered_, wide);
    row->Add(label(tr("Cancelled on")), middle);
    day_ = FieldEditor::make(this, *model::def_of<model::Item>().find("cancelled"), store_);
    day_->set(store_.today());
    name_control(day_->focus(), "day", tr("Cancelled on"));
    row->Add(day_->control(), wide);
    if (store_.self().org.role != model::Role::agency)
        return row;
    row->Add(label(tr("Document")), middle);
    document_ = new wxTextCtrl(this, wxID_ANY);
    document_->SetHint(tr("What the edition was published by"));
    name_control(document_, "document", tr("Document"));
    keep_line_height(*document_);
    row->Add(document_, wxSizerFlags(1).CenterVertical());
    return row;
}

void ComparePage::wire()
{
    mark_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { mark_shown(true); });
    unmark_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { mark_shown(false); });
    field_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { switch_field_of_all(); });
    types_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { on_types(); });
    export_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { on_export(); });
    covered_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { on_covered(); });
    lines_->on_choose = [this](std::size_t) { show_fields(); };
    lines_->on_activate = [this](std::size_t) { switch_lines(); };
    fields_->on_activate = [this](std::size_t) { switch_field(); };
    const auto on_space = [](CellTable& table, const std::function<void()>& work) {
        table.Bind(wxEVT_KEY_DOWN, [work](wxKeyEvent& event) {
            if (event.GetKeyCode() != WXK_SPACE || event.HasAnyModifiers())
                return event.Skip();
            work();
        });
    };
    on_space(*lines_, [this] { switch_lines(); });
    on_space(*fields_, [this] { switch_field(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (figures_->wrap(GetClientSize().x - FromDIP(20)))
            Layout();
    });
}

void ComparePage::show_heads()
{
    lines_->show({{.head = tr("Take"), .width = 56}, {.head = tr("Difference"), .width = 84},
                     {.head = tr("Row"), .width = 56},
                     {.head = tr("Item code"), .width = code_width_, .shows_end = true},
                     {.head = tr("Item name"), .width = 220}, {.head = tr("Unit"), .width = 110},
                     {.head = tr("What changes"), .width = 260, .grows = true}},
        0, [this](std::size_t at, std::size_t column) {
            const auto& line = shown_.at(at);
            CellTable::Cell cell{one_line(cell_of(line, column))};
            if (line.is_error) {
                cell.colour = colour_of(model::Level::refuse);
            } else if (column == difference) {
                cell.colour = colour_of_kind(draft_.comparison.entries[line.at].kind);
            } else if (column == mark) {
                cell.bold = true;
            } else if (column == changes && is_refused(draft_.comparison.entries[line.at])) {
                cell.colour = colour_of(model::Level::refuse);
            }
            return cell;
        });
    fields_->show({{.head = tr("Take"), .width = 56}, {.head = tr("Field"), .width = 130},
                      {.head = tr("In the register"), .width = 320},
                      {.head = tr("In the edition"), .width = 320, .grows = true}},
        0, [this](std::size_t at, std::size_t column) {
            if (const auto* wrong = error())
                return CellTable::Cell{one_line(error_cell(*wrong, at, column))};
            const auto* shown = entry();
            return shown && at < shown->fields.size()
                ? CellTable::Cell{one_line(field_cell(*shown, at, column))}
                : CellTable::Cell{};
        });
}

void ComparePage::show()
{
    fit_codes();
    covered_->SetSelection(static_cast<int>(draft_.edition.covered));
    types_->Enable(!draft_.comparison.types.empty());
    show_counts();
    filter(filter_);
}

void ComparePage::focus()
{
    lines_->SetFocus();
}

void ComparePage::show_counts()
{
    const auto& found = draft_.comparison;
    auto text = tr(model::figures_of(found));
    for (const auto& note : found.notes)
        text += "\n" + tr(note);
    figures_->show(text);
    figures_->wrap(GetClientSize().x - FromDIP(20));
    const auto label = [&](std::size_t at, const char* name, int count) {
        filters_[at]->SetLabel(tr("{1}: {2}", {from_wx(tr(name)), std::to_string(count)}));
    };
    label(all, model::msgid("All"), static_cast<int>(found.entries.size()) + found.unreadable);
    label(unreadable, model::msgid("Unreadable"), found.unreadable);
    for (std::size_t i = 0; i < model::difference_kinds; ++i)
        label(i, model::difference_label(static_cast<model::Difference>(i)), found.counts[i]);
    filters_[filter_]->SetValue(true);
    Layout();
}

void ComparePage::filter(std::size_t filter)
{
    filter_ = filter;
    shown_.clear();
    const auto& found = draft_.comparison;
    for (std::size_t i = 0; i < found.entries.size(); ++i)
        if (filter == all || static_cast<std::size_t>(found.entries[i].kind) == filter)
            shown_.push_back({false, i});
    if (filter == all || filter == unreadable)
        for (std::size_t i = 0; i < found.errors.size(); ++i)
            shown_.push_back({true, i});
    const bool any = std::ranges::any_of(shown_, [](const Line& line) { return !line.is_error; });
    mark_->Enable(any);
    unmark_->Enable(any);
    field_->Enable(any);
    lines_->show_rows(0);
    lines_->show_rows(shown_.size());
    lines_->choose_first();
    show_fields();
}

const model::EditionEntry* ComparePage::entry() const
{
    const auto chosen = lines_->chosen();
    if (chosen.size() != 1 || chosen.front() >= shown_.size() || shown_[chosen.front()].is_error)
        return nullptr;
    return &draft_.comparison.entries[shown_[chosen.front()].at];
}

const model::ImportError* ComparePage::error() const
{
    const auto chosen = lines_->chosen();
    if (chosen.size() != 1 || chosen.front() >= shown_.size() || !shown_[chosen.front()].is_error)
        return nullptr;
    return &draft_.comparison.errors[shown_[chosen.front()].at];
}

/// Of a row that cannot be read what stands there, and why.
void ComparePage::show_fields()
{
    constexpr std::size_t lines_of_error = 2;
    const auto* shown = entry();
    fields_->show_rows(0);
    fields_->show_rows(shown ? shown->fields.size() : error() ? lines_of_error : 0);
}

/// Those the rules refuse stay open.
void ComparePage::mark_shown(bool taken)
{
    for (const auto& line : shown_)
        if (!line.is_error)
            draft_.taken[line.at] = taken && draft_.may_take(line.at);
    lines_->show_rows(shown_.size());
    on_change();
}

/// All lines that are chosen become what the first of them is not.
void ComparePage::switch_lines()
{
    std::optional<bool> becomes;
    for (const auto at : lines_->chosen()) {
        const auto& line = shown_.at(at);
        if (line.is_error)
            continue;
        if (!draft_.may_take(line.at)) {
            on_say(tr("The rules do not let this item be taken; the reason stands in its line"));
            continue;
        }
        if (!becomes)
            becomes = !draft_.taken[line.at];
        draft_.taken[line.at] = *becomes;
        lines_->tell_changed(at);
    }
    fields_->show_rows(fields_->rows());
    on_change();
}

void ComparePage::switch_field()
{
    const auto* shown = entry();
    const auto at = fields_->current();
    if (!shown || !at || *at >= shown->fields.size())
        return;
    const auto& field = *shown->fields[*at].field;
    if (!shown->is_optional(field))
        return on_say(tr("This field makes the difference: leave the whole line instead"));
    auto& out = draft_.left_out[static_cast<std::size_t>(shown - draft_.comparison.entries.data())];
    if (!out.erase(&field))
        out.insert(&field);
    fields_->tell_changed(*at);
    on_change();
}

/// The field that is looked at stays as it is in every line shown, or is taken again.
void ComparePage::switch_field_of_all()
{
    const auto* shown = entry();
    const auto at = fields_->current();
    if (!shown || !at || *at >= shown->fields.size())
        return on_say(tr("Choose the field in the table below first"));
    const auto* field = shown->fields[*at].field;
    const auto place = static_cast<std::size_t>(shown - draft_.comparison.entries.data());
    const bool leaves = !draft_.left_out[place].contains(field);
    std::size_t lines = 0;
    for (const auto& line : shown_) {
        if (line.is_error)
            continue;
        const auto& each = draft_.comparison.entries[line.at];
        if (!each.is_optional(*field)
            || std::ranges::find(each.fields, field, &model::ImportChange::Field::field)
                == each.fields.end())
            continue;
        auto& out = draft_.left_out[line.at];
        leaves ? void(out.insert(field)) : void(out.erase(field));
        ++lines;
    }
    fields_->tell_changed(*at);
    on_change();
    on_say(leaves ? tr(
               "“{1}” is left out in {2} lines", {from_wx(tr(field->label)), std::to_string(lines)})
                  : tr("“{1}” is taken in {2} lines",
                      {from_wx(tr(field->label)), std::to_string(lines)}));
}

std::optional<model::Date> ComparePage::day() const
{
    const auto entry = day_->get();
    const auto* value = std::get_if<model::Value>(&entry);
    const auto* day = value ? std::get_if<model::Date>(value) : nullptr;
    return day ? std::optional(*day) : std::nullopt;
}

std::string ComparePage::document() const
{
    return document_ ? from_wx(document_->GetValue().Strip(wxString::both)) : std::string();
}

model::Covered ComparePage::covered() const
{
    return static_cast<model::Covered>(covered_->GetSelection());
}

} // namespace views
