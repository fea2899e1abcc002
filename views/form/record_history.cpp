#include "views/form/record_history.h"

#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/platform_table.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>

#include <algorithm>

namespace views {

namespace {

/// The field, or what happened to the record as a whole.
wxString what(const model::HistoryStep& step)
{
    const auto name = [&] {
        if (step.field)
            return tr(step.field->label);
        if (step.fid == model::deleted_fid)
            return step.after == model::Value{true} ? tr("(deleted)") : tr("(restored)");
        return step.fid < 0 ? tr("(added)") : tr("(a field of a newer version)");
    }();
    if (step.lost)
        return tr("{1} (did not stand)", {from_wx(name)});
    return step.decided ? tr("{1} (conflict decided)", {from_wx(name)}) : name;
}

} // namespace

RecordHistory::RecordHistory(wxWindow* parent, model::RecordStore& store)
    : wxPanel(parent)
    , store_(store)
    , list_(new wxDataViewListCtrl(
          this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES | wxDV_SINGLE))
    , detail_(new WrappedText(this))
{
    name_control(list_, "history", tr("History"));
    leave_search(*list_);
    name_control(detail_, "history.detail");
    add_list();
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(list_, wxSizerFlags(1).Expand());
    all->Add(detail_, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    all->Add(make_buttons(), wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    SetSizer(all);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        wrap();
    });
}

void RecordHistory::add_list()
{
    list_->AppendTextColumn(tr("When"), wxDATAVIEW_CELL_INERT, word_width(*this, 125));
    list_->AppendTextColumn(tr("Who"), wxDATAVIEW_CELL_INERT, word_width(*this, 80));
    list_->AppendTextColumn(tr("Field"), wxDATAVIEW_CELL_INERT, word_width(*this, 100));
    list_->AppendTextColumn(tr("Before"), wxDATAVIEW_CELL_INERT, word_width(*this, 110));
    list_->AppendTextColumn(tr("Became"), wxDATAVIEW_CELL_INERT, word_width(*this, 110));
    list_->AppendTextColumn(tr("Device"), wxDATAVIEW_CELL_INERT, word_width(*this, 100));
    list_->AppendTextColumn(
        tr("On behalf, by document"), wxDATAVIEW_CELL_INERT, word_width(*this, 160));
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { show_chosen(); });
}

wxSizer* RecordHistory::make_buttons()
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    before_ = new wxButton(this, wxID_ANY, tr("Put back the value &before"));
    after_ = new wxButton(this, wxID_ANY, tr("Put back the value &after"));
    name_control(before_, "restore_before");
    name_control(after_, "restore_after");
    before_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (const auto* step = chosen())
            restore(step->before);
    });
    after_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (const auto* step = chosen())
            restore(step->after);
    });
    row->Add(before_, wxSizerFlags().Border(wxRIGHT, FromDIP(10)));
    row->Add(after_);
    return row;
}

void RecordHistory::show(const model::Uuid& id)
{
    id_ = id;
    steps_ = store_.history(id);
    std::ranges::reverse(steps_);
    list_->DeleteAllItems();
    for (const auto& step : steps_) {
        wxVector<wxVariant> line;
        for (const auto& cell : {display(step.at), to_wx(step.user), what(step),
                 text(step, step.before), text(step, step.after),
                 step.device.empty() ? tr("(this computer)") : to_wx(step.device),
                 to_wx(step.document)})
            line.push_back(wxString(cell).substr(0, 200));
        list_->AppendItem(line);
    }
    if (!steps_.empty())
        list_->SelectRow(0);
    show_chosen();
}

void RecordHistory::mask_personal(bool masked)
{
    if (masked == is_masked_)
        return;
    is_masked_ = masked;
    const auto line = list_->GetSelectedRow();
    show(id_);
    if (line >= 0)
        choose(static_cast<std::size_t>(line));
}

void RecordHistory::choose(std::size_t line)
{
    list_->SelectRow(static_cast<unsigned>(line));
    show_chosen();
}

const model::HistoryStep* RecordHistory::chosen() const
{
    const int row = list_->GetSelectedRow();
    if (row < 0 || static_cast<std::size_t>(row) >= steps_.size())
        return nullptr;
    return &steps_[static_cast<std::size_t>(row)];
}

wxString RecordHistory::text(const model::HistoryStep& step, const model::Value& value) const
{
    if (!step.field)
        return {};
    if (model::is_empty(value))
        return tr("(empty)");
    return display(
        *step.field, value, [this](const model::Uuid& id) { return title_of(store_, id); },
        is_masked_ ? Personal::masked : Personal::plain);
}

/// What is long is cut in the list; a value that stands already need not be put back.
void RecordHistory::show_chosen()
{
    const auto* step = chosen();
    const auto record = store_.find_any(id_);
    const bool is_value = step && step->field && record && !record->first.deleted;
    const auto now = is_value ? record->second[step->field->name] : model::Value{};
    before_->Enable(is_value && step->before != now);
    after_->Enable(is_value && step->after != now);
    detail_->show(!step || !step->field
            ? wxString()
            : tr("{1}: from “{2}” to “{3}”",
                {from_wx(tr(step->field->label)), from_wx(text(*step, step->before)),
                    from_wx(text(*step, step->after))}));
    wrap();
    Layout();
}

void RecordHistory::restore(const model::Value& value)
{
    const auto* step = chosen();
    if (step && step->field && on_restore)
        guarded(this, [&] { on_restore(*step->field, model::Value(value)); });
}

void RecordHistory::wrap()
{
    detail_->wrap(GetClientSize().x - FromDIP(16));
}

} // namespace views
