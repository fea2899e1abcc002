#pragma once

#include "model/entities/satisfaction.h"
#include "model/schema/entity.h"

namespace model {

/// What the outlet did.
enum class CaseMode { help, agent, door, advice };

template <>
inline constexpr std::array choices_of<CaseMode>{
    Choice{"help", msgid("Help")},
    Choice{"agent", msgid("Agency")},
    Choice{"door", msgid("At home")},
    Choice{"advice", msgid("Advice")},
};

/// What came of it.
enum class CaseResult { open, done, refused, withdrawn };

template <>
inline constexpr std::array choices_of<CaseResult>{
    Choice{"open", msgid("Under way")},
    Choice{"done", msgid("Done")},
    Choice{"refused", msgid("Not granted")},
    Choice{"withdrawn", msgid("Withdrawn by the applicant")},
};

/// A case in which an outlet helped somebody or acted for him (帮代办). Kept to the least: the name
/// and phone, the last four of the ID number where it must be.
struct AgencyCase {
    Uuid id;
    std::string number;
    std::optional<Date> day;
    std::optional<Uuid> place;
    std::string applicant;
    std::string phone;
    std::string id_tail;
    std::optional<Uuid> item;
    std::string matter;
    std::optional<CaseMode> mode;
    std::optional<Uuid> agent;
    std::string received;
    std::optional<Uuid> sent_to;
    std::optional<Date> sent;
    std::string returned;
    std::optional<CaseResult> result;
    std::optional<Date> result_on;
    std::optional<Satisfaction> satisfaction;
    std::optional<bool> signature;
    std::string remark;
};

template <>
const EntityDef& def_of<AgencyCase>();

template <>
std::span<const Field<AgencyCase>> fields_of<AgencyCase>();

} // namespace model
