#pragma once

#include "model/schema/field.h"

namespace model {

/// From the request to the day it binds.
enum class ChangeState { requested, reviewed, approved, refused, published, in_force, withdrawn };

template <>
inline constexpr std::array choices_of<ChangeState>{
    Choice{"requested", msgid("Requested")},
    Choice{"reviewed", msgid("Reviewed")},
    Choice{"approved", msgid("Approved")},
    Choice{"refused", msgid("Not approved")},
    Choice{"published", msgid("Made public")},
    Choice{"in_force", msgid("Taken effect")},
    Choice{"withdrawn", msgid("Withdrawn")},
};

} // namespace model
