#pragma once

#include "model/entities/item.h"

namespace model {

/// Whether the item is handled on that day: its first day has come (计划生效), it is neither
/// cancelled (计划取消) nor called so, and it is not suspended.
bool is_in_force(const Item& item, Date today);

/// Why it is not, in few words for whoever chooses it: "suspended", "from 2027-01-01". Nothing
/// where it is in force.
std::optional<Message> why_not_in_force(const Item& item, Date today);

/// Whether it is done upon application: only such items belong in a hall. One whose type nobody
/// entered counts as one.
bool is_upon_application(const Item& item);

} // namespace model
