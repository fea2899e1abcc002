#pragma once

#include "model/base/message.h"
#include "model/exchange/sheet_writer.h"
#include "model/schema/entity.h"

#include <vector>

namespace model {

/// The columns of a register's sheet, the same in a template, an export and the sheet of a list: so
/// whatever was written can be filled in, changed and taken in again.
///
/// The id stands first, folded away. Texts stay text to the letter; numbers show their decimals;
/// fixed lists and yes or no offer their words; a hint at the cell says how it is filled.

/// The fields that sheets hold: all but attachments.
std::vector<const FieldDef*> fields_of_sheets(const EntityDef& def);

/// Of the records' ids.
SheetColumn id_column();

/// Of a field, under its label.
SheetColumn sheet_column(const EntityDef& def, const FieldDef& field, const Translate& translate);

} // namespace model
