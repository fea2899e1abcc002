#pragma once

#include "model/schema/entity.h"

namespace model {

/// What makes an assessment necessary beforehand (个人信息保护法 art. 55).
inline constexpr std::array assessment_reasons{
    Choice{"sensitive", msgid("Sensitive personal information")},
    Choice{"automated", msgid("Automated decisions")},
    Choice{"entrust", msgid("Entrusting others")},
    Choice{"provide", msgid("Providing to others")},
    Choice{"publish", msgid("Publishing")},
    Choice{"cross_border", msgid("Providing abroad")},
    Choice{"other", msgid("Other great effect on people")},
};

/// Whether the measures are lawful, effective and fit the risk (art. 56).
enum class Fitting { yes, partly, no };

template <>
inline constexpr std::array choices_of<Fitting>{
    Choice{"yes", msgid("Lawful, effective and fitting")},
    Choice{"partly", msgid("To be mended in part")},
    Choice{"no", msgid("Not fitting")},
};

/// An assessment of what the handling of personal information does to people
/// (个人信息保护影响评估).
struct ImpactAssessment {
    Uuid id;
    std::string matter;
    std::optional<Uuid> place; ///< whose matter it is; empty: the whole office's
    Set reasons;
    std::string purpose;
    std::string effects;
    std::string measures;
    std::optional<Fitting> fitting;
    std::string conclusion;
    std::string assessed_by;
    std::optional<Date> assessed;
    std::string document;
    std::optional<Date> keep_until;
    std::string remark;
};

template <>
const EntityDef& def_of<ImpactAssessment>();

template <>
std::span<const Field<ImpactAssessment>> fields_of<ImpactAssessment>();

} // namespace model
