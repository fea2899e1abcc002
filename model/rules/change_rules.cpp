#include "model/rules/change_rules.h"

#include "model/entities/item.h"
#include "model/rules/still_open.h"

#include <array>

namespace model {

namespace {

/// The days of the stages in their order.
struct Stage {
    std::string_view field;
    std::optional<Date> day;
};

std::optional<Finding> in_order(std::initializer_list<Stage> stages)
{
    std::optional<Date> before;
    for (const auto& [field, day] : stages) {
        if (auto finding = course_finding(before, field, day))
            return finding;
        if (day)
            before = day;
    }
    return std::nullopt;
}

template <class Entry>
std::optional<Finding> stages_follow_each_other(const Entry& entry, const Context&)
{
    return in_order({{"requested", entry.requested}, {"reviewed", entry.reviewed},
        {"approved", entry.approved}, {"published", entry.published}});
}

/// Which stage says more than its days do.
template <class Entry>
std::optional<Finding> stage_has_its_day(const Entry& entry, const Context&)
{
    using enum ChangeState;
    const auto missing = [](std::string_view field) {
        return Finding{.level = Level::warn,
            .field = field,
            .message = {msgid("The stage says so, but the day is missing")}};
    };
    if (entry.state == reviewed && !entry.reviewed)
        return missing("reviewed");
    if ((entry.state == approved || entry.state == published || entry.state == in_force)
        && !entry.approved)
        return missing("approved");
    if ((entry.state == published || entry.state == in_force) && !entry.published)
        return missing("published");
    if (entry.state == in_force && !entry.effective)
        return missing("effective");
    return std::nullopt;
}

template <class Entry>
std::optional<Finding> approval_rests_on_a_document(const Entry& entry, const Context&)
{
    return finding_if(entry.approved && entry.approval_document.empty(), Level::warn,
        "approval_document",
        {msgid("What the government approved has a document: enter its number")});
}

std::optional<Item> item_of(const std::optional<Uuid>& id, const Context& context)
{
    const auto record = id ? context.lookup.find(def_of<Item>(), *id) : std::nullopt;
    return record ? std::optional(from_record<Item>(*record)) : std::nullopt;
}

std::optional<Finding> change_names_what_it_changes(const ItemChange& change, const Context&)
{
    if (change.item || change.kind == ItemChangeKind::add)
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = change.name.empty() ? "name" : "item",
        .message = {msgid("Which item is to change is still missing")}};
}

/// Online and offline information change together.
std::optional<Finding> item_follows_the_change(const ItemChange& change, const Context& context)
{
    if (change.state != ChangeState::in_force || !is_over(change.effective, context.today))
        return std::nullopt;
    const auto item = item_of(change.item, context);
    if (!item)
        return std::nullopt;
    using enum ItemChangeKind;
    const bool differs = (change.kind == station && item->stationing != Stationing::stationed)
        || (change.kind == withdraw && item->stationing == Stationing::stationed)
        || (change.kind == cancel && item->state != ItemState::cancelled && !item->cancelled);
    return finding_if(differs, Level::warn, "item",
        {msgid("The change is in force, but the item does not say so yet: change the item too")});
}

/// What was made public takes effect on its day, and the item says so from then on.
std::optional<Finding> change_is_carried_out(const ItemChange& change, const Context& context)
{
    if (change.state != ChangeState::published || !change.effective)
        return std::nullopt;
    const bool is_due = *change.effective <= context.today;
    return Finding{.level = is_due ? Level::warn : Level::remind,
        .field = "effective",
        .message = {is_due ? msgid("The change has taken effect on {1}: carry it out, which is one "
                                   "step, or enter another day")
                           : msgid("Planned: the change takes effect on {1} and is to be carried "
                                   "out on that day"),
            {to_iso(*change.effective)}},
        .due = change.effective};
}

std::optional<Finding> merging_names_both_items(const ItemChange& change, const Context&)
{
    if (change.kind != ItemChangeKind::merge)
        return std::nullopt;
    if (change.merged_into && change.merged_into == change.item)
        return Finding{.field = "merged_into",
            .message = {msgid("An item is not merged into itself: choose another")}};
    return finding_if(!change.merged_into, Level::remind, "merged_into",
        {msgid("Into which item this one is merged is still missing")});
}

constexpr std::array change_rules{
    Rule<ItemChange>{"C01", stages_follow_each_other<ItemChange>},
    Rule<ItemChange>{"C02", stage_has_its_day<ItemChange>},
    Rule<ItemChange>{"C03", approval_rests_on_a_document<ItemChange>},
    Rule<ItemChange>{"C04", change_names_what_it_changes},
    Rule<ItemChange>{"C05", item_follows_the_change},
    Rule<ItemChange>{"I20", change_is_carried_out},
    Rule<ItemChange>{"I28", merging_names_both_items},
};

std::optional<Finding> no_item_is_on_both_lists(const NegativeEntry& entry, const Context& context)
{
    const auto item = item_of(entry.item, context);
    return finding_if(
        item && binds(entry, context.today) && item->stationing == Stationing::stationed,
        Level::refuse, "item",
        {msgid(
            "The item is stationed and on the list of what is not: take it off one of the two")});
}

/// What is secret is counted with its reason and not described (domain rule of the office).
std::optional<Finding> secret_items_are_not_described(const NegativeEntry& entry, const Context&)
{
    return finding_if(entry.reason == NotStationed::secret && !entry.explanation.empty(),
        Level::warn, "explanation",
        {msgid("What is kept out as a state secret is not described here: clear the explanation")});
}

std::optional<Finding> entry_has_a_reason(const NegativeEntry& entry, const Context&)
{
    return finding_if(!entry.reason, Level::remind, "reason",
        {msgid("Why the item is not stationed is still missing")});
}

std::optional<Finding> other_reasons_are_explained(const NegativeEntry& entry, const Context&)
{
    return finding_if(entry.reason == NotStationed::other && entry.explanation.empty(),
        Level::remind, "explanation",
        {msgid("A reason that is neither the site nor secrecy is to be explained")});
}

std::optional<Finding> entry_stands_once(const NegativeEntry& entry, const Context& context)
{
    if (!entry.item || !binds(entry, context.today))
        return std::nullopt;
    for (const auto& record : context.lookup.where(def_of<NegativeEntry>(), "item", *entry.item)) {
        const auto other = from_record<NegativeEntry>(record);
        if (other.id != entry.id && binds(other, context.today))
            return Finding{.level = Level::warn,
                .field = "item",
                .message = {msgid("The item stands on the list twice: remove one of the entries")}};
    }
    return std::nullopt;
}

constexpr std::array negative_rules{
    Rule<NegativeEntry>{"C11", stages_follow_each_other<NegativeEntry>},
    Rule<NegativeEntry>{"C12", stage_has_its_day<NegativeEntry>},
    Rule<NegativeEntry>{"C13", approval_rests_on_a_document<NegativeEntry>},
    Rule<NegativeEntry>{"C14", no_item_is_on_both_lists},
    Rule<NegativeEntry>{"C15", secret_items_are_not_described},
    Rule<NegativeEntry>{"C16", entry_has_a_reason},
    Rule<NegativeEntry>{"C17", other_reasons_are_explained},
    Rule<NegativeEntry>{"C18", entry_stands_once},
};

} // namespace

Findings check_rules(const ItemChange& change, const Context& context)
{
    return apply(change_rules, change, context);
}

Findings check_rules(const NegativeEntry& entry, const Context& context)
{
    return apply(negative_rules, entry, context);
}

} // namespace model
