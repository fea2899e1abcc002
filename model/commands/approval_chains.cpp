#include "model/commands/approval_chains.h"

#include "model/base/text.h"
#include "model/commands/edit_check.h"
#include "model/commands/entry_check.h"
#include "model/commands/require.h"
#include "model/commands/store_lookup.h"
#include "model/entities/item_change.h"
#include "model/entities/leave.h"
#include "model/entities/place.h"
#include "model/entities/posting.h"
#include "model/entities/posting_change.h"
#include "model/entities/roster.h"
#include "model/rules/still_open.h"

#include <algorithm>

namespace model {

namespace {

std::optional<Uuid> place_of_posting(Lookup& lookup, const std::optional<Uuid>& id)
{
    const auto record = id ? lookup.find(def_of<Posting>(), *id) : std::nullopt;
    return record ? from_record<Posting>(*record).place : std::nullopt;
}

std::optional<Uuid> place_of_person(Lookup& lookup, const std::optional<Uuid>& person, Date today)
{
    if (!person)
        return std::nullopt;
    for (const auto& record : lookup.where(def_of<Posting>(), "person", *person))
        if (const auto posting = from_record<Posting>(record); is_current(posting, today))
            return posting.place;
    return std::nullopt;
}

/// The office's own place.
std::optional<Uuid> own_place(RecordStore& store)
{
    for (const auto& record : store.where(def_of<Place>(), "region", store.self().region))
        if (!from_record<Place>(record).parent)
            return record.id;
    return std::nullopt;
}

std::optional<Uuid> place_for(RecordStore& store, Lookup& lookup, const Record& request)
{
    std::optional<Uuid> place;
    if (request.def->id == def_of<Leave>().id)
        place = place_of_person(lookup, from_record<Leave>(request).person, store.today());
    else if (request.def->id == def_of<PostingChange>().id)
        place = place_of_posting(lookup, from_record<PostingChange>(request).posting);
    else if (request.def->id == def_of<Roster>().id)
        place = from_record<Roster>(request).place;
    return place ? place : own_place(store);
}

Record step_record(
    const StepSubject& subject, const ChainStep& asked, const std::optional<Uuid>& place)
{
    Approval step;
    step.matter = subject.matter;
    step.place = place;
    step.step = asked.step;
    step.post = asked.post;
    step.on_paper = asked.sealed;
    auto record = to_record(step);
    record[subject.field] = subject.id;
    return record;
}

bool belongs_to(const Record& step, const StepSubject& subject)
{
    const auto own = subject_of(from_record<Approval>(step));
    return own && own->id == subject.id && own->matter == subject.matter;
}

/// The request's steps once the changes are made.
std::vector<Approval> changed_steps(
    std::vector<Approval> steps, const StepSubject& subject, std::span<const StepChange> changes)
{
    for (const auto& change : changes) {
        const auto& record = change.after ? *change.after : *change.before;
        std::erase_if(steps, [&](const Approval& each) { return each.id == record.id; });
        if (change.after && belongs_to(*change.after, subject))
            steps.push_back(from_record<Approval>(*change.after));
    }
    return steps;
}

/// The step whose day and words the request takes: one that is entered or changed now, or else the
/// last of those that are left.
Approval deciding(const std::vector<Approval>& steps, const StepSubject& subject,
    std::span<const StepChange> changes)
{
    for (const auto& change : changes)
        if (change.after && belongs_to(*change.after, subject))
            return from_record<Approval>(*change.after);
    const auto last = std::ranges::max_element(
        steps, {}, [](const Approval& step) { return step.day ? to_iso(*step.day) : ""; });
    return last == steps.end() ? Approval{} : *last;
}

/// Writes fields that stand empty, or that the steps decide.
class Following {
public:
    Following(Record request, const Approval& step) : request_(std::move(request)), step_(step) {}

    Record to(RequestStage stage)
    {
        if (request_.def->id == def_of<ItemChange>().id)
            item_change(stage);
        else
            person_request(stage);
        return std::move(request_);
    }

private:
    void set(std::string_view field, Value value) { request_[field] = std::move(value); }

    void fill(std::string_view field, Value value)
    {
        if (is_empty(request_[field]))
            set(field, std::move(value));
    }

    Value day() const { return step_.day ? Value{*step_.day} : Value{}; }

    static Value text(const std::string& words) { return words.empty() ? Value{} : Value{words}; }

    void person_request(RequestStage stage)
    {
        const bool agreed = stage == RequestStage::agreed;
        set("state",
            std::string(agreed                       ? "agreed"
                    : stage == RequestStage::refused ? "refused"
                                                     : "requested"));
        if (request_.def->id == def_of<Leave>().id) {
            set("approved", agreed ? day() : Value{});
            if (agreed)
                set("approver", text(step_.approver.empty() ? step_.post : step_.approver));
        } else if (stage != RequestStage::open) {
            fill("answered", day());
            fill("office_opinion", text(step_.opinion));
        }
    }

    void item_change(RequestStage stage)
    {
        if (stage == RequestStage::agreed) {
            set("state", std::string("approved"));
            fill("reviewed", day());
            set("approved", day());
            fill("approval_document", text(step_.document));
        } else if (stage == RequestStage::refused) {
            set("state", std::string("refused"));
            fill("review_opinion", text(step_.opinion));
        } else {
            set("approved", Value{});
            set("state", std::string(is_empty(request_["reviewed"]) ? "requested" : "reviewed"));
        }
    }

    Record request_;
    const Approval& step_;
};

/// Codes that steps lead to; what is further on, or withdrawn, is nobody's but the office's.
bool may_follow(const Record& request)
{
    constexpr std::string_view codes[]{
        "", "requested", "agreed", "refused", "reviewed", "approved"};
    return std::ranges::find(codes, to_text(request["state"])) != std::end(codes);
}

std::optional<FollowingRequest> following_request(
    Editor& editor, const StepSubject& subject, std::span<const StepChange> changes)
{
    auto& store = editor.store();
    const auto found = store.find_any(subject.id);
    if (!found || found->first.deleted || found->first.def->id != subject.def->id
        || !may_follow(found->second))
        return std::nullopt;
    StoreLookup lookup(store);
    const auto request = request_of(found->second, lookup);
    if (!request)
        return std::nullopt;
    const auto chain = chain_for(*request, lookup, store.today());
    const auto steps = steps_of(subject, lookup);
    const auto steps_then = changed_steps(steps, subject, changes);
    const auto said_before = stage_by_steps(*request, chain, steps);
    const auto said = stage_by_steps(*request, chain, steps_then);
    const bool is_by_hand = request->stage != RequestStage::open && request->stage != said_before;
    if (is_by_hand || said == request->stage)
        return std::nullopt;
    const auto step = deciding(steps_then, subject, changes);
    const auto changed = Following(found->second, step).to(said);
    EntryCheck check(editor, lookup);
    auto checked = check.changed(found->first, found->second, changed);
    if (!checked.is_allowed || checked.edits.empty())
        return std::nullopt;
    return FollowingRequest{subject.id, std::move(checked.edits)};
}

} // namespace

std::vector<LinesOffered> steps_for(RecordStore& store, const Record& request)
{
    StoreLookup lookup(store);
    const auto asked = request_of(request, lookup);
    if (!asked)
        throw UsageError({request.def->id == def_of<Roster>().id
                ? msgid("Nobody swaps this duty: enter with whom it is swapped first")
                : msgid("For staff of townships and villages there is no chain here: their own "
                        "superiors decide")});
    auto subject = subject_of(asked->matter).value();
    subject.id = request.id;
    const auto chain = chain_for(*asked, lookup, store.today());
    if (chain.empty())
        return {};
    const auto steps = steps_of(subject, lookup);
    const auto place = place_for(store, lookup, request);
    LinesOffered offered{.source = chain.back().source};
    std::vector<std::string> posts;
    for (const auto& each : chain) {
        posts.push_back(each.post);
        if (std::ranges::find(steps, each.step, &Approval::step) != steps.end())
            ++offered.there;
        else
            offered.lines.push_back(step_record(subject, each, place));
    }
    offered.name = join(posts, " → ");
    return {std::move(offered)};
}

Outcome enter_shipped_chains(Editor& editor)
{
    require(editor, Action::enter, def_of<ChainStep>());
    auto& store = editor.store();
    Transaction transaction(store.db());
    Outcome outcome{.done = true};
    StoreLookup lookup(store);
    EntryCheck check(editor, lookup);
    std::vector<Record> made;
    for (const auto& step : shipped_chains()) {
        auto record = to_record(step);
        record.id = identity_for(record, store.clock(), store.random());
        if (store.find_any(record.id))
            continue;
        auto checked = check.made(record);
        outcome.done = outcome.done && checked.is_allowed;
        add(outcome.findings, std::move(checked.findings));
        made.push_back(std::move(record));
    }
    if (outcome.done && !made.empty()) {
        Batch batch(store,
            {.label = {msgid("Enter the approval chains that come along")},
                .account = editor.account()});
        for (const auto& record : made)
            batch.create(record);
        outcome.id = made.front().id;
        outcome.command = batch.commit();
        outcome.changed = true;
    }
    transaction.commit();
    return outcome;
}

std::vector<FollowingRequest> following_requests(
    Editor& editor, std::span<const StepChange> changes)
{
    std::vector<StepSubject> subjects;
    for (const auto& change : changes)
        for (const auto* record : {change.before, change.after}) {
            if (!record || record->def->id != def_of<Approval>().id)
                continue;
            const auto subject = subject_of(from_record<Approval>(*record));
            if (subject && subject->matter != ApprovalMatter::roster
                && std::ranges::find(subjects, subject->id, &StepSubject::id) == subjects.end())
                subjects.push_back(*subject);
        }
    std::vector<FollowingRequest> following;
    for (const auto& subject : subjects)
        if (auto one = following_request(editor, subject, changes))
            following.push_back(std::move(*one));
    return following;
}

} // namespace model
