#include "model/access/backup.h"

#include "model/access/key_file.h"
#include "model/entities/catalog.h"
#include "model/store/batch.h"
#include "model/store/store_message.h"
#include "tests/support/office.h"
#include "tests/support/sim_files.h"

#include <boost/test/unit_test.hpp>
#include <sqlite3.h>

#include <iostream>
#include <optional>

using namespace model;

namespace {

constexpr const char* path = "/hall.hall";
constexpr const char* folder = "/usb";
constexpr Instant day = 24LL * 60 * 60 * 1000;

/// A data file and its copies on one simulated disk.
struct OnDisk {
    tests::SimVfs vfs;
    tests::SimFiles files{vfs};
    tests::SimVfs second{"sim2"};
    SeededRandom cuts{20261127};
    SeededRandom random{7};
    ManualClock clock{tests::new_year_2026};
    DataKey key = DataKey::make(random);
    std::vector<Backup> good;
    int images = 0;
    int lost = 0;     ///< good copies that were not there or not good any more
    int false_ = 0;   ///< copies under a copy's name that are no good
    int finished = 0; ///< images with the copy that was being made

    OnDisk()
    {
        {
            Database db(path, key, {Opening::fresh, vfs.name()});
        }
        files.write(KeyFile::path_of(path), "keys", Readers::owner);
        add("县公安局");
    }

    BackupTools tools() { return {files, clock, vfs.name()}; }

    void add(const std::string& name)
    {
        Database db(path, key, {Opening::existing, vfs.name()});
        RecordStore store(db, hall_catalog(), clock, random);
        Batch batch(store, {.label = {msgid("Add {1}"), {name}}, .account = {}});
        batch.create(
            tests::make(hall_catalog().get("unit"), Uuid::make(clock, random), {{"name", name}}));
        batch.commit();
    }

    Backup make()
    {
        Database db(path, key, {Opening::existing, vfs.name()});
        const auto to = free_backup_path(files, folder, "桃江", clock.now());
        return make_backup(tools(), db.handle(), path, key, to, BackupReason::daily);
    }

    /// What is found in the folder when power comes back.
    void look()
    try {
        ++images;
        second.insert(vfs.disk().after_power_cut(cuts));
        tests::SimFiles there(second);
        const BackupTools on_second{there, clock, second.name()};
        const auto found = backups_in(there, folder);
        std::size_t sound = 0;
        for (const auto& copy : found) {
            const bool is_sound = copy.note && !trouble_with(on_second, copy, key)
                && there.exists(KeyFile::path_of(copy.path));
            sound += is_sound ? 1 : 0;
            false_ += is_sound ? 0 : 1;
        }
        lost += sound < good.size() ? 1 : 0;
        finished += sound > good.size() ? 1 : 0;
        Database data(path, key, {Opening::existing, second.name()});
    } catch (const std::exception&) { // it must not pass through SQLite
        ++lost;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(backup_disk_test, OnDisk)

BOOST_AUTO_TEST_CASE(a_power_cut_at_any_moment_leaves_the_good_copies_and_no_false_one)
{
    for (int i = 0; i < 3; ++i) {
        good.push_back(make());
        clock.advance(day);
        add("单位" + std::to_string(i));
    }
    vfs.before_change([this] { look(); });
    make();
    thin_out(tools(), folder, key, {.days = 9, .weeks = 4, .months = 12});
    vfs.before_change({});

    std::cout << "power cuts of a backup: " << images << " disks, " << finished
              << " with the new copy\n";
    BOOST_TEST(images > 50);
    BOOST_TEST(lost == 0);
    BOOST_TEST(false_ == 0);
    good.clear();
    look();
    BOOST_TEST(finished > 0);
}

BOOST_AUTO_TEST_CASE(a_full_disk_at_any_moment_is_told_and_leaves_everything_as_it_was)
{
    good.push_back(make());
    clock.advance(day);
    add("县税务局");
    int failures = 0;
    int told_full = 0;
    for (int n = 1;; ++n) {
        const auto before = files.list(folder);
        vfs.fail_at(n, SQLITE_FULL, tests::Lasting::once);
        try {
            make();
            vfs.fail_no_more();
            break;
        } catch (const Error& error) {
            ++failures;
            told_full +=
                std::string(error.what()).find("full") != std::string::npos ? 1 : 0;
        }
        vfs.fail_no_more();
        BOOST_TEST_REQUIRE(files.list(folder) == before, boost::test_tools::per_element());
        BOOST_TEST_REQUIRE(!trouble_with(tools(), good[0], key).has_value());
        Database db(path, key, {Opening::existing, vfs.name()});
        RecordStore store(db, hall_catalog(), clock, random);
        BOOST_TEST_REQUIRE(store.count({.def = &hall_catalog().get("unit")}) == 2);
    }
    std::cout << "full disk in a backup: " << failures << " places\n";
    BOOST_TEST(failures > 20);
    BOOST_TEST(told_full == failures);
    BOOST_TEST(backups_in(files, folder).size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_disk_that_fails_from_some_moment_on_takes_no_older_copy_with_it)
{
    good.push_back(make());
    clock.advance(day);
    add("县税务局");
    for (int n = 1; n < 60; n += 3) {
        vfs.fail_at(n, SQLITE_IOERR_WRITE, tests::Lasting::from_then_on);
        bool is_made = true;
        try {
            make();
        } catch (const Error&) {
            is_made = false;
        }
        vfs.fail_no_more();
        BOOST_TEST_REQUIRE(!trouble_with(tools(), good[0], key).has_value());
        for (const auto& copy : backups_in(files, folder))
            BOOST_TEST_REQUIRE(!trouble_with(tools(), copy, key).has_value());
        if (is_made)
            break;
    }
}

BOOST_AUTO_TEST_CASE(a_disk_that_writes_something_else_is_noticed)
{
    // A byte of the copy is another one than was written, however often that is done.
    std::optional<char> wrong;
    vfs.before_change([this, &wrong] {
        for (const auto& [name, file] : vfs.disk().names) {
            if (!name.ends_with(".unfinished") || file->now.size() <= 20 * 4096)
                continue;
            auto& byte = file->now[10 * 4096 + 500];
            if (byte != wrong)
                byte = static_cast<char>(byte ^ 1);
            wrong = byte;
        }
    });
    BOOST_CHECK_THROW(make(), Error);
    vfs.before_change({});
    BOOST_TEST(files.list(folder).empty());
}

BOOST_AUTO_TEST_SUITE_END()
