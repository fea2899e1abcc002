#include "views/shell/record_page.h"

#include "model/commands/field_marks.h"
#include "model/commands/require.h"
#include "model/commands/seen_through.h"
#include "model/commands/workplace.h"
#include "model/exchange/list_sight.h"
#include "model/sync/inbox.h"
#include "views/form/portrait_box.h"
#include "views/form/record_form.h"
#include "views/form/seen_records.h"
#include "views/list/record_list.h"
#include "views/shell/document_field.h"
#include "views/shell/draft_banner.h"
#include "views/shell/draft_keeper.h"
#include "views/shell/questions.h"
#include "views/shell/record_head.h"
#include "views/shell/record_split.h"
#include "views/shell/record_tabs.h"
#include "views/shell/reveal_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/sizer.h>

#include <algorithm>

namespace views {

namespace {

constexpr int typing_pause = 400; ///< milliseconds after the last key before the rules look again

/// What the account may see of the register, and give away.
ListWorld of_account(ListWorld world, const model::EntityDef& def, model::Editor& editor)
{
    world.sight = [&def, &editor] { return model::sight_of(editor.permission(), def); };
    world.ask = [&def, &editor](const std::string& where) {
        const auto permission = editor.permission();
        model::Query query{
            .def = &def, .where = permission.extent(model::Action::see, def).condition(def)};
        model::compile(where, query, editor.store().catalog(), language(),
            permission.reads_all_whole(def), model::seen_through(permission));
        return editor.store().ids(query);
    };
    world.permission = [&editor] { return editor.permission(); };
    world.require = [&def, &editor](model::Action action, const std::vector<model::Uuid>& records) {
        model::require(editor, action, def);
        const auto extent = editor.permission().extent(action, def);
        if (extent.is_everything())
            return;
        for (const auto& id : records)
            if (const auto meta = editor.store().rows().meta(id);
                meta && !extent.holds(meta->scope, meta->home))
                throw model::Error({model::msgid(
                    "Not all of these records are of your unit or place, and only those you may "
                    "print or export: filter the list first")});
    };
    return world;
}

} // namespace

RecordPage::RecordPage(
    wxWindow* parent, const model::EntityDef& def, model::Editor& editor, const ListWorld& world)
    : wxPanel(parent)
    , def_(def)
    , editor_(editor)
    , splitter_(new RecordSplit(this))
    , list_(new RecordList(splitter_, editor.store(), def, of_account(world, def, editor)))
    , with_file_(world.with_file)
    , revealed_for_([&editor] { return editor.store().clock().now(); })
    , typing_(this)
{
    make_form_side();
    name_control(splitter_, "split");
    splitter_->hold(
        list_, [this] { return list_->bar_height(); }, side_, head_);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(splitter_, wxSizerFlags(1).Expand());
    SetSizer(all);
    wire();
    show_nothing();
}

RecordPage::~RecordPage() = default;

wxWindow* RecordPage::make_form_side()
{
    side_ = new wxPanel(splitter_);
    auto* all = new wxBoxSizer(wxVERTICAL);
    head_ = new RecordHead(side_);
    all->Add(head_, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
    make_portrait(*all);
    banner_ = new DraftBanner(side_);
    all->Add(banner_, wxSizerFlags().Expand());
    tabs_ = new RecordTabs(side_, def_, editor_);
    form_ = &tabs_->form();
    all->Add(tabs_, wxSizerFlags(1).Expand());
    const bool others_own = !def_.home_via.empty();
    if (others_own && editor_.store().self().org.role == model::Role::agency) {
        document_ = new DocumentField(side_, editor_.store(), form_->label_width());
        all->Add(document_, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    }
    side_->SetSizer(all);
    keeper_ = std::make_unique<DraftKeeper>(
        model::Drafts(editor_.store(), editor_.account()), def_, *form_,
        [this]() -> std::optional<model::Uuid> {
            if (is_new_)
                return model::Uuid{};
            return shown_.is_nil() ? std::nullopt : std::optional(shown_);
        },
        [this] { return options().document; });
    return side_;
}

void RecordPage::wire()
{
    list_->on_select = [this](const model::Uuid& id) {
        if (id == shown_ && !is_new_)
            return;
        if (may_leave())
            guarded(this, [&] { open(id); });
        else
            list_->select(is_new_ ? model::Uuid{} : shown_);
    };
    list_->on_activate = [this] { tabs_->go_to(RecordTabs::form_tab); };
    list_->on_read = [this] {
        if (shown_.is_nil() && !is_new_)
            open_first();
        follow_rows();
    };
    list_->on_rows = [this] { follow_rows(); };
    list_->on_say = [this](const wxString& text) { say(text); };
    list_->on_given = [this](const char* what, const model::Message& detail) {
        model::Audit(editor_.store())
            .note({.what = what, .who = editor_.account(), .detail = detail, .kind = def_.id});
    };
    wire_form();
    revealed_looks_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look_at_revealed(); });
    Bind(wxEVT_TIMER,
        [this](wxTimerEvent&) { guarded(this, [this] { check(RecordForm::Typing::goes_on); }); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        Layout(); // the sash is placed in the splitter's own size, which is still the old one
        splitter_->arrange();
    });
}

void RecordPage::wire_form()
{
    const auto typed = [this] {
        typing_.StartOnce(typing_pause);
        revealed_for_.begin();
        keeper_->typed();
    };
    form_->on_change = typed;
    form_->on_escape = [this] { give_up(); };
    form_->on_reveal = [this] { guarded(this, [this] { reveal(); }); };
    const auto tell_end = [this] {
        say(tr("This was the last field: Ctrl+S saves, Ctrl+Enter saves and goes on"));
    };
    form_->on_last = tell_end;
    form_->on_decide = [this](const model::Hash128& id) {
        if (on_decide)
            on_decide(id);
    };
    const auto follow = [this](const model::EntityDef& def, const model::Uuid& id) {
        if (on_open_record)
            on_open_record(def, id);
    };
    form_->offer_to_follow(follow);
    form_->offer_new([this](const model::EntityDef& def, const std::string& title) {
        return enter_new(def, title);
    });
    tabs_->links().on_open = follow;
    tabs_->links().enters = [this](const auto& def) {
        return !frozen_
            && model::may_add(editor_.permission(), editor_.store().self().org.role, def);
    };
    tabs_->links().on_add = [this](const auto& def, const auto& field) { add_related(def, field); };
    const auto seen = seen_records(editor_);
    form_->offer_only(seen);
    tabs_->links().sees = seen.record;
    tabs_->links().seen_where = seen.where;
    tabs_->history().on_restore = [this](const auto& field, const auto& value) {
        restore_value(field, value);
    };
    wire_attachments();
    banner_->on_drop = [this] { guarded(this, [this] { drop_draft(); }); };
    head_->on_step = [this](int rows) { step(rows); };
    if (!document_)
        return;
    document_->on_change = typed;
    document_->on_enter = tell_end;
    document_->on_escape = [this] { give_up(); };
    form_->on_last = [this] { document_->focus(); };
}

void RecordPage::wire_attachments()
{
    auto& files = tabs_->attachments();
    files.on_written = [this] {
        tabs_->show(shown_);
        if (portrait_)
            portrait_->show(shown_);
        if (on_written)
            on_written();
    };
    files.on_say = [this](const wxString& text) { say(text); };
    files.ask_reason = [this](const wxString& title, const RecordAttachments::Read& read) {
        return RevealDialog(this, title, read).ShowModal() == wxID_OK;
    };
}

void RecordPage::freeze(const model::Message& why)
{
    frozen_ = why;
    if (portrait_)
        portrait_->freeze();
    tabs_->attachments().freeze(why);
}

void RecordPage::refresh()
{
    list_->refresh();
    if (is_changed() || is_new_)
        return;
    if (const auto record = editor_.store().find(def_, shown_))
        load(*record);
    else
        open_near();
}

/// The record that stands where the one shown stood is as good as any.
void RecordPage::open_near()
{
    const auto near = list_->near_last();
    if (near && !shown_.is_nil())
        open(*near);
    else
        show_nothing();
}

/// What a filter has hidden is no longer what Delete is about. What is half typed stays.
void RecordPage::follow_rows()
{
    const bool is_out = !list_->is_reading() && !list_->shows(shown_);
    const auto first = is_out ? list_->first() : std::nullopt;
    if (is_out && !is_new_ && !is_changed())
        first ? open(*first) : show_nothing();
    show_position();
}

bool RecordPage::is_changed() const
{
    return form_->IsThisEnabled() && form_->is_changed();
}

void RecordPage::open(const model::Uuid& id)
{
    const auto record = editor_.store().find(def_, id);
    const auto meta = record ? editor_.store().rows().meta(id) : std::nullopt;
    if (!meta || !may(model::Action::see, *meta))
        return show_nothing();
    is_new_ = false;
    load(*record);
    list_->select(id);
    show_position();
    check(RecordForm::Typing::is_done);
}

void RecordPage::load(const model::Record& record)
{
    typing_.Stop();
    keeper_->flush();
    keeper_->hold({});
    banner_->hide();
    shown_ = record.id;
    form_->Enable();
    const bool is_stored = !is_new_ && !record.id.is_nil();
    const auto marks = is_stored
        ? model::field_marks(editor_.store(), record.id, editor_.permission())
        : std::vector<model::FieldMark>{};
    form_->load(record, [&](const model::FieldDef& field) {
        if (frozen_)
            return frozen_;
        const auto at = record.def->index_of(field.id);
        return is_stored && at < marks.size() ? marks[at].why_locked : std::nullopt;
    });
    if (record.id != revealed_)
        revealed_ = {};
    const auto meta = is_stored ? editor_.store().rows().meta(record.id) : std::nullopt;
    tabs_->history().mask_personal(revealed_.is_nil());
    form_->mask_personal(is_stored && revealed_.is_nil(),
        !frozen_ && meta && may(model::Action::reveal, *meta, true));
    name(record);
    if (document_) {
        document_->show({});
        document_->Enable(!frozen_);
    }
    if (is_stored) {
        form_->mark(marks);
        form_->show_conflicts(model::Inbox(editor_.store()).open_of(record.id));
    }
    tabs_->show(is_stored ? record.id : model::Uuid{});
    if (portrait_)
        portrait_->show(is_stored ? record.id : model::Uuid{});
    look_at_offer();
    show_position();
    if (!frozen_ && (is_stored || is_new_))
        put_back_draft(record);
}

void RecordPage::offer(const wxString& label, const char* name, const std::function<void()>& work,
    std::function<std::optional<model::Message>()> why_not)
{
    why_not_offered_ = std::move(why_not);
    offered_ = new wxButton(side_, wxID_ANY, label);
    name_control(offered_, name, label);
    offered_->MoveBeforeInTabOrder(tabs_);
    offered_->Bind(wxEVT_BUTTON, [this, work](wxCommandEvent&) { guarded(this, work); });
    side_->GetSizer()->Insert(
        1, offered_, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));
    look_at_offer();
}

void RecordPage::look_at_offer()
{
    if (!offered_)
        return;
    const auto why_not = frozen_ ? frozen_ : why_not_offered_();
    offered_->Enable(!why_not);
    offered_->SetToolTip(why_not ? tr(*why_not) : wxString());
}

bool RecordPage::may(model::Action action, const model::Meta& record, bool personal)
{
    return editor_.permission()
        .extent(action, *record.def, personal)
        .holds(record.scope, record.home);
}

void RecordPage::name(const model::Record& record)
{
    auto& store = editor_.store();
    const auto* subtitle = def_.find(def_.subtitle);
    if (record.id.is_nil())
        return head_->show(is_new_ ? tr("New: {1}", {from_wx(tr(def_.label))})
                                   : tr("Choose a record, or add one with Ctrl+N"),
            {});
    head_->show(title_of(store, record.id),
        !subtitle ? wxString() : display(*subtitle, record[subtitle->name], [&](const auto& id) {
            return title_of(store, id);
        }));
}

void RecordPage::say(const wxString& text) const
{
    if (on_say)
        on_say(text);
}

void RecordPage::show_nothing()
{
    if (shown_.is_nil() && !is_new_ && !form_->IsThisEnabled())
        return; // as it does already
    is_new_ = false;
    load(model::Record::empty(def_, {}));
    form_->Disable();
    if (document_)
        document_->Disable();
}

bool RecordPage::put_back_focused()
{
    return form_->put_back_focused();
}

void RecordPage::save_and_go_on()
{
    const bool was_new = is_new_;
    if (!save())
        return;
    if (was_new)
        return add();
    list_->step(1);
    form_->focus_first();
}

void RecordPage::go_to_field(const model::FieldDef& field)
{
    tabs_->ChangeSelection(RecordTabs::form_tab);
    form_->focus(field);
}

void RecordPage::step(int rows)
{
    list_->step(rows);
}

void RecordPage::show_position()
{
    const auto rows = list_->selected_rows();
    const bool is_one = rows.size() == 1 && !is_new_;
    head_->show_position(is_one ? std::optional(rows.front()) : std::nullopt, list_->count());
}

/// As an ordinary edit, so that it is checked, sent and can be undone.
} // namespace views
