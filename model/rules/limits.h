#pragma once

#include "model/rules/rule.h"

#include <cstdint>

namespace model {

/// A figure that the rules measure by: it differs by county and changes with the years, so it is
/// data with the day from which it binds.
struct Limit {
    std::int64_t value = 0;
    std::optional<Source> source = {};
    bool is_own = false; ///< the county's own
};

/// The figure of that name as of `context.today`: the county's own (the register `setting`) that is
/// in force by then, or else the usual one; nothing for a name that is in no list.
std::optional<Limit> limit_on(std::string_view name, const Context& context);

/// The same without the county's own figures (assets/codes/limits.csv).
std::optional<Limit> usual_limit_on(std::string_view name, Date today);

/// How the uniform name of a kind of place ends (assets/codes/place_names.csv).
struct PlaceName {
    std::string_view ending;
    std::optional<Source> source;
};

std::optional<PlaceName> place_name_on(std::string_view type, Date today);

/// A functional zone that a kind of place has: its code among place_zones, and its Chinese name.
struct PlaceZone {
    std::string_view code;
    std::string_view name;
};

/// The zones that a place of that type has as of `today` (assets/codes/place_zones.csv); none for
/// types that may do without.
std::vector<PlaceZone> place_zones_on(std::string_view type, Date today);

/// A kind of window that a hall is to have: its code among the kinds, and its official name.
struct StandardWindow {
    std::string_view type;
    std::string_view name;
};

/// Those of that day, in the order in which they are usually told (assets/codes/
/// standard_windows.csv).
std::vector<StandardWindow> standard_windows_on(Date today);

} // namespace model
