#include "model/commands/move_posting.h"

#include "model/commands/entry_check.h"
#include "model/commands/store_lookup.h"
#include "model/entities/person.h"
#include "model/entities/posting_change.h"
#include "model/rules/normal.h"
#include "model/rules/still_open.h"
#include "model/rules/trial_terms.h"

#include <algorithm>

namespace model {

namespace {

constexpr std::string_view leaving = "left";

// The day of the change says them.
bool is_the_day(const FieldDef& field)
{
    return field.name == "from" || field.name == "to";
}

std::pair<Meta, Record> live_posting(RecordStore& store, const Uuid& id)
{
    auto found = store.find_any(id);
    if (!found || found->first.deleted || found->first.def->id != def_of<Posting>().id)
        throw UsageError({msgid("There is no such record: {1}"), {id.text()}});
    return std::move(*found);
}

std::string code_of(std::optional<ChangeKind> kind)
{
    return to_text(detail::Codec<std::optional<ChangeKind>>::to_value(kind));
}

/// What the end of a posting is among the changes.
std::string kind_of_end(const Posting& posting, const std::string& otherwise)
{
    using enum ChangeKind;
    if (posting.end_kind == PostingEnd::rotation)
        return code_of(rotation);
    if (posting.end_kind == PostingEnd::transfer)
        return code_of(transfer);
    return posting.end_kind == PostingEnd::returned ? code_of(returned) : otherwise;
}

bool is_open(const PostingChange& change)
{
    return !change.settled && !change.status_to
        && (!change.state || change.state == RequestState::requested
            || change.state == RequestState::agreed);
}

/// The posting after the change, the entry in the register of changes, and requests that fall.
class Moving {
public:
    Moving(RecordStore& store, const Record& before, const StatusChange& wanted)
        : store_(store)
        , before_(before)
        , wanted_(wanted)
        , from_(to_text(before["status"]))
        , move_(move_between(from_, wanted.to))
        , posting(before)
        , change(Record::empty(def_of<PostingChange>(), {}))
    {
        move_the_posting();
        enter_the_change();
    }

private:
    Value given(std::string_view name) const
    {
        const auto found = wanted_.given.find(name);
        return found == wanted_.given.end() ? Value{} : found->second;
    }

    void move_the_posting()
    {
        posting["status"] = wanted_.to;
        if (from_ == leaving)
            for (const auto* name : {"to", "end_kind", "end_reason"})
                posting[name] = Value{};
        for (const auto& need : move_ ? move_->needs : std::vector<MoveNeed>())
            for (const auto* field : need.one_of)
                if (!need.of_change && !is_the_day(*field) && !is_empty(given(field->name)))
                    posting[field->name] = given(field->name);
        if (wanted_.to == leaving)
            posting["to"] = wanted_.on;
        else if (from_ == "proposed")
            posting["from"] = wanted_.on;
    }

    /// The open request that this carries out, the newest of several.
    std::optional<Record> open_request(const std::string& kind) const
    {
        std::optional<Record> newest;
        for (auto& record : store_.where(def_of<PostingChange>(), "posting", before_.id))
            if (to_text(record["kind"]) == kind && is_open(from_record<PostingChange>(record))
                && (!newest
                    || std::pair(to_text((*newest)["requested"]), newest->id)
                        < std::pair(to_text(record["requested"]), record.id)))
                newest = std::move(record);
        return newest;
    }

    void enter_the_change()
    {
        const auto usual = move_ ? move_->kind : code_of(ChangeKind::status);
        const auto kind =
            wanted_.to == leaving ? kind_of_end(from_record<Posting>(posting), usual) : usual;
        if (kind != code_of(ChangeKind::status))
            if (auto request = open_request(kind))
                change = std::move(*request);
        if (change.id.is_nil()) {
            change["posting"] = before_.id;
            change["person"] = before_["person"];
            change["kind"] = kind;
            change["asked_by"] = std::string("office");
            change["requested"] = wanted_.on;
        }
        change["status_from"] = before_["status"];
        change["status_to"] = wanted_.to;
        fill_in();
        const bool is_request = wanted_.to == "rotating";
        if (is_request && is_empty(change["state"]))
            change["state"] = std::string("requested");
        if (!is_request) {
            change["state"] = std::string("done");
            change["settled"] = wanted_.on;
        }
        if (from_ == "rotating" && (wanted_.to == "on_duty" || wanted_.to == leaving))
            settle_requests();
    }

    /// What was given, where it belongs to the change; what ended the posting is its reason.
    void fill_in()
    {
        for (const auto* name : {"reason", "document", "approver", "until"})
            if (auto value = given(name); !is_empty(value))
                change[name] = std::move(value);
        if (is_empty(change["reason"]) && wanted_.to == leaving)
            change["reason"] = posting["end_reason"];
    }

    /// Of a rotation: withdrawn by whoever stays, done by whoever leaves.
    void settle_requests()
    {
        for (auto record : store_.where(def_of<PostingChange>(), "posting", before_.id)) {
            auto request = from_record<PostingChange>(record);
            if (request.kind != ChangeKind::rotation || request.settled || record.id == change.id
                || (request.state && request.state != RequestState::requested
                    && request.state != RequestState::agreed))
                continue;
            record["state"] = std::string(wanted_.to == leaving ? "done" : "withdrawn");
            if (wanted_.to == leaving)
                record["settled"] = wanted_.on;
            settled.push_back(std::move(record));
        }
    }

    RecordStore& store_;
    const Record& before_;
    const StatusChange& wanted_;
    std::string from_;
    const PostingMove* move_;

public:
    Record posting;
    Record change;
    std::vector<Record> settled; ///< requests that this ends
};

/// A record of the step with what is written of it.
struct Written {
    Record record;
    std::vector<FieldEdit> edits;
    bool is_new = false;
};

class Writing {
public:
    explicit Writing(Editor& editor)
        : editor_(editor)
        , store_(editor.store())
        , lookup_(store_)
        , check_(editor, lookup_)
    {
    }

    void put(Record record, const Record* change = nullptr)
    {
        normalise(record);
        const bool is_new = record.id.is_nil();
        if (is_new)
            record.id = identity_for(record, store_.clock(), store_.random());
        auto checked = is_new ? check_.made(record) : changed(record, change);
        outcome_.done = outcome_.done && (checked.is_allowed || (!is_new && checked.edits.empty()));
        add(outcome_.findings, std::move(checked.findings));
        written_.push_back({std::move(record), std::move(checked.edits), is_new});
    }

    Outcome end(const Message& label, bool is_dry_run)
    {
        outcome_.id = written_.front().record.id;
        if (!outcome_.done && !is_dry_run)
            note_denied(editor_, msgid("Had no right to change this record"), def_of<Posting>(),
                outcome_.id, outcome_.findings);
        outcome_.changed = outcome_.done;
        if (!outcome_.done || is_dry_run)
            return std::move(outcome_);
        Batch batch(store_, {.label = label, .account = editor_.account()});
        for (const auto& each : written_) {
            if (each.is_new)
                batch.create(each.record);
            else if (!each.edits.empty())
                batch.set(each.record.id, each.edits);
        }
        outcome_.command = batch.commit();
        outcome_.changed = outcome_.command != 0;
        return std::move(outcome_);
    }

private:
    Checked changed(const Record& record, const Record* change)
    {
        const auto found = store_.find_any(record.id).value();
        return check_.changed(found.first, found.second, record, {}, change);
    }

    Editor& editor_;
    RecordStore& store_;
    StoreLookup lookup_;
    EntryCheck check_;
    Outcome outcome_{.done = true};
    std::vector<Written> written_;
};

/// What is usual, or stands there already.
Value begun(RecordStore& store, const Record& posting, const MoveField& asked, Date on)
{
    if (asked.of_change)
        return {};
    if (asked.field->name != "trial_until" || !is_empty(posting["trial_until"]))
        return posting[asked.field->name];
    auto from = from_record<Posting>(posting);
    from.from = on;
    StoreLookup lookup(store);
    const auto end = usual_trial_end(from, {lookup, store.today()});
    return end ? Value{*end} : Value{};
}

} // namespace

std::vector<OfferedMove> moves_for(RecordStore& store, const Uuid& posting, Date on)
{
    const auto record = live_posting(store, posting).second;
    std::vector<OfferedMove> offered;
    for (const auto* move : moves_from(to_text(record["status"]))) {
        auto& each = offered.emplace_back(OfferedMove{move, {}});
        for (const auto& need : move->needs)
            for (const auto* field : need.one_of) {
                if (is_the_day(*field))
                    continue;
                MoveField asked{field, need.of_change, need.one_of.size() == 1, {}};
                asked.value = begun(store, record, asked, on);
                each.fields.push_back(std::move(asked));
            }
    }
    return offered;
}

Outcome move_posting(
    Editor& editor, const Uuid& posting, const StatusChange& change, bool is_dry_run)
{
    auto& store = editor.store();
    Transaction transaction(store.db());
    const auto [meta, before] = live_posting(store, posting);
    if (to_text(before["status"]) == change.to) {
        transaction.commit();
        return {.done = true, .id = posting};
    }
    if (store.today() < change.on) {
        Outcome refused{.id = posting};
        refused.findings.push_back({.rule = "move",
            .field = "status",
            .message = {msgid("{1} is still to come: change the status on its day"),
                {to_iso(change.on)}}});
        transaction.commit();
        return refused;
    }
    const Moving moving(store, before, change);
    Writing writing(editor);
    writing.put(moving.posting, &moving.change);
    writing.put(moving.change);
    for (const auto& record : moving.settled)
        writing.put(record);
    auto outcome =
        writing.end({msgid("Change the status of {1}"), {store.title_of(posting)}}, is_dry_run);
    transaction.commit();
    return outcome;
}

std::vector<Uuid> current_postings(RecordStore& store, const Uuid& person)
{
    std::vector<Posting> current;
    for (const auto& record : store.where(def_of<Posting>(), "person", person))
        if (auto posting = from_record<Posting>(record); is_current(posting, store.today()))
            current.push_back(std::move(posting));
    std::ranges::sort(current, std::greater(),
        [](const Posting& posting) { return std::pair(posting.from, posting.id); });
    std::vector<Uuid> ids;
    for (const auto& posting : current)
        ids.push_back(posting.id);
    return ids;
}

bool has_status_moves(const EntityDef& def)
{
    return def.id == def_of<Posting>().id || def.id == def_of<Person>().id;
}

} // namespace model
