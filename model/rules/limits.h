#pragma once

#include "model/rules/finding.h"

#include <cstdint>

namespace model {

/// A figure that the rules measure by: it differs by county and changes with the years, so it is
/// data with the day from which it binds (assets/codes/limits.csv).
struct Limit {
    std::int64_t value = 0;
    std::optional<Source> source;
};

/// The figure of that name as of `today`: the newest that binds by then, or nothing.
std::optional<Limit> limit_on(std::string_view name, Date today);

/// How the uniform name of a kind of place ends (assets/codes/place_names.csv).
struct PlaceName {
    std::string_view ending;
    std::optional<Source> source;
};

std::optional<PlaceName> place_name_on(std::string_view type, Date today);

} // namespace model
