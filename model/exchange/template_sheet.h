#pragma once

#include "model/base/message.h"
#include "model/schema/entity.h"

#include <filesystem>

namespace model {

/// Writes an empty sheet for records of the entity: a head for every field but attachments, a star
/// at those that must be filled, and, in a workbook, the words of fixed lists to choose from and a
/// word on how to fill the cell. Filled in, it can be imported as it is. Throws SheetError.
void write_template(
    const EntityDef& def, const std::filesystem::path& path, const Translate& translate);

} // namespace model
