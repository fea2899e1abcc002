#include "views/shell/main_frame.h"

#include "model/entities/catalog.h"
#include "model/store/drafts.h"
#include "model/store/search_index.h"
#include "views/conflicts/conflict_page.h"
#include "views/help/help_menu.h"
#include "views/import/import_history.h"
#include "views/import/import_wizard.h"
#include "views/list/record_list.h"
#include "views/shell/list_menu.h"
#include "views/shell/navigation.h"
#include "views/shell/record_menu.h"
#include "views/shell/record_page.h"
#include "views/shell/row_commands.h"
#include "views/shell/search_box.h"
#include "views/shell/settings_dialog.h"
#include "views/shell/sync_page.h"
#include "views/widgets/icons.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/display.h>
#include <wx/menu.h>
#include <wx/msgdlg.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/statusbr.h>
#include <wx/toolbar.h>

#include <algorithm>

namespace views {

namespace {

constexpr int tick = 2000; ///< milliseconds between two looks for what other programs wrote
constexpr std::int64_t hits_of_a_register = 8;
constexpr int indexed_at_once = 200; ///< records, in some milliseconds

enum Command {
    command_new = wxID_HIGHEST + 1,
    command_import,
    command_import_clipboard,
    command_import_history,
    command_save,
    command_delete,
    command_undo,
    command_redo,
    command_search,
    command_refresh,
    command_sync,
    command_page, ///< and one more for each page
};

/// The parts of the status bar; the first is for what was just done.
enum StatusPart { said, unsent, acknowledged, conflicts, office, parts };

/// So many DIPs, or as many as the screen has.
wxSize on_screen(const wxWindow& window, wxSize dips)
{
    const auto room = wxDisplay(wxDisplay::GetFromWindow(&window) == wxNOT_FOUND
            ? 0u
            : static_cast<unsigned>(wxDisplay::GetFromWindow(&window)))
                          .GetClientArea()
                          .GetSize();
    auto size = window.FromDIP(dips);
    size.DecTo(room);
    return size;
}

} // namespace

MainFrame::MainFrame(Desk desk)
    : wxFrame(nullptr, wxID_ANY, {})
    , desk_(std::move(desk))
    , ticks_(this)
{
    const auto self = desk_.editor.store().self();
    SetTitle(tr("{1} - Hallkeeper", {self.office}));
    SetName("main");
    take_letter_size(*this);
    SetIcons(program_icons());
    SetSize(on_screen(*this, {1360, 740}));
    SetMinSize(on_screen(*this, {800, 520}));
    make_menus();
    make_tools();
    CreateStatusBar(parts);
    GetStatusBar()->SetName("status");
    make_body();
    Centre();

    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look_for_others(); });
    Bind(wxEVT_CHAR_HOOK, &MainFrame::on_key, this);
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        auto* page = record_page();
        if (event.CanVeto() && page && !page->may_leave())
            return event.Veto();
        event.Skip();
    });
    data_version_ = desk_.data_version();
    ticks_.Start(tick);
    prepare_search();
    show_page(std::string(page_names().front()));
}

void MainFrame::on_command(int id, std::function<void()> work)
{
    Bind(
        wxEVT_MENU, [this, work = std::move(work)](wxCommandEvent&) { guarded(this, work); }, id);
}

void MainFrame::make_menus()
{
    auto* file = new wxMenu;
    file->Append(command_new, tr("&New record") + "\tCtrl+N");
    file->Append(command_save, tr("&Save") + "\tCtrl+S");
    file->AppendSeparator();
    file->Append(command_import, tr("&Import a sheet…") + "\tCtrl+I");
    file->Append(command_import_clipboard, tr("Import from the &clipboard…") + "\tCtrl+Shift+V");
    file->Append(command_import_history, tr("&History of imports…"));
    file->AppendSeparator();
    file->Append(wxID_EXIT, tr("E&xit") + "\tCtrl+Q");
    auto* edit = new wxMenu;
    edit->Append(command_undo, tr("&Undo") + "\tCtrl+Z");
    edit->Append(command_redo, tr("&Redo") + "\tCtrl+Y");
    edit->AppendSeparator();
    edit->Append(command_search, tr("&Search in all registers…") + "\tCtrl+K");
    edit->AppendSeparator();
    edit->Append(command_delete, tr("&Delete record") + "\tCtrl+D");
    edit->AppendSeparator();
    append_record_menu(*edit);
    edit->AppendSeparator();
    edit->Append(wxID_PREFERENCES, tr("Se&ttings…") + "\tCtrl+,");
    auto* view = new wxMenu;
    for (int i = 0; const auto name : page_names()) {
        const auto* def = model::hall_catalog().find(name);
        const auto label = def ? tr(def->plural) : name == sync_page ? tr("Sync") : tr("Conflicts");
        const auto keys = i < 9 ? wxString::Format("\tAlt+%d", i + 1) : wxString("\tAlt+0");
        view->Append(command_page + i, label + keys);
        on_command(command_page + i++, [this, page = std::string(name)] { show_page(page); });
    }
    view->AppendSeparator();
    view->Append(command_refresh, tr("&Refresh") + "\tF5");
    auto* list = make_list_menu();
    auto* sync = new wxMenu;
    sync->Append(command_sync, tr("Sync &now") + "\tF9");
    auto* help = new wxMenu;
    append_help_menu(*help);
    help->Append(wxID_ABOUT, tr("&About Hallkeeper"));

    auto* bar = new wxMenuBar;
    bar->Append(file, tr("&File"));
    bar->Append(edit, tr("&Edit"));
    bar->Append(view, tr("&View"));
    bar->Append(list, tr("&List"));
    bar->Append(sync, tr("S&ync"));
    bar->Append(help, tr("&Help"));
    SetMenuBar(bar);

    on_command(command_new, [this] { record_page() ? record_page()->add() : void(); });
    on_command(command_save, [this] { record_page() ? (void)record_page()->save() : void(); });
    bind_record_menu(*this, [this] { return record_page(); });
    on_command(command_delete, [this] { record_page() ? record_page()->remove() : void(); });
    on_command(command_import, [this] { import_sheet(false); });
    on_command(command_import_clipboard, [this] { import_sheet(true); });
    on_command(command_import_history, [this] { import_history(); });
    on_command(command_undo, [this] { undo(); });
    on_command(command_redo, [this] { redo(); });
    on_command(command_search, [this] { search(); });
    on_command(command_refresh, [this] { refresh(); });
    bind_list_menu(*this,
        {.page = [this] { return record_page(); },
            .change_rows = [this] { change_rows(); },
            .paste_rows = [this] { paste_rows(); }});
    on_command(command_sync, [this] { this->sync(); });
    on_command(wxID_PREFERENCES, [this] { settings(); });
    on_command(wxID_EXIT, [this] { Close(); });
    bind_help_menu(*this, [this] { return page_; });
    on_command(wxID_ABOUT, [this] { about(); });
}

void MainFrame::make_tools()
{
    auto* bar = CreateToolBar(wxTB_TEXT | wxTB_HORZ_LAYOUT | wxTB_FLAT);
    bar->SetName("tools");
    const auto add = [&](int id, const char* drawing, const wxString& label, const wxString& help) {
        bar->AddTool(id, label, icon(drawing, tool_icon), help);
    };
    add(command_new, "new", tr("New"), tr("A new record of this register (Ctrl+N)"));
    add(command_save, "save", tr("Save"), tr("Save this record (Ctrl+S)"));
    add(command_delete, "delete", tr("Delete"),
        tr("Put this record into the recycle bin (Ctrl+D)"));
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

void MainFrame::make_body()
{
    auto* splitter =
        new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE);
    splitter->SetName("body");
    navigation_ = new Navigation(splitter);
    book_ = new wxSimplebook(splitter);
    splitter->SetMinimumPaneSize(FromDIP(120));
    splitter->SplitVertically(navigation_, book_, word_width(*this, 180));
    navigation_->on_choose = [this](const std::string& page) { return show_page(page); };
}

wxWindow* MainFrame::make_page(const std::string& name)
{
    if (name == sync_page) {
        sync_ = new SyncPage(book_, desk_.sync, background_);
        sync_->on_done = [this] {
            refresh();
            prepare_search();
        };
        return sync_;
    }
    if (name == conflicts_page) {
        conflicts_ = new ConflictPage(book_, desk_.conflicts, desk_.editor.store());
        conflicts_->on_written = [this] { show_status(); };
        conflicts_->on_open_record = [this](
                                         const auto& def, const auto& id) { open_record(def, id); };
        return conflicts_;
    }
    const auto* def = model::hall_catalog().find(name);
    if (!def)
        return nullptr;
    auto* page = new RecordPage(book_, *def, desk_.editor,
        {.settings = desk_.settings,
            .thread = &reader_,
            .with_file = desk_.with_file,
            .conflicting = [this, def] { return records_in_conflict(desk_.conflicts, *def); }});
    page->on_written = [this] {
        data_version_ = desk_.data_version();
        show_status();
    };
    page->on_say = [this](const wxString& text) { say(text); };
    page->on_open_record = [this](const auto& other, const auto& id) { open_record(other, id); };
    page->on_decide = [this](const auto& id) { open_conflict(id); };
    page->list().on_paste = [this] { paste_rows(); };
    page->list().on_menu = [this] {
        const std::unique_ptr<wxMenu> menu(make_list_menu());
        PopupMenu(menu.get());
    };
    return page;
}

bool MainFrame::show_page(const std::string& name)
{
    if (name == page_)
        return true;
    if (auto* page = record_page(); page && !page->may_leave())
        return false;
    auto found = pages_.find(name);
    const bool is_new = found == pages_.end();
    if (is_new) {
        auto* page = make_page(name);
        if (!page)
            return false;
        book_->AddPage(page, name);
        found = pages_.emplace(name, page).first;
    }
    page_ = name;
    book_->SetSelection(static_cast<std::size_t>(book_->FindPage(found->second)));
    navigation_->mark(name);
    say({});
    refresh();
    if (auto* page = record_page(); page && is_new)
        guarded(this, [page] { page->open_first(); });
    if (!navigation_->has_keyboard())
        take_keyboard();
    return true;
}

/// Where the keyboard works on the page: its list, or its button.
void MainFrame::take_keyboard()
{
    if (auto* page = record_page())
        page->list().focus_table();
    else if (page_ == sync_page)
        sync_->focus();
    else
        conflicts_->focus();
}

RecordPage* MainFrame::record_page()
{
    const auto found = pages_.find(page_);
    return found == pages_.end() ? nullptr : dynamic_cast<RecordPage*>(found->second);
}

void MainFrame::refresh()
{
    guarded(this, [this] {
        if (auto* page = record_page())
            page->refresh();
        else if (page_ == conflicts_page)
            conflicts_->refresh();
        else if (page_ == sync_page)
            sync_->refresh();
        data_version_ = desk_.data_version();
        show_status();
    });
}

/// A nil id is for the register itself.
void MainFrame::open_record(const model::EntityDef& def, const model::Uuid& id)
{
    if (page_ == def.name && !record_page()->may_leave())
        return;
    if (!show_page(std::string(def.name)) || id.is_nil())
        return;
    record_page()->open(id);
    record_page()->list().focus_table();
}

void MainFrame::open_conflict(const model::Hash128& id)
{
    if (show_page(std::string(conflicts_page)))
        conflicts_->select(id);
}

void MainFrame::resume_draft()
{
    const auto draft = model::Drafts(desk_.editor.store(), desk_.editor.account()).newest();
    if (!draft)
        return;
    show_page(std::string(draft->def->name));
    record_page()->form().focus_first();
}

/// So that the first search after a large import or sync need not wait for the index. Piece by
/// piece, so that neither a search nor the end of the program waits for all of it.
void MainFrame::prepare_search()
{
    if (desk_.index)
        searcher_.run(
            this, desk_.index,
            [this](bool more) {
                if (more)
                    prepare_search();
            },
            [](const std::exception_ptr&) {}); // who searches will be told
}

void MainFrame::sync()
{
    if (show_page(std::string(sync_page)))
        sync_->start();
}

void MainFrame::search()
{
    // What was just entered here is indexed here: written elsewhere it would look like the work of
    // another program, and lists would be read anew.
    model::index_changes(desk_.editor.store(), indexed_at_once);
    if (!search_) {
        auto find = desk_.search;
        if (!find)
            find = [this](const std::string& typed) {
                return model::search(desk_.editor.store(), typed, hits_of_a_register);
            };
        search_ = new SearchBox(this, find, desk_.search ? &searcher_ : nullptr);
        search_->on_open = [this](const auto& def, const auto& id) {
            Raise();
            guarded(this, [&] { open_record(def, id); });
        };
    }
    search_->appear();
}

/// GTK's lists and texts take these for themselves before the menu hears of them.
void MainFrame::on_key(wxKeyEvent& event)
{
    const bool is_ours = event.GetModifiers() == wxMOD_CONTROL && record_page();
    if (is_ours && event.GetKeyCode() == 'N')
        guarded(this, [this] { record_page()->add(); });
    else if (event.GetModifiers() == wxMOD_CONTROL && event.GetKeyCode() == 'K')
        guarded(this, [this] { search(); });
    else if (is_ours
        && (event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER))
        guarded(this, [this] { record_page()->save_and_go_on(); });
    else if (is_ours && event.GetKeyCode() == 'F')
        record_page()->list().focus_filter();
    else
        event.Skip();
}

/// Another program, such as hallctl, may work with the same file.
void MainFrame::look_for_others()
{
    if (desk_.data_version() != data_version_)
        refresh();
}

void MainFrame::say(const wxString& text)
{
    SetStatusText(text, said);
}

void MainFrame::show_status()
{
    const auto status = desk_.sync.status();
    const auto self = desk_.editor.store().self();
    const std::array<wxString, parts> texts{wxString(),
        tr("Not sent: {1}", {std::to_string(status.unsent)}),
        tr("Last acknowledged: {1}", {from_wx(acknowledged_text(status))}),
        tr("Conflicts: {1}", {std::to_string(status.conflicts)}),
        to_wx(self.office + "  " + desk_.editor.account().name)};
    std::array<int, parts> widths{-1};
    for (int i = unsent; i < parts; ++i) {
        const auto at = static_cast<std::size_t>(i);
        SetStatusText(texts[at], i);
        widths[at] = GetStatusBar()->GetTextExtent(texts[at]).x + FromDIP(20);
    }
    widths[office] += FromDIP(40); // the grip at the corner
    SetStatusWidths(parts, widths.data());
    navigation_->show_conflicts(status.conflicts);
    update_menus();
}

void MainFrame::update_menus()
{
    const auto set = [this](int id, const std::optional<model::StepName>& step, const char* verb,
                         const char* with_step, const char* keys) {
        const auto label =
            step ? tr(with_step, {model::render(step->label, language())}) : tr(verb);
        GetMenuBar()->SetLabel(id, label + keys);
        GetMenuBar()->Enable(id, step.has_value());
    };
    // While the user types, undo takes back what he typed, so it stays available.
    set(command_undo, desk_.editor.undoable(), model::msgid("&Undo"), model::msgid("&Undo: {1}"),
        "\tCtrl+Z");
    set(command_redo, desk_.editor.redoable(), model::msgid("&Redo"), model::msgid("&Redo: {1}"),
        "\tCtrl+Y");
    GetMenuBar()->Enable(command_undo, true);
    const bool is_register = record_page();
    for (const int id : {int(command_new), int(command_save), int(command_delete)}) {
        GetMenuBar()->Enable(id, is_register);
        GetToolBar()->EnableTool(id, is_register);
    }
    enable_record_menu(*GetMenuBar(), is_register);
    enable_list_menu(*GetMenuBar(), is_register);
    GetToolBar()->EnableTool(command_redo, desk_.editor.redoable().has_value());
}

void MainFrame::told(
    const std::optional<model::Outcome>& outcome, const char* done, const char* nothing)
{
    refresh();
    if (!outcome)
        return say(tr(nothing));
    if (!outcome->findings.empty())
        return say(tr(outcome->findings.front().message));
    say(tr(done));
}

void MainFrame::undo()
{
    auto* page = record_page();
    if (page && page->put_back_focused())
        return say(tr("The entry in this field is taken back"));
    if (page && page->is_changed())
        return say(tr("Save this record first, or give its entries up with Esc"));
    told(desk_.editor.undo(), model::msgid("The step is taken back"),
        model::msgid("There is nothing to take back"));
}

void MainFrame::redo()
{
    if (auto* page = record_page(); page && page->is_changed())
        return say(tr("Save this record first, or give its entries up with Esc"));
    told(desk_.editor.redo(), model::msgid("The step is done again"),
        model::msgid("There is nothing to do again"));
}

void MainFrame::change_rows()
{
    auto* page = record_page();
    if (page && page->may_leave())
        told_of(views::change_rows(this, desk_, page->def(), page->list()));
}

void MainFrame::paste_rows()
{
    auto* page = record_page();
    if (page && page->may_leave())
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

/// Into the register that is shown, unless the user chooses another.
void MainFrame::import_sheet(bool from_clipboard)
{
    if (auto* page = record_page(); page && !page->may_leave())
        return;
    const auto* def = model::hall_catalog().find(page_);
    ImportWizard wizard(this, desk_, def ? *def : *model::hall_catalog().all().front());
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
    if (auto* page = record_page(); page && !page->may_leave())
        return;
    ImportHistory history(this, desk_);
    history.ShowModal();
    if (history.has_written())
        refresh();
}

void MainFrame::settings()
{
    if (auto* page = record_page(); page && !page->may_leave())
        return;
    if (ask_settings(this, desk_.settings) && desk_.show_anew)
        desk_.show_anew(page_);
}

void MainFrame::about()
{
    wxMessageDialog dialog(this, tr("Hallkeeper"), tr("About Hallkeeper"), wxOK);
    dialog.SetExtendedMessage(
        tr("The registers of a government service hall: places, windows, staff and items.\n\nData "
           "file: {1}",
            {desk_.file}));
    dialog.SetOKLabel(tr("OK"));
    dialog.ShowModal();
}

} // namespace views
