#include "views/shell/pages.h"

#include "model/entities/catalog.h"
#include "views/conflicts/conflict_page.h"
#include "views/list/record_list.h"
#include "views/shell/navigation.h"
#include "views/shell/record_page.h"
#include "views/shell/sync_page.h"

namespace views {

Pages::Pages(wxWindow* parent, const Desk& desk, Background& background, Background& reader)
    : wxSimplebook(parent)
    , desk_(desk)
    , background_(background)
    , reader_(reader)
{
}

wxWindow* Pages::make(const std::string& name)
{
    if (name == sync_page) {
        sync_ = new SyncPage(this, desk_.sync, background_);
        sync_->on_done = [this] { on_synced(); };
        return sync_;
    }
    if (name == conflicts_page) {
        conflicts_ = new ConflictPage(this, desk_.conflicts, desk_.editor.store());
        conflicts_->on_written = [this] { on_settled(); };
        conflicts_->on_open_record = [this](
                                         const auto& def, const auto& id) { open_record(def, id); };
        return conflicts_;
    }
    const auto* def = model::hall_catalog().find(name);
    return def ? make_register(*def) : nullptr;
}

RecordPage* Pages::make_register(const model::EntityDef& def)
{
    auto* page = new RecordPage(this, def, desk_.editor,
        {.settings = desk_.settings,
            .thread = &reader_,
            .with_file = desk_.with_file,
            .conflicting = [this, &def] { return records_in_conflict(desk_.conflicts, def); }});
    page->on_written = [this] { on_written(); };
    page->on_say = [this](const wxString& text) { on_say(text); };
    page->on_open_record = [this](const auto& other, const auto& id) { open_record(other, id); };
    page->on_decide = [this](const auto& id) { open_conflict(id); };
    page->list().on_paste = [this] { on_paste(); };
    page->list().on_menu = [this] { on_list_menu(); };
    return page;
}

bool Pages::show(const std::string& name)
{
    if (name == shown_)
        return true;
    if (!may_leave())
        return false;
    auto found = made_.find(name);
    const bool is_new = found == made_.end();
    if (is_new) {
        auto* page = make(name);
        if (!page)
            return false;
        AddPage(page, name);
        found = made_.emplace(name, page).first;
    }
    shown_ = name;
    SetSelection(static_cast<std::size_t>(FindPage(found->second)));
    on_show(name, is_new);
    return true;
}

RecordPage* Pages::record_page() const
{
    const auto found = made_.find(shown_);
    return found == made_.end() ? nullptr : dynamic_cast<RecordPage*>(found->second);
}

bool Pages::may_leave() const
{
    auto* page = record_page();
    return !page || page->may_leave();
}

void Pages::refresh()
{
    if (auto* page = record_page())
        page->refresh();
    else if (shown_ == conflicts_page)
        conflicts_->refresh();
    else if (shown_ == sync_page)
        sync_->refresh();
}

void Pages::take_keyboard()
{
    if (auto* page = record_page())
        page->list().focus_table();
    else if (shown_ == sync_page)
        sync_->focus();
    else
        conflicts_->focus();
}

void Pages::open_record(const model::EntityDef& def, const model::Uuid& id)
{
    if (shown_ == def.name && !may_leave())
        return;
    if (!show(std::string(def.name)) || id.is_nil())
        return;
    record_page()->open(id);
    record_page()->list().focus_table();
}

void Pages::open_conflict(const model::Hash128& id)
{
    if (show(std::string(conflicts_page)))
        conflicts_->select(id);
}

void Pages::sync()
{
    if (show(std::string(sync_page)))
        sync_->start();
}

} // namespace views
