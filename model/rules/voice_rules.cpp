#include "model/rules/voice_rules.h"

#include "model/rules/limits.h"
#include "model/rules/source_texts.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

constexpr const char* number_taken =
    msgid("Another entry of this place has this number: give another one");

std::optional<Finding> complaint_runs_its_course(const Complaint& complaint, const Context&)
{
    for (const auto& [field, day] : {std::pair{"contacted", complaint.contacted},
             {"replied", complaint.replied}, {"left", complaint.left}})
        if (auto finding = course_finding(complaint.received, field, day))
            return finding;
    if (auto finding = course_finding(complaint.left, "returned", complaint.returned))
        return finding;
    return course_finding(
        complaint.replied ? complaint.replied : complaint.received, "closed", complaint.closed);
}

bool is_open(const Complaint& complaint)
{
    return !complaint.closed && !complaint.replied && !complaint.not_accepted
        && !is_elsewhere(complaint);
}

std::optional<Finding> complaint_is_answered_in_time(
    const Complaint& complaint, const Context& context)
{
    if (!is_open(complaint))
        return std::nullopt;
    return term_finding("replied", due_of(complaint, context.lookup), context,
        msgid("The complaint is to be answered by {1}"),
        msgid("The complaint was to be answered by {1}: answer it, or enter why it takes longer"));
}

std::optional<Finding> complaint_number_is_its_own(
    const Complaint& complaint, const Context& context)
{
    return double_finding(
        to_record(complaint), "number", {"number", "place"}, context, {number_taken});
}

std::optional<Finding> answer_says_something(const Complaint& complaint, const Context&)
{
    if (complaint.replied && complaint.reply.empty() && complaint.written == true)
        return Finding{.level = Level::warn,
            .field = "reply",
            .message = {msgid("A written complaint is answered in writing: enter the reply")}};
    return finding_if(complaint.replied && !complaint.finding && !complaint.not_accepted,
        Level::remind, "finding", {msgid("Whether the complaint is true is still missing")});
}

template <class Case>
std::optional<Finding> what_left_has_its_day(const Case& one, const Context&)
{
    const bool is_whole =
        one.left_for.has_value() == one.left.has_value() && (one.left || !one.returned);
    return finding_if(!is_whole, Level::remind, one.left ? "left_for" : "left",
        {msgid("Where the case was passed on to, and on which day, belong together")});
}

/// The clock of the office stands still, not that of the office it was passed on to (信访工作条例).
std::optional<Finding> petition_is_decided_in_time(
    const Complaint& complaint, const Context& context)
{
    if (complaint.closed || complaint.returned || complaint.left_for != LeftFor::petition)
        return std::nullopt;
    return term_finding("closed",
        day_of(term_of("petition_decision", complaint.left, {}, {}, context.lookup)), context,
        msgid("The petition office decides by {1}"),
        msgid("The petition office was to decide by {1}: ask there, and enter the outcome"));
}

/// A second true complaint about one person within a year: the unit is asked to move the person.
std::optional<Finding> person_is_complained_of_again(
    const Complaint& complaint, const Context& context)
{
    const auto most = limit_on("complaints_per_year", context);
    if (!most || !complaint.person || complaint.finding != ComplaintFinding::verified
        || !complaint.received)
        return std::nullopt;
    std::int64_t true_ones = 1;
    for (const auto& record :
        context.lookup.where(def_of<Complaint>(), "person", *complaint.person)) {
        const auto other = from_record<Complaint>(record);
        true_ones += other.id != complaint.id && other.finding == ComplaintFinding::verified
            && other.received && other.received->year() == complaint.received->year()
            && *other.received <= *complaint.received;
    }
    return finding_if(true_ones >= most->value, Level::warn, "person",
        {msgid("This is true complaint number {1} about the person this year: ask the unit to move "
               "the person from the window"),
            {std::to_string(true_ones)}});
}

constexpr std::string_view start_of(const BadRating&)
{
    return "rated";
}

template <class Case>
constexpr std::string_view start_of(const Case&)
{
    return "received";
}

bool is_settled(const Complaint& complaint)
{
    return !is_open(complaint) || complaint.due;
}

bool is_settled(const BadRating& rating)
{
    return rating.corrected || rating.excluded == true || rating.due || is_elsewhere(rating)
        || is_awaited(rating);
}

bool is_settled(const UnableCase& unable)
{
    return unable.closed || is_elsewhere(unable) || unable.extended || unable.due;
}

/// A day counted with weekends alone, because nobody has entered the days off of its year.
template <class Case>
std::optional<Finding> days_off_are_known(const Case& one, const Context& context)
{
    const auto due = is_settled(one) ? std::nullopt : term_of(one, context.lookup);
    return due ? unknown_year_finding(start_of(one), *due) : std::nullopt;
}

constexpr std::array complaint_rules{
    Rule<Complaint>{"J21", complaint_runs_its_course},
    Rule<Complaint>{"J22", complaint_is_answered_in_time},
    Rule<Complaint>{"J23", complaint_number_is_its_own},
    Rule<Complaint>{"J24", answer_says_something},
    Rule<Complaint>{"J25", what_left_has_its_day<Complaint>},
    Rule<Complaint>{"J26", person_is_complained_of_again},
    Rule<Complaint>{"J27", petition_is_decided_in_time},
    Rule<Complaint>{"J28", days_off_are_known<Complaint>},
};

std::optional<Finding> rating_is_bad(const BadRating& rating, const Context&)
{
    using enum Satisfaction;
    return finding_if(
        rating.stars && *rating.stars != dissatisfied && *rating.stars != very_dissatisfied,
        Level::warn, "stars", {msgid("This is no bad rating: those have one or two stars")});
}

std::optional<Finding> rating_runs_its_course(const BadRating& rating, const Context&)
{
    for (const auto& [field, day] : {std::pair{"contacted", rating.contacted},
             {"corrected", rating.corrected}, {"called_back", rating.called_back},
             {"appealed", rating.appealed}, {"left", rating.left}, {"awaited", rating.awaited}})
        if (auto finding = course_finding(rating.rated, field, day))
            return finding;
    if (auto finding = course_finding(rating.left, "returned", rating.returned))
        return finding;
    return course_finding(rating.awaited, "answered", rating.answered);
}

std::optional<Finding> rater_is_contacted_in_time(const BadRating& rating, const Context& context)
{
    if (rating.contacted || rating.corrected || rating.excluded == true || rating.named == false
        || is_elsewhere(rating))
        return std::nullopt;
    return term_finding("contacted",
        day_of(term_of("rating_contact", rating.rated, {}, {}, context.lookup)), context,
        msgid("The person is to be contacted by {1}"),
        msgid("The person was to be contacted by {1}: call, and enter the day"));
}

std::optional<Finding> rating_is_corrected_in_time(const BadRating& rating, const Context& context)
{
    if (rating.corrected || rating.excluded == true)
        return std::nullopt;
    return term_finding("corrected", due_of(rating, context.lookup), context,
        msgid("The correction is due by {1}"),
        msgid("The correction was due by {1}: enter what was done"));
}

std::optional<Finding> only_unfair_ratings_are_excluded(const BadRating& rating, const Context&)
{
    if (rating.excluded != true)
        return std::nullopt;
    const bool unfair =
        rating.cause == RatingCause::mistaken || rating.cause == RatingCause::malicious;
    return finding_if(!unfair, Level::refuse, "excluded",
        {msgid("Only a mistaken or a malicious rating is excluded, after it was checked: enter "
               "what the check found, or do not exclude it")});
}

std::optional<Finding> correction_is_told(const BadRating& rating, const Context&)
{
    return finding_if(rating.corrected && rating.correction.empty(), Level::remind, "correction",
        {msgid("How it was corrected is still missing")});
}

/// Who gave a name is asked whether it is well now.
std::optional<Finding> rater_is_called_back(const BadRating& rating, const Context&)
{
    return finding_if(
        rating.named == true && rating.corrected && !rating.called_back && rating.excluded != true,
        Level::remind, "called_back",
        {msgid("The rating was given with a name: call back, and enter the day")});
}

std::optional<Finding> waiting_has_a_beginning(const BadRating& rating, const Context&)
{
    return finding_if(rating.answered && !rating.awaited, Level::remind, "awaited",
        {msgid("Since when the caller was waited for is still missing: the clock stands still "
               "between the two days")});
}

constexpr std::array rating_rules{
    Rule<BadRating>{"J31", rating_is_bad},
    Rule<BadRating>{"J32", rating_runs_its_course, sources::ratings},
    Rule<BadRating>{"J33", rater_is_contacted_in_time},
    Rule<BadRating>{"J34", rating_is_corrected_in_time},
    Rule<BadRating>{"J35", only_unfair_ratings_are_excluded, sources::ratings},
    Rule<BadRating>{"J36", correction_is_told},
    Rule<BadRating>{"J37", rater_is_called_back},
    Rule<BadRating>{"J38", days_off_are_known<BadRating>},
    Rule<BadRating>{"V20", what_left_has_its_day<BadRating>},
    Rule<BadRating>{"V21", waiting_has_a_beginning},
};

std::optional<Finding> unable_runs_its_course(const UnableCase& unable, const Context&)
{
    for (const auto& [field, day] : {std::pair{"sent", unable.sent}, {"left", unable.left},
             {"told", unable.told}, {"closed", unable.closed}})
        if (auto finding = course_finding(unable.received, field, day))
            return finding;
    if (auto finding = course_finding(unable.left, "returned", unable.returned))
        return finding;
    return course_finding(
        unable.closed ? unable.closed : unable.received, "fed_back", unable.fed_back);
}

std::optional<Finding> unable_is_answered_in_time(const UnableCase& unable, const Context& context)
{
    if (unable.closed || is_elsewhere(unable))
        return std::nullopt;
    return term_finding("closed", due_of(unable, context.lookup), context,
        msgid("The case is to be settled by {1}"),
        msgid("The case was to be settled by {1}: settle it, or tell the applicant and extend it"));
}

/// The last day on which the applicant may be told that it takes longer.
std::optional<Date> told_by(UnableCase unable, const Context& context)
{
    unable.extended.reset();
    const auto due = due_of(unable, context.lookup);
    const auto before = deadline_on("unresolved_told_before", context);
    if (!due || !before)
        return due;
    const auto count = before->term.count;
    return before->term.unit == TermUnit::working_day
        ? context.lookup.calendar().add_working_days(*due, -count)
        : Date(sys_days{*due} - days{count});
}

/// A case is extended by telling so before it runs out.
std::optional<Finding> extension_is_told_in_time(const UnableCase& unable, const Context& context)
{
    if (!unable.extended)
        return std::nullopt;
    const auto last = told_by(unable, context);
    if (unable.told && (!last || *unable.told <= *last))
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "told",
        .message = {unable.told
                ? msgid("The applicant was told of the extension after the case had run out")
                : msgid("The applicant is to be told of the extension before the case runs out: "
                        "enter the day")}};
}

std::optional<Finding> negative_answer_is_explained(const UnableCase& unable, const Context&)
{
    return finding_if(unable.negative == true && unable.result.empty(), Level::warn, "result",
        {msgid("A negative answer is given with its reason: write it down")});
}

std::optional<Finding> unable_number_is_its_own(const UnableCase& unable, const Context& context)
{
    return double_finding(
        to_record(unable), "number", {"number", "place"}, context, {number_taken});
}

std::optional<Finding> unable_phone_is_one(const UnableCase& unable, const Context&)
{
    return phone_finding("phone", unable.phone);
}

std::optional<Finding> applicant_is_told_the_end(const UnableCase& unable, const Context&)
{
    return finding_if(unable.closed && !unable.fed_back, Level::remind, "fed_back",
        {msgid("The case is settled: tell the applicant, and enter the day")});
}

constexpr std::array unable_rules{
    Rule<UnableCase>{"J61", unable_runs_its_course},
    Rule<UnableCase>{"J62", unable_is_answered_in_time},
    Rule<UnableCase>{"J63", extension_is_told_in_time},
    Rule<UnableCase>{"J64", negative_answer_is_explained},
    Rule<UnableCase>{"J65", unable_number_is_its_own},
    Rule<UnableCase>{"J66", unable_phone_is_one},
    Rule<UnableCase>{"J67", what_left_has_its_day<UnableCase>},
    Rule<UnableCase>{"J68", applicant_is_told_the_end},
    Rule<UnableCase>{"J69", days_off_are_known<UnableCase>},
};

} // namespace

Findings check_rules(const Complaint& complaint, const Context& context)
{
    return apply(complaint_rules, complaint, context);
}

Findings check_rules(const BadRating& rating, const Context& context)
{
    return apply(rating_rules, rating, context);
}

Findings check_rules(const UnableCase& unable, const Context& context)
{
    return apply(unable_rules, unable, context);
}

} // namespace model
