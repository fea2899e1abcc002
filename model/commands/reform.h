#pragma once

#include "model/commands/editor.h"
#include "model/entities/unit_change.h"

namespace model {

/// A record that refers to a unit or a place of a reform, and whether it goes over unless somebody
/// says otherwise.
struct ReformReference {
    const EntityDef* def = nullptr;
    const FieldDef* field = nullptr;
    Uuid record;
    Uuid of;           ///< the one it refers to
    std::string title; ///< of the record
    bool goes = false;
};

/// What happens to the old ones. Places have the same kinds (PlaceChangeKind); there "moved" is
/// another address or another place above, and nothing goes over.
using ReformKind = UnitChangeKind;

/// All records that the account sees and that refer to one of these units or places (`of`), by
/// register. What goes on after that day goes over: items in force, open windows, people on duty,
/// authorisations, units led, places below, bundles and accounts that have not ended, complaints,
/// tasks and applications that are not dealt with, case counts of later months, duties of later
/// days. What is past stays with what it was about. Entries about changes are history and not among
/// them.
std::vector<ReformReference> references_to(RecordStore& store, const Permission& permission,
    const EntityDef& of, std::span<const Uuid> old, Date day);

/// Says how many accounts of the old ones go on and are not told of by references_to(): those that
/// this account does not see, and all of old ones that nobody follows. Nothing where there are
/// none; those of what only changes its name or its address go on as they are.
std::optional<Message> accounts_left(RecordStore& store, const Permission& permission,
    const EntityDef& of, ReformKind kind, std::span<const Uuid> old, Date day);

/// Says that the document number is missing, where it is.
std::optional<Message> document_missing(const std::string& document);

/// One act of a reform of institutions (机构改革) or of places.
struct Reform {
    ReformKind kind = ReformKind::renamed;
    std::vector<Uuid> old;               ///< one of them unless they are merged
    std::vector<std::string> successors; ///< names or ids; a name in no register is made
    std::string new_name;                ///< of a renamed one
    Date day;                            ///< from which on; not still to come
    std::string document;                ///< on which it rests; without one it is told (warn)
    std::string kind_words;              ///< what happened, in the user's words; begins why one ended
    bool ends = true;                    ///< the old ones end that day
    bool dry_run = false;                ///< checks everything, writes nothing

    /// A record that goes over, and to which of the successors.
    struct Move {
        ReformReference reference;
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

/// Whether the old ones end by this kind of change unless somebody says otherwise, and whether
/// others follow them.
bool ends_old(const EntityDef& of, ReformKind kind);
bool has_successors(const EntityDef& of, ReformKind kind);

/// Whether what goes on goes over unless somebody says otherwise: not from a place that is split
/// and goes on itself.
bool goes_at_first(const EntityDef& of, ReformKind kind, bool ends);

} // namespace model
