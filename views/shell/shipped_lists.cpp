#include "views/shell/shipped_lists.h"

#include "model/commands/approval_chains.h"
#include "model/commands/checklists.h"
#include "views/shell/record_page.h"
#include "views/widgets/tr.h"

namespace views {

namespace {

void enter(RecordPage& page, const model::Outcome& outcome)
{
    if (!page.on_say)
        return;
    if (!outcome.done && !outcome.findings.empty())
        return page.on_say(tr(outcome.findings.front().message));
    page.refresh();
    page.on_say(outcome.changed
            ? tr("What comes along is in the register now; Undo takes it out again")
            : tr("All of it was there already"));
    if (outcome.changed && page.on_written)
        page.on_written();
}

} // namespace

void offer_shipped(RecordPage& page, model::Editor& editor)
{
    const bool is_chain = page.def().id == model::def_of<model::ChainStep>().id;
    if (!is_chain && page.def().id != model::def_of<model::Checklist>().id)
        return;
    page.offer(
        is_chain ? tr("Enter the approval chains that come along")
                 : tr("Enter the check-lists that come along"),
        "enter_shipped",
        [&, is_chain] {
            enter(page,
                is_chain ? model::enter_shipped_chains(editor)
                         : model::enter_shipped_checklists(editor));
        },
        [&]() -> std::optional<model::Message> {
            const auto permission = editor.permission();
            if (permission.may_somewhere(model::Action::enter, page.def()))
                return std::nullopt;
            return permission.why_not(model::Action::enter);
        });
}

} // namespace views
