#pragma once

#include "model/schema/ownership.h"
#include "model/store/hlc.h"
#include "model/store/version.h"

#include <vector>

namespace model {

/// A field as it stands on the hub.
struct Standing {
    Version ver; ///< Version{} for a field that was never filled
    Value value;
    Hlc stamp = 0;
    Org author;
};

/// A value somebody wants to put there, and every version he had seen.
struct Proposal {
    std::vector<Version> bases;
    Version ver;
    Value value;
    Hlc stamp = 0;
    Org author;
};

enum class Verdict {
    applies, ///< its author had seen what stands here
    agrees,  ///< both say the same
    wins,    ///< concurrent and stronger: what stands here goes to the conflict inbox
    loses,   ///< concurrent and weaker: the proposal goes to the conflict inbox
};

/// What becomes of a proposal. Pure: hub, bundle import and simulation ask the same function. The
/// organisation that owns the field outranks time; among equals the later stamp stands, and of
/// equal stamps the larger version, so that every replica decides alike.
Verdict judge(const std::optional<Org>& owner, const Standing& cell, const Proposal& proposal);

/// A set-valued field never conflicts: what was added and what was taken away since the base is
/// added to and taken from what stands.
Value merge_set(const Value& stands, const Value& base, const Value& wanted);

} // namespace model
