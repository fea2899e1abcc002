#pragma once

#include "model/schema/entity.h"

namespace model {

/// Every entity of the product, referred-to ones first and hidden ones last.
const Catalog& hall_catalog();

} // namespace model
