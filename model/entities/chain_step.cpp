#include "model/entities/chain_step.h"

#include "model/entities/item_change.h"
#include "model/entities/leave.h"
#include "model/entities/posting_change.h"

#include <algorithm>

namespace model {

namespace {

using enum Owner;

/// Leaves, changes of postings and changes of items have no code in common but `other`, which is of
/// leaves alone.
constexpr auto kinds = [] {
    std::array<Choice,
        choices_of<LeaveKind>.size() + choices_of<ChangeKind>.size()
            + choices_of<ItemChangeKind>.size()>
        all{};
    auto end = std::ranges::copy(choices_of<LeaveKind>, all.begin()).out;
    end = std::ranges::copy(choices_of<ChangeKind>, end).out;
    std::ranges::copy(choices_of<ItemChangeKind>, end);
    return all;
}();

// clang-format off
constexpr std::array chain_step_fields{
    field<&ChainStep::matter>     (1,  "matter",     msgid("Matter of approval"),   agency, {.required = true, .width = 110, .group = msgid("Step of an approval chain")}),
    field<&ChainStep::kinds>      (2,  "kinds",      msgid("Only for these kinds"), agency, {.width = 160, .choices = kinds}),
    field<&ChainStep::from_days>  (3,  "from_days",  msgid("From how many days"),   agency, {.width = 80, .scale = 1}),
    field<&ChainStep::below_days> (4,  "below_days", msgid("Below how many days"),  agency, {.width = 80, .scale = 1}),
    field<&ChainStep::step>       (5,  "step",       msgid("Step number"),          agency, {.width = 60}),
    field<&ChainStep::post>       (6,  "post",       msgid("Post that decides"),    agency, {.required = true, .width = 160}),
    field<&ChainStep::sealed>     (7,  "sealed",     msgid("Under seal"),           agency, {.width = 80}),
    field<&ChainStep::source>     (8,  "source",     msgid("Basis of the chain"),   agency, {.width = 200, .longest = 400}),
    field<&ChainStep::from>       (9,  "from",       msgid("In force from"),        agency, {.width = 100}),
    field<&ChainStep::to>         (10, "to",         msgid("No longer used from"),  agency, {.width = 100}),
    field<&ChainStep::end_reason> (11, "end_reason", msgid("Why no longer used"),   agency),
    field<&ChainStep::remark>     (12, "remark",     msgid("Remark"),               agency, {.long_text = true}),
};
// clang-format on

constexpr auto chain_step_defs = defs(chain_step_fields);

constexpr std::array<std::string_view, 1> chain_step_identity{
    "matter+kinds+from_days+below_days+step+post"};

constexpr EntityDef chain_step_def{
    .id = 100,
    .name = "chain_step",
    .label = msgid("Step of an approval chain"),
    .plural = msgid("Approval chains"),
    .fields = chain_step_defs,
    .reach = Reach::county,
    .title = "post",
    .subtitle = "matter",
    .end = "to",
    .end_reason = "end_reason",
    .identity = chain_step_identity,
    .match = chain_step_identity,
};

} // namespace

template <>
const EntityDef& def_of<ChainStep>()
{
    return chain_step_def;
}

template <>
std::span<const Field<ChainStep>> fields_of<ChainStep>()
{
    return chain_step_fields;
}

} // namespace model
