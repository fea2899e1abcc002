#include "views/shell/reorganise_dialog.h"

#include "model/base/text.h"
#include "model/entities/unit_change.h"
#include "model/listing/collation.h"
#include "model/store/search.h"
#include "views/help/help_menu.h"
#include "views/import/cell_table.h"
#include "views/shell/reform_words.h"
#include "views/widgets/colours.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/suggest_box.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/checklst.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace views {

namespace {

using model::msgid;

/// What tells two of one name apart: the division of a place.
wxString detail_of(const model::Record& record)
{
    return record.def->find("region") ? to_wx(model::to_text(record["region"])) : wxString();
}

} // namespace

ReorganiseDialog::ReorganiseDialog(wxWindow* parent, const Desk& desk, const model::EntityDef& of,
    const std::vector<model::Uuid>& old)
    : wxDialog(parent, wxID_ANY, tr(reform_texts(of).title), wxDefaultPosition, wxDefaultSize,
        wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX)
    , desk_(desk)
    , of_(of)
    , texts_(reform_texts(of))
    , page_(new wxPanel(this))
    , kind_(new wxChoice(page_, wxID_ANY))
    , day_(FieldEditor::make(
          page_, *model::def_of<model::UnitChange>().find("day"), desk.editor.store()))
    , document_(new wxTextCtrl(page_, wxID_ANY))
    , old_(new wxCheckListBox(page_, wxID_ANY))
    , chosen_(new WrappedText(page_))
    , new_name_(new wxTextCtrl(page_, wxID_ANY))
    , ends_(new wxCheckBox(page_, wxID_ANY, tr(texts_.ends)))
    , register_(new wxChoice(page_, wxID_ANY))
    , move_(new wxButton(page_, wxID_ANY, tr("All shown go o&ver")))
    , stay_(new wxButton(page_, wxID_ANY, tr("All shown &stay")))
    , table_(
          new CellTable(page_, "references", tr(texts_.references), CellTable::Choosing::several))
    , said_(new WrappedText(page_))
    , look_(new wxButton(page_, wxID_ANY, tr("&Preview")))
    , ok_(new wxButton(this, wxID_OK, tr("&Carry it out")))
{
    SetName("reorganise");
    auto* body = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10));
    body->Add(make_top(), flags);
    body->Add(make_old(), flags);
    if (auto* site = make_site())
        body->Add(site, flags);
    body->Add(make_filter(), flags);
    body->Add(table_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
    body->Add(said_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    page_->SetSizer(body);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(page_, wxSizerFlags(1).Expand());
    all->Add(dialog_buttons(*this, ok_), wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    SetSizer(all);
    table_->show(
        {{.head = tr("Goes to"), .width = 150}, {.head = tr("Register"), .width = 110},
            {.head = tr("Record"), .width = 320, .grows = true},
            {.head = tr(texts_.old_one), .width = 150}, {.head = tr("Field"), .width = 110}},
        0, [this](std::size_t at, std::size_t column) {
            const auto& line = lines_.at(shown_.at(at));
            CellTable::Cell cell{cell_of(line, column)};
            if (!line.to)
                cell.colour = wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT);
            else
                cell.bold = column == goes_to;
            return cell;
        });
    wire();
    read_old(old);
    kind_changed();
    offer_help(*this, "reform");
    SetSize(dialog_size(*this, wxSize(980, 660)));
    SetMinSize(dialog_size(*this, wxSize(640, 480)));
    CentreOnParent();
    // What is not shown yet takes no keyboard.
    Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
        event.Skip();
        if (event.IsShown())
            CallAfter([this] { kind_->SetFocus(); });
    });
}

wxSizer* ReorganiseDialog::make_top()
{
    for (const auto* label : texts_.kinds)
        kind_->Append(tr(label));
    kind_->SetSelection(static_cast<int>(model::ReformKind::merged));
    day_->set(desk_.editor.store().today());
    keep_line_height(*document_);
    name_control(kind_, "kind", tr("What happened"));
    name_control(day_->focus(), "day", tr("From which day"));
    name_control(document_, "document", tr("Document number"));
    const auto label = [this](const char* text) {
        return new wxStaticText(page_, wxID_ANY, tr(text));
    };
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto middle = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8));
    const auto wide = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(20));
    row->Add(label(msgid("What happened")), middle);
    row->Add(kind_, wide);
    row->Add(label(msgid("From which day")), middle);
    row->Add(day_->control(), wide);
    row->Add(label(msgid("Document number")), middle);
    row->Add(document_, wxSizerFlags(1).CenterVertical());
    day_->control()->MoveAfterInTabOrder(kind_);
    document_->MoveAfterInTabOrder(day_->control());
    return row;
}

wxSizer* ReorganiseDialog::make_old()
{
    constexpr int high = 150;
    old_->SetMinSize(word_size(*this, wxSize(300, high)));
    name_control(old_, "units", tr(texts_.old));
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(new wxStaticText(page_, wxID_ANY, tr(texts_.old_choose)));
    left->Add(old_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(4)));
    left->Add(chosen_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    name_control(chosen_, "chosen");
    old_->MoveAfterInTabOrder(document_);
    auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(8, 8)));
    grid->AddGrowableCol(1);
    const auto add = [&](wxStaticText*& label, const char* words, wxWindow* control) {
        label = new wxStaticText(page_, wxID_ANY, tr(words));
        grid->Add(label, wxSizerFlags().CenterVertical().Right());
        grid->Add(control, wxSizerFlags().Expand().CenterVertical());
    };
    wxWindow* before = old_;
    for (std::size_t i = 0; i < most_successors; ++i) {
        successors_[i] =
            new SuggestBox(page_, [this](const wxString& typed) { return offer(typed); });
        name_control(
            successors_[i]->text(), "successor" + std::to_string(i + 1), tr(texts_.successors[i]));
        successors_[i]->MoveAfterInTabOrder(before);
        before = successors_[i];
        add(successor_labels_[i], texts_.successors[i], successors_[i]);
    }
    successors_[0]->text()->SetHint(tr(texts_.new_one));
    keep_line_height(*new_name_);
    name_control(new_name_, "new_name", tr("Name after"));
    new_name_->MoveAfterInTabOrder(before);
    add(new_name_label_, msgid("Name after"), new_name_);
    name_control(ends_, "ends");
    ends_->MoveAfterInTabOrder(new_name_);
    auto* right = new wxBoxSizer(wxVERTICAL);
    right->Add(grid, wxSizerFlags().Expand());
    right->Add(ends_, wxSizerFlags().Border(wxTOP, FromDIP(8)));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags(1).Expand().Border(wxRIGHT, FromDIP(16)));
    row->Add(right, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(20)));
    return row;
}

wxSizer* ReorganiseDialog::make_filter()
{
    name_control(register_, "register", tr("Register"));
    name_control(move_, "move_shown");
    name_control(stay_, "stay_shown");
    name_control(look_, "look_first");
    name_control(said_, "said");
    name_control(ok_, "ok");
    wxWindow* before = ends_;
    for (const auto& editor : site_)
        if (editor) {
            editor->control()->MoveAfterInTabOrder(before);
            before = editor->control();
        }
    register_->MoveAfterInTabOrder(before);
    move_->MoveAfterInTabOrder(register_);
    stay_->MoveAfterInTabOrder(move_);
    look_->MoveAfterInTabOrder(stay_);
    table_->MoveAfterInTabOrder(look_);
    auto* hint = new wxStaticText(page_, wxID_ANY, tr("Space says where the record goes"));
    hint->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto middle = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8));
    row->Add(new wxStaticText(page_, wxID_ANY, tr("Register")), middle);
    row->Add(register_, middle);
    row->Add(move_, middle);
    row->Add(stay_, middle);
    row->Add(look_, middle);
    row->Add(hint, wxSizerFlags(1).CenterVertical());
    return row;
}

void ReorganiseDialog::wire()
{
    kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { kind_changed(); });
    day_->on_change = [this] { read_lines(); };
    old_->Bind(wxEVT_CHECKLISTBOX, [this](wxCommandEvent&) { read_lines(); });
    for (std::size_t i = 0; i < most_successors; ++i) {
        successors_[i]->on_type = [this, i] {
            taken_[i].reset();
            update();
        };
        successors_[i]->on_take = [this, i](const Suggestion& taken) {
            taken_[i] = taken.id;
            update();
        };
    }
    for (const auto& editor : site_)
        if (editor)
            editor->on_change = [this] { update(); };
    look_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { look_first(); }); });
    ends_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { read_lines(); });
    for (auto* text : {new_name_, document_})
        text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { update(); });
    register_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_lines(); });
    move_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { move_shown(true); });
    stay_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { move_shown(false); });
    table_->on_activate = [this](std::size_t) { switch_lines(); };
    table_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() != WXK_SPACE || event.HasAnyModifiers())
            return event.Skip();
        switch_lines();
    });
    ok_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { carry_out(); }); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (said_->wrap(GetClientSize().x - FromDIP(20)))
            Layout();
    });
}

/// What may follow, by name, pinyin or initials.
std::vector<Suggestion> ReorganiseDialog::offer(const wxString& typed) const
{
    constexpr std::int64_t most_offered = 40;
    const auto words = model::trimmed(from_wx(typed));
    std::vector<Suggestion> offered;
    if (words.empty()) {
        for (unsigned i = 0; i < old_->GetCount(); ++i)
            if (!old_->IsChecked(i))
                offered.push_back({.id = old_ids_[i], .text = old_->GetString(i)});
        return offered;
    }
    for (const auto& hit : model::search_register(desk_.editor.store(), of_, words, most_offered))
        if (model::is_empty(hit.record["closed"]))
            offered.push_back({.id = hit.record.id,
                .text = to_wx(hit.record.title()),
                .detail = detail_of(hit.record)});
    return offered;
}

/// Those that have not ended, by name, the chosen ones before the others: they are all seen then.
void ReorganiseDialog::read_old(const std::vector<model::Uuid>& chosen)
{
    auto found = desk_.editor.store().select({.def = &of_});
    std::erase_if(
        found, [](const model::Record& each) { return !model::is_empty(each["closed"]); });
    std::ranges::sort(
        found, {}, [](const model::Record& each) { return model::sort_key(each.title()); });
    const auto is_chosen = [&](const model::Record& each) {
        return std::ranges::find(chosen, each.id) != chosen.end();
    };
    std::ranges::stable_partition(found, is_chosen);
    for (const auto& each : found) {
        old_ids_.push_back(each.id);
        const auto at = old_->Append(to_wx(each.title()));
        old_->Check(static_cast<unsigned>(at), is_chosen(each));
    }
    if (!found.empty() && old().empty())
        old_->SetSelection(0);
}

void ReorganiseDialog::kind_changed()
{
    const bool follows = has_successors();
    for (std::size_t i = 0; i < most_successors; ++i) {
        const bool is_asked = follows && (i == 0 || kind() == model::ReformKind::split);
        successors_[i]->Show(is_asked);
        successor_labels_[i]->Show(is_asked);
    }
    const bool is_renamed = kind() == model::ReformKind::renamed;
    new_name_->Show(is_renamed);
    new_name_label_->Show(is_renamed);
    ends_->Show(!is_renamed && (follows || kind() == model::ReformKind::closed));
    ends_->SetValue(model::ends_old(of_, kind()));
    show_site();
    read_lines();
}

void ReorganiseDialog::update()
{
    const auto names = successors();
    for (auto& line : lines_) // a successor that was taken away
        if (line.to && *line.to > 0 && *line.to >= names.size())
            line.to = 0;
    table_->show_rows(shown_.size());
    const bool follows = has_successors();
    register_->Enable(follows);
    move_->Enable(follows && !shown_.empty());
    stay_->Enable(follows && !shown_.empty());
    ok_->Enable(makes_sense());
    look_->Enable(ok_->IsEnabled());
    said_->SetForegroundColour(wxNullColour);
    auto text = follows
        ? tr(texts_.counts, {std::to_string(going()), std::to_string(lines_.size() - going())})
        : tr(texts_.stays, {std::to_string(naming_)});
    if (accounts_left_)
        text += "\n" + tr(*accounts_left_);
    if (const auto missing = model::document_missing(from_wx(document_->GetValue())))
        text += wxString::FromUTF8("\n▲ ") + tr(*missing);
    tell_chosen();
    say(text);
}

void ReorganiseDialog::say(const wxString& text)
{
    said_->show(text);
    said_->wrap(GetClientSize().x - FromDIP(20));
    page_->Layout();
    Layout();
}

model::ReformKind ReorganiseDialog::kind() const
{
    return static_cast<model::ReformKind>(kind_->GetSelection());
}

bool ReorganiseDialog::has_successors() const
{
    return model::has_successors(of_, kind());
}

bool ReorganiseDialog::makes_sense() const
{
    return !old().empty() && day() && site()
        && (kind() != model::ReformKind::renamed
            || !new_name_->GetValue().Strip(wxString::both).empty())
        && (!has_successors() || !successors().empty());
}

std::vector<model::Uuid> ReorganiseDialog::old() const
{
    std::vector<model::Uuid> chosen;
    for (unsigned i = 0; i < old_->GetCount(); ++i)
        if (old_->IsChecked(i))
            chosen.push_back(old_ids_[i]);
    return chosen;
}

std::vector<std::string> ReorganiseDialog::successors() const
{
    std::vector<std::string> names;
    for (const auto* successor : successors_)
        if (successor->IsShown())
            if (auto name = model::trimmed(from_wx(successor->text()->GetValue())); !name.empty())
                names.push_back(std::move(name));
    return names;
}

std::optional<model::Date> ReorganiseDialog::day() const
{
    const auto entry = day_->get();
    const auto* value = std::get_if<model::Value>(&entry);
    const auto* found = value ? std::get_if<model::Date>(value) : nullptr;
    return found ? std::optional(*found) : std::nullopt;
}

} // namespace views
