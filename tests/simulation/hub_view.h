#pragma once

#include "tests/simulation/world.h"

namespace tests {

/// An inbox row as it stands in a file.
struct InboxRow {
    std::string id;
    std::string kind;
    std::string state;
    Uuid record;
    int fid = 0;
    std::string stands;
    Version stands_ver;
    std::string waits;
    Version waits_ver;
    Scope scope = county_wide;
    Uuid home;

    std::string text() const;
    bool holds(const std::string& value) const { return stands == value || waits == value; }
};

/// What the county (or an office) has, read once, to ask where the users' values are.
struct HubView {
    explicit HubView(RecordStore& store);

    static std::vector<InboxRow> read_inbox(RecordStore& store);

    /// The value is in the record, or somebody is asked about it, or its author has it back.
    bool has_now(const Place& place, const std::string& value) const;

    /// The value is or was there.
    bool has_had(const Place& place, const std::string& value) const;

    bool has_had(const Saved& saved) const { return has_had(saved.place, saved.value); }

    /// The word is or was in that set, or was refused.
    bool has_had(const Word& word) const;
    bool has_had(const Deletion& deletion) const;
    bool has_had(const Decision& decision) const;

    std::map<Uuid, Meta> metas;
    std::map<Place, std::string> values;
    std::set<std::pair<Place, std::string>> history;
    std::vector<InboxRow> inbox;
};

/// Every value of the ledger is where it must be: I2, I8, I9 and who wins (rule 5).
void check_ledger(World& world, const HubView& hub);

} // namespace tests
