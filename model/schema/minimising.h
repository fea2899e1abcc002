#pragma once

#include "model/schema/entity.h"

namespace model {

/// The field that tells on which day a record's personal fields were emptied for good (最小化), or
/// nullptr for an entity without one. Whoever takes its value in also drops what he kept of what
/// those fields held.
inline const FieldDef* minimised_field(const EntityDef& def)
{
    const auto* field = def.find("minimised");
    return field && field->type == Type::date ? field : nullptr;
}

/// Whether the field is emptied then: all that is personal is, for scores, complaints and postings
/// point to the name alone.
inline bool is_minimised_away(const FieldDef& field)
{
    return field.personal;
}

/// The day on which that was done to the record, if it was.
inline std::optional<Date> minimised_on(const Record& record)
{
    const auto* field = minimised_field(*record.def);
    const auto* day = field ? std::get_if<Date>(&record[field->name]) : nullptr;
    return day ? std::optional(*day) : std::nullopt;
}

} // namespace model
