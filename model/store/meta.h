#pragma once

#include "model/schema/entity.h"
#include "model/store/version.h"

#include <cstdint>

namespace model {

/// What the store knows of a record besides its fields.
struct Meta {
    std::int64_t rid = 0;
    Uuid id;
    int kind = 0;                   ///< the entity's wire id
    const EntityDef* def = nullptr; ///< none: an entity of a newer version, kept untouched
    Scope scope = county_wide;
    Uuid home;
    Version born;
    bool deleted = false;
    std::int64_t gseq = 0;
    std::int64_t entered = 0;
};

/// The version of a field that changed after its record's birth. Field 0 is "deleted".
struct FieldVersion {
    int fid = 0;
    Version ver;
    std::int64_t gseq = 0;
};

constexpr int deleted_fid = 0;

} // namespace model
