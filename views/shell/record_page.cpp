#include "views/shell/record_page.h"

#include "model/commands/field_marks.h"
#include "model/store/documents.h"
#include "model/sync/inbox.h"
#include "views/form/record_form.h"
#include "views/list/record_list.h"
#include "views/shell/draft_banner.h"
#include "views/shell/draft_keeper.h"
#include "views/shell/new_record_dialog.h"
#include "views/shell/questions.h"
#include "views/shell/record_tabs.h"
#include "views/widgets/errors.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/suggest_box.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace views {

namespace {

constexpr int typing_pause = 400; ///< milliseconds after the last key before the rules look again
constexpr int side_by_side = 960; ///< from that many DIPs on
constexpr int narrowest = 240;

} // namespace

RecordPage::RecordPage(
    wxWindow* parent, const model::EntityDef& def, model::Editor& editor, const ListWorld& world)
    : wxPanel(parent)
    , def_(def)
    , editor_(editor)
    , splitter_(
          new wxSplitterWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE))
    , list_(new RecordList(splitter_, editor.store(), def, world))
    , typing_(this)
{
    make_form_side();
    name_control(splitter_, "split");
    splitter_->SetMinimumPaneSize(FromDIP(narrowest));
    splitter_->SplitVertically(list_, side_);
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
    all->Add(make_top(), wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
    banner_ = new DraftBanner(side_);
    all->Add(banner_, wxSizerFlags().Expand());
    tabs_ = new RecordTabs(side_, def_, editor_);
    form_ = &tabs_->form();
    all->Add(tabs_, wxSizerFlags(1).Expand());
    const bool others_own = !def_.home_via.empty();
    if (others_own && editor_.store().self().org.role == model::Role::agency)
        all->Add(make_document(), wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
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

wxSizer* RecordPage::make_top()
{
    heading_ = new wxStaticText(side_, wxID_ANY, {});
    heading_->SetFont(heading_->GetFont().Bold().Larger());
    subtitle_ = new wxStaticText(side_, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize,
        wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    const auto grey = wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT);
    subtitle_->SetForegroundColour(grey);
    position_ = new wxStaticText(side_, wxID_ANY, {});
    position_->SetForegroundColour(grey);
    name_control(heading_, "heading");
    name_control(subtitle_, "subtitle");
    name_control(position_, "position");
    const auto button = [this](
                            const wxString& label, const char* name, const wxString& tip, int by) {
        auto* made =
            new wxButton(side_, wxID_ANY, label, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
        name_control(made, name, tip);
        made->SetToolTip(tip);
        made->DisableFocusFromKeyboard();
        made->Bind(wxEVT_BUTTON, [this, by](wxCommandEvent&) { step(by); });
        return made;
    };
    previous_ = button(L"◀", "previous", tr("Previous record (Alt+PgUp)"), -1);
    next_ = button(L"▶", "next", tr("Next record (Alt+PgDn)"), 1);
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(heading_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(4)));
    top->Add(subtitle_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(12)));
    top->Add(position_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    top->Add(previous_, wxSizerFlags().CenterVertical());
    top->Add(next_, wxSizerFlags().CenterVertical());
    return top;
}

/// The same document often stands behind the entries of a whole day, so those used last are
/// offered.
wxSizer* RecordPage::make_document()
{
    auto* label = new wxStaticText(side_, wxID_ANY, tr("On behalf, by document"), wxDefaultPosition,
        wxDefaultSize, wxALIGN_RIGHT | wxST_NO_AUTORESIZE);
    document_ = new SuggestBox(side_, [this](const wxString& typed) {
        std::vector<Suggestion> found;
        for (const auto& document : model::recent_documents(editor_.store(), from_wx(typed)))
            found.push_back({.text = to_wx(document)});
        return found;
    });
    document_->text()->SetHint(tr("The unit's stamped form; empty: an entry of your own"));
    name_control(document_->text(), "on_behalf", tr("On behalf, by document"));
    label->SetMinSize({form_->label_width(), -1});
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(label, wxSizerFlags().CenterVertical());
    row->Add(document_, wxSizerFlags(1).Border(wxLEFT, FromDIP(10)));
    return row;
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
        show_position();
    };
    list_->on_say = [this](const wxString& text) { say(text); };
    wire_form();
    Bind(wxEVT_TIMER,
        [this](wxTimerEvent&) { guarded(this, [this] { check(RecordForm::Typing::goes_on); }); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        split();
    });
}

void RecordPage::wire_form()
{
    const auto typed = [this] {
        typing_.StartOnce(typing_pause);
        keeper_->typed();
    };
    form_->on_change = typed;
    form_->on_escape = [this] { give_up(); };
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
    tabs_->history().on_restore = [this](const auto& field, const auto& value) {
        restore_value(field, value);
    };
    banner_->on_drop = [this] { guarded(this, [this] { drop_draft(); }); };
    if (!document_)
        return;
    document_->on_type = document_->on_leave = typed;
    document_->on_take = [typed](const Suggestion&) { typed(); };
    document_->on_enter = tell_end;
    form_->on_last = [this] { document_->text()->SetFocus(); };
    document_->text()->Bind(wxEVT_CHAR, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE && !document_->is_open())
            give_up();
        else
            event.Skip();
    });
}

/// Side by side in a wide window, else the list over the form. What the user dragged stays until
/// the one becomes the other.
void RecordPage::split()
{
    const auto size = GetClientSize();
    const auto mode = size.x >= FromDIP(side_by_side) ? wxSPLIT_VERTICAL : wxSPLIT_HORIZONTAL;
    if (size.x < FromDIP(narrowest) || (is_split_ && splitter_->GetSplitMode() == mode))
        return;
    is_split_ = true;
    Layout(); // the sash is placed in the splitter's own size, which is still the old one
    splitter_->SetSplitMode(mode);
    splitter_->SetSashGravity(mode == wxSPLIT_VERTICAL ? 1.0 : 0.5);
    splitter_->SetSashPosition(mode == wxSPLIT_VERTICAL ? size.x * 55 / 100 : size.y * 42 / 100);
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

bool RecordPage::is_changed() const
{
    return form_->IsThisEnabled() && form_->is_changed();
}

bool RecordPage::may_leave()
{
    if (!is_changed())
        return true;
    switch (ask_unsaved(this)) {
    case Unsaved::save:
        return save();
    case Unsaved::give_up:
        keeper_->drop();
        open(is_new_ ? before_ : shown_);
        return true;
    case Unsaved::go_on:
        break;
    }
    return false;
}

void RecordPage::open(const model::Uuid& id)
{
    const auto record = editor_.store().find(def_, id);
    if (!record)
        return show_nothing();
    is_new_ = false;
    load(*record);
    list_->select(id);
    show_position();
    check(RecordForm::Typing::is_done);
}

void RecordPage::open_first()
{
    if (const auto draft = keeper_->drafts().newest(&def_))
        resume(*draft);
    else if (const auto id = list_->first())
        open(*id);
}

void RecordPage::load(const model::Record& record)
{
    typing_.Stop();
    keeper_->flush();
    banner_->hide();
    shown_ = record.id;
    form_->Enable();
    const bool is_stored = !is_new_ && !record.id.is_nil();
    const auto marks = is_stored ? model::field_marks(editor_.store(), record.id)
                                 : std::vector<model::FieldMark>{};
    form_->load(record, [&](const model::FieldDef& field) {
        return is_stored ? marks.at(def_.index_of(field.name)).why_locked : std::nullopt;
    });
    name(record);
    if (document_) {
        document_->show({});
        document_->Enable();
    }
    if (is_stored) {
        form_->mark(marks);
        form_->show_conflicts(model::Inbox(editor_.store()).open_of(record.id));
    }
    tabs_->show(is_stored ? record.id : model::Uuid{});
    show_position();
    if (is_stored || is_new_)
        put_back_draft(record);
}

void RecordPage::name(const model::Record& record)
{
    auto& store = editor_.store();
    const auto* subtitle = def_.find(def_.subtitle);
    if (record.id.is_nil()) {
        heading_->SetLabelText(is_new_ ? tr("New: {1}", {from_wx(tr(def_.label))})
                                       : tr("Choose a record, or add one with Ctrl+N"));
        subtitle_->SetLabelText({});
    } else {
        heading_->SetLabelText(title_of(store, record.id));
        subtitle_->SetLabelText(!subtitle ? wxString()
                                          : display(*subtitle, record[subtitle->name],
                                              [&](const auto& id) { return title_of(store, id); }));
    }
    side_->Layout();
}

void RecordPage::say(const wxString& text) const
{
    if (on_say)
        on_say(text);
}

void RecordPage::show_nothing()
{
    is_new_ = false;
    load(model::Record::empty(def_, {}));
    form_->Disable();
    if (document_)
        document_->Disable();
}

void RecordPage::add()
{
    if (!may_leave())
        return;
    if (!is_new_)
        before_ = shown_;
    is_new_ = true;
    tried_ = false;
    list_->select({});
    tabs_->ChangeSelection(RecordTabs::form_tab);
    load(model::Record::empty(def_, {}));
    form_->focus_first();
}

model::EntryOptions RecordPage::options() const
{
    model::EntryOptions options;
    if (document_)
        options.document = from_wx(document_->text()->GetValue().Strip(wxString::both));
    options.on_behalf = !options.document.empty();
    return options;
}

model::Outcome RecordPage::run(const model::EntryOptions& options)
{
    const auto edits = form_->edits();
    return is_new_ ? editor_.create(def_, edits, options) : editor_.set(shown_, edits, options);
}

/// Shows what the rules say of the record as it stands in the form. Of a new record only what the
/// user has touched, until he thinks it is complete.
void RecordPage::check(RecordForm::Typing typing)
{
    if (shown_.is_nil() && !is_new_)
        return;
    auto how = options();
    how.dry_run = true;
    auto findings = run(how).findings;
    const auto edits = form_->edits();
    if (is_new_ && !tried_)
        std::erase_if(findings, [&](const model::Finding& finding) {
            return std::ranges::none_of(
                edits, [&](const auto& edit) { return edit.field->name == finding.field; });
        });
    std::ranges::copy(form_->unreadable(typing), std::back_inserter(findings));
    form_->show(findings);
}

bool RecordPage::refuse()
{
    tabs_->ChangeSelection(RecordTabs::form_tab);
    form_->go_to_first_finding();
    say(tr("Not saved: the marked fields need to be corrected"));
    return false;
}

bool RecordPage::save()
{
    if (!is_new_ && !is_changed())
        return true;
    typing_.Stop();
    tried_ = true;
    if (!form_->unreadable().empty()) {
        check(RecordForm::Typing::is_done);
        return refuse();
    }
    const auto outcome = run(options());
    if (!outcome.done) {
        form_->show(outcome.findings);
        return refuse();
    }
    keeper_->drop();
    is_new_ = false;
    shown_ = outcome.id;
    list_->refresh();
    open(outcome.id);
    say(tr("Saved"));
    if (on_written)
        on_written();
    return true;
}

void RecordPage::remove()
{
    if (is_new_)
        return give_up();
    if (shown_.is_nil() || !ask_remove(this, to_wx(editor_.store().title_of(shown_))))
        return;
    const auto outcome = editor_.remove(shown_);
    if (!outcome.done)
        return form_->show(outcome.findings);
    keeper_->drop();
    list_->refresh();
    open_near();
    say(outcome.findings.empty() ? tr("Deleted; Undo brings it back")
                                 : tr(outcome.findings.front().message));
    if (on_written)
        on_written();
}

void RecordPage::give_up()
{
    if (!is_new_ && !is_changed())
        return list_->focus_table();
    if (is_changed() && !ask_give_up(this))
        return;
    keeper_->drop();
    open(is_new_ ? before_ : shown_);
    list_->focus_table();
    say({});
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

void RecordPage::step(int rows)
{
    list_->step(rows);
}

void RecordPage::show_position()
{
    const auto rows = list_->selected_rows();
    const bool is_one = rows.size() == 1 && !is_new_;
    position_->SetLabelText(!is_one
            ? wxString()
            : tr("No. {1} of {2}",
                {std::to_string(rows.front() + 1), std::to_string(list_->count())}));
    previous_->Enable(is_one && rows.front() > 0);
    next_->Enable(is_one && rows.front() + 1 < list_->count());
    side_->Layout();
}

/// What was typed when the program last ended without saving, over the record as it is by now.
void RecordPage::put_back_draft(const model::Record& record)
{
    const auto draft = keeper_->drafts().find(def_, record.id);
    if (!draft)
        return;
    form_->enter(draft->entries);
    if (document_)
        document_->show(to_wx(draft->document));
    wxString changed_since;
    for (const auto& entry : draft->entries)
        if (model::to_text(record[entry.field->name]) != entry.base)
            changed_since +=
                (changed_since.empty() ? wxString() : tr(", ")) + tr(entry.field->label);
    banner_->tell(*draft, changed_since);
}

void RecordPage::resume(const model::Draft& draft)
{
    if (draft.record.is_nil())
        return add();
    if (editor_.store().find(def_, draft.record))
        return open(draft.record);
    wxString lost;
    for (const auto& entry : draft.entries)
        lost += '\n' + tr("{1}: {2}", {from_wx(tr(entry.field->label)), entry.text});
    keeper_->drafts().drop(def_, draft.record);
    tell(this,
        tr("The record in which you typed this and did not save it is no longer there:") + lost);
    open_first();
}

void RecordPage::drop_draft()
{
    keeper_->drop();
    if (is_new_ && before_.is_nil()) {
        is_new_ = false;
        open_first();
    } else {
        open(is_new_ ? before_ : shown_);
    }
    say(tr("Dropped: the form shows what is saved"));
}

/// As an ordinary edit, so that it is checked, sent and can be undone.
void RecordPage::restore_value(const model::FieldDef& field, const model::Value& value)
{
    if (!may_leave())
        return;
    const model::FieldEdit edit{&field, value};
    const auto outcome = editor_.set(shown_, {&edit, 1});
    if (!outcome.done) {
        tell(this,
            outcome.findings.empty() ? tr("This could not be done.")
                                     : tr(outcome.findings.front().message));
        return;
    }
    list_->refresh();
    open(shown_);
    say(tr("The value is put back; Undo takes that back"));
    if (on_written)
        on_written();
}

std::optional<model::Uuid> RecordPage::enter_new(
    const model::EntityDef& def, const std::string& title)
{
    const auto made = ask_new_record(this, editor_, def, title);
    if (made && on_written)
        on_written();
    return made;
}

} // namespace views
