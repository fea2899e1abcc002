#pragma once

#include "model/entities/left_for.h"
#include "model/entities/satisfaction.h"
#include "model/schema/entity.h"

namespace model {

/// What a bad rating comes from.
enum class RatingCause { fair, mistaken, malicious, unclear };

template <>
inline constexpr std::array choices_of<RatingCause>{
    Choice{"fair", msgid("Fair")},
    Choice{"mistaken", msgid("By mistake")},
    Choice{"malicious", msgid("Malicious")},
    Choice{"unclear", msgid("Cannot be cleared up")},
};

/// A rating of one or two stars and what was done about it: contact, correction, call-back; a
/// mistaken or malicious one is excluded after appeal and review (国办发〔2019〕51号).
struct BadRating {
    Uuid id;
    std::string number;
    std::optional<Date> rated;
    std::optional<Satisfaction> stars;
    std::optional<Uuid> item;
    std::optional<Uuid> place;
    std::optional<Uuid> window;
    std::optional<Uuid> person;
    std::optional<Uuid> unit;
    std::string content;
    std::optional<bool> named;
    std::optional<Date> contacted;
    std::optional<RatingCause> cause;
    std::optional<bool> complex; ///< takes longer to correct
    std::optional<Date> due;
    std::optional<LeftFor> left_for; ///< the clock stands still until it comes back
    std::optional<Date> left;
    std::optional<Date> returned;
    std::optional<Date> awaited; ///< since when the caller is waited for; it stands still as well
    std::optional<Date> answered;
    std::string correction;
    std::optional<Date> corrected;
    std::optional<Date> called_back;
    std::optional<Satisfaction> second;
    std::optional<Date> appealed;
    std::optional<bool> excluded;
    std::string remark;
};

template <>
const EntityDef& def_of<BadRating>();

template <>
std::span<const Field<BadRating>> fields_of<BadRating>();

} // namespace model
