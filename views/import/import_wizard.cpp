#include "views/import/import_wizard.h"

#include "model/base/files.h"
#include "model/commands/workplace.h"
#include "model/entities/catalog.h"
#include "model/exchange/error_sheet.h"
#include "model/exchange/import_runs.h"
#include "model/exchange/staff_roster.h"
#include "views/help/help_menu.h"
#include "views/import/all_languages.h"
#include "views/import/check_page.h"
#include "views/import/columns_page.h"
#include "views/import/result_page.h"
#include "views/import/source_page.h"
#include "views/shell/page_table.h"
#include "views/shell/questions.h"
#include "views/widgets/colours.h"
#include "views/widgets/letters.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/settings.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/statline.h>
#include <wx/stattext.h>

#include <algorithm>

namespace views {

namespace {

/// Those the office works with, and behind the three that a roster is made of the roster.
std::vector<const model::EntityDef*> registers_of(const Desk& desk)
{
    const Viewer viewer(desk.editor);
    std::vector<const model::EntityDef*> registers;
    for (const auto* def : desk.editor.store().catalog().all())
        if (sees(viewer, def->name) && model::may_fill_in(viewer.permission, viewer.role, *def))
            registers.push_back(def);
    const auto& roster = model::staff_roster(desk.editor.store().catalog());
    const auto place_of = [&](model::StaffRoster::Part part) {
        return std::ranges::find(registers, roster.registers[part]);
    };
    if (place_of(model::StaffRoster::person) != registers.end()
        && place_of(model::StaffRoster::posting) != registers.end())
        if (const auto last = place_of(model::StaffRoster::window_staff); last != registers.end())
            registers.insert(last + 1, &roster.def);
    return registers;
}

} // namespace

ImportWizard::ImportWizard(wxWindow* parent, const Desk& desk, const model::EntityDef& def)
    : wxDialog(parent, wxID_ANY, tr("Import a sheet"), wxDefaultPosition, wxDefaultSize,
        wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX)
    , desk_(desk)
    , draft_{.def = &def,
          .path = {},
          .options = {.languages = all_languages()},
          .look = {},
          .check = {},
          .result = {}}
    , book_(new wxSimplebook(this))
    , source_(new SourcePage(book_, draft_, registers_of(desk)))
    , columns_(new ColumnsPage(book_, draft_))
    , check_(new CheckPage(book_, draft_))
    , result_(new ResultPage(book_, draft_))
    , bar_(*this, work_)
    , work_(*this, desk)
{
    SetName("import");
    for (auto* page : std::initializer_list<wxWindow*>{source_, columns_, check_, result_})
        book_->AddPage(page, {});
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    all->Add(make_steps(), flags);
    all->Add(book_, wxSizerFlags(1).Expand());
    bar_.lay_out(*all);
    SetSizer(all);
    wire();
    offer_help(*this, "import");
    go_to(source);
    SetSize(dialog_size(*this, wxSize(1060, 640)));
    SetMinSize(dialog_size(*this, wxSize(620, 420)));
    CentreOnParent();
}

wxSizer* ImportWizard::make_steps()
{
    constexpr std::array<const char*, steps> labels{model::msgid("1 Choose the sheet"),
        model::msgid("2 Match its columns"), model::msgid("3 Check its rows"),
        model::msgid("4 Result")};
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    for (std::size_t i = 0; i < steps; ++i) {
        names_[i] = new wxStaticText(this, wxID_ANY, tr(labels[i]));
        row->Add(names_[i], wxSizerFlags().Border(wxRIGHT, FromDIP(24)));
    }
    return row;
}

void ImportWizard::wire()
{
    const auto say = [this](const wxString& text) { this->say(text); };
    source_->on_say = say;
    source_->on_file = [this](const std::string& path) { take_file(path); };
    source_->on_pasted = [this](const std::string& text) { take_pasted(text); };
    source_->on_change = [this] { look(); };
    source_->on_register = [this] {
        draft_.options.map.clear();
        draft_.options.head_row = 0;
        look();
    };
    columns_->on_change = [this] { update(); };
    check_->on_change = [this] { update(); };
    check_->on_mend = [this](model::CellPlace place, const std::string& text) {
        draft_.options.mends[place] = text;
        start_check(true);
    };
    check_->on_save_errors = [this] { save_errors(draft_.check); };
    result_->on_save_errors = [this] { save_errors(draft_.result); };
    result_->on_take_back = [this] { take_back(); };
    result_->on_another = [this] {
        forget_sheet();
        go_to(source);
    };
    bar_.wire([this] { update(); }, [this] { return may_close(); });
    bar_.back()->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { back(); });
    bar_.next()->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { next(); });
    Bind(wxEVT_CHAR_HOOK, &ImportWizard::on_key, this);
}

void ImportWizard::on_key(wxKeyEvent& event)
{
    if (event.GetKeyCode() == WXK_F4 && step_ == check && !event.HasAnyModifiers())
        return check_->next_error();
    event.Skip();
}

/// While a sheet is being written the window stays; what was mended is not lost unasked.
bool ImportWizard::may_close()
{
    if (work_.is_running() && step_ == check) {
        work_.cancel();
        return false;
    }
    return step_ != check || draft_.options.mends.empty() || ask_give_up(this);
}

void ImportWizard::say(const wxString& text)
{
    bar_.say(text);
}

bool ImportWizard::may_go_on() const
{
    switch (step_) {
    case source:
        return !draft_.look.rows.empty();
    case columns:
        return columns_->may_go_on();
    case check:
        return (draft_.check.wrong == 0 || draft_.options.good_rows)
            && draft_.check.new_ + draft_.check.changed > 0;
    default:
        return false;
    }
}

void ImportWizard::focus()
{
    switch (step_) {
    case source:
        return source_->focus();
    case columns:
        return columns_->focus();
    case check:
        return check_->focus();
    default:
        return result_->focus();
    }
}

/// What may be done now. While a cell that was mended is checked the next one can be mended.
void ImportWizard::update()
{
    const bool works = work_.is_running();
    const bool was_enabled = book_->IsThisEnabled();
    book_->Enable(!works || is_mending_);
    if (!was_enabled && book_->IsThisEnabled())
        focus();
    bar_.show_work();
    bar_.back()->Show(step_ == columns || step_ == check);
    bar_.back()->Enable(!works);
    bar_.next()->Show(step_ != result);
    bar_.next()->Enable(!works && may_go_on());
    const auto rows = draft_.check.new_ + draft_.check.changed;
    bar_.next()->SetLabel(
        step_ == check ? tr("&Import {1} rows", {std::to_string(rows)}) : tr("&Next"));
    bar_.next()->SetDefault();
    if (step_ == check && !works)
        say(draft_.check.wrong > 0 && !draft_.options.good_rows
                ? tr("{1} rows are wrong: mend them, or import only the rows that are right.",
                    {std::to_string(draft_.check.wrong)})
                : wxString());
    for (std::size_t i = 0; i < steps; ++i) {
        const bool here = i == static_cast<std::size_t>(step_);
        auto font = GetFont();
        names_[i]->SetFont(here ? font.Bold() : font);
        names_[i]->SetForegroundColour(
            here ? wxNullColour : wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
    }
    Layout();
}

void ImportWizard::go_to(Step step)
{
    step_ = step;
    book_->SetSelection(static_cast<std::size_t>(step));
    say({});
    switch (step) {
    case source:
        source_->show();
        break;
    case columns:
        columns_->show();
        break;
    case check:
        check_->show();
        break;
    default:
        result_->show();
    }
    update();
    focus();
}

void ImportWizard::next()
{
    if (work_.is_running())
        return;
    if (step_ == source && draft_.look.columns.empty())
        return say(tr("No row has the heads of this register. Choose the row that names the "
                      "columns, or another register."));
    if (!may_go_on())
        return;
    switch (step_) {
    case source:
        draft_.options.head_row = draft_.look.head_row;
        draft_.options.map = draft_.look.map;
        return go_to(columns);
    case columns:
        return start_check(false);
    case check:
        return take_in();
    default:
        break;
    }
}

void ImportWizard::back()
{
    if (!work_.is_running() && (step_ == columns || step_ == check))
        go_to(step_ == check ? columns : source);
}

void ImportWizard::paste()
{
    source_->paste();
}

void ImportWizard::forget_sheet()
{
    draft_.path.clear();
    draft_.options = {.languages = draft_.options.languages};
    draft_.look = {};
    draft_.check = {};
    draft_.result = {};
}

void ImportWizard::take_file(const std::string& path)
{
    forget_sheet();
    draft_.path = model::path_of(path);
    look();
}

void ImportWizard::take_pasted(const std::string& text)
{
    forget_sheet();
    draft_.path = model::path_of(from_wx(tr("Clipboard")));
    draft_.options.pasted = std::make_shared<const std::string>(text);
    look();
}

const model::EntityDef& ImportWizard::register_shown() const
{
    const auto* roster = model::roster_of(*draft_.def);
    return roster ? *roster->registers[model::StaffRoster::person] : *draft_.def;
}

template <class Work, class Done>
void ImportWizard::run(const char* step, Work work, Done done)
{
    say({});
    bar_.name_work(tr(step));
    work_.run(
        std::move(work), done, [this](const std::exception_ptr& error) { say(describe(error)); });
}

void ImportWizard::look()
{
    draft_.options.mends.clear();
    if (!draft_.has_sheet())
        return source_->show();
    say({});
    bar_.name_work(tr("Reading the sheet"));
    work_.run(
        [def = draft_.def, path = draft_.path, options = draft_.options](model::RecordStore& store,
            const model::Progress&) { return model::look_at_sheet(store, *def, path, options); },
        [this](model::SheetLook& found) {
            draft_.look = std::move(found);
            source_->show();
            update();
        },
        [this](const std::exception_ptr& error) {
            draft_.look = {};
            source_->show(describe(error));
            update();
        });
}

void ImportWizard::start_check(bool is_mended)
{
    is_mending_ = is_mended;
    auto options = draft_.options;
    options.dry_run = options.good_rows = options.keep_rows = true;
    run(
        model::msgid("Checking the rows"),
        [account = desk_.editor.account(), def = draft_.def, path = draft_.path, options](
            model::RecordStore& store, const model::Progress& progress) {
            return model::import_sheet(store, account, *def, path, options, progress);
        },
        [this, is_mended](model::ImportResult& found) {
            if (found.cancelled)
                return say(tr("Stopped; the rows were not checked to their end."));
            draft_.check = std::move(found);
            if (!is_mended)
                return go_to(check);
            check_->update();
            update();
        });
}

void ImportWizard::take_in()
{
    is_mending_ = false;
    run(
        model::msgid("Importing"),
        [account = desk_.editor.account(), def = draft_.def, path = draft_.path,
            options = draft_.options, before = desk_.backups.before_import](
            model::RecordStore& store, const model::Progress& progress) {
            if (before)
                before(store);
            return model::import_sheet(store, account, *def, path, options, progress);
        },
        [this](model::ImportResult& done) {
            if (done.cancelled)
                return say(tr("Stopped; nothing was imported."));
            if (done.run == 0 && done.wrong > 0) {
                say(tr("Nothing was imported: the file changed meanwhile. Check it again."));
                return start_check(false);
            }
            draft_.result = std::move(done);
            has_written_ = has_written_ || draft_.result.run != 0;
            go_to(result);
        });
}

void ImportWizard::take_back()
{
    is_mending_ = false;
    run(
        model::msgid("Taking the import back"),
        [account = desk_.editor.account(), run = draft_.result.run](
            model::RecordStore& store, const model::Progress&) {
            model::Editor editor(store, account);
            return model::unimport(editor, run);
        },
        [this](model::Outcome& outcome) {
            wxString text = outcome.changed
                ? tr("New records are in the recycle bin, changed ones as they were.")
                : tr("Nothing of the import of {1} could be taken back",
                    {model::text_of(draft_.path.filename())});
            for (const auto& finding : outcome.findings)
                text += "\n" + tr(finding.message);
            result_->show_taken_back(outcome.changed, text);
            update();
        });
}

void ImportWizard::save_errors(const model::ImportResult& of)
{
    auto name = model::text_of(draft_.path.stem());
    wxFileDialog dialog(this, tr("Save the wrong rows"), {}, tr("{1} to mend", {name}) + ".xlsx",
        tr("Excel workbooks (*.xlsx)|*.xlsx|CSV files (*.csv)|*.csv"),
        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    guarded(this, [&] {
        const auto path = from_wx(dialog.GetPath());
        model::write_error_sheet(draft_.path, draft_.options, of, model::path_of(path));
        say(tr(
            "The wrong rows were saved as {1}; mended there, the sheet can be imported.", {path}));
    });
}

} // namespace views
