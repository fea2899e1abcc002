#include "tests/support/sim_vfs.h"

#include "model/base/error.h"
#include "model/store/damage.h"
#include "model/store/database.h"
#include "model/store/store_message.h"

#include <boost/test/unit_test.hpp>
#include <sqlite3.h>

#include <iostream>
#include <optional>

using namespace model;

namespace {

constexpr const char* path = "/hall.db";

std::string padding(int i)
{
    return std::string(200, static_cast<char>('a' + i % 26));
}

void insert(Database& db, int i)
{
    Transaction transaction(db);
    SQLite::Statement statement(db.handle(), "INSERT INTO t VALUES (?, ?)");
    statement.bind(1, i);
    statement.bind(2, padding(i));
    statement.exec();
    transaction.commit();
}

/// How many of the rows 1, 2, 3 … are there, whole and without a gap; -1 if anything else is.
int sound_rows(Database& db)
{
    if (db.handle().execAndGet("PRAGMA integrity_check").getString() != "ok")
        return -1;
    int count = 0;
    SQLite::Statement select(db.handle(), "SELECT n, text FROM t ORDER BY n");
    while (select.executeStep()) {
        ++count;
        if (select.getColumn(0).getInt() != count
            || select.getColumn(1).getString() != padding(count))
            return -1;
    }
    return count;
}

struct WithSim {
    tests::SimVfs vfs;
    SystemRandom random;
    DataKey key = DataKey::make(random);

    Database open(Opening opening = Opening::existing)
    {
        return Database(path, key, {opening, vfs.name()});
    }

    void make_table(Database& db)
    {
        db.handle().exec("CREATE TABLE t (n INTEGER PRIMARY KEY, text TEXT) STRICT;"
                         "CREATE INDEX t_text ON t (text)");
    }
};

/// Runs transactions and looks, before every changing call, at disks as a power cut would leave
/// them there; and while such a disk is being put in order, at what a second power cut leaves of
/// it.
struct PowerCuts : WithSim {
    tests::SimVfs second{"sim2"};
    tests::SimVfs third{"sim3"};
    SeededRandom cuts{20260731};
    int images = 0;
    int losses = 0;                  ///< images without an acknowledged transaction
    int broken = 0;                  ///< images that do not open or are not sound
    int begun = 0;                   ///< images with the transaction that was being committed
    std::optional<int> acknowledged; ///< nothing as long as not even the table is promised
    std::string first_trouble;

    void look(const tests::SimVfs& at, tests::SimVfs& found)
    {
        ++images;
        found.insert(at.disk().after_power_cut(cuts));
        try {
            Database db(path, key, {Opening::existing, found.name()});
            if (acknowledged)
                count(sound_rows(db));
        } catch (const std::exception& error) { // it must not pass through SQLite
            // Before the table is promised the file may be missing, empty or unfinished.
            if (acknowledged && ++broken == 1)
                first_trouble = error.what();
        }
    }

    void count(int rows)
    {
        broken += rows < 0 ? 1 : 0;
        losses += rows >= 0 && rows < *acknowledged ? 1 : 0;
        begun += rows > *acknowledged ? 1 : 0;
    }

    void run(int transactions, const char* setting = "PRAGMA wal_autocheckpoint = 30")
    {
        // Making a file is more than a thousand changes alike, after each of which it would be made
        // anew, and that again at each change of that.
        vfs.before_change([this, making = 0]() mutable {
            if (acknowledged || ++making % 24 == 0)
                look(vfs, second);
        });
        second.before_change([this] {
            if (cuts.below(acknowledged ? 8 : 256) == 0)
                look(second, third);
        });
        {
            auto db = open(Opening::fresh);
            make_table(db);
        }
        acknowledged = 0;
        while (*acknowledged < transactions) {
            auto db = open(); // closing it every 50 transactions empties the log, too
            db.handle().exec(setting);
            for (int i = 0; i < 50; ++i) {
                insert(db, *acknowledged + 1);
                ++*acknowledged;
            }
        }
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(sim_vfs_test, WithSim)

BOOST_AUTO_TEST_CASE(an_encrypted_database_works_on_it)
{
    {
        auto db = open(Opening::fresh);
        make_table(db);
        for (int i = 1; i <= 20; ++i)
            insert(db, i);
        BOOST_TEST(db.handle().execAndGet("PRAGMA journal_mode").getString() == "wal");
    }

    auto db = open();

    BOOST_TEST(sound_rows(db) == 20);
    BOOST_TEST(vfs.disk().names.at(path)->now.find("SQLite") == std::string::npos);
    BOOST_TEST(vfs.disk().names.at(path)->now.find(padding(1)) == std::string::npos);
    BOOST_TEST(damage(path, key, {.vfs = vfs.name()}).empty());
}

BOOST_AUTO_TEST_CASE(two_connections_see_each_other_and_wait_for_each_other)
{
    auto first = open(Opening::fresh);
    make_table(first);
    auto second = open();

    insert(first, 1);
    insert(second, 2);

    BOOST_TEST(sound_rows(first) == 2);
    Transaction holding(first);
    BOOST_CHECK_THROW(Transaction{second}, StoreError);
}

BOOST_AUTO_TEST_CASE(what_was_not_synced_may_be_gone_after_a_power_cut)
{
    SeededRandom cuts(1);
    std::optional<Database> db;
    db.emplace(path, key, DatabaseOptions{Opening::fresh, vfs.name()});
    make_table(*db);
    insert(*db, 1);

    vfs.crash(cuts);

    BOOST_CHECK_THROW(insert(*db, 2), StoreError);
    db.reset();
    auto again = open();
    BOOST_TEST(sound_rows(again) == 1);
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_told_and_undoes_the_step)
{
    auto db = open(Opening::fresh);
    make_table(db);
    insert(db, 1);

    vfs.fail_at(1, SQLITE_FULL, tests::Lasting::from_then_on);
    try {
        insert(db, 2);
        BOOST_ERROR("written");
    } catch (const StoreError& error) {
        BOOST_TEST(std::string(error.what()).find("is full") != std::string::npos);
    }

    BOOST_TEST(sound_rows(db) == 1);
    vfs.fail_no_more();
    insert(db, 2);
    BOOST_TEST(sound_rows(db) == 2);
}

BOOST_AUTO_TEST_CASE(a_log_that_cannot_be_read_is_not_taken_for_an_empty_one)
{
    SeededRandom cuts(1);
    std::optional<Database> db;
    db.emplace(path, key, DatabaseOptions{Opening::fresh, vfs.name()});
    make_table(*db);
    for (int i = 1; i <= 20; ++i)
        insert(*db, i);
    vfs.crash(cuts);
    db.reset();

    vfs.fail_reads_of("-wal");
    BOOST_CHECK_THROW(open(), StoreError);
    vfs.read_again();

    auto again = open();
    BOOST_TEST(sound_rows(again) == 20);
}

BOOST_AUTO_TEST_CASE(an_error_at_any_call_of_a_transaction_loses_nothing_before_it)
{
    auto db = open(Opening::fresh);
    make_table(db);
    db.handle().exec("PRAGMA wal_autocheckpoint = 1");
    int acknowledged = 0;
    for (int call = 1; call <= 40; ++call) {
        vfs.fail_at(1 + call % 9, SQLITE_IOERR_WRITE);
        try {
            insert(db, acknowledged + 1);
            ++acknowledged;
        } catch (const StoreError&) {
        }
        vfs.fail_no_more();
        const int rows = sound_rows(db);
        BOOST_TEST_REQUIRE(rows >= acknowledged);
        acknowledged = rows;
    }
    BOOST_TEST(acknowledged > 10);
}

BOOST_FIXTURE_TEST_CASE(a_power_cut_at_any_call_loses_no_acknowledged_transaction, PowerCuts)
{
    run(200);

    std::cout << "power cuts: " << images << " disks, " << begun << " with the step under way\n";
    BOOST_TEST(images > 1500);
    BOOST_TEST(begun > 0);
    BOOST_TEST(losses == 0);
    BOOST_TEST(broken == 0, first_trouble);
}

BOOST_FIXTURE_TEST_CASE(the_same_run_notices_when_commits_are_not_synced, PowerCuts)
{
    run(50, "PRAGMA synchronous = NORMAL");
    BOOST_TEST(losses > 0);
}

BOOST_FIXTURE_TEST_CASE(the_same_run_notices_a_disk_that_only_says_it_synced, PowerCuts)
{
    vfs.lie_about_syncs();
    run(50);
    BOOST_TEST(losses + broken > 0);
}

BOOST_AUTO_TEST_SUITE_END()
