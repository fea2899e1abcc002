#pragma once

#include "model/schema/entity.h"

namespace model {

/// Awards and discipline.
enum class AwardKind {
    commendation,
    honour,
    star,
    merit,
    talk,
    admonition,
    criticism,
    warning,
    demerit,
    dismissal,
    other
};

template <>
inline constexpr std::array choices_of<AwardKind>{
    Choice{"commendation", msgid("Commendation")},
    Choice{"honour", msgid("Honorary title")},
    Choice{"star", msgid("Service star")},
    Choice{"merit", msgid("Merit")},
    Choice{"talk", msgid("Reminder talk")},
    Choice{"admonition", msgid("Admonition")},
    Choice{"criticism", msgid("Public criticism")},
    Choice{"warning", msgid("Warning")},
    Choice{"demerit", msgid("Demerit")},
    Choice{"dismissal", msgid("Dismissal or removal")},
    Choice{"other", msgid("Other")},
};

/// An award or a disciplinary measure, who decided it, and until when it has effect.
struct Award {
    Uuid id;
    std::optional<Uuid> person;
    std::optional<AwardKind> kind;
    std::string name;
    std::string reason;
    std::string decided_by;
    std::optional<Date> decided;
    std::string document;
    std::optional<Date> effect_until;
    std::optional<Date> revoked;
    std::string revoked_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<Award>();

template <>
std::span<const Field<Award>> fields_of<Award>();

} // namespace model
