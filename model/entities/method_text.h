#pragma once

#include "model/schema/entity.h"

namespace model {

/// Characters that the rules of a method have at most.
inline constexpr int longest_method = 1'000'000;

/// The rules of a version of a method, as method_reader.h reads them.
struct MethodText {
    Uuid id;
    std::optional<Uuid> method;
    std::string content;
};

template <>
const EntityDef& def_of<MethodText>();

template <>
std::span<const Field<MethodText>> fields_of<MethodText>();

} // namespace model
