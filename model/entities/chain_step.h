#pragma once

#include "model/entities/approval.h"

namespace model {

/// A step of an approval chain (审批链): which requests ask for it, in which place, and the post
/// that decides. The steps that apply to a request are its chain.
struct ChainStep {
    Uuid id;
    std::optional<ApprovalMatter> matter;
    Set kinds; ///< of leave, of change of posting or of item; empty: every kind
    std::optional<Decimal> from_days;
    std::optional<Decimal> below_days;
    std::optional<std::int64_t> step;
    std::string post;
    std::optional<bool> sealed; ///< decided on paper under a seal, which has a document
    std::string source;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string end_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<ChainStep>();

template <>
std::span<const Field<ChainStep>> fields_of<ChainStep>();

} // namespace model
