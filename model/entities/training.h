#pragma once

#include "model/schema/entity.h"

namespace model {

/// What is taught.
enum class TrainingKind {
    induction,
    etiquette,
    system,
    business,
    general_window,
    policy,
    discipline,
    safety,
    other
};

template <>
inline constexpr std::array choices_of<TrainingKind>{
    Choice{"induction", msgid("Induction")},
    Choice{"etiquette", msgid("Service manners")},
    Choice{"system", msgid("System use")},
    Choice{"business", msgid("Business of items")},
    Choice{"general_window", msgid("General window")},
    Choice{"policy", msgid("Policy")},
    Choice{"discipline", msgid("Clean conduct")},
    Choice{"safety", msgid("Safety")},
    Choice{"other", msgid("Other")},
};

/// How it went.
enum class TrainingResult { attended, passed, failed, missed };

template <>
inline constexpr std::array choices_of<TrainingResult>{
    Choice{"attended", msgid("Attended")},
    Choice{"passed", msgid("Passed")},
    Choice{"failed", msgid("Failed")},
    Choice{"missed", msgid("Did not attend")},
};

/// A training that a person took part in, with hours and result.
struct Training {
    Uuid id;
    std::optional<Uuid> person;
    std::string topic;
    std::optional<TrainingKind> kind;
    std::string organiser;
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<Decimal> hours;
    std::optional<TrainingResult> result;
    std::string certificate;
    std::string remark;
};

template <>
const EntityDef& def_of<Training>();

template <>
std::span<const Field<Training>> fields_of<Training>();

} // namespace model
