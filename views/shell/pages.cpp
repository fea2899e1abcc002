#include "views/shell/pages.h"

#include "model/dashboard/rotation.h"
#include "model/entities/catalog.h"
#include "views/assessment/method_offer.h"
#include "views/assessment/score_page.h"
#include "views/board/board_page.h"
#include "views/conflicts/conflict_page.h"
#include "views/dashboard/dashboard_page.h"
#include "views/day/duty_page.h"
#include "views/day/morning_page.h"
#include "views/hall/hall_page.h"
#include "views/list/record_list.h"
#include "views/shell/audit_page.h"
#include "views/shell/backup_page.h"
#include "views/shell/bin_page.h"
#include "views/shell/carrying_out.h"
#include "views/shell/device_page.h"
#include "views/shell/minimise_page.h"
#include "views/shell/page_table.h"
#include "views/shell/questions.h"
#include "views/shell/record_page.h"
#include "views/shell/record_tabs.h"
#include "views/shell/shipped_lists.h"
#include "views/shell/sync_details.h"
#include "views/shell/sync_page.h"
#include "views/stats/case_page.h"
#include "views/stats/cross_page.h"
#include "views/stats/figure_page.h"
#include "views/widgets/tr.h"

#include <wx/weakref.h>
#include <wx/wupdlock.h>

#include <utility>

namespace views {

Pages::Pages(wxWindow* parent, const Desk& desk, Background& background, Background& reader,
    Background& copier, BoardWatch& board)
    : wxSimplebook(parent)
    , desk_(desk)
    , background_(background)
    , reader_(reader)
    , copier_(copier)
    , board_watch_(board)
    , log_check_(desk, background)
{
}

template <class Page>
Pages::Made Pages::made(Page* page)
{
    Made made{page, [page] { page->refresh(); }, [page] { page->focus(); }, {}};
    if constexpr (requires { page->focus_filter(); })
        made.focus_filter = [page] { page->focus_filter(); };
    return made;
}

Pages::Made Pages::make(const std::string& name)
{
    if (name == sync_page)
        return made(sync_ = make_sync_page());
    if (name == conflicts_page)
        return made(conflicts_ = make_conflict_page());
    if (name == bin_page)
        return made(make_bin_page());
    if (name == audit_page) {
        auto* page = new AuditPage(this, desk_, reader_, log_check_);
        page->on_open_record = [this](const auto& def, const auto& id) { open_record(def, id); };
        page->on_say = [this](const wxString& text) { on_say(text); };
        return made(page);
    }
    if (name == devices_page) {
        auto* page = new DevicePage(this, desk_.editor.store(), desk_.devices, background_);
        page->on_say = [this](const wxString& text) { on_say(text); };
        return made(page);
    }
    if (name == backup_page)
        return made(make_backup_page());
    if (name == minimise_page)
        return made(make_minimise_page());
    if (name == board_page)
        return made(board_ = make_board_page());
    if (name == views::cross_page)
        return made(make_cross_page());
    if (name == case_page)
        return made(make_case_page());
    if (name == hall_page)
        return made(make_hall_page());
    if (name == dashboard_page)
        return made(make_dashboard_page());
    if (name == coverage_page || name == stationing_page || name == rotation_page)
        return made(make_figure_page(name));
    if (name == scores_page)
        return made(make_score_page());
    if (name == morning_page)
        return made(morning_ = make_morning_page());
    if (name == duty_page)
        return made(make_duty_page());
    const auto* def = desk_.editor.store().catalog().find(name);
    if (!def)
        return {};
    auto* page = make_register(*def);
    return {page, [page] { page->refresh(); }, [page] { page->list().focus_table(); },
        [page] { page->list().focus_filter(); }};
}

ConflictPage* Pages::make_conflict_page()
{
    auto* page = new ConflictPage(this, desk_.conflicts, desk_.editor.store());
    page->on_written = [this] { on_settled(); };
    page->on_open_record = [this](const auto& def, const auto& id) { open_record(def, id); };
    return page;
}

BinPage* Pages::make_bin_page()
{
    auto* page = new BinPage(this, desk_.editor,
        [this](const auto& def) { return sees(viewer_of(desk_), def.name); },
        {.thread = &reader_, .with_file = desk_.with_file});
    page->on_written = [this] { on_written(); };
    page->on_say = [this](const wxString& text) { on_say(text); };
    return page;
}

SyncPage* Pages::make_sync_page()
{
    auto* page = new SyncPage(this, desk_.sync, background_);
    page->on_begin = [this] { on_syncing(); };
    page->on_done = [this](bool well) { on_synced(well); };
    auto& details = page->details();
    details.on_open = [this](const auto& def, const auto& id, const auto* field) {
        open_record(def, id, field);
    };
    details.on_open_refusal = [this](const auto& id) { open_conflict(id); };
    details.on_schedule = [this] { on_schedule(); };
    return page;
}

BackupPage* Pages::make_backup_page()
{
    auto* page = new BackupPage(this, desk_.editor, desk_.backups, copier_);
    page->on_make = [this] { on_back_up(); };
    page->on_settings = [this] { on_backup_settings(); };
    page->on_written = [this] { on_written(); };
    page->on_say = [this](const wxString& text) { on_say(text); };
    return page;
}

MinimisePage* Pages::make_minimise_page()
{
    auto* page = new MinimisePage(
        this, desk_.editor, {.thread = &background_, .with_file = desk_.with_file});
    page->on_written = [this] { on_written(); };
    page->on_say = [this](const wxString& text) { on_say(text); };
    page->on_open_record = [this](const auto& def, const auto& id) { open_record(def, id); };
    return page;
}

BoardPage* Pages::make_board_page()
{
    auto* page = new BoardPage(this, desk_, board_watch_);
    page->on_open_record = [this](const auto& def, const auto& id, const auto* field) {
        open_record(def, id, field);
    };
    page->on_follow_up = [this] { follow_up(); };
    page->on_open_page = [this](const std::string& name) {
        if (!show(name) && name != shown_)
            on_say(tr("This account does not work with the page {1}",
                {from_wx(page_label(name, desk_.editor.store().self().org.role))}));
    };
    page->on_say = [this](const wxString& text) { on_say(text); };
    return page;
}

MorningPage* Pages::make_morning_page()
{
    auto* page = new MorningPage(this, desk_.editor);
    page->on_written = [this] { on_written(); };
    page->on_say = [this](const wxString& text) { on_say(text); };
    return page;
}

DutyPage* Pages::make_duty_page()
{
    auto* page = new DutyPage(this, desk_);
    page->on_written = [this] { on_written(); };
    page->on_say = [this](const wxString& text) { on_say(text); };
    return page;
}

void Pages::show_board()
{
    if (board_ && shown_ == board_page)
        board_->show_board();
}

CrossPage* Pages::make_cross_page()
{
    auto* page = new CrossPage(this, desk_, reader_);
    page->on_say = [this](const wxString& text) { on_say(text); };
    page->on_open_list = [this](const auto& def, const auto& where) { open_asked(def, where); };
    return page;
}

CasePage* Pages::make_case_page()
{
    auto* page = new CasePage(this, desk_);
    page->on_say = [this](const wxString& text) { on_say(text); };
    page->on_open_list = [this](const auto& def, const auto& where) { open_asked(def, where); };
    return page;
}

DashboardPage* Pages::make_dashboard_page()
{
    auto* page = new DashboardPage(this, desk_, reader_);
    page->on_say = [this](const wxString& text) { on_say(text); };
    page->on_open_list = [this](const auto& def, const auto& where) { open_asked(def, where); };
    return page;
}

FigurePage* Pages::make_figure_page(std::string_view name)
{
    const auto reading = name == coverage_page ? model::read_coverage
        : name == rotation_page                ? model::read_rotation_table
                                               : model::read_stationing;
    auto* page = new FigurePage(this, desk_, reader_, reading);
    page->on_say = [this](const wxString& text) { on_say(text); };
    page->on_open_list = [this](const auto& def, const auto& records, const auto& words) {
        open_records(def, records, words);
    };
    return page;
}

ScorePage* Pages::make_score_page()
{
    auto* page = new ScorePage(this, desk_);
    page->on_written = [this] { on_written(); };
    page->on_say = [this](const wxString& text) { on_say(text); };
    page->on_open_record = [this](const auto& def, const auto& id) { open_record(def, id); };
    return page;
}

HallPage* Pages::make_hall_page()
{
    auto* page = new HallPage(this, desk_.editor, desk_.settings);
    page->on_written = [this] { on_written(); };
    page->on_say = [this](const wxString& text) { on_say(text); };
    page->on_open_record = [this](const auto& def, const auto& id) { open_record(def, id); };
    return page;
}

RecordPage* Pages::make_register(const model::EntityDef& def)
{
    auto* page = new RecordPage(this, def, desk_.editor,
        {.settings = desk_.settings,
            .thread = &reader_,
            .check_thread = &background_,
            .with_file = desk_.with_file,
            .conflicting = [this, &def] { return records_in_conflict(desk_.conflicts, def); }});
    if (!desk_.copy_of.empty())
        page->freeze({model::msgid("This is a copy, in which nothing can be changed")});
    page->on_written = [this] { on_written(); };
    page->on_say = [this](const wxString& text) { on_say(text); };
    page->on_open_record = [this](const auto& other, const auto& id) { open_record(other, id); };
    page->on_decide = [this](const auto& id) { open_conflict(id); };
    page->tabs().attachments().on_open = [this](const auto& name, const auto& bytes) {
        if (on_open_copy)
            on_open_copy(name, bytes);
    };
    page->tabs().links().shows = [this](const auto& other) {
        return sees(viewer_of(desk_), other.name);
    };
    if (def.name == "user" && desk_.access.hand_over)
        page->offer(
            tr("Hand over this account…"), "hand_over_account", [this] { on_hand_over(); },
            [this]() -> std::optional<model::Message> {
                const auto permission = desk_.editor.permission();
                if (permission.may(model::Action::accounts))
                    return std::nullopt;
                return permission.why_not(model::Action::accounts);
            });
    if (def.name == "place" && desk_.copy_of.empty())
        page->offer(
            tr("Merge, split or move this place…"), "change_place", [this] { on_change_places(); },
            [this, &def]() -> std::optional<model::Message> {
                const auto permission = desk_.editor.permission();
                if (permission.may_somewhere(model::Action::enter, def))
                    return std::nullopt;
                return permission.why_not(model::Action::enter);
            });
    if (desk_.copy_of.empty())
        offer_carrying_out(*page, desk_.editor);
    offer_shipped(*page, desk_.editor);
    offer_methods(*page, desk_.editor);
    show_own(*page);
    page->list().on_paste = [this] { on_paste(); };
    page->list().on_menu = [this] { on_list_menu(); };
    return page;
}

/// A sending unit reads all items of the county and begins with its own.
void Pages::show_own(RecordPage& page) const
{
    const auto self = desk_.editor.store().self();
    const auto unit = model::Uuid::parse(self.org.id);
    const auto* field = page.def().find("unit");
    if (self.org.role != model::Role::unit || !unit || page.def().name != "item" || !field)
        return;
    auto view = page.list().view();
    view.cells = {{field, '=' + desk_.editor.store().title_of(*unit)}};
    page.list().show(view);
}

bool Pages::show(const std::string& name)
{
    if (name == shown_)
        return true;
    if (!sees(viewer_of(desk_), name) || !may_leave())
        return false;
    const bool is_new = !made_.contains(name) || is_outdated(name);
    auto* page = page_of(name);
    if (!page)
        return false;
    hide_revealed();
    shown_ = name;
    SetSelection(static_cast<std::size_t>(FindPage(page)));
    on_show(name, is_new);
    return true;
}

wxWindow* Pages::page_of(const std::string& name)
{
    if (name != shown_ && is_outdated(name))
        drop(name);
    if (const auto found = made_.find(name); found != made_.end())
        return found->second.window;
    auto page = make(name);
    if (!page.window)
        return nullptr;
    page.fields = desk_.editor.store().catalog().every().data();
    AddPage(page.window, name);
    return made_.emplace(name, std::move(page)).first->second.window;
}

/// An office added a field or ended one since the page was made of the fields there were.
bool Pages::is_outdated(const std::string& name) const
{
    const auto found = made_.find(name);
    if (found == made_.end())
        return false;
    const auto& catalog = desk_.editor.store().catalog();
    if (const auto* page = dynamic_cast<RecordPage*>(found->second.window))
        return &page->def() != catalog.find(name);
    return name == views::cross_page && found->second.fields != catalog.every().data();
}

/// Its window may be in the middle of an event, and so goes a little later.
void Pages::drop(const std::string& name)
{
    const auto found = made_.find(name);
    wxWindow* window = found->second.window;
    RemovePage(static_cast<std::size_t>(FindPage(window)));
    window->Hide();
    made_.erase(found);
    CallAfter([gone = wxWeakRef<wxWindow>(window)] {
        if (gone)
            gone->Destroy();
    });
}

/// With the record it shows; what somebody is typing is waited for.
void Pages::renew_shown()
{
    if (shown_.empty() || !is_outdated(shown_))
        return;
    auto* before = record_page();
    if (before && (before->is_changed() || before->is_new()))
        return;
    const wxWindowUpdateLocker still(this);
    const auto record = before ? before->shown() : model::Uuid();
    auto* focus = wxWindow::FindFocus();
    const bool has_keyboard = before && focus && before->IsDescendant(focus);
    const auto name = std::exchange(shown_, {});
    auto* page = page_of(name);
    shown_ = name;
    SetSelection(static_cast<std::size_t>(FindPage(page)));
    if (auto* now = record_page()) {
        now->list().show_as(before->list());
        if (!record.is_nil())
            now->open(record);
    }
    if (has_keyboard)
        take_keyboard();
}

RecordPage* Pages::record_page() const
{
    const auto found = made_.find(shown_);
    return found == made_.end() ? nullptr : dynamic_cast<RecordPage*>(found->second.window);
}

OutputPage* Pages::output_page() const
{
    const auto found = made_.find(shown_);
    return found == made_.end() ? nullptr : dynamic_cast<OutputPage*>(found->second.window);
}

bool Pages::may_leave() const
{
    auto* page = record_page();
    return !page || page->may_leave();
}

bool Pages::may_close() const
{
    return may_leave() && (!morning_ || morning_->may_close());
}

void Pages::hide_revealed()
{
    if (auto* page = record_page())
        page->hide_revealed();
}

void Pages::refresh()
{
    renew_shown();
    if (const auto found = made_.find(shown_); found != made_.end())
        found->second.refresh();
}

void Pages::take_keyboard()
{
    if (const auto found = made_.find(shown_); found != made_.end())
        found->second.focus();
}

bool Pages::focus_filter()
{
    const auto found = made_.find(shown_);
    if (found == made_.end() || !found->second.focus_filter)
        return false;
    found->second.focus_filter();
    return true;
}

/// It has no page: it stands in a tab of the record it is kept with.
void Pages::open_attachment(const model::Uuid& id)
{
    auto& store = desk_.editor.store();
    const auto found = store.find_any(id);
    const auto record = found ? model::from_record<model::AttachedFile>(found->second).record
                              : std::optional<model::Uuid>();
    const auto meta = record ? store.rows().meta(*record) : std::nullopt;
    if (!meta)
        return;
    open_record(*meta->def, meta->id);
    if (auto* page = record_page(); page && page->shown() == meta->id)
        page->tabs().go_to(RecordTabs::attachments_tab);
}

void Pages::open_record(
    const model::EntityDef& def, const model::Uuid& id, const model::FieldDef* field)
{
    if (model::belongs_to_any(def))
        return open_attachment(id);
    if (shown_ == def.name && !may_leave())
        return;
    if (const auto viewer = viewer_of(desk_); !sees(viewer, def.name)) {
        const auto name = from_wx(tr(def.plural));
        return on_say(viewer.permission.may_somewhere(model::Action::see, def)
                ? tr("This office does not work with the register {1}", {name})
                : tr("This account may not look at the register {1}", {name}));
    }
    if (!id.is_nil() && !desk_.editor.store().find(def, id)) {
        const bool is_deleted = desk_.editor.store().find_any(id).has_value();
        if (is_deleted)
            show(std::string(bin_page));
        return on_say(is_deleted ? tr("This record is in the recycle bin")
                                 : tr("This record is no longer in this file"));
    }
    if (!show(std::string(def.name)) || id.is_nil())
        return;
    record_page()->open(id);
    if (field)
        record_page()->go_to_field(*field);
    else
        record_page()->list().focus_table();
}

void Pages::open_asked(const model::EntityDef& def, const std::string& where)
{
    if (!show(std::string(def.name)))
        return;
    record_page()->list().show_asked(where);
    record_page()->list().focus_table();
}

void Pages::open_records(
    const model::EntityDef& def, const std::vector<model::Uuid>& records, const std::string& words)
{
    if (!show(std::string(def.name)))
        return on_say(
            tr("This account does not work with the page {1}", {from_wx(tr(def.plural))}));
    record_page()->list().show_records(records, words);
    record_page()->list().focus_table();
}

void Pages::open_conflict(const model::Hash128& id)
{
    if (show(std::string(conflicts_page)))
        conflicts_->select(id);
}

/// Of which opening the file looked at the newest part alone.
void Pages::look_at_log()
{
    if (desk_.with_file)
        log_check_.look(this, [this](const LogCheck::Found& found) {
            if (const auto warning = model::warning_of(found.check); warning && found.is_news)
                tell(this, tr(*warning));
        });
}

void Pages::sync()
{
    if (show(std::string(sync_page)))
        sync_->start();
}

void Pages::stop_sync()
{
    if (sync_)
        sync_->stop();
}

void Pages::sync_beside()
{
    page_of(std::string(sync_page));
    sync_->start();
}

} // namespace views
