#include "views/list/list_dialogs.h"

#include "model/schema/reached_field.h"
#include "views/widgets/column_head.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/rearrangectrl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <array>

namespace views {

namespace {

constexpr std::size_t most_keys = 3;
constexpr int width_of_sign = 15; ///< of a head, in DIPs

/// All fields of a register: those shown first, in their order, ticked.
class ColumnsDialog : public wxDialog {
public:
    ColumnsDialog(wxWindow* parent, const model::EntityDef& def, const ListLayout& layout,
        const std::vector<const model::FieldDef*>& reachable)
        : wxDialog(parent, wxID_ANY, tr("Columns"), wxDefaultPosition, wxDefaultSize,
            wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , def_(def)
        , layout_(layout)
        , reachable_(reachable)
    {
        fill();
        auto* up = new wxButton(this, wxID_ANY, tr("Move &up"));
        auto* down = new wxButton(this, wxID_ANY, tr("Move &down"));
        auto* usual = new wxButton(this, wxID_ANY, tr("As &delivered"));
        name_control(list_, "columns", tr("Columns"));
        name_control(up, "up");
        name_control(down, "down");
        name_control(usual, "usual");
        auto* side = new wxBoxSizer(wxVERTICAL);
        for (auto* button : {up, down, usual})
            side->Add(button, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
        auto* middle = new wxBoxSizer(wxHORIZONTAL);
        middle->Add(list_, wxSizerFlags(1).Expand().Border(wxRIGHT, FromDIP(10)));
        middle->Add(side);
        auto* all = new wxBoxSizer(wxVERTICAL);
        const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
        all->Add(new wxStaticText(this, wxID_ANY, tr("Ticked columns are shown, in this order:")),
            flags);
        all->Add(middle, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(10)));
        if (!reachable_.empty())
            all->Add(make_reaching(), flags);
        all->Add(ok_and_cancel(*this), flags);
        SetSizerAndFit(all);
        CentreOnParent();
        list_->SetFocus();

        up->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { list_->MoveCurrentUp(); });
        down->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { list_->MoveCurrentDown(); });
        usual->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
            usual_ = true;
            EndModal(wxID_OK);
        });
    }

    ListLayout chosen() const
    {
        if (usual_)
            return ListLayout::standard(def_);
        ListLayout layout;
        for (const int place : list_->GetCurrentOrder())
            if (place >= 0)
                layout.columns.push_back(columns_.at(static_cast<std::size_t>(place)));
        if (layout.columns.empty())
            return layout_;
        for (const auto& key : layout_.order)
            if (layout.shows(*key.field))
                layout.order.push_back(key);
        if (layout_.group && layout.shows(*layout_.group))
            layout.group = layout_.group;
        return layout;
    }

private:
    /// What adds a field of the record that a reference names.
    wxSizer* make_reaching()
    {
        auto* label = new wxStaticText(this, wxID_ANY, tr("&From another register:"));
        through_ = new wxChoice(this, wxID_ANY);
        reached_ = new wxChoice(this, wxID_ANY);
        auto* add = new wxButton(this, wxID_ANY, tr("&Add"));
        name_control(through_, "through", tr("Register of the column"));
        name_control(reached_, "reached", tr("Field of the column"));
        name_control(add, "add");
        for (const auto* column : reachable_)
            if (const auto* reference = model::reached_by(*column)->reference;
                references_.empty() || references_.back() != reference) {
                references_.push_back(reference);
                through_->Append(tr(reference->label));
            }
        through_->SetSelection(0);
        show_reached();
        through_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_reached(); });
        add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { add_reached(); });
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        const auto flags = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8));
        row->Add(label, flags);
        row->Add(through_, flags);
        row->Add(reached_, wxSizerFlags(1).CenterVertical().Border(wxRIGHT, FromDIP(8)));
        row->Add(add, wxSizerFlags().CenterVertical());
        return row;
    }

    void show_reached()
    {
        const auto* reference = references_.at(static_cast<std::size_t>(through_->GetSelection()));
        offered_.clear();
        reached_->Clear();
        for (const auto* column : reachable_)
            if (const auto* reached = model::reached_by(*column); reached->reference == reference) {
                offered_.push_back(column);
                reached_->Append(tr(reached->field->label));
            }
        reached_->SetSelection(0);
    }

    /// Ticked, below the line that is marked; one that is there already is marked and ticked.
    void add_reached()
    {
        const auto* column = offered_.at(static_cast<std::size_t>(reached_->GetSelection()));
        const auto head = column_head(*column);
        auto line = list_->FindString(head, true);
        if (line == wxNOT_FOUND) {
            const int width = width_of_sign * (static_cast<int>(head.length()) + 2);
            columns_.push_back({column, std::max(usual_width(*column), width)});
            line =
                list_->Insert(head, static_cast<unsigned>(std::max(list_->GetSelection(), -1) + 1));
        }
        list_->Check(static_cast<unsigned>(line));
        list_->SetSelection(line);
    }

    void fill()
    {
        columns_ = layout_.columns;
        for (const auto& field : def_.fields)
            if (!layout_.shows(field))
                columns_.push_back({&field, usual_width(field)});
        wxArrayString labels;
        wxArrayInt order;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            labels.push_back(column_head(*columns_[i].field));
            const int place = static_cast<int>(i);
            order.push_back(i < layout_.columns.size() ? place : ~place);
        }
        list_ = new wxRearrangeList(
            this, wxID_ANY, wxDefaultPosition, word_size(*this, wxSize(280, 360)), order, labels);
        list_->SetSelection(0);
    }

    const model::EntityDef& def_;
    const ListLayout& layout_;
    const std::vector<const model::FieldDef*>& reachable_;
    std::vector<const model::FieldDef*> references_; ///< the lines of `through_`
    std::vector<const model::FieldDef*> offered_;    ///< the lines of `reached_`
    wxChoice* through_ = nullptr;
    wxChoice* reached_ = nullptr;
    std::vector<ListLayout::Column> columns_;
    wxRearrangeList* list_ = nullptr;
    bool usual_ = false;
};

class OrderDialog : public wxDialog {
public:
    OrderDialog(wxWindow* parent, const ListLayout& layout)
        : wxDialog(parent, wxID_ANY, tr("Sort"))
        , layout_(layout)
    {
        auto* grid = new wxFlexGridSizer(3, FromDIP(wxSize(10, 8)));
        grid->AddGrowableCol(1);
        for (std::size_t i = 0; i < most_keys; ++i)
            add_key(*grid, i);
        auto* all = new wxBoxSizer(wxVERTICAL);
        const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
        all->Add(grid, flags);
        all->Add(ok_and_cancel(*this), flags);
        SetSizerAndFit(all);
        CentreOnParent();
        fields_.front()->SetFocus();
    }

    std::vector<model::ListingQuery::SortKey> chosen() const
    {
        std::vector<model::ListingQuery::SortKey> order;
        for (std::size_t i = 0; i < most_keys; ++i) {
            const int place = fields_[i]->GetSelection() - 1;
            if (place < 0)
                continue;
            const auto* field = layout_.columns.at(static_cast<std::size_t>(place)).field;
            if (std::ranges::find(order, field, &model::ListingQuery::SortKey::field)
                == order.end())
                order.push_back({field, downwards_[i]->GetValue()});
        }
        return order;
    }

private:
    void add_key(wxSizer& grid, std::size_t i)
    {
        const auto number = std::to_string(i + 1);
        fields_[i] = new wxChoice(this, wxID_ANY);
        downwards_[i] = new wxCheckBox(this, wxID_ANY, tr("downwards"));
        name_control(fields_[i], "key" + number, i == 0 ? tr("Sort by") : tr("then by"));
        name_control(downwards_[i], "downwards" + number);
        fields_[i]->Append(tr("(none)"));
        for (const auto& column : layout_.columns)
            fields_[i]->Append(column_head(*column.field));
        fields_[i]->SetSelection(0);
        if (i < layout_.order.size()) {
            const auto found = std::ranges::find(
                layout_.columns, layout_.order[i].field, &ListLayout::Column::field);
            fields_[i]->SetSelection(static_cast<int>(found - layout_.columns.begin()) + 1);
            downwards_[i]->SetValue(layout_.order[i].descending);
        }
        grid.Add(new wxStaticText(this, wxID_ANY, i == 0 ? tr("Sort by") : tr("then by")),
            wxSizerFlags().CenterVertical().Right());
        grid.Add(fields_[i], wxSizerFlags().Expand());
        grid.Add(downwards_[i], wxSizerFlags().CenterVertical());
    }

    const ListLayout& layout_;
    std::array<wxChoice*, most_keys> fields_{};
    std::array<wxCheckBox*, most_keys> downwards_{};
};

} // namespace

wxSizer* ok_and_cancel(wxDialog& dialog)
{
    auto* ok = new wxButton(&dialog, wxID_OK, tr("OK"));
    ok->SetDefault();
    return dialog_buttons(dialog, ok);
}

std::optional<ListLayout> ask_columns(wxWindow* parent, const model::EntityDef& def,
    const ListLayout& layout, const std::vector<const model::FieldDef*>& reachable)
{
    ColumnsDialog dialog(parent, def, layout, reachable);
    if (dialog.ShowModal() != wxID_OK)
        return std::nullopt;
    return dialog.chosen();
}

std::optional<std::vector<model::ListingQuery::SortKey>> ask_order(
    wxWindow* parent, const ListLayout& layout)
{
    OrderDialog dialog(parent, layout);
    if (dialog.ShowModal() != wxID_OK)
        return std::nullopt;
    return dialog.chosen();
}

} // namespace views
