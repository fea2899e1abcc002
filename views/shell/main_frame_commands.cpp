// What the menus of the main window ask for, as far as it is not shown in a page.
#include "model/entities/catalog.h"
#include "model/entities/unit.h"
#include "views/day/clock_dialog.h"
#include "views/day/difference_dialog.h"
#include "views/import/compare_dialog.h"
#include "views/import/division_import.h"
#include "views/import/import_history.h"
#include "views/import/import_wizard.h"
#include "views/list/record_list.h"
#include "views/shell/hand_over_dialog.h"
#include "views/shell/main_frame.h"
#include "views/shell/newcomer_dialog.h"
#include "views/shell/pages.h"
#include "views/shell/record_page.h"
#include "views/shell/reorganise_dialog.h"
#include "views/shell/row_commands.h"
#include "views/shell/screen_lock.h"
#include "views/shell/settings_dialog.h"
#include "views/shell/step_history.h"
#include "views/start/passphrase_change.h"
#include "views/widgets/tr.h"

namespace views {

namespace {

/// The words of a step that is about to be taken back or done again.
std::string words(const std::optional<model::StepName>& step)
{
    return step ? model::words_of(*step, language()) : std::string();
}

} // namespace

void MainFrame::told(
    const std::optional<model::Outcome>& outcome, const wxString& done, const char* nothing)
{
    refresh();
    if (!outcome)
        return say(tr(nothing));
    if (!outcome->findings.empty())
        return say(tr(outcome->findings.front().message));
    say(outcome->changed ? done : tr("Nothing had to be changed"));
}

void MainFrame::undo()
{
    if (is_copy())
        return;
    auto* page = record_page();
    if (page && page->put_back_focused())
        return say(tr("The entry in this field is taken back"));
    if (page && page->is_changed())
        return say(tr("Save this record first, or give its entries up with Esc"));
    const auto step = words(desk_.editor.undoable());
    told(desk_.editor.undo(), tr("Undone: {1}", {step}),
        model::msgid("There is nothing to take back"));
}

void MainFrame::redo()
{
    if (is_copy())
        return;
    if (auto* page = record_page(); page && page->is_changed())
        return say(tr("Save this record first, or give its entries up with Esc"));
    const auto step = words(desk_.editor.redoable());
    told(desk_.editor.redo(), tr("Done again: {1}", {step}),
        model::msgid("There is nothing to do again"));
}

void MainFrame::step_history()
{
    if (!pages_->may_leave())
        return;
    StepHistory dialog(this, desk_.editor);
    dialog.ShowModal();
    if (!dialog.has_written())
        return;
    refresh();
    say(tr("The steps are taken back"));
}

void MainFrame::change_rows()
{
    auto* page = record_page();
    if (page && !is_copy() && page->may_leave())
        told_of(views::change_rows(this, desk_, page->def(), page->list()));
}

void MainFrame::paste_rows()
{
    auto* page = record_page();
    if (page && !is_copy() && page->may_leave())
        told_of(views::paste_rows(this, desk_, page->def(), page->list()));
}

/// So many records were changed at once.
void MainFrame::told_of(int changed)
{
    if (changed == 0)
        return;
    refresh();
    say(tr("{1} records are changed; Undo takes it back", {std::to_string(changed)}));
}

/// Somebody new from the paper that his unit stamped.
void MainFrame::newcomer()
{
    if (!pages_->may_leave())
        return;
    NewcomerDialog dialog(this, desk_.editor);
    dialog.ShowModal();
    if (dialog.made().is_nil())
        return;
    refresh();
    pages_->open_record(model::hall_catalog().get("person"), dialog.made());
    say(tr("The person, the posting and the window are entered; Undo takes them back as a whole"));
}

/// Into the register that is shown, unless the user chooses another.
void MainFrame::import_sheet(bool from_clipboard)
{
    if (!pages_->may_leave())
        return;
    const auto& catalog = desk_.editor.store().catalog();
    const auto* def = catalog.find(pages_->shown());
    ImportWizard wizard(this, desk_, def ? *def : *catalog.all().front());
    if (from_clipboard)
        wizard.paste();
    wizard.ShowModal();
    if (!wizard.has_written())
        return;
    show_page(std::string(wizard.register_shown().name));
    refresh();
}

void MainFrame::import_history()
{
    if (!pages_->may_leave())
        return;
    ImportHistory history(this, desk_);
    history.ShowModal();
    if (history.has_written())
        refresh();
}

/// Of another province than the one that came along, or of after a reform.
void MainFrame::import_divisions()
{
    if (!pages_->may_leave())
        return;
    const auto kept = views::import_divisions(this, desk_.editor);
    if (!kept)
        return;
    refresh();
    say(tr(
        "The list is kept in this file: {1} townships and {2} villages. Each computer imports it "
        "for itself",
        {std::to_string(kept->townships), std::to_string(kept->villages)}));
}

/// A new edition of the item catalog, beside the register of items.
void MainFrame::compare_catalog()
{
    if (!pages_->may_leave())
        return;
    CompareDialog dialog(this, desk_);
    dialog.ShowModal();
    if (!dialog.has_written())
        return;
    show_page("item");
    refresh();
}

/// A clock file into the attendance; what it leaves to be decided follows at once.
void MainFrame::import_clock()
{
    if (!pages_->may_leave())
        return;
    ClockDialog dialog(this, desk_);
    dialog.ShowModal();
    if (dialog.has_written()) {
        show_page("attendance_day");
        refresh();
    }
    if (dialog.wants_differences())
        clock_differences();
}

void MainFrame::clock_differences()
{
    if (!pages_->may_leave())
        return;
    DifferenceDialog dialog(this, desk_.editor);
    dialog.ShowModal();
    if (dialog.has_written())
        refresh();
}

/// Of the units or places that are chosen on their page, if any are.
void MainFrame::reorganise(const model::EntityDef& of)
{
    if (!pages_->may_leave())
        return;
    auto* page = record_page();
    ReorganiseDialog dialog(this, desk_, of,
        page && page->def().id == of.id ? page->list().selected_records()
                                        : std::vector<model::Uuid>{});
    dialog.ShowModal();
    if (!dialog.outcome().done)
        return;
    show_page(std::string(of.name));
    refresh();
    const auto moved = std::to_string(dialog.outcome().moved);
    say(of.id == model::def_of<model::Unit>().id
            ? tr("The reform is entered, {1} records went over; Undo takes it back as a whole",
                {moved})
            : tr("The change of places is entered, {1} records went over; Undo takes it back as a "
                 "whole",
                {moved}));
}

void MainFrame::open_other()
{
    if (pages_->may_leave())
        desk_.access.open_other();
}

/// As if the program ended and was started by somebody else.
void MainFrame::switch_user()
{
    if (may_close_file())
        desk_.access.lock.open_anew();
}

void MainFrame::settings()
{
    if (pages_->may_leave() && ask_settings(this, desk_.settings) && desk_.show_anew)
        desk_.show_anew(pages_->shown());
}

void MainFrame::change_passphrase()
{
    PassphraseChange dialog(this, desk_.access, desk_.editor.account().name);
    if (dialog.ShowModal() == wxID_OK)
        say(tr("The passphrase is changed"));
}

/// Somebody who cares for the accounts sets it; who forgot his own gets a new one so.
void MainFrame::give_passphrase()
{
    auto* page = record_page();
    const auto record = page && page->def().name == "user" && page->may_leave()
        ? desk_.editor.store().find(page->def(), page->shown())
        : std::nullopt;
    if (!record)
        return say(tr("Open the page Accounts and choose one first"));
    const auto permission = desk_.editor.permission();
    if (!permission.may(model::Action::accounts))
        return say(tr(permission.why_not(model::Action::accounts)));
    PassphraseChange dialog(this, desk_.access, record->id, record->title());
    if (dialog.ShowModal() == wxID_OK)
        say(tr("{1} opens this file with the passphrase from now on", {record->title()}));
}

/// From whichever account is chosen on their page, if one is.
void MainFrame::hand_over()
{
    auto* page = record_page();
    if (page && !page->may_leave())
        return;
    const auto permission = desk_.editor.permission();
    if (!permission.may(model::Action::accounts))
        return say(tr(permission.why_not(model::Action::accounts)));
    const bool are_accounts = page && page->def().name == "user";
    HandOverDialog dialog(
        this, desk_.editor, desk_.access, are_accounts ? page->shown() : model::Uuid{});
    dialog.ShowModal();
    if (dialog.made().is_nil())
        return;
    if (dialog.ends_own() && desk_.access.lock.open_anew)
        return desk_.access.lock.open_anew();
    refresh();
    pages_->open_record(model::hall_catalog().get("user"), dialog.made());
    say(tr("The account is handed over"));
}

/// An account that was just made opens nothing yet.
void MainFrame::tell_of_missing_passphrase()
{
    const auto* page = record_page();
    if (!page || page->def().name != "user" || page->shown().is_nil() || !desk_.access.opens
        || desk_.access.opens(page->shown()))
        return;
    say(tr("The account has no passphrase of this file yet: the menu File sets one"));
}

void MainFrame::lock()
{
    if (lock_)
        lock_->lock(LockedBy::user);
}

void MainFrame::check_recovery_key()
{
    RecoveryCheck(this, desk_.access).ShowModal();
}

} // namespace views
