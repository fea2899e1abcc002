#include "tests/simulation/hub_view.h"

#include <algorithm>

namespace tests {

std::string InboxRow::text() const
{
    return kind + ' ' + state + ' ' + record.text() + '.' + std::to_string(fid) + ' '
        + stands_ver.text() + '=' + stands + " / " + waits_ver.text() + '=' + waits;
}

std::vector<InboxRow> HubView::read_inbox(RecordStore& store)
{
    SQLite::Statement rows(store.db().handle(),
        "SELECT id, kind, state, record, fid, coalesce(stands, ''), stands_ver, "
        "coalesce(waits, ''), waits_ver, scope, home FROM inbox ORDER BY id");
    std::vector<InboxRow> found;
    while (rows.executeStep())
        found.push_back({to_hex({static_cast<const char*>(rows.getColumn(0).getBlob()), 16}),
            rows.getColumn(1).getString(), rows.getColumn(2).getString(),
            column_id(rows.getColumn(3)), rows.getColumn(4).getInt(), rows.getColumn(5).getString(),
            Version::unpacked(rows.getColumn(6).getInt64()), rows.getColumn(7).getString(),
            Version::unpacked(rows.getColumn(8).getInt64()), rows.getColumn(9).getInt64(),
            column_id(rows.getColumn(10))});
    return found;
}

HubView::HubView(RecordStore& store) : inbox(read_inbox(store))
{
    std::map<std::int64_t, Uuid> ids;
    SQLite::Statement rows(store.db().handle(), "SELECT rid, id FROM rec");
    while (rows.executeStep())
        ids[rows.getColumn(0).getInt64()] = column_id(rows.getColumn(1));
    for (const auto& [rid, id] : ids) {
        const auto meta = store.rows().meta(rid).value();
        metas[id] = meta;
        const auto record = store.rows().read(meta);
        for (std::size_t i = 0; i < record.values.size(); ++i)
            values[{id, meta.def->fields[i].id}] = to_text(record.values[i]);
    }
    SQLite::Statement steps(
        store.db().handle(), "SELECT rid, fid, coalesce(old, ''), coalesce(new, '') FROM history");
    while (steps.executeStep()) {
        const Place place{ids[steps.getColumn(0).getInt64()], steps.getColumn(1).getInt()};
        history.emplace(place, steps.getColumn(2).getString());
        history.emplace(place, steps.getColumn(3).getString());
    }
}

bool HubView::has_now(const Place& place, const std::string& value) const
{
    const auto now = values.find(place);
    if (now != values.end() && now->second == value)
        return true;
    return std::ranges::any_of(inbox, [&](const InboxRow& item) {
        if (item.record != place.first)
            return false;
        if (item.kind == "refused") // the whole record is told as the text of its op
            return item.fid == place.second
                ? item.waits == value
                : item.waits.find('"' + value + '"') != std::string::npos;
        return item.fid == place.second && item.state == "open" && item.kind != "on_behalf"
            && item.holds(value);
    });
}

bool HubView::has_had(const Place& place, const std::string& value) const
{
    return has_now(place, value) || history.contains({place, value})
        || std::ranges::any_of(inbox, [&](const InboxRow& item) {
               return item.record == place.first && item.fid == place.second && item.holds(value);
           });
}

bool HubView::has_had(const Word& word) const
{
    const auto holds = [&word](const std::string& set) {
        return (',' + set + ',').find(',' + word.word + ',') != std::string::npos;
    };
    const auto now = values.find(word.place);
    return (now != values.end() && holds(now->second))
        || std::ranges::any_of(history,
            [&](const auto& step) { return step.first == word.place && holds(step.second); })
        || std::ranges::any_of(inbox, [&](const InboxRow& item) {
               return item.record == word.place.first && item.fid == word.place.second
                   && holds(item.waits);
           });
}

bool HubView::has_had(const Decision& decision) const
{
    return std::ranges::any_of(inbox,
        [&](const InboxRow& item) { return item.id == decision.item && item.state == "settled"; });
}

bool HubView::has_had(const Deletion& deletion) const
{
    const auto meta = metas.find(deletion.record);
    return meta != metas.end() && meta->second.deleted;
}

} // namespace tests
