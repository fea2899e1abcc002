#include "views/list/record_list.h"

#include "views/widgets/errors.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>

#include <algorithm>

namespace views {

namespace {

constexpr int typing_pause = 250; ///< milliseconds after the last key before the filter is applied

} // namespace

class RecordList::Model : public wxDataViewVirtualListModel {
public:
    explicit Model(RecordRows& rows) : rows_(rows) {}

    void GetValueByRow(wxVariant& cell, unsigned row, unsigned column) const override
    {
        cell = row < rows_.size() ? rows_.text(row, column) : wxString();
    }

    bool GetAttrByRow(unsigned row, unsigned, wxDataViewItemAttr& look) const override
    {
        if (row >= rows_.size() || !rows_.has_ended(row))
            return false;
        look.SetColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
        return true;
    }

    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

private:
    RecordRows& rows_;
};

RecordList::RecordList(wxWindow* parent, model::RecordStore& store, const model::EntityDef& def)
    : wxPanel(parent)
    , rows_(store, def)
    , def_(def)
    , filter_(new wxSearchCtrl(this, wxID_ANY))
    , counts_(new wxStaticText(this, wxID_ANY, {}))
    , table_(new wxDataViewCtrl(
          this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES | wxDV_VERT_RULES))
    , model_(new Model(rows_))
    , typing_(this)
{
    auto* heading = new wxStaticText(this, wxID_ANY, tr(def.plural));
    heading->SetFont(heading->GetFont().Bold().Larger());
    filter_->SetDescriptiveText(tr("Filter by any shown column"));
    filter_->ShowCancelButton(true);
    name_control(filter_, "filter", tr("Filter by any shown column"));
    name_control(counts_, "counts");
    name_control(table_, "table", tr(def.plural));
    table_->AssociateModel(model_.get());
    add_columns();

    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(heading, wxSizerFlags().CenterVertical());
    top->Add(counts_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(12)));
    top->AddStretchSpacer();
    top->Add(filter_, wxSizerFlags(1).CenterVertical());
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(top, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
    all->Add(table_, wxSizerFlags(1).Expand());
    SetSizer(all);

    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typing_.StartOnce(typing_pause); });
    filter_->Bind(wxEVT_SEARCHCTRL_CANCEL_BTN, [this](wxCommandEvent&) { filter_->Clear(); });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded(this, [this] { refresh(); }); });
    table_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        if (const auto id = selected(); id && on_select)
            on_select(*id);
    });
    table_->Bind(wxEVT_DATAVIEW_COLUMN_SORTED, [this](wxDataViewEvent& event) {
        const auto* column = table_->GetColumn(static_cast<unsigned>(event.GetColumn()));
        sorting_ = {&def_.fields[rows_.columns().at(column->GetModelColumn())],
            !column->IsSortOrderAscending()};
        guarded(this, [this] { refresh(); });
    });
    refresh();
}

void RecordList::add_columns()
{
    for (unsigned i = 0; const auto field : rows_.columns()) {
        auto* column = table_->AppendTextColumn(tr(def_.fields[field].label), i++,
            wxDATAVIEW_CELL_INERT, FromDIP(def_.fields[field].width), wxALIGN_LEFT,
            wxDATAVIEW_COL_RESIZABLE | wxDATAVIEW_COL_SORTABLE | wxDATAVIEW_COL_REORDERABLE);
        column->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
    }
}

void RecordList::refresh()
{
    const auto before = selected();
    rows_.query(filter_->GetValue(), sorting_);
    model_->Reset(static_cast<unsigned>(rows_.size()));
    show_counts();
    if (before)
        select(*before);
}

void RecordList::show_counts()
{
    const auto all = std::to_string(rows_.total());
    const auto shown = std::to_string(rows_.size());
    counts_->SetLabel(
        shown == all ? tr("{1} records", {all}) : tr("{1} of {2} records", {shown, all}));
    Layout();
}

void RecordList::filter(const wxString& typed)
{
    filter_->ChangeValue(typed);
    refresh();
}

std::optional<model::Uuid> RecordList::selected() const
{
    const auto item = table_->GetSelection();
    if (!item.IsOk() || model_->GetRow(item) >= rows_.size())
        return std::nullopt;
    return rows_.id(model_->GetRow(item));
}

std::optional<model::Uuid> RecordList::first() const
{
    return rows_.size() == 0 ? std::nullopt : std::optional(rows_.id(0));
}

void RecordList::select(const model::Uuid& id)
{
    table_->UnselectAll();
    const auto row = rows_.row_of(id);
    if (!row)
        return;
    const auto item = model_->GetItem(static_cast<unsigned>(*row));
    table_->Select(item);
    table_->SetCurrentItem(item);
    table_->EnsureVisible(item);
}

void RecordList::step(int rows)
{
    if (rows_.size() == 0)
        return;
    const auto id = selected();
    const auto at = id ? static_cast<std::ptrdiff_t>(rows_.row_of(*id).value_or(0)) : -1;
    const auto last = static_cast<std::ptrdiff_t>(rows_.size()) - 1;
    const auto next =
        rows_.id(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at + rows, 0, last)));
    select(next);
    if (on_select)
        on_select(next);
}

void RecordList::focus_table()
{
    table_->SetFocus();
}

} // namespace views
