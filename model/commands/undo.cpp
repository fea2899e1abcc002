#include "model/commands/editor.h"
#include "model/commands/rights.h"
#include "model/commands/store_lookup.h"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <map>

namespace model {

// A step that was undone and done again is what its newest redo wrote; undoing takes that back, and
// redoing takes back the undo. So both are one thing: inverting what a command wrote.
struct Editor::Command {
    std::int64_t number = 0;
    Message label;
    std::string kind;
    std::int64_t undone = 0;
    std::int64_t first_rid = 0;
    std::int64_t last_rid = 0;
};

namespace {

/// How the inbox calls a decision. The county settles it for all, so it cannot be opened again.
constexpr std::string_view label_of_settling = "Settle {1}";

/// A field as a command found and left it.
struct Change {
    int fid = 0;
    std::string before;
    std::string after;
};

using Changes = std::map<std::int64_t, std::vector<Change>>; ///< by rid

/// What the command wrote, several writes of one field taken together.
Changes changes_of(RecordStore& store, std::int64_t command)
{
    auto& rows = store.rows().statements().get(
        "SELECT rid, fid, old, new FROM history WHERE command = ? ORDER BY rid, fid, id");
    rows.bind(1, command);
    Changes changes;
    while (rows.executeStep()) {
        auto& fields = changes[rows.getColumn(0).getInt64()];
        const int fid = rows.getColumn(1).getInt();
        if (fields.empty() || fields.back().fid != fid)
            fields.push_back({fid, rows.getColumn(2).getString(), {}});
        fields.back().after = rows.getColumn(3).getString();
    }
    rows.reset();
    return changes;
}

/// The records that the command made and that still have the number they had: a number whose record
/// left this file may have been given anew.
std::vector<std::int64_t> made_by(
    RecordStore& store, std::int64_t command, std::int64_t first, std::int64_t last)
{
    std::vector<std::int64_t> made;
    if (first == 0)
        return made;
    auto& rows = store.rows().statements().get(
        "SELECT rid FROM rec LEFT JOIN stamp ON ver = born JOIN command ON command.id = ? "
        "WHERE rid BETWEEN ? AND ? AND deleted = 0 "
        "AND ifnull(stamp.at = command.at AND stamp.account = command.account, 1) ORDER BY rid");
    rows.bind(1, command);
    rows.bind(2, first);
    rows.bind(3, last);
    while (rows.executeStep())
        made.push_back(rows.getColumn(0).getInt64());
    rows.reset();
    return made;
}

/// What others wrote since into records of that range: each field as the first of them found it.
Changes written_by_others(
    RecordStore& store, std::int64_t command, std::int64_t first, std::int64_t last)
{
    auto& rows = store.rows().statements().get(
        "SELECT rid, fid, old FROM history WHERE rid BETWEEN ? AND ? AND fid > 0 "
        "AND command IS NOT ? ORDER BY rid, fid, id");
    rows.bind(1, first);
    rows.bind(2, last);
    rows.bind(3, command);
    Changes changes;
    while (rows.executeStep()) {
        auto& fields = changes[rows.getColumn(0).getInt64()];
        const int fid = rows.getColumn(1).getInt();
        if (fields.empty() || fields.back().fid != fid)
            fields.push_back({fid, rows.getColumn(2).getString(), {}});
    }
    rows.reset();
    return changes;
}

/// Takes back what one command wrote, record by record, in a batch of its caller.
class Inverter {
public:
    Inverter(RecordStore& store, Batch& batch)
        : store_(store)
        , batch_(batch)
        , rights_(store)
        , lookup_(store)
    {
    }

    Findings findings;

    /// Removes a record the command made, unless somebody else has worked on it since.
    void unmake(std::int64_t rid, const Changes& since)
    {
        const auto meta = store_.rows().meta(rid);
        if (!meta)
            return;
        if (const auto changed = since.find(rid); changed != since.end()) {
            const auto record = store_.rows().read(*meta);
            for (const auto& change : changed->second)
                if (const auto* field = meta->def->find(change.fid);
                    field && to_text(record[field->name]) != change.before) {
                    keep(*meta, field->name);
                    return;
                }
        }
        if (may_delete(*meta))
            batch_.remove(meta->id);
    }

    void put_back(std::int64_t rid, const std::vector<Change>& changes)
    {
        const auto meta = store_.rows().meta(rid);
        if (!meta)
            return;
        const auto record = store_.rows().read(*meta);
        std::vector<FieldEdit> edits;
        bool is_deletion_taken_back = false;
        for (const auto& change : changes) {
            if (change.fid == deleted_fid)
                is_deletion_taken_back = turns_back(*meta, change);
            else if (auto edit = edit_back(*meta, record, change))
                edits.push_back(std::move(*edit));
        }
        if (is_deletion_taken_back && meta->deleted)
            batch_.restore(meta->id);
        else if (meta->deleted && !edits.empty())
            return keep_deleted(*meta);
        batch_.set(meta->id, edits);
        if (is_deletion_taken_back && !meta->deleted)
            batch_.remove(meta->id);
        else
            tell_what_is_wrong(meta->id);
    }

private:
    bool turns_back(const Meta& meta, const Change& change)
    {
        if (change.before == change.after)
            return false;
        if ((change.after == "1") != meta.deleted) {
            keep(meta, {});
            return false;
        }
        return may_delete(meta);
    }

    /// Who may enter a thing first may also take that back.
    bool may_delete(const Meta& meta)
    {
        return meta.def->anyone_creates || may(meta, *meta.def->find(meta.def->title));
    }

    std::optional<FieldEdit> edit_back(const Meta& meta, const Record& record, const Change& change)
    {
        const auto* field = meta.def->find(change.fid);
        if (!field || change.before == change.after)
            return std::nullopt;
        if (to_text(record[field->name]) != change.after) {
            keep(meta, field->name);
            return std::nullopt;
        }
        if (!may(meta, *field))
            return std::nullopt;
        return FieldEdit{
            field, parse_value(field->type, change.before, field->scale).value_or(Value{})};
    }

    void keep(const Meta& meta, std::string_view field)
    {
        findings.push_back({.rule = "changed_since",
            .level = Level::warn,
            .field = field,
            .message = {msgid("\"{1}\" was changed again since then and is kept as it is"),
                {store_.title_of(meta.id)}}});
    }

    /// A record in the recycle bin is changed by nobody: the county would take the step for a
    /// conflict with the deletion.
    void keep_deleted(const Meta& meta)
    {
        findings.push_back({.rule = "deleted_since",
            .level = Level::warn,
            .message = {msgid("\"{1}\" is in the recycle bin and stays as it is: restore it before "
                              "taking its change back"),
                {store_.title_of(meta.id)}}});
    }

    bool may(const Meta& meta, const FieldDef& field)
    {
        const auto where = rights_.around(meta);
        if (rights_.may(field, where))
            return true;
        findings.push_back({.rule = "rights",
            .level = Level::warn,
            .field = field.name,
            .message = rights_.why_not(field, where)});
        return false;
    }

    /// What was right then may be wrong by now; it is told, because a step back must stay possible.
    void tell_what_is_wrong(const Uuid& id)
    {
        const auto record = store_.find_any(id);
        if (!record || record->first.deleted)
            return;
        for (auto& finding : check(record->second, lookup_, store_.today()))
            if (finding.level == Level::refuse) {
                finding.level = Level::warn;
                findings.push_back(std::move(finding));
            }
    }

    RecordStore& store_;
    Batch& batch_;
    Rights rights_;
    StoreLookup lookup_;
};

} // namespace

Message Editor::label_of(const std::string& text, const std::string& arguments)
{
    Message label{.id = labels_.insert(text).first->c_str()};
    boost::system::error_code error;
    const auto list = boost::json::parse(arguments, error);
    if (const auto* words = list.if_array())
        for (const auto& word : *words)
            if (const auto* held = word.if_string())
                label.args.emplace_back(*held);
    return label;
}

std::optional<StepName> Editor::newest(const char* sql)
{
    return guarded(store_.db(), [&]() -> std::optional<StepName> {
        auto& row = store_.rows().statements().get(sql);
        bind(row, 1, account_.id);
        std::optional<StepName> name;
        if (row.executeStep())
            name = StepName{label_of(row.getColumn(1).getString(), row.getColumn(2).getString()),
                row.getColumn(0).getInt64()};
        row.reset();
        if (name)
            name->fields = fields_of(name->label, name->command);
        return name;
    });
}

std::optional<StepName> Editor::undoable()
{
    return newest("SELECT id, label, args FROM command WHERE kind = 'do' AND undone IS NULL "
                  "AND account = (SELECT no FROM account WHERE id = ?) ORDER BY id DESC LIMIT 1");
}

std::optional<StepName> Editor::redoable()
{
    return newest(
        "SELECT id, label, args FROM command AS step WHERE kind = 'do' AND undone > id "
        "AND account = (SELECT no FROM account WHERE id = ?) AND NOT EXISTS (SELECT 1 FROM command "
        "AS later WHERE later.id > step.undone AND later.kind = 'do' "
        "AND later.account = step.account) ORDER BY undone DESC LIMIT 1");
}

std::optional<Editor::Command> Editor::command(std::int64_t number)
{
    auto& row = store_.rows().statements().get("SELECT label, args, kind, undone, first_rid, "
                                               "last_rid FROM command WHERE id = ?");
    row.bind(1, number);
    std::optional<Command> command;
    if (row.executeStep())
        command =
            Command{number, label_of(row.getColumn(0).getString(), row.getColumn(1).getString()),
                row.getColumn(2).getString(), row.getColumn(3).getInt64(),
                row.getColumn(4).getInt64(), row.getColumn(5).getInt64()};
    row.reset();
    return command;
}

void Editor::mark(std::int64_t step, std::optional<std::int64_t> undone)
{
    auto& row = store_.rows().statements().get("UPDATE command SET undone = ? WHERE id = ?");
    if (undone)
        row.bind(1, *undone);
    row.bind(2, step);
    row.exec();
}

Outcome Editor::invert(const Command& step, const Command& last, const char* kind)
{
    Batch batch(
        store_, {.label = step.label, .account = account_, .kind = kind, .target = step.number});
    Inverter inverter(store_, batch);
    const auto made = made_by(store_, last.number, last.first_rid, last.last_rid);
    auto changes = changes_of(store_, last.number);
    if (!made.empty()) {
        const auto since = written_by_others(store_, last.number, last.first_rid, last.last_rid);
        for (const auto rid : made) {
            inverter.unmake(rid, since);
            changes.erase(rid);
        }
    }
    for (const auto& [rid, fields] : changes)
        inverter.put_back(rid, fields);

    Outcome outcome{.done = true,
        .changed = !batch.touched().empty(),
        .findings = std::move(inverter.findings)};
    if (outcome.changed)
        outcome.id = batch.touched().front();
    outcome.command = batch.commit();
    return outcome;
}

Outcome Editor::undo_step(std::int64_t number)
{
    return guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        const auto step = command(number);
        if (!step || step->kind != "do")
            throw UsageError(
                {msgid("There is no step {1} to take back"), {std::to_string(number)}});
        if (step->undone)
            throw UsageError({msgid("Step {1} is taken back already"), {std::to_string(number)}});
        auto& redone = store_.rows().statements().get(
            "SELECT max(id) FROM command WHERE id > ?1 AND kind = 'redo' AND target = ?1");
        redone.bind(1, number);
        redone.executeStep();
        const auto again = redone.getColumn(0).getInt64();
        redone.reset();

        auto outcome = invert(*step, again ? command(again).value() : *step, "undo");
        if (outcome.changed && std::string_view(step->label.id) == label_of_settling)
            outcome.findings.push_back({.rule = "settled",
                .level = Level::warn,
                .message = {msgid("\"{1}\" has its former value again; the conflict stays decided "
                                  "and is not asked again"),
                    step->label.args}});
        // Where nothing could be taken back there is no command to name, and nothing to redo.
        mark(number, outcome.command ? outcome.command : number);
        transaction.commit();
        return outcome;
    });
}

std::optional<Outcome> Editor::undo()
{
    Transaction transaction(store_.db());
    const auto name = undoable();
    auto outcome = name ? std::optional(undo_step(name->command)) : std::nullopt;
    transaction.commit();
    return outcome;
}

std::optional<Outcome> Editor::redo()
{
    return guarded(store_.db(), [&]() -> std::optional<Outcome> {
        Transaction transaction(store_.db());
        const auto name = redoable();
        std::optional<Outcome> outcome;
        if (name) {
            const auto step = command(name->command).value();
            outcome = invert(step, command(step.undone).value(), "redo");
            mark(step.number, std::nullopt);
        }
        transaction.commit();
        return outcome;
    });
}

} // namespace model
