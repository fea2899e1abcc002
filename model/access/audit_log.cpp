#include "model/access/audit_log.h"

#include "model/access/masking.h"
#include "model/base/text.h"
#include "model/entities/attachment.h"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace model {

namespace {

constexpr std::array kinds{
    AuditKind{audited::sign_in, msgid("Sign-in")},
    AuditKind{audited::sign_in_refused, msgid("Sign-in refused")},
    AuditKind{audited::locked, msgid("Screen locked")},
    AuditKind{audited::unlocked, msgid("Screen unlocked")},
    AuditKind{audited::unlock_refused, msgid("Unlocking refused")},
    AuditKind{audited::add, msgid("Added")},
    AuditKind{audited::edit, msgid("Changed")},
    AuditKind{audited::remove, msgid("Deleted")},
    AuditKind{audited::restore, msgid("Restored")},
    AuditKind{audited::undo, msgid("Undone")},
    AuditKind{audited::redo, msgid("Redone")},
    AuditKind{audited::settle, msgid("Conflict settled")},
    AuditKind{audited::import_rows, msgid("Imported")},
    AuditKind{audited::refused, msgid("Step refused")},
    AuditKind{audited::reveal, msgid("Personal values shown")},
    AuditKind{audited::copy, msgid("Copied")},
    AuditKind{audited::print, msgid("Printed")},
    AuditKind{audited::export_rows, msgid("Exported")},
    AuditKind{audited::sync, msgid("Synced")},
    AuditKind{audited::enrol, msgid("Joined a county")},
    AuditKind{audited::passphrase, msgid("Passphrase changed")},
    AuditKind{audited::account_added, msgid("Account added")},
    AuditKind{audited::account_removed, msgid("Account removed")},
    AuditKind{audited::recover, msgid("Recovery key used")},
    AuditKind{audited::settings, msgid("Setting changed")},
    AuditKind{audited::retention, msgid("Old entries dropped")},
    AuditKind{audited::records_left, msgid("Records left")},
    AuditKind{audited::log_broken, msgid("Log tampered with")},
    AuditKind{audited::device_code, msgid("Joining code given out")},
    AuditKind{audited::device_joined, msgid("Device joined")},
    AuditKind{audited::device_revoked, msgid("Device revoked")},
    AuditKind{audited::device_lost, msgid("Device reported lost")},
    AuditKind{audited::device_found, msgid("Report of loss withdrawn")},
    AuditKind{audited::device_purged, msgid("Device purged")},
    AuditKind{audited::escrow_made, msgid("Escrow key made")},
    AuditKind{audited::escrow_deposited, msgid("Key deposited in escrow")},
    AuditKind{audited::escrow_opened, msgid("Key taken out of escrow")},
    AuditKind{audited::pushed, msgid("Edits received")},
    AuditKind{audited::request_refused, msgid("Request refused")},
    AuditKind{audited::minimise, msgid("Personal information cleaned up")},
    AuditKind{audited::backup, msgid("Backup")},
    AuditKind{audited::copy_looked_at, msgid("Copy looked into")},
    AuditKind{audited::file_restored, msgid("File restored")},
    AuditKind{audited::rescued, msgid("Rescued from damage")},
    AuditKind{audited::account_renamed, msgid("Account renamed")},
    AuditKind{audited::device_log, msgid("Log of a device tampered with")},
};

/// The first instant of that day in China.
Instant begin_of(Date day)
{
    constexpr Instant ahead = 8LL * 3'600'000;
    return std::chrono::sys_days(day).time_since_epoch().count() * a_day - ahead;
}

std::vector<std::string> read_args(const std::string& text)
{
    std::vector<std::string> args;
    boost::system::error_code error;
    const auto list = boost::json::parse(text, error);
    if (!error && list.is_array())
        for (const auto& arg : list.get_array())
            args.emplace_back(arg.is_string() ? arg.get_string().c_str() : "");
    return args;
}

std::string words_of(
    RecordStore& store, const FieldDef& field, const Value& value, const Translate& translate)
{
    if (is_empty(value))
        return translate(msgid("(empty)"));
    if (field.personal)
        return masked(field, value);
    if (const auto* id = std::get_if<Uuid>(&value))
        return store.title_of(*id);
    if (const auto* flag = std::get_if<bool>(&value))
        return translate(*flag ? msgid("yes") : msgid("no"));
    std::vector<std::string> words;
    if (field.choices.empty())
        return to_text(value);
    for (const auto& code : split(to_text(value), ',')) {
        const auto choice = std::ranges::find(field.choices, code, &Choice::code);
        words.push_back(choice == field.choices.end() ? code : translate(choice->label));
    }
    return join(words, "、");
}

/// How many records a step made.
std::int64_t added_by(RecordStore& store, const AuditEntry& entry)
{
    return guarded(store.db(), [&] {
        auto& row = store.rows().statements().get(
            "SELECT ifnull(last_rid - first_rid + 1, 0) FROM command WHERE id = ?");
        row.bind(1, entry.command);
        const auto added = row.executeStep() ? row.getColumn(0).getInt64() : 0;
        row.reset();
        return added;
    });
}

const char* withheld()
{
    // TRANSLATORS: instead of a name or a value in the audit log
    return msgid("(for its handlers alone)");
}

/// Files are as restricted as the record they are kept with. Where it is not known any more, or
/// there are several, nothing is told.
bool is_withheld(RecordStore& store, const EntityDef* def, const Uuid& record)
{
    if (!def || !belongs_to_any(*def))
        return def && def->reach == Reach::restricted;
    const auto meta = store.rows().any_meta(record);
    return !meta || meta->scope == restricted_scope;
}

/// The log holds its name, which says little to who works with it.
std::string words_of_program(const std::string& name, const Translate& translate)
{
    if (name == "hallkeeper")
        return translate(msgid("the desktop program"));
    return name == "hallctl" ? translate(msgid("the command line")) : name;
}

} // namespace

std::vector<AuditEntry> audit_entries(RecordStore& store, const AuditQuery& query)
{
    return guarded(store.db(), [&] {
        std::string sql =
            "SELECT audit.id, audit.at, ifnull(account.name, ''), audit.device, what, "
            "audit.kind, record, command, iif(detail = '', ifnull(command.label, ''), detail), "
            "iif(detail = '', ifnull(command.args, '[]'), audit.args) FROM audit "
            "LEFT JOIN account ON account.no = audit.account "
            "LEFT JOIN command ON command.id = audit.command WHERE 1";
        std::vector<Value> arguments;
        const auto only = [&](const char* condition, Value value) {
            sql += condition;
            arguments.push_back(std::move(value));
        };
        if (query.from)
            only(" AND audit.at >= ?", begin_of(*query.from));
        if (query.to)
            only(" AND audit.at < ?", begin_of(*query.to) + a_day);
        if (!query.user.empty())
            only(" AND account.name = ?", query.user);
        if (!query.what.empty())
            only(" AND what = ?", query.what);
        sql += " ORDER BY audit.id DESC LIMIT ?";
        arguments.emplace_back(query.limit);

        SQLite::Statement row(store.db().handle(), sql);
        for (int i = 1; const auto& argument : arguments)
            bind(row, i++, argument);
        const std::int64_t own = store.self().device;
        std::vector<AuditEntry> entries;
        while (row.executeStep()) {
            const auto device = row.getColumn(3).getInt64();
            entries.push_back({.id = row.getColumn(0).getInt64(),
                .at = row.getColumn(1).getInt64(),
                .user = row.getColumn(2).getString(),
                .device = device == 0 || device == own
                    ? std::string()
                    : store.device_name(static_cast<std::uint32_t>(device)),
                .what = row.getColumn(4).getString(),
                .def = store.catalog().find(row.getColumn(5).getInt()),
                .record = column_id(row.getColumn(6)),
                .command = row.getColumn(7).getInt64(),
                .detail = row.getColumn(8).getString(),
                .args = read_args(row.getColumn(9).getString())});
        }
        for (auto& entry : entries)
            entry.is_withheld = is_withheld(store, entry.def, entry.record);
        return entries;
    });
}

std::vector<std::string> audit_users(RecordStore& store)
{
    return guarded(store.db(), [&] {
        SQLite::Statement row(store.db().handle(),
            "SELECT name FROM account WHERE no IN (SELECT account FROM audit)");
        std::set<std::string> names;
        while (row.executeStep())
            names.insert(row.getColumn(0).getString());
        return std::vector<std::string>(names.begin(), names.end());
    });
}

std::span<const AuditKind> audit_kinds()
{
    return kinds;
}

const char* label_of_audited(const std::string& what)
{
    const auto* found = std::ranges::find(
        kinds, what, [](const AuditKind& kind) { return std::string_view(kind.code); });
    return found == kinds.end() ? what.c_str() : found->label;
}

std::string sentence_of(const AuditEntry& entry, const Translate& translate)
{
    if (entry.detail.empty())
        return {};
    auto args = entry.args;
    if (entry.is_withheld && entry.command != 0) // what a step is called names the record
        std::ranges::fill(args, translate(withheld()));
    const bool names_program =
        entry.what == audited::sign_in || entry.what == audited::sign_in_refused;
    if (names_program && !args.empty())
        args.front() = words_of_program(args.front(), translate);
    return render({entry.detail.c_str(), std::move(args)}, translate);
}

std::vector<AuditChange> changes_of(RecordStore& store, const AuditEntry& entry, std::int64_t limit)
{
    std::vector<AuditChange> changes;
    if (entry.command == 0)
        return changes;
    return guarded(store.db(), [&] {
        auto& row = store.rows().statements().get(
            "SELECT rid, fid, old, new FROM history WHERE command = ? ORDER BY id LIMIT ?");
        row.bind(1, entry.command);
        row.bind(2, limit);
        std::vector<std::pair<std::int64_t, std::size_t>> of;
        while (row.executeStep()) {
            const auto meta = store.rows().meta(row.getColumn(0).getInt64());
            if (!meta)
                continue;
            const auto fid = row.getColumn(1).getInt();
            const auto* field = meta->def->find(fid);
            if (!field && fid != deleted_fid)
                continue;
            AuditChange change{.title = meta->id.text(),
                .field = field,
                .is_withheld = is_withheld(store, meta->def, meta->id)};
            if (field && change.is_withheld) {
                changes.push_back(std::move(change));
                continue;
            }
            if (field) {
                change.before = column_text_value(row.getColumn(2), *field);
                change.after = column_text_value(row.getColumn(3), *field);
            } else {
                change.before = row.getColumn(2).getString() == "1";
                change.after = row.getColumn(3).getString() == "1";
            }
            changes.push_back(std::move(change));
        }
        row.reset();
        for (auto& change : changes)
            change.title = change.is_withheld ? std::string()
                                              : store.title_of(Uuid::parse(change.title).value());
        return changes;
    });
}

std::string words_of_changes(
    RecordStore& store, const AuditEntry& entry, const Translate& translate)
{
    constexpr std::int64_t most_told = 8;
    auto changes = changes_of(store, entry, most_told + 1);
    const bool are_more = std::ssize(changes) > most_told;
    if (are_more)
        changes.pop_back();
    const bool are_several = std::ranges::any_of(
        changes, [&](const auto& change) { return change.title != changes.front().title; });
    std::vector<std::string> words;
    if (const auto added = added_by(store, entry); added > 1)
        words.push_back(render({msgid("{1} records added"), {std::to_string(added)}}, translate));
    for (const auto& change : changes) {
        auto text = are_several ? change.title + ' ' : std::string();
        if (change.field && change.is_withheld)
            text += translate(change.field->label) + ' ' + translate(withheld());
        else if (change.field)
            text += translate(change.field->label) + ' '
                + words_of(store, *change.field, change.before, translate) + " → "
                + words_of(store, *change.field, change.after, translate);
        else
            text += translate(change.after == Value{true} ? msgid("Into the recycle bin")
                                                          : msgid("Brought back"));
        words.push_back(std::move(text));
    }
    if (are_more)
        words.emplace_back("…");
    return join(words, translate(msgid("; ")));
}

} // namespace model
