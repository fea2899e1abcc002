#pragma once

#include "model/schema/entity.h"

namespace model {

/// Who signs a commitment letter.
enum class SignerKind { head, chief, party, staff };

template <>
inline constexpr std::array choices_of<SignerKind>{
    Choice{"head", msgid("Head of the unit")},
    Choice{"chief", msgid("Chief representative")},
    Choice{"party", msgid("Party-member staff")},
    Choice{"staff", msgid("Window staff")},
};

/// A signed promise of clean conduct (清廉承诺书), each year anew.
struct Commitment {
    Uuid id;
    std::optional<Uuid> person;
    std::optional<Uuid> unit;
    std::optional<std::int64_t> year;
    std::optional<SignerKind> kind;
    std::optional<Date> signed_on;
    std::string kept_at;
    std::string remark;
};

template <>
const EntityDef& def_of<Commitment>();

template <>
std::span<const Field<Commitment>> fields_of<Commitment>();

} // namespace model
