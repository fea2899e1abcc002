#pragma once

#include "model/schema/entity.h"

namespace model {

/// What a chief representative may do alone.
enum class PowerKind { full, partial, receive };

template <>
inline constexpr std::array choices_of<PowerKind>{
    Choice{"full", msgid("Full authority")},
    Choice{"partial", msgid("Part of the items")},
    Choice{"receive", msgid("Receiving only")},
};

/// A unit's chief affairs representative at the hall: appointment and authorisation, each with its
/// document (任命书, 授权书), from when to when.
struct Authorisation {
    Uuid id;
    std::optional<Uuid> unit;
    std::optional<Uuid> person;
    std::optional<PowerKind> power;
    std::string appointment;
    std::optional<Date> appointed;
    std::string document;
    std::optional<bool> seal;
    std::optional<Date> filed;
    std::string scope_text;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string end_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<Authorisation>();

template <>
std::span<const Field<Authorisation>> fields_of<Authorisation>();

} // namespace model
