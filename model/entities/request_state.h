#pragma once

#include "model/schema/field.h"

namespace model {

/// How far a request has come.
enum class RequestState { requested, agreed, refused, withdrawn, done };

template <>
inline constexpr std::array choices_of<RequestState>{
    Choice{"requested", msgid("Requested")},
    Choice{"agreed", msgid("Agreed")},
    Choice{"refused", msgid("Not agreed")},
    Choice{"withdrawn", msgid("Withdrawn")},
    Choice{"done", msgid("Carried out")},
};

} // namespace model
