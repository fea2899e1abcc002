#include "tests/simulation/ledger.h"

#include <algorithm>

namespace tests {

int Ledger::find(const Place& place, const std::string& value) const
{
    const auto found = ids_.find({place, value});
    return found == ids_.end() ? -1 : found->second;
}

void Ledger::save(Saved saved)
{
    if (const auto known = find(saved.place, saved.value); known >= 0 || saved.value.empty())
        ambiguous.insert(saved.place);
    std::erase(saved.seen, -1);
    ids_[{saved.place, saved.value}] = static_cast<int>(values.size());
    values.push_back(std::move(saved));
}

void Ledger::acknowledge(int client)
{
    const auto all = [client](auto& things) {
        for (auto& thing : things)
            if (thing.client == client)
                thing.acknowledged = true;
    };
    all(values);
    all(deletions);
    all(words);
    all(decisions);
}

void Ledger::rewind(int client, int event)
{
    const auto all = [=](auto& things) {
        for (auto& thing : things)
            if (thing.client == client && thing.event > event && !thing.acknowledged)
                thing.dropped = true;
    };
    all(values);
    all(deletions);
    all(words);
    all(decisions);
    rewound = true;
}

bool Ledger::is_known_to(int earlier, int later) const
{
    if (earlier == later)
        return true;
    const auto& seen = values[static_cast<std::size_t>(later)].seen;
    return std::ranges::any_of(
        seen, [&](int id) { return id < later && is_known_to(earlier, id); });
}

bool Ledger::is_put_away(const Place& place, const std::string& value) const
{
    return std::ranges::any_of(put_away, [&](const auto& refused) {
        const auto& [where, text] = refused;
        if (where.first != place.first)
            return false;
        if (where.second != place.second) // the whole record, told as the text of its op
            return where.second < 0 && text.find('"' + value + '"') != std::string::npos;
        return (',' + text + ',').find(',' + value + ',') != std::string::npos;
    });
}

std::vector<int> Ledger::children(int id) const
{
    std::vector<int> found;
    for (std::size_t i = static_cast<std::size_t>(id) + 1; i < values.size(); ++i)
        if (std::ranges::find(values[i].seen, id) != values[i].seen.end())
            found.push_back(static_cast<int>(i));
    return found;
}

} // namespace tests
