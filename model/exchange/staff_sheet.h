#pragma once

#include "model/base/message.h"
#include "model/commands/permission.h"
#include "model/store/record_store.h"

#include <filesystem>
#include <span>

namespace model {

/// Writes a roster of staff (花名册): a line for each of these people and each posting that has not
/// ended, in their order, with what stands in several registers side by side: name, sex, sending
/// unit, place, windows, source, identity, post, since when, phone. Who is posted nowhere has a
/// line all the same, as has whoever's postings and windows the account may not export. Personal
/// values are masked; the person's id stands first, folded away, so that an import of the roster
/// (staff_roster.h) finds him. Gives the number of lines. Throws SheetError, and StoreError where
/// the file fails.
std::int64_t write_staff_sheet(RecordStore& store, const Permission& permission,
    std::span<const Uuid> people, const std::filesystem::path& path, const Translate& translate);

} // namespace model
