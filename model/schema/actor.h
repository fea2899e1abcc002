#pragma once

#include "model/base/uuid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace model {

/// What kind of organisation an actor speaks for.
enum class Role { agency, unit, outlet, upstream };

std::string_view role_name(Role role);
std::optional<Role> parse_role(std::string_view name);

/// An organisation: the hall office of a county and a township outlet by their division code, a
/// sending unit by the id of its record. Two units are two organisations.
struct Org {
    Role role = Role::agency;
    std::string id;

    bool operator==(const Org&) const = default;
};

/// Where a record belongs, as a division code of twelve digits (a county's hall is 430922000000, a
/// township 430922101000, a village 430922101005); 0 is read by the whole county.
using Scope = std::int64_t;

constexpr Scope county_wide = 0;

/// The records that named handlers alone may see; they leave no device by scope.
constexpr Scope restricted_scope = -1;

/// The subtree of a division: every scope from `first` to `last`.
struct Region {
    Scope first = 0;
    Scope last = 0;

    /// Reads a division code of 2, 4, 6, 9 or 12 digits (430000 and 430900 are province and city).
    static std::optional<Region> of(std::string_view code);

    bool contains(Scope scope) const { return scope >= first && scope <= last; }
    bool contains(const Region& other) const { return other.first >= first && other.last <= last; }
    bool operator==(const Region&) const = default;
};

/// Whether the scope lies in a township or village rather than in the county's own halls.
constexpr bool is_below_county(Scope scope)
{
    return scope > 0 && scope % 1'000'000 != 0;
}

/// The nine-digit code of the township a scope lies in, such as "430922101".
std::string township_of(Scope scope);

} // namespace model
