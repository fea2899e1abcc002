#include "model/exchange/edition_accept.h"

#include "model/commands/edit_check.h"
#include "model/commands/identity.h"
#include "model/commands/require.h"
#include "model/commands/rights.h"
#include "model/entities/item.h"
#include "model/exchange/snapshot.h"

#include <algorithm>

namespace model {

namespace {

constexpr std::size_t entries_between_reports = 200;

/// One step, entry by entry; without a batch nothing is written.
class Acceptance {
public:
    Acceptance(Editor& editor, const EditionTerms& terms, EditionOutcome& outcome)
        : store_(editor.store())
        , def_(def_of<Item>())
        , rights_(store_, editor.permission())
        , snapshot_(store_)
        , items_(snapshot_.of(def_))
        , terms_(terms)
        , outcome_(outcome)
        , today_(store_.today())
    {
    }

    void take(const EditionEntry& entry, const EditionChoice& choice, Batch* batch)
    {
        const auto why_not =
            entry.kind == Difference::added ? make(entry, batch) : change(entry, choice, batch);
        if (why_not)
            outcome_.refused.emplace_back(choice.entry, *why_not);
        else
            ++outcome_.taken;
    }

    bool was_denied() const { return denied_; }

private:
    std::optional<Message> make(const EditionEntry& entry, Batch* batch)
    {
        auto record = Record::empty(def_, {});
        for (const auto& field : entry.fields)
            record[field.field->name] = field.after;
        record.id = identity_for(record, store_.clock(), store_.random());
        if (const auto held = items_.find(record.id)) {
            if (is_same_thing(record, items_.record(*held)))
                return Message{msgid("The item is in the register by now: compare once more")};
            record.id = Uuid::make(store_.clock(), store_.random());
        }
        if (items_.is_deleted(record.id))
            if (const auto meta = store_.rows().meta(record.id))
                if (const auto why = rights_.why_not_back(*meta))
                    return denied(*why);
        const auto edits = differences(Record::empty(def_, record.id), record);
        if (const auto why =
                first_of(rights_.check_account(def_, edits, rights_.around_new(record)), true))
            return why;
        if (const auto why = by_rules(entry, record, nullptr, edits))
            return why;
        make_units(entry, batch);
        if (batch)
            batch->create(record);
        items_.add(record);
        return std::nullopt;
    }

    std::optional<Message> change(
        const EditionEntry& entry, const EditionChoice& choice, Batch* batch)
    {
        const auto held = items_.find(entry.record);
        const auto meta = held ? store_.rows().meta(entry.record) : std::nullopt;
        if (!meta)
            return Message{msgid("The item is not in the register any more: compare once more")};
        const auto before = items_.record(*held);
        const auto edits = edits_of(entry, choice, before);
        if (!edits)
            return Message{msgid("The item was changed meanwhile: compare once more")};
        if (edits->empty())
            return Message{msgid("All fields of this item are left out")};
        auto after = before;
        for (const auto& edit : *edits)
            after[edit.field->name] = edit.value;
        for (const auto& where : {rights_.around(*meta), rights_.around_changed(*meta, after)})
            if (const auto why = first_of(rights_.check(def_, *edits, where), true))
                return why;
        if (const auto why = by_rules(entry, after, &before, *edits))
            return why;
        make_units(entry, batch);
        if (batch)
            batch->set(
                after.id, *edits, entry.kind == Difference::withdrawn ? OpType::end : OpType::set);
        items_.change(*held, after);
        return std::nullopt;
    }

    /// Nothing where the item holds something else than was compared.
    std::optional<std::vector<FieldEdit>> edits_of(
        const EditionEntry& entry, const EditionChoice& choice, const Record& before) const
    {
        std::vector<FieldEdit> edits;
        for (const auto& field : entry.fields) {
            if (choice.left_out.contains(field.field) && entry.is_optional(*field.field))
                continue;
            if (before[field.field->name] != field.before)
                return std::nullopt;
            if (entry.kind != Difference::withdrawn)
                edits.push_back({field.field, field.after});
        }
        if (entry.kind != Difference::withdrawn)
            return edits;
        edits.push_back({def_.find(def_.end), terms_.on});
        if (!terms_.reason.empty())
            edits.push_back({def_.find(def_.end_reason), terms_.reason});
        if (terms_.on <= today_)
            edits.push_back({def_.find(def_.over_field), std::string(def_.over_code)});
        return edits;
    }

    std::optional<Message> by_rules(const EditionEntry& entry, const Record& after,
        const Record* before, std::span<const FieldEdit> edits)
    {
        snapshot_.expect(entry.units);
        const auto findings = before ? check_edit(*before, after, edits, snapshot_, today_)
                                     : check(after, snapshot_, today_);
        snapshot_.expect({});
        return first_of(findings, false);
    }

    std::optional<Message> first_of(const Findings& findings, bool by_rights)
    {
        for (const auto& finding : findings)
            if (finding.level == Level::refuse)
                return by_rights ? denied(finding.message) : finding.message;
        return std::nullopt;
    }

    Message denied(const Message& why)
    {
        denied_ = true;
        return why;
    }

    void make_units(const EditionEntry& entry, Batch* batch)
    {
        for (const auto& unit : entry.units) {
            auto& units = snapshot_.of(*unit.def);
            if (units.find(unit.id))
                continue;
            if (batch && units.is_deleted(unit.id))
                batch->restore(unit.id);
            else if (batch)
                batch->create(unit);
            units.add(unit);
            ++outcome_.units;
        }
    }

    RecordStore& store_;
    const EntityDef& def_;
    Rights rights_;
    Snapshot snapshot_;
    HeldRecords& items_;
    const EditionTerms& terms_;
    EditionOutcome& outcome_;
    Date today_;
    bool denied_ = false;
};

void expect_document_of_the_agency(RecordStore& store, const EditionTerms& terms)
{
    if (!terms.document.empty() && store.self().org.role != Role::agency)
        throw Error({msgid("Only the hall office of the county enters on behalf of others")});
}

} // namespace

EditionOutcome accept_edition(Editor& editor, const Edition& edition, const Comparison& comparison,
    std::span<const EditionChoice> choices, const EditionTerms& terms, const Progress& progress)
{
    auto& store = editor.store();
    require(editor, Action::enter, def_of<Item>());
    expect_document_of_the_agency(store, terms);
    EditionOutcome outcome;
    Transaction transaction(store.db());
    Acceptance acceptance(editor, terms, outcome);
    std::optional<Batch> batch;
    if (!terms.dry_run)
        batch.emplace(store,
            Step{.label = {msgid("Take items from the edition {1}"), {edition.name}},
                .account = editor.account(),
                .document = terms.document,
                .what = audited::import_rows});
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const auto& entry = comparison.entries.at(choices[i].entry);
        acceptance.take(entry, choices[i], batch ? &*batch : nullptr);
        if (progress && i % entries_between_reports == 0
            && !progress(static_cast<double>(i) / static_cast<double>(choices.size()))) {
            outcome.cancelled = true;
            return outcome;
        }
    }
    if (terms.dry_run)
        return outcome;
    outcome.command = batch->commit();
    batch.reset();
    if (acceptance.was_denied())
        note_refused(
            store, editor.account(), msgid("Had no right to change this record"), &def_of<Item>());
    transaction.commit();
    return outcome;
}

} // namespace model
