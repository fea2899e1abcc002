#include "views/shell/carrying_out.h"

#include "model/commands/carry_out.h"
#include "model/entities/item_change.h"
#include "views/shell/record_page.h"
#include "views/widgets/tr.h"

namespace views {

namespace {

std::optional<model::Message> why_not(const RecordPage& page, model::Editor& editor)
{
    if (page.is_new() || page.shown().is_nil())
        return model::Message{model::msgid("Save the record first"), {}};
    const auto permission = editor.permission();
    for (const auto* def : {&page.def(), &model::def_of<model::Item>()})
        if (!permission.may_somewhere(model::Action::enter, *def))
            return permission.why_not(model::Action::enter);
    try {
        model::planned_version(editor.store(), page.shown(), language());
    } catch (const model::UsageError& why) {
        return why.message();
    }
    return std::nullopt;
}

void carry_out(RecordPage& page, model::Editor& editor)
{
    if (!page.may_leave())
        return;
    const auto change = page.shown();
    const auto outcome = model::carry_out(editor, change, language());
    for (const auto& each : outcome.findings)
        if (!outcome.done && each.level == model::Level::refuse)
            throw model::Error(each.message);
    page.refresh();
    page.open(change);
    if (page.on_say)
        page.on_say(tr("The item is changed as planned; Undo takes it back"));
    if (outcome.changed && page.on_written)
        page.on_written();
}

} // namespace

void offer_carrying_out(RecordPage& page, model::Editor& editor)
{
    if (page.def().id == model::def_of<model::ItemChange>().id)
        page.offer(
            tr("Carry out this cha&nge"), "carry_out", [&] { carry_out(page, editor); },
            [&] { return why_not(page, editor); });
}

} // namespace views
