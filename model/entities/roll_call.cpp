#include "model/entities/roll_call.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array roll_call_fields{
    field<&RollCall::place>    (1,  "place",    msgid("Place"),            agency, {.width = 180, .group = msgid("Morning roll-call"), .refers_to = "place"}),
    field<&RollCall::day>      (2,  "day",      msgid("Day"),              agency, {.width = 100, .past = true}),
    field<&RollCall::leader>   (3,  "leader",   msgid("Hall duty leader"), agency, {.width = 100, .refers_to = "person"}),
    field<&RollCall::begun>    (4,  "begun",    msgid("Begun at"),         agency, {.width = 80}),
    field<&RollCall::finished> (5,  "finished", msgid("Finished at"),      agency, {.width = 80}),
    field<&RollCall::expected> (6,  "expected", msgid("Expected"),         agency, {.width = 80}),
    field<&RollCall::present>  (7,  "present",  msgid("There"),            agency, {.width = 80}),
    field<&RollCall::unmanned> (8,  "unmanned", msgid("Unmanned windows"), agency, {.width = 90}),
    field<&RollCall::dress>    (9,  "dress",    msgid("Not in uniform"),   agency, {.width = 90}),
    field<&RollCall::remark>   (10, "remark",   msgid("Remark"),           shared, {.long_text = true}),
};
// clang-format on

constexpr auto roll_call_defs = defs(roll_call_fields);

constexpr std::array<std::string_view, 1> roll_call_match{"place+day"};

constexpr EntityDef roll_call_def{
    .id = 53,
    .name = "roll_call",
    .label = msgid("Morning roll-call"),
    .plural = msgid("Morning roll-calls"),
    .fields = roll_call_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .title = "place",
    .subtitle = "day",
    .match = roll_call_match,
};

} // namespace

template <>
const EntityDef& def_of<RollCall>()
{
    return roll_call_def;
}

template <>
std::span<const Field<RollCall>> fields_of<RollCall>()
{
    return roll_call_fields;
}

} // namespace model
