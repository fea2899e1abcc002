#pragma once

#include "model/commands/editor.h"
#include "model/commands/rights.h"

namespace model {

/// What speaks for and against an entry, asked in one place by every step that makes or changes
/// records.
struct Checked {
    Findings findings;
    std::vector<FieldEdit> edits; ///< what is written; none where the record is so already
    bool is_allowed = false;
};

class EntryCheck {
public:
    /// Sees the other records as `lookup` has them.
    EntryCheck(Editor& editor, Lookup& lookup);

    /// A record that is not there yet, with its id. A posting with a status is asked for what that
    /// demands (rules/posting_moves.h).
    Checked made(const Record& record, const EntryOptions& options = {});

    /// A live record, as it is and as it shall be. A window's old number is kept with it
    /// (window_numbers.h). A posting's status only moves as it may: `change` is the entry in the
    /// register of changes that comes with it.
    Checked changed(const Meta& meta, const Record& before, const Record& wanted,
        const EntryOptions& options = {}, const Record* change = nullptr);

    /// A live record that shall go into the recycle bin.
    Checked gone(const Meta& meta, const Record& record);

    Rights& rights() { return rights_; }

    /// From now on what is otherwise never changed may refer to another record: two become one.
    void let_references_follow() { merges_ = true; }

private:
    RecordStore& store_;
    Rights rights_;
    Lookup& lookup_;
    bool merges_ = false;
};

void add(Findings& findings, Findings more);

/// The log tells who tried what he has no right to; what is merely not right yet is no matter of
/// it. `record` is nil for a new one.
void note_denied(Editor& editor, const char* tried, const EntityDef& def, const Uuid& record,
    const Findings& findings);

} // namespace model
