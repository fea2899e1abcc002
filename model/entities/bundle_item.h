#pragma once

#include "model/schema/entity.h"

namespace model {

/// What a unit does in a bundle.
enum class BundlePart { lead, support };

template <>
inline constexpr std::array choices_of<BundlePart>{
    Choice{"lead", msgid("Leads")},
    Choice{"support", msgid("Supports")},
};

/// An item that belongs to a bundle, with the unit and the people in its back office.
struct BundleItem {
    Uuid id;
    std::optional<Uuid> bundle;
    std::optional<Uuid> item;
    std::optional<Uuid> unit;
    std::optional<BundlePart> part;
    std::string contact;
    std::string phone;
    std::optional<std::int64_t> days;
    std::optional<std::int64_t> order;
    std::string remark;
};

template <>
const EntityDef& def_of<BundleItem>();

template <>
std::span<const Field<BundleItem>> fields_of<BundleItem>();

} // namespace model
