#pragma once

#include "model/rules/finding.h"

#include <string>
#include <vector>

namespace model {

/// What a change of status demands: of these fields, of the posting or of the entry in the register
/// of changes, one at least is filled in.
struct MoveNeed {
    bool of_change = false; ///< of the entry in the register posting_change
    std::vector<const FieldDef*> one_of;
};

/// A change of a posting's status that is allowed (状态变动).
struct PostingMove {
    std::string from; ///< a code of PostingStatus; empty: the posting is new, or had none
    std::string to;
    std::vector<MoveNeed> needs;
    std::string kind; ///< of its entry in the register of changes: a code of ChangeKind
};

/// All that are allowed: data, in assets/codes/posting_moves.csv.
const std::vector<PostingMove>& posting_moves();

/// Those that begin there, in the order of the list.
std::vector<const PostingMove*> moves_from(std::string_view from);

/// The one between the two; nullptr where it is not allowed.
const PostingMove* move_between(std::string_view from, std::string_view to);

/// What speaks against a posting's getting the status it has, from that one: refusals of the rule
/// "move" at the status, which name the ways there are from there and what is missing, and at each
/// field of the posting that is missing. `change` is the entry in the register of changes that
/// comes with it, nullptr where there is none. Nothing where the status is the same, or one of the
/// two is of a newer version.
Findings check_move(std::string_view from, const Record& posting, const Record* change);

} // namespace model
