#pragma once

#include "model/schema/entity.h"

namespace model {

/// The answer to a line of a check-list.
enum class CheckAnswer { yes, no, partly, not_applicable };

template <>
inline constexpr std::array choices_of<CheckAnswer>{
    Choice{"yes", msgid("Fulfilled")},
    Choice{"no", msgid("Not fulfilled")},
    Choice{"partly", msgid("Fulfilled in part")},
    Choice{"not_applicable", msgid("Does not apply")},
};

/// One line of a check-list as it was answered in an inspection.
struct InspectionLine {
    Uuid id;
    std::optional<Uuid> inspection;
    std::optional<std::int64_t> order;
    std::string question;
    std::optional<CheckAnswer> answer;
    std::optional<Decimal> points;
    std::string remark;
    std::string category;
    std::optional<bool> evidence; ///< a photo or a paper is to show it
};

template <>
const EntityDef& def_of<InspectionLine>();

template <>
std::span<const Field<InspectionLine>> fields_of<InspectionLine>();

} // namespace model
