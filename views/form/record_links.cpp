#include "views/form/record_links.h"

#include "model/assessment/assessed_by.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/platform_table.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

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
    all->Add(adding_ = make_adding(), wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    SetSizer(all);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        wrap();
    });
}

wxSizer* RecordLinks::make_adding()
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* label = new wxStaticText(this, wxID_ANY, tr("A new record &in"));
    into_ = new wxChoice(this, wxID_ANY);
    add_ = new wxButton(this, wxID_ANY, tr("A&dd here…"));
    name_control(into_, "add_into", tr("In which register a related record is added"));
    name_control(add_, "add_here");
    add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (const int which = into_->GetSelection(); which != wxNOT_FOUND)
            add_here(static_cast<std::size_t>(which));
    });
    row->Add(label, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    row->Add(into_, wxSizerFlags(1).CenterVertical().Border(wxRIGHT, FromDIP(8)));
    row->Add(add_, wxSizerFlags().CenterVertical());
    return row;
}

/// The register alone where one field refers, and also the field where there are several.
wxString RecordLinks::words_for(const model::Relating& relating) const
{
    const auto of_it = std::ranges::count(addable_, relating.def, &model::Relating::def);
    return of_it == 1
        ? tr(relating.def->plural)
        : tr("{1} ({2})", {from_wx(tr(relating.def->plural)), from_wx(tr(relating.field->label))});
}

/// What was chosen stays chosen from record to record.
void RecordLinks::offer_adding(const model::EntityDef& def)
{
    auto addable = model::relating_to(store_.catalog(), def);
    std::erase_if(addable, [this](const model::Relating& each) {
        return !shows(*each.def) || !enters || !enters(*each.def);
    });
    const bool is_same =
        std::ranges::equal(addable, addable_, {}, &model::Relating::field, &model::Relating::field);
    if (!is_same) {
        addable_ = std::move(addable);
        wxArrayString words;
        for (const auto& each : addable_)
            words.push_back(words_for(each));
        into_->Set(words);
        if (!words.empty())
            into_->SetSelection(0);
    }
    adding_->ShowItems(!addable_.empty());
}

void RecordLinks::add_here(std::size_t which)
{
    if (on_add && which < addable_.size())
        guarded(this, [&, each = addable_[which]] { on_add(*each.def, *each.field); });
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
    if (!found) {
        adding_->ShowItems(false);
        return counts_->show({});
    }
    offer_adding(*found->first.def);
    add_named(found->second);
    wxString counts;
    for (const auto& by : model::referring_to(store_, id, seen_where)) {
        if (!shows(*by.def))
            continue;
        counts += (counts.empty() ? wxString() : tr(", "))
            + tr("{1}: {2}", {from_wx(tr(by.def->plural)), std::to_string(by.count)});
        add_naming(by, id);
    }
    counts_->show(what_follows(found->second)
        + (counts.empty()
                ? tr("No other record refers to this one.")
                : tr("Records that refer to this one: {1}. Enter opens one.", {from_wx(counts)})));
    if (!lines_.empty())
        list_->SelectRow(0);
    wrap();
    Layout();
}

/// What follows from the record and stands in no field: of a posting, who assesses the person.
wxString RecordLinks::what_follows(const model::Record& record)
{
    wxString text;
    if (record.def->id != model::def_of<model::Posting>().id)
        return text;
    const auto posting = model::from_record<model::Posting>(record);
    const auto unit =
        posting.unit ? store_.find(model::def_of<model::Unit>(), *posting.unit) : std::nullopt;
    const auto sender = unit ? std::optional(model::from_record<model::Unit>(*unit)) : std::nullopt;
    for (const auto& sentence : model::assessed_by(posting, sender))
        text += tr(sentence) + '\n';
    return text;
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
