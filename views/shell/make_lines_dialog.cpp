#include "views/shell/make_lines_dialog.h"

#include "model/base/text.h"
#include "views/import/cell_table.h"
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
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace views {

namespace {

enum Column { number, category, words };

/// What a line is about: the category of a check, the matter that is settled.
constexpr const char* category_fields[]{"category", "matter"};

wxArrayString names_of(const std::vector<model::LinesOffered>& offered)
{
    wxArrayString names;
    for (const auto& each : offered)
        names.push_back(to_wx(each.name));
    return names;
}

} // namespace

MakeLinesDialog::MakeLinesDialog(wxWindow* parent, model::Editor& editor, const model::Uuid& record,
    std::vector<model::LinesOffered> offered)
    : wxDialog(parent, wxID_ANY, tr("Make the lines of {1}", {editor.store().title_of(record)}),
        wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , editor_(editor)
    , record_(record)
    , offered_(std::move(offered))
    , list_(new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, names_of(offered_)))
    , source_(new WrappedText(this))
    , table_(new CellTable(this, "lines", tr("The lines that will be made")))
    , told_(new WrappedText(this))
    , make_(new wxButton(this, wxID_ANY, tr("&Make the lines")))
{
    SetName("make_lines");
    name_control(list_, "list", tr("Which list"));
    name_control(source_, "source");
    name_control(told_, "told");
    name_control(make_, "make_now");
    table_->show(
        {{.head = tr("Position"), .width = 60}, {.head = tr("Category of the line"), .width = 130},
            {.head = tr("Line"), .width = 420, .grows = true}},
        0, [this](std::size_t row, std::size_t column) {
            return CellTable::Cell{.text = text_of(row, column)};
        });
    list_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(this, [this] { look(); }); });
    make_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { make(); }); });
    make_->SetDefault();
    lay_out();
    choose(0);
}

void MakeLinesDialog::lay_out()
{
    auto* list = new wxBoxSizer(wxHORIZONTAL);
    list->Add(new wxStaticText(this, wxID_ANY, tr("Which &list")),
        wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(10)));
    list->Add(list_, wxSizerFlags(1).CenterVertical());
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10));
    all->Add(list, flags);
    all->Add(source_, flags);
    all->Add(table_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10)));
    all->Add(told_, flags);
    all->Add(dialog_buttons(*this, make_), wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    SetSizer(all);
    SetSize(dialog_size(*this, wxSize(760, 520)));
    CentreOnParent();
    list_->SetFocus();
}

const model::LinesOffered& MakeLinesDialog::chosen() const
{
    return offered_.at(static_cast<std::size_t>(list_->GetSelection()));
}

void MakeLinesDialog::choose(std::size_t list)
{
    list_->SetSelection(static_cast<int>(list));
    look();
}

void MakeLinesDialog::look()
{
    const auto& lines = chosen();
    table_->show_rows(lines.lines.size());
    make_->Enable(!lines.lines.empty());
    source_->show(lines.source.empty() ? wxString() : tr("Basis: {1}", {lines.source}));
    source_->wrap(GetClientSize().x - FromDIP(20));
    const auto there = std::to_string(lines.there);
    if (lines.lines.empty())
        tell(tr("All {1} lines of “{2}” are there already", {there, lines.name}));
    else if (lines.there > 0)
        tell(tr("{1} lines will be made, {2} are there already. Undo takes them back as a whole.",
            {std::to_string(lines.lines.size()), there}));
    else
        tell(tr("{1} lines will be made. Undo takes them back as a whole.",
            {std::to_string(lines.lines.size())}));
}

wxString MakeLinesDialog::text_of(std::size_t row, std::size_t column) const
{
    const auto& line = chosen().lines.at(row);
    if (column == number)
        return std::to_string(row + 1);
    if (column == words)
        return to_wx(model::text_of_line(line, language()));
    for (const auto* name : category_fields)
        if (const auto* field = line.def->find(name))
            return display(*field, line[field->name],
                [this](const model::Uuid& id) { return title_of(editor_.store(), id); });
    return {};
}

void MakeLinesDialog::make()
{
    const auto& lines = chosen();
    const auto outcome = model::make_lines(editor_, record_, lines);
    if (outcome.done) {
        made_ = lines.lines.size();
        return end_dialog(*this, wxID_OK);
    }
    constexpr std::size_t most_told = 4;
    std::vector<std::string> sentences;
    for (const auto& finding : outcome.findings)
        if (finding.level == model::Level::refuse && sentences.size() < most_told)
            sentences.push_back(from_wx(tr(finding.message)));
    tell(to_wx(model::join(sentences, "\n")));
    told_->SetForegroundColour(colour_of(model::Level::refuse));
}

void MakeLinesDialog::tell(const wxString& sentence)
{
    told_->SetForegroundColour(wxNullColour);
    told_->show(sentence);
    told_->wrap(GetClientSize().x - FromDIP(20));
    Layout();
}

} // namespace views
