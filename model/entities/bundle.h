#pragma once

#include "model/entities/item.h"
#include "model/schema/entity.h"

namespace model {

/// How far a bundle has come.
enum class BundleState { planned, running, paused, ended };

template <>
inline constexpr std::array choices_of<BundleState>{
    Choice{"planned", msgid("Planned")},
    Choice{"running", msgid("Running")},
    Choice{"paused", msgid("Paused")},
    Choice{"ended", msgid("Ended")},
};

/// Items of several departments that are handled as one thing (一件事一次办), with who leads.
struct Bundle {
    Uuid id;
    std::string name;
    std::string code;
    std::optional<Uuid> lead;
    Set object;
    std::optional<BundleState> state;
    std::optional<std::int64_t> days;
    std::optional<std::int64_t> steps_before;
    std::optional<std::int64_t> steps_after;
    std::optional<std::int64_t> materials_before;
    std::optional<std::int64_t> materials_after;
    std::string document;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string end_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<Bundle>();

template <>
std::span<const Field<Bundle>> fields_of<Bundle>();

} // namespace model
