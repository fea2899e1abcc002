#pragma once

#include "model/schema/entity.h"

namespace model {

/// What can be amiss.
inline constexpr std::array problem_kinds{
    Choice{"absence", msgid("Absence from the post")},
    Choice{"late", msgid("Late or early")},
    Choice{"dress", msgid("Dress")},
    Choice{"conduct", msgid("Conduct")},
    Choice{"attitude", msgid("Attitude")},
    Choice{"publicity", msgid("Publicity of items")},
    Choice{"materials", msgid("Extra materials asked for")},
    Choice{"overdue", msgid("Overdue case")},
    Choice{"outside", msgid("Received outside the hall")},
    Choice{"environment", msgid("Environment")},
    Choice{"equipment", msgid("Facilities")},
    Choice{"safety", msgid("Hazard")},
    Choice{"integrity", msgid("Integrity")},
};

/// From the day it is found.
enum class ProblemState { open, correcting, corrected, verified, dropped };

template <>
inline constexpr std::array choices_of<ProblemState>{
    Choice{"open", msgid("Not yet corrected")},
    Choice{"correcting", msgid("Being corrected")},
    Choice{"corrected", msgid("Corrected")},
    Choice{"verified", msgid("Verified")},
    Choice{"dropped", msgid("Dropped")},
};

/// Something found amiss, with whoever answers for it, the day it is due, its correction and
/// verification.
struct ProblemFound {
    Uuid id;
    std::string name;
    Set kinds;
    std::optional<Uuid> inspection;
    std::optional<Uuid> place;
    std::optional<Uuid> window;
    std::optional<Uuid> person;
    std::optional<Uuid> unit;
    std::optional<Date> found;
    std::string evidence;
    std::string owner;
    std::optional<Date> due;
    std::string correction;
    std::optional<Date> corrected;
    std::optional<Date> verified;
    std::string verified_by;
    std::optional<ProblemState> state;
    std::string remark;
};

template <>
const EntityDef& def_of<ProblemFound>();

template <>
std::span<const Field<ProblemFound>> fields_of<ProblemFound>();

} // namespace model
