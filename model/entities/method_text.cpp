#include "model/entities/method_text.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array method_text_fields{
    field<&MethodText::method>  (1, "method", msgid("Assessment method"), agency, {.required = true, .refers_to = "method"}),
    field<&MethodText::content> (2, "content", msgid("Text of the method"), agency, {.longest = longest_method}),
};
// clang-format on

constexpr auto method_text_defs = defs(method_text_fields);

constexpr std::array<std::string_view, 1> method_text_identity{"method"};

constexpr EntityDef method_text_def{
    .id = 87,
    .name = "method_text",
    .label = msgid("Text of a method"),
    .plural = msgid("Texts of methods"),
    .fields = method_text_defs,
    .reach = Reach::county,
    .title = "method",
    .identity = method_text_identity,
    .hidden = true,
};

} // namespace

template <>
const EntityDef& def_of<MethodText>()
{
    return method_text_def;
}

template <>
std::span<const Field<MethodText>> fields_of<MethodText>()
{
    return method_text_fields;
}

} // namespace model
