#include "views/shell/main_frame.h"

#include "model/entities/place.h"
#include "model/entities/unit.h"
#include "model/store/drafts.h"
#include "views/board/board_watch.h"
#include "views/help/help_menu.h"
#include "views/list/record_list.h"
#include "views/shell/appearance.h"
#include "views/shell/backup_bar.h"
#include "views/shell/copy_note.h"
#include "views/shell/exit_work.h"
#include "views/shell/list_menu.h"
#include "views/shell/main_menu.h"
#include "views/shell/navigation.h"
#include "views/shell/pages.h"
#include "views/shell/questions.h"
#include "views/shell/record_page.h"
#include "views/shell/record_tabs.h"
#include "views/shell/screen_lock.h"
#include "views/shell/search_box.h"
#include "views/shell/self_syncing.h"
#include "views/shell/sync_light.h"
#include "views/widgets/icons.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_look.h"
#include "views/widgets/tr.h"

#include <wx/display.h>
#include <wx/menu.h>
#include <wx/msgdlg.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/statusbr.h>

#include <array>
#include <memory>

namespace views {

namespace {

const wxSize wanted{1360, 740};
constexpr int tick = 2000; ///< milliseconds between two looks for what other programs wrote

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
    , viewer_(viewer_of(desk_))
    , copies_(desk_.opened_copies)
    , ticks_(this)
{
    const auto self = desk_.editor.store().self();
    SetTitle(is_copy()
            ? tr("COPY of {1}, only to look at: {2} - Hallkeeper", {desk_.copy_of, self.office})
            : tr("{1} - Hallkeeper", {self.office}));
    SetName("main");
    SetIcons(program_icons());
    SetSize(on_screen(*this, wanted));
    SetMinSize(on_screen(*this, {800, 520}));
    make_menus();
    CreateStatusBar(parts);
    GetStatusBar()->SetName("status");
    make_body();
    Centre();
    if (GetSize() != FromDIP(wanted))
        Maximize(); // it fills the screen anyway

    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { on_tick(); });
    Bind(wxEVT_CHAR_HOOK, &MainFrame::on_key, this);
    Bind(wxEVT_CLOSE_WINDOW, &MainFrame::on_close, this);
    data_version_ = desk_.data_version();
    // First of all: the page reads its rows while the rest is made.
    if (desk_.page.empty() || !show_page(desk_.page))
        show_page(std::string(page_names(viewer_).front()));
    make_watches();
    prepare_search();
    pages_->look_at_log();
    backup_bar_->look();
    ticks_.Start(tick);
}

/// What looks after the file by itself: the sync's schedule, and the lock.
void MainFrame::make_watches()
{
    if (desk_.sync.schedule && desk_.sync.run)
        self_syncing_ = std::make_unique<SelfSyncing>(desk_.sync);
    if (desk_.access.lock.unlock) {
        lock_ = std::make_unique<ScreenLock>(desk_.access.lock, desk_.editor.account().name,
            read_appearance(desk_.settings).lock_after);
        lock_->dialogs = [this] { return dialogs_.count(); };
        lock_->on_lock = [this] {
            pages_->hide_revealed();
            copies_.remove_all();
        };
    }
}

MainFrame::~MainFrame()
{
    pages_->stop_sync(); // the threads are waited for
}

void MainFrame::on_close(wxCloseEvent& event)
{
    // A file that cannot be read any more keeps nobody here.
    guarded(this, [&] {
        if (event.CanVeto() && !may_close_file())
            event.Veto();
    });
    if (event.GetVeto())
        return;
    ticks_.Stop();
    Hide(); // while what still runs comes to its end
    event.Skip();
}

bool MainFrame::may_close_file()
{
    return pages_->may_close()
        && (is_sent() || ExitWork(this, sending(desk_.sync), background_).ShowModal() == wxID_OK)
        && (is_backed_up()
            || ExitWork(this, backing_up(desk_.backups), copier_).ShowModal() == wxID_OK);
}

/// Or the settings do not ask for it.
bool MainFrame::is_backed_up()
{
    return !desk_.backups.run || !desk_.backups.settings().on_exit || !backup_bar_->is_behind();
}

/// Or the schedule does not ask for it.
bool MainFrame::is_sent()
{
    if (!self_syncing_ || !desk_.sync.schedule().on_exit)
        return true;
    const auto status = desk_.sync.status();
    return !status.enrolled || status.unsent + status.contents_to_send == 0;
}

/// A dialog over the window is not disturbed: what a sync brings would change what it asks about.
/// The one of the lock asks about nothing, and a sync may go on beneath it.
void MainFrame::on_tick()
try {
    const bool is_locked = lock_ && lock_->is_locked();
    if (dialogs_.count() > (is_locked ? 1 : 0))
        return;
    if (is_locked)
        owes_refresh_ = true;
    else if (owes_refresh_)
        refresh();
    else
        look_for_others();
    if (self_syncing_ && self_syncing_->is_due())
        pages_->sync_beside();
} catch (...) {
    ticks_.Stop(); // told once; F5 begins again
    show_error(this, std::current_exception());
}

void MainFrame::make_menus()
{
    const auto& access = desk_.access;
    const auto if_possible = [](bool possible, std::function<void()> work) {
        return possible ? std::move(work) : std::function<void()>();
    };
    make_main_menu(*this, viewer_,
        {.page = [this] { return record_page(); },
            .figures = [this] { return pages_ ? pages_->output_page() : nullptr; },
            .show_page =
                [this](std::size_t number) {
                    if (const auto names = page_names(viewer_); number < names.size())
                        show_page(std::string(names[number]));
                },
            .newcomer = [this] { newcomer(); },
            .import_sheet = [this] { import_sheet(false); },
            .import_clipboard = [this] { import_sheet(true); },
            .import_history = [this] { import_history(); },
            .import_divisions = [this] { import_divisions(); },
            .compare_catalog = [this] { compare_catalog(); },
            .import_clock = [this] { import_clock(); },
            .clock_differences = [this] { clock_differences(); },
            .reorganise = [this] { reorganise(model::def_of<model::Unit>()); },
            .change_places = [this] { reorganise(model::def_of<model::Place>()); },
            .follow_up = [this] { pages_->follow_up(); },
            .undo = [this] { undo(); },
            .can_undo =
                [this] {
                    const auto* page = pages_ ? record_page() : nullptr;
                    return !is_copy() && (has_undo_ || (page && page->is_changed()));
                },
            .redo = [this] { redo(); },
            .step_history = [this] { step_history(); },
            .search = [this] { search(); },
            .refresh = [this] { refresh(); },
            .change_rows = [this] { change_rows(); },
            .paste_rows = [this] { paste_rows(); },
            .sync = [this] { sync(); },
            .open_other = if_possible(bool(access.open_other), [this] { open_other(); }),
            .switch_user = if_possible(bool(access.lock.open_anew), [this] { switch_user(); }),
            .change_passphrase =
                if_possible(bool(access.change_passphrase), [this] { change_passphrase(); }),
            .give_passphrase =
                if_possible(bool(access.give_passphrase), [this] { give_passphrase(); }),
            .hand_over = if_possible(bool(access.hand_over), [this] { hand_over(); }),
            .check_recovery_key =
                if_possible(bool(access.is_recovery_key), [this] { check_recovery_key(); }),
            .lock = if_possible(bool(access.lock.unlock), [this] { lock(); }),
            .settings = [this] { settings(); },
            .about = [this] { about(); }});
    bind_help_menu(*this, [this] { return pages_->shown(); });
}

void MainFrame::make_body()
{
    auto* body = new wxPanel(this);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    backup_bar_ = new BackupBar(body, desk_.backups, copier_);
    rows->Add(backup_bar_, wxSizerFlags().Expand());
    if (is_copy())
        rows->Add(new CopyNote(body, desk_.copy_of), wxSizerFlags().Expand());
    auto* splitter =
        new wxSplitterWindow(body, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE);
    rows->Add(splitter, wxSizerFlags(1).Expand());
    body->SetSizer(rows);
    splitter->SetName("body");
    navigation_ = new Navigation(splitter);
    navigation_->show(viewer_);
    board_ = std::make_unique<BoardWatch>(*this, desk_, judge_);
    pages_ = new Pages(splitter, desk_, background_, reader_, copier_, *board_);
    splitter->SetMinimumPaneSize(FromDIP(120));
    splitter->SplitVertically(navigation_, pages_, word_width(*this, 180));
    navigation_->on_choose = [this](const std::string& page) { return show_page(page); };
    wire_pages();
    wire_backups();
    wire_board();
}

void MainFrame::wire_backups()
{
    backup_bar_->on_say = [this](const wxString& text) { say(text); };
    backup_bar_->on_open = [this] { show_page(std::string(backup_page)); };
    backup_bar_->offer_page(sees(viewer_, backup_page));
    backup_bar_->on_change = [this] {
        if (pages_->shown() == backup_page)
            pages_->refresh();
        take_notices();
    };
    pages_->on_back_up = [this] { backup_bar_->make(); };
    pages_->on_backup_settings = [this] { backup_bar_->look(); };
}

void MainFrame::wire_pages()
{
    pages_->on_show = [this](const std::string& name, bool is_new) { page_shown(name, is_new); };
    pages_->on_written = [this] {
        data_version_ = desk_.data_version();
        follow_role();
        show_status();
        tell_of_missing_passphrase();
    };
    pages_->on_settled = [this] { show_status(); };
    pages_->on_syncing = [this] {
        if (self_syncing_)
            self_syncing_->began();
    };
    pages_->on_schedule = [this] {
        if (self_syncing_)
            self_syncing_->follow();
    };
    pages_->on_synced = [this](bool well) {
        if (self_syncing_)
            self_syncing_->ended(well);
        if (dialogs_.any())
            owes_refresh_ = true;
        else
            refresh();
        prepare_search();
    };
    pages_->on_say = [this](const wxString& text) { say(text); };
    pages_->on_hand_over = [this] { hand_over(); };
    pages_->on_change_places = [this] { reorganise(model::def_of<model::Place>()); };
    pages_->on_paste = [this] { paste_rows(); };
    pages_->on_open_copy = [this](const auto& name, const auto& bytes) {
        copies_.open(name, bytes);
        say(tr("Opened as a copy, which is removed when the screen is locked or the program left; "
               "what is changed in it is not kept"));
    };
    pages_->on_list_menu = [this] {
        const std::unique_ptr<wxMenu> menu(make_list_menu());
        PopupMenu(menu.get());
    };
}

bool MainFrame::show_page(const std::string& name)
{
    return pages_->show(name);
}

void MainFrame::page_shown(const std::string& name, bool is_new)
{
    navigation_->mark(name);
    say({});
    refresh();
    if (auto* page = record_page(); page && is_new)
        guarded(this, [page] { page->open_first(); });
    if (!navigation_->has_keyboard())
        pages_->take_keyboard();
}

RecordPage* MainFrame::record_page()
{
    return pages_->record_page();
}

void MainFrame::refresh()
{
    guarded(this, [this] {
        owes_refresh_ = false;
        follow_role();
        pages_->refresh();
        data_version_ = desk_.data_version();
        show_status();
        if (!ticks_.IsRunning())
            ticks_.Start(tick);
    });
}

/// Joining a county may make another office of this file; what comes with a sync, or was entered
/// just now, may give the account other duties.
void MainFrame::follow_role()
{
    const auto now = viewer_of(desk_);
    if (viewer_ == now)
        return;
    viewer_ = now;
    SetTitle(tr("{1} - Hallkeeper", {desk_.editor.store().self().office}));
    if (search_)
        std::exchange(search_, nullptr)->Destroy(); // it finds what he works with no more
    show_pages_of(*this, viewer_);
    navigation_->show(viewer_);
    backup_bar_->offer_page(sees(viewer_, backup_page));
    if (!sees(viewer_, pages_->shown()))
        show_page(std::string(page_names(viewer_).front()));
}

void MainFrame::resume_draft()
{
    const auto draft = model::Drafts(desk_.editor.store(), desk_.editor.account()).newest();
    if (!draft || !show_page(std::string(draft->def->name)))
        return;
    record_page()->form().focus_first();
}

void MainFrame::sync()
{
    pages_->sync();
}

/// GTK's lists and texts, and its way of writing Chinese, take these for themselves before the menu
/// hears of them.
void MainFrame::on_key(wxKeyEvent& event)
{
    put_board_off();
    const bool is_ours = event.GetModifiers() == wxMOD_CONTROL && record_page() && !is_copy();
    if (is_ours && event.GetKeyCode() == 'N')
        guarded(this, [this] { record_page()->add(); });
    else if (event.GetModifiers() == wxMOD_CONTROL && event.GetKeyCode() == 'K')
        guarded(this, [this] { search(); });
    else if (is_ours
        && (event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER))
        guarded(this, [this] { record_page()->save_and_go_on(); });
    else if (event.GetModifiers() == wxMOD_CONTROL && event.GetKeyCode() == ',' && !is_copy())
        guarded(this, [this] { settings(); });
    else if (event.GetModifiers() == wxMOD_CONTROL && record_page() && event.GetKeyCode() >= '1'
        && event.GetKeyCode() <= '3')
        guarded(this, [this, tab = event.GetKeyCode() - '1'] {
            record_page()->tabs().go_to(static_cast<RecordTabs::Tab>(tab));
        });
    else if (event.GetModifiers() == wxMOD_CONTROL && event.GetKeyCode() == 'F'
        && pages_->focus_filter())
        return;
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
    // A copy is sent nowhere.
    const auto if_file = [this](const wxString& text) { return is_copy() ? wxString() : text; };
    const std::array<wxString, parts> texts{wxString(),
        if_file(tr("Not sent: {1}", {std::to_string(status.unsent)})),
        if_file(tr("Last acknowledged: {1}", {from_wx(acknowledged_text(status))})),
        if_file(tr("Conflicts: {1}", {std::to_string(status.conflicts)})),
        to_wx(self.office + "  " + desk_.editor.account().name)};
    std::array<int, parts> widths{-1};
    for (int i = unsent; i < parts; ++i) {
        const auto at = static_cast<std::size_t>(i);
        SetStatusText(texts[at], i);
        widths[at] = GetStatusBar()->GetTextExtent(texts[at]).x + FromDIP(20);
    }
    widths[office] += FromDIP(40); // the grip at the corner
    SetStatusWidths(parts, widths.data());
    navigation_->show_count(conflicts_page, status.conflicts);
    look_at_board();
    const auto* page = record_page();
    has_undo_ = update_main_menu(
        *this, desk_.editor, page ? &page->def() : nullptr, pages_->output_page() != nullptr);
    if (is_copy())
        forbid_changes(*this);
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
