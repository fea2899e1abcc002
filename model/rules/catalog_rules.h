#pragma once

#include "model/entities/basis_document.h"
#include "model/entities/bundle.h"
#include "model/entities/bundle_item.h"
#include "model/entities/item_fee.h"
#include "model/entities/item_material.h"
#include "model/entities/unit_change.h"
#include "model/rules/rule.h"

namespace model {

/// What surrounds the catalog: documents in force, materials and fees of items, bundles of items,
/// and what became of units.
Findings check_rules(const BasisDocument& document, const Context& context);
Findings check_rules(const ItemMaterial& material, const Context& context);
Findings check_rules(const ItemFee& fee, const Context& context);
Findings check_rules(const Bundle& bundle, const Context& context);
Findings check_rules(const BundleItem& part, const Context& context);
Findings check_rules(const UnitChange& change, const Context& context);

} // namespace model
