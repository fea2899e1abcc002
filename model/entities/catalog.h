#pragma once

#include "model/schema/entity.h"

namespace model {

/// Every entity of the product, referred-to ones first.
const Catalog& hall_catalog();

} // namespace model
