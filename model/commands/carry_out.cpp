#include "model/commands/carry_out.h"

#include "model/commands/enter_all.h"
#include "model/entities/item_change.h"
#include "model/store/shown_title.h"

#include <array>

namespace model {

namespace {

using enum ItemChangeKind;

Record live_change(RecordStore& store, const Uuid& id)
{
    const auto found = store.find_any(id);
    if (!found || found->first.deleted)
        throw UsageError({msgid("There is no such record: {1}"), {id.text()}});
    if (found->first.def->id != def_of<ItemChange>().id)
        throw UsageError({msgid("Only changes of items are carried out")});
    return found->second;
}

void ask_whether_it_is_time(const ItemChange& change, Date today)
{
    if (change.state == ChangeState::in_force && change.carried_out)
        throw UsageError(
            {msgid("The change was carried out on {1} already"), {to_iso(*change.carried_out)}});
    if (change.state == ChangeState::refused || change.state == ChangeState::withdrawn)
        throw UsageError({msgid("The change was refused or withdrawn: there is nothing to carry "
                                "out")});
    if (change.state != ChangeState::published && change.state != ChangeState::in_force)
        throw UsageError({msgid("The change is not made public yet: enter who approved it, the "
                                "document and the day of publication first")});
    if (!change.effective)
        throw UsageError({msgid("From which day on the change is effective is missing: enter it")});
    if (*change.effective > today)
        throw UsageError({msgid("The change takes effect on {1}: it is carried out on that day"),
            {to_iso(*change.effective)}});
    if (!change.item)
        throw UsageError({change.kind == add ? msgid("Enter the new item first, and choose it here")
                                             : msgid("Which item is to change is still missing")});
}

/// Where an item takes what the change gives.
struct New {
    std::string_view from;
    std::string_view to;
};

constexpr std::array news{New{"new_version", "version"}, New{"new_name", "name"},
    New{"new_unit", "unit"}, New{"new_legal_days", "legal_days"},
    New{"new_legal_unit", "legal_unit"}, New{"new_promised_days", "promised_days"},
    New{"new_promised_unit", "promised_unit"}, New{"new_handling", "handling"}};

bool take_new_values(Record& item, const Record& change)
{
    bool any = false;
    for (const auto& [from, to] : news)
        if (!is_empty(change[from])) {
            item[to] = change[from];
            any = true;
        }
    return any;
}

void cancel_item(Item& item, const ItemChange& change, std::string why)
{
    item.state = ItemState::cancelled;
    item.cancelled = change.effective;
    item.cancelled_reason = std::move(why);
}

void apply_kind(Item& item, const ItemChange& change, RecordStore& store, const Translate& words)
{
    switch (change.kind.value_or(content)) {
    case station:
        item.stationing = Stationing::stationed;
        item.not_stationed_reason.reset();
        break;
    case withdraw:
        item.stationing = Stationing::not_stationed;
        item.approval_document = change.approval_document;
        item.approved = change.approved;
        break;
    case add:
        item.state = ItemState::in_force;
        item.effective = change.effective;
        break;
    case cancel:
        cancel_item(item, change, change.reason);
        break;
    case merge:
        if (!change.merged_into)
            throw UsageError({msgid("Into which item this one is merged is still missing")});
        cancel_item(item, change,
            render({msgid("Merged into {1}"), {store.title_of(*change.merged_into)}}, words));
        break;
    case suspend:
        item.state = ItemState::suspended;
        break;
    case content:
    case delegate:
        break;
    }
}

} // namespace

PlannedVersion planned_version(RecordStore& store, const Uuid& id, const Translate& translate)
{
    PlannedVersion planned;
    planned.change = live_change(store, id);
    const auto change = from_record<ItemChange>(planned.change);
    ask_whether_it_is_time(change, store.today());
    const auto found = store.find(def_of<Item>(), *change.item);
    if (!found)
        throw UsageError({msgid("The item that is to change is not in this file: restore it, or "
                                "choose another")});
    planned.before = *found;
    auto item = from_record<Item>(*found);
    apply_kind(item, change, store, translate);
    planned.item = planned.before;
    // Field by field, so that a code of a newer version stays what it is.
    const auto was = to_record(from_record<Item>(*found));
    const auto is = to_record(item);
    for (const auto& field : def_of<Item>().fields)
        if (was[field.name] != is[field.name])
            planned.item[field.name] = is[field.name];
    if (!take_new_values(planned.item, planned.change) && change.kind == content)
        throw UsageError({msgid("What the item says from that day on is missing: enter the new "
                                "limits, name or version in the change")});
    planned.change["state"] = std::string("in_force");
    planned.change["carried_out"] = store.today();
    return planned;
}

Outcome carry_out(Editor& editor, const Uuid& change, const Translate& translate)
{
    auto& store = editor.store();
    const auto planned = planned_version(store, change, translate);
    const std::array records{planned.item, planned.change};
    auto outcome = enter_all(editor,
        {msgid("Carry out a change of {1}"), {shown_title(store, planned.before)}}, records);
    // Each is looked at beside the other as it was, which is what the step puts right.
    std::erase_if(outcome.findings,
        [](const Finding& finding) { return finding.rule == "C05" || finding.rule == "I20"; });
    return outcome;
}

} // namespace model
