#include "model/rules/outlet_rules.h"

#include "model/entities/item.h"
#include "model/entities/place.h"
#include "model/rules/limits.h"
#include "model/rules/opening_days.h"
#include "model/rules/still_open.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

constexpr const char* place_missing = msgid("At which place this was is still missing");

std::optional<Place> place_of(const std::optional<Uuid>& id, const Context& context)
{
    const auto record = id ? context.lookup.find(def_of<Place>(), *id) : std::nullopt;
    return record ? std::optional(from_record<Place>(*record)) : std::nullopt;
}

std::optional<Finding> offer_names_its_ends(const OutletItem& item, const Context&)
{
    if (item.place && item.item)
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = item.place ? "item" : "place",
        .message = {item.place ? msgid("The item is still missing")
                               : msgid("At which outlet is still missing")}};
}

std::optional<Finding> offer_stands_once(const OutletItem& item, const Context& context)
{
    if (!item.item || is_over(item.to, context.today))
        return std::nullopt;
    for (const auto& record : context.lookup.where(def_of<OutletItem>(), "item", *item.item)) {
        const auto other = from_record<OutletItem>(record);
        if (other.id != item.id && other.place == item.place && item.place
            && overlap({item.from, item.to}, {other.from, other.to}, context.today))
            return Finding{.field = "item",
                .message = {msgid("The outlet has this item already: change that entry")}};
    }
    return std::nullopt;
}

std::optional<Finding> offer_is_at_an_outlet(const OutletItem& item, const Context& context)
{
    const auto place = place_of(item.place, context);
    return finding_if(place && place->type == PlaceType::hall, Level::warn, "place",
        {msgid("Items of the hall stand at its windows; this register is for outlets")});
}

std::optional<Finding> offered_item_is_in_force(const OutletItem& item, const Context& context)
{
    const auto record = item.item ? context.lookup.find(def_of<Item>(), *item.item) : std::nullopt;
    const auto cancelled = record ? from_record<Item>(*record).cancelled : std::nullopt;
    if (!is_over(cancelled, context.today) || is_over(item.to, context.today))
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "to",
        .message = {msgid("The item was cancelled on {1}: end it at the outlet too"),
            {to_iso(*cancelled)}},
        .due = cancelled};
}

/// Suspended, or still to begin: the outlet cannot handle it at present.
std::optional<Finding> offered_item_can_be_handled(const OutletItem& item, const Context& context)
{
    const auto record = item.item && is_current({item.from, item.to}, context.today)
        ? context.lookup.find(def_of<Item>(), *item.item)
        : std::nullopt;
    if (!record)
        return std::nullopt;
    const auto of = from_record<Item>(*record);
    if (of.state == ItemState::suspended)
        return Finding{.level = Level::remind,
            .field = "item",
            .message = {msgid("The item is suspended: tell the outlet, or end it there")}};
    return finding_if(of.effective && *of.effective > context.today, Level::remind, "from",
        {msgid("The item is in force from {1} on: begin it at the outlet on that day"),
            {of.effective ? to_iso(*of.effective) : std::string()}});
}

constexpr std::array offer_rules{
    Rule<OutletItem>{"O02", offer_names_its_ends},
    Rule<OutletItem>{"O03", offer_stands_once},
    Rule<OutletItem>{"O04", offer_is_at_an_outlet},
    Rule<OutletItem>{"O05", offered_item_is_in_force},
    Rule<OutletItem>{"L22", offered_item_can_be_handled},
};

std::optional<Finding> case_names_a_place(const AgencyCase& agency_case, const Context&)
{
    return finding_if(!agency_case.place, Level::remind, "place", {place_missing});
}

std::optional<Finding> tail_has_its_shape(const AgencyCase& agency_case, const Context&)
{
    const auto& tail = agency_case.id_tail;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool fits = tail.size() == 4 && std::all_of(tail.begin(), tail.end() - 1, is_digit)
        && (is_digit(tail.back()) || tail.back() == 'X' || tail.back() == 'x');
    return finding_if(!tail.empty() && !fits, Level::refuse, "id_tail",
        {msgid("These are not the last four characters of an ID number: three digits and a digit "
               "or X")});
}

std::optional<Finding> outcome_has_a_day(const AgencyCase& agency_case, const Context&)
{
    using enum CaseResult;
    return finding_if(
        (agency_case.result == done || agency_case.result == refused) && !agency_case.result_on,
        Level::remind, "result_on", {msgid("On which day the outcome came is still missing")});
}

std::optional<Finding> case_phone_is_one(const AgencyCase& agency_case, const Context&)
{
    return phone_finding("phone", agency_case.phone);
}

std::optional<Finding> case_number_is_its_own(const AgencyCase& agency_case, const Context& context)
{
    return double_finding(to_record(agency_case), "number", {"number", "place"}, context,
        {msgid("This place has a case of that number already: give another number")});
}

constexpr std::array case_rules{
    Rule<AgencyCase>{"O11", case_names_a_place},
    Rule<AgencyCase>{"O12", tail_has_its_shape},
    Rule<AgencyCase>{"O14", outcome_has_a_day},
    Rule<AgencyCase>{"O15", case_phone_is_one},
    Rule<AgencyCase>{"O16", case_number_is_its_own},
};

std::optional<Finding> patrol_names_a_place(const OutletPatrol& patrol, const Context&)
{
    return finding_if(!patrol.place, Level::remind, "place", {place_missing});
}

/// Whether the patrol came on a day on which the outlet does not open at all.
bool came_on_a_closed_day(const OutletPatrol& patrol, const Context& context)
{
    const auto place = place_of(patrol.place, context);
    return place && patrol.day && !opens_on(*place, *patrol.day);
}

std::optional<Finding> closed_outlet_is_explained(
    const OutletPatrol& patrol, const Context& context)
{
    return finding_if((patrol.open == false || patrol.staff == 0) && patrol.found.empty()
            && !came_on_a_closed_day(patrol, context),
        Level::remind, "found",
        {msgid("The outlet was closed or nobody was there: write down what was found")});
}

std::optional<Finding> patrol_comes_on_an_opening_day(
    const OutletPatrol& patrol, const Context& context)
{
    return finding_if(came_on_a_closed_day(patrol, context) && patrol.open != true, Level::remind,
        "day",
        {msgid("The outlet does not open on this day of the week: patrol it on an opening day, or "
               "correct its opening days")});
}

constexpr std::array patrol_rules{
    Rule<OutletPatrol>{"O21", patrol_names_a_place},
    Rule<OutletPatrol>{"O22", closed_outlet_is_explained},
    Rule<OutletPatrol>{"L23", patrol_comes_on_an_opening_day},
};

bool is_in_use(const Equipment& device, Date today)
{
    return device.state != EquipmentState::scrapped && !is_over(device.scrapped, today);
}

/// Machines stay dead where nobody is in charge.
std::optional<Finding> device_has_a_keeper(const Equipment& device, const Context& context)
{
    return finding_if(!device.keeper && is_in_use(device, context.today), Level::remind, "keeper",
        {msgid("Who looks after the device is still missing")});
}

std::optional<Finding> device_is_looked_at(const Equipment& device, const Context& context)
{
    if (!device.patrol_days || *device.patrol_days <= 0 || !is_in_use(device, context.today))
        return std::nullopt;
    std::optional<Date> last = device.bought;
    for (const auto& record :
        context.lookup.where(def_of<EquipmentPatrol>(), "equipment", device.id))
        if (const auto day = from_record<EquipmentPatrol>(record).day;
            day && (!last || *day > *last))
            last = day;
    if (!last)
        return Finding{.level = Level::remind,
            .field = "patrol_days",
            .message = {msgid("Nobody has looked at the device yet: enter the first patrol")}};
    const Date due{sys_days{*last} + days{*device.patrol_days}};
    if (due >= context.today)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "patrol_days",
        .message = {msgid("The device was to be looked at by {1}"), {to_iso(due)}},
        .due = due};
}

std::optional<Finding> device_number_is_its_own(const Equipment& device, const Context& context)
{
    return double_finding(to_record(device), "code", {}, context,
        {msgid("Another device has this number: give another one")});
}

constexpr std::array device_rules{
    Rule<Equipment>{"Q01", device_has_a_keeper},
    Rule<Equipment>{"Q02", device_is_looked_at},
    Rule<Equipment>{"Q03", device_number_is_its_own},
};

std::optional<Finding> look_names_a_device(const EquipmentPatrol& patrol, const Context&)
{
    return finding_if(!patrol.equipment, Level::remind, "equipment",
        {msgid("Which device was looked at is still missing")});
}

std::optional<Finding> fault_is_repaired(const EquipmentPatrol& patrol, const Context& context)
{
    const auto most = limit_on("repair_days", context);
    if (!most || patrol.state != EquipmentState::faulty || patrol.repaired || !patrol.day
        || sys_days{context.today} - sys_days{*patrol.day} <= days{most->value})
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "repaired",
        .message = {msgid("The fault was found on {1} and is not repaired"), {to_iso(*patrol.day)}},
        .due = Date{sys_days{*patrol.day} + days{most->value}}};
}

constexpr std::array look_rules{
    Rule<EquipmentPatrol>{"Q11", look_names_a_device},
    Rule<EquipmentPatrol>{"Q13", fault_is_repaired},
};

} // namespace

Findings check_rules(const OutletItem& item, const Context& context)
{
    return apply(offer_rules, item, context);
}

Findings check_rules(const AgencyCase& agency_case, const Context& context)
{
    return apply(case_rules, agency_case, context);
}

Findings check_rules(const OutletPatrol& patrol, const Context& context)
{
    return apply(patrol_rules, patrol, context);
}

Findings check_rules(const Equipment& device, const Context& context)
{
    return apply(device_rules, device, context);
}

Findings check_rules(const EquipmentPatrol& patrol, const Context& context)
{
    return apply(look_rules, patrol, context);
}

} // namespace model
