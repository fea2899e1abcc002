#pragma once

#include "model/store/record_store.h"

#include <map>
#include <optional>
#include <span>
#include <string>

namespace model {

/// What somebody said heads of sheets mean: head to field, "" for nothing.
using HeadMap = std::map<std::string, std::string>;

/// Keeps it in the file for the next sheet with the same heads in the same order.
void remember_heads(RecordStore& store, const EntityDef& def, std::span<const std::string> heads,
    const HeadMap& map);

/// Nothing where no such sheet was taken in with a word on its heads. Fields that this version does
/// not know are left out.
std::optional<HeadMap> remembered_heads(
    RecordStore& store, const EntityDef& def, std::span<const std::string> heads);

} // namespace model
