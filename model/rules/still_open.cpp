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
