#pragma once

#include "model/schema/entity.h"

namespace model {

/// How a hall is looked at.
enum class InspectionKind { daily, weekly, special, self_check, joint, secret, video };

template <>
inline constexpr std::array choices_of<InspectionKind>{
    Choice{"daily", msgid("Daily patrol")},
    Choice{"weekly", msgid("Weekly patrol")},
    Choice{"special", msgid("Special inspection")},
    Choice{"self_check", msgid("Clean-hall self-check")},
    Choice{"joint", msgid("Joint inspection")},
    Choice{"secret", msgid("Unannounced visit")},
    Choice{"video", msgid("By camera")},
};

/// A look at a place: who, when, by which check-list, with what result. What is amiss becomes a
/// problem with an owner and a due date.
struct Inspection {
    Uuid id;
    std::string name;
    std::optional<InspectionKind> kind;
    std::optional<Uuid> place;
    std::optional<Date> day;
    TimeOfDay time;
    std::string inspectors;
    std::string zone;
    std::string checklist;
    std::string result;
    std::string document;
    std::string remark;
};

template <>
const EntityDef& def_of<Inspection>();

template <>
std::span<const Field<Inspection>> fields_of<Inspection>();

} // namespace model
