#include "model/commands/merging.h"

#include "model/commands/attachments.h"
#include "model/commands/edit_check.h"
#include "model/commands/entry_check.h"
#include "model/commands/seen_through.h"
#include "model/commands/store_lookup.h"
#include "model/entities/attachment.h"
#include "model/rules/normal.h"
#include "model/schema/minimising.h"
#include "model/store/references.h"

#include <algorithm>
#include <limits>
#include <set>

namespace model {

namespace {

using Stored = std::pair<Meta, Record>;

Stored live(RecordStore& store, const Uuid& id)
{
    auto found = store.find_any(id);
    if (!found || found->first.deleted)
        throw UsageError({msgid("There is no such record: {1}"), {id.text()}});
    return std::move(*found);
}

std::pair<Stored, Stored> both(RecordStore& store, const Uuid& kept, const Uuid& other)
{
    auto one = live(store, kept);
    auto two = live(store, other);
    if (kept == other)
        throw UsageError({msgid("A record is not merged with itself: name another one")});
    if (one.first.def->id != two.first.def->id)
        throw UsageError({msgid("Only records of one register are merged")});
    if (one.first.def->administrative)
        throw UsageError({msgid("Accounts are not merged: end the one that is too much")});
    return {std::move(one), std::move(two)};
}

/// The file without the record that goes.
class Without : public StoreLookup {
public:
    Without(RecordStore& store, const Uuid& gone) : StoreLookup(store), gone_(gone) {}

    std::vector<Record> where(
        const EntityDef& def, std::string_view field, const Value& value) override
    {
        auto records = StoreLookup::where(def, field, value);
        std::erase_if(records, [this](const Record& record) { return record.id == gone_; });
        return records;
    }
    std::optional<Record> another(const EntityDef& def, std::string_view field, const Value& value,
        const Uuid& except) override
    {
        return Lookup::another(def, field, value, except);
    }

private:
    Uuid gone_;
};

struct Change {
    Uuid id;
    std::vector<FieldEdit> edits;
};

/// Looks at the records that the step changes one by one.
class Merger {
public:
    Merger(Editor& editor, Stored kept, Stored other)
        : store_(editor.store())
        , permission_(editor.permission())
        , kept_(std::move(kept))
        , other_(std::move(other))
        , lookup_(store_, other_.first.id)
        , check_(editor, lookup_)
    {
        check_.let_references_follow();
    }

    /// Whether it was looked at to its end.
    bool look(std::span<const FieldDef* const> taken, const std::function<bool(double)>& go_on)
    {
        look_at_kept(taken);
        const auto all = referring_to(store_, other_.first.id);
        double left = 0;
        for (const auto& by : all)
            left += static_cast<double>(by.count);
        double done = 0;
        for (const auto& by : all)
            for (const auto& record : records_referring(
                     store_, by, other_.first.id, std::numeric_limits<std::int64_t>::max())) {
                if (go_on && !go_on(done++ / left))
                    return false;
                if (record.id != kept_.first.id && record.id != other_.first.id)
                    look_at_referring(record.id);
            }
        take_files();
        auto gone = check_.gone(other_.first, other_.second);
        is_allowed_ = is_allowed_ && gone.is_allowed;
        add(findings_, std::move(gone.findings));
        return true;
    }

    void write(Batch& batch) const
    {
        for (const auto& change : changes_)
            batch.set(change.id, change.edits);
        batch.remove(other_.first.id);
    }

    bool is_allowed() const { return is_allowed_; }
    Findings findings() { return std::move(findings_); }
    const Stored& kept() const { return kept_; }

private:
    void look_at_kept(std::span<const FieldDef* const> taken)
    {
        auto after = kept_.second;
        for (const auto& each : differing(store_, kept_.first.id, other_.first.id))
            if (each.is_taken || std::ranges::find(taken, each.field) != taken.end())
                after[each.field->name] = each.other;
        repoint(after);
        for (auto& value : after.values) // one of the two was above the other
            if (value == Value{kept_.first.id})
                value = {};
        normalise(after);
        take(kept_.first, kept_.second, after);
    }

    void look_at_referring(const Uuid& id)
    {
        if (!looked_at_.insert(id).second)
            return; // by two of its fields
        const auto found = live(store_, id);
        auto after = found.second;
        repoint(after);
        if (found.first.scope == restricted_scope)
            follow(found.first, found.second, after);
        else
            take(found.first, found.second, after);
    }

    /// Files in the recycle bin, too: they could not come back to a record that lies there.
    void take_files()
    {
        for (const bool deleted : {false, true})
            for (const auto& file : store_.select({.def = &def_of<AttachedFile>(),
                                    .where = "t.record = ?",
                                    .arguments = {other_.first.id},
                                    .deleted = deleted})) {
                if (!deleted) {
                    look_at_referring(file.id);
                    continue;
                }
                auto after = file;
                repoint(after);
                follow(store_.find_any(file.id)->first, file, after);
            }
    }

    /// What nobody sees but its handlers, or lies in the recycle bin, is asked about by nobody: it
    /// goes on naming the same thing.
    void follow(const Meta& meta, const Record& before, const Record& after)
    {
        if (auto edits = differences(before, after); !edits.empty())
            changes_.push_back({meta.id, std::move(edits)});
    }

    void repoint(Record& record) const
    {
        for (auto& value : record.values)
            if (value == Value{other_.first.id})
                value = kept_.first.id;
    }

    void take(const Meta& meta, const Record& before, const Record& after)
    {
        auto checked = check_.changed(meta, before, after);
        if (checked.edits.empty())
            return;
        is_allowed_ = is_allowed_ && checked.is_allowed;
        for (auto& finding : checked.findings)
            if (finding.level == Level::refuse && meta.id != kept_.first.id)
                finding.message = why_not_with_the_rest(meta, finding);
        add(findings_, std::move(checked.findings));
        changes_.push_back({meta.id, std::move(checked.edits)});
    }

    Message why_not_with_the_rest(const Meta& meta, const Finding& finding)
    {
        if (!permission_.may(Action::see, *meta.def, check_.rights().around(meta)))
            return {msgid("A record that you may not see refers to the other one and cannot be "
                          "changed with the rest: ask the hall office of the county")};
        return {msgid("{1}: it cannot be changed with the rest, look at it first (rule {2})"),
            {store_.title_of(meta.id), std::string(finding.rule)}};
    }

    RecordStore& store_;
    Permission permission_;
    Stored kept_;
    Stored other_;
    Without lookup_;
    EntryCheck check_;
    std::vector<Change> changes_;
    std::set<Uuid> looked_at_;
    Findings findings_;
    bool is_allowed_ = true;
};

} // namespace

std::vector<Differing> differing(RecordStore& store, const Uuid& kept, const Uuid& other)
{
    const auto [one, two] = both(store, kept, other);
    const auto& def = *one.first.def;
    std::vector<Differing> all;
    for (std::size_t i = 0; i < def.fields.size(); ++i) {
        const auto& mine = one.second.values[i];
        const auto& its = two.second.values[i];
        if (mine != its && &def.fields[i] != minimised_field(def))
            all.push_back({&def.fields[i], mine, its, is_empty(mine)});
    }
    return all;
}

std::vector<const FieldDef*> telling_apart(
    std::span<const Differing> differing, const EntityDef& def)
{
    std::vector<const FieldDef*> fields;
    for (const auto& each : differing)
        if (!is_empty(each.kept) && !is_empty(each.other)
            && std::ranges::find(def.match, each.field->name) != def.match.end())
            fields.push_back(each.field);
    return fields;
}

std::vector<Followers> followers(Editor& editor, const Uuid& kept, const Uuid& other)
{
    auto& store = editor.store();
    const auto seen = seen_through(editor.permission());
    std::vector<std::pair<const EntityDef*, std::set<Uuid>>> records;
    for (const auto& by : referring_to(store, other, seen)) {
        if (records.empty() || records.back().first != by.def)
            records.push_back({by.def, {}});
        for (const auto& record :
            records_referring(store, by, other, std::numeric_limits<std::int64_t>::max(), seen))
            if (record.id != kept && record.id != other)
                records.back().second.insert(record.id);
    }
    std::vector<Followers> all;
    for (const auto& [def, ids] : records)
        if (!ids.empty())
            all.push_back({def, std::ssize(ids)});
    if (const auto files = Attachments(editor).count(other); files > 0)
        all.push_back({&def_of<AttachedFile>(), files});
    return all;
}

Outcome merge_records(Editor& editor, const Uuid& kept, const Uuid& other,
    std::span<const FieldDef* const> taken, bool is_dry_run,
    const std::function<bool(double done)>& go_on)
{
    auto& store = editor.store();
    Transaction transaction(store.db());
    auto [one, two] = both(store, kept, other);
    Merger merger(editor, std::move(one), std::move(two));
    if (!merger.look(taken, go_on))
        return {.id = kept};
    Outcome outcome{.done = merger.is_allowed(), .id = kept, .findings = merger.findings()};
    outcome.changed = outcome.done;
    if (!outcome.done && !is_dry_run)
        note_denied(editor, msgid("Had no right to merge these records"), *merger.kept().first.def,
            kept, outcome.findings);
    if (outcome.done && !is_dry_run) {
        Batch batch(store,
            {.label = {msgid("Merge {1}"), {store.title_of(kept)}}, .account = editor.account()});
        merger.write(batch);
        outcome.command = batch.commit();
    }
    transaction.commit();
    return outcome;
}

} // namespace model
