#pragma once

#include "model/commands/editor.h"
#include "model/commands/make_lines.h"
#include "model/rules/approval_chain.h"

namespace model {

/// The steps that the chain of a request asks for and that were not entered yet; the name tells the
/// posts in their order. Nothing where no chain applies. Throws UsageError for a record that is no
/// request.
std::vector<LinesOffered> steps_for(RecordStore& store, const Record& request);

/// Enters the chains that come along into the register, as enter_shipped_checklists() does.
Outcome enter_shipped_chains(Editor& editor);

/// What becomes of the request when a step of its approval is entered or changed.
struct FollowingRequest {
    Uuid id;
    std::vector<FieldEdit> edits;
};

/// The request's state follows its steps (all agreed, one refused, open again), with the day and
/// who decided where its register has fields for these. Nothing where the state is another than the
/// steps said before, because somebody entered it by hand, and nothing that the account may not
/// write. `before` is nullptr for a step that is made.
std::optional<FollowingRequest> following_request(
    Editor& editor, const Record* before, const Record& after);

} // namespace model
