#include "model/entities/user.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array user_fields{
    field<&User::name>       (1,  "name",       msgid("Account name"),         agency, {.required = true, .width = 140, .group = msgid("Account")}),
    field<&User::person>     (2,  "person",     msgid("Person"),               agency, {.width = 110, .refers_to = "person"}),
    field<&User::roles>      (3,  "roles",      msgid("Works as"),             agency, {.whole = true, .width = 200, .choices = user_roles}),
    field<&User::place>      (4,  "place",      msgid("At the place"),         agency, {.width = 180, .refers_to = "place"}),
    field<&User::unit>       (5,  "unit",       msgid("For the unit"),         agency, {.width = 140, .refers_to = "unit"}),
    field<&User::state>      (6,  "state",      msgid("State of the account"), agency, {.width = 90}),
    field<&User::from>       (7,  "from",       msgid("From"),                 agency, {.width = 100, .group = msgid("Dates")}),
    field<&User::to>         (8,  "to",         msgid("To"),                   agency, {.width = 100}),
    field<&User::end_reason> (9,  "end_reason", msgid("Reason for leaving"),   agency, {.longest = 1000}),
    field<&User::remark>     (10, "remark",     msgid("Remark"),               agency, {.long_text = true}),
};
// clang-format on

constexpr auto user_defs = defs(user_fields);

constexpr std::array<std::string_view, 1> user_match{"name"};

constexpr EntityDef user_def{
    .id = 9,
    .name = "user",
    .label = msgid("Account"),
    .plural = msgid("Accounts"),
    .fields = user_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .subtitle = "person",
    .end = "to",
    .end_reason = "end_reason",
    .over_field = "state",
    .over_code = "left",
    .match = user_match,
    .administrative = true,
};

} // namespace

template <>
const EntityDef& def_of<User>()
{
    return user_def;
}

template <>
std::span<const Field<User>> fields_of<User>()
{
    return user_fields;
}

} // namespace model
