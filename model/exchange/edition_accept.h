#pragma once

#include "model/commands/editor.h"
#include "model/exchange/comparison.h"

#include <set>

namespace model {

/// An entry that is to be taken, whole or without some of its fields.
struct EditionChoice {
    std::size_t entry = 0;                   ///< of Comparison::entries
    std::set<const FieldDef*> left_out = {}; ///< fields that stay as they are
};

/// With what the entries are taken.
struct EditionTerms {
    Date on;              ///< the day from which withdrawn items are cancelled
    std::string reason;   ///< why, in the user's words
    std::string document; ///< that published the edition; the step rests on it (代录)
    bool dry_run = false; ///< checks everything, writes nothing
};

struct EditionOutcome {
    int taken = 0;            ///< entries
    int units = 0;            ///< made on the way
    std::int64_t command = 0; ///< the step, undone as a whole; 0 if nothing was written

    /// Entries that stay open, and why: by the rules, the rights, or because the item was changed
    /// since it was compared.
    std::vector<std::pair<std::size_t, Message>> refused;
    bool cancelled = false;
};

/// Takes the chosen entries of a comparison into the catalog as one undoable step: added items are
/// made, with the units they need; of changed, moved and recoded ones the fields that are not left
/// out are written; withdrawn ones are cancelled, never deleted. Each is checked by the rules and
/// by who may write what; what is refused stays open, and the others are taken. Throws Error where
/// another office than the hall's states a document, StoreError where the file fails.
EditionOutcome accept_edition(Editor& editor, const Edition& edition, const Comparison& comparison,
    std::span<const EditionChoice> choices, const EditionTerms& terms,
    const Progress& progress = {});

} // namespace model
