#pragma once

#include "model/store/record_store.h"

#include <optional>
#include <string>

namespace model {

/// What a new record of the register is numbered with, where nobody types a number:
/// "投诉〔2026〕12号", at a computer that has joined a county "投诉〔2026〕3-12号" with that
/// computer's number, so that two that are offline never give the same one out. Serials begin anew
/// each year (in China) and count on from the greatest that is or was here, the recycle bin
/// included. Nothing for a register that keeps no such numbers (assets/codes/serials.csv): numbers
/// of documents (文号) are typed from the document. Throws StoreError.
std::optional<std::string> next_serial(RecordStore& store, const EntityDef& def);

/// The field it stands in; nullptr for such a register.
const FieldDef* serial_field(const EntityDef& def);

} // namespace model
