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
    void conflicts_are_real();
    void owners_stand();

private:
    bool is_ambiguous(const Place& place) const { return ledger_.ambiguous.contains(place); }
    bool is_accounted_for(int id);

    /// What an office had to give away or is done with, it does not bring back to a county that
    /// lost it.
    bool is_out_of_reach(const Place& place) const
    {
        return ledger_.county_went_back > 0
            && (ledger_.moved.contains(place.first) || ledger_.put_away.contains(place.first));
    }
    bool is_refused(const Uuid& record) const;
    std::optional<Org> org_of(const Version& version);

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
    const auto& saved = ledger_.values[static_cast<std::size_t>(id)];
    const auto children = ledger_.children(id);
    const bool is = (is_ambiguous(saved.place) ? hub_.has_had(saved.place, saved.value)
                                               : hub_.has_now(saved.place, saved.value))
        || std::ranges::any_of(children, [&](int child) { return is_accounted_for(child); });
    known_[id] = is;
    return is;
}

void LedgerCheck::values_are_somewhere()
{
    for (std::size_t i = 0; i < ledger_.values.size(); ++i) {
        const auto& saved = ledger_.values[i];
        if (!saved.sure || saved.dropped || saved.value.empty() || is_out_of_reach(saved.place))
            continue;
        if (!is_accounted_for(static_cast<int>(i)))
            throw Violation("I2",
                "client " + std::to_string(saved.client) + " saved " + saved.value + " in "
                    + place_text(saved.place) + " at event " + std::to_string(saved.event)
                    + ", and it is nowhere");
    }
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
            || is_out_of_reach(word.place))
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
            || is_out_of_reach({deletion.record, 0}))
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
            const auto& saved = ledger_.values[i];
            const auto id = static_cast<int>(i);
            if (saved.place.first != deletion.record || is_ambiguous(saved.place) || !saved.sure
                || saved.dropped || !ledger_.children(id).empty())
                continue;
            const bool was_seen = std::ranges::any_of(deletion.seen,
                [&](int seen) { return seen >= 0 && ledger_.is_known_to(id, seen); });
            const bool is_told = std::ranges::any_of(hub_.inbox, [&](const InboxRow& item) {
                return item.record == deletion.record
                    && (item.waits + item.stands).find(saved.value) != std::string::npos;
            });
            if (!was_seen && !is_told)
                throw Violation("I9",
                    "the edit " + saved.value + " of the deleted " + place_text(saved.place)
                        + " is told to nobody");
        }
    }
}

/// I9: no item where one side had seen the other.
void LedgerCheck::conflicts_are_real()
{
    // What was sent before a copy is sent once more; and what one device said again for another, of
    // a county that went back more than once, may meet the other's own.
    if (ledger_.rewound || ledger_.county_went_back > 1)
        return;
    for (const auto& item : hub_.inbox) {
        const Place place{item.record, item.fid};
        if (item.state != "open" || is_ambiguous(place))
            continue;
        const auto waits = ledger_.find(place, item.waits);
        const auto stands = ledger_.find(place, item.stands);
        if (item.kind == "conflict" && waits >= 0 && stands >= 0
            && (ledger_.is_known_to(waits, stands) || ledger_.is_known_to(stands, waits)))
            throw Violation("I9", "no conflict: " + item.text());
        // Who says again what a deletion had seen does not know that it did.
        if (item.kind != "after_deletion" || waits < 0 || ledger_.county_went_back > 0)
            continue;
        const auto same = std::ranges::count(ledger_.deletions, item.record, &Deletion::record);
        const auto deletion = std::ranges::find(ledger_.deletions, item.record, &Deletion::record);
        if (same == 1 && !ledger_.restored.contains(item.record)
            && std::ranges::any_of(deletion->seen,
                [&](int seen) { return seen >= 0 && ledger_.is_known_to(waits, seen); }))
            throw Violation("I9", "whoever deleted it had seen it: " + item.text());
    }
}

std::optional<Org> LedgerCheck::org_of(const Version& version)
{
    const auto device = world_.county.hub->device(version.device);
    return device ? std::optional(device->org) : std::nullopt;
}

/// Rule 5: of two concurrent values the owner's stands.
void LedgerCheck::owners_stand()
{
    if (ledger_.county_went_back > 0)
        return; // one device may say again what another one said first
    for (const auto& item : hub_.inbox) {
        const auto meta = hub_.metas.find(item.record);
        if (item.kind != "conflict" || meta == hub_.metas.end()
            || ledger_.moved.contains(item.record))
            continue;
        const auto* field = meta->second.def->find(item.fid);
        const auto owner = owner_of(*field, {meta->second.scope, meta->second.home, "430922"});
        const auto standing = org_of(item.stands_ver);
        const auto waiting = org_of(item.waits_ver);
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
    check.conflicts_are_real();
    check.owners_stand();
}

} // namespace tests
