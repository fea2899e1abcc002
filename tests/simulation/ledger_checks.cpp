#include "model/schema/ownership.h"
#include "tests/simulation/hub_view.h"

#include <algorithm>

namespace tests {

namespace {

std::string place_text(const Place& place)
{
    return place.first.text() + '.' + std::to_string(place.second);
}

class LedgerCheck {
public:
    LedgerCheck(World& world, const HubView& hub) : world_(world), ledger_(world.ledger), hub_(hub)
    {
    }

    void values_are_somewhere();
    void words_are_merged();
    void deleted_stays_deleted();
    void edits_of_the_deleted_are_told();
    void decisions_stand();
    void conflicts_are_real();
    void owners_stand();

private:
    bool is_ambiguous(const Place& place) const { return ledger_.ambiguous.contains(place); }
    bool is_accounted_for(int id);

    /// What somebody decided against, and what its author was told to be refused and is done with,
    /// nobody brings back to a county that lost it.
    bool is_done_with(const Place& place, const std::string& value) const
    {
        return ledger_.county_went_back > 0 && ledger_.is_put_away(place, value);
    }
    bool is_refused(const Uuid& record) const;

    /// Whether another office's device said the value again to a county that lost it. It may have
    /// heard of the value alone, and not of what its author had written over.
    bool is_said_for_another(int id, const Version& version) const
    {
        return ledger_.county_went_back > 0 && speaker(version) != saved(id).client;
    }

    /// Whether its author sent it under a new name to a county that went back: the first answer
    /// never came to him, so he cannot tell what others had heard of it meanwhile.
    bool is_sent_anew(int id, const Version& version) const
    {
        return ledger_.county_went_back > 0 && version.incarnation > 1
            && speaker(version) == saved(id).client;
    }
    int speaker(const Version& version) const;
    const Saved& saved(int id) const { return ledger_.values[static_cast<std::size_t>(id)]; }
    std::optional<Org> author(const Place& place, const std::string& value, const Version& version);

    World& world_;
    const Ledger& ledger_;
    const HubView& hub_;
    std::map<int, bool> known_;
};

/// I2: the value is there, or waits for a decision, or somebody who saw it put another in its
/// place, of which the same is true.
bool LedgerCheck::is_accounted_for(int id)
{
    if (const auto known = known_.find(id); known != known_.end())
        return known->second;
    const auto& value = saved(id);
    const auto children = ledger_.children(id);
    const bool is = (is_ambiguous(value.place) ? hub_.has_had(value.place, value.value)
                                               : hub_.has_now(value.place, value.value))
        || std::ranges::any_of(children, [&](int child) { return is_accounted_for(child); });
    known_[id] = is;
    return is;
}

void LedgerCheck::values_are_somewhere()
{
    for (std::size_t i = 0; i < ledger_.values.size(); ++i) {
        const auto& value = ledger_.values[i];
        if (!value.sure || value.dropped || value.value.empty()
            || is_done_with(value.place, value.value))
            continue;
        if (!is_accounted_for(static_cast<int>(i)))
            throw Violation("I2",
                "client " + std::to_string(value.client) + " saved " + value.value + " in "
                    + place_text(value.place) + " at event " + std::to_string(value.event)
                    + ", and it is nowhere");
    }
}

/// The client whose device made that version, or -1.
int LedgerCheck::speaker(const Version& version) const
{
    const auto found = std::ranges::find(world_.clients, version.device,
        [](const auto& client) { return client->store->self().device; });
    return found == world_.clients.end() ? -1 : (*found)->number;
}

bool LedgerCheck::is_refused(const Uuid& record) const
{
    return std::ranges::any_of(hub_.inbox,
        [&](const InboxRow& item) { return item.kind == "refused" && item.record == record; });
}

void LedgerCheck::words_are_merged()
{
    for (const auto& word : ledger_.words) {
        const auto now = hub_.values.find(word.place);
        if (now == hub_.values.end() || is_refused(word.place.first) || !word.sure || word.dropped
            || is_done_with(word.place, word.word))
            continue;
        const auto text = ',' + now->second + ',';
        const bool is_there = text.find(',' + word.word + ',') != std::string::npos;
        if (!is_there && !ledger_.taken_out.contains({word.place, word.word}))
            throw Violation("I2",
                "the word " + word.word + " is not in " + place_text(word.place) + ": "
                    + now->second);
    }
}

void LedgerCheck::deleted_stays_deleted()
{
    for (const auto& deletion : ledger_.deletions) {
        const auto meta = hub_.metas.find(deletion.record);
        if (meta == hub_.metas.end() || ledger_.restored.contains(deletion.record) || !deletion.sure
            || deletion.dropped || is_refused(deletion.record)
            || is_done_with({deletion.record, model::deleted_fid}, "1"))
            continue;
        if (!meta->second.deleted)
            throw Violation("I8", deletion.record.text() + " is back without being restored");
    }
}

void LedgerCheck::edits_of_the_deleted_are_told()
{
    for (const auto& deletion : ledger_.deletions) {
        const auto same = std::ranges::count(ledger_.deletions, deletion.record, &Deletion::record);
        const auto meta = hub_.metas.find(deletion.record);
        if (same > 1 || meta == hub_.metas.end() || !meta->second.deleted
            || ledger_.restored.contains(deletion.record))
            continue;
        for (std::size_t i = 0; i < ledger_.values.size(); ++i) {
            const auto& value = ledger_.values[i];
            const auto id = static_cast<int>(i);
            if (value.place.first != deletion.record || is_ambiguous(value.place) || !value.sure
                || value.dropped || !ledger_.children(id).empty())
                continue;
            const bool was_seen = std::ranges::any_of(deletion.seen,
                [&](int seen) { return seen >= 0 && ledger_.is_known_to(id, seen); });
            const bool is_told = std::ranges::any_of(hub_.inbox, [&](const InboxRow& item) {
                return item.record == deletion.record
                    && item.waits.find(value.value) != std::string::npos;
            });
            if (!was_seen && !is_told)
                throw Violation("I9",
                    "the edit " + value.value + " of the deleted " + place_text(value.place)
                        + " is told to nobody");
        }
    }
}

/// I9: what was decided is asked no more, whatever the county lost since.
void LedgerCheck::decisions_stand()
{
    for (const auto& decision : ledger_.decisions) {
        const bool is_open = std::ranges::any_of(hub_.inbox,
            [&](const InboxRow& item) { return item.id == decision.item && item.state == "open"; });
        if (is_open && decision.sure && !decision.dropped && !is_refused(decision.record)
            && !ledger_.moved.contains(decision.record))
            throw Violation("I9",
                "client " + std::to_string(decision.client) + " decided " + decision.item
                    + " at event " + std::to_string(decision.event) + ", and it is asked again");
    }
}

/// I9: no item where one side had seen the other.
void LedgerCheck::conflicts_are_real()
{
    // What was sent before a copy is sent once more.
    if (ledger_.rewound)
        return;
    for (const auto& item : hub_.inbox) {
        const Place place{item.record, item.fid};
        if (item.state != "open" || is_ambiguous(place))
            continue;
        const auto waits = ledger_.find(place, item.waits);
        const auto stands = ledger_.find(place, item.stands);
        const bool is_made_up = waits >= 0 && stands >= 0
            && ((ledger_.is_known_to(waits, stands)
                    && !is_said_for_another(stands, item.stands_ver))
                || (ledger_.is_known_to(stands, waits)
                    && !is_said_for_another(waits, item.waits_ver)));
        if (item.kind == "conflict" && is_made_up)
            throw Violation("I9", "no conflict: " + item.text());
        if (item.kind != "after_deletion" || waits < 0 || is_sent_anew(waits, item.waits_ver))
            continue;
        const auto same = std::ranges::count(ledger_.deletions, item.record, &Deletion::record);
        const auto deletion = std::ranges::find(ledger_.deletions, item.record, &Deletion::record);
        if (same == 1 && !ledger_.restored.contains(item.record)
            && std::ranges::any_of(deletion->seen,
                [&](int seen) { return seen >= 0 && ledger_.is_known_to(waits, seen); }))
            throw Violation("I9", "whoever deleted it had seen it: " + item.text());
    }
}

std::optional<Org> LedgerCheck::author(
    const Place& place, const std::string& value, const Version& version)
{
    // Another one's device may have said it again.
    const auto id = is_ambiguous(place) ? -1 : ledger_.find(place, value);
    if (id >= 0) {
        return world_.clients[static_cast<std::size_t>(saved(id).client)]->org;
    }
    const auto device = world_.county.hub->device(version.device);
    return device && ledger_.county_went_back == 0 ? std::optional(device->org) : std::nullopt;
}

/// Rule 5: of two concurrent values the owner's stands.
void LedgerCheck::owners_stand()
{
    for (const auto& item : hub_.inbox) {
        const auto meta = hub_.metas.find(item.record);
        if (item.kind != "conflict" || meta == hub_.metas.end()
            || ledger_.moved.contains(item.record))
            continue;
        const auto* field = meta->second.def->find(item.fid);
        const auto owner = owner_of(*field, {meta->second.scope, meta->second.home, "430922"});
        const Place place{item.record, item.fid};
        const auto standing = author(place, item.stands, item.stands_ver);
        const auto waiting = author(place, item.waits, item.waits_ver);
        if (owner && standing && waiting && is_owner(*waiting, owner)
            && !is_owner(*standing, owner))
            throw Violation("rule 5", "the owner's value waits: " + item.text());
    }
}

} // namespace

void check_ledger(World& world, const HubView& hub)
{
    LedgerCheck check(world, hub);
    check.values_are_somewhere();
    check.words_are_merged();
    check.deleted_stays_deleted();
    check.edits_of_the_deleted_are_told();
    check.decisions_stand();
    check.conflicts_are_real();
    check.owners_stand();
}

} // namespace tests
