#include "model/entities/approval.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array approval_fields{
    field<&Approval::matter>      (1,  "matter",      msgid("Matter of approval"),   agency, {.width = 110, .group = msgid("Step of approval")}),
    field<&Approval::place>       (2,  "place",       msgid("Place"),                agency, {.width = 140, .refers_to = "place"}),
    field<&Approval::leave>       (3,  "leave",       msgid("Leave or outing"),      agency, {.width = 150, .refers_to = "leave"}),
    field<&Approval::change>      (4,  "change",      msgid("Change of posting"),    agency, {.width = 150, .refers_to = "posting_change"}),
    field<&Approval::item_change> (5,  "item_change", msgid("Change of an item"),    agency, {.width = 150, .refers_to = "item_change"}),
    field<&Approval::roster>      (14, "roster",      msgid("Swapped duty"),         agency, {.width = 150, .refers_to = "roster"}),
    field<&Approval::step>        (6,  "step",        msgid("Step number"),          agency, {.width = 70}),
    field<&Approval::approver>    (7,  "approver",    msgid("Approver"),             agency, {.width = 110}),
    field<&Approval::post>        (8,  "post",        msgid("Post of the approver"), agency, {.width = 110}),
    field<&Approval::decision>    (9,  "decision",    msgid("Decision"),             agency, {.width = 100}),
    field<&Approval::opinion>     (10, "opinion",     msgid("Opinion"),              agency, {.long_text = true}),
    field<&Approval::day>         (11, "day",         msgid("Day"),                  agency, {.width = 100, .past = true}),
    field<&Approval::on_paper>    (12, "on_paper",    msgid("Signed on paper"),      agency, {.width = 90}),
    field<&Approval::document>    (15, "document",    msgid("Number of the paper"),  agency, {.width = 130}),
    field<&Approval::remark>      (13, "remark",      msgid("Remark"),               shared, {.long_text = true}),
};
// clang-format on

constexpr auto approval_defs = defs(approval_fields);

constexpr EntityDef approval_def{
    .id = 54,
    .name = "approval",
    .label = msgid("Step of approval"),
    .plural = msgid("Approvals"),
    .fields = approval_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .title = "post",
    .subtitle = "matter",
};

} // namespace

template <>
const EntityDef& def_of<Approval>()
{
    return approval_def;
}

template <>
std::span<const Field<Approval>> fields_of<Approval>()
{
    return approval_fields;
}

} // namespace model
