#pragma once

#include "model/schema/field.h"

namespace model {

/// The five grades of the rating.
enum class Satisfaction { very_satisfied, satisfied, mostly, dissatisfied, very_dissatisfied };

template <>
inline constexpr std::array choices_of<Satisfaction>{
    Choice{"5", msgid("Very satisfied")},
    Choice{"4", msgid("Satisfied")},
    Choice{"3", msgid("Mostly satisfied")},
    Choice{"2", msgid("Dissatisfied")},
    Choice{"1", msgid("Very dissatisfied")},
};

} // namespace model
