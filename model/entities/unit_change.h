#pragma once

#include "model/schema/entity.h"

namespace model {

/// What happened to a unit.
enum class UnitChangeKind { renamed, merged, split, moved, closed };

template <>
inline constexpr std::array choices_of<UnitChangeKind>{
    Choice{"renamed", msgid("Renamed")},
    Choice{"merged", msgid("Merged")},
    Choice{"split", msgid("Split")},
    Choice{"moved", msgid("Duties moved")},
    Choice{"closed", msgid("Dissolved")},
};

/// What became of a unit in a reform of institutions (机构改革); printed papers of before keep the
/// old name.
struct UnitChange {
    Uuid id;
    std::optional<Uuid> unit;
    std::optional<UnitChangeKind> kind;
    std::optional<Uuid> successor;
    std::string old_name;
    std::string new_name;
    std::optional<Date> day;
    std::string document;
    std::string remark;
};

template <>
const EntityDef& def_of<UnitChange>();

template <>
std::span<const Field<UnitChange>> fields_of<UnitChange>();

} // namespace model
