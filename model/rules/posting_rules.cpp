#include "model/rules/posting_rules.h"

#include "model/base/text.h"
#include "model/entities/place.h"
#include "model/entities/window_staff.h"
#include "model/rules/limits.h"
#include "model/rules/service_term.h"
#include "model/rules/still_open.h"
#include "model/rules/trial_terms.h"

namespace model {

namespace {

using namespace std::chrono;

/// Both days count: from the 1st of March to the last of February is a whole year.
bool is_shorter(Date from, Date to, months least)
{
    return year_month_day{sys_days{to} + days{1}} < from + least;
}

bool is_early(const Posting& posting, const Limit& least)
{
    return is_bound_to_term(posting) && posting.from && posting.to
        && is_shorter(*posting.from, *posting.to, months{least.value});
}

/// Leaving early is not forbidden: it is written down why, and on whose word.
std::optional<Finding> leaving_early_is_on_record(const Posting& posting, const Context& context)
{
    if (!posting.to || (!posting.end_reason.empty() && !posting.document.empty()))
        return std::nullopt;
    const auto least = limit_on("posting_months", context);
    if (!least || !is_early(posting, *least))
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = posting.end_reason.empty() ? "end_reason" : "document",
        .message = {msgid("Who is sent by a unit stays {1} months in principle: leaving earlier "
                          "needs the reason and the number of the document that approved it"),
            {std::to_string(least->value)}},
        .source = least->source};
}

std::optional<Finding> end_has_a_reason(const Posting& posting, const Context& context)
{
    if (!posting.to || posting.end_kind || !posting.end_reason.empty())
        return std::nullopt;
    const auto least = limit_on("posting_months", context);
    if (least && is_early(posting, *least))
        return std::nullopt; // the rule for leaving early asks already
    return Finding{.level = Level::remind,
        .field = "end_reason",
        .message = {msgid("Why the posting ended is still missing")}};
}

std::optional<Finding> who_left_has_a_last_day(const Posting& posting, const Context&)
{
    if (posting.status != PostingStatus::left || posting.to)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "to",
        .message = {msgid("A person who left needs the last day of the posting")}};
}

std::optional<Finding> person_is_at_one_place(const Posting& posting, const Context& context)
{
    if (!posting.person)
        return std::nullopt;
    for (const auto& record : context.lookup.where(def_of<Posting>(), "person", *posting.person)) {
        const auto other = from_record<Posting>(record);
        if (other.id == posting.id
            || !overlap({posting.from, posting.to}, {other.from, other.to}, context.today))
            continue;
        const auto place =
            other.place ? context.lookup.find(def_of<Place>(), *other.place) : std::nullopt;
        return Finding{.level = Level::warn,
            .field = "from",
            .message = place
                ? Message{msgid("The person has another posting at the same time, at {1}: end one "
                                "of the two"),
                    {place->title()}}
                : Message{msgid("The person has another posting at the same time: end one of the "
                                "two")}};
    }
    return std::nullopt;
}

std::optional<Finding> names_a_person(const Posting& posting, const Context&)
{
    if (posting.person)
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "person",
        .message = {msgid("Whose posting this is, is still missing")}};
}

std::optional<Finding> who_is_sent_has_a_sender(const Posting& posting, const Context&)
{
    if (posting.source != PostingSource::sent || posting.unit)
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "unit",
        .message = {msgid("Which unit sent the person is still missing")}};
}

std::optional<Finding> status_agrees_with_the_end(const Posting& posting, const Context& context)
{
    if (!posting.to || *posting.to >= context.today || !posting.status
        || posting.status == PostingStatus::left)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "status",
        .message = {msgid("The posting ended on {1}, and the status does not say so: set it to "
                          "left, or clear the day"),
            {to_iso(*posting.to)}},
        .due = posting.to};
}

std::optional<Finding> who_left_holds_no_window(const Posting& posting, const Context& context)
{
    if (!posting.person || is_current(posting, context.today) || serves_elsewhere(posting, context))
        return std::nullopt;
    std::vector<std::string> windows;
    for (const auto& record :
        context.lookup.where(def_of<WindowStaff>(), "person", *posting.person)) {
        const auto link = from_record<WindowStaff>(record);
        const auto window = link.window && !is_over(link.to, context.today)
            ? context.lookup.find(def_of<Window>(), *link.window)
            : std::nullopt;
        if (window)
            windows.push_back(window->title());
    }
    if (windows.empty())
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "to",
        .message = {msgid("Who left the hall is still entered at the window {1}: end that too"),
            {join(windows, "、")}},
        .due = posting.to};
}

/// The trial does not end by itself: somebody says whether the person stays.
std::optional<Finding> trial_is_decided(const Posting& posting, const Context& context)
{
    const auto state = trial_state(posting, context);
    const auto end = state != TrialState::none ? trial_end(posting, context) : std::nullopt;
    if (!end)
        return std::nullopt;
    const bool is_past = state == TrialState::undecided;
    return Finding{.level = is_past ? Level::warn : Level::remind,
        .field = "status",
        .message = {msgid("The trial lasts until {1}: by then set the status to on duty, or end "
                          "the posting"),
            {to_iso(*end)}},
        .due = end};
}

constexpr std::array rules{
    Rule<Posting>{"S03", leaving_early_is_on_record},
    Rule<Posting>{"S04", end_has_a_reason},
    Rule<Posting>{"S05", who_left_has_a_last_day},
    Rule<Posting>{"S06", person_is_at_one_place},
    Rule<Posting>{"S07", names_a_person},
    Rule<Posting>{"S08", who_is_sent_has_a_sender},
    Rule<Posting>{"S09", status_agrees_with_the_end},
    Rule<Posting>{"S10", who_left_holds_no_window},
    Rule<Posting>{"S11", trial_is_decided},
};

} // namespace

Findings check_rules(const Posting& posting, const Context& context)
{
    return apply(rules, posting, context);
}

} // namespace model
