#pragma once

#include "model/entities/approval.h"
#include "model/entities/chain_step.h"
#include "model/rules/rule.h"

namespace model {

/// How far a request has come, whatever its register calls that.
enum class RequestStage { open, agreed, refused, withdrawn };

/// What is to be approved: a leave, a change of a posting or of an item, or a swap of duty.
struct ApprovalRequest {
    ApprovalMatter matter = ApprovalMatter::other;
    Uuid id;
    std::string kind;            ///< the code of its own kind; empty where it has none
    std::optional<Decimal> days; ///< of a leave
    std::optional<Date> asked;   ///< the day by which its chain is chosen
    std::optional<Date> needed;  ///< by when the decision is wanted
    RequestStage stage = RequestStage::open;
    bool has_approver = false; ///< the request itself says who agreed, and when
};

/// The record as a request; nothing for one of another register, for a duty that nobody swaps, and
/// for staff of townships and villages, whose own superiors decide.
std::optional<ApprovalRequest> request_of(const Record& record, Lookup& lookup);

/// The request that a step belongs to, be it of an outlet or not here: its matter, the field that
/// names it, and its id; nothing where the step names none.
struct StepSubject {
    ApprovalMatter matter;
    std::string_view field; ///< of `approval`
    const EntityDef* def = nullptr;
    Uuid id;
};
std::optional<StepSubject> subject_of(const Approval& step);

/// The same for a matter; nullopt for `other`. `id` is nil.
std::optional<StepSubject> subject_of(ApprovalMatter matter);

/// The codes of the kinds of requests of that matter, in the order of their list; none where they
/// have no kinds of their own, or the matter is open.
std::vector<std::string_view> kinds_of(const std::optional<ApprovalMatter>& matter);

/// The chains that come along (assets/codes/approval_chains.csv), with the ids that every computer
/// gives them.
const std::vector<ChainStep>& shipped_chains();

/// The steps that the request asks for, in their order: of the register where it holds any of the
/// matter, otherwise of what comes along; those that are in force on the day it was asked.
std::vector<ChainStep> chain_for(const ApprovalRequest& request, Lookup& lookup, Date today);

/// The steps that were entered for it, in their order.
std::vector<Approval> steps_of(const StepSubject& subject, Lookup& lookup);

/// The first step of the chain that is neither agreed to among those steps nor, in a chain of a
/// single step, by what the request says itself; nullptr where there is none.
const ChainStep* first_missing(const ApprovalRequest& request, const std::vector<ChainStep>& chain,
    const std::vector<Approval>& steps);

/// What the steps say together: refused where one refuses; agreed where there is one, all that were
/// entered agree and none of the chain is missing; open otherwise.
RequestStage stage_by_steps(const ApprovalRequest& request, const std::vector<ChainStep>& chain,
    const std::vector<Approval>& steps);

} // namespace model
