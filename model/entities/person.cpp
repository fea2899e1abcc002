#include "model/entities/person.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array person_fields{
    field<&Person::name>                   (1,  "name",              msgid("Name"),                     home_unit,  {.required = true, .width = 100, .longest = 50, .group = msgid("Person")}),
    field<&Person::sex>                    (2,  "sex",               msgid("Sex"),                      home_unit,  {.width = 70}),
    field<&Person::id_number>              (3,  "id_number",         msgid("ID number"),                home_unit,  {.personal = true, .width = 170}),
    field<&Person::birth>                  (4,  "birth",             msgid("Born on"),                  home_unit,  {.personal = true}),
    field<&Person::ethnicity>              (5,  "ethnicity",         msgid("Ethnicity"),                home_unit),
    field<&Person::phone>                  (6,  "phone",             msgid("Phone"),                    shared,     {.personal = true, .width = 120}),
    field<&Person::political_status>       (7,  "political_status",  msgid("Political status"),         home_unit,  {.width = 100}),
    field<&Person::party_transferred>      (8,  "party_transferred", msgid("Party relation moved on"),  agency,     {.past = true}),
    field<&Person::education>              (9,  "education",         msgid("Education"),                home_unit,  {.group = msgid("Education and work")}),
    field<&Person::major>                  (10, "major",             msgid("Major"),                    home_unit),
    field<&Person::rank>                   (11, "rank",              msgid("Post in the unit"),         home_unit,  {.width = 120}),
    field<&Person::working_since>          (12, "working_since",     msgid("Working since"),            home_unit,  {.past = true}),
    field<&Person::badge>                  (13, "badge",             msgid("Badge number"),             agency,     {.width = 90}),
    field<&Person::skill_level>            (14, "skill_level",       msgid("Skill level"),              agency),
    field<&Person::skill_certificate>      (15, "skill_certificate", msgid("Skill certificate"),        agency),
    field<&Person::skill_valid_until>      (16, "skill_valid_until", msgid("Certificate valid until"),  agency),
    field<&Person::own_uniform>            (17, "own_uniform",       msgid("Wears a statutory uniform"),home_unit),
    field<&Person::address>                (18, "address",           msgid("Home address"),             home_unit,  {.personal = true, .group = msgid("Reaching the person")}),
    field<&Person::emergency_contact>      (19, "emergency_contact", msgid("Emergency contact"),        home_unit,  {.personal = true}),
    field<&Person::emergency_phone>        (20, "emergency_phone",   msgid("Emergency phone"),          home_unit,  {.personal = true}),
    field<&Person::photo>                  (21, "photo",             msgid("Photo"),                    shared,     {.personal = true}),
    field<&Person::remark>                 (22, "remark",            msgid("Remark"),                   agency,     {.long_text = true}),
    field<&Person::minimised>              (23, "minimised",         msgid("Personal information cleaned up on"), agency, {.past = true}),
};
// clang-format on

constexpr auto person_defs = defs(person_fields);

constexpr std::array<std::string_view, 3> person_match{"id_number", "name+phone", "name"};

constexpr EntityDef person_def{
    .id = 4,
    .name = "person",
    .label = msgid("Person"),
    .plural = msgid("Staff"),
    .fields = person_defs,
    .reach = Reach::place,
    .scope_via = "posting.person",
    .home_via = "posting.person",
    .subtitle = "badge",
    .match = person_match,
};

} // namespace

template <>
const EntityDef& def_of<Person>()
{
    return person_def;
}

template <>
std::span<const Field<Person>> fields_of<Person>()
{
    return person_fields;
}

} // namespace model
