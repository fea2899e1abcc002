#include "model/rules/career_rules.h"

#include "model/entities/posting.h"
#include "model/rules/deadlines.h"
#include "model/rules/limits.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

std::optional<Finding> change_names_a_posting(const PostingChange& change, const Context&)
{
    return finding_if(!change.posting, Level::remind, "posting",
        {msgid("Which posting is to change is still missing")});
}

std::optional<Finding> change_is_of_the_same_person(
    const PostingChange& change, const Context& context)
{
    const auto record =
        change.posting ? context.lookup.find(def_of<Posting>(), *change.posting) : std::nullopt;
    const auto person = record ? from_record<Posting>(*record).person : std::nullopt;
    return finding_if(person && change.person && *person != *change.person, Level::refuse, "person",
        {msgid("The posting is somebody else's: choose the posting of this person")});
}

/// The hall office fixes the number of posts: who goes is replaced.
std::optional<Finding> who_goes_is_replaced(const PostingChange& change, const Context&)
{
    using enum ChangeKind;
    const bool goes = change.kind == rotation || change.kind == transfer || change.kind == returned;
    const bool counts =
        change.state != RequestState::refused && change.state != RequestState::withdrawn;
    return finding_if(goes && counts && !change.successor, Level::remind, "successor",
        {msgid("Who takes over the post is still missing")});
}

std::optional<Finding> successor_is_another(const PostingChange& change, const Context&)
{
    return finding_if(change.person && change.successor == change.person, Level::refuse,
        "successor", {msgid("Nobody succeeds himself: choose another person")});
}

std::optional<Finding> return_is_explained(const PostingChange& change, const Context&)
{
    return finding_if(change.kind == ChangeKind::returned && change.reason.empty(), Level::warn,
        "reason",
        {msgid("Who is returned as unfit is returned for a reason: write down what happened")});
}

std::optional<Finding> what_is_done_has_its_day(const PostingChange& change, const Context&)
{
    return finding_if(change.state == RequestState::done && !change.settled, Level::warn, "settled",
        {msgid("A change that was carried out needs the day on which it was")});
}

bool is_open(const PostingChange& change)
{
    using enum RequestState;
    return !change.settled && change.state != done && change.state != refused
        && change.state != withdrawn;
}

/// A unit that is to take somebody back answers within the term.
std::optional<Finding> unit_answers_in_time(const PostingChange& change, const Context& context)
{
    if (change.kind != ChangeKind::returned || !change.requested || change.answered
        || !is_open(change))
        return std::nullopt;
    const auto due = due_by("unit_adjusts", *change.requested, context.lookup);
    if (!due || due->on >= context.today)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "answered",
        .message = {msgid("The unit was to replace the person by {1} and has not answered: send a "
                          "reminder"),
            {to_iso(due->on)}},
        .source = due->deadline.source,
        .due = due->on};
}

/// Whoever changes staff says so beforehand.
std::optional<Finding> notice_is_given_in_time(const PostingChange& change, const Context& context)
{
    using enum ChangeKind;
    if (!change.requested || !change.wanted || change.kind == returned || change.kind == post
        || change.asked_by == AskedBy::office || *change.wanted < *change.requested)
        return std::nullopt;
    const auto due = due_by("change_notice", *change.requested, context.lookup);
    if (!due || *change.wanted >= due->on)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "wanted",
        .message = {msgid("The change is announced too late: after this request it can be from {1} "
                          "on"),
            {to_iso(due->on)}},
        .source = due->deadline.source};
}

constexpr std::array change_rules{
    Rule<PostingChange>{"H20", change_names_a_posting},
    Rule<PostingChange>{"H21", change_is_of_the_same_person},
    Rule<PostingChange>{"H24", who_goes_is_replaced},
    Rule<PostingChange>{"H25", successor_is_another},
    Rule<PostingChange>{"H26", return_is_explained},
    Rule<PostingChange>{"H27", what_is_done_has_its_day},
    Rule<PostingChange>{"H28", unit_answers_in_time},
    Rule<PostingChange>{"H29", notice_is_given_in_time},
};

std::optional<Finding> check_names_a_person(const HandoverCheck& check, const Context&)
{
    return finding_if(
        !check.person, Level::remind, "person", {msgid("Who comes or leaves is still missing")});
}

std::optional<Finding> what_is_settled_has_its_day(const HandoverCheck& check, const Context&)
{
    return finding_if(check.done == true && !check.done_on, Level::remind, "done_on",
        {msgid("On which day this was settled is still missing")});
}

std::optional<Finding> matter_is_overdue(const HandoverCheck& check, const Context& context)
{
    if (check.done == true)
        return std::nullopt;
    return term_finding("done", check.due, context, msgid("This is to be settled by {1}"),
        msgid("This was to be settled by {1} and is not"));
}

std::optional<Finding> matter_stands_once(const HandoverCheck& check, const Context& context)
{
    return double_finding(to_record(check), "person", {"kind", "matter", "posting", "text"},
        context, {msgid("This matter stands on the person's list already: change that line")});
}

constexpr std::array check_list_rules{
    Rule<HandoverCheck>{"H30", check_names_a_person},
    Rule<HandoverCheck>{"H31", what_is_settled_has_its_day},
    Rule<HandoverCheck>{"H32", matter_is_overdue},
    Rule<HandoverCheck>{"H33", matter_stands_once},
};

std::optional<Finding> hours_fit_the_days(const Training& training, const Context&)
{
    if (!training.hours)
        return std::nullopt;
    const auto first = training.from ? training.from : training.to;
    const auto last = training.to ? training.to : training.from;
    const auto span =
        first && last && *first <= *last ? (sys_days{*last} - sys_days{*first}).count() + 1 : 366;
    const auto most = Decimal{span * 24 * 10, 1};
    return finding_if(training.hours->units < 0 || training.hours->units > most.units,
        Level::refuse, "hours", {msgid("So many hours do not fit into the days of the training")});
}

std::optional<Finding> training_names_who_and_what(const Training& training, const Context&)
{
    if (training.person && !training.topic.empty())
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = training.person ? "topic" : "person",
        .message = {training.person ? msgid("What was taught is still missing")
                                    : msgid("Who was trained is still missing")}};
}

constexpr std::array training_rules{
    Rule<Training>{"H41", hours_fit_the_days},
    Rule<Training>{"H42", training_names_who_and_what},
};

std::optional<Finding> certificate_is_valid(const Certificate& certificate, const Context& context)
{
    const auto notice = limit_on("certificate_notice_days", context);
    if (!notice || !certificate.valid_until
        || sys_days{*certificate.valid_until} - sys_days{context.today} > days{notice->value})
        return std::nullopt;
    const bool over = *certificate.valid_until < context.today;
    return Finding{.level = over ? Level::warn : Level::remind,
        .field = "valid_until",
        .message = {over ? msgid("The certificate ended on {1}: enter the new one")
                         : msgid("The certificate ends on {1}: see to its renewal"),
            {to_iso(*certificate.valid_until)}},
        .due = certificate.valid_until};
}

constexpr std::array certificate_rules{
    Rule<Certificate>{"H44", certificate_is_valid},
};

bool is_discipline(AwardKind kind)
{
    using enum AwardKind;
    constexpr std::array measures{admonition, criticism, warning, demerit, dismissal};
    return std::ranges::find(measures, kind) != measures.end();
}

std::optional<Finding> discipline_rests_on_a_document(const Award& award, const Context&)
{
    return finding_if(award.kind && is_discipline(*award.kind) && award.document.empty(),
        Level::warn, "document",
        {msgid("A disciplinary measure needs the number of the document that decided it")});
}

std::optional<Finding> award_names_a_person(const Award& award, const Context&)
{
    return finding_if(
        !award.person, Level::remind, "person", {msgid("Whom it concerns is still missing")});
}

constexpr std::array award_rules{
    Rule<Award>{"H51", discipline_rests_on_a_document},
    Rule<Award>{"H52", award_names_a_person},
};

} // namespace

Findings check_rules(const PostingChange& change, const Context& context)
{
    return apply(change_rules, change, context);
}

Findings check_rules(const HandoverCheck& check, const Context& context)
{
    return apply(check_list_rules, check, context);
}

Findings check_rules(const Training& training, const Context& context)
{
    return apply(training_rules, training, context);
}

Findings check_rules(const Certificate& certificate, const Context& context)
{
    return apply(certificate_rules, certificate, context);
}

Findings check_rules(const Award& award, const Context& context)
{
    return apply(award_rules, award, context);
}

} // namespace model
