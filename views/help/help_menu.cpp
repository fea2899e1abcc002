#include "views/help/help_menu.h"

#include "views/form/record_attachments.h"
#include "views/form/record_form.h"
#include "views/help/help_window.h"
#include "views/help/shortcuts.h"
#include "views/shell/page_table.h"
#include "views/widgets/errors.h"
#include "views/widgets/tr.h"

#include <wx/bookctrl.h>
#include <wx/frame.h>
#include <wx/menu.h>
#include <wx/weakref.h>

#include <memory>

namespace views {

namespace {

constexpr int after_the_window = 900; ///< of the window's own commands and those of other menus

enum Command {
    command_manual = wxID_HIGHEST + after_the_window,
    command_shortcuts,
    command_card,
};

wxString shortcuts_over(const wxWindow* window)
{
    for (; window; window = window->GetParent())
        if (const auto* frame = dynamic_cast<const wxFrame*>(window); frame && frame->GetMenuBar())
            return shortcut_table(shortcuts_of(*frame->GetMenuBar()));
    return {};
}

} // namespace

void append_help_menu(wxMenu& menu)
{
    menu.Append(command_manual, tr("&Manual") + "\tF1");
    menu.Append(command_shortcuts, tr("&Keyboard shortcuts") + "\tShift+F1");
    menu.Append(command_card, tr("&Card for townships"));
    menu.AppendSeparator();
}

void bind_help_menu(wxFrame& frame, std::function<std::string()> page)
{
    const auto window = std::make_shared<wxWeakRef<HelpWindow>>();
    const auto show = [&frame, window](std::string_view manual_page) {
        guarded(&frame, [&] {
            if (!*window)
                *window = new HelpWindow(&frame, shortcuts_over(&frame));
            (*window)->show_page(manual_page);
            (*window)->Show();
            (*window)->Raise();
        });
    };
    const auto on_command = [&frame](int id, const std::function<void()>& work) {
        frame.Bind(
            wxEVT_MENU, [work](wxCommandEvent&) { work(); }, id);
    };
    on_command(command_manual,
        [show, page = std::move(page)] { show(manual_page_of(page(), wxWindow::FindFocus())); });
    on_command(command_shortcuts, [show] { show(shortcuts_page); });
    on_command(command_card, [show] { show(card_page); });
}

void offer_help(wxTopLevelWindow& dialog, std::string_view manual_page)
{
    dialog.Bind(wxEVT_CHAR_HOOK, [&dialog, name = std::string(manual_page)](wxKeyEvent& event) {
        if (event.GetKeyCode() != WXK_F1 || event.HasAnyModifiers())
            return event.Skip();
        HelpWindow help(&dialog, shortcuts_over(&dialog));
        help.show_page(name);
        help.ShowModal();
    });
}

std::string_view manual_page_of(std::string_view page, const wxWindow* focus)
{
    if (page == sync_page || page == conflicts_page)
        return page;
    if (page == bin_page)
        return "undo";
    if (page == "user")
        return "accounts";
    if (page == audit_page)
        return "audit";
    if (page == backup_page || page == devices_page || page == board_page || page == cross_page
        || page == dashboard_page || page == morning_page || page == case_page)
        return page;
    if (page == hall_page || page == "window_position")
        return hall_page;
    if (page == minimise_page || page == "impact_assessment" || page == "provision"
        || page == "retention")
        return "personal";
    if (page == "roll_call" || page == "attendance_day")
        return morning_page;
    if (page == duty_page || page == "roster")
        return "duty";
    if (page == "calendar_day" || page == "setting")
        return "calendar";
    if (page == "local_field")
        return "fields";
    if (page == "checklist" || page == "checklist_line" || page == "inspection")
        return "checklists";
    if (page == "chain_step" || page == "approval")
        return "approvals";
    if (page == "unit_change" || page == "place_change")
        return "reform";
    if (page == scores_page || page == "period" || page == "ledger_entry" || page == "score"
        || page == "ballot" || page == "objection" || page == "annual_grade")
        return scores_page;
    if (page == "method")
        return "assessment";
    if (page == rotation_page || page == "posting" || page == "posting_change")
        return "staff";
    if (page == coverage_page || page == stationing_page)
        return "registers";
    for (; focus; focus = focus->GetParent()) {
        const auto* book = dynamic_cast<const wxBookCtrlBase*>(focus);
        const auto* tab = book ? book->GetCurrentPage() : focus; // with the keyboard on its name
        if (dynamic_cast<const RecordAttachments*>(tab))
            return "attachments";
        if (dynamic_cast<const RecordForm*>(tab))
            return "form";
    }
    return "list";
}

} // namespace views
