#include "model/rules/window_rules.h"

#include "model/rules/still_open.h"

namespace model {

namespace {

/// What is printed on the call screen must name one desk. Without a place there is no telling:
/// lists from several halls give the same numbers again.
std::optional<Finding> number_is_of_one_window(const Window& window, const Context& context)
{
    if (!window.place || window.number.empty() || !is_open(window, context.today))
        return std::nullopt;
    const auto same = context.lookup.matching(
        def_of<Window>(), {{"place", *window.place}, {"number", window.number}});
    for (const auto& record : same) {
        if (record.id != window.id && is_open(from_record<Window>(record), context.today))
            return Finding{.field = "number",
                .message = {msgid("An open window of this place already has the number {1}: give "
                                  "another number, or close that window first"),
                    {window.number}}};
    }
    return std::nullopt;
}

/// Two of one number and no place may stand in two halls, or be one window entered twice.
std::optional<Finding> number_without_a_place(const Window& window, const Context& context)
{
    if (window.place || window.number.empty() || !is_open(window, context.today))
        return std::nullopt;
    const auto same =
        context.lookup.matching(def_of<Window>(), {{"number", window.number}, {"place", {}}});
    for (const auto& record : same) {
        if (record.id == window.id || !is_open(from_record<Window>(record), context.today))
            continue;
        return Finding{.level = Level::warn,
            .field = "number",
            .message = {msgid("Another open window has the number {1}, and neither says its place: "
                              "fill in the places, or keep one of the two"),
                {window.number}}};
    }
    return std::nullopt;
}

std::optional<Finding> phone_has_a_shape(const Window& window, const Context&)
{
    return phone_finding("phone", window.phone);
}

std::optional<Finding> status_agrees_with_the_closing(const Window& window, const Context& context)
{
    if (!window.closed || *window.closed >= context.today || !window.status
        || window.status == WindowStatus::closed)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "status",
        .message = {msgid("The window closed on {1}, and the status does not say so: set it to "
                          "closed, or clear the day"),
            {to_iso(*window.closed)}},
        .due = window.closed};
}

constexpr std::array rules{
    Rule<Window>{"W01", number_is_of_one_window},
    Rule<Window>{"W02", phone_has_a_shape},
    Rule<Window>{"W04", number_without_a_place},
    Rule<Window>{"W05", status_agrees_with_the_closing},
};

} // namespace

Findings check_rules(const Window& window, const Context& context)
{
    return apply(rules, window, context);
}

} // namespace model
