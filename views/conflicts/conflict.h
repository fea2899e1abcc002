#pragma once

#include "model/base/clock.h"
#include "model/schema/entity.h"

#include <functional>
#include <string>
#include <vector>

namespace views {

/// Two entries for one field that wait for a person to decide.
struct Conflict {
    std::string id; ///< by which it is settled
    const model::FieldDef* field = nullptr;
    const model::EntityDef* entity = nullptr;
    model::Uuid record;
    std::string title; ///< what people call the record
    model::Value base;
    model::Value mine;
    model::Value theirs;
    std::string mine_by;
    std::string theirs_by;
    model::Instant mine_at = 0;
    model::Instant theirs_at = 0;
};

enum class Take { base, mine, theirs, other };

/// Where conflicts come from and where decisions go.
struct Conflicts {
    std::function<std::vector<Conflict>()> open = [] { return std::vector<Conflict>{}; };

    /// Settles one; `value` is what the field becomes. Throws Error where that fails.
    std::function<void(const Conflict&, Take, const model::Value& value)> settle = {};
};

} // namespace views
