#pragma once

#include "model/entities/posting.h"
#include "model/schema/entity.h"

namespace model {

/// A person's annual grade: what the hall proposed (建议等次), what the deciding unit decided (最终
/// 等次), and the review and appeal against it. Words are those of the person's identity.
struct GradeRecord {
    Uuid id;
    std::optional<Uuid> person;
    std::optional<std::int64_t> year;
    std::optional<Uuid> place;
    std::optional<Uuid> unit;
    std::optional<Identity> identity;
    std::string proposed;
    std::optional<Date> proposed_on;
    std::string decided;
    std::optional<Date> decided_on;
    std::string document;
    std::string reason;
    std::optional<Date> told_on;
    std::optional<Date> review_asked;
    std::optional<Date> review_answered;
    std::string review_result;
    std::optional<Date> appeal_asked;
    std::optional<Date> appeal_answered;
    std::string appeal_result;
    std::string remark;
};

template <>
const EntityDef& def_of<GradeRecord>();

template <>
std::span<const Field<GradeRecord>> fields_of<GradeRecord>();

} // namespace model
