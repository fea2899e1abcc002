#include "model/rules/item_kinds.h"

#include "model/rules/rule.h"

namespace model {

bool is_in_force(const Item& item, Date today)
{
    return item.state != ItemState::cancelled && !is_over(item.cancelled, today);
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
