#pragma once

#include "model/schema/entity.h"

namespace model {

/// Who complained or gave a tip. Named handlers alone see it.
struct Reporter {
    Uuid id;
    std::string name;
    std::string phone;
    std::string address;
    std::optional<Uuid> complaint;
    std::optional<Uuid> tip;
    std::string wishes;
    std::string remark;
};

template <>
const EntityDef& def_of<Reporter>();

template <>
std::span<const Field<Reporter>> fields_of<Reporter>();

} // namespace model
