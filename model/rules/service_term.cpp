#include "model/rules/service_term.h"

#include "model/entities/posting_change.h"
#include "model/rules/limits.h"
#include "model/rules/still_open.h"
#include "model/rules/trial_terms.h"

namespace model {

namespace {

using namespace std::chrono;

std::int64_t whole_months(Date first, Date today)
{
    const Date next{sys_days{today} + days{1}};
    auto count = (next.year() / next.month() - first.year() / first.month()).count();
    while (count > 0 && months_after(first, count) > next)
        --count;
    return std::max<std::int64_t>(count, 0);
}

bool is_on_its_way(const PostingChange& change)
{
    return !change.settled
        && (!change.state || change.state == RequestState::requested
            || change.state == RequestState::agreed);
}

bool is_agreed(const PostingChange& change)
{
    return change.state == RequestState::agreed || change.state == RequestState::done;
}

/// What the register of changes says of the posting.
void look_at_changes(ServiceTerm& term, const Posting& posting, const Context& context)
{
    using enum ChangeKind;
    for (const auto& record :
        context.lookup.where(def_of<PostingChange>(), "posting", posting.id)) {
        const auto change = from_record<PostingChange>(record);
        const bool goes =
            change.kind == rotation || change.kind == transfer || change.kind == returned;
        term.is_applied_for = term.is_applied_for || (goes && is_on_its_way(change));
        if (change.kind != extension || !is_agreed(change))
            continue;
        const auto by = limit_on(
            "extension_months", {context.lookup, change.requested.value_or(context.today)});
        term.extended += by ? by->value : 0;
    }
}

} // namespace

bool is_bound_to_term(const Posting& posting)
{
    return posting.source == PostingSource::sent;
}

std::optional<ServiceTerm> service_term(const Posting& posting, const Context& context)
{
    if (!is_bound_to_term(posting) || !posting.from || *posting.from > context.today
        || !is_current(posting, context.today) || posting.status == PostingStatus::proposed)
        return std::nullopt;
    const auto limit = limit_on("posting_months", context);
    if (!limit)
        return std::nullopt;
    ServiceTerm term{.first = *posting.from,
        .served = whole_months(*posting.from, context.today),
        .source = limit->source};
    term.is_applied_for = posting.status == PostingStatus::rotating || posting.to;
    look_at_changes(term, posting, context);
    term.months = limit->value + term.extended;
    term.reached = months_after(term.first, term.months);
    if (posting.to && *posting.to < term.reached)
        return std::nullopt;
    return term;
}

bool is_near_its_end(const ServiceTerm& term, const Context& context)
{
    const auto notice = limit_on("rotation_notice_days", context);
    return sys_days{term.reached} - sys_days{context.today} <= days{notice ? notice->value : 0};
}

} // namespace model
