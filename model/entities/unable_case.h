#pragma once

#include "model/entities/left_for.h"
#include "model/entities/satisfaction.h"
#include "model/schema/entity.h"

namespace model {

/// How hard the case is.
enum class UnableClass { simple, complex, special };

template <>
inline constexpr std::array choices_of<UnableClass>{
    Choice{"simple", msgid("Simple")},
    Choice{"complex", msgid("Complex")},
    Choice{"special", msgid("Special")},
};

/// How it could not be done.
enum class UnableKind { impossible, hard, refused };

template <>
inline constexpr std::array choices_of<UnableKind>{
    Choice{"impossible", msgid("Cannot be done")},
    Choice{"hard", msgid("Very hard to do")},
    Choice{"refused", msgid("Not done although it can be")},
};

/// Why.
enum class UnableCause { material, policy, departments, system, attitude, other };

template <>
inline constexpr std::array choices_of<UnableCause>{
    Choice{"material", msgid("Materials")},
    Choice{"policy", msgid("Rules and policy")},
    Choice{"departments", msgid("Several departments")},
    Choice{"system", msgid("System or data")},
    Choice{"attitude", msgid("The service itself")},
    Choice{"other", msgid("Other")},
};

/// What somebody brought to the window for unresolved matters (“办不成事”反映窗口), and what became
/// of it.
struct UnableCase {
    Uuid id;
    std::string number;
    std::optional<Date> received;
    std::string applicant;
    std::string phone;
    std::optional<Uuid> place;
    std::optional<Uuid> item;
    std::optional<Uuid> unit;
    std::string matter;
    std::optional<UnableClass> difficulty;
    std::optional<UnableKind> kind;
    std::optional<UnableCause> cause;
    std::optional<Date> sent;
    std::optional<Date> due;
    std::optional<Date> extended;
    std::optional<Date> told;
    std::optional<LeftFor> left_for;
    std::optional<Date> left;
    std::optional<Date> returned;
    std::string result;
    std::optional<bool> solved;
    std::optional<bool> negative;
    std::optional<Date> closed;
    std::optional<Date> fed_back;
    std::optional<Satisfaction> satisfaction;
    std::string remark;
};

template <>
const EntityDef& def_of<UnableCase>();

template <>
std::span<const Field<UnableCase>> fields_of<UnableCase>();

} // namespace model
