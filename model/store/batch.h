#pragma once

#include "model/store/audit.h"
#include "model/store/opened_ops.h"
#include "model/store/outbox.h"
#include "model/store/placement.h"

#include <string>
#include <vector>

namespace model {

/// What a user's step is called, who takes it, and how it relates to an earlier one.
struct Step {
    Message label; ///< for "Undo: …"; its arguments are names
    Account account;
    std::string document = {};  ///< of an entry on behalf of the owner (代录)
    const char* kind = "do";    ///< do, undo, redo; never undone: make, what comes with a new
                                ///< file, seen, a notice put away, which changes no record, and
                                ///< forget, values dropped for good
    std::int64_t target = 0;    ///< the command undone or redone
    const char* what = nullptr; ///< one of audited; none: told by what the step did
};

/// One user's step, in one transaction: rows, versions, history and outbox change together or not
/// at all, and its entry in the audit log with them. Whoever leaves a Batch without commit() has
/// changed nothing. It checks no rule; commands do, before.
class [[nodiscard]] Batch {
public:
    Batch(RecordStore& store, Step step);
    ~Batch();

    /// Adds the record. One that lies in the recycle bin under this id comes back with these
    /// values. Throws std::logic_error where a live one has it.
    void create(const Record& record);

    /// Writes the fields that differ; `as` is set or end. Tells whether any did.
    bool set(const Uuid& id, std::span<const FieldEdit> edits, OpType as = OpType::set);

    /// Empties the personal fields of the record for good and notes the day (schema/minimising.h);
    /// what this file keeps of their values goes too (forget.h). An op of its own tells the county.
    /// Throws std::logic_error for a record that has no such fields.
    void forget(const Uuid& id, Date on);

    void remove(const Uuid& id);
    void restore(const Uuid& id);

    /// Settles an inbox item: the value dominates every version in `seen`.
    void resolve(const Uuid& id, const FieldDef& field, const Value& value,
        std::vector<Version> seen, const Hash128& inbox);

    /// Takes back what a command settled with resolve(), as if it had never been: the field has the
    /// value that stands at the county, and the item is open again. False, and nothing is done,
    /// where it is too late: the county was told, the field was changed since, or the record had to
    /// come back for it.
    bool unsettle(std::int64_t command);

    /// Puts an inbox item away without touching its record, for all offices. The record need not be
    /// here.
    void acknowledge(const Uuid& id, const Hash128& inbox);

    /// The command's number, or 0 if nothing changed.
    std::int64_t commit();

    /// The records touched, each once or more.
    const std::vector<Uuid>& touched() const { return touched_; }

private:
    struct Settled;

    std::optional<Settled> settled_by(std::int64_t command);
    Version next_version();
    std::int64_t command();
    std::int64_t open_op(const Meta& meta, OpType type, const std::string& extra = {});
    std::optional<std::int64_t> op_to_extend(const Meta& meta);
    bool says_forget(const Meta& meta, std::int64_t seq);
    void put_forgotten_field(
        const Meta& meta, std::int64_t seq, const FieldDef& field, Version base);
    void put_field(const Meta& meta, std::int64_t seq, const FieldDef& field, const Value& before,
        const Value& after);
    void take_back_field(const Meta& meta, std::int64_t seq, int fid, Version base);
    void drop_emptied_ops();
    void put_history(
        const Meta& meta, int fid, const Value& before, const Value& after, Version ver);
    void bring_back(const Record& record);
    void set_deleted(const Uuid& id, bool deleted);
    Meta meta_of(const Uuid& id);
    void note_touched(const Meta& meta, const char* how);
    void note_step();

    RecordStore& store_;
    Rows& rows_;
    Step step_;
    Transaction transaction_;
    Self self_;
    Outbox outbox_;
    Placement placement_;
    Uuid group_;
    Instant now_ = 0;
    Hlc hlc_ = 0;
    std::int64_t seq_ = 0;
    std::int64_t account_ = 0;
    OpenedOps created_;
    std::int64_t command_ = 0;
    std::int64_t first_rid_ = 0;
    std::int64_t last_rid_ = 0;
    std::vector<Uuid> touched_;
    AuditSteps steps_;
    AuditEvent told_{.what = nullptr}; ///< what the audit log says of all this
    bool forgot_ = false;
    bool committed_ = false;
};

} // namespace model
