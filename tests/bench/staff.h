#pragma once

#include "model/store/record_store.h"

namespace bench {

/// The record of the peer bench: 25 text fields, county-wide, owned by nobody, so that the same
/// work is asked of us as of the others.
const model::Catalog& staff_catalog();
const model::EntityDef& staff_def();

/// Makes the entity's table in a fresh file.
void make_table(model::Database& db);

/// The bench's own digest: XOR of the first 16 bytes of SHA-256 over "id, fields…" joined by
/// U+001F, as "count:hex".
std::string set_hash(model::Database& db);

} // namespace bench
