#include "model/access/audit_log.h"
#include "model/access/backup_plan.h"
#include "model/access/recovery.h"
#include "model/access/rescue_file.h"
#include "model/access/restored.h"
#include "model/store/audit_check.h"
#include "model/store/batch.h"
#include "model/store/store_message.h"
#include "tests/support/file_on_disk.h"
#include "tests/support/files.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>

using namespace model;

namespace {

/// A data file, a copy of it, and what was entered since.
struct WithCopy : tests::FileOnDisk {
    Backup copy;

    WithCopy()
    {
        {
            Database db(path, key, {.opening = Opening::fresh});
            RecordStore(db, hall_catalog(), clock, random).set_self(office());
        }
        set_passphrase("the first one");
        add("县公安局");
        {
            Database db(path, key);
            copy = make_backup(
                tools, db.handle(), path, key, folder.file("副本.hall"), BackupReason::asked);
        }
        set_passphrase("the second one");
        add("县税务局");
    }

    void add(const std::string& name)
    {
        Database db(path, key);
        RecordStore store(db, hall_catalog(), clock, random);
        add_unit(store, name);
    }

    std::string units(const std::string& file)
    {
        Database db(file, key);
        RecordStore store(db, hall_catalog(), clock, random);
        std::string all;
        for (const auto& unit : store.select({.def = &hall_catalog().get("unit"), .order = "name"}))
            all += unit.title() + ' ';
        return all;
    }

    std::string refusal(KeysAfter keys = KeysAfter::as_now)
    try {
        restore_file(tools, copy, key, path, keys);
        return {};
    } catch (const Error& error) {
        return error.what();
    }

    void damage_page(const std::string& file, std::size_t page)
    {
        auto bytes = tests::bytes_of(file);
        bytes[page * 4096 + 100] = static_cast<char>(bytes[page * 4096 + 100] ^ 1);
        tests::write_file(file, bytes);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(restore_test, WithCopy)

BOOST_AUTO_TEST_CASE(the_copy_takes_the_place_and_what_was_there_is_kept)
{
    const auto done = restore_file(tools, copy, key, path, KeysAfter::as_now);
    BOOST_TEST(done.kept_as == folder.file("大厅.before-restore-1.hall"));
    BOOST_TEST(done.records == 1);
    BOOST_TEST(units(path) == "县公安局 ");
    BOOST_TEST(units(done.kept_as) == "县公安局 县税务局 ");
    // Today's passphrase stays today's, for both.
    for (const auto& file : {path, done.kept_as})
        KeyFile::load(files, file).unlock({}, "the second one");
    BOOST_TEST(files.exists(copy.path));
    BOOST_TEST(!files.exists(path + ".restoring"));

    // And back again.
    const auto back = restore_file(tools, {done.kept_as, {}}, key, path, KeysAfter::as_now);
    BOOST_TEST(back.kept_as == folder.file("大厅.before-restore-2.hall"));
    BOOST_TEST(units(path) == "县公安局 县税务局 ");
}

BOOST_AUTO_TEST_CASE(where_the_file_is_gone_the_copy_brings_its_keys)
{
    files.remove(path);
    files.remove(KeyFile::path_of(path));
    const auto done = restore_file(tools, copy, key, path, KeysAfter::from_copy);
    BOOST_TEST(done.kept_as == "");
    BOOST_TEST(units(path) == "县公安局 ");
    KeyFile::load(files, path).unlock({}, "the first one");
}

BOOST_AUTO_TEST_CASE(what_lay_in_the_log_of_a_program_that_died_is_kept_too)
{
    const auto left = folder.file("x.hall");
    {
        Database db(path, key);
        files.copy(path, left);
        RecordStore store(db, hall_catalog(), clock, random);
        Batch batch(store, {.label = {msgid("Add {1}"), {"x"}}, .account = clerk});
        batch.create(tests::make(
            hall_catalog().get("unit"), Uuid::make(clock, random), {{"name", "县民政局"}}));
        batch.commit();
        files.copy(path + "-wal", left + "-wal");
    }
    const auto done = restore_file(tools, copy, key, left, KeysAfter::as_now);
    BOOST_TEST(units(left) == "县公安局 ");
    BOOST_TEST(units(done.kept_as) == "县公安局 县民政局 县税务局 ");
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_kept_as_it_is)
{
    damage_page(path, 0);
    const auto bytes = tests::bytes_of(path);
    const auto done = restore_file(tools, copy, key, path, KeysAfter::as_now);
    BOOST_TEST(units(path) == "县公安局 ");
    BOOST_TEST((tests::bytes_of(done.kept_as) == bytes));
}

BOOST_AUTO_TEST_CASE(a_file_without_its_list_of_tables_is_rescued_by_that_of_the_copy_beside_it)
{
    damage_page(path, 0);
    const auto bytes = tests::bytes_of(path);
    const auto take = [&] { return rescue_file(tools, random, key, path, hall_catalog()); };
    BOOST_CHECK_THROW(take(), StoreError);
    BOOST_TEST((tests::bytes_of(path) == bytes));

    const auto beside = default_backup_folder(path);
    std::filesystem::create_directory(path_of(beside));
    const auto put = beside + "/副本.hall";
    files.copy(copy.path, put);
    files.copy(copy.path + ".json", put + ".json");
    const auto done = take();
    BOOST_TEST(done.rescued.is_all());
    BOOST_TEST(units(path) == "县公安局 县税务局 "); // also what came after the copy
    BOOST_TEST((tests::bytes_of(done.kept_as) == bytes));
    KeyFile::load(files, path).unlock({}, "the second one");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_the_copy_leaves_the_file_alone)
{
    damage_page(copy.path, 5);
    BOOST_TEST(refusal() == "The copy " + copy.path + " is damaged: take another one");
    files.remove(copy.path);
    BOOST_TEST(refusal().starts_with("There is no copy "));
    BOOST_TEST(units(path) == "县公安局 县税务局 ");
    BOOST_TEST(!files.exists(folder.file("大厅.before-restore-1.hall")));
}

BOOST_AUTO_TEST_CASE(another_files_copy_is_refused)
{
    const auto other_key = DataKey::make(random);
    const auto other = folder.file("别的.hall");
    {
        Database db(other, other_key, {.opening = Opening::fresh});
    }
    const auto bytes = tests::bytes_of(other);
    BOOST_CHECK_EXCEPTION(restore_file(tools, copy, key, other, KeysAfter::from_copy), Error,
        [&](const Error& error) {
            return std::string(error.what()).starts_with(other + " is another data file");
        });
    BOOST_TEST((tests::bytes_of(other) == bytes));
    copy.path = path;
    BOOST_TEST(refusal() == path + " is the data file itself: name a copy of it");
}

BOOST_AUTO_TEST_CASE(a_file_in_use_is_not_replaced)
{
    const Database open(path, key);
    BOOST_TEST(refusal() == english({file_in_use, {path}}));
}

BOOST_AUTO_TEST_CASE(a_copy_without_its_key_file_opens_with_the_recovery_key_alone)
{
    const auto alone = folder.file("只剩副本.hall");
    files.copy(copy.path, alone);
    Recovery recovery(files, clock, random, alone, key);
    recovery.set_passphrase(recovery.account_named("李文员"), "一个新的好口令 2026");
    const auto open = KeyFile::load(files, alone).unlock({}, "一个新的好口令 2026");
    BOOST_TEST((open.key == key));
    BOOST_TEST(units(alone) == "县公安局 ");
    const auto other = folder.file("只剩副本2.hall");
    files.copy(copy.path, other);
    BOOST_CHECK_EXCEPTION(Recovery(files, clock, random, other, DataKey::make(random)), Error,
        [](const Error& error) {
            return std::string(error.what()).starts_with("This recovery key does not open");
        });
}

BOOST_AUTO_TEST_CASE(accounts_stay_as_they_are_today_and_the_log_tells_who_restored)
{
    const auto& def = hall_catalog().get("user");
    const auto user = [&](const Uuid& id, const char* name) {
        return tests::make(def, id, {{"name", name}, {"roles", "business"}, {"state", "active"}});
    };
    const auto locked = Uuid::make(clock, random);
    const auto younger = Uuid::make(clock, random);
    const auto with_file = [&](const auto& work) {
        Database now(path, key);
        RecordStore there(now, hall_catalog(), clock, random);
        work(there);
    };
    const auto write = [&](RecordStore& there, const auto& work) {
        Batch batch(there, {.label = {msgid("Add {1}"), {"x"}}, .account = clerk});
        work(batch);
        batch.commit();
    };
    with_file([&](RecordStore& there) {
        write(there, [&](Batch& batch) { batch.create(user(locked, "李四")); });
        copy = make_backup(
            tools, there.db().handle(), path, key, folder.file("账号.hall"), BackupReason::asked);
        const FieldEdit lock{def.find("state"), "locked"};
        write(there, [&](Batch& batch) {
            batch.set(locked, {&lock, 1});
            batch.create(user(younger, "王五"));
        });
    });
    std::int64_t log = 0;
    with_file([&](RecordStore& there) { log = Audit(there).head().count; });

    const auto done = restore_file(tools, copy, key, path, KeysAfter::as_now);
    settle_restored(tools, random, key, path, done, copy, clerk);

    with_file([&](RecordStore& there) {
        BOOST_TEST(to_text((*there.find(def, locked))["state"]) == "locked");
        BOOST_TEST(there.find(def, younger).has_value());
        const auto entries = audit_entries(there, {.what = audited::file_restored});
        BOOST_REQUIRE(entries.size() == 1u);
        BOOST_TEST(entries[0].user == clerk.name);
        const auto sentence =
            sentence_of(entries[0], [](const char* id) { return std::string(id); });
        BOOST_TEST(sentence.find("entry " + std::to_string(log)) != std::string::npos, sentence);
        BOOST_TEST(check_audit(there).is_sound());
    });
}

BOOST_AUTO_TEST_SUITE_END()
