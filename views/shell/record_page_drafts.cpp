#include "views/list/record_list.h"
#include "views/shell/document_field.h"
#include "views/shell/draft_banner.h"
#include "views/shell/draft_keeper.h"
#include "views/shell/questions.h"
#include "views/shell/record_page.h"
#include "views/widgets/tr.h"

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

} // namespace views
