#include "model/entities/local_field.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array local_field_fields{
    field<&LocalField::on>       (1,  "register", msgid("For the register"),      agency, {.required = true, .width = 120, .group = msgid("Fields of this office")}),
    field<&LocalField::label>    (2,  "label",    msgid("Name of the field"),     agency, {.required = true, .width = 140, .longest = 20}),
    field<&LocalField::kind>     (3,  "kind",     msgid("What it holds"),         agency, {.required = true, .width = 110}),
    field<&LocalField::choices>  (4,  "choices",  msgid("List to choose from"),   agency, {.width = 180, .longest = 1600}),
    field<&LocalField::required> (5,  "required", msgid("Must be filled in"),     agency, {.width = 80, .group = msgid("How it is filled in")}),
    field<&LocalField::personal> (6,  "personal", msgid("Personal value"),        agency, {.width = 80}),
    field<&LocalField::hint>     (7,  "hint",     msgid("Hint for filling in"),   agency, {.longest = 100}),
    field<&LocalField::position> (8,  "position", msgid("Place in the form"),     agency, {.width = 80}),
    field<&LocalField::office>   (9,  "office",   msgid("Field of the office"),   agency, {.width = 180, .group = msgid("Office")}),
    field<&LocalField::region>   (10, "region",   msgid("Division code"),         agency, {.longest = 12}),
    field<&LocalField::retired>  (11, "retired",  msgid("Not used since"),        agency, {.width = 110, .past = true}),
    field<&LocalField::remark>   (12, "remark",   msgid("Remark"),                agency, {.long_text = true}),
};
// clang-format on

constexpr auto local_field_defs = defs(local_field_fields);

constexpr std::array<std::string_view, 1> local_field_match{"register+label"};

constexpr EntityDef local_field_def{
    .id = 74,
    .name = "local_field",
    .label = msgid("Field of this office"),
    .plural = msgid("Fields of this office"),
    .fields = local_field_defs,
    .reach = Reach::place,
    .scope_via = "region",
    .title = "label",
    .subtitle = "register",
    .end = "retired",
    .match = local_field_match,
};

} // namespace

template <>
const EntityDef& def_of<LocalField>()
{
    return local_field_def;
}

template <>
std::span<const Field<LocalField>> fields_of<LocalField>()
{
    return local_field_fields;
}

} // namespace model
