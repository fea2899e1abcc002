#pragma once

#include "model/commands/rights.h"
#include "model/commands/store_lookup.h"
#include "model/store/batch.h"

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace model {

/// A field as a command found and left it.
struct Change {
    int fid = 0;
    std::string before;
    std::string after;
};

using Changes = std::map<std::int64_t, std::vector<Change>>; ///< by rid

/// What a command wrote, as the table of commands has it.
struct Written {
    std::int64_t command = 0;
    std::int64_t first_rid = 0; ///< of the records it made; 0: none
    std::int64_t last_rid = 0;
};

/// Takes back what one command wrote, in a batch of its caller: records it made go to the recycle
/// bin, changed fields get their former values, unless somebody else has worked on them since.
class Inverter {
public:
    /// With `keeps_used`, no record goes to the recycle bin that one that stays refers to.
    Inverter(RecordStore& store, Batch& batch, Permission permission, bool keeps_used);

    /// Of a step that was done again, `last` is what the redo wrote: what the step made at `first`
    /// and still stands, because it was kept then, is taken back with it.
    void invert(const Written& last, const Written& first);

    Findings findings;      ///< what was kept, and what is wrong now
    std::vector<Uuid> kept; ///< what would have gone if others did not use it

private:
    void unmake(std::int64_t rid, const Changes& since);
    void put_back(std::int64_t rid, const std::vector<Change>& changes);
    bool is_account(const Meta& meta);
    bool turns_back(const Meta& meta, const Change& change);
    bool may_delete(const Meta& meta);
    std::optional<FieldEdit> edit_back(
        const Meta& meta, const Record& record, const Change& change);
    void keep(const Meta& meta, std::string_view field);
    void keep_deleted(const Meta& meta);
    bool may(const Meta& meta, const FieldDef& field);
    bool is_used(const Meta& meta);
    void keep_used();
    void tell_of_kept();
    void tell_of_changed();
    std::string titles_of(std::span<const Uuid> ids);
    void tell_what_is_wrong(const Uuid& id);

    RecordStore& store_;
    Batch& batch_;
    Rights rights_;
    StoreLookup lookup_;
    bool keeps_used_;
    std::set<Uuid> leaving_; ///< on their way to the recycle bin
    std::vector<Uuid> changed_;
    std::vector<std::pair<Uuid, std::string_view>> changed_since_; ///< and the field
};

} // namespace model
