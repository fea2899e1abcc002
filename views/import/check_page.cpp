#include "views/import/check_page.h"

#include "views/import/cell_table.h"
#include "views/widgets/colours.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/splitter.h>

#include <algorithm>
#include <set>

namespace views {

namespace {

constexpr std::size_t row_column = 0;
constexpr std::size_t outcome_column = 1;
constexpr std::size_t first_cell = 2;
constexpr std::size_t rows_measured = 50;
constexpr int width_of_name = 150;

/// No column of a sheet.
constexpr auto heads_end = static_cast<std::size_t>(-1);

enum ErrorColumn { at_row, at_column, what_stands, reason };

wxColour colour_of_state(model::RowState state)
{
    switch (state) {
    case model::RowState::wrong:
        return colour_of(model::Level::refuse);
    case model::RowState::added:
        return colour_of(model::Level::remind);
    case model::RowState::changed:
        return colour_of(model::Level::warn);
    case model::RowState::same:
        break;
    }
    return {};
}

model::CellPlace place_of(const model::ImportError& error)
{
    return {error.row, error.at.value_or(0)};
}

wxString one_line(const std::string& text)
{
    auto line = to_wx(text);
    line.Replace("\n", " ");
    return line;
}

} // namespace

wxString counts_text(const model::ImportResult& result)
{
    return tr("{1} new, {2} changed, {3} the same, {4} wrong",
        {std::to_string(result.new_), std::to_string(result.changed), std::to_string(result.same),
            std::to_string(result.wrong)});
}

CheckPage::CheckPage(wxWindow* parent, ImportDraft& draft)
    : wxPanel(parent)
    , draft_(draft)
    , notes_(new WrappedText(this))
    , splitter_(
          new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE))
    , rows_(new CellTable(splitter_, "check", tr("What becomes of each row")))
    , errors_(new CellTable(splitter_, "errors", tr("What is wrong")))
{
    splitter_->SetMinimumPaneSize(FromDIP(90));
    splitter_->SetSashGravity(1.0);
    splitter_->Initialize(rows_);
    errors_->Hide();
    auto* page = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(10));
    name_control(notes_, "notes");
    page->Add(make_filters(), flags);
    page->Add(notes_, flags);
    splitter_->MoveAfterInTabOrder(filters_.back());
    page->Add(splitter_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    page->Add(make_below(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10)));
    SetSizer(page);
    wire();
}

wxSizer* CheckPage::make_filters()
{
    constexpr std::array<const char*, filters> names{
        "show_all", "show_new", "show_changed", "show_same", "show_wrong", "show_warned"};
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    for (int i = 0; i < filters; ++i) {
        const auto at = static_cast<std::size_t>(i);
        filters_[at] = new wxRadioButton(
            this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, i == 0 ? wxRB_GROUP : 0);
        name_control(filters_[at], names[at]);
        filters_[at]->Bind(
            wxEVT_RADIOBUTTON, [this, i](wxCommandEvent&) { filter(static_cast<Filter>(i)); });
        row->Add(filters_[at], wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(16)));
    }
    return row;
}

wxSizer* CheckPage::make_below()
{
    take_all_ = new wxRadioButton(this, wxID_ANY, tr("&All rows, or none if one is wrong"),
        wxDefaultPosition, wxDefaultSize, wxRB_GROUP);
    take_good_ = new wxRadioButton(this, wxID_ANY, tr("Only the rows that are &right"));
    next_ = new wxButton(this, wxID_ANY, tr("Next &error (F4)"));
    save_errors_ = new wxButton(this, wxID_ANY, tr("&Save the wrong rows…"));
    name_control(take_all_, "take_all");
    name_control(take_good_, "take_good");
    name_control(next_, "next_error");
    name_control(save_errors_, "save_errors");
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto gap = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(16));
    row->Add(take_all_, gap);
    row->Add(take_good_, gap);
    row->AddStretchSpacer();
    row->Add(next_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    row->Add(save_errors_, wxSizerFlags().CenterVertical());
    return row;
}

void CheckPage::wire()
{
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (notes_->IsShown() && notes_->wrap(GetClientSize().x - FromDIP(20)))
            Layout();
    });
    const auto take = [this](wxCommandEvent&) {
        draft_.options.good_rows = take_good_->GetValue();
        on_change();
    };
    take_all_->Bind(wxEVT_RADIOBUTTON, take);
    take_good_->Bind(wxEVT_RADIOBUTTON, take);
    next_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { next_error(); });
    save_errors_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { on_save_errors(); });
    errors_->on_choose = [this](std::size_t error) { go_to_error(error, false); };
    errors_->on_activate = [this](std::size_t error) { go_to_error(error, true); };
    rows_->on_activate = [this](std::size_t shown) {
        const auto found = errors_of_.find(row(shown).number);
        if (found != errors_of_.end())
            go_to_error(static_cast<std::size_t>(found->second - draft_.check.errors.data()), true);
    };
    rows_->on_edit = [this](std::size_t shown, std::size_t column, const wxString& text) {
        on_mend({row(shown).number, columns_.at(column - first_cell)}, from_wx(text));
    };
}

void CheckPage::name_rows(std::function<wxString(int)> name)
{
    name_ = std::move(name);
    filters_[added]->Hide();
    take_all_->SetLabel(tr("Change &all rows, or none if one is wrong"));
    take_good_->SetLabel(tr("Change only the rows that are &right"));
}

wxString CheckPage::name_of(int row) const
{
    return name_ ? name_(row) : wxString(std::to_string(row));
}

void CheckPage::show()
{
    filters_[all]->SetValue(true);
    filter_ = draft_.check.wrong > 0 ? wrong : all;
    last_ = {};
    filters_[static_cast<std::size_t>(filter_)]->SetValue(true);
    (draft_.options.good_rows ? take_good_ : take_all_)->SetValue(true);
    show_counts();
    show_errors();
    show_notes();
    show_table();
    filter(filter_);
}

/// What the sheet holds and the register does not get, before it is taken in.
void CheckPage::show_notes()
{
    wxString text;
    for (const auto& note : draft_.check.notes)
        text += (text.empty() ? "" : "\n") + tr(note);
    notes_->Show(!text.empty());
    notes_->show(text);
    notes_->wrap(GetClientSize().x - FromDIP(20));
    Layout();
}

void CheckPage::update()
{
    show_counts();
    show_errors();
    show_notes();
    std::erase_if(shown_, [&](std::size_t at) { return at >= draft_.check.rows.size(); });
    rows_->show_rows(shown_.size());
}

void CheckPage::focus()
{
    rows_->SetFocus();
}

void CheckPage::show_counts()
{
    const auto& check = draft_.check;
    const std::array<std::pair<const char*, int>, filters> counts{{
        {model::msgid("All: {1}"), static_cast<int>(check.rows.size())},
        {model::msgid("To be added: {1}"), check.new_},
        {model::msgid("Changed: {1}"), check.changed},
        {model::msgid("The same: {1}"), check.same},
        {model::msgid("Wrong: {1}"), check.wrong},
        {model::msgid("To be looked at: {1}"), static_cast<int>(warned_rows())},
    }};
    for (std::size_t i = 0; i < counts.size(); ++i)
        filters_[i]->SetLabel(tr(counts[i].first, {std::to_string(counts[i].second)}));
    filters_[wrong]->SetForegroundColour(
        check.wrong > 0 ? colour_of(model::Level::refuse) : wxNullColour);
    filters_[warned]->SetForegroundColour(colour_of(model::Level::warn));
    filters_[warned]->Show(!check.warnings.empty());
    for (auto* only_with_errors :
        std::initializer_list<wxWindow*>{take_all_, take_good_, next_, save_errors_})
        only_with_errors->Show(check.wrong > 0 && (only_with_errors != save_errors_ || !name_));
    Layout();
}

/// Rows that are taken though something in them is odd.
std::size_t CheckPage::warned_rows() const
{
    std::set<int> rows;
    for (const auto& warning : draft_.check.warnings)
        rows.insert(warning.row);
    return rows.size();
}

void CheckPage::filter(Filter filter)
{
    filter_ = filter;
    shown_.clear();
    for (std::size_t i = 0; i < draft_.check.rows.size(); ++i)
        if (filter == all || static_cast<int>(draft_.check.rows[i].state) + 1 == filter
            || (filter == warned && warnings_of_.contains(draft_.check.rows[i].number)))
            shown_.push_back(i);
    rows_->show_rows(0);
    rows_->show_rows(shown_.size());
    rows_->choose_first();
}

const model::ImportedRow& CheckPage::row(std::size_t shown) const
{
    return draft_.check.rows.at(shown_.at(shown));
}

const model::ImportError* CheckPage::error_at(int row, std::size_t column) const
{
    const auto found = errors_at_.find({row, column});
    return found == errors_at_.end() ? nullptr : found->second;
}

wxString CheckPage::outcome_of(const model::ImportedRow& row) const
{
    auto outcome = change_of(row);
    const auto [first, last] = warnings_of_.equal_range(row.number);
    for (auto warning = first; warning != last; ++warning)
        outcome += wxString::FromUTF8("；▲ ") + tr(warning->second->reason);
    return outcome;
}

/// "Wrong: the reason", "Changed: name A → B".
wxString CheckPage::change_of(const model::ImportedRow& row) const
{
    if (row.state == model::RowState::added)
        return tr("New");
    if (row.state == model::RowState::same)
        return tr("The same");
    if (row.state == model::RowState::wrong) {
        const auto found = errors_of_.find(row.number);
        return found == errors_of_.end() ? tr("Wrong") : tr(found->second->reason);
    }
    wxString changes;
    for (const auto& change : row.changes) {
        if (change.column >= row.cells.size())
            continue;
        changes += (changes.empty() ? wxString() : wxString::FromUTF8("；"))
            + tr("{1}: {2} → {3}",
                {draft_.check.heads.at(change.column),
                    change.before.empty() ? from_wx(tr("(empty)")) : change.before,
                    row.cells[change.column]});
    }
    if (changes.empty())
        changes = tr("Brought back from the recycle bin");
    return changes;
}

void CheckPage::show_table()
{
    columns_.clear();
    std::vector<CellTable::Column> columns{
        {.head = name_ ? tr("Record") : tr("Row"), .width = name_ ? width_of_name : 60},
        {.head = tr("What becomes of it"), .width = 240, .grows = true}};
    const auto& heads = draft_.check.heads;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        if (i >= draft_.look.columns.size() || draft_.look.columns[i].field.empty())
            continue;
        std::vector<wxString> texts{to_wx(heads[i])};
        for (std::size_t k = 0; k < std::min(rows_measured, draft_.check.rows.size()); ++k)
            texts.push_back(one_line(draft_.check.rows[k].cells[i]));
        columns_.push_back(i);
        columns.push_back(
            {.head = to_wx(heads[i]), .width = width_for(*this, texts), .editable = true});
    }
    shown_.clear();
    rows_->show(columns, 0, [this](std::size_t shown, std::size_t column) {
        const auto& line = row(shown);
        CellTable::Cell cell;
        if (column == row_column) {
            cell.text = name_of(line.number);
            cell.colour = colour_of_state(line.state);
        } else if (column == outcome_column) {
            cell.text = outcome_of(line);
            cell.text.Replace("\n", " ");
            cell.colour = colour_of_state(line.state);
        } else {
            const auto at = columns_.at(column - first_cell);
            cell.text = to_wx(line.cells.at(at));
            if (error_at(line.number, at)) {
                cell.colour = colour_of(model::Level::refuse);
                cell.background = background_of(model::Level::refuse);
                cell.bold = true;
            } else if (std::ranges::find(line.changes, at, &model::ImportedRow::Change::column)
                != line.changes.end()) {
                cell.colour = colour_of(model::Level::warn);
                cell.bold = true;
            }
        }
        return cell;
    });
}

void CheckPage::show_errors()
{
    const auto& errors = draft_.check.errors;
    errors_at_.clear();
    errors_of_.clear();
    warnings_of_.clear();
    for (const auto& warning : draft_.check.warnings)
        warnings_of_.emplace(warning.row, &warning);
    for (const auto& error : errors) {
        errors_of_.emplace(error.row, &error);
        if (error.at)
            errors_at_.emplace(model::CellPlace{error.row, *error.at}, &error);
    }
    if (errors_->columns() == 0)
        errors_->show(
            {{.head = name_ ? tr("Record") : tr("Row"), .width = name_ ? width_of_name : 60},
                {.head = tr("Column"), .width = 130}, {.head = tr("Value"), .width = 180},
                {.head = tr("Reason"), .width = 600}},
            0, [this](std::size_t at, std::size_t column) {
                const auto& error = draft_.check.errors.at(at);
                switch (column) {
                case at_row:
                    return CellTable::Cell{name_of(error.row)};
                case at_column:
                    return CellTable::Cell{to_wx(error.column)};
                case what_stands:
                    return CellTable::Cell{one_line(error.value)};
                default:
                    return CellTable::Cell{tr(error.reason)};
                }
            });
    errors_->show_rows(0);
    errors_->show_rows(errors.size());
    if (errors.empty() && splitter_->IsSplit()) {
        splitter_->Unsplit(errors_);
    } else if (!errors.empty() && !splitter_->IsSplit()) {
        errors_->Show();
        splitter_->SplitHorizontally(rows_, errors_, -FromDIP(150));
    }
}

std::optional<std::size_t> CheckPage::shown_row(int number) const
{
    for (std::size_t i = 0; i < shown_.size(); ++i)
        if (row(i).number == number)
            return i;
    return std::nullopt;
}

void CheckPage::go_to_error(std::size_t at, bool edit)
{
    const auto error = draft_.check.errors.at(at);
    last_ = place_of(error);
    if (!shown_row(error.row)) {
        filters_[all]->SetValue(true);
        filter(all);
    }
    const auto shown = shown_row(error.row);
    if (!shown)
        return;
    const auto column = std::ranges::find(columns_, error.at.value_or(heads_end));
    if (column == columns_.end())
        return rows_->go_to(*shown, outcome_column);
    const auto place = first_cell + static_cast<std::size_t>(column - columns_.begin());
    edit ? rows_->edit(*shown, place) : rows_->go_to(*shown, place);
}

void CheckPage::next_error()
{
    const auto& errors = draft_.check.errors;
    if (errors.empty())
        return;
    const auto chosen = rows_->current();
    model::CellPlace here{chosen ? row(*chosen).number : 0, 0};
    if (here.row == last_.row)
        here = {last_.row, last_.column + 1};
    const auto next =
        std::ranges::find_if(errors, [&](const auto& error) { return place_of(error) >= here; });
    const auto at = next == errors.end() ? 0 : next - errors.begin();
    errors_->go_to(static_cast<std::size_t>(at), at_row);
    go_to_error(static_cast<std::size_t>(at), true);
}

} // namespace views
