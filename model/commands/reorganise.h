#pragma once

#include "model/commands/editor.h"
#include "model/entities/unit_change.h"

namespace model {

/// A record that refers to a unit of a reform, and whether it goes over unless somebody says
/// otherwise.
struct UnitReference {
    const EntityDef* def = nullptr;
    const FieldDef* field = nullptr;
    Uuid record;
    Uuid unit;         ///< the one it refers to
    std::string title; ///< of the record
    bool goes = false;
};

/// All records that the account sees and that refer to one of the units, by register. What goes on
/// after that day goes over: items in force, open windows, people on duty, authorisations, units
/// led, bundles and accounts that have not ended, complaints, tasks and applications that are not
/// dealt with, and case counts of later months. What is past stays with the unit it was about.
/// Entries about changes of units are history and not among them.
std::vector<UnitReference> references_to_units(
    RecordStore& store, const Permission& permission, std::span<const Uuid> units, Date day);

/// Says how many accounts of the units go on and are not told of by references_to_units: those that
/// this account does not see, and all of units that nobody follows. Nothing where there are none;
/// those of a renamed unit go on as they are.
std::optional<Message> accounts_left(RecordStore& store, const Permission& permission,
    UnitChangeKind kind, std::span<const Uuid> units, Date day);

/// Says that the document number is missing, where it is.
std::optional<Message> document_missing(const std::string& document);

/// One act of a reform of institutions (机构改革).
struct Reform {
    UnitChangeKind kind = UnitChangeKind::renamed;
    std::vector<Uuid> units;             ///< the old ones; one of them unless they are merged
    std::vector<std::string> successors; ///< names; one that is in no register is made
    std::string new_name;                ///< of a renamed unit
    Date day;                            ///< from which on; not still to come
    std::string document;                ///< on which it rests; without one it is told (warn)
    std::string kind_words; ///< what happened, in the user's words; begins why a unit left
    bool ends = true;       ///< the old units leave the hall that day
    bool dry_run = false;   ///< checks everything, writes nothing

    /// A record that goes over, and to which of the successors.
    struct Move {
        UnitReference reference;
        std::size_t to = 0;
    };
    std::vector<Move> moves;
};

/// What became of it. Nothing was written unless `done`, and nothing by a dry run.
struct ReformOutcome {
    /// What the rules and rights say, and of which record; none: of the act itself.
    struct Told {
        const EntityDef* def = nullptr;
        std::string title;
        Finding finding;
    };

    bool done = false;
    std::vector<Told> told; ///< refusals and warnings, and accounts_left
    std::vector<Uuid> successors;
    std::int64_t moved = 0; ///< records that went over
    std::int64_t command = 0;
};

/// Whether units of this kind of change leave the hall by it, whether others follow them, and
/// whether there may be several of these.
bool ends_units(UnitChangeKind kind);
bool has_successors(UnitChangeKind kind);

/// Does it as one undoable step: successors that are not there are made, the chosen records refer
/// to them, the old units end, and for each there is an entry among the changes of units that names
/// what followed it. A renamed unit stays the same record under its new name. The rules are asked
/// with all of it done and the rights before; one refusal keeps all of it from being done and is
/// told with the record's name. Throws UsageError for units that are not there.
ReformOutcome reorganise(Editor& editor, const Reform& reform);

} // namespace model
