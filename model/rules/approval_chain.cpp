#include "model/rules/approval_chain.h"

#include "assets/assets.h"
#include "model/base/text.h"
#include "model/entities/item_change.h"
#include "model/entities/leave.h"
#include "model/entities/posting.h"
#include "model/entities/posting_change.h"
#include "model/entities/roster.h"
#include "model/rules/leave_days.h"
#include "model/rules/still_open.h"

#include <algorithm>
#include <stdexcept>

namespace model {

namespace {

using namespace std::chrono;

std::string code_of(const Record& record, std::string_view field)
{
    return to_text(record[field]);
}

RequestStage stage_of(const std::optional<RequestState>& state)
{
    if (!state || *state == RequestState::requested)
        return RequestStage::open;
    if (*state == RequestState::agreed || *state == RequestState::done)
        return RequestStage::agreed;
    return *state == RequestState::refused ? RequestStage::refused : RequestStage::withdrawn;
}

RequestStage stage_of(const std::optional<ChangeState>& state)
{
    using enum ChangeState;
    if (!state || *state == requested || *state == reviewed)
        return RequestStage::open;
    if (*state == refused)
        return RequestStage::refused;
    return *state == withdrawn ? RequestStage::withdrawn : RequestStage::agreed;
}

bool is_of_an_outlet(const Posting& posting)
{
    return posting.source == PostingSource::township || posting.source == PostingSource::village;
}

/// Somebody who serves at outlets and nowhere else.
bool serves_an_outlet(const std::optional<Uuid>& person, Lookup& lookup)
{
    if (!person)
        return false;
    const auto postings = lookup.where(def_of<Posting>(), "person", *person);
    return !postings.empty() && std::ranges::all_of(postings, [](const Record& record) {
        return is_of_an_outlet(from_record<Posting>(record));
    });
}

std::optional<Decimal> days_of(const Leave& leave, Lookup& lookup)
{
    const auto tenths = leave_tenths(leave, lookup.calendar());
    return tenths ? std::optional(Decimal{*tenths, 1}) : std::nullopt;
}

std::optional<ApprovalRequest> of_leave(const Record& record, Lookup& lookup)
{
    const auto leave = from_record<Leave>(record);
    if (serves_an_outlet(leave.person, lookup))
        return std::nullopt;
    return ApprovalRequest{.matter = ApprovalMatter::leave,
        .id = record.id,
        .kind = code_of(record, "kind"),
        .days = days_of(leave, lookup),
        .asked = leave.from,
        .needed = leave.from,
        .stage = stage_of(leave.state),
        .has_approver = !leave.approver.empty() && leave.approved};
}

std::optional<ApprovalRequest> of_change(const Record& record, Lookup& lookup)
{
    const auto change = from_record<PostingChange>(record);
    const auto posting =
        change.posting ? lookup.find(def_of<Posting>(), *change.posting) : std::nullopt;
    if (posting && is_of_an_outlet(from_record<Posting>(*posting)))
        return std::nullopt;
    return ApprovalRequest{.matter = ApprovalMatter::change,
        .id = record.id,
        .kind = code_of(record, "kind"),
        .asked = change.requested ? change.requested : change.wanted,
        .needed = change.wanted,
        .stage = stage_of(change.state)};
}

ApprovalRequest of_item_change(const Record& record)
{
    const auto change = from_record<ItemChange>(record);
    return {.matter = ApprovalMatter::item,
        .id = record.id,
        .kind = code_of(record, "kind"),
        .asked = change.requested,
        .stage = stage_of(change.state)};
}

std::optional<ApprovalRequest> of_duty(const Record& record)
{
    const auto duty = from_record<Roster>(record);
    if (!duty.swapped_with)
        return std::nullopt;
    return ApprovalRequest{.matter = ApprovalMatter::roster,
        .id = record.id,
        .kind = code_of(record, "kind"),
        .asked = duty.day,
        .needed = duty.day};
}

/// Tenths, whatever the places.
std::int64_t tenths(const Decimal& days)
{
    auto units = days.units;
    for (int places = days.scale; places < 1; ++places)
        units *= 10;
    for (int places = days.scale; places > 1; --places)
        units /= 10;
    return units;
}

bool asks_for(const ApprovalRequest& request, const ChainStep& step, Date day)
{
    if (step.matter != request.matter || !step.step || (step.from && *step.from > day)
        || is_over(step.to, day))
        return false;
    if (!step.kinds.empty() && std::ranges::find(step.kinds, request.kind) == step.kinds.end())
        return false;
    const auto days = request.days ? tenths(*request.days) : 0;
    return (!step.from_days || tenths(*step.from_days) <= days)
        && (!step.below_days || days < tenths(*step.below_days));
}

std::optional<Decimal> days_in(const std::string& cell)
{
    return cell.empty() ? std::nullopt : Decimal::parse(cell, 1);
}

ChainStep read_step(const std::vector<std::string>& row)
{
    ChainStep step;
    step.matter = detail::Codec<std::optional<ApprovalMatter>>::from_value(Value{row[0]});
    step.kinds = make_set(split(row[1], '|'));
    step.from_days = days_in(row[2]);
    step.below_days = days_in(row[3]);
    step.step = std::stoll(row[4]);
    step.post = row[5];
    if (row[6] == "yes")
        step.sealed = true;
    step.source = row[7];
    step.from = parse_iso_date(row[8]);
    return step;
}

std::vector<ChainStep> read_shipped()
{
    constexpr std::size_t columns = 9;
    std::vector<ChainStep> steps;
    const auto lines = split(assets::text("codes/approval_chains.csv"), '\n');
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].empty())
            continue;
        const auto row = split(lines[i], ',');
        if (row.size() != columns)
            throw std::logic_error("codes/approval_chains.csv: " + lines[i]);
        steps.push_back(read_step(row));
    }
    return steps;
}

} // namespace

std::optional<ApprovalRequest> request_of(const Record& record, Lookup& lookup)
{
    if (record.def->id == def_of<Leave>().id)
        return of_leave(record, lookup);
    if (record.def->id == def_of<PostingChange>().id)
        return of_change(record, lookup);
    if (record.def->id == def_of<ItemChange>().id)
        return of_item_change(record);
    if (record.def->id == def_of<Roster>().id)
        return of_duty(record);
    return std::nullopt;
}

std::optional<StepSubject> subject_of(ApprovalMatter matter)
{
    switch (matter) {
    case ApprovalMatter::leave:
        return StepSubject{matter, "leave", &def_of<Leave>(), {}};
    case ApprovalMatter::change:
        return StepSubject{matter, "change", &def_of<PostingChange>(), {}};
    case ApprovalMatter::item:
        return StepSubject{matter, "item_change", &def_of<ItemChange>(), {}};
    case ApprovalMatter::roster:
        return StepSubject{matter, "roster", &def_of<Roster>(), {}};
    case ApprovalMatter::other:
        break;
    }
    return std::nullopt;
}

std::optional<StepSubject> subject_of(const Approval& step)
{
    using enum ApprovalMatter;
    const std::pair<ApprovalMatter, std::optional<Uuid>> named[]{{leave, step.leave},
        {change, step.change}, {item, step.item_change}, {roster, step.roster}};
    for (const auto& [matter, id] : named)
        if (id) {
            auto subject = subject_of(matter);
            subject->id = *id;
            return subject;
        }
    return std::nullopt;
}

std::vector<std::string_view> kinds_of(const std::optional<ApprovalMatter>& matter)
{
    std::vector<std::string_view> codes;
    const auto add = [&](const auto& choices) {
        for (const auto& choice : choices)
            codes.push_back(choice.code);
    };
    if (matter == ApprovalMatter::leave)
        add(choices_of<LeaveKind>);
    else if (matter == ApprovalMatter::change)
        add(choices_of<ChangeKind>);
    else if (matter == ApprovalMatter::item)
        add(choices_of<ItemChangeKind>);
    return codes;
}

const std::vector<ChainStep>& shipped_chains()
{
    static const auto steps = read_shipped();
    return steps;
}

std::vector<ChainStep> chain_for(const ApprovalRequest& request, Lookup& lookup, Date today)
{
    const auto day = request.asked.value_or(today);
    std::vector<ChainStep> chain;
    const auto take = [&](const ChainStep& step) {
        if (asks_for(request, step, day))
            chain.push_back(step);
    };
    const auto code =
        std::string(choices_of<ApprovalMatter>.at(static_cast<std::size_t>(request.matter)).code);
    const auto own = lookup.where(def_of<ChainStep>(), "matter", code);
    for (const auto& record : own)
        take(from_record<ChainStep>(record));
    if (own.empty())
        std::ranges::for_each(shipped_chains(), take);
    std::ranges::stable_sort(chain, {}, &ChainStep::step);
    return chain;
}

std::vector<Approval> steps_of(const StepSubject& subject, Lookup& lookup)
{
    std::vector<Approval> steps;
    for (const auto& record : lookup.where(def_of<Approval>(), subject.field, subject.id))
        steps.push_back(from_record<Approval>(record));
    std::ranges::stable_sort(steps, {},
        [](const Approval& step) { return std::pair(!step.step, step.step.value_or(0)); });
    return steps;
}

const ChainStep* first_missing(const ApprovalRequest& request, const std::vector<ChainStep>& chain,
    const std::vector<Approval>& steps)
{
    if (chain.size() == 1 && request.has_approver && steps.empty())
        return nullptr;
    const auto missing = std::ranges::find_if(chain, [&](const ChainStep& asked) {
        return std::ranges::none_of(steps, [&](const Approval& step) {
            return step.step == asked.step && step.decision == Decision::agree;
        });
    });
    return missing == chain.end() ? nullptr : &*missing;
}

RequestStage stage_by_steps(const ApprovalRequest& request, const std::vector<ChainStep>& chain,
    const std::vector<Approval>& steps)
{
    if (std::ranges::find(steps, Decision::refuse, &Approval::decision) != steps.end())
        return RequestStage::refused;
    const bool all_agree = !steps.empty() && std::ranges::all_of(steps, [](const Approval& step) {
        return step.decision == Decision::agree;
    });
    return all_agree && !first_missing(request, chain, steps) ? RequestStage::agreed
                                                              : RequestStage::open;
}

} // namespace model
