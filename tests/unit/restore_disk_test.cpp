#include "model/access/copy_look.h"
#include "model/access/key_file.h"
#include "model/access/restored.h"
#include "model/commands/put_back.h"
#include "model/store/audit_check.h"
#include "model/store/store_message.h"
#include "tests/support/county.h"
#include "tests/support/failing_disk.h"
#include "tests/support/sim_files.h"

#include <boost/test/unit_test.hpp>
#include <sqlite3.h>

#include <iostream>
#include <map>
#include <set>

using namespace model;

namespace {

constexpr const char* path = "/hall.hall";
constexpr const char* kept = "/hall.before-restore-1.hall";

enum class State { former, copy, neither };

using tests::Fault;

/// A data file as a program that was killed leaves it, with a log that holds the newest step, and a
/// copy from before, on one simulated disk.
struct OnDisk {
    OnDisk()
    {
        Database(path, key, {Opening::fresh, vfs.name()});
        files.write(KeyFile::path_of(path), "keys of then", Readers::owner);
        {
            Database db(path, key, {Opening::existing, vfs.name()});
            RecordStore store(db, hall_catalog(), clock, random);
            store.set_self({.region = "430922", .office = "桃江县政务服务中心"});
            add(store, "县公安局");
            copy =
                make_backup(tools(), db.handle(), path, key, "/usb/copy.hall", BackupReason::daily);
        }
        files.write(KeyFile::path_of(path), "keys of now", Readers::owner);
        Database db(path, key, {Opening::existing, vfs.name()});
        RecordStore store(db, hall_catalog(), clock, random);
        add(store, "县税务局");
        before = vfs.disk().copy();
    }

    BackupTools tools() { return {files, clock, vfs.name()}; }

    Uuid add(RecordStore& store, const std::string& name)
    {
        const auto id = Uuid::make(clock, random);
        Batch batch(store, {.label = {msgid("Add {1}"), {name}}, .account = clerk});
        batch.create(tests::make(hall_catalog().get("unit"), id, {{"name", name}}));
        batch.commit();
        return id;
    }

    State state(const std::string& file, tests::SimVfs& of)
    try {
        Database db(file, key, {Opening::existing, of.name()});
        RecordStore store(db, hall_catalog(), clock, random);
        if (db.handle().execAndGet("PRAGMA integrity_check").getString() != "ok")
            return State::neither;
        std::string all;
        const auto& unit = hall_catalog().get("unit");
        for (const auto& record : store.select({.def = &unit, .order = "name"}))
            all += record.title() + ' ';
        return all == "县公安局 县税务局 " ? State::former
            : all == "县公安局 "           ? State::copy
                                           : State::neither;
    } catch (const StoreError&) {
        return State::neither;
    }

    Restored restore(KeysAfter keys = KeysAfter::as_now)
    {
        return restore_file(tools(), copy, key, path, keys);
    }

    /// The sentence says what to do, and is one of those that fit.
    void expect_remedy(const Error& error, const Fault& fault)
    {
        const auto told = english(error.message());
        sentences.insert(told);
        const bool is_full = told.starts_with("The disk") && told.find(" is full") != told.npos;
        BOOST_TEST(is_full == (fault.code == SQLITE_FULL), told);
        // What cannot be read of a copy is as good as damaged.
        BOOST_TEST((is_full || told.find(": check") != told.npos
                       || told == "The copy /usb/copy.hall is damaged: take another one"),
            told);
    }

    void at_every_call(const char* step, const std::function<void()>& prepare,
        const std::function<void()>& run, const std::function<void(bool is_done)>& go_on)
    {
        for (const auto& fault : tests::faults)
            tests::at_every_call(vfs, step, fault,
                {.prepare =
                        [&] {
                            vfs.insert(before.copy());
                            prepare();
                        },
                    .run = run,
                    .go_on = go_on,
                    .refused = [&](const Error& error) { expect_remedy(error, fault); }});
        for (const auto& sentence : sentences)
            std::cout << "  " << sentence << '\n';
        sentences.clear();
    }

    tests::SimVfs vfs{"restoring"};
    tests::SimFiles files{vfs};
    tests::SimVfs second{"restoring2"};
    tests::SimFiles second_files{second};
    SeededRandom cuts{20261127};
    SeededRandom random{7};
    ManualClock clock{tests::new_year_2026};
    DataKey key = DataKey::make(random);
    Account clerk{Uuid::named("account", "clerk"), "李文员"};
    Backup copy;
    tests::SimDisk before;
    std::set<std::string> sentences;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(restore_disk_test, OnDisk)

BOOST_AUTO_TEST_CASE(a_power_cut_at_any_moment_leaves_the_former_file_or_the_copy)
{
    std::map<State, int> found;
    int without_keys = 0;
    int not_kept = 0;
    const auto look = [&] {
        second.insert(vfs.disk().after_power_cut(cuts));
        const auto now = state(path, second);
        ++found[now];
        without_keys += second_files.exists(KeyFile::path_of(path)) ? 0 : 1;
        not_kept += now == State::copy && state(kept, second) != State::former ? 1 : 0;
    };
    constexpr int rounds = 5; // each looks at other moments; all of them at each of the first
    for (int round = 0; round < rounds; ++round) {
        vfs.insert(before.copy());
        vfs.before_change([&, moment = 0]() mutable {
            ++moment;
            if (moment < 40 || moment % rounds == round)
                look();
        });
        restore();
        vfs.before_change({});
        look();
    }
    std::cout << "power cuts of a restore: " << found[State::former] << " disks with the former "
              << "file, " << found[State::copy] << " with the copy\n";
    BOOST_TEST(found[State::former] > 20);
    BOOST_TEST(found[State::copy] > 0);
    BOOST_TEST(found[State::neither] == 0);
    BOOST_TEST(without_keys == 0);
    BOOST_TEST(not_kept == 0);
}

BOOST_AUTO_TEST_CASE(a_power_cut_where_the_file_was_gone_leaves_no_file_without_its_keys)
{
    const auto look = [&] {
        second.insert(vfs.disk().after_power_cut(cuts));
        if (!second_files.exists(path))
            return false;
        BOOST_TEST((state(path, second) == State::copy));
        BOOST_TEST(second_files.read(KeyFile::path_of(path)).value_or("none") == "keys of then");
        return true;
    };
    for (const auto* ending : {"", "-wal", "-shm", ".keys"})
        for (auto* names : {&before.names, &before.durable_names})
            names->erase(std::string(path) + ending);
    vfs.insert(before.copy());
    vfs.before_change([&] { look(); });
    BOOST_TEST(restore(KeysAfter::from_copy).kept_as.empty());
    BOOST_TEST(look());
    vfs.before_change({});
}

BOOST_AUTO_TEST_CASE(a_fault_at_any_call_of_restoring_leaves_the_former_file_or_the_copy)
{
    at_every_call(
        "restore", [] {}, [&] { restore(); },
        [&](bool is_done) {
            const auto now = state(path, vfs);
            BOOST_TEST_REQUIRE((now == (is_done ? State::copy : State::former)));
            BOOST_TEST_REQUIRE(files.read(KeyFile::path_of(path)).value() == "keys of now");
            if (is_done)
                BOOST_TEST_REQUIRE((state(kept, vfs) == State::former));
            BOOST_TEST_REQUIRE(!trouble_with(tools(), copy, key).has_value());
            if (is_done)
                return;
            // What was left lying about hinders nobody who does as he was told.
            restore();
            BOOST_TEST_REQUIRE((state(path, vfs) == State::copy));
        });
}

BOOST_AUTO_TEST_CASE(a_fault_at_any_call_of_settling_what_was_restored_leaves_all_or_nothing_of_it)
{
    Restored done;
    const auto settle = [&] { settle_restored(tools(), random, key, path, done, copy, clerk); };
    at_every_call(
        "settle", [&] { done = restore(); }, settle,
        [&](bool is_done) {
            const auto entries = [&] {
                Database db(path, key, {Opening::existing, vfs.name()});
                BOOST_TEST_REQUIRE((state(path, vfs) == State::copy));
                RecordStore store(db, hall_catalog(), clock, random);
                BOOST_TEST_REQUIRE(check_audit(store).is_sound());
                return db.handle()
                    .execAndGet("SELECT count(*) FROM audit WHERE what = 'file_restored'")
                    .getInt();
            };
            const auto now = entries();
            BOOST_TEST_REQUIRE((now == 1 || (!is_done && now == 0)));
        });
}

BOOST_AUTO_TEST_CASE(a_fault_at_any_call_of_taking_records_from_a_copy_takes_all_of_them_or_none)
{
    std::optional<Database> db;
    std::optional<RecordStore> store;
    const auto& unit = hall_catalog().get("unit");
    const auto deleted = [&] { return store->count({.def = &unit, .deleted = true}); };
    at_every_call(
        "take records",
        [&] {
            store.reset();
            db.reset();
            db.emplace(path, key, DatabaseOptions{Opening::existing, vfs.name()});
            store.emplace(*db, hall_catalog(), clock, random);
            Editor editor(*store, clerk);
            for (const auto& record : store->select({.def = &unit}))
                BOOST_TEST_REQUIRE(editor.remove(record.id).done);
        },
        [&] {
            CopyLook look(files, clock, random, copy.path, key, vfs.name());
            Editor editor(*store, clerk);
            std::vector<Record> wanted;
            for (const auto& other : others_now(look.store(), *store))
                wanted.push_back(other.record);
            BOOST_TEST_REQUIRE(wanted.size() == 1U);
            BOOST_TEST_REQUIRE(put_back(editor, wanted).done);
        },
        [&](bool is_done) {
            const auto now = deleted();
            BOOST_TEST_REQUIRE((now == 1 || (!is_done && now == 2)));
            store.reset();
            db.reset();
            db.emplace(path, key, DatabaseOptions{Opening::existing, vfs.name()});
            store.emplace(*db, hall_catalog(), clock, random);
            BOOST_TEST_REQUIRE(deleted() == now);
            BOOST_TEST_REQUIRE(check_audit(*store).is_sound());
            BOOST_TEST_REQUIRE(!trouble_with(tools(), copy, key).has_value());
        });
}

BOOST_AUTO_TEST_CASE(a_fault_at_any_call_of_joining_again_after_a_restore_loses_nothing)
{
    tests::CountyServer county;
    const auto with_store = [&](const auto& work) {
        Database db(path, key, {Opening::existing, vfs.name()});
        RecordStore store(db, hall_catalog(), clock, random);
        return work(store);
    };
    const auto sync = [&](RecordStore& store) { return Link(store, county).sync(); };
    with_store([&](RecordStore& store) {
        store.set_self({.region = "430922", .office = "桃江", .org = {Role::agency, "430922"}});
        enrol(store, county, "https://county", "pin", county.code(Role::agency, "430922", "430922"),
            false);
        sync(store);
        copy = make_backup(
            tools(), store.db().handle(), path, key, "/usb/joined.hall", BackupReason::daily);
        add(store, "报送过的单位");
        sync(store);
    });
    before = vfs.disk().copy();
    const auto at_county = county.back_up();
    Uuid younger;
    at_every_call(
        "join again",
        [&] {
            county.restore(at_county);
            restore();
            with_store([&](RecordStore& store) { younger = add(store, "恢复后的单位"); });
        },
        [&] { with_store(sync); },
        [&](bool) {
            with_store(sync);
            with_store([&](RecordStore& store) {
                BOOST_TEST_REQUIRE(store.count({.def = &hall_catalog().get("unit")}) == 4);
                BOOST_TEST_REQUIRE(check_audit(store).is_sound());
            });
            BOOST_TEST_REQUIRE(county.store.find_any(younger).has_value());
            BOOST_TEST_REQUIRE(county.store.count({.def = &hall_catalog().get("unit")}) == 4);
        });
}

BOOST_AUTO_TEST_SUITE_END()
