#include "views/shell/record_page.h"

#include "views/form/record_form.h"
#include "views/list/record_list.h"
#include "views/shell/questions.h"
#include "views/widgets/errors.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/statline.h>
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

wxWindow* RecordPage::make_form_side()
{
    side_ = new wxPanel(splitter_);
    heading_ = new wxStaticText(side_, wxID_ANY, {});
    heading_->SetFont(heading_->GetFont().Bold().Larger());
    subtitle_ = new wxStaticText(side_, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize,
        wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    subtitle_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
    name_control(heading_, "heading");
    name_control(subtitle_, "subtitle");
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(heading_, wxSizerFlags().CenterVertical());
    top->Add(subtitle_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(12)));
    form_ = new RecordForm(side_, def_, editor_.store());
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(top, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
    all->Add(form_, wxSizerFlags(1).Expand());

    const bool others_own = !def_.home_via.empty();
    if (others_own && editor_.store().self().org.role == model::Role::agency) {
        auto* label = new wxStaticText(side_, wxID_ANY, tr("On behalf, by document"),
            wxDefaultPosition, wxDefaultSize, wxALIGN_RIGHT | wxST_NO_AUTORESIZE);
        document_ = new wxTextCtrl(side_, wxID_ANY);
        document_->SetHint(tr("The unit's stamped form; empty: an entry of your own"));
        name_control(document_, "on_behalf", tr("On behalf, by document"));
        keep_line_height(*document_);
        label->SetMinSize({form_->label_width(), -1});
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(label, wxSizerFlags().CenterVertical());
        row->Add(document_, wxSizerFlags(1).Border(wxLEFT, FromDIP(10)));
        all->Add(new wxStaticLine(side_), wxSizerFlags().Expand());
        all->Add(row, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    }
    side_->SetSizer(all);
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
    list_->on_activate = [this] { form_->focus_first(); };
    list_->on_read = [this] {
        if (shown_.is_nil() && !is_new_)
            open_first();
    };
    list_->on_say = [this](const wxString& text) { say(text); };
    form_->on_change = [this] { typing_.StartOnce(typing_pause); };
    form_->on_escape = [this] { give_up(); };
    Bind(wxEVT_TIMER,
        [this](wxTimerEvent&) { guarded(this, [this] { check(RecordForm::Typing::goes_on); }); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        split();
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
    check(RecordForm::Typing::is_done);
}

void RecordPage::open_first()
{
    if (const auto id = list_->first())
        open(*id);
}

void RecordPage::load(const model::Record& record)
{
    typing_.Stop();
    shown_ = record.id;
    form_->Enable();
    const bool is_stored = !is_new_ && !record.id.is_nil();
    form_->load(record, [&](const model::FieldDef& field) {
        return is_stored ? editor_.why_locked(record.id, field) : std::nullopt;
    });
    name(record);
    if (document_) {
        document_->ChangeValue({});
        document_->Enable();
    }
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
    load(model::Record::empty(def_, {}));
    form_->focus_first();
}

model::EntryOptions RecordPage::options() const
{
    model::EntryOptions options;
    if (document_)
        options.document = from_wx(document_->GetValue().Strip(wxString::both));
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
    open(is_new_ ? before_ : shown_);
    list_->focus_table();
    say({});
}

bool RecordPage::put_back_focused()
{
    return form_->put_back_focused();
}

} // namespace views
