#include "model/entities/type_code.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array type_code_fields{
    field<&TypeCode::code>          (1,  "code",       msgid("Code in the sheet"),   agency,     {.required = true, .width = 110, .longest = 20, .group = msgid("Code of an item type")}),
    field<&TypeCode::type>          (2,  "type",       msgid("National item type"),  agency,     {.width = 160}),
    field<&TypeCode::source>        (3,  "source",     msgid("Where the code is used"),agency,   {.width = 220, .longest = 1000}),
    field<&TypeCode::remark>        (4,  "remark",     msgid("Remark"),              agency,     {.long_text = true}),
};
// clang-format on

constexpr auto type_code_defs = defs(type_code_fields);

constexpr std::array<std::string_view, 1> type_code_identity{"code"};
constexpr std::array<std::string_view, 1> type_code_match{"code"};

constexpr EntityDef type_code_def{
    .id = 105,
    .name = "type_code",
    .label = msgid("Code of an item type"),
    .plural = msgid("Codes of item types"),
    .fields = type_code_defs,
    .title = "code",
    .subtitle = "type",
    .identity = type_code_identity,
    .match = type_code_match,
};

} // namespace

template <>
const EntityDef& def_of<TypeCode>()
{
    return type_code_def;
}

template <>
std::span<const Field<TypeCode>> fields_of<TypeCode>()
{
    return type_code_fields;
}

} // namespace model
