#pragma once

#include "model/commands/editor.h"
#include "model/commands/make_lines.h"
#include "model/rules/approval_chain.h"

#include <span>
#include <vector>

namespace model {

/// The steps that the chain of a request asks for and that were not entered yet; the name tells the
/// posts in their order. Nothing where no chain applies. Throws UsageError for a record that is no
/// request.
std::vector<LinesOffered> steps_for(RecordStore& store, const Record& request);

/// Enters the chains that come along into the register, as enter_shipped_checklists() does.
Outcome enter_shipped_chains(Editor& editor);

/// A step of an approval as it is and as it shall be; nullptr where there is none: it is made,
/// deleted or comes back.
struct StepChange {
    const Record* before = nullptr;
    const Record* after = nullptr;
};

/// What becomes of a request when steps of its approval are entered, changed, given to another
/// request, deleted or brought back.
struct FollowingRequest {
    Uuid id;
    std::vector<FieldEdit> edits;
};

/// The state of each request that had or gets one of the steps follows its steps (all agreed, one
/// refused, open again), with the day and who decided where its register has fields for these.
/// Nothing where the state is another than the steps said before, because somebody entered it by
/// hand, and nothing that the account may not write. Asked before the changes are written; changes
/// of other registers count for nothing.
std::vector<FollowingRequest> following_requests(
    Editor& editor, std::span<const StepChange> changes);

} // namespace model
