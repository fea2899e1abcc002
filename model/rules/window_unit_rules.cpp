#include "model/entities/unit.h"
#include "model/entities/window.h"
#include "model/rules/link_rules.h"
#include "model/rules/still_open.h"

namespace model {

namespace {

std::optional<Window> window_of(const WindowUnit& link, const Context& context)
{
    const auto record =
        link.window ? context.lookup.find(def_of<Window>(), *link.window) : std::nullopt;
    return record ? std::optional(from_record<Window>(*record)) : std::nullopt;
}

std::optional<Unit> unit_of(const WindowUnit& link, const Context& context)
{
    const auto record = link.unit ? context.lookup.find(def_of<Unit>(), *link.unit) : std::nullopt;
    return record ? std::optional(from_record<Unit>(*record)) : std::nullopt;
}

std::optional<Finding> link_names_both(const WindowUnit& link, const Context&)
{
    if (link.window && link.unit)
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = link.window ? "unit" : "window",
        .message = {link.window ? msgid("Which unit serves at the window is still missing")
                                : msgid("The window is still missing")}};
}

/// The first other link of the window at the same time that `is_meant`.
template <class IsMeant>
std::optional<WindowUnit> beside(const WindowUnit& link, const Context& context, IsMeant is_meant)
{
    if (!link.window || !link.unit)
        return std::nullopt;
    for (const auto& record : context.lookup.where(def_of<WindowUnit>(), "window", *link.window)) {
        auto other = from_record<WindowUnit>(record);
        if (other.id != link.id && other.unit && is_meant(other)
            && overlap({link.from, link.to}, {other.from, other.to}, context.today))
            return other;
    }
    return std::nullopt;
}

std::optional<Finding> unit_is_there_once(const WindowUnit& link, const Context& context)
{
    return finding_if(
        beside(link, context, [&](const WindowUnit& other) { return other.unit == link.unit; })
            .has_value(),
        Level::refuse, "unit",
        {msgid("The unit is entered at this window for the same time already: change or end that "
               "entry instead of making a second one")});
}

std::optional<Finding> own_window_has_one_unit(const WindowUnit& link, const Context& context)
{
    const auto other = beside(link, context, [&](const WindowUnit& each) {
        return each.unit != link.unit
            && (link.sharing == WindowSharing::exclusive
                || each.sharing == WindowSharing::exclusive);
    });
    const auto unit = other ? unit_of(*other, context) : std::nullopt;
    return finding_if(unit.has_value(), Level::warn, "sharing",
        {msgid("{1} is at this window at the same time, and one of the two has it for itself: end "
               "one of them, or make it a shared window"),
            {unit ? unit->name : std::string()}});
}

std::optional<Finding> ends_with_the_unit(const WindowUnit& link, const Context& context)
{
    const auto unit = unit_of(link, context);
    if (!unit || !is_over(unit->closed, context.today) || (link.to && *link.to <= *unit->closed))
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "to",
        .message = {msgid("The unit left the hall on {1}, but the link goes on: end it too"),
            {to_iso(*unit->closed)}},
        .due = unit->closed};
}

std::optional<Finding> ends_with_the_window(const WindowUnit& link, const Context& context)
{
    const auto window = window_of(link, context);
    if (!window || !is_over(window->closed, context.today)
        || (link.to && *link.to <= *window->closed))
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "to",
        .message = {msgid("The window closed on {1}, but the link goes on: end it too"),
            {to_iso(*window->closed)}},
        .due = window->closed};
}

std::optional<Finding> begins_with_the_window(const WindowUnit& link, const Context& context)
{
    const auto window = window_of(link, context);
    if (!window || !window->opened || !link.from || *link.from >= *window->opened)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "from",
        .message = {msgid("The window opened on {1}, which is later: one of the two dates is "
                          "wrong"),
            {to_iso(*window->opened)}}};
}

/// Whoever shares a window names a contact and a phone, and can be reached (综合窗口).
std::optional<Finding> unit_can_be_called(const WindowUnit& link, const Context& context)
{
    if (link.sharing != WindowSharing::shared || !is_current({link.from, link.to}, context.today)
        || (!link.contact.empty() && !link.phone.empty()))
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = link.contact.empty() ? "contact" : "phone",
        .message = {msgid("Whom the shared window calls at this unit, and his phone, are still "
                          "missing")}};
}

std::optional<Finding> link_phone_is_one(const WindowUnit& link, const Context&)
{
    return phone_finding("phone", link.phone);
}

/// The unit that answers for a window is one of those that serve there.
std::optional<Finding> window_names_one_of_its_units(const WindowUnit& link, const Context& context)
{
    const auto window = window_of(link, context);
    if (!window || !window->unit || window->unit == link.unit || !is_open(*window, context.today)
        || !is_current({link.from, link.to}, context.today))
        return std::nullopt;
    for (const auto& record : context.lookup.where(def_of<WindowUnit>(), "window", window->id)) {
        const auto other = from_record<WindowUnit>(record);
        if (other.unit == window->unit && is_current({other.from, other.to}, context.today))
            return std::nullopt;
    }
    const auto unit = context.lookup.find(def_of<Unit>(), *window->unit);
    return finding_if(unit.has_value(), Level::remind, "unit",
        {msgid("The window says that {1} answers for it, which is none of the units at it now: "
               "change the window, or enter that unit here too"),
            {unit ? unit->title() : std::string()}});
}

constexpr std::array rules{
    Rule<WindowUnit>{"W21", link_names_both},
    Rule<WindowUnit>{"W22", unit_is_there_once},
    Rule<WindowUnit>{"W23", own_window_has_one_unit},
    Rule<WindowUnit>{"W24", ends_with_the_unit},
    Rule<WindowUnit>{"W25", ends_with_the_window},
    Rule<WindowUnit>{"W26", begins_with_the_window},
    Rule<WindowUnit>{"W27", unit_can_be_called},
    Rule<WindowUnit>{"W28", link_phone_is_one},
    Rule<WindowUnit>{"W29", window_names_one_of_its_units},
};

} // namespace

Findings check_rules(const WindowUnit& link, const Context& context)
{
    return apply(rules, link, context);
}

} // namespace model
