#include "model/rules/item_kinds.h"

#include "model/rules/rule.h"

namespace model {

bool is_in_force(const Item& item, Date today)
{
    return item.state != ItemState::cancelled && item.state != ItemState::suspended
        && !is_over(item.cancelled, today) && !(item.effective && *item.effective > today);
}

std::optional<Message> why_not_in_force(const Item& item, Date today)
{
    if (is_in_force(item, today))
        return std::nullopt;
    if (is_over(item.cancelled, today))
        return Message{msgid("cancelled on {1}"), {to_iso(*item.cancelled)}};
    if (item.state == ItemState::cancelled)
        return Message{msgid("cancelled"), {}};
    if (item.state == ItemState::suspended)
        return Message{msgid("suspended"), {}};
    return Message{msgid("from {1} on"), {to_iso(*item.effective)}};
}

bool is_upon_application(const Item& item)
{
    switch (item.type.value_or(ItemType::other)) {
    case ItemType::penalty:
    case ItemType::coercion:
    case ItemType::levy:
    case ItemType::inspection:
    case ItemType::internal:
        return false;
    default:
        return true;
    }
}

} // namespace model
