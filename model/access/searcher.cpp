#include "model/access/searcher.h"

#include "model/access/masking.h"

namespace model {

Searcher searcher(const Permission& permission)
{
    if (permission.may_everything())
        return {};
    const auto may = [permission](Action action, bool personal) {
        return [permission, action, personal](const Meta& meta) {
            return permission.extent(action, *meta.def, personal).holds(meta.scope, meta.home);
        };
    };
    return {.sees = may(Action::see, false),
        .reads_whole = may(Action::reveal, true),
        .masked = [](const FieldDef& field, const Value& value) { return masked(field, value); }};
}

} // namespace model
