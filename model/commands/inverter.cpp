#include "model/commands/inverter.h"

#include "model/base/text.h"
#include "model/commands/grants.h"

#include <algorithm>
#include <array>
#include <span>

namespace model {

namespace {

/// Rows of rid, fid, old and new in the order of records, fields and time, several writes of one
/// field taken together.
Changes taken_together(SQLite::Statement& rows)
{
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

/// What the command wrote.
Changes changes_of(RecordStore& store, std::int64_t command)
{
    auto& rows = store.rows().statements().get(
        "SELECT rid, fid, old, new FROM history WHERE command = ? ORDER BY rid, fid, id");
    rows.bind(1, command);
    return taken_together(rows);
}

/// The records that the command made and that still have the number they had: a number whose record
/// left this file may have been given anew.
std::vector<std::int64_t> made_by(RecordStore& store, const Written& written)
{
    std::vector<std::int64_t> made;
    if (written.first_rid == 0)
        return made;
    auto& rows = store.rows().statements().get(
        "SELECT rid FROM rec LEFT JOIN stamp ON ver = born JOIN command ON command.id = ? "
        "WHERE rid BETWEEN ? AND ? AND deleted = 0 "
        "AND ifnull(stamp.at = command.at AND stamp.account = command.account, 1) ORDER BY rid");
    rows.bind(1, written.command);
    rows.bind(2, written.first_rid);
    rows.bind(3, written.last_rid);
    while (rows.executeStep())
        made.push_back(rows.getColumn(0).getInt64());
    rows.reset();
    return made;
}

/// What others wrote since into records of that range: each field as the first of them found it.
Changes written_by_others(RecordStore& store, const Written& written)
{
    auto& rows = store.rows().statements().get(
        "SELECT rid, fid, old, new FROM history WHERE rid BETWEEN ? AND ? AND fid > 0 "
        "AND command IS NOT ? ORDER BY rid, fid, id");
    rows.bind(1, written.first_rid);
    rows.bind(2, written.last_rid);
    rows.bind(3, written.command);
    return taken_together(rows);
}

/// What the step brought out of the recycle bin and no later command of it put back there.
void add_brought_back(Changes& changes, const Changes& first)
{
    const auto is_deletion = [](const Change& change) { return change.fid == deleted_fid; };
    for (const auto& [rid, fields] : first) {
        const auto back = std::ranges::find_if(fields, is_deletion);
        if (back == fields.end() || back->after == "1")
            continue;
        auto& known = changes[rid];
        if (std::ranges::none_of(known, is_deletion))
            known.insert(known.begin(), *back);
    }
}

} // namespace

Inverter::Inverter(RecordStore& store, Batch& batch, Permission permission, bool keeps_used)
    : store_(store)
    , batch_(batch)
    , rights_(store, std::move(permission))
    , lookup_(store)
    , keeps_used_(keeps_used)
{
}

void Inverter::invert(const Written& last, const Written& first)
{
    const auto made = made_by(store_, first);
    auto changes = changes_of(store_, last.command);
    if (first.command != last.command)
        add_brought_back(changes, changes_of(store_, first.command));
    if (!made.empty()) {
        const auto since = written_by_others(store_, first);
        for (const auto rid : made) {
            unmake(rid, since);
            changes.erase(rid);
        }
    }
    for (const auto& [rid, fields] : changes)
        put_back(rid, fields);
    if (keeps_used_)
        keep_used();
    for (const auto& id : leaving_)
        batch_.remove(id);
    for (const auto& id : changed_)
        if (!leaving_.contains(id))
            tell_what_is_wrong(id);
    tell_of_kept();
    tell_of_changed();
}

/// Removes a record the command made, unless somebody else has worked on it since.
void Inverter::unmake(std::int64_t rid, const Changes& since)
{
    const auto meta = store_.rows().meta(rid);
    if (!meta || is_account(*meta))
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
        leaving_.insert(meta->id);
}

void Inverter::put_back(std::int64_t rid, const std::vector<Change>& changes)
{
    const auto meta = store_.rows().meta(rid);
    if (!meta || is_account(*meta))
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
        leaving_.insert(meta->id);
    changed_.push_back(meta->id);
}

/// An account's passphrase, and what it entered by its duties, are not taken back with them.
bool Inverter::is_account(const Meta& meta)
{
    if (!meta.def->administrative)
        return false;
    findings.push_back({.rule = "rights",
        .level = Level::warn,
        .message = why_no_undo_of_account(store_.title_of(meta.id))});
    return true;
}

bool Inverter::turns_back(const Meta& meta, const Change& change)
{
    if (change.before == change.after)
        return false;
    if ((change.after == "1") != meta.deleted) {
        keep(meta, {});
        return false;
    }
    return may_delete(meta);
}

/// Who may enter a thing first may also take that back, while his duties let him.
bool Inverter::may_delete(const Meta& meta)
{
    const auto& title = *meta.def->find(meta.def->title);
    if (!meta.def->anyone_creates)
        return may(meta, title);
    auto denied =
        rights_.check_account(*meta.def, std::array{FieldEdit{&title, {}}}, rights_.around(meta));
    for (auto& finding : denied) {
        finding.level = Level::warn;
        findings.push_back(std::move(finding));
    }
    return denied.empty();
}

std::optional<FieldEdit> Inverter::edit_back(
    const Meta& meta, const Record& record, const Change& change)
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

void Inverter::keep(const Meta& meta, std::string_view field)
{
    changed_since_.push_back({meta.id, field});
}

/// One sentence for each, or one for all where they are many.
void Inverter::tell_of_changed()
{
    constexpr std::size_t many = 5;
    if (changed_since_.size() <= many) {
        for (const auto& [id, field] : changed_since_)
            findings.push_back({.rule = "changed_since",
                .level = Level::warn,
                .field = field,
                .message = {msgid("\"{1}\" was changed again since then and is kept as it is"),
                    {store_.title_of(id)}}});
        return;
    }
    std::vector<Uuid> ids;
    for (const auto& [id, field] : changed_since_)
        if (ids.empty() || ids.back() != id)
            ids.push_back(id);
    findings.push_back({.rule = "changed_since",
        .level = Level::warn,
        .message = {
            msgid("Kept as they are, because they were changed again since then ({1}): {2}"),
            {std::to_string(ids.size()), titles_of(ids)}}});
}

std::string Inverter::titles_of(std::span<const Uuid> ids)
{
    constexpr std::size_t most_named = 20;
    std::vector<std::string> titles;
    for (const auto& id : ids.first(std::min(most_named, ids.size())))
        titles.push_back(store_.title_of(id));
    if (ids.size() > most_named)
        titles.emplace_back("…");
    return join(titles, "、");
}

/// A record in the recycle bin is changed by nobody: the county would take the step for a
/// conflict with the deletion.
void Inverter::keep_deleted(const Meta& meta)
{
    findings.push_back({.rule = "deleted_since",
        .level = Level::warn,
        .message = {msgid("\"{1}\" is in the recycle bin and stays as it is: restore it before "
                          "taking its change back"),
            {store_.title_of(meta.id)}}});
}

bool Inverter::may(const Meta& meta, const FieldDef& field)
{
    const auto where = rights_.around(meta);
    if (rights_.may(*meta.def, field, where))
        return true;
    // What followed a record that the step merged follows it back; nobody hears of it who may not
    // see it.
    if (meta.scope == restricted_scope && field.type == Type::reference
        && !rights_.permission().may(Action::see, *meta.def, where))
        return true;
    findings.push_back({.rule = "rights",
        .level = Level::warn,
        .field = field.name,
        .message = rights_.why_not(*meta.def, field, where)});
    return false;
}

/// Whether a record that stays refers to it.
bool Inverter::is_used(const Meta& meta)
{
    for (const auto* def : store_.catalog().all())
        for (const auto& field : def->fields) {
            if (field.type != Type::reference || field.refers_to != meta.def->name)
                continue;
            const auto users = store_.ids(
                {.def = def, .where = "t." + quoted(field.name) + " = ?", .arguments = {meta.id}});
            if (std::ranges::any_of(
                    users, [&](const Uuid& user) { return !leaving_.contains(user); }))
                return true;
        }
    return false;
}

/// What stays keeps what it refers to itself, so this goes on until nothing more is kept.
void Inverter::keep_used()
{
    for (bool again = true; again;) {
        again = false;
        for (auto each = leaving_.begin(); each != leaving_.end();) {
            const auto meta = store_.rows().meta(*each);
            if (!meta || !is_used(*meta)) {
                ++each;
                continue;
            }
            kept.push_back(*each);
            each = leaving_.erase(each);
            again = true;
        }
    }
}

void Inverter::tell_of_kept()
{
    if (!kept.empty())
        findings.push_back({.rule = "still_used",
            .level = Level::warn,
            .message = {msgid("Kept, because records that stay use them ({1}): {2}"),
                {std::to_string(kept.size()), titles_of(kept)}}});
}

/// What was right then may be wrong by now; it is told, because a step back must stay possible.
void Inverter::tell_what_is_wrong(const Uuid& id)
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

} // namespace model
