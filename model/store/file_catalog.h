#pragma once

#include "model/schema/extra_field.h"
#include "model/store/database.h"

namespace model {

/// The registers as the open file has them: those of the program, with the fields that offices
/// added (register `local_field`) behind their own. Belongs to the connection and is read anew by
/// its thread whenever definitions changed, here or in another program; what it points at lives on.
/// Tests may give a catalog without that register, which comes back as it is. Throws StoreError.
const Catalog& file_catalog(Database& db, const Catalog& catalog);

/// What may be done about changed definitions.
enum class Renewal {
    reading, ///< fields whose column is missing are left out until somebody writes
    writing, ///< inside a writing transaction: columns are made, and emptied
};

/// Looks whether definitions changed since the catalogs of this connection were read, and reads
/// them anew. Values that came before their definition move into its column; those of a definition
/// that is no longer used move back to where values of unknown fields are kept (`ext_field`), and
/// are passed on from there. Throws SQLite's exception.
void renew_catalogs(SQLite::Database& db, Renewal renewal);

} // namespace model
