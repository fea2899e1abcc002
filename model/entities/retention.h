#pragma once

#include "model/schema/entity.h"

namespace model {

/// What is kept for a limited time.
enum class RetentionSubject { left_staff };

template <>
inline constexpr std::array choices_of<RetentionSubject>{
    Choice{"left_staff", msgid("Personal information of people who left")},
};

/// How long something is kept, from a day on. The whole county reads it.
struct Retention {
    Uuid id;
    std::string name;
    std::optional<RetentionSubject> subject;
    std::optional<std::int64_t> years;
    std::optional<std::int64_t> months;
    std::optional<Date> from;
    std::string document;
    std::string remark;
};

template <>
const EntityDef& def_of<Retention>();

template <>
std::span<const Field<Retention>> fields_of<Retention>();

} // namespace model
