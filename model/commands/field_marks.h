#pragma once

#include "model/commands/permission.h"

#include <optional>
#include <string>
#include <vector>

namespace model {

/// An entry that the agency made for the owner of the field (代录).
struct OnBehalf {
    std::string user;
    std::string device; ///< empty for this file's own
    Instant at = 0;
    std::string document; ///< what it rests on
};

/// What a form shows beside a field besides its value: whose it is, why it cannot be changed here,
/// and whether what it holds was entered on behalf of its owner.
struct FieldMark {
    std::optional<Org> owner; ///< nobody's: shared
    bool is_ours = false;
    std::string owner_name; ///< of a unit or township; empty for the offices there is one of
    std::optional<Message> why_locked;
    std::optional<OnBehalf> on_behalf;
};

/// One for each field of the record's entity, in their order. Throws UsageError for a record that
/// is not there.
std::vector<FieldMark> field_marks(
    RecordStore& store, const Uuid& id, const Permission& permission);

} // namespace model
