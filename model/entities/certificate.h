#pragma once

#include "model/schema/entity.h"

namespace model {

/// A grade of the occupation (行政办事员) or another certificate, with its validity.
struct Certificate {
    Uuid id;
    std::optional<Uuid> person;
    std::string name;
    std::string level;
    std::string number;
    std::string issuer;
    std::optional<Date> issued;
    std::optional<Date> valid_until;
    std::string remark;
};

template <>
const EntityDef& def_of<Certificate>();

template <>
std::span<const Field<Certificate>> fields_of<Certificate>();

} // namespace model
