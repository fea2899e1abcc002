#include "model/commands/reorganise.h"

#include "model/base/text.h"
#include "model/commands/edit_check.h"
#include "model/commands/require.h"
#include "model/commands/rights.h"
#include "model/commands/store_lookup.h"
#include "model/entities/unit.h"
#include "model/rules/normal.h"

#include <algorithm>

namespace model {

namespace {

using Kind = UnitChangeKind;

/// A record the step makes or changes.
struct Written {
    Record before; ///< empty of one that is made
    Record after;
    std::vector<FieldEdit> edits;
    bool is_new = false;
    bool ends = false;
};

class Act {
public:
    Act(Editor& editor, const Reform& reform)
        : editor_(editor)
        , store_(editor.store())
        , reform_(reform)
        , rights_(store_, editor.permission())
        , unit_def_(def_of<Unit>())
    {
    }

    ReformOutcome run()
    {
        Transaction transaction(store_.db());
        for (const auto& id : reform_.units)
            read_unit(id);
        check_words();
        if (!is_refused())
            plan();
        check_rights();
        if (is_refused()) {
            note_denial();
            transaction.commit();
            return std::move(outcome_);
        }
        tell_accounts_left();
        remind_of_document();
        if (write())
            transaction.commit();
        return std::move(outcome_);
    }

private:
    void read_unit(const Uuid& id)
    {
        auto unit = store_.find(unit_def_, id);
        if (!unit)
            throw UsageError({msgid("There is no such record: {1}"), {id.text()}});
        units_.push_back(std::move(*unit));
    }

    void refuse(std::string_view field, Message message)
    {
        outcome_.told.push_back(
            {nullptr, {}, {.rule = "reform", .field = field, .message = std::move(message)}});
    }

    /// What is asked for must make sense before anything is looked at.
    void check_words()
    {
        if (units_.empty())
            refuse("unit", {msgid("Choose the unit that changes")});
        if (units_.size() > 1 && reform_.kind != Kind::merged)
            refuse("unit",
                {msgid("Only when units are merged are there several old ones: choose "
                       "one")});
        if (reform_.day > store_.today())
            refuse("day",
                {msgid("The register shows what is so today: enter the reform on {1} or "
                       "later"),
                    {to_iso(reform_.day)}});
        if (reform_.kind == Kind::renamed) {
            if (trimmed(reform_.new_name).empty())
                refuse("new_name", {msgid("The new name is missing")});
            else if (!units_.empty() && trimmed(reform_.new_name) == units_.front().title())
                refuse("new_name", {msgid("The new name is the old one")});
        }
        if (has_successors(reform_.kind) && reform_.successors.empty())
            refuse("successor", {msgid("Which unit takes over is still missing")});
        if (!has_successors(reform_.kind) && !reform_.moves.empty())
            refuse("successor",
                {msgid("Nothing goes over where no other unit follows: choose another kind")});
    }

    void plan()
    {
        for (const auto& name : reform_.successors)
            plan_successor(trimmed(name));
        if (is_refused())
            return;
        for (const auto& move : reform_.moves)
            plan_move(move);
        for (const auto& unit : units_) {
            if (reform_.kind == Kind::renamed)
                edit(unit.id, {{unit_def_.find("name"), trimmed(reform_.new_name)}});
            else if (reform_.ends)
                plan_end(unit);
            plan_entries(unit);
        }
    }

    /// A unit of the register, or else a new one of that name.
    void plan_successor(const std::string& name)
    {
        auto made = Record::empty(unit_def_, {});
        made["name"] = name;
        normalise(made);
        if (std::ranges::find(successor_names_, made.title()) != successor_names_.end())
            return refuse("successor",
                {msgid("“{1}” is named twice among the units that take over: name it once"),
                    {made.title()}});
        successor_names_.push_back(made.title());
        const auto found = store_.where(unit_def_, "name", made.title());
        const auto open = std::ranges::find_if(
            found, [](const Record& unit) { return is_empty(unit["closed"]); });
        if (open != found.end()) {
            if (std::ranges::find(reform_.units, open->id) != reform_.units.end())
                refuse("successor", {msgid("A unit does not follow itself: choose another")});
            outcome_.successors.push_back(open->id);
            return;
        }
        if (!units_.empty())
            made["category"] = units_.front()["category"];
        made.id = identity_for(made, store_.clock(), store_.random());
        if (store_.find_any(made.id)) // once was such a unit, and has ended or was deleted
            made.id = Uuid::make(store_.clock(), store_.random());
        outcome_.successors.push_back(made.id);
        make(std::move(made));
    }

    void plan_move(const Reform::Move& move)
    {
        const auto& reference = move.reference;
        const auto record = store_.find(*reference.def, reference.record);
        const auto* held = record ? std::get_if<Uuid>(&(*record)[reference.field->name]) : nullptr;
        if (!held || *held != reference.unit)
            return refuse(reference.field->name,
                {msgid("{1} was changed meanwhile: look at the list once more"),
                    {reference.title}});
        edit(reference.record, {{reference.field, outcome_.successors.at(move.to)}});
        ++outcome_.moved;
    }

    void plan_end(const Record& unit)
    {
        edit(unit.id,
            {{unit_def_.find("closed"), reform_.day}, {unit_def_.find("closed_reason"), reason()}});
        written_.back().ends = true;
    }

    /// "合并：县数据局；桃政发〔2026〕1号".
    std::string reason() const
    {
        auto text = reform_.kind_words;
        if (const auto names = join(reform_.successors, "、"); !names.empty())
            text += (text.empty() ? "" : "：") + names;
        if (!reform_.document.empty())
            text += (text.empty() ? "" : "；") + reform_.document;
        return text;
    }

    /// One entry for each successor, or one that names none.
    void plan_entries(const Record& unit)
    {
        const auto count = std::max<std::size_t>(outcome_.successors.size(), 1);
        for (std::size_t i = 0; i < count; ++i) {
            UnitChange change{.unit = unit.id, .kind = reform_.kind};
            change.old_name = unit.title();
            change.new_name = trimmed(reform_.new_name);
            if (i < outcome_.successors.size()) {
                change.successor = outcome_.successors[i];
                change.new_name = trimmed(reform_.successors[i]);
            }
            change.day = reform_.day;
            change.document = reform_.document;
            change.id = Uuid::make(store_.clock(), store_.random());
            make(to_record(change));
        }
    }

    void make(Record record)
    {
        auto before = Record::empty(*record.def, record.id);
        auto edits = differences(before, record);
        written_.push_back({std::move(before), std::move(record), std::move(edits), true});
    }

    /// Of a record that the step changes twice, such as one that two old units lead, both.
    void edit(const Uuid& id, std::vector<FieldEdit> edits)
    {
        const auto known = std::ranges::find_if(
            written_, [&](const Written& each) { return !each.is_new && each.after.id == id; });
        if (known == written_.end()) {
            const auto found = store_.find_any(id);
            written_.push_back({found->second, found->second, {}, false});
        } else {
            std::rotate(known, known + 1, written_.end());
        }
        auto& each = written_.back();
        for (auto& edit : edits) {
            each.after[edit.field->name] = edit.value;
            each.edits.push_back(std::move(edit));
        }
    }

    void check_rights()
    {
        std::vector<Record> accounts;
        for (const auto& each : written_) {
            auto findings = each.is_new ? denied_new(each) : denied_change(each);
            if (each.after.def->administrative && findings.empty()) {
                findings = rights_.check_account_change(&each.before, each.after, accounts);
                accounts.push_back(each.after);
            }
            tell(each, std::move(findings));
        }
    }

    Findings denied_new(const Written& each)
    {
        const auto where = rights_.around_new(each.after);
        return each.after.def->anyone_creates
            ? rights_.check_account(*each.after.def, each.edits, where)
            : rights_.check(*each.after.def, each.edits, where);
    }

    Findings denied_change(const Written& each)
    {
        const auto meta = store_.find_any(each.after.id)->first;
        auto findings = rights_.check(*meta.def, each.edits, rights_.around(meta));
        if (findings.empty())
            findings =
                rights_.check(*meta.def, each.edits, rights_.around_changed(meta, each.after));
        return findings;
    }

    void tell(const Written& each, Findings findings)
    {
        for (auto& finding : findings)
            if (finding.level != Level::remind)
                outcome_.told.push_back({each.after.def,
                    each.is_new ? each.after.title() : store_.title_of(each.after.id),
                    std::move(finding)});
    }

    void remind_of_document()
    {
        if (auto missing = document_missing(reform_.document))
            outcome_.told.push_back({nullptr, {},
                {.rule = "reform",
                    .level = Level::warn,
                    .field = "document",
                    .message = std::move(*missing)}});
    }

    void tell_accounts_left()
    {
        if (auto left = accounts_left(
                store_, rights_.permission(), reform_.kind, reform_.units, reform_.day))
            outcome_.told.push_back({nullptr, {},
                {.rule = "reform",
                    .level = Level::warn,
                    .field = "unit",
                    .message = std::move(*left)}});
    }

    bool is_refused() const
    {
        return std::ranges::any_of(outcome_.told,
            [](const ReformOutcome::Told& told) { return told.finding.level == Level::refuse; });
    }

    void note_denial()
    {
        const bool is_denied =
            std::ranges::any_of(outcome_.told, [](const ReformOutcome::Told& told) {
                return told.finding.rule == "rights" && told.finding.level == Level::refuse;
            });
        if (is_denied && !reform_.dry_run)
            note_refused(store_, editor_.account(), msgid("Had no right to change this record"),
                &unit_def_, reform_.units.front());
    }

    /// Whether it stays: not where the rules refuse, nor by a dry run.
    bool write()
    {
        Batch batch(store_,
            {.label = {msgid("Reorganise {1}"), {units_.front().title()}},
                .account = editor_.account(),
                .document =
                    rights_.self().org.role == Role::agency ? reform_.document : std::string()});
        for (const auto& each : written_) {
            if (each.is_new)
                batch.create(each.after);
            else
                batch.set(each.after.id, each.edits, each.ends ? OpType::end : OpType::set);
        }
        // With all of it done, so that what one needs of another is there.
        StoreLookup lookup(store_);
        for (const auto& each : written_)
            tell(each,
                each.is_new
                    ? check(each.after, lookup, store_.today())
                    : check_edit(each.before, each.after, each.edits, lookup, store_.today()));
        outcome_.done = !is_refused();
        if (!outcome_.done || reform_.dry_run)
            return false;
        outcome_.command = batch.commit();
        return true;
    }

    Editor& editor_;
    RecordStore& store_;
    const Reform& reform_;
    Rights rights_;
    const EntityDef& unit_def_;
    std::vector<Record> units_;
    std::vector<std::string> successor_names_;
    std::vector<Written> written_;
    ReformOutcome outcome_;
};

} // namespace

std::optional<Message> document_missing(const std::string& document)
{
    if (!trimmed(document).empty())
        return std::nullopt;
    return Message{msgid("The document number is still missing: the entries about the change, and "
                         "why the unit left, do not say on what they rest")};
}

bool ends_units(UnitChangeKind kind)
{
    return kind == Kind::merged || kind == Kind::split || kind == Kind::closed;
}

bool has_successors(UnitChangeKind kind)
{
    return kind == Kind::merged || kind == Kind::split || kind == Kind::moved;
}

ReformOutcome reorganise(Editor& editor, const Reform& reform)
{
    require(editor, Action::enter, def_of<Unit>());
    return Act(editor, reform).run();
}

} // namespace model
