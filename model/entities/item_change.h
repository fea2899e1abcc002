#pragma once

#include "model/entities/change_state.h"
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
/// (变更申请). Online and offline information change together.
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
    std::optional<ChangeState> state;
    std::string remark;
};

template <>
const EntityDef& def_of<ItemChange>();

template <>
std::span<const Field<ItemChange>> fields_of<ItemChange>();

} // namespace model
