#pragma once

#include "model/schema/entity.h"

namespace model {

/// Characters that a part has at most.
inline constexpr int longest_basis_part = 200'000;

/// A part of all that the scores of a locked period were computed from: the method, the objects,
/// their entries, presence and ballots as they were, so that it can be computed again whatever
/// happens to the registers later. The parts in their order are one text.
struct PeriodBasis {
    Uuid id;
    std::optional<Uuid> period;
    std::optional<std::int64_t> part;
    std::string content;
};

template <>
const EntityDef& def_of<PeriodBasis>();

template <>
std::span<const Field<PeriodBasis>> fields_of<PeriodBasis>();

} // namespace model
