#include "model/entities/basis_document.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array basis_document_fields{
    field<&BasisDocument::name>       (1,  "name",       msgid("Title of the document"), agency, {.required = true, .width = 300, .group = msgid("Basis document")}),
    field<&BasisDocument::document>   (2,  "document",   msgid("Document number"),       agency, {.width = 140}),
    field<&BasisDocument::issuer>     (3,  "issuer",     msgid("Issued by"),             agency, {.width = 160}),
    field<&BasisDocument::subject>    (4,  "subject",    msgid("It settles"),            agency, {.width = 110}),
    field<&BasisDocument::place>      (5,  "place",      msgid("Place concerned"),       agency, {.width = 140, .refers_to = "place"}),
    field<&BasisDocument::issued>     (6,  "issued",     msgid("Issued on"),             agency, {.width = 100, .past = true}),
    field<&BasisDocument::from>       (7,  "from",       msgid("From"),                  agency, {.width = 100, .group = msgid("Time in force")}),
    field<&BasisDocument::to>         (8,  "to",         msgid("To"),                    agency, {.width = 100}),
    field<&BasisDocument::end_reason> (9,  "end_reason", msgid("Reason for the end"),    agency, {.longest = 1000}),
    field<&BasisDocument::remark>     (10, "remark",     msgid("Remark"),                shared, {.long_text = true}),
};
// clang-format on

constexpr auto basis_document_defs = defs(basis_document_fields);

constexpr std::array<std::string_view, 2> basis_document_match{"document", "name"};

constexpr EntityDef basis_document_def{
    .id = 57,
    .name = "basis_document",
    .label = msgid("Basis document"),
    .plural = msgid("Basis documents"),
    .fields = basis_document_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .title = "name",
    .subtitle = "document",
    .end = "to",
    .end_reason = "end_reason",
    .match = basis_document_match,
};

} // namespace

template <>
const EntityDef& def_of<BasisDocument>()
{
    return basis_document_def;
}

template <>
std::span<const Field<BasisDocument>> fields_of<BasisDocument>()
{
    return basis_document_fields;
}

} // namespace model
