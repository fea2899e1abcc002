#include "model/rules/approval_rules.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

/// What was not entered within a year was decided on paper.
bool is_past(const ApprovalRequest& request, Date today)
{
    const auto day = request.needed ? request.needed : request.asked;
    return day && sys_days{*day} + days{366} < sys_days{today};
}

/// A request with what its chain asks for and what was entered.
struct Case {
    ApprovalRequest request;
    std::vector<ChainStep> chain;
    std::vector<Approval> steps;
};

std::optional<Case> case_of(const Record& record, const Context& context)
{
    const auto request = request_of(record, context.lookup);
    if (!request || is_past(*request, context.today))
        return std::nullopt;
    auto subject = subject_of(request->matter).value();
    subject.id = record.id;
    return Case{*request, chain_for(*request, context.lookup, context.today),
        steps_of(subject, context.lookup)};
}

Finding at_state(Level level, std::string_view rule, Message message)
{
    return {.rule = rule, .level = level, .field = "state", .message = std::move(message)};
}

/// One finding at most: the worst.
Findings check_stage(const Record& record, const Context& context)
{
    const auto found = case_of(record, context);
    if (!found)
        return {};
    const auto& [request, chain, steps] = *found;
    const auto said = stage_by_steps(request, chain, steps);
    if (request.stage == RequestStage::agreed && said == RequestStage::refused)
        return {at_state(Level::warn, "G32",
            {msgid("The request counts as agreed, but a step of its approval refuses: correct one "
                   "of the two")})};
    const auto* missing = first_missing(request, chain, steps);
    if (request.stage == RequestStage::agreed && missing)
        return {at_state(Level::warn, "G31",
            {msgid("The request counts as agreed without step {1} of its approval, by “{2}”: make "
                   "the steps (Ctrl+Shift+M) and enter who decided when, also on paper"),
                {std::to_string(missing->step.value_or(0)), missing->post}})};
    if (request.stage == RequestStage::open && said != RequestStage::open)
        return {at_state(Level::remind, "G33",
            {said == RequestStage::agreed
                    ? msgid("All steps of the approval agree: enter that the request is agreed to")
                    : msgid("A step of the approval refuses: enter that the request is not agreed "
                            "to")})};
    return {};
}

std::optional<Finding> approval_is_of_one_thing(const Approval& approval, const Context&)
{
    const int subjects = approval.leave.has_value() + approval.change.has_value()
        + approval.item_change.has_value() + approval.roster.has_value();
    if (subjects > 1)
        return Finding{.field = "matter",
            .message = {msgid("A step approves one thing: clear all but one of leave, change of "
                              "posting, change of an item and duty")}};
    const bool names_one = approval.matter && *approval.matter != ApprovalMatter::other;
    if (subjects == 0)
        return finding_if(names_one && approval.matter != ApprovalMatter::roster, Level::remind,
            "matter", {msgid("What was approved is still missing: choose the record")});
    const auto subject = subject_of(approval);
    return finding_if(names_one && subject && subject->matter != *approval.matter, Level::warn,
        "matter",
        {msgid("The matter and the record that is named do not fit: change one of them")});
}

/// A swap that nobody can find in the roster is none.
std::optional<Finding> swap_names_its_duty(const Approval& approval, const Context&)
{
    return finding_if(approval.matter == ApprovalMatter::roster && !approval.roster, Level::warn,
        "roster",
        {msgid("Which duty was swapped is still missing: choose it from the duty roster")});
}

std::optional<Finding> decision_has_a_day(const Approval& approval, const Context&)
{
    return finding_if(approval.decision && !approval.day, Level::remind, "day",
        {msgid("On which day this was decided is still missing")});
}

std::optional<Finding> refusal_is_explained(const Approval& approval, const Context&)
{
    return finding_if(
        approval.decision && *approval.decision != Decision::agree && approval.opinion.empty(),
        Level::remind, "opinion", {msgid("Why it was not agreed to is still missing")});
}

std::optional<Finding> paper_is_named(const Approval& approval, const Context&)
{
    return finding_if(approval.decision && approval.on_paper == true && approval.document.empty(),
        Level::remind, "document",
        {msgid("The step was taken on paper: enter the number of the paper, or where it is kept")});
}

/// The steps of the same request that stand before this one.
std::vector<Approval> steps_before(const Approval& approval, const Context& context)
{
    const auto subject = subject_of(approval);
    if (!subject || !approval.step)
        return {};
    auto steps = steps_of(*subject, context.lookup);
    std::erase_if(steps, [&](const Approval& each) {
        return each.id == approval.id || !each.step || *each.step >= *approval.step;
    });
    return steps;
}

std::optional<Finding> steps_follow_each_other(const Approval& approval, const Context& context)
{
    if (!approval.decision)
        return std::nullopt;
    for (const auto& before : steps_before(approval, context)) {
        if (before.decision != Decision::agree)
            return Finding{.level = Level::warn,
                .field = "decision",
                .message = {msgid("Step {1} comes first and has not agreed: decide it, or correct "
                                  "the numbers of the steps"),
                    {std::to_string(*before.step)}}};
        if (before.day && approval.day && *approval.day < *before.day)
            return Finding{.level = Level::warn,
                .field = "day",
                .message = {msgid("Step {1} comes first and was decided later, on {2}: one of the "
                                  "two days is wrong"),
                    {std::to_string(*before.step), to_iso(*before.day)}}};
    }
    return std::nullopt;
}

/// Whose turn it is, by the day from which the leave or change is wanted.
std::optional<Finding> step_waits(const Approval& approval, const Context& context)
{
    if (approval.decision)
        return std::nullopt;
    const auto subject = subject_of(approval);
    const auto record = subject ? context.lookup.find(*subject->def, subject->id) : std::nullopt;
    const auto request = record ? request_of(*record, context.lookup) : std::nullopt;
    if (!request || request->stage != RequestStage::open || is_past(*request, context.today))
        return std::nullopt;
    const auto before = steps_before(approval, context);
    const bool is_next = std::ranges::all_of(
        before, [](const Approval& each) { return each.decision == Decision::agree; });
    if (!is_next)
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "decision",
        .message = {msgid("“{1}” decides now: enter the decision, its day and who decided"),
            {approval.post.empty() ? approval.approver : approval.post}},
        .due = request->needed};
}

constexpr std::array approval_rules{
    Rule<Approval>{"G01", approval_is_of_one_thing},
    Rule<Approval>{"G02", decision_has_a_day},
    Rule<Approval>{"G03", refusal_is_explained},
    Rule<Approval>{"G04", step_waits},
    Rule<Approval>{"G05", steps_follow_each_other},
    Rule<Approval>{"G06", swap_names_its_duty},
    Rule<Approval>{"G07", paper_is_named},
};

std::optional<Finding> step_has_a_number(const ChainStep& step, const Context&)
{
    return finding_if(step.step && *step.step < 1, Level::refuse, "step",
        {msgid("Steps are numbered from 1 on: correct the number")});
}

std::optional<Finding> days_are_a_span(const ChainStep& step, const Context&)
{
    return finding_if(
        step.from_days && step.below_days && step.from_days->units >= step.below_days->units,
        Level::refuse, "below_days",
        {msgid(
            "No leave is so long and so short at once: correct one of the two numbers of days")});
}

constexpr std::array chain_rules{
    Rule<ChainStep>{"G41", step_has_a_number},
    Rule<ChainStep>{"G42", days_are_a_span},
};

} // namespace

Findings check_steps(const Leave& leave, const Context& context)
{
    return check_stage(to_record(leave), context);
}

Findings check_steps(const PostingChange& change, const Context& context)
{
    return check_stage(to_record(change), context);
}

Findings check_steps(const ItemChange& change, const Context& context)
{
    return check_stage(to_record(change), context);
}

Findings check_rules(const Approval& approval, const Context& context)
{
    return apply(approval_rules, approval, context);
}

Findings check_rules(const ChainStep& step, const Context& context)
{
    return apply(chain_rules, step, context);
}

} // namespace model
