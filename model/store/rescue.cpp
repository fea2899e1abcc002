#include "model/store/rescue.h"

#include "model/base/files.h"
#include "model/store/audit_check.h"
#include "model/store/contents.h"
#include "model/store/placement.h"
#include "model/store/salvage.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace model {

namespace {

std::vector<std::int64_t> numbers(Rows& rows, const std::string& sql)
{
    std::vector<std::int64_t> found;
    auto& row = rows.statements().get(sql);
    while (row.executeStep())
        found.push_back(row.getColumn(0).getInt64());
    row.reset();
    return found;
}

void execute(Rows& rows, const std::string& sql, std::int64_t rid)
{
    auto& statement = rows.statements().get(sql);
    if (statement.getBindParameterCount() == 1)
        statement.bind(1, rid);
    statement.exec();
}

/// Makes the rows that were saved fit each other, inside one transaction.
class Mending {
public:
    Mending(RecordStore& store, const Salvaged& saved, Rescued& rescued)
        : store_(store)
        , rows_(store.rows())
        , saved_(saved)
        , rescued_(rescued)
        , ids_(saved.ids.begin(), saved.ids.end())
    {
    }

    void run()
    {
        Transaction transaction(store_.db());
        guess_self();
        keep_numbers();
        find_identities();
        drop_halves();
        drop_ops();
        drop_damaged_contents();
        count_anew();
        meet_county_anew();
        tell();
        transaction.commit();
    }

private:
    void guess_self()
    {
        if (!rows_.setting("region").empty())
            return;
        rescued_.self_lost = true;
        const auto& places = store_.catalog().get("place");
        for (const auto& place : store_.select({.def = &places}))
            if (is_empty(place["parent"]) && !is_empty(place["region"])) {
                const auto region = to_text(place["region"]);
                store_.set_self({.region = region,
                    .office = to_text(place["name"]),
                    .org = Org{Role::agency, {}}});
                break;
            }
        rows_.set_number("hlc", max_of("hlc", "stamp"));
        rows_.set_number("op_seq", max_of("seq", "op"));
        Audit(store_).take_up();
    }

    /// What somebody did whose name is gone must not become the next one's.
    void keep_numbers()
    {
        std::set<std::int64_t> accounts;
        for (const auto* table : {"stamp", "history", "command", "op", "audit"})
            for (const auto number : numbers(rows_,
                     std::string("SELECT DISTINCT account FROM ") + table
                         + " WHERE account > 0 AND account NOT IN (SELECT no FROM account)"))
                accounts.insert(number);
        for (const auto number : accounts) {
            auto& put =
                rows_.statements().get("INSERT INTO account (no, id, name) VALUES (?, ?, '？')");
            put.bind(1, number);
            const auto id = Uuid::make(store_.clock(), store_.random());
            bind(put, 2, id);
            put.exec();
        }
    }

    std::int64_t max_of(const std::string& column, const std::string& table)
    {
        return numbers(rows_, "SELECT ifnull(max(" + column + "), 0) FROM " + table).at(0);
    }

    /// Records whose row in `rec` is gone: their ids stand in its index, too.
    void find_identities()
    {
        for (const auto* def : store_.catalog().every()) {
            const auto table = quoted(def->name);
            for (const auto rid : numbers(
                     rows_, "SELECT rid FROM " + table + " WHERE rid NOT IN (SELECT rid FROM rec)"))
                if (const auto id = ids_.find(rid); id != ids_.end()) {
                    put_identity(*def, rid, id->second);
                } else {
                    rescued_.lost.push_back({.def = def, .id = {}, .title = added_as(rid)});
                    execute(rows_, "DELETE FROM " + table + " WHERE rid = ?", rid);
                }
        }
        // Only now is everything there that may say where they belong.
        Placement placement(rows_, store_.self().scope());
        for (const auto rid : found_) {
            auto meta = rows_.any_meta(rid).value();
            placement.place(meta, rows_.read(meta));
            rows_.write_meta(meta);
        }
    }

    void put_identity(const EntityDef& def, std::int64_t rid, const Uuid& id)
    {
        auto& put = rows_.statements().get("INSERT INTO rec (rid, id, kind, born, deleted) VALUES "
                                           "(?1, ?2, ?3, 0, ifnull((SELECT new = '1' FROM history "
                                           "WHERE rid = ?1 AND fid = 0 ORDER BY id DESC LIMIT 1), "
                                           "0))");
        put.bind(1, rid);
        bind(put, 2, id);
        put.bind(3, def.id);
        put.exec();
        found_.push_back(rid);
    }

    /// What the only step about that record called it.
    std::string added_as(std::int64_t rid)
    {
        auto& row = rows_.statements().get(
            "SELECT json_extract(args, '$[0]') FROM command WHERE first_rid = ?1 AND "
            "last_rid = ?1 AND json_type(args, '$[0]') = 'text' ORDER BY id LIMIT 1");
        row.bind(1, rid);
        const auto title = row.executeStep() ? row.getColumn(0).getString() : std::string();
        row.reset();
        return title;
    }

    /// A record without its fields, or what hangs on none, is of no use to anybody.
    void drop_halves()
    {
        std::vector<std::int64_t> halves;
        for (const auto* def : store_.catalog().every())
            std::ranges::copy(
                numbers(rows_,
                    "SELECT rid FROM rec WHERE kind = " + std::to_string(def->id)
                        + " AND rid NOT IN (SELECT rid FROM " + quoted(def->name) + ")"),
                std::back_inserter(halves));
        for (const auto rid : halves) {
            const auto meta = rows_.any_meta(rid).value();
            rescued_.lost.push_back({meta.def, meta.id, added_as(rid)});
            rows_.purge(meta);
        }
        // Their numbers are given again, and nobody else's history may hang on them then.
        for (const auto rid : numbers(rows_,
                 "SELECT DISTINCT rid FROM history WHERE rid NOT IN (SELECT rid FROM rec)")) {
            keep_left(rows_, rid);
            execute(rows_, "DELETE FROM history WHERE rid = ?", rid);
        }
        for (const auto* table : {"fver", "shadow", "ext_field"})
            execute(rows_,
                "DELETE FROM " + std::string(table) + " WHERE rid NOT IN (SELECT rid FROM rec)", 0);
        Audit(store_).note_left();
    }

    void drop_ops()
    {
        const auto before = count("op");
        execute(rows_, "DELETE FROM op WHERE rid NOT IN (SELECT rid FROM rec)", 0);
        execute(rows_, "DELETE FROM op_field WHERE seq NOT IN (SELECT seq FROM op)", 0);
        rescued_.edits_lost = before != count("op") || !saved_.is_whole("op")
            || !saved_.is_whole("op_field") || !saved_.is_whole("shadow");
    }

    /// In a county they come again with the next syncs; else they are lost, and are told as such.
    void drop_damaged_contents()
    {
        const auto before = count("content WHERE whole = 1");
        execute(
            rows_, "DELETE FROM content_piece WHERE content NOT IN (SELECT id FROM content)", 0);
        Contents(store_).drop_damaged();
        rescued_.contents_lost = before - count("content WHERE whole = 1");
        if (!saved_.is_whole("content"))
            rescued_.contents_lost = std::max<std::int64_t>(rescued_.contents_lost, 1);
    }

    std::int64_t count(const std::string& table)
    {
        return numbers(rows_, "SELECT count(*) FROM " + table).at(0);
    }

    /// The sums over all records, and what is searched for.
    void count_anew()
    {
        execute(rows_, "DELETE FROM digest", 0);
        rows_.drop_digest();
        for (const auto rid : numbers(rows_, "SELECT rid FROM rec"))
            rows_.count(rows_.any_meta(rid).value());
        rows_.flush_digest();
        execute(rows_, "DELETE FROM search_stale", 0);
        execute(rows_, "DELETE FROM meta WHERE name = 'search_mark'", 0);
    }

    /// A past the county does not know: it gives this device a new incarnation.
    void meet_county_anew()
    {
        if (rows_.number("device") == 0)
            return;
        Hash128 unknown;
        store_.random().fill(unknown.bytes);
        rows_.set_setting("chain", unknown.hex());
    }

    void tell()
    {
        rescued_.history_lost = !saved_.is_whole("history") || !saved_.is_whole("command")
            || !saved_.is_whole("audit") || !saved_.is_whole("stamp")
            || !saved_.is_whole("account");
        for (const auto* def : store_.catalog().every()) {
            const auto all =
                numbers(rows_, "SELECT count(*) FROM rec WHERE kind = " + std::to_string(def->id));
            const auto lost = std::ranges::count(rescued_.lost, def, &Rescued::Lost::def);
            rescued_.registers.push_back({.def = def,
                .records = all.at(0),
                .whole = saved_.is_whole(def->name) && lost == 0,
                .unreadable = lost});
            rescued_.records += all.at(0);
        }
        Audit(store_).note({.what = audited::rescued,
            .detail = {msgid("Rescued from a damaged file: {1} records, {2} could not be read"),
                {std::to_string(rescued_.records), std::to_string(rescued_.lost.size())}}});
    }

    RecordStore& store_;
    Rows& rows_;
    const Salvaged& saved_;
    Rescued& rescued_;
    std::map<std::int64_t, Uuid> ids_;
    std::vector<std::int64_t> found_; ///< whose identity came from the index
};

} // namespace

std::string name_of(const Rescued::Lost& lost, const Translate& translate)
{
    if (!lost.title.empty())
        return lost.title;
    return lost.id.is_nil() ? translate(msgid("not known")) : lost.id.text();
}

std::vector<Message> losses_of(const Rescued& rescued)
{
    std::vector<Message> sentences;
    if (rescued.edits_lost)
        sentences.push_back({msgid("Edits that the county has not heard of may be lost, too")});
    if (rescued.history_lost)
        sentences.push_back({msgid("A part of the history or of the audit log is lost")});
    if (rescued.contents_lost > 0)
        sentences.push_back({msgid("The contents of {1} attachments could not be read; in a county "
                                   "they are fetched again with the next sync"),
            {std::to_string(rescued.contents_lost)}});
    if (rescued.self_lost)
        sentences.push_back({msgid("Whose file this is had to be taken from its places; if it had "
                                   "joined a county, join it again")});
    return sentences;
}

Rescued rescue(const std::string& from, const DataKey& key, const std::string& to,
    const Catalog& catalog, Clock& clock, Random& random,
    const std::function<void(int, int)>& on_table, const std::string& like)
{
    const auto saved = salvage(from, key, to, {}, on_table, like);
    try {
        Rescued rescued;
        Database db(to, key);
        RecordStore store(db, catalog, clock, random);
        guarded(db, [&] { Mending(store, saved, rescued).run(); });
        // What the damage took of the log is known from now on, and no news at the next opening.
        note_findings(store, check_audit(store));
        // No log is left beside it: it can be moved as one file.
        guarded(db, [&] { db.handle().exec("PRAGMA journal_mode = DELETE"); });
        return rescued;
    } catch (...) {
        std::error_code ignored;
        for (const auto* ending : {"", "-wal", "-shm", "-journal"})
            std::filesystem::remove(path_of(to + ending), ignored);
        throw;
    }
}

} // namespace model
