#include "model/exchange/import.h"
#include "model/store/checked_vfs.h"
#include "model/store/damage.h"
#include "model/store/migrations.h"
#include "tests/support/failing_disk.h"
#include "tests/support/files.h"
#include "tests/support/numbered_units.h"
#include "tests/support/sim_vfs.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>
#include <sqlite3.h>

#include <iostream>
#include <map>
#include <set>

using namespace model;

namespace {

constexpr const char* path = "/hall.db";
constexpr int saved = 3; ///< steps that are in the file before each trial

using tests::Fault;
using tests::Trial;

struct WithFile {
    tests::SimVfs vfs{"faulty"};
    DataKey key;
    tests::SimDisk before;
    std::set<std::string> sentences;
    std::map<std::string, int> kinds;

    WithFile()
    {
        Database(path, key, {Opening::fresh, vfs.name()});
        Database db(path, key, {Opening::existing, vfs.name()});
        tests::NumberedUnits units(db);
        for (int n = 1; n <= saved; ++n)
            units.save(n);
        before = vfs.disk().copy(); // with a log, as a program leaves it that was killed
    }

    /// Opens undisturbed what a trial is about.
    struct Opened {
        explicit Opened(const std::string& vfs, const DataKey& key)
            : db(path, key, {Opening::existing, vfs})
        {
            db.handle().exec("PRAGMA wal_autocheckpoint = 1"); // so that the file is written, too
        }
        Database db;
        ManualClock clock{tests::new_year_2026};
        SeededRandom random{7};
        RecordStore store{db, hall_catalog(), clock, random};
        tests::NumberedUnits units{db};
    };
    std::optional<Opened> opened;

    void open() { opened.emplace(vfs.name(), key); }

    std::int64_t units_now() { return opened->store.count({.def = &hall_catalog().get("unit")}); }

    void at_every_call(const char* step, Trial trial)
    {
        trial.prepare = [this, prepare = trial.prepare] {
            vfs.insert(before.copy());
            prepare();
        };
        trial.refused = [this](const Error& error) { sentences.insert(english(error.message())); };
        for (const auto& fault : tests::faults) {
            const auto tried = tests::at_every_call(vfs, step, fault, trial);
            BOOST_TEST((tried.refused > 0 || fault.code == SQLITE_FULL)); // opening needs no room
            expect_right_sentences(fault);
            for (const auto& [kind, count] : tried.kinds)
                kinds[kind] += count;
        }
        std::cout << "  kinds of calls:";
        for (const auto& [kind, count] : kinds)
            std::cout << ' ' << kind << ' ' << count;
        std::cout << '\n';
    }

    void expect_right_sentences(const Fault& fault)
    {
        for (const auto& sentence : sentences) {
            const bool is_right = fault.code == SQLITE_FULL
                ? sentence == english({disk_full, {path}})
                : sentence.starts_with("The disk with /hall.db could not be read or written (")
                    || sentence.starts_with("/hall.db cannot be opened: check");
            BOOST_TEST(is_right, sentence);
        }
        sentences.clear();
    }

    /// In a program that starts afresh.
    void expect_whole(std::int64_t steps)
    {
        Database db(path, key, {Opening::existing, vfs.name()});
        BOOST_TEST_REQUIRE(tests::NumberedUnits(db).count() == steps);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(fault_test, WithFile)

BOOST_AUTO_TEST_CASE(a_fault_at_any_call_of_opening_is_told_and_harms_nothing)
{
    at_every_call("open",
        {[] {},
            [&] {
                Database db(path, key, {Opening::existing, vfs.name()});
                ManualClock clock{tests::new_year_2026};
                SeededRandom random{7};
                RecordStore store(db, hall_catalog(), clock, random);
                store.self();
                BOOST_TEST_REQUIRE(store.count({.def = &hall_catalog().get("unit")}) == saved);
            },
            [&](bool) { expect_whole(saved); }});
}

BOOST_AUTO_TEST_CASE(a_fault_at_any_call_of_a_save_leaves_all_or_nothing_of_it)
{
    at_every_call("save",
        {[&] { open(); }, [&] { opened->units.save(saved + 1); },
            [&](bool is_done) {
                const int found = opened->units.count();
                BOOST_TEST_REQUIRE((found == saved + 1 || (!is_done && found == saved)));
                opened->units.save(found + 1);
                opened.reset();
                expect_whole(found + 1);
            }});
}

BOOST_AUTO_TEST_CASE(a_fault_at_any_call_of_an_import_leaves_all_or_nothing_of_it)
{
    tests::TempFolder folder;
    const auto sheet =
        tests::write_file(folder.file("units.csv"), "单位名称,备注\n甲局,一\n乙局,二\n丙局,三\n");
    const auto take = [&] {
        return import_sheet(opened->store, {Uuid::named("account", "clerk"), "李文员"},
            hall_catalog().get("unit"), sheet, {.map = {{"单位名称", "name"}, {"备注", "remark"}}});
    };
    at_every_call("import",
        {[&] { open(); }, [&] { BOOST_TEST_REQUIRE(take().new_ == 3); },
            [&](bool is_done) {
                const auto found = units_now();
                BOOST_TEST_REQUIRE((found == saved + 3 || (!is_done && found == saved)));
                BOOST_TEST_REQUIRE(take().new_ == saved + 3 - found);
                opened.reset();
                open();
                BOOST_TEST_REQUIRE(units_now() == saved + 3);
                BOOST_TEST_REQUIRE(
                    opened->db.handle().execAndGet("PRAGMA integrity_check").getString() == "ok");
                opened.reset();
            }});
}

BOOST_AUTO_TEST_CASE(a_fault_at_any_call_of_a_migration_loses_nothing_of_an_old_file)
{
    vfs.insert({});
    {
        SQLite::Database old(std::string(path), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0,
            detail::encrypted_vfs(vfs.name()));
        detail::set_key(old.getHandle(), key);
        old.exec("PRAGMA journal_mode = WAL");
        migrate(old, newest_schema() - 5);
        old.exec("INSERT INTO meta VALUES ('office', '桃江县政务服务中心')");
    }
    before = vfs.disk().copy();
    at_every_call("migrate",
        {[] {},
            [&] {
                Database(path, key, {Opening::existing, vfs.name()});
            },
            [&](bool) {
                Database db(path, key, {Opening::existing, vfs.name()});
                BOOST_TEST_REQUIRE(schema_version(db.handle()) == newest_schema());
                BOOST_TEST_REQUIRE(
                    db.handle()
                        .execAndGet("SELECT count(*) FROM meta WHERE name = 'office'")
                        .getInt()
                    == 1);
                BOOST_TEST_REQUIRE(
                    db.handle().execAndGet("PRAGMA integrity_check").getString() == "ok");
            }});
}

BOOST_AUTO_TEST_SUITE_END()
