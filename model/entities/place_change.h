#pragma once

#include "model/schema/entity.h"

namespace model {

/// What happened to a place. The kinds are those of units, in their order (UnitChangeKind).
enum class PlaceChangeKind { renamed, merged, split, moved, closed };

template <>
inline constexpr std::array choices_of<PlaceChangeKind>{
    Choice{"renamed", msgid("Renamed")},
    Choice{"merged", msgid("Merged")},
    Choice{"split", msgid("Split")},
    Choice{"moved", msgid("Moved elsewhere")},
    Choice{"closed", msgid("Closed down")},
};

/// What became of a place: another name, address or place above it, or the place that followed it.
/// Names and addresses stay as the words they were, for papers of before have these.
struct PlaceChange {
    Uuid id;
    std::optional<Uuid> place;
    std::optional<PlaceChangeKind> kind;
    std::optional<Uuid> successor;
    std::string old_name;
    std::string new_name;
    std::string old_parent;
    std::string new_parent;
    std::string old_address;
    std::string new_address;
    std::string old_region;
    std::string new_region;
    std::optional<Date> day;
    std::string document;
    std::string remark;
};

template <>
const EntityDef& def_of<PlaceChange>();

template <>
std::span<const Field<PlaceChange>> fields_of<PlaceChange>();

} // namespace model
