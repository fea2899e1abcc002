#include "views/shell/list_menu.h"

#include "views/list/record_list.h"
#include "views/shell/output_page.h"
#include "views/shell/record_page.h"
#include "views/widgets/errors.h"
#include "views/widgets/platform_menu.h"
#include "views/widgets/tr.h"

#include <wx/menu.h>
#include <wx/window.h>

namespace views {

namespace {

constexpr int after_the_window = 500; ///< of the window's own commands

enum Command {
    command_find = wxID_HIGHEST + after_the_window,
    command_filter,
    command_conflicts,
    command_findings,
    command_check,
    command_show_all,
    command_sort,
    command_columns,
    command_group,
    command_fold,
    command_open,
    command_views,
    command_save_view,
    command_manage_views,
    command_copy,
    command_paste,
    command_change,
    command_export,
    command_staff,
    command_print,
    command_end,
};

void on_command(wxEvtHandler& window, int id, const std::function<void()>& work)
{
    window.Bind(
        wxEVT_MENU,
        [&window, work](wxCommandEvent&) { guarded(dynamic_cast<wxWindow*>(&window), work); }, id);
}

} // namespace

wxMenu* make_list_menu()
{
    auto* list = new wxMenu;
    list->Append(command_find, tr("&Find in all columns") + "\tCtrl+F");
    list->Append(command_filter, tr("Filter by &one column") + "\tCtrl+Shift+F");
    list->Append(command_conflicts, tr("Only rows w&ith conflicts") + "\tCtrl+Shift+K");
    list->Append(command_findings, tr("Only rows with fi&ndings") + "\tCtrl+Shift+J");
    list->Append(command_show_all, tr("Show &all again") + "\tF8");
    list->AppendSeparator();
    list->Append(command_check, tr("Chec&k the list") + "\tF6");
    list->AppendSeparator();
    list->Append(command_sort, tr("&Sort…"));
    list->Append(command_columns, tr("&Columns…"));
    list->Append(command_group, tr("&Group by this column") + "\tCtrl+G");
    list->Append(command_fold, tr("Fold all groups &up") + "\tCtrl+-");
    list->Append(command_open, tr("Open al&l groups") + "\tCtrl+=");
    list->AppendSeparator();
    list->Append(command_views, tr("Choose a &view") + "\tF7");
    list->Append(command_save_view, tr("Save as a vie&w…") + "\tCtrl+Shift+S");
    list->Append(command_manage_views, tr("&Manage views…"));
    list->AppendSeparator();
    list->Append(command_copy, tr("Co&py the selected rows (Ctrl+C in the list)"));
    list->Append(command_paste, tr("Pas&te over the list… (Ctrl+V in the list)"));
    list->Append(command_change, tr("Change the selected &rows…") + "\tCtrl+B");
    list->AppendSeparator();
    list->Append(command_export, tr("&Export what is shown…") + "\tCtrl+E");
    list->Append(command_staff, tr("Roster of staff to han&d out…"));
    list->Append(command_print, tr("Print w&hat is shown…") + "\tCtrl+P");
    return list;
}

void bind_list_menu(wxEvtHandler& window, const ListCommands& commands)
{
    using Work = void (RecordList::*)();
    constexpr std::pair<int, Work> works[] = {
        {command_find, &RecordList::focus_filter},
        {command_filter, &RecordList::focus_column_filters},
        {command_show_all, &RecordList::clear_filters},
        {command_sort, &RecordList::ask_order},
        {command_columns, &RecordList::ask_columns},
        {command_conflicts, &RecordList::switch_conflicts},
        {command_findings, &RecordList::switch_findings},
        {command_check, &RecordList::check},
        {command_group, &RecordList::switch_groups},
        {command_fold, &RecordList::fold_groups},
        {command_open, &RecordList::open_groups},
        {command_views, &RecordList::choose_view},
        {command_save_view, &RecordList::save_view},
        {command_manage_views, &RecordList::manage_views},
        {command_copy, &RecordList::copy},
        {command_export, &RecordList::export_shown},
        {command_staff, &RecordList::export_staff},
        {command_print, &RecordList::print},
    };
    using OfFigures = void (OutputPage::*)();
    constexpr std::pair<int, OfFigures> of_figures[] = {
        {command_copy, &OutputPage::copy},
        {command_export, &OutputPage::export_shown},
        {command_print, &OutputPage::print},
    };
    for (const auto& [id, work] : works) {
        OfFigures other = nullptr;
        for (const auto& [same, figures_work] : of_figures)
            if (same == id)
                other = figures_work;
        on_command(
            window, id, [page = commands.page, figures = commands.figures, work = work, other] {
                if (auto* shown = page())
                    (shown->list().*work)();
                else if (auto* table = other && figures ? figures() : nullptr)
                    (table->*other)();
            });
    }
    on_command(window, command_change, commands.change_rows);
    on_command(window, command_paste, commands.paste_rows);
}

void forbid_list_changes(wxMenuBar& bar, const wxString& why)
{
    for (const int id : {int(command_paste), int(command_change)})
        allow_item(bar, id, false, why);
}

void enable_output(wxMenuBar& bar)
{
    for (const int id : {int(command_copy), int(command_export), int(command_print)})
        allow_item(bar, id, true, {});
}

void enable_list_menu(wxMenuBar& bar, const model::EntityDef* shown)
{
    for (int id = command_find; id < command_end; ++id)
        allow_item(bar, id, shown, tr("Open the page of a register first"));
    if (shown)
        allow_item(bar, command_staff, has_staff(*shown),
            tr("Open the page of people or of postings first: the roster is made of it"));
}

} // namespace views
