#pragma once

#include "model/schema/entity.h"

namespace model {

/// Steps of an item that an authorisation covers.
inline constexpr std::array authorised_levels{
    Choice{"receive", msgid("Receive")},
    Choice{"review", msgid("Review")},
    Choice{"decide", msgid("Decide at once")},
    Choice{"seal", msgid("Use the seal")},
};

/// An item that an authorisation covers, and up to which step.
struct AuthorisedItem {
    Uuid id;
    std::optional<Uuid> authorisation;
    std::optional<Uuid> item;
    Set levels;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string end_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<AuthorisedItem>();

template <>
std::span<const Field<AuthorisedItem>> fields_of<AuthorisedItem>();

} // namespace model
