#pragma once

#include "model/exchange/import.h"
#include "model/exchange/import_plan.h"

namespace model {

/// Why a row is refused that is about the record of an earlier one and says otherwise.
Message says_otherwise(int earlier_row);

/// Why it is refused again when an error sheet brings it back: what it says of the record of that
/// title is not what was taken, so it must not come in unseen.
Message would_overwrite(std::string title);

/// Whether the row comes from an error sheet and was refused for one of these reasons.
bool was_refused_as_double(
    const SheetRow& row, const ImportPlan& plan, const ImportOptions& options);

} // namespace model
