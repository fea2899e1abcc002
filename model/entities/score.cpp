#include "model/entities/score.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array score_fields{
    field<&ScoreRecord::period>   (1, "period", msgid("Assessment period"), agency, {.width = 180, .group = msgid("Score"), .refers_to = "period"}),
    field<&ScoreRecord::kind>     (2, "kind", msgid("Object"), agency, {.width = 90}),
    field<&ScoreRecord::window>   (3, "window", msgid("Window"), agency, {.width = 90, .refers_to = "window"}),
    field<&ScoreRecord::person>   (4, "person", msgid("Person"), agency, {.width = 90, .refers_to = "person"}),
    field<&ScoreRecord::unit>     (5, "unit", msgid("Unit"), agency, {.width = 150, .refers_to = "unit"}),
    field<&ScoreRecord::outlet>   (6, "outlet", msgid("Outlet"), agency, {.width = 150, .refers_to = "place"}),
    field<&ScoreRecord::name>     (7, "name", msgid("Name of the object"), agency, {.width = 140}),
    field<&ScoreRecord::total>    (8, "total", msgid("Score"), agency, {.width = 80, .scale = 2}),
    field<&ScoreRecord::rank>     (9, "rank", msgid("Rank"), agency, {.width = 60}),
    field<&ScoreRecord::ranked>   (10, "ranked", msgid("Of how many"), agency, {.width = 60}),
    field<&ScoreRecord::before>   (11, "before", msgid("Rank before"), agency, {.width = 60}),
    field<&ScoreRecord::band>     (12, "band", msgid("Grade of the score"), agency, {.width = 80}),
    field<&ScoreRecord::titles>   (13, "titles", msgid("Titles"), agency, {.width = 140, .longest = 400}),
    field<&ScoreRecord::deducted> (14, "deducted", msgid("Points deducted"), agency, {.width = 80, .scale = 2}),
    field<&ScoreRecord::added>    (15, "added", msgid("Bonus points"), agency, {.width = 80, .scale = 2}),
    field<&ScoreRecord::days>     (16, "days", msgid("Days present"), agency, {.width = 70}),
    field<&ScoreRecord::barred>   (17, "barred", msgid("Barred from titles"), agency, {.width = 70}),
    field<&ScoreRecord::remark>   (18, "remark", msgid("Remark"), agency, {.long_text = true}),
};
// clang-format on

constexpr auto score_defs = defs(score_fields);

constexpr std::array<std::string_view, 1> score_identity{"period+kind+person+window+outlet+unit"};

constexpr EntityDef score_def{
    .id = 83,
    .name = "score",
    .label = msgid("Score"),
    .plural = msgid("Scores"),
    .fields = score_defs,
    .reach = Reach::place,
    .scope_via = "period",
    .home_via = "unit",
    .title = "name",
    .subtitle = "period",
    .identity = score_identity,
    .match = score_identity,
};

} // namespace

template <>
const EntityDef& def_of<ScoreRecord>()
{
    return score_def;
}

template <>
std::span<const Field<ScoreRecord>> fields_of<ScoreRecord>()
{
    return score_fields;
}

} // namespace model
