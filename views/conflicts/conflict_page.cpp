#include "views/conflicts/conflict_page.h"

#include "views/conflicts/other_value.h"
#include "views/widgets/errors.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace views {

ConflictPage::ConflictPage(wxWindow* parent, const Conflicts& conflicts, model::RecordStore& store)
    : wxPanel(parent)
    , conflicts_(conflicts)
    , store_(store)
    , empty_(new wxStaticText(this, wxID_ANY, tr("No entry waits for a decision.")))
    , list_(new wxDataViewListCtrl(
          this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES | wxDV_SINGLE))
    , detail_(new wxPanel(this))
    , what_(new WrappedText(detail_))
{
    auto* heading = new wxStaticText(this, wxID_ANY, tr("Conflicts"));
    heading->SetFont(heading->GetFont().Bold().Larger());
    name_control(empty_, "empty");
    name_control(list_, "conflicts", tr("Conflicts"));
    name_control(what_, "what");
    add_list();

    auto* inner = new wxBoxSizer(wxVERTICAL);
    const auto below = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    inner->Add(what_, below);
    inner->Add(make_values(), below);
    inner->Add(make_buttons(), below);
    detail_->SetSizer(inner);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(heading, below);
    all->Add(empty_, below);
    all->Add(list_, wxSizerFlags(1).Expand());
    all->Add(detail_, wxSizerFlags().Expand());
    SetSizer(all);
    refresh();
}

void ConflictPage::add_list()
{
    list_->AppendTextColumn(tr("Register"), wxDATAVIEW_CELL_INERT, FromDIP(140));
    list_->AppendTextColumn(tr("Record"), wxDATAVIEW_CELL_INERT, FromDIP(220));
    list_->AppendTextColumn(tr("Field"), wxDATAVIEW_CELL_INERT, FromDIP(140));
    list_->AppendTextColumn(tr("The other side"), wxDATAVIEW_CELL_INERT, FromDIP(180));
    list_->AppendTextColumn(tr("When"), wxDATAVIEW_CELL_INERT, FromDIP(140));
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        if (const auto row = list_->GetSelectedRow(); row != wxNOT_FOUND)
            show(static_cast<std::size_t>(row));
    });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (const auto* conflict = chosen(); conflict && on_open_record)
            on_open_record(*conflict->entity, conflict->record);
    });
}

wxSizer* ConflictPage::make_values()
{
    auto* grid = new wxFlexGridSizer(3, FromDIP(wxSize(16, 8)));
    grid->AddGrowableCol(1);
    const auto add = [&](const char* label, wxStaticText*& value, wxStaticText** by,
                         const char* name) {
        value = new wxStaticText(detail_, wxID_ANY, {});
        value->SetFont(value->GetFont().Bold());
        name_control(value, name);
        grid->Add(new wxStaticText(detail_, wxID_ANY, tr(label)), wxSizerFlags().Right());
        grid->Add(value, wxSizerFlags().Expand());
        auto* who = new wxStaticText(detail_, wxID_ANY, {});
        grid->Add(who);
        if (by)
            *by = who;
    };
    add(model::msgid("Before"), base_, nullptr, "base");
    add(model::msgid("You entered"), mine_, &mine_by_, "mine");
    add(model::msgid("The other side entered"), theirs_, &theirs_by_, "theirs");
    return grid;
}

wxSizer* ConflictPage::make_buttons()
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](const wxString& label, const char* name, Take which) {
        auto* button = new wxButton(detail_, wxID_ANY, label);
        name_control(button, name);
        button->Bind(
            wxEVT_BUTTON, [this, which](wxCommandEvent&) { guarded(this, [&] { take(which); }); });
        row->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(10)));
        return button;
    };
    add(tr("Take mine"), "take_mine", Take::mine);
    take_theirs_ = add(tr("Take theirs"), "take_theirs", Take::theirs);
    add(tr("Take what was before"), "take_base", Take::base);
    add(tr("Enter another value…"), "take_other", Take::other);
    return row;
}

void ConflictPage::refresh()
{
    open_ = conflicts_.open();
    list_->DeleteAllItems();
    for (const auto& conflict : open_) {
        wxVector<wxVariant> line;
        for (const auto& cell : {tr(conflict.entity->label), to_wx(conflict.title),
                 tr(conflict.field->label), to_wx(conflict.theirs_by), display(conflict.theirs_at)})
            line.push_back(cell);
        list_->AppendItem(line);
    }
    empty_->Show(open_.empty());
    list_->Show(!open_.empty());
    detail_->Show(!open_.empty());
    if (!open_.empty()) {
        list_->SelectRow(0);
        show(0);
    }
    Layout();
}

const Conflict* ConflictPage::chosen() const
{
    const int row = list_->GetSelectedRow();
    if (row < 0 || static_cast<std::size_t>(row) >= open_.size())
        return nullptr;
    return &open_[static_cast<std::size_t>(row)];
}

wxString ConflictPage::text(const Conflict& conflict, const model::Value& value) const
{
    if (model::is_empty(value))
        return tr("(empty)");
    return display(
        *conflict.field, value,
        [this](const model::Uuid& id) { return to_wx(store_.title_of(id)); }, Personal::plain);
}

void ConflictPage::show(std::size_t at)
{
    const auto& conflict = open_.at(at);
    what_->show(tr("{1} of {2} was entered differently by two sides.",
        {from_wx(tr(conflict.field->label)), conflict.title}));
    base_->SetLabelText(text(conflict, conflict.base));
    mine_->SetLabelText(text(conflict, conflict.mine));
    theirs_->SetLabelText(text(conflict, conflict.theirs));
    mine_by_->SetLabelText(to_wx(conflict.mine_by) + "  " + display(conflict.mine_at));
    theirs_by_->SetLabelText(to_wx(conflict.theirs_by) + "  " + display(conflict.theirs_at));
    take_theirs_->SetLabel(tr("Take that of {1}", {conflict.theirs_by}));
    Layout();
}

void ConflictPage::take(Take which)
{
    const auto* conflict = chosen();
    if (!conflict || !conflicts_.settle)
        return;
    std::optional<model::Value> value;
    switch (which) {
    case Take::base:
        value = conflict->base;
        break;
    case Take::mine:
        value = conflict->mine;
        break;
    case Take::theirs:
        value = conflict->theirs;
        break;
    case Take::other:
        value = ask_value(this, *conflict->field, conflict->mine, store_);
        break;
    }
    if (!value)
        return;
    conflicts_.settle(*conflict, which, *value);
    refresh();
    if (on_written)
        on_written();
}

} // namespace views
