#pragma once

#include "model/entities/assessed_kind.h"
#include "model/schema/entity.h"

namespace model {

/// A version of an office's assessment method (考核办法). Its rules are data of their own
/// (method_text.h); what stands here tells the versions apart. A version by which a period was
/// closed is never changed: a new one begins.
struct Method {
    Uuid id;
    std::string name;
    std::string code;
    std::string version;
    Set objects;
    std::optional<PeriodKind> period;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string end_reason;
    std::optional<std::int64_t> lines;
    std::optional<bool> partial;
    std::string document;
    std::string remark;
};

template <>
const EntityDef& def_of<Method>();

template <>
std::span<const Field<Method>> fields_of<Method>();

} // namespace model
