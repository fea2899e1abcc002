#pragma once

#include "model/commands/reform.h"
#include "model/entities/place.h"

namespace model {

/// Where a place goes that is moved, and what a place is that the act makes. What is empty stays as
/// it is; a new place then has what the first old one has.
struct PlaceSite {
    std::optional<PlaceType> type; ///< of a new place alone
    std::optional<Uuid> parent;
    std::string address;
    std::string region;
};

/// A reform of places as one undoable step (36号 article 3: one tree from county to village).
/// Merged and split places are followed by others, to which the chosen records go: windows with
/// their staff, items and equipment, people on duty, outlets below. A window whose number is taken
/// at its new place gets the next free one; its position on the hall plan goes along only to a new
/// place whose windows all come from one old place, and is otherwise taken off. A renamed or moved
/// place stays the same record. For each old place there is an entry among the changes of places
/// (PlaceChange). Refused are a place above itself and one above a place of a higher level (rule
/// L15), and all else as by reorganise(). Throws UsageError for places that are not there.
ReformOutcome reorganise_places(Editor& editor, const Reform& reform, const PlaceSite& site);

/// What the place was called on that day, from its changes of name.
std::string place_called_on(RecordStore& store, const Uuid& place, Date day);

} // namespace model
