#pragma once

#include "model/entities/assessed_kind.h"
#include "model/schema/entity.h"

namespace model {

/// How far a period is (domain: daily records, draft, notice to units with time to object, public
/// notice, confirmation, bulletin). What is locked never changes.
enum class PeriodState { open, draft, noticed, made_public, locked, published };

template <>
inline constexpr std::array choices_of<PeriodState>{
    Choice{"open", msgid("Recording")},
    Choice{"draft", msgid("Draft of the scores")},
    Choice{"noticed", msgid("Told to the units")},
    Choice{"made_public", msgid("Public notice")},
    Choice{"locked", msgid("Confirmed and locked")},
    Choice{"published", msgid("Bulletin published")},
};

/// A period for which a place is assessed by a method: a month's record, and how far it is.
struct Period {
    Uuid id;
    std::string name;
    std::optional<Uuid> place;
    std::optional<Uuid> method;
    std::optional<PeriodKind> kind;
    std::optional<Date> first;
    std::optional<PeriodState> state;
    std::optional<Date> noticed;
    std::optional<Date> object_until;
    std::optional<Date> public_from;
    std::optional<Date> public_until;
    std::optional<Date> locked;
    std::string locked_by;
    std::optional<Date> published;
    std::string document;
    std::string reopened;
    std::string remark;
};

template <>
const EntityDef& def_of<Period>();

template <>
std::span<const Field<Period>> fields_of<Period>();

} // namespace model
