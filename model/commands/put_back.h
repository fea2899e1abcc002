#pragma once

#include "model/commands/editor.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace model {

/// Brings records to what they were in a copy of the file, as one step of the editor's account that
/// undo takes back: those in the recycle bin or gone altogether come back, of the others the fields
/// that differ are entered again. What this organisation may not write stays as it is and is told
/// in findings of level refuse; what the rules say of the records as they were is told in warnings,
/// for they held it once. `done` unless all were refused. What attachments among them hold comes
/// along where the file lacks it.
using ContentOf = std::function<std::optional<std::string>(const std::string& hash)>;
Outcome put_back(
    Editor& editor, std::span<const Record> as_they_were, const ContentOf& content_of = {});

/// How a record of a copy is other than it is now.
enum class Since { changed, deleted, gone };

struct OtherNow {
    Record record; ///< as the copy has it
    std::string title;
    Since since = Since::changed;
    std::vector<const FieldDef*> fields = {}; ///< that were changed
};

/// The records of the copy that are not the same now, register by register, attachments last; those
/// that were in the copy's recycle bin are left out. Takes as long as reading both files.
std::vector<OtherNow> others_now(RecordStore& copy, RecordStore& now);

} // namespace model
