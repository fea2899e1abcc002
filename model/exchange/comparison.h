#pragma once

#include "model/exchange/edition.h"
#include "model/rules/finding.h"

#include <array>

namespace model {

/// How the catalog and an edition differ in one item.
enum class Difference {
    added,    ///< the edition alone has it
    changed,  ///< other values in some fields
    moved,    ///< the same code at another unit
    recoded,  ///< the same name and unit with a new code
    withdrawn ///< the catalog alone has it, and the edition would have to
};
constexpr std::size_t difference_kinds = 5;

/// "added", "changed" … and what people call it.
std::string_view difference_name(Difference kind);
const char* difference_label(Difference kind);

/// The kind of that name; nothing for another word.
std::optional<Difference> parse_difference(std::string_view name);

/// One item in which the two differ.
struct EditionEntry {
    Difference kind = Difference::changed;
    int row = 0;      ///< the sheet's own; 0: withdrawn
    Uuid record = {}; ///< nil: added
    std::string code; ///< as the edition has it; of a withdrawn one ours
    std::string name;
    std::string unit;
    std::vector<ImportChange::Field> fields; ///< all that are filled of an added item
    std::vector<Record> units;               ///< that are not there yet and come along
    Findings findings;       ///< what the rules say of it as it would be: refusals and warnings
    bool comes_back = false; ///< it was cancelled here, or lies in the recycle bin

    /// Whether a field may be left out: not of an added one, nor what makes it moved or recoded.
    bool is_optional(const FieldDef& field) const;
};

/// What an edition and the catalog have of each other. Each row of the edition is counted once:
/// rows = same + changed + moved + recoded + added + unreadable.
struct Comparison {
    int rows = 0;
    int same = 0;
    int unreadable = 0;
    std::array<int, difference_kinds> counts{};
    std::vector<EditionEntry> entries; ///< by kind, then as the sheet has them
    std::vector<ImportError> errors;   ///< why rows cannot be read; a row may have several
    std::vector<Message> notes;        ///< what else is to be known
    std::vector<TypeCodeUse> types;
    bool cancelled = false;

    int count(Difference kind) const { return counts[static_cast<std::size_t>(kind)]; }

    /// The sum of the parts of `rows`.
    int parts() const;
};

/// Compares the edition with the items of the file as they are now; nothing is written. A row is
/// about the item of its id (of an export of ours) or of its code, without a code about the one of
/// its name and unit. An empty cell says nothing. A row whose code stood further up is unreadable,
/// whether it says the same or not: the first counts. Items that are over in the catalog and stand
/// in the edition come back; withdrawn are only those in force of which the edition tells
/// (Edition::covered).
Comparison compare(RecordStore& store, const Edition& edition,
    const std::vector<Translate>& languages, const Progress& progress = {});

/// One line that adds up: "1135 rows = 1100 the same + 20 changed + …; 3 withdrawn".
Message figures_of(const Comparison& comparison);

} // namespace model
