#include "views/shell/search_box.h"

#include "model/base/text.h"
#include "views/widgets/letters.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/platform_table.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <utility>

namespace views {

namespace {

constexpr int page = 8; ///< lines that PageUp and PageDown go

/// Where the first word was found; for the title itself, what tells the record from others.
wxString place(const model::Hit& hit)
{
    const auto& def = *hit.record.def;
    const auto* field =
        hit.field->name == def.title && !def.subtitle.empty() ? def.find(def.subtitle) : hit.field;
    const auto& value = hit.record[field->name];
    if (model::is_empty(value) || field->name == def.title)
        return {};
    const auto no_title = [](const model::Uuid&) { return wxString(); };
    auto text = display(*field, value, no_title);
    text.Replace("\n", " ");
    return tr("{1}: {2}", {from_wx(tr(field->label)), from_wx(text)});
}

} // namespace

SearchBox::SearchBox(wxWindow* parent, Find find, Background* thread)
    : wxDialog(parent, wxID_ANY, tr("Search in all registers"), wxDefaultPosition, wxDefaultSize,
        wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , find_(std::move(find))
    , thread_(thread)
    , text_(
          new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER))
    , list_(new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
          wxDV_SINGLE | wxDV_NO_HEADER | wxDV_ROW_LINES))
    , message_(new wxStaticText(this, wxID_ANY, {}))
{
    SetName("search_box");
    name_control(text_, "search", tr("Search in all registers"));
    name_control(list_, "hits", tr("Found"));
    leave_search(*list_);
    message_->SetName("message");
    keep_line_height(*text_);
    for (const int width : {90, 260, 290})
        list_->AppendTextColumn({}, wxDATAVIEW_CELL_INERT, word_width(*this, width))
            ->GetRenderer()
            ->EnableEllipsize(wxELLIPSIZE_END);

    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto around = wxSizerFlags().Expand().Border(wxALL, FromDIP(6));
    all->Add(text_, around);
    all->Add(list_, wxSizerFlags(around).Proportion(1));
    all->Add(message_, around);
    SetSizer(all);
    SetSize(dialog_size(*this, wxSize(680, 440)));
    SetEscapeId(wxID_NONE); // an input method has the first word about Esc

    text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typed(); });
    // Characters come after the input method took its own, key downs would come before.
    text_->Bind(wxEVT_CHAR, &SearchBox::key, this);
    text_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { enter(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { accept(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE && !text_->HasFocus())
            Close();
        else
            event.Skip();
    });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { Hide(); });
    typed();
}

void SearchBox::appear()
{
    if (!IsShown()) {
        CentreOnParent();
        Show();
        typed(); // what was found may have changed since
    }
    Raise();
    text_->SetFocus();
    text_->SelectAll();
}

void SearchBox::typed()
{
    wanted_ = model::trimmed(from_wx(text_->GetValue()));
    opens_first_ = false;
    if (!is_looking_)
        look();
}

/// One search at a time; what was typed meanwhile is looked for after it.
void SearchBox::look()
{
    if (wanted_.empty()) {
        show({});
        return say(
            tr("Words, pinyin or initials of a name, codes, the last digits of a phone number"));
    }
    if (!thread_)
        return show(find_(wanted_));
    is_looking_ = true;
    say(tr("Searching…"));
    thread_->run(
        this,
        [find = find_, asked = wanted_] {
            return std::pair{asked, find(asked)};
        },
        [this](const auto& found) {
            is_looking_ = false;
            if (found.first != wanted_)
                return look();
            show(found.second);
            if (std::exchange(opens_first_, false))
                accept();
        },
        [this](const std::exception_ptr& error) {
            is_looking_ = opens_first_ = false;
            show({});
            say(describe(error));
        });
}

void SearchBox::show(const std::vector<model::Hit>& hits)
{
    hits_ = hits;
    list_->DeleteAllItems();
    const model::EntityDef* above = nullptr;
    for (const auto& hit : hits_) {
        wxVector<wxVariant> line;
        line.push_back(hit.record.def == above ? wxString() : tr(hit.record.def->plural));
        line.push_back(to_wx(hit.title));
        line.push_back(place(hit));
        list_->AppendItem(line);
        above = hit.record.def;
    }
    if (!hits_.empty())
        list_->SelectRow(0);
    say(hits_.empty() ? tr("Nothing found") : tr("Enter opens the record, Esc closes the search"));
}

void SearchBox::say(const wxString& text)
{
    message_->SetLabel(text);
}

void SearchBox::key(wxKeyEvent& event)
{
    switch (event.GetKeyCode()) {
    case WXK_DOWN:
        return step(1);
    case WXK_UP:
        return step(-1);
    case WXK_PAGEDOWN:
        return step(page);
    case WXK_PAGEUP:
        return step(-page);
    case WXK_ESCAPE:
        opens_first_ = false;
        Close();
        return;
    default:
        event.Skip();
    }
}

void SearchBox::step(int lines)
{
    if (hits_.empty())
        return;
    const int last = static_cast<int>(hits_.size()) - 1;
    const int line = std::clamp(list_->GetSelectedRow() + lines, 0, last);
    list_->SelectRow(static_cast<unsigned>(line));
    list_->EnsureVisible(list_->RowToItem(line));
}

/// What is listed while it searches belongs to other words.
void SearchBox::enter()
{
    if (is_looking_)
        opens_first_ = true;
    else
        accept();
}

void SearchBox::accept()
{
    const int line = list_->GetSelectedRow();
    if (line < 0 || static_cast<std::size_t>(line) >= hits_.size())
        return;
    const auto& record = hits_[static_cast<std::size_t>(line)].record;
    Hide();
    if (on_open)
        on_open(*record.def, model::Uuid(record.id));
}

} // namespace views
