#pragma once

#include "model/schema/entity.h"

namespace model {

/// On coming or on leaving.
enum class CheckKind { joining, leaving };

template <>
inline constexpr std::array choices_of<CheckKind>{
    Choice{"joining", msgid("On joining")},
    Choice{"leaving", msgid("On leaving")},
};

/// What is settled when somebody comes or goes.
enum class CheckMatter {
    uniform,
    badge,
    keys,
    accounts,
    authorisation,
    party,
    cases,
    window,
    equipment,
    files,
    training,
    commitment,
    other
};

template <>
inline constexpr std::array choices_of<CheckMatter>{
    Choice{"uniform", msgid("Work clothing")},
    Choice{"badge", msgid("Badge")},
    Choice{"keys", msgid("Keys and access")},
    Choice{"accounts", msgid("Accounts of systems")},
    Choice{"authorisation", msgid("Authorisation and seal")},
    Choice{"party", msgid("Party relation")},
    Choice{"cases", msgid("Open cases and complaints")},
    Choice{"window", msgid("Window and cover")},
    Choice{"equipment", msgid("Equipment in custody")},
    Choice{"files", msgid("Files and devices")},
    Choice{"training", msgid("Induction")},
    Choice{"commitment", msgid("Commitment letter")},
    Choice{"other", msgid("Other")},
};

/// One line of the list that is worked off when a person joins or leaves the hall.
struct HandoverCheck {
    Uuid id;
    std::optional<Uuid> person;
    std::optional<Uuid> posting;
    std::optional<CheckKind> kind;
    std::optional<CheckMatter> matter;
    std::optional<Date> due;
    std::optional<bool> done;
    std::optional<Date> done_on;
    std::string done_by;
    std::string remark;
    std::string text;
};

template <>
const EntityDef& def_of<HandoverCheck>();

template <>
std::span<const Field<HandoverCheck>> fields_of<HandoverCheck>();

} // namespace model
