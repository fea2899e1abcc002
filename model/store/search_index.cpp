#include "model/store/search_index.h"

#include "model/store/search_words.h"

#include <chrono>
#include <thread>

namespace model {

namespace {

class Indexing {
public:
    explicit Indexing(RecordStore& store) : rows_(store.rows()) {}

    bool is_behind()
    {
        return number("SELECT EXISTS (SELECT 1 FROM search_stale)") != 0
            || last_record() != rows_.number(mark_);
    }

    /// What is left of `most`.
    int take_stale(int most)
    {
        for (const auto row : numbers("SELECT id FROM search_stale LIMIT ?", most)) {
            run("DELETE FROM search_index WHERE rowid = ?", row);
            // The number may be another record's by now.
            if (const auto meta = rows_.any_meta(row % rids_of_a_kind))
                take(*meta);
            run("DELETE FROM search_stale WHERE id = ?", row);
            --most;
        }
        return most;
    }

    void take_new(int most)
    {
        // Numbers of records that are gone are given again.
        auto mark = std::min(rows_.number(mark_), last_record());
        for (const auto rid :
            numbers("SELECT rid FROM rec WHERE rid > ?2 ORDER BY rid LIMIT ?1", most, mark)) {
            if (const auto meta = rows_.any_meta(rid))
                take(*meta);
            mark = rid;
        }
        rows_.set_number(mark_, mark);
    }

private:
    static constexpr const char* mark_ = "search_mark";

    std::int64_t last_record() { return number("SELECT coalesce(max(rid), 0) FROM rec"); }

    void take(const Meta& meta)
    {
        if (!meta.def || meta.deleted || meta.def->hidden || meta.def->reach == Reach::restricted
            || meta.scope == restricted_scope)
            return;
        const auto text = indexed(rows_.read(meta));
        auto& put = rows_.statements().get("INSERT OR REPLACE INTO search_index (rowid, title, "
                                           "other, words) VALUES (?, ?, ?, ?)");
        put.bind(1, index_row(meta.kind, meta.rid));
        put.bindNoCopy(2, text.title);
        put.bindNoCopy(3, text.other);
        put.bindNoCopy(4, text.words);
        put.exec();
    }

    std::int64_t number(const char* sql)
    {
        auto& row = rows_.statements().get(sql);
        row.executeStep();
        const auto number = row.getColumn(0).getInt64();
        row.reset();
        return number;
    }

    std::vector<std::int64_t> numbers(const char* sql, int most, std::int64_t after = -1)
    {
        auto& rows = rows_.statements().get(sql);
        rows.bind(1, most);
        if (after >= 0)
            rows.bind(2, after);
        std::vector<std::int64_t> found;
        while (rows.executeStep())
            found.push_back(rows.getColumn(0).getInt64());
        rows.reset();
        return found;
    }

    void run(const char* sql, std::int64_t row)
    {
        auto& statement = rows_.statements().get(sql);
        statement.bind(1, row);
        statement.exec();
    }

    Rows& rows_;
};

} // namespace

bool index_changes(RecordStore& store, int most)
{
    return guarded(store.db(), [&] {
        Indexing indexing(store);
        if (!indexing.is_behind())
            return false;
        Transaction transaction(store.db());
        indexing.take_new(indexing.take_stale(most));
        transaction.commit();
        return indexing.is_behind();
    });
}

bool index_changes_and_pause(RecordStore& store)
{
    const auto start = std::chrono::steady_clock::now();
    if (!index_changes(store))
        return false;
    std::this_thread::sleep_for(std::chrono::steady_clock::now() - start);
    return true;
}

} // namespace model
