#include "model/entities/bad_rating.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array bad_rating_fields{
    field<&BadRating::number>      (1,  "number",      msgid("Rating number"),        agency,    {.width = 130, .group = msgid("Bad rating")}),
    field<&BadRating::rated>       (2,  "rated",       msgid("Rated on"),             agency,    {.width = 100, .past = true}),
    field<&BadRating::stars>       (3,  "stars",       msgid("Grade of the rating"),  agency,    {.width = 100}),
    field<&BadRating::item>        (4,  "item",        msgid("Item"),                 agency,    {.width = 200, .refers_to = "item"}),
    field<&BadRating::place>       (5,  "place",       msgid("Place"),                agency,    {.width = 150, .refers_to = "place"}),
    field<&BadRating::window>      (6,  "window",      msgid("Window"),               agency,    {.width = 90, .refers_to = "window"}),
    field<&BadRating::person>      (7,  "person",      msgid("Person concerned"),     agency,    {.width = 100, .refers_to = "person"}),
    field<&BadRating::unit>        (8,  "unit",        msgid("Unit"),                 agency,    {.width = 150, .refers_to = "unit"}),
    field<&BadRating::content>     (9,  "content",     msgid("What was said"),        agency,    {.width = 220, .longest = 1000}),
    field<&BadRating::named>       (10, "named",       msgid("Signed with a name"),   agency,    {.width = 70}),
    field<&BadRating::contacted>   (11, "contacted",   msgid("Contacted on"),         agency,    {.width = 100, .past = true, .group = msgid("Correction")}),
    field<&BadRating::cause>       (12, "cause",       msgid("Fair or not"),          agency,    {.width = 100}),
    field<&BadRating::complex>     (21, "complex",     msgid("Complex"),              agency,    {.width = 70}),
    field<&BadRating::due>         (13, "due",         msgid("To be corrected by"),   agency,    {.width = 100}),
    field<&BadRating::left_for>    (22, "left_for",    msgid("Passed on to"),         agency,    {.width = 90}),
    field<&BadRating::left>        (23, "left",        msgid("Passed on on"),         agency,    {.width = 100, .past = true}),
    field<&BadRating::returned>    (24, "returned",    msgid("Came back on"),         agency,    {.width = 100, .past = true}),
    field<&BadRating::awaited>     (25, "awaited",     msgid("Caller awaited since"), agency,    {.width = 110, .past = true}),
    field<&BadRating::answered>    (26, "answered",    msgid("Caller answered on"),   agency,    {.width = 110, .past = true}),
    field<&BadRating::correction>  (14, "correction",  msgid("How it was corrected"), home_unit, {.long_text = true}),
    field<&BadRating::corrected>   (15, "corrected",   msgid("Corrected on"),         home_unit, {.width = 100, .past = true}),
    field<&BadRating::called_back> (16, "called_back", msgid("Called back on"),       agency,    {.width = 100, .past = true}),
    field<&BadRating::second>      (17, "second",      msgid("Second rating"),        agency,    {.width = 90}),
    field<&BadRating::appealed>    (18, "appealed",    msgid("Appealed on"),          home_unit, {.width = 100, .past = true}),
    field<&BadRating::excluded>    (19, "excluded",    msgid("Excluded"),             agency,    {.width = 70}),
    field<&BadRating::remark>      (20, "remark",      msgid("Remark"),               shared,    {.long_text = true}),
};
// clang-format on

constexpr auto bad_rating_defs = defs(bad_rating_fields);

constexpr std::array<std::string_view, 7> bad_rating_match{"number",
    "rated+content+person+window+item+stars", "rated+content", "rated+person", "rated+window",
    "rated+item", "rated+unit"};

constexpr EntityDef bad_rating_def{
    .id = 44,
    .name = "bad_rating",
    .label = msgid("Bad rating"),
    .plural = msgid("Bad ratings"),
    .fields = bad_rating_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .home_via = "unit",
    .title = "content",
    .subtitle = "rated",
    .match = bad_rating_match,
};

} // namespace

template <>
const EntityDef& def_of<BadRating>()
{
    return bad_rating_def;
}

template <>
std::span<const Field<BadRating>> fields_of<BadRating>()
{
    return bad_rating_fields;
}

} // namespace model
