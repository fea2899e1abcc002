#include "model/commands/local_fields.h"
#include "views/list/record_list.h"
#include "views/shell/document_field.h"
#include "views/shell/draft_banner.h"
#include "views/shell/draft_keeper.h"
#include "views/shell/questions.h"
#include "views/shell/record_page.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <algorithm>

namespace views {

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

void RecordPage::open_first()
{
    if (const auto draft = keeper_->drafts().newest(&def_))
        resume(*draft);
    else if (const auto id = list_->first())
        open(*id);
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

/// What was typed when the program last ended without saving, over the record as it is by now.
void RecordPage::put_back_draft(const model::Record& record)
{
    const auto draft = keeper_->drafts().find(def_, record.id);
    if (!draft)
        return;
    form_->enter(draft->entries);
    if (document_)
        document_->show(draft->document);
    wxString changed_since;
    for (const auto& entry : draft->entries)
        if (model::to_text(record[entry.field->name]) != entry.base)
            changed_since +=
                (changed_since.empty() ? wxString() : tr(", ")) + tr(entry.field->label);
    keeper_->hold(draft->ended);
    banner_->tell(*draft, changed_since);
}

/// What the form has that cannot be saved, because an office ended the field meanwhile.
std::vector<model::Draft::Ended> RecordPage::typed_into_ended() const
{
    const auto edits = form_->edits();
    const auto in_use = model::edits_in_use(editor_.store(), def_, edits);
    std::vector<model::Draft::Ended> ended;
    for (const auto& edit : edits)
        if (std::ranges::find(in_use, edit.field, &model::FieldEdit::field) == in_use.end())
            ended.push_back({std::string(edit.field->name), edit.field->label,
                from_wx(display(
                    *edit.field, edit.value,
                    [this](const auto& id) { return title_of(editor_.store(), id); },
                    Personal::plain))});
    return ended;
}

/// Beside the record that was saved, until somebody has read and dropped it.
void RecordPage::keep_ended(std::vector<model::Draft::Ended> ended)
{
    if (!ended.empty())
        keeper_->drafts().keep({.def = &def_,
            .record = shown_,
            .document = {},
            .entries = {},
            .ended = std::move(ended)});
}

void RecordPage::resume(const model::Draft& draft)
{
    if (draft.record.is_nil())
        return add();
    if (editor_.store().find(def_, draft.record))
        return open(draft.record);
    wxString lost;
    for (const auto& entry : draft.ended)
        lost += '\n' + tr("{1}: {2}", {entry.label, entry.text});
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

} // namespace views
