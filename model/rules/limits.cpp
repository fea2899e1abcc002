#include "model/rules/limits.h"

#include "model/rules/dated_lines.h"
#include "model/rules/own_figures.h"

namespace model {

std::optional<Limit> limit_on(std::string_view name, const Context& context)
{
    if (const auto own = own_figure(name, context))
        return Limit{.value = own->value, .source = own->source, .is_own = true};
    return usual_limit_on(name, context.today);
}

std::optional<Limit> usual_limit_on(std::string_view name, Date today)
{
    static const auto lines = read_dated_lines("codes/limits.csv");
    const auto* line = newest(lines, name, today);
    if (!line)
        return std::nullopt;
    return Limit{.value = line->number(), .source = source_of(*line)};
}

std::optional<PlaceName> place_name_on(std::string_view type, Date today)
{
    static const auto lines = read_dated_lines("codes/place_names.csv");
    const auto* line = newest(lines, type, today);
    if (!line)
        return std::nullopt;
    return PlaceName{line->value, source_of(*line)};
}

std::vector<PlaceZone> place_zones_on(std::string_view type, Date today)
{
    static const auto lines = read_dated_lines("codes/place_zones.csv");
    std::vector<PlaceZone> zones;
    for (const auto& line : lines) {
        const auto point = line.key.find('.');
        if (line.key.substr(0, point) == type && newest(lines, line.key, today) == &line)
            zones.push_back({line.key.substr(point + 1), line.value});
    }
    return zones;
}

std::vector<StandardWindow> standard_windows_on(Date today)
{
    static const auto lines = read_dated_lines("codes/standard_windows.csv");
    std::vector<StandardWindow> windows;
    for (const auto& line : lines)
        if (newest(lines, line.key, today) == &line)
            windows.push_back({line.key, line.value});
    return windows;
}

} // namespace model
