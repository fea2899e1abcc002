// What is entered in a register's form: adding, checking as the user types, saving, deleting.
#include "model/base/files.h"
#include "model/commands/edit_check.h"
#include "model/commands/local_fields.h"
#include "model/commands/make_lines.h"
#include "model/commands/new_record.h"
#include "model/commands/related.h"
#include "model/commands/workplace.h"
#include "model/entities/catalog.h"
#include "model/entities/user.h"
#include "model/exchange/template_sheet.h"
#include "model/store/audit.h"
#include "views/list/record_list.h"
#include "views/shell/document_field.h"
#include "views/shell/draft_keeper.h"
#include "views/shell/make_lines_dialog.h"
#include "views/shell/merge_dialog.h"
#include "views/shell/new_record_dialog.h"
#include "views/shell/questions.h"
#include "views/shell/record_page.h"
#include "views/shell/record_tabs.h"
#include "views/widgets/tr.h"

#include <wx/filedlg.h>

#include <algorithm>

namespace views {

namespace {

/// What a new record begins with: an account is made to be used.
model::Record fresh(const model::EntityDef& def, model::Date today)
{
    auto record = model::new_record(def, today);
    if (def.id == model::def_of<model::User>().id)
        record["state"] = model::parse_value(model::Type::choice, "active").value();
    return record;
}

} // namespace

bool RecordPage::may_add()
{
    const auto permission = editor_.permission();
    const auto role = editor_.store().self().org.role;
    const bool may = model::may_add(permission, role, def_);
    if (!may)
        say(tr(model::why_not_add(permission, role, def_)));
    return may;
}

void RecordPage::add()
{
    if (frozen_ || !may_add() || !may_leave())
        return;
    if (!is_new_)
        before_ = shown_;
    is_new_ = true;
    tried_ = false;
    list_->select({});
    tabs_->ChangeSelection(RecordTabs::form_tab);
    begun_ = fresh(def_, editor_.store().today());
    load(begun_);
    form_->focus_first();
}

model::EntryOptions RecordPage::options() const
{
    model::EntryOptions options;
    if (document_)
        options.document = document_->document();
    options.on_behalf = !options.document.empty();
    return options;
}

model::Outcome RecordPage::run(const model::EntryOptions& options)
{
    const auto edits = model::edits_in_use(editor_.store(), def_, form_->edits());
    return is_new_ ? editor_.create(def_, model::entered_over(begun_, edits), options)
                   : editor_.set(shown_, edits, options);
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
    const auto in_use = model::edits_in_use(editor_.store(), def_, edits);
    for (const auto& edit : edits)
        if (std::ranges::find(in_use, edit.field, &model::FieldEdit::field) == in_use.end())
            findings.push_back({.rule = "ended",
                .level = model::Level::warn,
                .field = edit.field->name,
                .message = {model::msgid("This field was ended meanwhile: what stands here is not "
                                         "saved with the record, and is kept as a draft")}});
    form_->show(findings);
}

bool RecordPage::refuse()
{
    tabs_->ChangeSelection(RecordTabs::form_tab);
    form_->go_to_worst_finding();
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
    auto ended = keeper_->held();
    std::ranges::copy(typed_into_ended(), std::back_inserter(ended));
    const auto outcome = run(options());
    if (!outcome.done) {
        form_->show(outcome.findings);
        return refuse();
    }
    keeper_->drop();
    is_new_ = false;
    shown_ = outcome.id;
    const bool is_all = ended.empty();
    keep_ended(std::move(ended));
    list_->refresh();
    open(outcome.id);
    say(is_all ? tr("Saved")
               : tr("Saved, but for what was typed into a field that has ended: it stands above"));
    if (on_written)
        on_written();
    return true;
}

void RecordPage::remove()
{
    if (is_new_)
        return give_up();
    const auto asked_about = shown_;
    if (asked_about.is_nil() || !may_add()
        || !ask_remove(this, to_wx(editor_.store().title_of(asked_about))))
        return;
    const auto outcome = editor_.remove(asked_about);
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

void RecordPage::merge()
{
    if (is_new_ || shown_.is_nil())
        return say(tr("Save the record first"));
    if (frozen_ || !may_add() || !may_leave())
        return;
    if (def_.administrative)
        return say(tr("Accounts are not merged: end the one that is too much"));
    const Desk desk{.editor = editor_, .with_file = with_file_};
    MergeDialog dialog(this, desk, shown_);
    if (dialog.ShowModal() != wxID_OK)
        return;
    list_->refresh();
    open(shown_);
    say(tr("The two are one now; Undo parts them again"));
    if (on_written)
        on_written();
}

void RecordPage::place_sheet()
{
    const auto& cases = model::hall_catalog().get("agency_case");
    if (def_.name != "place" || is_new_ || shown_.is_nil())
        return say(tr("Choose an outlet among the places first: the sheet is for one place"));
    const auto permission = editor_.permission();
    if (!permission.may_somewhere(model::Action::export_out, cases))
        return say(tr(permission.why_not(model::Action::export_out)));
    auto& store = editor_.store();
    wxFileDialog dialog(this, tr("Save a sheet for the outlet"), {},
        to_wx(store.title_of(shown_)) + " " + tr(cases.plural) + ".xlsx",
        tr("Excel workbooks (*.xlsx)|*.xlsx"), wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    const auto path = from_wx(dialog.GetPath());
    // Before anything is given away: a log that cannot be written keeps it back.
    if (list_->on_given)
        list_->on_given(model::audited::export_rows,
            {model::msgid("A sheet for {1} to fill in written to {2}"),
                {store.title_of(shown_), path}});
    model::write_place_template(store, cases, shown_, model::path_of(path), language());
    say(tr("The sheet was saved as {1}; filled in, it is imported into “{2}”",
        {path, from_wx(tr(cases.plural))}));
}

void RecordPage::make_lines()
{
    if (!model::gets_lines(def_))
        return say(tr("Records of this register get no lines from a list"));
    if (is_new_ || shown_.is_nil())
        return say(tr("Save the record first"));
    if (frozen_ || !may_leave())
        return;
    std::vector<model::LinesOffered> offered;
    try {
        offered = model::lines_for(editor_.store(), shown_);
    } catch (const model::UsageError& why) {
        return say(tr(why.message()));
    }
    const bool has_lists = def_.name == "inspection" || def_.name == "posting";
    if (offered.empty())
        return say(has_lists
                ? tr("There is no check-list for this record: enter one on the page Check-list "
                     "templates")
                : tr("There is no approval chain for this record: enter one on the page Approval "
                     "chains"));
    MakeLinesDialog dialog(this, editor_, shown_, std::move(offered));
    if (dialog.ShowModal() != wxID_OK)
        return;
    open(shown_);
    tabs_->go_to(RecordTabs::links_tab);
    say(tr("{1} lines are made; Undo takes them back", {std::to_string(dialog.made())}));
    if (on_written)
        on_written();
}

void RecordPage::add_related(const model::EntityDef& def, const model::FieldDef& field)
{
    const auto record = is_new_ ? std::nullopt : editor_.store().find(def_, shown_);
    if (!record || frozen_ || !may_leave())
        return;
    if (!ask_new_record(this, editor_, def, model::begun_beside(*record, {&def, &field})))
        return;
    tabs_->show(shown_);
    say(tr("Added: {1}", {from_wx(tr(def.label))}));
    if (on_written)
        on_written();
}

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
