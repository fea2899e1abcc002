#pragma once

#include "model/entities/handover_check.h"

namespace model {

/// One line of a check-list: what is looked at or settled, and whether that is to be shown by a
/// photo or a paper. `matter` is of lists for joining and leaving, where the lines are filled with
/// what the file knows of it.
struct ChecklistLine {
    Uuid id;
    std::optional<Uuid> checklist;
    std::optional<std::int64_t> order;
    std::string category;
    std::string text;
    std::optional<CheckMatter> matter;
    std::optional<bool> evidence;
    std::string remark;
};

template <>
const EntityDef& def_of<ChecklistLine>();

template <>
std::span<const Field<ChecklistLine>> fields_of<ChecklistLine>();

} // namespace model
