#include "views/import/columns_page.h"

#include "model/base/text.h"
#include "model/commands/new_record.h"
#include "model/entities/catalog.h"
#include "model/exchange/head_words.h"
#include "model/exchange/staff_roster.h"
#include "views/widgets/colours.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/choice.h>
#include <wx/scrolwin.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace views {

namespace {

constexpr std::size_t samples_shown = 3;

/// The places of the choices: nothing, the id, then the fields.
constexpr int nothing = 0;
constexpr int id = 1;
constexpr int first_field = 2;

/// Whether it is one of the registers that a roster is made of, and the heads that it does not know
/// are those of the others.
bool is_like_a_roster(const model::EntityDef& def, const std::vector<std::string>& unknown,
    const std::vector<model::Translate>& languages)
{
    constexpr std::ptrdiff_t heads_that_convince = 3;
    const auto& roster = model::staff_roster(model::hall_catalog());
    const bool is_part = std::ranges::any_of(
        roster.registers, [&](const model::EntityDef* part) { return part->id == def.id; });
    if (!is_part || std::ssize(unknown) < heads_that_convince)
        return false;
    const model::HeadWords words(roster.def, languages);
    return std::ranges::count_if(unknown, [&](const std::string& head) {
        const auto meaning = words.find(head);
        return meaning && meaning->field;
    }) >= heads_that_convince;
}

} // namespace

ColumnsPage::ColumnsPage(wxWindow* parent, ImportDraft& draft)
    : wxPanel(parent)
    , draft_(draft)
    , advice_(new WrappedText(this))
    , list_(new wxScrolledWindow(
          this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxBORDER_THEME))
{
    name_control(advice_, "advice");
    name_control(list_, "columns", tr("Columns of the sheet"));
    list_->SetScrollRate(0, FromDIP(20));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(10));
    all->Add(advice_, flags);
    all->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    SetSizer(all);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (advice_->wrap(GetClientSize().x - FromDIP(20)))
            Layout();
    });
}

void ColumnsPage::show()
{
    list_->DestroyChildren();
    choices_.clear();
    auto* grid = new wxFlexGridSizer(3, FromDIP(wxSize(16, 6)));
    grid->AddGrowableCol(2);
    for (const auto* head : {model::msgid("Head in the sheet"), model::msgid("Goes into"),
             model::msgid("What stands there")}) {
        auto* text = new wxStaticText(list_, wxID_ANY, tr(head));
        text->SetFont(text->GetFont().Bold());
        grid->Add(text);
    }
    for (std::size_t i = 0; i < draft_.look.columns.size(); ++i)
        add_column(*grid, i);
    auto* around = new wxBoxSizer(wxVERTICAL);
    around->Add(grid, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    list_->SetSizer(around);
    list_->FitInside();
    show_advice();
}

void ColumnsPage::add_column(wxFlexGridSizer& grid, std::size_t column)
{
    const auto& shown = draft_.look.columns[column];
    auto* choice = new wxChoice(list_, wxID_ANY);
    choices_.push_back(choice);
    if (shown.head.empty())
        return choice->Hide(), void();
    auto* head = new wxStaticText(list_, wxID_ANY, to_wx(shown.head));
    auto* what = new wxStaticText(list_, wxID_ANY, samples(column), wxDefaultPosition,
        wxDefaultSize, wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    what->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
    choice->Append(tr("(not imported)"));
    choice->Append(tr("Record number (id)"));
    for (const auto& field : draft_.def->fields)
        choice->Append(tr(field.label)
            + (model::is_needed(*draft_.def, field, model::EntryWay::sheet) ? " *" : ""));
    const auto* field = draft_.def->find(shown.field);
    choice->SetSelection(field ? first_field + static_cast<int>(field - draft_.def->fields.data())
            : shown.field.empty() ? nothing
                                  : id);
    if (shown.field.empty() && !shown.is_known)
        head->SetForegroundColour(colour_of(model::Level::warn));
    name_control(choice, "column" + std::to_string(column), tr("“{1}” goes into", {shown.head}));
    choice->Bind(wxEVT_CHOICE,
        [this, column](wxCommandEvent& event) { choose(column, event.GetSelection()); });
    grid.Add(head, wxSizerFlags().CenterVertical());
    choice->SetMinSize(word_size(*this, wxSize(220, -1)));
    grid.Add(choice, wxSizerFlags().Expand());
    grid.Add(what, wxSizerFlags().Expand().CenterVertical());
}

wxString ColumnsPage::samples(std::size_t column) const
{
    wxString text;
    std::size_t shown = 0;
    for (const auto& row : draft_.look.rows) {
        if (row.number <= draft_.look.last_head_row || column >= row.cells.size()
            || row.cells[column].text.empty())
            continue;
        if (shown++ == samples_shown)
            break;
        auto sample = to_wx(row.cells[column].text);
        sample.Replace("\n", " ");
        text += (text.empty() ? wxString() : wxString::FromUTF8(" · ")) + sample;
    }
    return text;
}

/// Columns of one head go together.
void ColumnsPage::choose(std::size_t column, int choice)
{
    const auto& head = draft_.look.columns[column].head;
    std::string field;
    if (choice == id)
        field = model::id_head;
    else if (choice >= first_field)
        field = draft_.def->fields[static_cast<std::size_t>(choice - first_field)].name;
    draft_.options.map[head] = field;
    for (std::size_t i = 0; i < choices_.size(); ++i)
        if (draft_.look.columns[i].head == head) {
            draft_.look.columns[i].field = field;
            choices_[i]->SetSelection(choice);
        }
    show_advice();
    if (on_change)
        on_change();
}

/// What is to be known before going on: heads that mean nothing, fields that must be filled.
void ColumnsPage::show_advice()
{
    std::vector<std::string> unknown;
    for (const auto& column : draft_.look.columns)
        if (column.field.empty() && !column.is_known && !column.head.empty()
            && !draft_.options.map.contains(column.head))
            unknown.push_back(column.head);
    std::vector<std::string> missing;
    const auto has_column = [&](const model::FieldDef* field) {
        return std::ranges::find(draft_.look.columns, field->name, &model::SheetLook::Column::field)
            != draft_.look.columns.end();
    };
    for (const auto& need : model::needs_of(*draft_.def, model::EntryWay::sheet))
        if (std::ranges::none_of(need, has_column))
            missing.push_back(model::labels_of(need, language()));
    const auto between = from_wx(tr(", "));
    std::vector<wxString> lines;
    if (draft_.look.is_remembered)
        lines.push_back(tr("Matched as for the last sheet with the same heads."));
    if (!missing.empty())
        lines.push_back(
            tr("No column for what a new record must have: {1}", {model::join(missing, between)}));
    if (is_like_a_roster(*draft_.def, unknown, draft_.options.languages))
        lines.push_back(
            tr("This looks like a roster of staff, with people, postings and windows side "
               "by side: go back and choose the register “{1}”, which takes them all",
                {from_wx(tr("Roster of staff"))}));
    if (!unknown.empty())
        lines.push_back(tr("Not known, and left out: {1}", {model::join(unknown, between)}));
    const auto twice = fields_named_twice();
    if (!twice.empty())
        lines.push_back(tr("Several columns go into {1}; of these the first that is filled counts.",
            {model::join(twice, between)}));
    if (lines.empty())
        lines.push_back(tr("Every column has been matched."));
    wxString text;
    for (const auto& line : lines)
        text += (text.empty() ? "" : "\n") + line;
    advice_->show(text);
    Layout();
}

std::vector<std::string> ColumnsPage::fields_named_twice() const
{
    std::vector<std::string> labels;
    for (const auto& field : draft_.def->fields)
        if (std::ranges::count(draft_.look.columns, field.name, &model::SheetLook::Column::field)
            > 1)
            labels.push_back(from_wx(tr(field.label)));
    return labels;
}

bool ColumnsPage::may_go_on() const
{
    return std::ranges::any_of(
        draft_.look.columns, [](const auto& column) { return !column.field.empty(); });
}

void ColumnsPage::focus()
{
    for (auto* choice : choices_)
        if (choice->IsShown())
            return choice->SetFocus();
}

} // namespace views
