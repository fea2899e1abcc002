#include "model/store/forget.h"

#include "model/schema/extra_field.h"
#include "model/schema/minimising.h"
#include "model/store/audit.h"
#include "model/store/contents.h"
#include "model/store/search_index.h"

#include <sqlite3.h>

namespace model {

namespace {

constexpr const char* residue_setting = "residue";
constexpr const char* before_setting = "residue_from_before";
constexpr int whole_record = -1;

class Forgetting {
public:
    Forgetting(Rows& rows, const Meta& meta, std::int64_t* gseq)
        : rows_(rows)
        , meta_(meta)
        , gseq_(gseq)
    {
    }

    void field(int fid)
    {
        history(fid);
        run("UPDATE op_field SET value = NULL, base_value = NULL WHERE fid = ?2 AND seq IN "
            "(SELECT seq FROM op WHERE rid = ?1 AND payload IS NULL)",
            fid);
        run("UPDATE shadow SET value = NULL WHERE rid = ?1 AND fid = ?2", fid);
        items(fid);
    }

    void unknown(int fid) { run("DELETE FROM ext_field WHERE rid = ?1 AND fid = ?2", fid); }

    /// Of what was refused as a whole.
    void whole() { items(whole_record); }

    void drafts()
    {
        auto& drop = rows_.statements().get("DELETE FROM draft WHERE entity = ? AND record = ?");
        drop.bind(1, meta_.kind);
        bind(drop, 2, meta_.id);
        drop.exec();
    }

private:
    void history(int fid)
    {
        keep_left(rows_, meta_.rid, fid);
        // Who changed it and when stays, and with it the versions this file has seen.
        run("UPDATE history SET old = NULL, new = NULL, command = NULL WHERE rid = ?1 AND fid = ?2 "
            "AND (old IS NOT NULL OR new IS NOT NULL)",
            fid);
    }

    void items(int fid)
    {
        auto& question = rows_.statements().get(
            "UPDATE inbox SET base = NULL WHERE record = ?1 AND fid = ?2 AND kind = 'conflict' AND "
            "state = 'open' AND base IS NOT NULL AND stands_ver = "
            "ifnull((SELECT ver FROM fver WHERE rid = ?3 AND fid = ?2), 0)");
        bind(question, 1, meta_.id);
        question.bind(2, fid);
        question.bind(3, meta_.rid);
        question.exec();
        auto& done = rows_.statements().get(
            "UPDATE inbox SET base = NULL, stands = NULL, waits = NULL, state = 'settled', "
            "settled_ver = iif(?4 IS NULL, settled_ver, ifnull(settled_ver, waits_ver)), "
            "gseq = ifnull(?4, gseq) WHERE record = ?1 AND fid = ?2 AND (state = 'open' OR base IS "
            "NOT NULL OR stands IS NOT NULL OR waits IS NOT NULL) AND NOT (kind = 'conflict' AND "
            "state = 'open' AND stands_ver = "
            "ifnull((SELECT ver FROM fver WHERE rid = ?3 AND fid = ?2), 0))");
        bind(done, 1, meta_.id);
        done.bind(2, fid);
        done.bind(3, meta_.rid);
        if (gseq_)
            done.bind(4, *gseq_ + 1);
        if (done.exec() > 0 && gseq_)
            ++*gseq_;
    }

    void run(const char* sql, int fid)
    {
        auto& statement = rows_.statements().get(sql);
        statement.bind(1, meta_.rid);
        statement.bind(2, fid);
        statement.exec();
    }

    Rows& rows_;
    const Meta& meta_;
    std::int64_t* gseq_;
};

bool was_indexed(Rows& rows)
{
    return rows.number("search_mark") > 0;
}

/// An index without contents keeps the words of what is gone until its parts are merged.
void rebuild_index(RecordStore& store)
{
    if (!was_indexed(store.rows()))
        return;
    while (index_changes(store))
        continue;
    store.db().handle().exec("INSERT INTO search_index (search_index) VALUES ('optimize')");
}

bool empty_log(Database& db)
{
    SQLite::Statement checkpoint(db.handle(), "PRAGMA wal_checkpoint(TRUNCATE)");
    return !checkpoint.executeStep() || checkpoint.getColumn(0).getInt() == 0;
}

} // namespace

/// Personal fields that offices added to the register and that are not in use: what is kept of
/// their values has no field to be emptied by.
static std::vector<int> ended_personal_fields(RecordStore& store, const EntityDef& def)
{
    std::vector<int> ended;
    auto& rows = store.rows().statements().get(
        "SELECT rec.id FROM local_field JOIN rec USING (rid) WHERE register = ? AND personal = 1");
    rows.bind(1, std::string(def.name));
    while (rows.executeStep())
        if (const auto fid = extra_field_id(column_id(rows.getColumn(0))); !def.find(fid))
            ended.push_back(fid);
    rows.reset();
    return ended;
}

void forget_values(RecordStore& store, const Meta& meta, std::int64_t* gseq)
{
    if (!meta.def || !minimised_field(*meta.def))
        return;
    auto& rows = store.rows();
    const auto record = rows.read(meta);
    if (!minimised_on(record))
        return;
    Forgetting forgetting(rows, meta, gseq);
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (const auto& field = meta.def->fields[i];
            is_minimised_away(field) && is_empty(record.values[i]))
            forgetting.field(field.id);
    for (const auto fid : ended_personal_fields(store, *meta.def)) {
        forgetting.unknown(fid);
        forgetting.field(fid);
    }
    forgetting.whole();
    forgetting.drafts();
    if (meta.def->name == "attachment")
        Contents(store).drop_unnamed();
    rows.set_number(residue_setting, 1);
}

bool is_personal_edit_under_way(Rows& rows, const Meta& meta)
{
    auto& list = rows.statements().get(
        "SELECT fid, op.type FROM op LEFT JOIN op_field USING (seq) WHERE rid = ? AND payload IS "
        "NOT NULL");
    list.bind(1, meta.rid);
    bool is_under_way = false;
    while (list.executeStep()) {
        const auto* field = meta.def->find(list.getColumn(0).getInt());
        is_under_way = is_under_way || list.getColumn(1).getString() == "create"
            || (field && is_minimised_away(*field));
    }
    list.reset();
    return is_under_way;
}

void clear_residue(RecordStore& store)
{
    auto& rows = store.rows();
    if (guarded(store.db(), [&] { return rows.number(residue_setting); }) == 0)
        return;
    try {
        rebuild_index(store);
        if (rows.number(before_setting) != 0) {
            store.db().handle().exec("VACUUM");
            rows.set_number(before_setting, 0);
        }
        rows.set_number(residue_setting, 0);
        if (!empty_log(store.db()))
            rows.set_number(residue_setting, 1);
    } catch (const SQLite::Exception& error) {
        // SQLITE_ERROR: this very connection is still reading something.
        const auto code = error.getErrorCode();
        if (code != SQLITE_BUSY && code != SQLITE_LOCKED && code != SQLITE_ERROR)
            throw StoreError(store_message(error, store.db().path()));
    }
}

} // namespace model
