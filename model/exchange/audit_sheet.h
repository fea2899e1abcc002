#pragma once

#include "model/access/audit_log.h"

#include <filesystem>

namespace model {

/// Writes the entries into a new .xlsx or .csv, told by the name's ending, with what steps changed,
/// personal values with their middle hidden. Throws SheetError where the file cannot be written,
/// UsageError for another ending; the old one is then still there.
void write_audit(RecordStore& store, std::span<const AuditEntry> entries,
    const std::filesystem::path& path, const Translate& translate);

} // namespace model
