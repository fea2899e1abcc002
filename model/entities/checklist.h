#pragma once

#include "model/schema/entity.h"

namespace model {

/// What a check-list is worked off for.
enum class ChecklistKind { patrol, self_check, joining, leaving };

template <>
inline constexpr std::array choices_of<ChecklistKind>{
    Choice{"patrol", msgid("Inspection patrol")},
    Choice{"self_check", msgid("Clean-hall self-check")},
    Choice{"joining", msgid("On joining")},
    Choice{"leaving", msgid("On leaving")},
};

/// A check-list that the office keeps as a template (检查表、交接清单): its lines become the lines
/// of an inspection, or of the list that is worked off when somebody comes or goes.
struct Checklist {
    Uuid id;
    std::string name;
    std::optional<ChecklistKind> kind;
    std::string source;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string end_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<Checklist>();

template <>
std::span<const Field<Checklist>> fields_of<Checklist>();

} // namespace model
