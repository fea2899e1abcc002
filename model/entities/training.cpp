#include "model/entities/training.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array training_fields{
    field<&Training::person>      (1,  "person",      msgid("Person"),                 agency, {.width = 100, .group = msgid("Training"), .refers_to = "person"}),
    field<&Training::topic>       (2,  "topic",       msgid("Topic"),                  agency, {.width = 220}),
    field<&Training::kind>        (3,  "kind",        msgid("Kind of training"),       agency, {.width = 110}),
    field<&Training::organiser>   (4,  "organiser",   msgid("Organised by"),           agency, {.width = 140}),
    field<&Training::from>        (5,  "from",        msgid("From"),                   agency, {.width = 100}),
    field<&Training::to>          (6,  "to",          msgid("To"),                     agency, {.width = 100}),
    field<&Training::hours>       (7,  "hours",       msgid("Class hours"),            agency, {.width = 70, .scale = 1}),
    field<&Training::result>      (8,  "result",      msgid("Result of the training"), agency, {.width = 90}),
    field<&Training::certificate> (9,  "certificate", msgid("Certificate number"),     agency),
    field<&Training::remark>      (10, "remark",      msgid("Remark"),                 shared, {.long_text = true}),
};
// clang-format on

constexpr auto training_defs = defs(training_fields);

constexpr std::array<std::string_view, 2> training_match{"person+topic+from", "person+topic"};

constexpr EntityDef training_def{
    .id = 34,
    .name = "training",
    .label = msgid("Training"),
    .plural = msgid("Training"),
    .fields = training_defs,
    .reach = Reach::place,
    .scope_via = "person",
    .home_via = "person",
    .title = "person",
    .subtitle = "topic",
    .match = training_match,
};

} // namespace

template <>
const EntityDef& def_of<Training>()
{
    return training_def;
}

template <>
std::span<const Field<Training>> fields_of<Training>()
{
    return training_fields;
}

} // namespace model
