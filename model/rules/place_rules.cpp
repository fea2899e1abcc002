#include "model/rules/place_rules.h"

#include "model/base/text.h"
#include "model/rules/division_codes.h"
#include "model/rules/limits.h"
#include "model/rules/still_open.h"

#include <algorithm>

namespace model {

namespace {

std::optional<Finding> division_code_has_a_shape(const Place& place, const Context&)
{
    return division_finding("region", place.region);
}

std::optional<Finding> name_is_uniform(const Place& place, const Context& context)
{
    if (!place.type || place.name.empty())
        return std::nullopt;
    const auto uniform = place_name_on(
        choices_of<PlaceType>.at(static_cast<std::size_t>(*place.type)).code, context.today);
    if (!uniform
        || (place.name.size() > uniform->ending.size() && place.name.ends_with(uniform->ending)))
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "name",
        .message = {msgid("The uniform name of such a place is its area and then \"{1}\""),
            {std::string(uniform->ending)}},
        .source = uniform->source};
}

std::optional<Finding> somebody_is_in_charge(const Place& place, const Context& context)
{
    if (!place.responsible.empty() || is_over(place.closed, context.today))
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "responsible",
        .message = {msgid("Nobody is in charge of this place yet")}};
}

std::optional<Finding> branch_hall_is_approved(const Place& place, const Context&)
{
    if (place.type != PlaceType::branch_hall || !place.basis_document.empty())
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "basis_document",
        .message = {msgid("A branch hall needs the document that approved it")}};
}

std::optional<Finding> closes_after_it_opened(const Place& place, const Context&)
{
    return order_finding("closed", place.opened, place.closed,
        {msgid("The place closes before it opened: one of the two dates is wrong")});
}

std::optional<Finding> public_area_is_part_of_the_floor(const Place& place, const Context&)
{
    if (!place.floor_area || !place.public_area
        || place.public_area->units <= place.floor_area->units)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "public_area",
        .message = {msgid("The area for the public is larger than the whole floor area")}};
}

std::optional<Finding> phone_has_a_shape(const Place& place, const Context&)
{
    return phone_finding("phone", place.phone);
}

std::optional<Finding> belongs_to_another(const Place& place, const Context& context)
{
    return circle_finding(def_of<Place>(), place.id, "parent", place.parent, context);
}

std::optional<Finding> nothing_outlives_it(const Place& place, const Context& context)
{
    if (!is_over(place.closed, context.today))
        return std::nullopt;
    const auto open = still_open("place", place.id, context);
    if (!open.any())
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "closed",
        .message = {msgid("The place closed on {1}, but windows there are open ({2}) and people "
                          "are on duty there ({3}): end these too, or move them to another place"),
            {to_iso(*place.closed), std::to_string(open.windows), std::to_string(open.postings)}},
        .due = place.closed};
}

/// The check-list of functional zones (36号 chapter 2).
std::optional<Finding> zones_are_complete(const Place& place, const Context& context)
{
    if (!place.type || is_over(place.closed, context.today))
        return std::nullopt;
    const auto type = choices_of<PlaceType>.at(static_cast<std::size_t>(*place.type)).code;
    std::vector<std::string> missing;
    for (const auto& zone : place_zones_on(type, context.today))
        if (std::ranges::find(place.zones, zone.code) == place.zones.end())
            missing.emplace_back(zone.name);
    return finding_if(!missing.empty(), Level::remind, "zones",
        {msgid("These functional zones are not marked for the place: {1}"), {join(missing, "、")}});
}

/// The sign plate says the uniform name.
std::optional<Finding> sign_is_up(const Place& place, const Context& context)
{
    const bool has_a_uniform_name = place.type
        && place_name_on(
            choices_of<PlaceType>.at(static_cast<std::size_t>(*place.type)).code, context.today);
    return finding_if(has_a_uniform_name && place.sign_status == SignStatus::none
            && !is_over(place.closed, context.today),
        Level::remind, "sign_status",
        {msgid("The place has no sign plate with its uniform name yet")});
}

constexpr std::array rules{
    Rule<Place>{"L01", division_code_has_a_shape},
    Rule<Place>{"L02", name_is_uniform},
    Rule<Place>{"L03", somebody_is_in_charge},
    Rule<Place>{"L04", branch_hall_is_approved},
    Rule<Place>{"L05", closes_after_it_opened},
    Rule<Place>{"L06", public_area_is_part_of_the_floor},
    Rule<Place>{"L07", phone_has_a_shape},
    Rule<Place>{"L08", belongs_to_another},
    Rule<Place>{"L09", nothing_outlives_it},
    Rule<Place>{"L15", zones_are_complete},
    Rule<Place>{"L16", sign_is_up},
};

} // namespace

Findings check_rules(const Place& place, const Context& context)
{
    return apply(rules, place, context);
}

} // namespace model
