#pragma once

#include "model/schema/entity.h"

namespace model {

/// What is approved.
enum class ApprovalMatter { leave, change, item, roster, other };

template <>
inline constexpr std::array choices_of<ApprovalMatter>{
    Choice{"leave", msgid("Leave")},
    Choice{"change", msgid("Change of posting")},
    Choice{"item", msgid("Change of an item")},
    Choice{"roster", msgid("Swap of duty")},
    Choice{"other", msgid("Other")},
};

/// What a step of approval says.
enum class Decision { agree, refuse, send_back };

template <>
inline constexpr std::array choices_of<Decision>{
    Choice{"agree", msgid("Agrees")},
    Choice{"refuse", msgid("Does not agree")},
    Choice{"send_back", msgid("Sends back")},
};

/// One step of an approval: who said what on which day, here or on paper.
struct Approval {
    Uuid id;
    std::optional<ApprovalMatter> matter;
    std::optional<Uuid> place;
    std::optional<Uuid> leave;
    std::optional<Uuid> change;
    std::optional<Uuid> item_change;
    std::optional<std::int64_t> step;
    std::string approver;
    std::string post;
    std::optional<Decision> decision;
    std::string opinion;
    std::optional<Date> day;
    std::optional<bool> on_paper;
    std::string remark;
    std::optional<Uuid> roster;
    std::string document;
};

template <>
const EntityDef& def_of<Approval>();

template <>
std::span<const Field<Approval>> fields_of<Approval>();

} // namespace model
