#pragma once

#include "model/entities/change_state.h"
#include "model/entities/item.h"
#include "model/schema/entity.h"

namespace model {

/// What is asked for.
enum class ItemChangeKind { station, withdraw, add, cancel, content, delegate, merge, suspend };

template <>
inline constexpr std::array choices_of<ItemChangeKind>{
    Choice{"station", msgid("Station it")},
    Choice{"withdraw", msgid("Take it out of the hall")},
    Choice{"add", msgid("Add it")},
    Choice{"cancel", msgid("Cancel it")},
    Choice{"content", msgid("Change what it says")},
    Choice{"delegate", msgid("Delegate it downwards")},
    Choice{"merge", msgid("Merge it")},
    Choice{"suspend", msgid("Suspend it")},
};

/// A request of a department to change the catalog, its review, approval and publication
/// (变更申请), with the planned version: what the item says from the day on which the change takes
/// effect. Online and offline information change together.
struct ItemChange {
    Uuid id;
    std::string name;
    std::optional<Uuid> item;
    std::optional<Uuid> unit;
    std::optional<ItemChangeKind> kind;
    std::optional<Date> requested;
    std::string request_document;
    std::string reason;
    std::optional<Date> reviewed;
    std::string review_opinion;
    std::optional<Date> approved;
    std::string approval_document;
    std::optional<Date> published;
    std::string published_at;
    std::optional<Date> effective;
    std::string new_version;
    std::string new_name;
    std::optional<Uuid> new_unit;
    std::optional<std::int64_t> new_legal_days;
    std::optional<TimeUnit> new_legal_unit;
    std::optional<std::int64_t> new_promised_days;
    std::optional<TimeUnit> new_promised_unit;
    std::optional<Handling> new_handling;
    std::optional<Uuid> merged_into;
    std::optional<Date> carried_out;
    std::optional<ChangeState> state;
    std::string remark;
};

template <>
const EntityDef& def_of<ItemChange>();

template <>
std::span<const Field<ItemChange>> fields_of<ItemChange>();

} // namespace model
