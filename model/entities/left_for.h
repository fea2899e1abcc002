#pragma once

#include "model/schema/field.h"

namespace model {

/// Where a case goes that is not the office's.
enum class LeftFor { petition, discipline, court };

template <>
inline constexpr std::array choices_of<LeftFor>{
    Choice{"petition", msgid("Petition office")},
    Choice{"discipline", msgid("Discipline inspection")},
    Choice{"court", msgid("Court or review")},
};

} // namespace model
