#include "views/stats/cross_choices.h"

#include "model/base/text.h"
#include "model/store/filter_labels.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/text_focus.h"
#include "views/widgets/tr.h"

#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace views {

namespace {

std::size_t chosen(const wxChoice& choice)
{
    return static_cast<std::size_t>(std::max(choice.GetSelection(), 0));
}

template <class Things, class Thing>
int place_of(const Things& things, const Thing& thing)
{
    return static_cast<int>(std::ranges::find(things, thing) - things.begin());
}

} // namespace

CrossChoices::CrossChoices(wxWindow* parent, const model::Catalog& catalog,
    std::vector<const model::EntityDef*> registers,
    std::function<bool(const model::EntityDef&)> looks_through)
    : wxPanel(parent)
    , catalog_(catalog)
    , registers_(std::move(registers))
    , looks_through_(std::move(looks_through))
    , register_(new wxChoice(this, wxID_ANY))
    , number_(new wxChoice(this, wxID_ANY))
    , rows_(new wxChoice(this, wxID_ANY))
    , columns_(new wxChoice(this, wxID_ANY))
    , where_(
          new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER))
{
    name_control(register_, "register", tr("Register"));
    name_control(number_, "number", tr("What is counted"));
    name_control(rows_, "rows", tr("Lines by"));
    name_control(columns_, "columns", tr("Columns by"));
    name_control(where_, "where", tr("Filter of the table"));
    for (const auto* def : registers_)
        register_->Append(tr(def->plural));
    register_->SetSelection(0);
    lay_out();
    wire();
    offer(*registers_.front());
    choose_usual();
}

void CrossChoices::lay_out()
{
    constexpr int gap = 8;
    where_->SetHint(tr("such as: status=on_duty and unit~bureau"));
    keep_line_height(*where_);
    unselect_when_left(*where_);
    auto* choices = new wxFlexGridSizer(4, FromDIP(wxSize(gap, gap)));
    choices->AddGrowableCol(1, 1);
    choices->AddGrowableCol(3, 1);
    const auto add = [&](const char* label, wxWindow* control) {
        choices->Add(new wxStaticText(this, wxID_ANY, tr(label)), wxSizerFlags().CenterVertical());
        choices->Add(control, wxSizerFlags(1).Expand());
    };
    add(model::msgid("Register"), register_);
    add(model::msgid("What is counted"), number_);
    add(model::msgid("Lines by"), rows_);
    add(model::msgid("Columns by"), columns_);
    auto* filter = new wxBoxSizer(wxHORIZONTAL);
    filter->Add(new wxStaticText(this, wxID_ANY, tr("Filter")),
        wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(gap)));
    filter->Add(where_, wxSizerFlags(1).CenterVertical());
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(choices, wxSizerFlags().Expand());
    all->Add(filter, wxSizerFlags().Expand().Border(wxTOP, FromDIP(gap)));
    SetSizer(all);
}

void CrossChoices::wire()
{
    register_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        offer(*registers_[chosen(*register_)]);
        choose_usual();
        where_->ChangeValue({});
        on_change();
    });
    for (auto* choice : {number_, rows_, columns_})
        choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { on_change(); });
    where_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        on_change();
        on_leave();
    });
    where_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        if (!IsBeingDeleted())
            on_change();
    });
    lead_to_table(*where_, [this] { on_leave(); });
}

void CrossChoices::offer(const model::EntityDef& def)
{
    fields_ = model::cross_fields(def, catalog_);
    std::erase_if(fields_, [&](const auto& field) {
        return field.reference && !looks_through_(catalog_.get(field.reference->refers_to));
    });
    numbers_ = model::summed_fields(def);
    wxArrayString labels;
    for (const auto& field : fields_)
        labels.push_back(to_wx(model::label_of(field, language())));
    rows_->Set(labels);
    labels.insert(labels.begin(), tr("(no columns)"));
    columns_->Set(labels);
    number_->Clear();
    number_->Append(tr("How many records"));
    for (const auto* field : numbers_)
        number_->Append(tr("Sum of {1}", {from_wx(tr(field->label))}));
    number_->SetSelection(0);
}

/// By the first reference, which is a unit or place mostly, and by the first choice.
void CrossChoices::choose_usual()
{
    const auto first = [&](model::Type type) {
        const auto found = std::ranges::find_if(fields_, [&](const auto& field) {
            return !field.reference && field.field->type == type
                && field.field->refers_to != "person";
        });
        return found == fields_.end() ? -1 : static_cast<int>(found - fields_.begin());
    };
    const int rows = first(model::Type::reference);
    const int columns = first(model::Type::choice);
    rows_->SetSelection(std::max(rows, 0));
    columns_->SetSelection(columns + 1);
}

model::CrossQuestion CrossChoices::question() const
{
    model::CrossQuestion question{.def = registers_[chosen(*register_)],
        .rows = fields_.at(chosen(*rows_)),
        .where = model::trimmed(from_wx(where_->GetValue()))};
    if (question.where == shown_where_)
        question.where = asked_where_;
    if (const auto column = chosen(*columns_); column > 0)
        question.columns = fields_.at(column - 1);
    if (const auto number = chosen(*number_); number > 0)
        question.sum = numbers_.at(number - 1);
    return question;
}

void CrossChoices::show(const model::CrossQuestion& question)
{
    const auto found = std::ranges::find(registers_, question.def);
    if (found == registers_.end())
        return;
    register_->SetSelection(static_cast<int>(found - registers_.begin()));
    offer(*question.def);
    const auto is_offered = [&](const auto& field) {
        return std::ranges::find(fields_, field) != fields_.end();
    };
    choose_usual();
    if (is_offered(question.rows))
        rows_->SetSelection(place_of(fields_, question.rows));
    columns_->SetSelection(question.columns && is_offered(*question.columns)
            ? place_of(fields_, *question.columns) + 1
            : 0);
    number_->SetSelection(question.sum ? place_of(numbers_, question.sum) + 1 : 0);
    asked_where_ = question.where;
    shown_where_ = model::with_labels(question.where, *question.def, catalog_, language());
    where_->ChangeValue(to_wx(shown_where_));
}

void CrossChoices::focus()
{
    register_->SetFocus();
}

} // namespace views
