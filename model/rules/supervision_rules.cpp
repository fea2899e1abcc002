#include "model/rules/supervision_rules.h"

#include "model/rules/deadlines.h"

#include <algorithm>

namespace model {

namespace {

std::optional<Finding> inspection_names_a_place(const Inspection& inspection, const Context&)
{
    return finding_if(!inspection.place || !inspection.day, Level::remind,
        inspection.place ? "day" : "place",
        {msgid("Where and on which day it was looked is still missing")});
}

constexpr std::array inspection_rules{
    Rule<Inspection>{"J01", inspection_names_a_place},
};

std::optional<Finding> line_is_answered(const InspectionLine& line, const Context&)
{
    return finding_if(
        !line.answer, Level::remind, "answer", {msgid("The answer to this line is still missing")});
}

std::optional<Finding> line_stands_once(const InspectionLine& line, const Context& context)
{
    return double_finding(to_record(line), "inspection", {"question"}, context,
        {msgid("The inspection has this line already: change that one")});
}

/// A photo is an attachment, which rules do not see: the remark says which it is.
std::optional<Finding> line_is_shown(const InspectionLine& line, const Context&)
{
    const bool is_judged = line.answer && line.answer != CheckAnswer::not_applicable;
    return finding_if(line.evidence == true && is_judged && line.remark.empty(), Level::remind,
        "remark", {msgid("This line needs evidence: write down which photo or paper shows it")});
}

constexpr std::array line_rules{
    Rule<InspectionLine>{"J02", line_is_answered},
    Rule<InspectionLine>{"J03", line_stands_once},
    Rule<InspectionLine>{"J04", line_is_shown},
};

std::optional<Finding> list_has_lines(const Checklist& list, const Context& context)
{
    return finding_if(!is_over(list.to, context.today)
            && context.lookup.where(def_of<ChecklistLine>(), "checklist", list.id).empty(),
        Level::remind, "name",
        {msgid("The check-list has no lines yet: enter them, or end the list")});
}

constexpr std::array checklist_rules{
    Rule<Checklist>{"J71", list_has_lines},
};

std::optional<Finding> template_line_stands_once(const ChecklistLine& line, const Context& context)
{
    return double_finding(to_record(line), "checklist", {"text"}, context,
        {msgid("The check-list has this line already: change that one")});
}

constexpr std::array checklist_line_rules{
    Rule<ChecklistLine>{"J73", template_line_stands_once},
};

std::optional<Finding> problem_runs_its_course(const ProblemFound& problem, const Context&)
{
    if (auto finding = course_finding(problem.found, "due", problem.due, Level::warn))
        return finding;
    if (auto finding = course_finding(problem.found, "corrected", problem.corrected))
        return finding;
    return course_finding(
        problem.corrected ? problem.corrected : problem.found, "verified", problem.verified);
}

bool is_settled(const ProblemFound& problem)
{
    return problem.verified || problem.state == ProblemState::verified
        || problem.state == ProblemState::dropped;
}

std::optional<Finding> problem_is_corrected_in_time(
    const ProblemFound& problem, const Context& context)
{
    if (is_settled(problem) || problem.corrected)
        return std::nullopt;
    return term_finding("corrected", problem.due, context, msgid("This is to be corrected by {1}"),
        msgid("This was to be corrected by {1}: see to it, or set another day"));
}

std::optional<Finding> problem_has_an_owner_and_a_day(const ProblemFound& problem, const Context&)
{
    if (is_settled(problem))
        return std::nullopt;
    if (!problem.unit && problem.owner.empty())
        return Finding{.level = Level::remind,
            .field = "unit",
            .message = {msgid("Who is to correct it is still missing")}};
    return finding_if(!problem.due && !problem.corrected, Level::remind, "due",
        {msgid("By when it is to be corrected is still missing")});
}

std::optional<Finding> correction_is_verified(const ProblemFound& problem, const Context&)
{
    if (problem.state == ProblemState::verified && !problem.verified)
        return Finding{.level = Level::warn,
            .field = "verified",
            .message = {msgid("The state says so, but the day is missing")}};
    return finding_if(problem.verified && problem.correction.empty(), Level::warn, "correction",
        {msgid("What was verified was corrected somehow: write down how")});
}

constexpr std::array problem_rules{
    Rule<ProblemFound>{"J11", problem_runs_its_course},
    Rule<ProblemFound>{"J12", problem_is_corrected_in_time},
    Rule<ProblemFound>{"J13", problem_has_an_owner_and_a_day},
    Rule<ProblemFound>{"J14", correction_is_verified},
};

std::optional<Finding> tip_runs_its_course(const Tip& tip, const Context&)
{
    if (auto finding = course_finding(tip.received, "handed", tip.handed))
        return finding;
    return course_finding(tip.received, "closed", tip.closed);
}

std::optional<Finding> tip_is_in_hands(const Tip& tip, const Context&)
{
    return finding_if(!tip.closed && tip.handler.empty() && tip.handed_to.empty(), Level::remind,
        "handler", {msgid("Who deals with the tip is still missing")});
}

std::optional<Finding> tip_has_an_outcome(const Tip& tip, const Context&)
{
    return finding_if(tip.closed && tip.result.empty(), Level::warn, "result",
        {msgid("What came of it is still missing")});
}

std::optional<Finding> tip_number_is_its_own(const Tip& tip, const Context& context)
{
    return double_finding(to_record(tip), "number", {}, context,
        {msgid("Another entry has this number: give another one")});
}

constexpr std::array tip_rules{
    Rule<Tip>{"J41", tip_runs_its_course},
    Rule<Tip>{"J42", tip_is_in_hands},
    Rule<Tip>{"J43", tip_has_an_outcome},
    Rule<Tip>{"J44", tip_number_is_its_own},
};

std::optional<Finding> reporter_belongs_to_something(const Reporter& reporter, const Context&)
{
    return finding_if(!reporter.complaint && !reporter.tip, Level::remind, "complaint",
        {msgid("To which complaint or tip the person belongs is still missing")});
}

std::optional<Finding> reporter_can_be_called(const Reporter& reporter, const Context&)
{
    return phone_finding("phone", reporter.phone);
}

constexpr std::array reporter_rules{
    Rule<Reporter>{"J45", reporter_belongs_to_something},
    Rule<Reporter>{"J46", reporter_can_be_called},
};

std::optional<Finding> commitment_is_of_a_year(const Commitment& commitment, const Context&)
{
    return finding_if(commitment.year && (*commitment.year < 2000 || *commitment.year > 2100),
        Level::refuse, "year", {msgid("This is no year: write it with four digits")});
}

std::optional<Finding> commitment_is_signed(const Commitment& commitment, const Context& context)
{
    const auto this_year = static_cast<int>(context.today.year());
    return finding_if(!commitment.signed_on && commitment.year.value_or(this_year) <= this_year,
        Level::remind, "signed_on", {msgid("The letter is not signed yet")});
}

std::optional<Finding> commitment_stands_once(const Commitment& commitment, const Context& context)
{
    return double_finding(to_record(commitment), "person", {"year"}, context,
        {msgid("The person's letter of this year is entered already: change that one")});
}

constexpr std::array commitment_rules{
    Rule<Commitment>{"J51", commitment_is_of_a_year},
    Rule<Commitment>{"J52", commitment_is_signed},
    Rule<Commitment>{"J53", commitment_stands_once},
};

std::optional<Finding> task_runs_its_course(const Task& task, const Context&)
{
    if (auto finding = course_finding(task.set_on, "due", task.due, Level::warn))
        return finding;
    if (auto finding = course_finding(task.set_on, "done_on", task.done_on))
        return finding;
    return course_finding(task.done_on ? task.done_on : task.set_on, "closed", task.closed);
}

std::optional<Finding> task_is_done_in_time(const Task& task, const Context& context)
{
    if (is_over(task))
        return std::nullopt;
    return term_finding("due", task.due, context, msgid("This is to be done by {1}"),
        msgid("This was to be done by {1}: remind who answers for it"));
}

std::optional<Finding> task_has_an_owner_and_a_day(const Task& task, const Context&)
{
    if (is_over(task))
        return std::nullopt;
    if (!task.unit && task.owner.empty())
        return Finding{.level = Level::remind,
            .field = "unit",
            .message = {msgid("Who is to do it is still missing")}};
    return finding_if(
        !task.due, Level::remind, "due", {msgid("By when it is to be done is still missing")});
}

std::optional<Finding> finished_task_has_its_day(const Task& task, const Context&)
{
    if (task.state == TaskState::done && !task.done_on)
        return Finding{.level = Level::warn,
            .field = "done_on",
            .message = {msgid("The state says so, but the day is missing")}};
    return finding_if(task.state == TaskState::closed && !task.closed, Level::warn, "closed",
        {msgid("The state says so, but the day is missing")});
}

constexpr std::array task_rules{
    Rule<Task>{"G11", task_runs_its_course},
    Rule<Task>{"G12", task_is_done_in_time},
    Rule<Task>{"G13", task_has_an_owner_and_a_day},
    Rule<Task>{"G14", finished_task_has_its_day},
};

} // namespace

bool is_over(const Task& task)
{
    return task.done_on || task.closed || task.state == TaskState::done
        || task.state == TaskState::closed || task.state == TaskState::dropped;
}

Findings check_rules(const Inspection& inspection, const Context& context)
{
    return apply(inspection_rules, inspection, context);
}

Findings check_rules(const InspectionLine& line, const Context& context)
{
    return apply(line_rules, line, context);
}

Findings check_rules(const Checklist& list, const Context& context)
{
    return apply(checklist_rules, list, context);
}

Findings check_rules(const ChecklistLine& line, const Context& context)
{
    return apply(checklist_line_rules, line, context);
}

Findings check_rules(const ProblemFound& problem, const Context& context)
{
    return apply(problem_rules, problem, context);
}

Findings check_rules(const Tip& tip, const Context& context)
{
    return apply(tip_rules, tip, context);
}

Findings check_rules(const Reporter& reporter, const Context& context)
{
    return apply(reporter_rules, reporter, context);
}

Findings check_rules(const Commitment& commitment, const Context& context)
{
    return apply(commitment_rules, commitment, context);
}

Findings check_rules(const Task& task, const Context& context)
{
    return apply(task_rules, task, context);
}

} // namespace model
