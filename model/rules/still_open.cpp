#include "model/rules/still_open.h"

#include <algorithm>

namespace model {

bool is_open(const Window& window, Date today)
{
    return window.status != WindowStatus::closed && !is_over(window.closed, today);
}

bool is_current(const Posting& posting, Date today)
{
    return posting.status != PostingStatus::left && !is_over(posting.to, today);
}

bool is_current(const Span& span, Date today)
{
    return (!span.from || *span.from <= today) && !is_over(span.to, today);
}

bool serves_elsewhere(const Posting& posting, const Context& context)
{
    if (!posting.person)
        return false;
    const auto all = context.lookup.where(def_of<Posting>(), "person", *posting.person);
    return std::ranges::any_of(all, [&](const Record& record) {
        return record.id != posting.id && is_current(from_record<Posting>(record), context.today);
    });
}

bool binds(const NegativeEntry& entry, Date today)
{
    return entry.state == ChangeState::in_force && !is_over(entry.to, today);
}

bool is_on_the_negative_list(const Uuid& item, const Context& context)
{
    const auto entries = context.lookup.where(def_of<NegativeEntry>(), "item", item);
    return std::ranges::any_of(entries, [&](const Record& record) {
        return binds(from_record<NegativeEntry>(record), context.today);
    });
}

StillOpen still_open(std::string_view field, const Uuid& id, const Context& context)
{
    StillOpen open;
    for (const auto& record : context.lookup.where(def_of<Window>(), field, id))
        open.windows += is_open(from_record<Window>(record), context.today);
    for (const auto& record : context.lookup.where(def_of<Posting>(), field, id))
        open.postings += is_current(from_record<Posting>(record), context.today);
    return open;
}

} // namespace model
