#pragma once

#include "model/commands/editor.h"

namespace model {

/// Somebody who left longer ago than personal information is kept.
struct DueForMinimising {
    Uuid id;
    std::string name;
    std::string unit;                    ///< of the last posting; empty: none
    Date left;                           ///< last day of the last posting
    std::vector<const FieldDef*> filled; ///< what is dropped
    std::int64_t attachments = 0;        ///< and how many files that are kept about the person
    std::optional<Date> minimised = {};  ///< filled in again since then
    std::optional<Message> why_not = {}; ///< why it cannot be done here and now
};

/// Who is due on that day, who left first before the others; those in the recycle bin are left out.
/// Takes as long as reading the registers of people and postings once.
std::vector<DueForMinimising> due_for_minimising(
    RecordStore& store, const Permission& permission, Date on);

/// Empties the personal fields of these people for good, as one step that cannot be undone and that
/// the audit log tells of with their number: the values leave the file, its history and, with the
/// next syncs, the county and its other files. Older backups still hold them. Whoever is not due
/// today, or cannot be done, stays as he is and is told in findings of level refuse; `done` unless
/// all do.
Outcome minimise(Editor& editor, std::span<const Uuid> people);

} // namespace model
