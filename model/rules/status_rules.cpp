#include "model/rules/status_rules.h"

#include "model/base/message_terms.h"
#include "model/rules/posting_moves.h"
#include "model/rules/service_term.h"
#include "model/rules/still_open.h"
#include "model/rules/trial_terms.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

/// Whether every way to the status demands the field alone, however it came about.
bool is_demanded(std::string_view to, const FieldDef& field)
{
    bool any = false;
    for (const auto& move : posting_moves()) {
        if (move.to != to || move.from.empty())
            continue;
        any = true;
        if (std::ranges::none_of(move.needs, [&](const MoveNeed& need) {
                return need.one_of.size() == 1 && need.one_of.front()->id == field.id
                    && !need.of_change;
            }))
            return false;
    }
    return any;
}

/// What a person is asked for (posting_moves.h), sheets and syncs may lack. Days of end and trial
/// have rules of their own.
std::optional<Finding> status_has_what_it_demands(const Posting& posting, const Context& context)
{
    if (!posting.status || posting.status == PostingStatus::left
        || is_over(posting.to, context.today))
        return std::nullopt;
    const auto record = to_record(posting);
    const auto to = to_text(record["status"]);
    for (const auto& field : record.def->fields)
        if (field.name != "to" && field.name != "trial_until" && is_empty(record[field.name])
            && is_demanded(to, field))
            return Finding{.level = Level::remind,
                .field = field.name,
                .message = {msgid("A posting with the status “{1}” needs this field"),
                    {term(label_of(choices_of<PostingStatus>, to))}}};
    return std::nullopt;
}

std::optional<Finding> trial_has_its_length(const Posting& posting, const Context& context)
{
    if (posting.status != PostingStatus::trial || is_over(posting.to, context.today))
        return std::nullopt;
    const auto length = trial_months(posting, context);
    const auto end = usual_trial_end(posting, context);
    if (!length || !end || (posting.trial_until && *posting.trial_until >= *end))
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "trial_until",
        .message = {posting.trial_until
                ? msgid("The trial of whoever comes in this way lasts {1} months, until {2}: "
                        "enter why it is shorter in the remark, or correct the day")
                : msgid("The trial of whoever comes in this way lasts {1} months, until {2}: "
                        "enter the last day"),
            {std::to_string(length->value), to_iso(*end)}},
        .source = length->source};
}

/// The newest entry of the register that led to the status the posting has.
std::optional<PostingChange> change_to_now(const Posting& posting, const Context& context)
{
    std::optional<PostingChange> newest;
    for (const auto& record :
        context.lookup.where(def_of<PostingChange>(), "posting", posting.id)) {
        auto change = from_record<PostingChange>(record);
        if (change.status_to && change.status_to == posting.status
            && (!newest
                || std::pair(newest->requested, newest->id)
                    < std::pair(change.requested, change.id)))
            newest = std::move(change);
    }
    return newest;
}

std::optional<Finding> who_is_away_comes_back(const Posting& posting, const Context& context)
{
    using enum PostingStatus;
    const bool is_away = posting.status == on_leave || posting.status == out
        || posting.status == training || posting.status == seconded;
    if (!is_away || is_over(posting.to, context.today))
        return std::nullopt;
    const auto change = change_to_now(posting, context);
    if (!change || !change->until || *change->until >= context.today)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "status",
        .message = {msgid("This was to last until {1}: set the status to on duty, or enter anew "
                          "until when"),
            {to_iso(*change->until)}},
        .due = change->until};
}

/// Two years at the window in principle: what comes then is prepared (窗口人员轮换通行做法).
std::optional<Finding> term_is_looked_after(const Posting& posting, const Context& context)
{
    const auto term = service_term(posting, context);
    if (!term || term->is_applied_for || !is_near_its_end(*term, context))
        return std::nullopt;
    const bool is_reached = term->reached <= context.today;
    return Finding{.level = is_reached ? Level::warn : Level::remind,
        .field = "from",
        .message = {is_reached
                ? msgid("On {1} the person had been at the window for {2} months: apply for the "
                        "rotation, or enter an extension among the changes of postings")
                : msgid("On {1} the person will have been at the window for {2} months: prepare "
                        "the rotation, or enter an extension among the changes of postings"),
            {to_iso(term->reached), std::to_string(term->months)}},
        .source = term->source,
        .due = term->reached};
}

constexpr std::array status_rules{
    Rule<Posting>{"S17", status_has_what_it_demands},
    Rule<Posting>{"S18", trial_has_its_length},
    Rule<Posting>{"S19", who_is_away_comes_back},
    Rule<Posting>{"S20", term_is_looked_after},
};

std::optional<Finding> change_of_status_is_allowed(const PostingChange& change, const Context&)
{
    const auto record = to_record(change);
    const auto from = to_text(record["status_from"]);
    const auto to = to_text(record["status_to"]);
    if (to.empty())
        return std::nullopt;
    const auto* move = move_between(from, to);
    if (!move && !from.empty())
        return Finding{.level = Level::warn,
            .field = "status_to",
            .message = {msgid("The status does not go from “{1}” to “{2}”: look at the posting, "
                              "and correct one of the two"),
                {term(label_of(choices_of<PostingStatus>, from)),
                    term(label_of(choices_of<PostingStatus>, to))}}};
    for (const auto& need : move ? move->needs : std::vector<MoveNeed>())
        if (need.of_change && is_empty(record[need.one_of.front()->name]))
            return Finding{.level = Level::warn,
                .field = need.one_of.front()->name,
                .message = {msgid("A change to the status “{1}” needs this field"),
                    {term(label_of(choices_of<PostingStatus>, to))}}};
    return std::nullopt;
}

constexpr std::array moved_rules{
    Rule<PostingChange>{"S21", change_of_status_is_allowed},
};

} // namespace

Findings check_status(const Posting& posting, const Context& context)
{
    return apply(status_rules, posting, context);
}

Findings check_moved(const PostingChange& change, const Context& context)
{
    return apply(moved_rules, change, context);
}

} // namespace model
