// What is entered in a register's form: adding, checking as the user types, saving, deleting.
#include "model/commands/edit_check.h"
#include "model/commands/workplace.h"
#include "model/entities/user.h"
#include "views/list/record_list.h"
#include "views/shell/document_field.h"
#include "views/shell/draft_keeper.h"
#include "views/shell/merge_dialog.h"
#include "views/shell/new_record_dialog.h"
#include "views/shell/questions.h"
#include "views/shell/record_page.h"
#include "views/shell/record_tabs.h"
#include "views/widgets/tr.h"

#include <algorithm>

namespace views {

namespace {

/// What a new record begins with: an account is made to be used.
model::Record fresh(const model::EntityDef& def)
{
    auto record = model::Record::empty(def, {});
    if (&def == &model::def_of<model::User>())
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
    load(fresh(def_));
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
    auto edits = form_->edits();
    if (is_new_)
        for (const auto& set : model::differences(model::Record::empty(def_, {}), fresh(def_)))
            if (std::ranges::find(edits, set.field, &model::FieldEdit::field) == edits.end())
                edits.push_back(set);
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
    MergeDialog dialog(this, editor_, shown_);
    if (dialog.ShowModal() != wxID_OK)
        return;
    list_->refresh();
    open(shown_);
    say(tr("The two are one now; Undo parts them again"));
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
