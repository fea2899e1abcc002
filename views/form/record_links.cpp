#include "views/form/record_links.h"

#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/platform_table.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/dataview.h>
#include <wx/sizer.h>

namespace views {

namespace {

constexpr std::int64_t most_of_a_kind = 200;

} // namespace

RecordLinks::RecordLinks(wxWindow* parent, model::RecordStore& store)
    : wxPanel(parent)
    , store_(store)
    , counts_(new WrappedText(this))
    , list_(new wxDataViewListCtrl(
          this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES | wxDV_SINGLE))
{
    name_control(counts_, "links.counts");
    name_control(list_, "links", tr("Related records"));
    leave_search(*list_);
    list_->AppendTextColumn(tr("Register"), wxDATAVIEW_CELL_INERT, word_width(*this, 110));
    list_->AppendTextColumn(tr("Link"), wxDATAVIEW_CELL_INERT, word_width(*this, 110));
    list_->AppendTextColumn(tr("Record"), wxDATAVIEW_CELL_INERT, word_width(*this, 150));
    list_->AppendTextColumn(tr("Details"), wxDATAVIEW_CELL_INERT, word_width(*this, 150));
    list_->AppendTextColumn(tr("Ended on"), wxDATAVIEW_CELL_INERT, word_width(*this, 90));
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (const int row = list_->GetSelectedRow(); row != wxNOT_FOUND)
            open(static_cast<std::size_t>(row));
    });
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(counts_, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    all->Add(list_, wxSizerFlags(1).Expand());
    SetSizer(all);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        wrap();
    });
}

std::int64_t RecordLinks::count_of(const model::Uuid& id)
{
    std::int64_t count = 0;
    for (const auto& by : model::referring_to(store_, id, seen_where))
        count += shows(*by.def) ? by.count : 0;
    return count;
}

void RecordLinks::show(const model::Uuid& id)
{
    lines_.clear();
    list_->DeleteAllItems();
    const auto found = store_.find_any(id);
    if (!found)
        return counts_->show({});
    add_named(found->second);
    wxString counts;
    for (const auto& by : model::referring_to(store_, id, seen_where)) {
        if (!shows(*by.def))
            continue;
        counts += (counts.empty() ? wxString() : tr(", "))
            + tr("{1}: {2}", {from_wx(tr(by.def->plural)), std::to_string(by.count)});
        add_naming(by, id);
    }
    counts_->show(counts.empty()
            ? tr("No other record refers to this one.")
            : tr("Records that refer to this one: {1}. Enter opens one.", {from_wx(counts)}));
    if (!lines_.empty())
        list_->SelectRow(0);
    wrap();
    Layout();
}

bool RecordLinks::may_see(const model::Uuid& id)
{
    const auto meta = sees ? store_.rows().meta(id) : std::nullopt;
    return !meta || sees(*meta);
}

void RecordLinks::add_named(const model::Record& record)
{
    for (const auto& field : record.def->fields) {
        const auto* id = std::get_if<model::Uuid>(&record[field.name]);
        if (!id)
            continue;
        const auto named = store_.find_any(*id);
        if (named && !named->first.deleted && shows(*named->first.def) && may_see(*id))
            add({named->first.def, *id}, tr("→ {1}", {from_wx(tr(field.label))}), &named->second);
    }
}

void RecordLinks::add_naming(const model::Referring& by, const model::Uuid& id)
{
    const auto how = tr("← {1}", {from_wx(tr(by.field->label))});
    const auto records = model::records_referring(store_, by, id, most_of_a_kind, seen_where);
    for (const auto& record : records)
        add({by.def, record.id}, how, &record);
    if (const auto more = by.count - std::ssize(records); more > 0)
        add({by.def, {}}, tr("{1} more", {std::to_string(more)}), nullptr);
}

void RecordLinks::add(const Line& line, const wxString& how, const model::Record* record)
{
    lines_.push_back(line);
    wxVector<wxVariant> cells;
    cells.push_back(tr(line.def->plural));
    cells.push_back(how);
    cells.push_back(record ? title_of(store_, record->id) : wxString());
    cells.push_back(record ? subtitle(*record) : wxString());
    cells.push_back(record && !line.def->end.empty()
            ? to_wx(model::to_text((*record)[line.def->end]))
            : wxString());
    list_->AppendItem(cells);
}

wxString RecordLinks::subtitle(const model::Record& record) const
{
    const auto* field = record.def->find(record.def->subtitle);
    return field ? display(*field, record[field->name],
               [this](const model::Uuid& id) { return title_of(store_, id); })
                 : wxString();
}

void RecordLinks::open(std::size_t line)
{
    if (on_open && line < lines_.size())
        guarded(this, [&, at = lines_[line]] { on_open(*at.def, at.id); });
}

void RecordLinks::wrap()
{
    counts_->wrap(GetClientSize().x - FromDIP(16));
}

} // namespace views
