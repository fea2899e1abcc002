#pragma once

#include "model/entities/item.h"

namespace model {

/// Whether the item is in the catalog on that day: neither cancelled nor called so.
bool is_in_force(const Item& item, Date today);

/// Whether it is done upon application: only such items belong in a hall. One whose type nobody
/// entered counts as one.
bool is_upon_application(const Item& item);

} // namespace model
