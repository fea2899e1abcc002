#include "model/rules/position_rules.h"

namespace model {

namespace {

bool lies_on_the_floor(
    const std::optional<std::int64_t>& from, const std::optional<std::int64_t>& length)
{
    return !from || !length
        || (*from >= 0 && *length >= least_drawn && *length <= whole_floor
            && *from <= whole_floor - *length);
}

std::optional<Finding> lies_between_the_sides(const WindowPosition& position, const Context&)
{
    return finding_if(!lies_on_the_floor(position.x, position.width), Level::refuse, "x",
        {msgid("The window stands outside the hall: distance and width are counted in thousandths "
               "of the floor, from 0 to 1000 together, the width from 10 on")});
}

std::optional<Finding> lies_between_the_ends(const WindowPosition& position, const Context&)
{
    return finding_if(!lies_on_the_floor(position.y, position.height), Level::refuse, "y",
        {msgid("The window stands outside the hall: distance and height are counted in thousandths "
               "of the floor, from 0 to 1000 together, the height from 10 on")});
}

std::optional<Finding> stands_once(const WindowPosition& position, const Context& context)
{
    const bool is_twice = position.window
        && context.lookup.another(
            def_of<WindowPosition>(), "window", *position.window, position.id);
    return finding_if(is_twice, Level::warn, "window",
        {msgid("This window stands on the plan twice: keep one of the two")});
}

std::optional<Finding> names_a_window(const WindowPosition& position, const Context&)
{
    return finding_if(!position.window, Level::remind, "window",
        {msgid("Say which window this is: without it nothing stands on the plan")});
}

constexpr std::array rules{
    Rule<WindowPosition>{"W07", lies_between_the_sides},
    Rule<WindowPosition>{"W08", lies_between_the_ends},
    Rule<WindowPosition>{"W09", stands_once},
    Rule<WindowPosition>{"W10", names_a_window},
};

} // namespace

Findings check_rules(const WindowPosition& position, const Context& context)
{
    return apply(rules, position, context);
}

} // namespace model
