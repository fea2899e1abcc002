#pragma once

#include "model/base/message.h"
#include "model/schema/entity.h"

#include <string>
#include <string_view>
#include <vector>

namespace model {

/// What a column shows that is no field of its own register, but one of the record that a reference
/// names: of a posting the phone of its person.
struct ReachedField {
    const FieldDef* reference = nullptr; ///< of the register whose list it is
    const EntityDef* def = nullptr;      ///< to which that leads
    const FieldDef* field = nullptr;     ///< of this one
};

/// The column as a field of the register that refers: named "person.phone", of the field's type,
/// personal where either is, and with 0 for its id, for it is stored nowhere. The same three give
/// the same object, which lives as long as the program, so that threads may share it.
const FieldDef& reach(const FieldDef& reference, const EntityDef& other, const FieldDef& field);

/// What the column reaches; nullptr for a field that its register has itself.
const ReachedField* reached_by(const FieldDef& column);

/// Whether lists may look through the reference at all: into the registers people see, but not into
/// one that named handlers alone read, nor at accounts.
const EntityDef* led_to(const FieldDef& reference, const Catalog& catalog);

/// The column of that name, "phone" or "person.phone"; nullptr where there is none.
const FieldDef* find_column(const EntityDef& def, const Catalog& catalog, std::string_view name);

/// What can be reached, by references in their order: all fields but attachments, and but the
/// title, which stands in the column of the reference.
std::vector<const FieldDef*> reachable_columns(const EntityDef& def, const Catalog& catalog);

/// The head of a column: the field's label, or "Person: Phone".
std::string column_label(const FieldDef& column, const Translate& translate);

} // namespace model
