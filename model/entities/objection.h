#pragma once

#include "model/schema/entity.h"

namespace model {

enum class ObjectionDecision { upheld, partly, rejected };

template <>
inline constexpr std::array choices_of<ObjectionDecision>{
    Choice{"upheld", msgid("Upheld")},
    Choice{"partly", msgid("Upheld in part")},
    Choice{"rejected", msgid("Rejected")},
};

/// An objection (异议) of a unit or a member of staff to a draft of scores, and what became of it.
struct Objection {
    Uuid id;
    std::string number;
    std::optional<Uuid> period;
    std::optional<Uuid> unit;
    std::optional<Uuid> person;
    std::optional<Uuid> window;
    std::optional<Date> made_on;
    std::string reason;
    std::optional<Uuid> entry;
    std::optional<Date> due;
    std::optional<ObjectionDecision> decision;
    std::optional<Date> decided_on;
    std::string decided_by;
    std::string answer;
    std::optional<Uuid> adjusted_by;
    std::string remark;
};

template <>
const EntityDef& def_of<Objection>();

template <>
std::span<const Field<Objection>> fields_of<Objection>();

} // namespace model
