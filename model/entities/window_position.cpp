#include "model/entities/window_position.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array window_position_fields{
    field<&WindowPosition::window> (1, "window", msgid("Window"),          agency, {.width = 120, .group = msgid("Window on the hall plan"), .refers_to = "window"}),
    field<&WindowPosition::x>      (2, "x",      msgid("From the left"),   agency, {.width = 140}),
    field<&WindowPosition::y>      (3, "y",      msgid("From the upper edge"),      agency, {.width = 140}),
    field<&WindowPosition::width>  (4, "width",  msgid("Drawn width"),     agency, {.width = 140}),
    field<&WindowPosition::height> (5, "height", msgid("Drawn height"),    agency, {.width = 140}),
    field<&WindowPosition::remark> (6, "remark", msgid("Remark"),          shared, {.long_text = true}),
};
// clang-format on

constexpr auto window_position_defs = defs(window_position_fields);

constexpr std::array<std::string_view, 1> window_position_identity{"window"};

constexpr EntityDef window_position_def{
    .id = 70,
    .name = "window_position",
    .label = msgid("Window on the hall plan"),
    .plural = msgid("Windows on the hall plan"),
    .fields = window_position_defs,
    .reach = Reach::place,
    .scope_via = "window",
    .title = "window",
    .identity = window_position_identity,
    .match = window_position_identity,
};

} // namespace

template <>
const EntityDef& def_of<WindowPosition>()
{
    return window_position_def;
}

template <>
std::span<const Field<WindowPosition>> fields_of<WindowPosition>()
{
    return window_position_fields;
}

} // namespace model
