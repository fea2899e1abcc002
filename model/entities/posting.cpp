#include "model/entities/posting.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array posting_fields{
    field<&Posting::person>           (1,  "person",      msgid("Person"),              home_unit,  {.width = 100, .group = msgid("Posting"), .refers_to = "person"}),
    field<&Posting::unit>             (2,  "unit",        msgid("Sending unit"),        home_unit,  {.width = 180, .refers_to = "unit"}),
    field<&Posting::place>            (3,  "place",       msgid("Place"),               agency,     {.width = 180, .refers_to = "place"}),
    field<&Posting::source>           (4,  "source",      msgid("Source"),              home_unit,  {.width = 110}),
    field<&Posting::identity>         (5,  "identity",    msgid("Employed as"),         home_unit,  {.width = 110}),
    field<&Posting::post>             (6,  "post",        msgid("Post at the hall"),    agency,     {.width = 110}),
    field<&Posting::work_time>        (40, "work_time",   msgid("Full-time or part-time"),agency,   {.width = 80}),
    field<&Posting::status>           (7,  "status",      msgid("Status"),              shared,     {.width = 90}),
    field<&Posting::chief>            (8,  "chief",       msgid("Chief representative"),home_unit),
    field<&Posting::from>             (9,  "from",        msgid("From"),                agency,     {.width = 100, .group = msgid("Basis and dates")}),
    field<&Posting::trial_until>      (10, "trial_until", msgid("Trial until"),         agency),
    field<&Posting::to>               (11, "to",          msgid("To"),                  agency,     {.width = 100}),
    field<&Posting::end_kind>         (12, "end_kind",    msgid("Kind of end"),         agency),
    field<&Posting::end_reason>       (13, "end_reason",  msgid("Reason for the end"),  agency,     {.longest = 1000}),
    field<&Posting::document>         (14, "document",    msgid("Document number"),     home_unit),
    field<&Posting::approver>         (15, "approver",    msgid("Approved by"),         agency),
    field<&Posting::remark>           (16, "remark",      msgid("Remark"),              shared,     {.long_text = true}),
};
// clang-format on

constexpr auto posting_defs = defs(posting_fields);

constexpr std::array<std::string_view, 2> posting_match{"person+unit+from", "person+unit"};

// Only these sources leave a unit in charge of the person.
constexpr std::array<std::string_view, 2> sending_sources{"sent", "partner"};

constexpr EntityDef posting_def{
    .id = 5,
    .name = "posting",
    .label = msgid("Posting"),
    .plural = msgid("Postings"),
    .fields = posting_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .home_via = "unit",
    .home_field = "source",
    .home_codes = sending_sources,
    .title = "person",
    .subtitle = "unit",
    .end = "to",
    .end_reason = "end_reason",
    .over_field = "status",
    .over_code = "left",
    .match = posting_match,
};

} // namespace

template <>
const EntityDef& def_of<Posting>()
{
    return posting_def;
}

template <>
std::span<const Field<Posting>> fields_of<Posting>()
{
    return posting_fields;
}

} // namespace model
