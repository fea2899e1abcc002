#pragma once

#include "model/schema/field.h"

namespace model {

/// What a method gives points to.
enum class AssessedKind { unit, window, staff, chief, outlet };

template <>
inline constexpr std::array choices_of<AssessedKind>{
    Choice{"unit", msgid("Unit")},
    Choice{"window", msgid("Window")},
    Choice{"staff", msgid("Staff")},
    Choice{"chief", msgid("Chief representative")},
    Choice{"outlet", msgid("Outlet")},
};

/// The lengths for which scores are made, from the shortest.
enum class PeriodKind { month, quarter, half_year, year };

template <>
inline constexpr std::array choices_of<PeriodKind>{
    Choice{"month", msgid("One month")},
    Choice{"quarter", msgid("Quarter")},
    Choice{"half_year", msgid("Half-year")},
    Choice{"year", msgid("Year")},
};

} // namespace model
