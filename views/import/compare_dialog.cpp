#include "views/import/compare_dialog.h"

#include "model/base/files.h"
#include "model/entities/item.h"
#include "views/help/help_menu.h"
#include "views/import/all_languages.h"
#include "views/import/columns_page.h"
#include "views/import/compare_page.h"
#include "views/import/kept_comparisons.h"
#include "views/import/source_page.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace views {

CompareDialog::CompareDialog(wxWindow* parent, const Desk& desk)
    : wxDialog(parent, wxID_ANY, tr("Compare an edition of the catalog"), wxDefaultPosition,
        wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX)
    , desk_(desk)
    , book_(new wxSimplebook(this))
    , bar_(*this, work_)
    , work_(*this, desk)
{
    SetName("compare");
    draft_.sheet.def = &model::def_of<model::Item>();
    draft_.sheet.options.languages = all_languages();
    book_->AddPage(make_source(), {});
    book_->AddPage(columns_ = new ColumnsPage(book_, draft_.sheet), {});
    book_->AddPage(compare_ = new ComparePage(book_, draft_, desk.editor.store()), {});
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(book_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(10)));
    bar_.lay_out(*all);
    SetSizer(all);
    wire();
    offer_help(*this, "compare");
    go_to(source);
    SetSize(dialog_size(*this, wxSize(1120, 660)));
    SetMinSize(dialog_size(*this, wxSize(640, 440)));
    CentreOnParent();
}

wxPanel* CompareDialog::make_source()
{
    auto* page = new wxPanel(book_);
    kept_ = new KeptComparisons(page);
    source_ = new SourcePage(page, draft_.sheet, {draft_.sheet.def});
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(kept_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(10)));
    all->Add(source_, wxSizerFlags(1).Expand());
    page->SetSizer(all);
    return page;
}

void CompareDialog::wire()
{
    source_->on_say = [this](const wxString& text) { say(text); };
    source_->on_file = [this](const std::string& path) { take_file(path); };
    source_->on_pasted = [this](const std::string& text) { take_pasted(text); };
    source_->on_change = [this] { look(); };
    source_->on_register = [] {};
    kept_->on_resume = [this](std::int64_t no) { resume(no); };
    kept_->on_drop = [this](std::int64_t no) { guarded(this, [&] { drop(no); }); };
    columns_->on_change = [this] { update(); };
    compare_->on_change = [this] { update(); };
    compare_->on_covered = [this] { compare_again(); };
    compare_->on_types = [this] { ask_types(); };
    compare_->on_export = [this] { save_sheet(); };
    compare_->on_say = [this](const wxString& text) { say(text); };
    bar_.wire([this] { update(); });
    bar_.back()->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { back(); });
    bar_.next()->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { next(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const bool is_typing = dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus()) != nullptr;
        if (event.GetModifiers() == wxMOD_CONTROL && event.GetKeyCode() == 'Z' && !is_typing)
            guarded(this, [this] { undo(); });
        else
            event.Skip();
    });
}

void CompareDialog::say(const wxString& text)
{
    bar_.say(text);
}

void CompareDialog::focus()
{
    switch (step_) {
    case source:
        return kept_->IsShown() ? kept_->focus() : source_->focus();
    case columns:
        return columns_->focus();
    default:
        return compare_->focus();
    }
}

void CompareDialog::update()
{
    const bool works = work_.is_running();
    const bool was_enabled = book_->IsThisEnabled();
    book_->Enable(!works);
    if (!was_enabled && !works)
        focus();
    bar_.show_work();
    bar_.back()->Show(step_ != source);
    bar_.back()->Enable(!works);
    const auto marked = draft_.marked();
    bar_.next()->Enable(!works
        && (step_ == source        ? !draft_.sheet.look.rows.empty()
                : step_ == columns ? columns_->may_go_on()
                                   : marked > 0));
    bar_.next()->SetLabel(
        step_ == compare ? tr("&Take in {1} items", {std::to_string(marked)}) : tr("&Next"));
    Layout();
}

void CompareDialog::go_to(Step step)
{
    step_ = step;
    book_->SetSelection(static_cast<std::size_t>(step));
    say({});
    switch (step) {
    case source:
        show_kept();
        source_->show();
        break;
    case columns:
        columns_->show();
        break;
    case compare:
        compare_->show();
        break;
    }
    update();
    // In the table Enter takes the line; only before it does it go on.
    step == compare ? bar_.close()->SetDefault() : bar_.next()->SetDefault();
    focus();
}

void CompareDialog::next()
{
    if (work_.is_running())
        return;
    auto& sheet = draft_.sheet;
    switch (step_) {
    case source:
        if (sheet.look.columns.empty())
            return sheet.look.rows.empty()
                ? void()
                : say(tr("No row has the heads of this register. Choose the row that names the "
                         "columns, or another register."));
        sheet.options.head_row = sheet.look.head_row;
        sheet.options.map = sheet.look.map;
        return go_to(columns);
    case columns:
        return columns_->may_go_on() ? compare_sheet() : void();
    case compare:
        return draft_.marked() > 0 ? take_in() : void();
    }
}

void CompareDialog::back()
{
    if (work_.is_running() || step_ == source)
        return;
    go_to(step_ == compare && !draft_.sheet.look.columns.empty() ? columns : source);
}

void CompareDialog::forget_sheet()
{
    auto& sheet = draft_.sheet;
    sheet.path.clear();
    sheet.options = {.languages = sheet.options.languages};
    sheet.look = {};
    draft_.types.clear();
}

void CompareDialog::take_file(const std::string& path)
{
    forget_sheet();
    draft_.sheet.path = model::path_of(path);
    look();
}

void CompareDialog::take_pasted(const std::string& text)
{
    forget_sheet();
    draft_.sheet.path = model::path_of(from_wx(tr("Clipboard")));
    draft_.sheet.options.pasted = std::make_shared<const std::string>(text);
    look();
}

} // namespace views
