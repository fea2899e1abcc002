#include "views/conflicts/conflict_page.h"

#include "views/conflicts/other_value.h"
#include "views/widgets/colours.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/platform_table.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace views {

namespace {

wxString kind(const model::InboxItem& item)
{
    if (item.kind == "refused")
        return tr("Refused");
    if (item.kind == "on_behalf")
        return tr("Entered for you");
    return item.kind == "after_deletion" ? tr("Changed after deletion") : tr("Conflict");
}

wxString refusal(const model::InboxItem& item, const std::string& field, const std::string& title)
{
    const auto reason = model::render({item.reason.c_str()}, language());
    if (title.empty())
        return tr("The county did not take {1} of a record that is no longer in this file: {2}",
            {field, reason});
    if (const auto* step = model::step_label(item))
        return tr("The county did not take {1} ({2}): {3}", {title, from_wx(tr(step)), reason});
    return tr("The county did not take {1} of {2}: {3}", {field, title, reason});
}

wxString sentence(const model::InboxItem& item, const std::string& field, const std::string& title)
{
    if (item.kind == "refused")
        return refusal(item, field, title);
    if (item.kind == "on_behalf")
        return tr("{1} of {2} was entered on your behalf.", {field, title});
    if (item.kind == "after_deletion")
        return tr("{2} was deleted by one side while the other changed {1}.", {field, title});
    return tr("{1} of {2} was entered differently by two sides.", {field, title});
}

} // namespace

ConflictPage::ConflictPage(wxWindow* parent, const Conflicts& conflicts, model::RecordStore& store)
    : wxPanel(parent)
    , conflicts_(conflicts)
    , store_(store)
    , told_(new WrappedText(this))
    , empty_(new wxStaticText(this, wxID_ANY, tr("No entry waits for a decision.")))
    , list_(new wxDataViewListCtrl(
          this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES | wxDV_SINGLE))
    , detail_(new wxPanel(this))
    , what_(new WrappedText(detail_))
{
    auto* heading = new wxStaticText(this, wxID_ANY, tr("Conflicts"));
    heading->SetFont(heading->GetFont().Bold().Larger());
    name_control(told_, "told");
    told_->SetForegroundColour(colour_of(model::Level::warn));
    name_control(empty_, "empty");
    name_control(list_, "conflicts", tr("Conflicts"));
    leave_search(*list_);
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
    all->Add(told_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(10)));
    all->Add(empty_, below);
    all->Add(list_, wxSizerFlags(1).Expand());
    all->Add(detail_, wxSizerFlags().Expand());
    SetSizer(all);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        wrap();
    });
    refresh();
}

void ConflictPage::add_list()
{
    list_->AppendTextColumn(tr("Kind"), wxDATAVIEW_CELL_INERT, word_width(*this, 110));
    list_->AppendTextColumn(tr("Register"), wxDATAVIEW_CELL_INERT, word_width(*this, 140));
    list_->AppendTextColumn(tr("Record"), wxDATAVIEW_CELL_INERT, word_width(*this, 220));
    list_->AppendTextColumn(tr("Field"), wxDATAVIEW_CELL_INERT, word_width(*this, 140));
    list_->AppendTextColumn(tr("The other side"), wxDATAVIEW_CELL_INERT, word_width(*this, 180));
    list_->AppendTextColumn(tr("When"), wxDATAVIEW_CELL_INERT, word_width(*this, 140));
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        if (const auto row = list_->GetSelectedRow(); row != wxNOT_FOUND)
            show(static_cast<std::size_t>(row));
    });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (const auto* item = chosen(); item && item->def && on_open_record)
            on_open_record(*item->def, item->record);
    });
}

wxSizer* ConflictPage::make_values()
{
    auto* grid = new wxFlexGridSizer(3, FromDIP(wxSize(16, 8)));
    const auto add = [&](const char* label, WrappedText*& value, wxStaticText** by,
                         const char* name) {
        value = new WrappedText(detail_);
        value->SetFont(value->GetFont().Bold());
        name_control(value, name);
        grid->Add(new wxStaticText(detail_, wxID_ANY, tr(label)), wxSizerFlags().Right());
        grid->Add(value);
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

void ConflictPage::add_button(
    wxSizer& row, const wxString& label, const char* name, model::Take take)
{
    auto* button = new wxButton(detail_, wxID_ANY, label);
    name_control(button, name);
    button->Bind(wxEVT_BUTTON, [this, take](wxCommandEvent&) {
        settle([&](const model::InboxItem& item) { conflicts_.take(item, take); });
    });
    row.Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(10)));
    takes_[take] = button;
}

wxSizer* ConflictPage::make_buttons()
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    add_button(*row, tr("Take mine"), "take_mine", model::Take::mine);
    add_button(*row, tr("Take theirs"), "take_theirs", model::Take::theirs);
    add_button(*row, tr("Take what was before"), "take_base", model::Take::base);
    other_ = new wxButton(detail_, wxID_ANY, tr("Enter another value…"));
    seen_ = new wxButton(detail_, wxID_ANY, tr("Put away"));
    name_control(other_, "take_other");
    name_control(seen_, "put_away");
    row->Add(other_, wxSizerFlags().Border(wxRIGHT, FromDIP(10)));
    row->Add(seen_);
    other_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { enter_another(); });
    seen_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        settle([&](const auto& item) { conflicts_.take(item, model::Take::mine); });
    });
    return row;
}

/// The one that was read stays chosen; where it is settled, the one that followed it.
void ConflictPage::refresh()
{
    const auto* before = chosen();
    const auto id = before ? before->id : model::Hash128{};
    const auto place = before ? static_cast<std::size_t>(before - open_.data()) : 0;
    open_ = conflicts_.open();
    list_->DeleteAllItems();
    for (const auto& item : open_) {
        wxVector<wxVariant> line;
        for (const auto& cell :
            {kind(item), item.def ? tr(item.def->plural) : wxString(), title(item), field(item),
                to_wx(item.theirs_by), display(item.theirs_at ? item.theirs_at : item.mine_at)})
            line.push_back(cell);
        list_->AppendItem(line);
    }
    empty_->Show(open_.empty());
    list_->Show(!open_.empty());
    detail_->Show(!open_.empty());
    if (!open_.empty()) {
        const auto same = std::ranges::find(open_, id, &model::InboxItem::id);
        const auto row = same != open_.end() ? static_cast<std::size_t>(same - open_.begin())
                                             : std::min(place, open_.size() - 1);
        list_->SelectRow(static_cast<unsigned>(row));
        show(row);
    }
    Layout();
}

void ConflictPage::focus()
{
    if (open_.empty())
        SetFocusIgnoringChildren(); // so that Tab goes on from here
    else
        list_->SetFocus();
}

void ConflictPage::select(const model::Hash128& id)
{
    for (std::size_t i = 0; i < open_.size(); ++i)
        if (open_[i].id == id) {
            list_->SelectRow(static_cast<unsigned>(i));
            show(i);
        }
}

const model::InboxItem* ConflictPage::chosen() const
{
    const int row = list_->GetSelectedRow();
    if (row < 0 || static_cast<std::size_t>(row) >= open_.size())
        return nullptr;
    return &open_[static_cast<std::size_t>(row)];
}

wxString ConflictPage::title(const model::InboxItem& item) const
{
    return item.title.empty() ? title_of(store_, item.record) : to_wx(item.title);
}

/// Of a whole record, or of a field only a newer version knows, there is no name.
wxString ConflictPage::field(const model::InboxItem& item) const
{
    return item.field ? tr(item.field->label) : tr("(whole record)");
}

wxString ConflictPage::text(const model::InboxItem& item, const model::Value& value) const
{
    if (model::is_empty(value))
        return tr("(empty)");
    if (!item.field)
        return reads_whole_ ? to_wx(model::to_text(value)) : wxString();
    return display(
        *item.field, value, [this](const model::Uuid& id) { return title_of(store_, id); },
        reads_whole_ ? Personal::plain : Personal::masked);
}

void ConflictPage::show(std::size_t at)
{
    const auto& item = open_.at(at);
    const bool is_open = item.field && !item.field->personal;
    reads_whole_ = is_open || conflicts_.reads_whole(item);
    const bool has_name = !item.title.empty() || store_.rows().meta(item.record);
    what_->show(
        sentence(item, from_wx(field(item)), has_name ? from_wx(title(item)) : std::string()));
    base_->show(item.step ? wxString() : text(item, item.base));
    mine_->show(told_apart(item, item.mine, side(item, model::Take::mine), item.base));
    theirs_->show(told_apart(item, item.theirs, side(item, model::Take::theirs), item.mine));
    mine_by_->SetLabelText(to_wx(item.mine_by) + "  " + display(item.mine_at));
    theirs_by_->SetLabelText(to_wx(item.theirs_by) + "  " + display(item.theirs_at));
    show_buttons(item);
    wrap();
    Layout();
}

/// Two numbers that differ in what is hidden would look like one.
wxString ConflictPage::told_apart(const model::InboxItem& item, const model::Value& value,
    const wxString& shown, const model::Value& other) const
{
    const bool looks_same = !reads_whole_ && item.field && value != other && !model::is_empty(value)
        && shown == text(item, other);
    return looks_same ? tr("{1} (differs in what is hidden)", {from_wx(shown)}) : shown;
}

/// What a side holds; where one side deleted the record, its deletion is what stands.
wxString ConflictPage::side(const model::InboxItem& item, model::Take take) const
{
    if (model::is_deletion(item, take))
        return tr("(deleted)");
    if (const auto* step = model::step_label(item))
        return take == model::Take::mine ? tr(step) : wxString();
    return text(item, take == model::Take::mine ? item.mine : item.theirs);
}

/// Breaks long values, so that who wrote them can still be seen beside them.
void ConflictPage::wrap()
{
    const int width = GetClientSize().x;
    what_->wrap(width - FromDIP(20));
    told_->wrap(width - FromDIP(20));
    for (auto* value : {base_, mine_, theirs_})
        value->wrap(width / 2);
}

/// A notice is only seen; a conflict in a whole record has no other value to be typed. Taking a
/// value brings a deleted record back, taking the deletion does not.
void ConflictPage::show_buttons(const model::InboxItem& item)
{
    for (const auto& [take, button] : takes_)
        button->Show(item.asks());
    const bool restores = item.kind == "after_deletion";
    takes_[model::Take::mine]->SetLabel(restores ? tr("Restore with mine") : tr("Take mine"));
    takes_[model::Take::base]->SetLabel(
        restores ? tr("Restore with what was before") : tr("Take what was before"));
    takes_[model::Take::theirs]->SetLabel(item.theirs_by.empty() ? tr("Take theirs")
            : restores ? tr("Restore with that of {1}", {item.theirs_by})
                       : tr("Take that of {1}", {item.theirs_by}));
    for (const auto& [take, button] : takes_)
        if (model::is_deletion(item, take))
            button->SetLabel(tr("Leave it deleted"));
    other_->Show(item.asks() && item.field);
    seen_->Show(!item.asks());
}

void ConflictPage::settle(const std::function<void(const model::InboxItem&)>& decide)
{
    if (!chosen())
        return;
    const auto item = *chosen(); // what is read anew meanwhile is another one
    told_->show({});
    Layout();
    guarded(this, [&] {
        decide(item);
        refresh();
        if (open_.empty() && IsShownOnScreen())
            focus(); // the button that had the keyboard is gone
        if (on_written)
            on_written();
    });
}

void ConflictPage::enter_another()
{
    settle([this](const model::InboxItem& item) {
        if (const auto value = ask_value(this, *item.field, item.mine, store_, conflicts_.seen))
            tell(item, conflicts_.enter(item, *value));
    });
}

/// What is still missing elsewhere in the record is no matter of the decision.
void ConflictPage::tell(const model::InboxItem& item, const model::Outcome& outcome)
{
    const auto least = outcome.done ? model::Level::warn : model::Level::refuse;
    wxString lines;
    for (const auto& finding : outcome.findings) {
        if (finding.level < least)
            continue;
        const auto* of = item.def ? item.def->find(finding.field) : nullptr;
        const auto sentence = tr(finding.message);
        lines += (lines.empty() ? "" : "\n")
            + (of ? tr("{1}: {2}", {from_wx(tr(of->label)), from_wx(sentence)}) : sentence);
    }
    if (!outcome.done)
        throw model::Error({"{1}", {from_wx(lines)}}); // in the user's language already
    if (lines.empty())
        return;
    told_->show(
        tr("{1} of {2} is decided, but look at this:", {from_wx(field(item)), from_wx(title(item))})
        + "\n" + lines);
    wrap();
}

} // namespace views
