#include "model/store/audit.h"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cstring>

namespace model {

namespace {

constexpr const char* head_setting = "audit_head";
constexpr const char* first_setting = "audit_first";
constexpr const char* before_setting = "audit_before";
constexpr const char* months_setting = "audit_months";
constexpr const char* told_setting = "audit_told"; ///< how many entries the county has heard of
constexpr const char* steps_setting = "audit_steps_from";

void bind(SQLite::Statement& statement, int index, const Hash256& hash)
{
    statement.bind(index, hash.bytes.data(), static_cast<int>(hash.bytes.size()));
}

std::optional<std::string> column_text(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional(column.getString());
}

} // namespace

std::string arguments_of(const Message& message)
{
    boost::json::array list;
    for (const auto& arg : message.args)
        list.emplace_back(arg);
    return boost::json::serialize(list);
}

Hash256 column_hash(const SQLite::Column& column)
{
    Hash256 hash;
    if (column.getBytes() == static_cast<int>(hash.bytes.size()))
        std::memcpy(hash.bytes.data(), column.getBlob(), hash.bytes.size());
    return hash;
}

AuditSteps::Change read_change(SQLite::Statement& row)
{
    return {.id = row.getColumn(0).getInt64(),
        .rid = row.getColumn(1).getInt64(),
        .fid = row.getColumn(2).getInt(),
        .before = column_text(row.getColumn(3)),
        .after = column_text(row.getColumn(4)),
        .at = row.getColumn(5).getInt64(),
        .account = row.getColumn(6).getInt64(),
        .document = column_text(row.getColumn(7))};
}

Hash256 AuditRow::chained_to(const Hash256& before) const
{
    HashParts parts;
    parts.add(before).add(id).add(at).add(account);
    for (const auto& which : {account_id, record})
        parts.add(std::string_view(reinterpret_cast<const char*>(which.bytes.data()), 16));
    parts.add(device).add(std::string_view(what)).add(std::int64_t{kind}).add(command);
    parts.add(std::string_view(detail)).add(std::string_view(args));
    parts.add(steps ? steps->view() : std::string_view());
    return parts.hash();
}

Hash256 AuditSteps::Change::hash() const
{
    return HashParts()
        .add(id)
        .add(rid)
        .add(std::int64_t{fid})
        .add(before)
        .add(after)
        .add(at)
        .add(account)
        .add(document)
        .hash();
}

Hash256 AuditSteps::hash(const Hash256& words) const
{
    return Hash256::of(std::string(words.view()) + hashes_);
}

Hash256 hash_of_command(Rows& rows, std::int64_t command)
{
    auto& row = rows.statements().get(
        "SELECT label, args, account, at, kind, ifnull(target, 0), ifnull(first_rid, 0), "
        "ifnull(last_rid, 0) FROM command WHERE id = ?");
    row.bind(1, command);
    HashParts parts;
    if (row.executeStep()) {
        for (const int text : {0, 1, 4})
            parts.add(std::string_view(row.getColumn(text).getString()));
        for (const int number : {2, 3, 5, 6, 7})
            parts.add(row.getColumn(number).getInt64());
    }
    row.reset();
    return parts.hash();
}

AuditRow read_audit(SQLite::Statement& row)
{
    AuditRow read{.id = row.getColumn(0).getInt64(),
        .at = row.getColumn(1).getInt64(),
        .account = row.getColumn(2).getInt64(),
        .account_id = column_id(row.getColumn(3)),
        .device = row.getColumn(4).getInt64(),
        .what = row.getColumn(5).getString(),
        .kind = row.getColumn(6).getInt(),
        .record = column_id(row.getColumn(7)),
        .command = row.getColumn(8).getInt64(),
        .detail = row.getColumn(9).getString(),
        .args = row.getColumn(10).getString(),
        .steps = {},
        .chain = column_hash(row.getColumn(12))};
    if (!row.getColumn(11).isNull())
        read.steps = column_hash(row.getColumn(11));
    return read;
}

void Audit::write(AuditRow& row)
{
    const auto before = head();
    auto& newest = rows_.statements().get("SELECT ifnull(max(id), 0) FROM audit");
    newest.executeStep();
    // An entry that somebody put behind the last must not stop what is noted from now on.
    row.id = std::max(before.count, newest.getColumn(0).getInt64()) + 1;
    newest.reset();
    row.chain = row.chained_to(before.chain);
    auto& put = rows_.statements().get(
        "INSERT INTO audit (id, at, account, device, what, kind, record, command, detail, args, "
        "steps, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    put.bind(1, row.id);
    put.bind(2, row.at);
    put.bind(3, row.account);
    put.bind(4, row.device);
    put.bind(5, row.what);
    put.bind(6, row.kind);
    if (!row.record.is_nil())
        bind(put, 7, row.record);
    put.bind(8, row.command);
    put.bind(9, row.detail);
    put.bind(10, row.args);
    if (row.steps)
        bind(put, 11, *row.steps);
    bind(put, 12, row.chain);
    put.exec();
    rows_.set_setting(head_setting, std::to_string(row.id) + ' ' + row.chain.hex());
}

void Audit::note(const AuditEvent& event)
{
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        note_new_name(event.who);
        const auto account = event.who.id.is_nil() ? 0 : store_.account_number(event.who);
        AuditRow row{.at = event.at.value_or(store_.clock().now()),
            .account = account,
            .account_id = event.who.id,
            .device = event.device.value_or(static_cast<std::uint32_t>(rows_.number("device"))),
            .what = event.what,
            .kind = event.kind,
            .record = event.record,
            .detail = event.detail.id,
            .args = arguments_of(event.detail)};
        write(row);
        transaction.commit();
    });
}

void Audit::note_new_name(const Account& who)
{
    if (who.id.is_nil() || who.name.empty())
        return;
    auto& known = rows_.statements().get("SELECT no, name FROM account WHERE id = ? AND name <> ?");
    bind(known, 1, who.id);
    known.bind(2, who.name);
    if (!known.executeStep() || known.getColumn(1).getString().empty()) {
        known.reset();
        return;
    }
    AuditRow row{.at = store_.clock().now(),
        .account = known.getColumn(0).getInt64(),
        .account_id = who.id,
        .device = rows_.number("device"),
        .what = audited::account_renamed,
        .detail = msgid("The account {1} is called {2} from now on"),
        .args = arguments_of({"", {known.getColumn(1).getString(), who.name}})};
    known.reset();
    write(row);
}

void Audit::note_step(
    const AuditEvent& event, std::int64_t account, std::int64_t command, const AuditSteps& steps)
{
    AuditRow row{.at = event.at.value_or(store_.clock().now()),
        .account = account,
        .account_id = event.who.id,
        .device = event.device.value_or(0),
        .what = event.what,
        .kind = event.kind,
        .record = event.record,
        .command = command,
        .detail = event.detail.id,
        .args = arguments_of(event.detail),
        .steps = steps.hash(hash_of_command(rows_, command))};
    write(row);
}

void keep_left(Rows& rows, std::int64_t rid, std::optional<int> fid)
{
    auto& history = rows.statements().get(
        "SELECT id, rid, fid, old, new, at, account, document, command FROM "
        "history WHERE rid = ?1 AND command IS NOT NULL AND fid = ifnull(?2, fid)");
    history.bind(1, rid);
    if (fid)
        history.bind(2, *fid);
    while (history.executeStep()) {
        auto& put = rows.statements().get(
            "INSERT OR REPLACE INTO audit_left (command, history, hash) VALUES (?, ?, ?)");
        put.bind(1, history.getColumn(8).getInt64());
        put.bind(2, history.getColumn(0).getInt64());
        bind(put, 3, read_change(history).hash());
        put.exec();
    }
    history.reset();
}

void Audit::note_left()
{
    note_left(msgid("{1} changes left this file together with their records, which now belong "
                    "to other places"));
}

void Audit::note_forgotten()
{
    note_left(msgid("The values of {1} changes left this file with the personal information of "
                    "people who left"));
}

void Audit::note_left(const char* told)
{
    auto& left = rows_.statements().get(
        "SELECT command, history, hash FROM audit_left WHERE note = 0 ORDER BY command, history");
    HashParts parts;
    std::int64_t count = 0;
    for (; left.executeStep(); ++count)
        parts.add(left.getColumn(0).getInt64())
            .add(left.getColumn(1).getInt64())
            .add(column_hash(left.getColumn(2)));
    left.reset();
    if (count == 0)
        return;
    AuditRow row{.at = store_.clock().now(),
        .device = rows_.number("device"),
        .what = audited::records_left,
        .detail = told,
        .args = arguments_of({"", {std::to_string(count)}}),
        .steps = parts.hash()};
    write(row);
    auto& noted = rows_.statements().get("UPDATE audit_left SET note = ? WHERE note = 0");
    noted.bind(1, row.id);
    noted.exec();
}

void Audit::take_up()
{
    auto& last = rows_.statements().get("SELECT id, chain FROM audit ORDER BY id DESC LIMIT 1");
    if (last.executeStep())
        rows_.set_setting(head_setting,
            std::to_string(last.getColumn(0).getInt64()) + ' '
                + column_hash(last.getColumn(1)).hex());
    last.reset();
}

AuditHead Audit::head()
{
    const auto text = rows_.setting(head_setting);
    const auto blank = text.find(' ');
    if (blank == std::string::npos)
        return {};
    return {std::strtoll(text.c_str(), nullptr, 10), Hash256::from_hex(text.substr(blank + 1))};
}

AuditHead Audit::front()
{
    return {rows_.number(first_setting, 1), Hash256::from_hex(rows_.setting(before_setting))};
}

int Audit::months()
{
    return std::max(least_months, static_cast<int>(rows_.number(months_setting, usual_months)));
}

void Audit::keep_months(int months, const Account& who)
{
    if (months < least_months)
        throw UsageError({msgid("The audit log is kept for at least {1} months"),
            {std::to_string(least_months)}});
    guarded(store_.db(), [&] {
        if (months == this->months())
            return;
        Transaction transaction(store_.db());
        rows_.set_number(months_setting, months);
        note({.what = audited::settings,
            .who = who,
            .detail = {msgid("The audit log is kept for {1} months"), {std::to_string(months)}}});
        transaction.commit();
    });
}

Instant Audit::believed_now()
{
    const auto now = store_.clock().now();
    const auto county = rows_.number("server_time");
    return county == 0 ? now : std::min(now, county + 31 * a_day);
}

std::int64_t Audit::drop_old(bool is_asked)
{
    return guarded(store_.db(), [&]() -> std::int64_t {
        if (!is_asked && rows_.number("server_time") == 0)
            return 0;
        // A month has at most 31 days: rather a little more than too little is kept.
        const auto until = believed_now() - Instant{months()} * 31 * a_day;
        const auto kept_from = [&] {
            const auto first = front().count;
            auto& young = rows_.statements().get(
                "SELECT id FROM audit WHERE id >= ? AND at >= ? ORDER BY id LIMIT 1");
            young.bind(1, first);
            young.bind(2, until);
            auto next = young.executeStep() ? young.getColumn(0).getInt64() : head().count + 1;
            young.reset();
            if (rows_.number("device") != 0)
                next = std::min(next, rows_.number(told_setting) + 1);
            return std::pair{first, std::max(first, next)};
        };
        if (const auto [first, next] = kept_from(); first == next)
            return 0;
        Transaction transaction(store_.db());
        const auto [first, next] = kept_from();
        auto& last = rows_.statements().get("SELECT chain, (SELECT max(command) FROM audit WHERE "
                                            "id <= ?1) FROM audit WHERE id = ?1");
        last.bind(1, next - 1);
        if (first == next || !last.executeStep()) { // a log that is cut is not cut any more
            last.reset();
            return 0;
        }
        const auto before = column_hash(last.getColumn(0));
        const auto steps = last.getColumn(1).getInt64();
        last.reset();
        rows_.set_number(first_setting, next);
        rows_.set_setting(before_setting, before.hex());
        rows_.set_number(steps_setting, std::max(steps, rows_.number(steps_setting)));
        for (const auto* sql : {"DELETE FROM audit WHERE id < ?",
                 "DELETE FROM audit_left WHERE note BETWEEN 1 AND ? - 1"}) {
            auto& old = rows_.statements().get(sql);
            old.bind(1, next);
            old.exec();
        }
        note({.what = audited::retention,
            .detail = {msgid("{1} entries older than {2} months were dropped; the log begins with "
                             "entry {3}, after {4}"),
                {std::to_string(next - first), std::to_string(months()), std::to_string(next),
                    before.hex()}}});
        transaction.commit();
        return next - first;
    });
}

} // namespace model
