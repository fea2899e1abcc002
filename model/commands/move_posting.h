#pragma once

#include "model/commands/editor.h"
#include "model/rules/posting_moves.h"

#include <map>
#include <string>
#include <vector>

namespace model {

/// A field that a change of status asks for, with what is usual or stands there already.
struct MoveField {
    const FieldDef* field = nullptr;
    bool of_change = false; ///< of the entry in the register of changes, or else of the posting
    bool is_needed = true;  ///< false: one of several will do
    Value value;
};

/// A change of status that a posting can make, and what it asks for. The day of the change is asked
/// always: it is the first day of who comes, and the last of who leaves.
struct OfferedMove {
    const PostingMove* move = nullptr;
    std::vector<MoveField> fields;
};

/// Those that the posting can make on that day, in their order. Throws UsageError where there is no
/// such posting.
std::vector<OfferedMove> moves_for(RecordStore& store, const Uuid& posting, Date on);

/// A change of status as somebody enters it.
struct StatusChange {
    std::string to; ///< a code of PostingStatus
    Date on;
    std::map<std::string, Value, std::less<>> given = {}; ///< by the name of the field
};

/// Changes the posting's status as one undoable step, with its entry in the register of changes: a
/// new one, or the open request for just that, which is carried out. Checked as every entry is, and
/// refused (rule "move") where the change is not allowed or lacks what it demands; then nothing is
/// written. Throws UsageError where there is no such posting.
Outcome move_posting(
    Editor& editor, const Uuid& posting, const StatusChange& change, bool is_dry_run = false);

/// The postings of a person that go on, those that began last first.
std::vector<Uuid> current_postings(RecordStore& store, const Uuid& person);

/// Whether records of that register have a status to change: postings, and people by theirs.
bool has_status_moves(const EntityDef& def);

} // namespace model
