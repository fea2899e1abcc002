#pragma once

#include "app/cli/command.h"

namespace app {

/// The column that is called so by names or labels: "name", or "person.phone" for a field of the
/// record that a reference names (reached_field.h). Throws UsageError, and Error where the account
/// may not look at the other register.
const model::FieldDef& column_of(Call& call, const model::EntityDef& def, const std::string& word);

/// `hallctl list`: the records of a register, by the columns that are asked for.
Exit list(Call& call);

} // namespace app
