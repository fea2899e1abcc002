#include "views/shell/main_menu.h"

#include "model/commands/workplace.h"
#include "model/entities/attendance_day.h"
#include "model/entities/catalog.h"
#include "model/entities/item.h"
#include "model/entities/person.h"
#include "model/entities/place.h"
#include "model/entities/task.h"
#include "model/entities/unit.h"
#include "views/help/help_menu.h"
#include "views/shell/list_menu.h"
#include "views/shell/page_table.h"
#include "views/shell/record_menu.h"
#include "views/shell/record_page.h"
#include "views/widgets/errors.h"
#include "views/widgets/icons.h"
#include "views/widgets/platform_menu.h"
#include "views/widgets/tr.h"

#include <wx/frame.h>
#include <wx/menu.h>
#include <wx/toolbar.h>

#include <algorithm>
#include <array>
#include <memory>

namespace views {

namespace {

enum Command {
    command_new = wxID_HIGHEST + 1,
    command_newcomer,
    command_import,
    command_import_clipboard,
    command_import_history,
    command_import_divisions,
    command_compare,
    command_import_clock,
    command_clock_differences,
    command_reorganise,
    command_change_places,
    command_follow_up,
    command_save,
    command_delete,
    command_undo,
    command_redo,
    command_step_history,
    command_search,
    command_refresh,
    command_sync,
    command_open_other,
    command_switch_user,
    command_change_passphrase,
    command_give_passphrase,
    command_hand_over,
    command_check_key,
    command_lock,
    command_page, ///< and one more for each page
};

wxMenu* make_file_menu()
{
    auto* file = new wxMenu;
    file->Append(command_new, tr("&New record") + "\tCtrl+N");
    file->Append(command_newcomer, tr("Newco&mer from the unit's form…") + "\tCtrl+Shift+N");
    file->Append(command_save, tr("&Save") + "\tCtrl+S");
    file->AppendSeparator();
    file->Append(command_import, tr("&Import a sheet…") + "\tCtrl+I");
    file->Append(command_import_clipboard, tr("Import from the &clipboard…") + "\tCtrl+Shift+V");
    file->Append(command_compare, tr("Compare an &edition of the catalog…") + "\tCtrl+Shift+E");
    file->Append(command_import_clock, tr("Import a clock &file…") + "\tCtrl+Shift+T");
    file->Append(command_clock_differences, tr("&Differences of clock and roll-call…"));
    file->Append(command_import_divisions, tr("Import a list of &townships and villages…"));
    file->Append(command_import_history, tr("&History of imports…"));
    file->AppendSeparator();
    file->Append(command_open_other, tr("&Open another file…") + "\tCtrl+O");
    file->Append(command_change_passphrase, tr("Change the &passphrase…"));
    file->Append(command_give_passphrase, tr("Passphrase of the selected &account…"));
    file->Append(command_hand_over, tr("Hand o&ver an account…"));
    file->Append(command_check_key, tr("Chec&k the recovery key…"));
    file->AppendSeparator();
    file->Append(command_switch_user, tr("S&witch user…") + "\tCtrl+Shift+L");
    file->Append(command_lock, tr("&Lock") + "\tCtrl+L");
    file->Append(wxID_EXIT, tr("E&xit") + "\tCtrl+Q");
    return file;
}

wxMenu* make_edit_menu()
{
    auto* edit = new wxMenu;
    edit->Append(command_undo, tr("&Undo") + "\tCtrl+Z");
    edit->Append(command_redo, tr("&Redo") + "\tCtrl+Y");
    edit->Append(command_step_history, tr("S&teps taken…") + "\tCtrl+Shift+Z");
    edit->AppendSeparator();
    edit->Append(command_search, tr("&Search in all registers…") + "\tCtrl+K");
    edit->AppendSeparator();
    edit->Append(command_delete, tr("&Delete record") + "\tCtrl+D");
    edit->AppendSeparator();
    append_record_menu(*edit);
    edit->Append(command_follow_up, tr("Ma&ke a task of it") + "\tCtrl+T");
    edit->AppendSeparator();
    edit->Append(command_reorganise, tr("Ref&orm of institutions…"));
    edit->Append(command_change_places, tr("Merge, split or mo&ve places…"));
    edit->AppendSeparator();
    edit->Append(wxID_PREFERENCES, tr("Sett&ings…") + "\tCtrl+,");
    return edit;
}

/// As many as one looks over at once; more are parted by area.
constexpr std::size_t pages_in_one_menu = 17;

wxString page_key(std::size_t number)
{
    return number <= 10 ? wxString::Format("\tAlt+%zu", number % 10) : wxString();
}

/// The words with the letter that chooses them in the open menu: A for the first line, B for the
/// next; without one beyond Z.
wxString lettered(const wxString& words, std::size_t line)
{
    constexpr std::size_t letters = 26;
    return line < letters
        ? tr("{1} (&{2})", {from_wx(words), std::string(1, static_cast<char>('A' + line))})
        : words;
}

/// Few pages one after the other, each with its key; many by area, and the first of each has one.
/// What is not of every day stands by area in a menu of its own.
wxMenu* make_view_menu(const Viewer& viewer)
{
    auto* view = new wxMenu;
    const auto groups = page_groups(viewer);
    std::size_t daily = 0;
    for (const auto& group : groups)
        daily += group.further ? 0 : group.pages.size();
    const bool few = daily <= pages_in_one_menu;
    wxMenu* more = nullptr;
    std::size_t number = 0;
    std::size_t line = 0;
    std::size_t line_of_more = 0;
    for (std::size_t area = 1; const auto& group : groups) {
        if (group.further && !more)
            more = new wxMenu;
        const bool flat = (few && !group.further) || !group.label;
        auto* above = group.further ? more : view;
        auto& line_above = group.further ? line_of_more : line;
        auto* pages = flat ? above : new wxMenu;
        for (std::size_t in_area = 0; const auto page : group.pages) {
            const auto key = group.further    ? wxString()
                : few                         ? page_key(number + 1)
                : page == group.pages.front() ? page_key(area)
                                              : wxString();
            pages->Append(command_page + static_cast<int>(number++),
                lettered(page_label(page, viewer.role), flat ? line_above++ : in_area++) + key);
        }
        if (!flat)
            above->AppendSubMenu(pages, lettered(tr(group.label), line_above++));
        ++area;
    }
    if (more)
        view->AppendSubMenu(more, tr("&More registers"));
    view->AppendSeparator();
    view->Append(command_refresh, tr("&Refresh") + "\tF5");
    return view;
}

void make_bar(wxFrame& window, const Viewer& viewer)
{
    auto* sync = new wxMenu;
    sync->Append(command_sync, tr("Sync &now") + "\tF9");
    auto* help = new wxMenu;
    append_help_menu(*help);
    help->Append(wxID_ABOUT, tr("&About Hallkeeper"));
    auto* bar = new wxMenuBar;
    bar->Append(make_file_menu(), tr("&File"));
    bar->Append(make_edit_menu(), tr("&Edit"));
    bar->Append(make_view_menu(viewer), tr("&View"));
    bar->Append(make_list_menu(), tr("&List"));
    bar->Append(sync, tr("S&ync"));
    bar->Append(help, tr("&Help"));
    window.SetMenuBar(bar);
}

/// What is done with one record, and the word on it.
struct RecordTool {
    int id;
    const char* drawing;
    const char* label;
    const char* help;
};

constexpr std::array tools_of_records{
    RecordTool{command_new, "new", model::msgid("New"),
        model::msgid("A new record of this register (Ctrl+N)")},
    RecordTool{
        command_save, "save", model::msgid("Save"), model::msgid("Save this record (Ctrl+S)")},
    RecordTool{command_delete, "delete", model::msgid("Delete"),
        model::msgid("Put this record into the recycle bin (Ctrl+D)")},
};

void make_tools(wxFrame& window)
{
    auto* bar = window.CreateToolBar(wxTB_TEXT | wxTB_HORZ_LAYOUT | wxTB_FLAT);
    bar->SetName("tools");
    const auto add = [&](int id, const char* drawing, const wxString& label, const wxString& help) {
        bar->AddTool(id, label, icon(drawing, tool_icon), help);
    };
    for (const auto& tool : tools_of_records)
        add(tool.id, tool.drawing, tr(tool.label), tr(tool.help));
    bar->AddSeparator();
    add(command_undo, "undo", tr("Undo"), tr("Take back the last step (Ctrl+Z)"));
    add(command_redo, "redo", tr("Redo"), tr("Do the step again (Ctrl+Y)"));
    bar->AddSeparator();
    add(command_search, "search", tr("Search"), tr("Search in all registers (Ctrl+K)"));
    add(command_import, "import", tr("Import"), tr("Take in a sheet (Ctrl+I)"));
    bar->AddSeparator();
    add(command_sync, "sync", tr("Sync"), tr("Exchange with the county (F9)"));
    bar->Realize();
}

void bind(wxFrame& window, const MainCommands& commands)
{
    const auto on = [&window](int id, const std::function<void()>& work) {
        window.Bind(
            wxEVT_MENU, [&window, work](wxCommandEvent&) { guarded(&window, work); }, id);
    };
    const auto on_page = [&](int id, const std::function<void(RecordPage&)>& work) {
        on(id, [page = commands.page, work] {
            if (auto* shown = page())
                work(*shown);
        });
    };
    on_page(command_new, &RecordPage::add);
    on_page(command_save, [](RecordPage& page) { page.save(); });
    on_page(command_delete, &RecordPage::remove);
    on(command_newcomer, commands.newcomer);
    on(command_import, commands.import_sheet);
    on(command_import_clipboard, commands.import_clipboard);
    on(command_import_history, commands.import_history);
    on(command_import_divisions, commands.import_divisions);
    on(command_compare, commands.compare_catalog);
    on(command_import_clock, commands.import_clock);
    on(command_clock_differences, commands.clock_differences);
    on(command_reorganise, commands.reorganise);
    on(command_change_places, commands.change_places);
    on(command_follow_up, commands.follow_up);
    on(command_undo, commands.undo);
    // What is typed can be taken back before there is a step.
    window.Bind(
        wxEVT_UPDATE_UI,
        [can_undo = commands.can_undo](wxUpdateUIEvent& event) { event.Enable(can_undo()); },
        command_undo);
    on(command_redo, commands.redo);
    on(command_step_history, commands.step_history);
    on(command_search, commands.search);
    on(command_refresh, commands.refresh);
    on(command_sync, commands.sync);
    const auto on_if_possible = [&](int id, const std::function<void()>& work) {
        window.GetMenuBar()->Enable(id, bool(work));
        if (work)
            on(id, work);
    };
    on_if_possible(command_open_other, commands.open_other);
    on_if_possible(command_switch_user, commands.switch_user);
    on_if_possible(command_change_passphrase, commands.change_passphrase);
    on_if_possible(command_give_passphrase, commands.give_passphrase);
    on_if_possible(command_hand_over, commands.hand_over);
    on_if_possible(command_check_key, commands.check_recovery_key);
    on_if_possible(command_lock, commands.lock);
    on(wxID_EXIT, [&window] { window.Close(); });
    on(wxID_PREFERENCES, commands.settings);
    on(wxID_ABOUT, commands.about);
    for (std::size_t i = 0; i < page_names().size(); ++i)
        on(command_page + static_cast<int>(i), [show = commands.show_page, i] { show(i); });
    bind_record_menu(window, commands.page);
    bind_list_menu(window,
        {.page = commands.page,
            .figures = commands.figures,
            .change_rows = commands.change_rows,
            .paste_rows = commands.paste_rows});
}

/// What is grey because the account may not says so where the mouse rests on it.
void leave_what_he_may(
    wxMenuBar& bar, wxToolBar& tools, const Viewer& viewer, const model::EntityDef* shown)
{
    const auto& permission = viewer.permission;
    const auto adds = [&](const model::EntityDef* def) {
        return model::may_add(permission, viewer.role, *def);
    };
    const auto fills_in = [&](const model::EntityDef* def) {
        return model::may_fill_in(permission, viewer.role, *def);
    };
    const auto leave = [&](int id, bool may, bool is_there, const wxString& help,
                           const model::Message& why_not) {
        const auto why =
            tr(may ? model::Message{model::msgid("Open the page of a register first")} : why_not);
        allow_item(bar, id, may && is_there, why);
        if (!tools.FindById(id))
            return;
        tools.EnableTool(id, may && is_there);
        tools.SetToolShortHelp(id, may && is_there ? help : why);
    };
    const auto why_not = permission.why_not(model::Action::enter);
    const bool may_here = !shown || fills_in(shown);
    const bool may_add = !shown || model::may_add(permission, viewer.role, *shown);
    const auto why_not_add = shown ? model::why_not_add(permission, viewer.role, *shown) : why_not;
    for (const auto& tool : tools_of_records)
        leave(tool.id, tool.id == command_save ? may_here : may_add, shown, tr(tool.help),
            why_not_add);
    if (!may_here)
        forbid_list_changes(bar, tr(why_not_add));
    const bool may_import = std::ranges::any_of(model::hall_catalog().all(), fills_in);
    leave(command_import, may_import, true, tr("Take in a sheet (Ctrl+I)"), why_not);
    leave(command_import_clipboard, may_import, true, {}, why_not);
    leave(command_reorganise, adds(&model::def_of<model::Unit>()), true, {}, why_not);
    leave(command_newcomer, adds(&model::def_of<model::Person>()), true, {}, why_not);
    leave(command_change_places, adds(&model::def_of<model::Place>()), true, {}, why_not);
    leave(command_follow_up, adds(&model::def_of<model::Task>()), true, {}, why_not);
    leave(command_import_divisions, fills_in(&model::def_of<model::Place>()), true, {}, why_not);
    leave(command_compare, adds(&model::def_of<model::Item>()), true, {}, why_not);
    for (const int id : {int(command_import_clock), int(command_clock_differences)})
        leave(id, adds(&model::def_of<model::AttendanceDay>()), true, {}, why_not);
    const bool manages = permission.may(model::Action::accounts);
    for (const int id : {int(command_give_passphrase), int(command_hand_over)})
        if (!manages || !bar.FindItem(id)->GetHelp().empty()) // else it stays as it was wired
            allow_item(bar, id, manages, tr(permission.why_not(model::Action::accounts)));
}

} // namespace

void make_main_menu(wxFrame& window, const Viewer& viewer, const MainCommands& commands)
{
    make_bar(window, viewer);
    make_tools(window);
    bind(window, commands);
}

void forbid_changes(wxFrame& window)
{
    const auto why = tr("This is a copy, in which nothing can be changed");
    for (const int id : {int(command_new), int(command_newcomer), int(command_import),
             int(command_import_clipboard), int(command_import_history),
             int(command_import_divisions), int(command_compare), int(command_import_clock),
             int(command_clock_differences), int(command_reorganise), int(command_change_places),
             int(command_follow_up), int(command_save), int(command_delete), int(command_undo),
             int(command_redo), int(command_step_history), int(command_search), int(command_sync),
             int(command_open_other), int(command_switch_user), int(command_change_passphrase),
             int(command_give_passphrase), int(command_hand_over), int(command_check_key),
             int(wxID_PREFERENCES)}) {
        allow_item(*window.GetMenuBar(), id, false, why);
        window.GetToolBar()->EnableTool(id, false);
        if (window.GetToolBar()->FindById(id))
            window.GetToolBar()->SetToolShortHelp(id, why);
    }
    forbid_record_changes(*window.GetMenuBar(), why);
    forbid_list_changes(*window.GetMenuBar(), why);
}

void show_pages_of(wxFrame& window, const Viewer& viewer)
{
    auto& bar = *window.GetMenuBar();
    constexpr std::size_t view_menu = 2;
    const std::unique_ptr<wxMenu> before(
        bar.Replace(view_menu, make_view_menu(viewer), tr("&View")));
}

bool update_main_menu(
    wxFrame& window, model::Editor& editor, const model::EntityDef* shown, bool figures)
{
    auto& bar = *window.GetMenuBar();
    auto& tools = *window.GetToolBar();
    const auto set = [&](int id, const std::optional<model::StepName>& step, const char* verb,
                         const char* with_step, const char* help, const char* nothing,
                         const char* keys) {
        // An ampersand in a name is no mark of a key.
        auto words = step ? to_wx(model::words_of(*step, language())) : wxString();
        const auto tip = step ? tr(help, {from_wx(words)}) + " (" + keys + ')' : tr(nothing);
        words.Replace("&", "&&");
        const auto label = step ? tr(with_step, {from_wx(words)}) : tr(verb);
        if (const auto now = label + '\t' + keys; bar.FindItem(id)->GetItemLabel() != now)
            bar.SetLabel(id, now);
        bar.Enable(id, step.has_value());
        tools.SetToolShortHelp(id, tip);
    };
    const auto undoable = editor.undoable();
    const auto redoable = editor.redoable();
    set(command_undo, undoable, model::msgid("&Undo"), model::msgid("&Undo: {1}"),
        model::msgid("Undo: {1}"), model::msgid("There is nothing to take back"), "Ctrl+Z");
    set(command_redo, redoable, model::msgid("&Redo"), model::msgid("&Redo: {1}"),
        model::msgid("Redo: {1}"), model::msgid("There is nothing to do again"), "Ctrl+Y");
    enable_record_menu(bar, shown);
    enable_list_menu(bar, shown);
    if (figures)
        enable_output(bar);
    leave_what_he_may(bar, tools, Viewer(editor), shown);
    tools.EnableTool(command_undo, undoable.has_value());
    tools.EnableTool(command_redo, redoable.has_value());
    return undoable.has_value();
}

} // namespace views
