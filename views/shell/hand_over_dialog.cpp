#include "views/shell/hand_over_dialog.h"

#include "model/store/own_accounts.h"
#include "views/form/field_row.h"
#include "views/shell/new_record_dialog.h"
#include "views/shell/questions.h"
#include "views/start/new_passphrase.h"
#include "views/widgets/colours.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/scrolwin.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

#include <algorithm>
#include <array>

namespace views {

namespace {

using model::msgid;

enum Row { old_row, name_row, person_row, day_row, reason_row };

/// A field of accounts, as it is called when one of them is handed over.
model::FieldDef renamed(std::string_view field, std::string_view name, const char* label)
{
    model::FieldDef def = *model::def_of<model::User>().find(field);
    def.name = name;
    def.label = label;
    def.group = nullptr;
    return def;
}

/// By Row.
const std::array<model::FieldDef, 5>& asked()
{
    static const std::array fields = [] {
        std::array all{renamed("person", "old", msgid("Handed over by the account")),
            renamed("name", "name", msgid("Name of the new account")),
            renamed("person", "person", msgid("Person")),
            renamed("from", "from", msgid("From which day on")),
            renamed("end_reason", "end_reason", msgid("Reason"))};
        all[old_row].refers_to = "user";
        all[old_row].required = true;
        all[day_row].required = true;
        return all;
    }();
    return fields;
}

/// The one that a finding about either account is told at.
std::string_view told_at(std::string_view field)
{
    if (field == "to")
        return "from";
    const auto found = std::ranges::find(asked(), field, &model::FieldDef::name);
    return found == asked().end() ? "old" : found->name;
}

template <class T>
std::optional<T> entered(const FieldRow& row)
{
    const auto entry = row.editor().get();
    const auto* value = std::get_if<model::Value>(&entry);
    const auto* typed = value ? std::get_if<T>(value) : nullptr;
    return typed ? std::optional(*typed) : std::nullopt;
}

} // namespace

HandOverDialog::HandOverDialog(
    wxWindow* parent, model::Editor& editor, const FileAccess& access, const model::Uuid& old)
    : wxDialog(parent, wxID_ANY, tr("Hand over an account"), wxDefaultPosition, wxDefaultSize,
        wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , editor_(editor)
    , access_(access)
    , page_(new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL))
    , grid_(new wxFlexGridSizer(3, FromDIP(wxSize(10, 8))))
{
    SetName("hand_over");
    grid_->AddGrowableCol(1);
    for (const auto& field : asked())
        add_row(field);
    passphrase_ = add_passphrase(msgid("Passphrase of the new account"), "passphrase");
    again_ = add_passphrase(msgid("The same again"), "again");
    preview_ = new WrappedText(page_);
    problem_ = new WrappedText(this);
    problem_->SetForegroundColour(colour_of(model::Level::refuse));
    name_control(preview_, "preview");
    name_control(problem_, "problem");
    ok_ = new wxButton(this, wxID_OK, tr("&Hand over"));
    cancel_ = new wxButton(this, wxID_CANCEL, tr("Cancel"));
    lay_out();
    ok_->SetDefault();
    rows_[day_row]->set(model::Value{editor_.store().today()});
    if (!old.is_nil())
        rows_[old_row]->set(model::Value{old});
    rows_[person_row]->editor().offer_new([this](const auto& def, const std::string& title) {
        return ask_new_record(this, editor_, def, title);
    });
    ok_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { try_it(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const bool lists = std::ranges::any_of(
            rows_, [](const auto& row) { return row->editor().takes_escape(); });
        if (event.GetKeyCode() == WXK_ESCAPE && lists)
            event.DoAllowNextEvent(); // it closes the list, and not the dialog
        else
            event.Skip();
    });
    page_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (wrap())
            CallAfter([this] { fit(); });
    });
    preview();
    rows_[old.is_nil() ? old_row : name_row]->focus()->SetFocus();
}

HandOverDialog::~HandOverDialog() = default;

FieldRow& HandOverDialog::add_row(const model::FieldDef& field)
{
    const auto at = rows_.size();
    auto& row = *rows_.emplace_back(std::make_unique<FieldRow>(
        page_, *grid_, model::def_of<model::User>(), field, editor_.store()));
    row.editor().on_change = [this, &row] {
        row.show({});
        preview();
    };
    row.editor().on_enter = [this, at] {
        (at + 1 < rows_.size() ? rows_[at + 1]->focus() : passphrase_)->SetFocus();
    };
    return row;
}

wxTextCtrl* HandOverDialog::add_passphrase(const char* label, const char* name)
{
    grid_->Add(new wxStaticText(page_, wxID_ANY, tr("{1} *", {from_wx(tr(label))})),
        wxSizerFlags().CenterVertical().Right());
    auto* text =
        new wxTextCtrl(page_, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD);
    keep_line_height(*text);
    name_control(text, name, tr(label));
    grid_->Add(text, wxSizerFlags().Expand());
    grid_->AddSpacer(0);
    return text;
}

void HandOverDialog::lay_out()
{
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(grid_, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    page->Add(preview_, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    page_->SetSizer(page);
    page_->SetScrollRate(0, FromDIP(12));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(page_, wxSizerFlags(1).Expand());
    all->Add(problem_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    all->Add(
        dialog_buttons(*this, ok_, cancel_), wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    SetSizer(all);
    SetSize(dialog_size(*this, wxSize(620, 600)));
    CentreOnParent();
}

/// Called from size events, so it moves nothing itself; tells whether any line changed.
bool HandOverDialog::wrap()
{
    const int width = page_->GetClientSize().x;
    if (width < FromDIP(200))
        return false; // not laid out yet
    int labels = 0;
    for (const auto& row : rows_)
        labels = std::max(labels, row->label_width());
    bool is_changed = false;
    for (const auto& row : rows_)
        is_changed = row->wrap(width - labels - FromDIP(40)) || is_changed;
    is_changed = preview_->wrap(width - FromDIP(20)) || is_changed;
    return problem_->wrap(GetClientSize().x - FromDIP(20)) || is_changed;
}

void HandOverDialog::fit()
{
    wrap();
    Layout();
    page_->FitInside();
    page_->Layout();
}

std::optional<model::User> HandOverDialog::old_account() const
{
    const auto id = entered<model::Uuid>(*rows_[old_row]);
    const auto record = id ? editor_.store().find(model::def_of<model::User>(), *id) : std::nullopt;
    return record ? std::optional(model::from_record<model::User>(*record)) : std::nullopt;
}

/// What was entered, and what keeps it from being done before the model is asked.
model::Findings HandOverDialog::read(model::HandOver& wish) const
{
    model::Findings findings;
    const auto refuse = [&](std::string_view field, model::Message why) {
        findings.push_back({.rule = {}, .field = field, .message = std::move(why)});
    };
    for (const auto& row : rows_)
        if (const auto entry = row->editor().get(); std::holds_alternative<model::Message>(entry))
            refuse(row->field().name, std::get<model::Message>(entry));
    if (const auto old = old_account())
        wish.old = *old;
    else if (findings.empty())
        refuse("old", {msgid("Choose the account that is handed over")});
    if (wish.old.state == model::UserState::left)
        refuse("old", {msgid("The account {1} has left already"), {wish.old.name}});
    wish.next.name = entered<std::string>(*rows_[name_row]).value_or("");
    if (wish.next.name.empty())
        refuse("name", {msgid("Say what the new account is called: best the name of who has it")});
    else if (!editor_.store()
                  .where(model::def_of<model::User>(), "name", model::Value{wish.next.name})
                  .empty())
        refuse("name", {msgid("There is an account {1} already"), {wish.next.name}});
    wish.next.person = entered<model::Uuid>(*rows_[person_row]);
    if (const auto day = entered<model::Date>(*rows_[day_row]))
        wish.on = *day;
    else
        refuse("from", {msgid("Say from which day on")});
    wish.reason = entered<std::string>(*rows_[reason_row]).value_or("");
    wish.passphrase = from_wx(passphrase_->GetValue());
    return findings;
}

void HandOverDialog::show(const model::Findings& findings)
{
    wxWindow* first = nullptr;
    for (const auto& row : rows_) {
        model::Findings here;
        for (const auto& finding : findings)
            if (told_at(finding.field) == row->field().name)
                here.push_back(finding);
        row->show(here);
        if (!first && row->worst() == model::Level::refuse)
            first = row->focus();
    }
    fit();
    if (first)
        first->SetFocus();
}

/// What goes over, what ends, and what stays as it is.
void HandOverDialog::preview()
{
    const auto old = old_account();
    if (!old) {
        preview_->show(tr("Choose the account: what goes over and what ends is listed here."));
        return fit();
    }
    auto& store = editor_.store();
    const auto record = model::to_record(*old);
    const auto words = [&](std::string_view field) {
        const auto text = display(*record.def->find(field), record[field],
            [&](const model::Uuid& id) { return title_of(store, id); });
        return from_wx(text.empty() ? tr("(empty)") : text);
    };
    auto next =
        from_wx(dynamic_cast<wxTextCtrl*>(rows_[name_row]->focus())->GetValue().Trim().Trim(false));
    if (next.empty())
        next = from_wx(tr("the new account"));
    const auto day =
        model::to_text(model::Value{entered<model::Date>(*rows_[day_row]).value_or(store.today())});
    wxString text = tr("Goes over to {1} on {2}:", {next, day});
    for (const auto* field : {"roles", "place", "unit"})
        text +=
            L"\n· " + tr("{1}: {2}", {from_wx(tr(record.def->find(field)->label)), words(field)});
    text += "\n" + tr("Ends:") + L"\n· "
        + tr("{1} opens this file no more from that day on; the account has left and is kept",
            {old->name});
    text += "\n" + tr("Stays as it is:") + L"\n· "
        + tr("All that {1} entered, and the history that says so", {old->name});
    const auto duties = model::open_duties(editor_, *old);
    for (const auto& duty : duties)
        text += L"\n· "
            + tr("{1}: {2} still name him; end or change them on that page",
                {from_wx(tr(duty.def->plural)), std::to_string(duty.count)});
    if (duties.empty())
        text += L"\n· " + tr("No other record that goes on names him");
    preview_->show(text);
    fit();
}

void HandOverDialog::try_it()
{
    model::HandOver wish;
    problem_->show({});
    const auto findings = read(wish);
    show(findings);
    if (!findings.empty())
        return;
    const std::array names{wish.next.name, wish.old.name, editor_.store().self().office};
    if (const auto problem = problem_of(*passphrase_, *again_, names); !problem.empty()) {
        problem_->show(problem);
        return fit();
    }
    try {
        const wxBusyCursor busy; // a passphrase takes half a second, on purpose
        const auto outcome = access_.hand_over(wish);
        if (!outcome.done)
            return show(outcome.findings);
        made_ = outcome.id;
    } catch (...) {
        problem_->show(describe(std::current_exception()));
        return fit();
    }
    done(wish);
}

/// The same window says what is left to do, which no program does for them.
void HandOverDialog::done(const model::HandOver& wish)
{
    ends_own_ = wish.old.id == editor_.account().id && wish.on <= editor_.store().today();
    SetTitle(tr("The account is handed over"));
    grid_->ShowItems(false);
    passphrase_->ChangeValue({});
    again_->ChangeValue({});
    wxString text = tr("{1} has taken over from {2} as of {3}. Left to do:",
        {wish.next.name, wish.old.name, model::to_text(model::Value{wish.on})});
    const auto line = [&](const wxString& words) { text += L"\n· " + words; };
    line(tr("Tell {1} the passphrase, and nobody else; it is changed at the first sign-in (File, "
            "Change the passphrase)",
        {wish.next.name}));
    line(tr("Take back from {1}: uniform, badge, keys of the hall and of cupboards, seals, USB "
            "disks with backups",
        {wish.old.name}));
    line(tr("Hand out to {1}: uniform, badge, keys, seals", {wish.next.name}));
    for (const auto& duty : model::open_duties(editor_, wish.old))
        line(tr("{1}: {2} still name {3}; end or change them",
            {from_wx(tr(duty.def->plural)), std::to_string(duty.count), wish.old.name}));
    line(tr("On other computers of the office {1} opens the file until they are synced",
        {wish.old.name}));
    if (ends_own_)
        line(tr("This was your own account: the new one signs in when you close this"));
    preview_->show(text);
    problem_->show({});
    cancel_->Hide();
    ok_->SetLabel(tr("Close"));
    ok_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { end_dialog(*this, wxID_OK); });
    SetAffirmativeId(wxID_OK);
    SetEscapeId(wxID_OK);
    fit();
    ok_->SetFocus();
}

} // namespace views
