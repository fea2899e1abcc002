#pragma once

#include "model/schema/entity.h"

namespace model {

/// In what form a material is handed in.
enum class MaterialForm { original, copy, both, electronic };

template <>
inline constexpr std::array choices_of<MaterialForm>{
    Choice{"original", msgid("Original")},
    Choice{"copy", msgid("Copy")},
    Choice{"both", msgid("Original and copy")},
    Choice{"electronic", msgid("Electronic")},
};

/// Whether it must be there.
enum class MaterialNeed { always, sometimes, later };

template <>
inline constexpr std::array choices_of<MaterialNeed>{
    Choice{"always", msgid("Always")},
    Choice{"sometimes", msgid("In some cases")},
    Choice{"later", msgid("May follow")},
};

/// Where the material comes from.
enum class MaterialSource { applicant, department, third, shared };

template <>
inline constexpr std::array choices_of<MaterialSource>{
    Choice{"applicant", msgid("The applicant")},
    Choice{"department", msgid("A department")},
    Choice{"third", msgid("A third party")},
    Choice{"shared", msgid("Shared data")},
};

/// A material that an applicant hands in for an item.
struct ItemMaterial {
    Uuid id;
    std::optional<Uuid> item;
    std::string name;
    std::optional<MaterialForm> form;
    std::optional<std::int64_t> copies;
    std::optional<MaterialNeed> need;
    std::optional<MaterialSource> source;
    std::string basis;
    std::string condition;
    std::string remark;
};

template <>
const EntityDef& def_of<ItemMaterial>();

template <>
std::span<const Field<ItemMaterial>> fields_of<ItemMaterial>();

} // namespace model
