#include "views/shell/record_menu.h"

#include "model/commands/make_lines.h"
#include "model/commands/move_posting.h"
#include "model/entities/person.h"
#include "views/shell/record_page.h"
#include "views/shell/record_tabs.h"
#include "views/widgets/errors.h"
#include "views/widgets/platform_menu.h"
#include "views/widgets/tr.h"

#include <wx/menu.h>
#include <wx/window.h>

namespace views {

namespace {

constexpr int after_the_window = 700; ///< of the window's own commands and those of lists

enum Command {
    command_save_and_go_on = wxID_HIGHEST + after_the_window,
    command_previous,
    command_next,
    command_next_finding,
    command_reveal,
    command_merge,
    command_place_sheet,
    command_make_lines,
    command_move_posting,
    command_set_portrait,
    command_remove_portrait,
    command_entries,
    command_links,
    command_history,
    command_attachments,
    command_end,
};

} // namespace

void append_record_menu(wxMenu& menu)
{
    menu.Append(command_save_and_go_on, tr("Save and &go on to the next") + "\tCtrl+Enter");
    menu.Append(command_previous, tr("&Previous record") + "\tAlt+PgUp");
    menu.Append(command_next, tr("&Next record") + "\tAlt+PgDn");
    menu.Append(command_next_finding, tr("Next entry to &mend") + "\tCtrl+J");
    menu.Append(command_reveal, tr("Show personal values &whole…") + "\tCtrl+R");
    menu.Append(command_merge, tr("Merge dou&bles…"));
    menu.Append(command_place_sheet, tr("Sheet for this outlet to &fill in…"));
    menu.Append(command_make_lines, tr("Ma&ke lines or approval steps…") + "\tCtrl+Shift+M");
    menu.Append(command_move_posting, tr("&Change the status of a posting…") + "\tCtrl+Shift+G");
    menu.Append(command_set_portrait, tr("Portrait of the person… (&Q)"));
    menu.Append(command_remove_portrait, tr("Remove the portrait (&X)"));
    menu.AppendSeparator();
    menu.Append(command_entries, tr("&Entries of the record") + "\tCtrl+1");
    menu.Append(command_links, tr("Re&lated records") + "\tCtrl+2");
    menu.Append(command_history, tr("&History of the record") + "\tCtrl+3");
    menu.Append(command_attachments, tr("&Attachments of the record") + "\tCtrl+4");
}

void bind_record_menu(wxEvtHandler& window, const std::function<RecordPage*()>& page)
{
    const auto on_command = [&](int id, const std::function<void(RecordPage&)>& work) {
        window.Bind(
            wxEVT_MENU,
            [&window, page, work](wxCommandEvent&) {
                guarded(dynamic_cast<wxWindow*>(&window), [&] {
                    if (auto* shown = page())
                        work(*shown);
                });
            },
            id);
    };
    const auto go_to = [](RecordTabs::Tab tab) {
        return [tab](RecordPage& shown) { shown.tabs().go_to(tab); };
    };
    on_command(command_save_and_go_on, &RecordPage::save_and_go_on);
    on_command(command_previous, [](RecordPage& shown) { shown.step(-1); });
    on_command(command_next, [](RecordPage& shown) { shown.step(1); });
    on_command(command_next_finding, [](RecordPage& shown) { shown.form().go_to_next_finding(); });
    on_command(command_reveal, &RecordPage::reveal);
    on_command(command_merge, &RecordPage::merge);
    on_command(command_place_sheet, &RecordPage::place_sheet);
    on_command(command_make_lines, &RecordPage::make_lines);
    on_command(command_move_posting, &RecordPage::move_posting);
    on_command(command_set_portrait, &RecordPage::set_portrait);
    on_command(command_remove_portrait, &RecordPage::remove_portrait);
    on_command(command_entries, go_to(RecordTabs::form_tab));
    on_command(command_links, go_to(RecordTabs::links_tab));
    on_command(command_history, go_to(RecordTabs::history_tab));
    on_command(command_attachments, go_to(RecordTabs::attachments_tab));
}

void forbid_record_changes(wxMenuBar& bar, const wxString& why)
{
    for (const int id : {int(command_save_and_go_on), int(command_next_finding),
             int(command_reveal), int(command_merge), int(command_make_lines),
             int(command_move_posting), int(command_set_portrait), int(command_remove_portrait)})
        allow_item(bar, id, false, why);
}

void enable_record_menu(wxMenuBar& bar, const model::EntityDef* shown)
{
    for (int id = command_save_and_go_on; id < command_end; ++id)
        allow_item(bar, id, shown, tr("Open the page of a register first"));
    allow_item(bar, command_make_lines, shown && model::gets_lines(*shown),
        tr("Open the page of inspections, postings or requests first"));
    allow_item(bar, command_move_posting, shown && model::has_status_moves(*shown),
        tr("Open the page of postings or of staff first"));
    const bool has_portrait = shown && shown->id == model::def_of<model::Person>().id;
    for (const int id : {int(command_set_portrait), int(command_remove_portrait)})
        allow_item(bar, id, has_portrait, tr("Open the page of staff first"));
}

} // namespace views
