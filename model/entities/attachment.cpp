#include "model/entities/attachment.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array attachment_fields{
    field<&AttachedFile::register_name> (1,  "register",  msgid("Register"),                         shared, {.width = 120, .group = msgid("Attachment")}),
    field<&AttachedFile::record>        (2,  "record",    msgid("Record"),                           shared, {.required = true, .width = 160}),
    field<&AttachedFile::title>         (3,  "title",     msgid("Name of the attachment"),           shared, {.personal = true, .width = 220}),
    field<&AttachedFile::kind>          (4,  "kind",      msgid("Kind of attachment"),               shared, {.width = 90}),
    field<&AttachedFile::media>         (5,  "media",     msgid("Media type"),                       shared, {.width = 120}),
    field<&AttachedFile::size>          (6,  "size",      msgid("Size in bytes"),                    shared, {.width = 90}),
    field<&AttachedFile::hash>          (7,  "hash",      msgid("Hash of the content"),              shared, {.personal = true}),
    field<&AttachedFile::day>           (8,  "day",       msgid("Taken or entered on"),              shared, {.width = 100, .past = true}),
    field<&AttachedFile::remark>        (9,  "remark",    msgid("Remark"),                           shared, {.personal = true, .long_text = true}),
    field<&AttachedFile::minimised>     (10, "minimised", msgid("Personal information cleaned up on"), shared, {.past = true}),
};
// clang-format on

constexpr auto attachment_defs = defs(attachment_fields);

constexpr EntityDef attachment_def{
    .id = 68,
    .name = "attachment",
    .label = msgid("Attachment"),
    .plural = msgid("Attachments"),
    .fields = attachment_defs,
    .reach = Reach::place,
    .scope_via = "record",
    .home_via = "record",
    .title = "title",
    .subtitle = "day",
    .hidden = true,
};

} // namespace

template <>
const EntityDef& def_of<AttachedFile>()
{
    return attachment_def;
}

template <>
std::span<const Field<AttachedFile>> fields_of<AttachedFile>()
{
    return attachment_fields;
}

} // namespace model
