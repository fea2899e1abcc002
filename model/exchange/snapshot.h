#pragma once

#include "model/rules/finding.h"
#include "model/store/held_records.h"

#include <map>
#include <memory>
#include <vector>

namespace model {

/// What an import knows of the registers: every entity it asks about is read once and held, and the
/// import's own rows are put in as they come. So rules see the rows of the sheet like records, and
/// a large sheet costs no query a row, nor does a dry run need to write.
class Snapshot : public Lookup {
public:
    explicit Snapshot(RecordStore& store) : store_(store) {}

    HeldRecords& of(const EntityDef& def);

    /// Records that are there for find() only until the next call: those the row being checked
    /// would bring along.
    void expect(std::vector<Record> records) { expected_ = std::move(records); }

    std::optional<Record> find(const EntityDef& def, const Uuid& id) override;
    std::vector<Record> where(
        const EntityDef& def, std::string_view field, const Value& value) override;
    std::optional<Record> another(const EntityDef& def, std::string_view field, const Value& value,
        const Uuid& except) override;
    bool may_lie_elsewhere(const EntityDef& def, const Uuid& id) override;

private:
    RecordStore& store_;
    std::map<const EntityDef*, std::unique_ptr<HeldRecords>> held_;
    std::vector<Record> expected_;
};

} // namespace model
