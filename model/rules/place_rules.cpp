#include "model/rules/place_rules.h"

#include "model/base/text.h"
#include "model/rules/division_codes.h"
#include "model/rules/limits.h"
#include "model/rules/source_texts.h"
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
    auto finding = circle_finding(def_of<Place>(), place.id, "parent", place.parent, context);
    if (finding)
        finding->level = Level::refuse;
    return finding;
}

/// One tree from the county down to the village (36号 article 3).
std::optional<Finding> belongs_to_a_higher_level(const Place& place, const Context& context)
{
    if (!place.type || !place.parent || place.parent == place.id)
        return std::nullopt;
    const auto record = context.lookup.find(def_of<Place>(), *place.parent);
    const auto above = record ? from_record<Place>(*record).type : std::nullopt;
    const bool are_halls = place.type == PlaceType::hall && above == PlaceType::hall;
    return finding_if(above && !are_halls && level_of(*above) >= level_of(*place.type),
        Level::refuse, "parent",
        {msgid("“{1}” cannot belong to “{2}”, which is no higher: below the hall stand branch "
               "halls, park and township centres, below these village and business-district "
               "stations, below all of them self-service points"),
            {place.name, record ? record->title() : std::string()}});
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
    Rule<Place>{"L06", public_area_is_part_of_the_floor},
    Rule<Place>{"L07", phone_has_a_shape},
    Rule<Place>{"L08", belongs_to_another},
    Rule<Place>{"L09", nothing_outlives_it},
    Rule<Place>{"L16", sign_is_up},
    Rule<Place>{"L17", belongs_to_a_higher_level, sources::one_tree_of_places},
    Rule<Place>{"L21", zones_are_complete, sources::halls},
};

std::optional<Finding> change_names_its_places(const PlaceChange& change, const Context&)
{
    using enum PlaceChangeKind;
    if (!change.place)
        return Finding{.level = Level::remind,
            .field = "place",
            .message = {msgid("Which place changed is still missing")}};
    return finding_if((change.kind == merged || change.kind == split) && !change.successor,
        Level::remind, "successor", {msgid("Which place follows is still missing")});
}

std::optional<Finding> place_does_not_follow_itself(const PlaceChange& change, const Context&)
{
    return finding_if(change.place && change.successor == change.place, Level::refuse, "successor",
        {msgid("A place does not follow itself: choose another")});
}

std::optional<Finding> renamed_place_has_both_names(const PlaceChange& change, const Context&)
{
    if (change.kind != PlaceChangeKind::renamed)
        return std::nullopt;
    return finding_if(
        change.old_name.empty() || change.new_name.empty() || change.old_name == change.new_name,
        Level::warn, change.old_name.empty() ? "old_name" : "new_name",
        {msgid("A renamed place has a name before and another one after")});
}

constexpr std::array change_rules{
    Rule<PlaceChange>{"L18", change_names_its_places},
    Rule<PlaceChange>{"L19", place_does_not_follow_itself},
    Rule<PlaceChange>{"L20", renamed_place_has_both_names},
};

} // namespace

int level_of(PlaceType type)
{
    switch (type) {
    case PlaceType::hall:
        return 0;
    case PlaceType::branch_hall:
    case PlaceType::park_centre:
    case PlaceType::township_centre:
        return 1;
    case PlaceType::village_station:
    case PlaceType::business_station:
        return 2;
    case PlaceType::self_service:
        break;
    }
    return 3;
}

Findings check_rules(const Place& place, const Context& context)
{
    return apply(rules, place, context);
}

Findings check_rules(const PlaceChange& change, const Context& context)
{
    return apply(change_rules, change, context);
}

} // namespace model
