#include "views/import/block_dialog.h"

#include "views/help/help_menu.h"
#include "views/import/all_languages.h"
#include "views/import/check_page.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace views {

namespace {

constexpr int typing_pause = 400; ///< milliseconds after the last key before it is checked

} // namespace

BlockDialog::BlockDialog(wxWindow* parent, const Desk& desk, const model::EntityDef& def,
    const wxString& title, const char* name)
    : wxDialog(parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize,
        wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX)
    , desk_(desk)
    , def_(def)
    , draft_{.def = &def,
          .path = {},
          .options = {.languages = all_languages()},
          .look = {},
          .check = {},
          .result = {}}
    , check_(new CheckPage(this, draft_))
    , said_(new WrappedText(this))
    , working_(new wxStaticText(this, wxID_ANY, tr("Checking the rows")))
    , ok_(new wxButton(this, wxID_APPLY, tr("Change")))
    , pause_(this)
    , work_(*this, desk)
{
    SetName(name);
    name_control(said_, "said");
    name_control(working_, "working");
    name_control(ok_, "change");
    check_->name_rows([this](int number) { return title_of_row(number); });
    wire();
    offer_help(*this, "list");
}

void BlockDialog::arrange(wxWindow* questions)
{
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    all->Add(questions, flags);
    all->Add(check_, wxSizerFlags(1).Expand());
    all->Add(said_, flags);
    all->Add(make_below(), flags);
    check_->MoveAfterInTabOrder(questions);
    SetSizer(all);
    SetSize(dialog_size(*this, wxSize(980, 620)));
    SetMinSize(dialog_size(*this, wxSize(620, 420)));
    CentreOnParent();
}

wxSizer* BlockDialog::make_below()
{
    auto* cancel = new wxButton(this, wxID_CANCEL, tr("Cancel"));
    name_control(cancel, "cancel");
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(working_, wxSizerFlags().CenterVertical());
    row->AddStretchSpacer();
    row->Add(ok_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    row->Add(cancel, wxSizerFlags().CenterVertical());
    ok_->MoveAfterInTabOrder(check_);
    cancel->MoveAfterInTabOrder(ok_);
    ok_->SetDefault();
    return row;
}

void BlockDialog::wire()
{
    check_->on_change = [this] { show_state(); };
    check_->on_mend = [this](model::CellPlace place, const std::string& text) {
        draft_.options.mends[place] = text;
        check(true);
    };
    work_.on_state = [this] { show_state(); };
    ok_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { take_in(); });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { ask_now(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_F4 && !event.HasAnyModifiers())
            return check_->next_error();
        event.Skip();
    });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (said_->wrap(GetClientSize().x - FromDIP(20)))
            Layout();
    });
}

wxString BlockDialog::title_of_row(int number)
{
    const auto& records = draft_.options.block->records;
    const auto row = static_cast<std::size_t>(number - 1);
    if (row >= records.size() || records[row].is_nil())
        return std::to_string(number);
    return title_of(desk_.editor.store(), records[row]);
}

void BlockDialog::ask_later()
{
    pause_.StartOnce(typing_pause);
    show_state();
}

void BlockDialog::ask_now()
{
    pause_.Stop();
    work_.cancel();
    draft_.options.mends.clear();
    draft_.options.block = block();
    draft_.look.columns.clear();
    failed_.clear();
    if (!draft_.options.block) {
        draft_.check = {};
        check_->show();
        return show_state();
    }
    draft_.look.columns.resize(model::Block::first_column);
    for (std::size_t i = 0; i < draft_.options.block->fields.size(); ++i) {
        const auto* field = draft_.options.block->fields[i];
        draft_.look.columns.push_back({.head = draft_.options.block->heads[i],
            .field = field ? std::string(field->name) : std::string()});
    }
    check(false);
}

void BlockDialog::check(bool is_mended)
{
    auto options = draft_.options;
    options.dry_run = options.good_rows = options.keep_rows = true;
    work_.run(
        [account = desk_.editor.account(), &def = def_, options](
            model::RecordStore& store, const model::Progress& progress) {
            return model::import_sheet(store, account, def, {}, options, progress);
        },
        [this, is_mended](model::ImportResult& found) {
            draft_.check = std::move(found);
            is_mended ? check_->update() : check_->show();
            show_state();
        },
        [this](const std::exception_ptr& error) {
            draft_.check = {};
            check_->show();
            failed_ = describe(error);
            show_state();
        });
}

bool BlockDialog::may_take_in() const
{
    return !is_working() && draft_.options.block && draft_.check.changed > 0
        && (draft_.check.wrong == 0 || draft_.options.good_rows);
}

void BlockDialog::note(const wxString& text)
{
    note_ = text;
}

void BlockDialog::show_state()
{
    working_->Show(work_.is_running());
    ok_->Enable(may_take_in());
    ok_->SetLabel(tr("C&hange {1} records", {std::to_string(draft_.check.changed)}));
    auto said = !failed_.empty() ? failed_
        : draft_.check.wrong > 0 && !draft_.options.good_rows
        ? tr("{1} rows are wrong: mend them, or change only the rows that are right.",
            {std::to_string(draft_.check.wrong)})
        : wxString();
    if (said.empty())
        said = note_;
    if (said != said_->text()) {
        said_->show(said);
        said_->wrap(GetClientSize().x - FromDIP(20));
    }
    Layout();
}

void BlockDialog::take_in()
{
    if (!may_take_in())
        return;
    auto options = draft_.options;
    work_.run(
        [account = desk_.editor.account(), &def = def_, options](
            model::RecordStore& store, const model::Progress& progress) {
            return model::import_sheet(store, account, def, {}, options, progress);
        },
        [this](model::ImportResult& done) {
            if (done.command == 0)
                return check(false); // the file changed meanwhile
            written_ = done.changed;
            if (IsModal())
                EndModal(wxID_OK);
        },
        [this](const std::exception_ptr& error) {
            failed_ = describe(error);
            show_state();
        });
}

} // namespace views
