#include "model/rules/link_rules.h"

#include "model/entities/item.h"
#include "model/entities/window.h"
#include "model/rules/still_open.h"

namespace model {

namespace {

Finding missing(std::string_view field, const char* message)
{
    return {.level = Level::remind, .field = field, .message = {message}};
}

/// Whether a link with this last day still goes on when what it links is over.
std::optional<Finding> outlives(const std::optional<Date>& to, std::string_view field,
    const std::optional<Date>& over, const Context& context, const char* message)
{
    if (!is_over(over, context.today) || (to && *to <= *over))
        return std::nullopt;
    return Finding{
        .level = Level::warn, .field = field, .message = {message, {to_iso(*over)}}, .due = over};
}

std::optional<Date> day_closed(const std::optional<Uuid>& window, const Context& context)
{
    const auto record = window ? context.lookup.find(def_of<Window>(), *window) : std::nullopt;
    return record ? from_record<Window>(*record).closed : std::nullopt;
}

constexpr const char* window_closed =
    msgid("The window closed on {1}, but the link goes on: end it too");

template <class Link>
std::optional<Finding> names_a_window(const Link& link, const Context&)
{
    if (link.window)
        return std::nullopt;
    return missing("window", msgid("The window is still missing"));
}

template <class Link>
std::optional<Finding> ends_with_the_window(const Link& link, const Context& context)
{
    return outlives(link.to, "to", day_closed(link.window, context), context, window_closed);
}

std::optional<Finding> names_an_item(const WindowItem& link, const Context&)
{
    if (link.item)
        return std::nullopt;
    return missing("item", msgid("The item is still missing"));
}

std::optional<Finding> names_a_person(const WindowStaff& link, const Context&)
{
    if (link.person)
        return std::nullopt;
    return missing("person", msgid("The person is still missing"));
}

std::optional<Finding> ends_with_the_item(const WindowItem& link, const Context& context)
{
    const auto record = link.item ? context.lookup.find(def_of<Item>(), *link.item) : std::nullopt;
    if (!record)
        return std::nullopt;
    return outlives(link.to, "to", from_record<Item>(*record).cancelled, context,
        msgid("The item was cancelled on {1}, but the link goes on: end it too"));
}

/// Suspended, or still to begin: nobody can apply for it there.
std::optional<Finding> item_is_in_force(const WindowItem& link, const Context& context)
{
    const auto record = link.item && is_current({link.from, link.to}, context.today)
        ? context.lookup.find(def_of<Item>(), *link.item)
        : std::nullopt;
    if (!record)
        return std::nullopt;
    const auto item = from_record<Item>(*record);
    if (item.state == ItemState::suspended)
        return Finding{.level = Level::remind,
            .field = "item",
            .message = {
                msgid("The item is suspended: tell people at the window, or end it there")}};
    if (!item.effective || *item.effective <= context.today)
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "from",
        .message = {msgid("The item is in force from {1} on: begin it at the window on that day"),
            {to_iso(*item.effective)}},
        .due = item.effective};
}

std::optional<Finding> item_is_there_once(const WindowItem& link, const Context& context)
{
    if (!link.item || !link.window)
        return std::nullopt;
    for (const auto& record : context.lookup.where(def_of<WindowItem>(), "item", *link.item)) {
        const auto other = from_record<WindowItem>(record);
        if (other.id != link.id && other.window == link.window
            && overlap({link.from, link.to}, {other.from, other.to}, context.today))
            return Finding{.level = Level::warn,
                .field = "item",
                .message = {msgid("The item is at this window twice at the same time: keep one of "
                                  "the two links")}};
    }
    return std::nullopt;
}

/// B covers for A at other windows too; nobody holds two windows at once.
std::optional<Finding> person_holds_one_window(const WindowStaff& link, const Context& context)
{
    if (!link.person || link.slot == Slot::b)
        return std::nullopt;
    for (const auto& record : context.lookup.where(def_of<WindowStaff>(), "person", *link.person)) {
        const auto other = from_record<WindowStaff>(record);
        if (other.id == link.id || other.window == link.window || other.slot == Slot::b
            || other.shift != link.shift
            || !overlap({link.from, link.to}, {other.from, other.to}, context.today))
            continue;
        const auto window =
            other.window ? context.lookup.find(def_of<Window>(), *other.window) : std::nullopt;
        return Finding{.level = Level::warn,
            .field = "person",
            .message = {msgid("The person holds another window at the same time ({1}): end one of "
                              "the two, or make one the B post"),
                {window ? window->title() : std::string()}}};
    }
    return std::nullopt;
}

/// In the morning and in the afternoon are two times.
std::optional<Finding> person_is_here_once(const WindowStaff& link, const Context& context)
{
    if (!link.person || !link.window)
        return std::nullopt;
    for (const auto& record : context.lookup.where(def_of<WindowStaff>(), "person", *link.person)) {
        const auto other = from_record<WindowStaff>(record);
        if (other.id != link.id && other.window == link.window && other.shift == link.shift
            && overlap({link.from, link.to}, {other.from, other.to}, context.today))
            return Finding{.field = "person",
                .message = {msgid("The person is entered at this window for the same time already: "
                                  "change or end that entry instead of making a second one")}};
    }
    return std::nullopt;
}

constexpr std::array item_rules{
    Rule<WindowItem>{"K02", names_a_window<WindowItem>},
    Rule<WindowItem>{"K03", ends_with_the_window<WindowItem>},
    Rule<WindowItem>{"K04", names_an_item},
    Rule<WindowItem>{"K05", ends_with_the_item},
    Rule<WindowItem>{"K06", item_is_there_once},
    Rule<WindowItem>{"I25", item_is_in_force},
};

constexpr std::array staff_rules{
    Rule<WindowStaff>{"K02", names_a_window<WindowStaff>},
    Rule<WindowStaff>{"K03", ends_with_the_window<WindowStaff>},
    Rule<WindowStaff>{"K07", names_a_person},
    Rule<WindowStaff>{"K08", person_holds_one_window},
    Rule<WindowStaff>{"K09", person_is_here_once},
};

} // namespace

Findings check_rules(const WindowItem& link, const Context& context)
{
    return apply(item_rules, link, context);
}

Findings check_rules(const WindowStaff& link, const Context& context)
{
    return apply(staff_rules, link, context);
}

} // namespace model
