#include "model/commands/field_marks.h"

#include "model/commands/rights.h"

#include <map>

namespace model {

namespace {

/// The last entry of each field, and of the whole record its creation.
std::map<int, HistoryStep> last_entries(RecordStore& store, const Uuid& id)
{
    std::map<int, HistoryStep> last;
    for (auto& step : store.history(id))
        if (!step.lost)
            last[step.fid] = std::move(step);
    return last;
}

std::optional<OnBehalf> on_behalf(const std::map<int, HistoryStep>& last, int fid)
{
    constexpr int creation = -1;
    auto found = last.find(fid);
    if (found == last.end())
        found = last.find(creation);
    if (found == last.end() || found->second.document.empty())
        return std::nullopt;
    const auto& step = found->second;
    return OnBehalf{step.user, step.device, step.at, step.document};
}

} // namespace

std::vector<FieldMark> field_marks(RecordStore& store, const Uuid& id, const Permission& permission)
{
    const auto found = store.find_any(id);
    if (!found)
        throw UsageError({msgid("There is no such record: {1}"), {id.text()}});
    const auto& [meta, record] = *found;
    Rights rights(store, permission);
    const auto where = rights.around(meta);
    const auto last = last_entries(store, id);
    std::map<std::string, std::string> names;
    std::vector<FieldMark> marks;
    for (const auto& field : meta.def->fields) {
        FieldMark mark{.owner = owner_of(field, where)};
        mark.is_ours = is_owner(rights.self().org, mark.owner);
        if (mark.owner && (mark.owner->role == Role::unit || mark.owner->role == Role::outlet)) {
            auto& name = names[mark.owner->id];
            if (name.empty())
                name = rights.name_of(*mark.owner);
            mark.owner_name = name;
        }
        if (!rights.may(*meta.def, field, where))
            mark.why_locked = rights.why_not(*meta.def, field, where);
        // Only of what is not the agency's own can an entry be one for somebody else.
        if (mark.owner && mark.owner->role != Role::agency && !is_empty(record[field.name]))
            mark.on_behalf = on_behalf(last, field.id);
        marks.push_back(std::move(mark));
    }
    return marks;
}

} // namespace model
