#include "model/access/backup_plan.h"
#include "model/commands/editor.h"
#include "model/store/store_message.h"
#include "tests/support/file_on_disk.h"
#include "tests/support/files.h"
#include "tests/support/old_file.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <thread>

using namespace model;

namespace {

constexpr Instant day = 24LL * 60 * 60 * 1000;

/// A data file on a real disk, with its key file.
struct WithFile : tests::FileOnDisk {
    std::optional<Database> db;
    std::optional<RecordStore> store;
    std::string copies = folder.file("备份");

    WithFile()
    {
        db.emplace(path, key, DatabaseOptions{.opening = Opening::fresh});
        store.emplace(*db, hall_catalog(), clock, random);
        store->set_self(office());
        set_passphrase("demo-2026");
        add_unit("县公安局");
    }

    Uuid add_unit(const std::string& name) { return FileOnDisk::add_unit(*store, name); }

    Backup make(BackupReason reason = BackupReason::asked)
    {
        std::filesystem::create_directories(path_of(copies));
        const auto to = free_backup_path(files, copies, "桃江县政务服务中心", clock.now());
        return make_backup(tools, db->handle(), path, key, to, reason);
    }

    BackupRun run(Wanted wanted = Wanted::if_changed)
    {
        return back_up(tools, db->handle(), path, key, BackupReason::daily, wanted);
    }

    BackupState state() { return backup_state(tools, db->handle(), path, key); }

    std::string names() const
    {
        std::string all;
        SystemFiles real;
        for (const auto& name : real.list(copies))
            all += (all.empty() ? "" : " ") + name;
        return all;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(backup_test, WithFile)

BOOST_AUTO_TEST_CASE(a_copy_has_the_records_the_key_file_and_a_note_and_nothing_else_is_left)
{
    const auto made = make(BackupReason::before_import);

    BOOST_TEST(names()
        == "桃江县政务服务中心-20260101-0800.hall 桃江县政务服务中心-20260101-0800.hall.json "
           "桃江县政务服务中心-20260101-0800.hall.keys");
    BOOST_TEST(!trouble_with(tools, made, key).has_value());
    Database copy(made.path, key, {.opening = Opening::read_only});
    RecordStore there(copy, hall_catalog(), clock, random);
    BOOST_TEST(there.count({.def = &hall_catalog().get("unit")}) == 1);
    BOOST_TEST(KeyFile::load(files, made.path).unlock({}, "demo-2026").key.bytes == key.bytes,
        boost::test_tools::per_element());

    const auto listed = backups_in(files, copies);
    BOOST_REQUIRE(listed.size() == 1u);
    const auto& note = listed[0].note.value();
    BOOST_TEST(note.at == clock.now());
    BOOST_TEST(note.office == "桃江县政务服务中心");
    BOOST_TEST((note.reason == BackupReason::before_import));
    BOOST_TEST(note.sum.records == 1);
    BOOST_TEST(note.bytes == static_cast<std::int64_t>(std::filesystem::file_size(path_of(made.path))));
    BOOST_TEST((note.key == fingerprint_of(key)));
}

BOOST_AUTO_TEST_CASE(a_copy_is_encrypted_and_its_note_holds_no_secret)
{
    const auto made = make();
    BOOST_TEST(tests::bytes_of(made.path).find("县公安局") == std::string::npos);
    const auto note = tests::bytes_of(made.path + ".json");
    const std::string_view secret(reinterpret_cast<const char*>(key.bytes.data()), 32);
    BOOST_TEST(note.find(to_hex(secret)) == std::string::npos);
    BOOST_TEST(note.find("县公安局") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_copy_opens_on_a_write_protected_disk_and_without_a_log)
{
    const auto made = make();
    BOOST_TEST(!files.exists(made.path + "-wal"));
    // What lies in a WAL says so in its header's plain bytes; a copy must not.
    const auto bytes = tests::bytes_of(made.path);
    BOOST_TEST(int(bytes[18]) == 1);
    BOOST_TEST(int(bytes[19]) == 1);
}

BOOST_AUTO_TEST_CASE(names_are_those_a_file_system_takes)
{
    BOOST_TEST(
        backup_name("修山镇/便民:中心?", clock.now()) == "修山镇_便民_中心_-20260101-0800.hall");
    BOOST_TEST(backup_name("", clock.now()) == "hall-20260101-0800.hall");
    BOOST_TEST(backup_name(std::string(500, 'a'), clock.now()).size() == 40 + 19u);
    BOOST_TEST(make().path != make().path); // within one minute
}

BOOST_AUTO_TEST_CASE(a_flipped_byte_of_a_copy_is_found_and_so_are_records_that_are_not_there)
{
    const auto made = make();
    auto bytes = tests::bytes_of(made.path);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    tests::write_file(made.path, bytes);
    BOOST_TEST(english(trouble_with(tools, made, key).value())
        == "The copy " + made.path + " is damaged: take another one");

    // An older copy under the note of a newer one.
    const auto old = make();
    add_unit("县税务局");
    const auto now = make();
    BOOST_TEST(!trouble_with(tools, now, key).has_value());
    tests::write_file(now.path, tests::bytes_of(old.path));
    BOOST_TEST(
        english(trouble_with(tools, now, key).value()).find("do not add up") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_stolen_copy_tried_with_another_key_is_told_in_one_sentence)
{
    const auto made = make();
    const auto trouble = trouble_with(tools, made, DataKey::make(random));
    BOOST_TEST(english(trouble.value())
        == made.path
            + " cannot be opened with this key: it is a copy of another data file, or is damaged");
    BOOST_CHECK_EXCEPTION(
        KeyFile::load(files, made.path).unlock({}, "guess"), Error, [](const Error& error) {
            return std::string(error.what()).starts_with("The passphrase of 李文员 is not right");
        });
}

BOOST_AUTO_TEST_CASE(a_file_being_written_meanwhile_is_copied_as_it_was_at_one_moment)
{
    for (int i = 0; i < 300; ++i)
        add_unit("单位" + std::to_string(i));
    std::atomic<int> written = 0;
    std::jthread other([&](const std::stop_token& stop) {
        Database mine(path, key);
        SystemClock real;
        RecordStore office(mine, hall_catalog(), real, random);
        while (!stop.stop_requested()) {
            Batch batch(office, {.label = {msgid("Add {1}"), {"x"}}, .account = clerk});
            batch.create(tests::make(hall_catalog().get("unit"), Uuid::make(real, random),
                {{"name", "边写边备" + std::to_string(written.load())}}));
            batch.commit();
            ++written;
        }
    });
    while (written < 5)
        std::this_thread::yield();
    std::int64_t before = 0;
    int changing = 0;
    for (int i = 0; i < 5; ++i) {
        const int begun = written;
        const auto made = make();
        changing += written > begun ? 1 : 0;
        BOOST_TEST(!trouble_with(tools, made, key).has_value());
        BOOST_TEST(made.note->sum.records >= before);
        before = made.note->sum.records;
    }
    other.request_stop();
    other.join();
    BOOST_TEST(changing > 0);
    BOOST_TEST(before > 301);
}

BOOST_AUTO_TEST_CASE(a_copy_that_is_given_up_leaves_nothing)
{
    std::filesystem::create_directories(path_of(copies));
    tools.on_copy = [](int, int) { return false; };
    BOOST_CHECK_THROW(make(), CopyGivenUp);
    BOOST_TEST(names() == "");
    tools.on_copy = {};
    make();
}

BOOST_AUTO_TEST_CASE(nothing_there_is_overwritten)
{
    const auto made = make();
    const auto before = tests::bytes_of(made.path);
    BOOST_CHECK_THROW(
        make_backup(tools, db->handle(), path, key, made.path, BackupReason::asked), Error);
    BOOST_TEST((tests::bytes_of(made.path) == before));
    BOOST_TEST(!trouble_with(tools, made, key).has_value());
}

BOOST_AUTO_TEST_CASE(a_day_without_a_change_needs_no_copy_and_is_never_late)
{
    BOOST_TEST(state().is_late()); // there is none
    BOOST_TEST(is_daily_due(state(), clock.now()));
    BOOST_TEST(run().made.size() == 1u);
    BOOST_TEST(!state().is_late());
    BOOST_TEST(!is_daily_due(state(), clock.now()));
    clock.advance(10 * day);
    BOOST_TEST(!state().is_late());
    BOOST_TEST(run().was_current);

    add_unit("县税务局");
    BOOST_TEST(state().is_late());
    BOOST_TEST(state().first.days == 10);
    BOOST_TEST(is_daily_due(state(), clock.now()));
    BOOST_TEST(run().made.size() == 1u);
    BOOST_TEST(!state().is_late());
    add_unit("县民政局");
    clock.advance(day);
    BOOST_TEST(!state().is_late());
    clock.advance(day + 1);
    BOOST_TEST(state().is_late());
}

BOOST_AUTO_TEST_CASE(the_second_folder_gets_its_copy_when_it_is_there_and_is_remembered_when_not)
{
    auto settings = backup_settings(db->handle());
    settings.second = folder.file("U盘");
    set_backup_settings(*store, path, settings);
    auto first = run();
    BOOST_TEST(first.made.size() == 1u);
    BOOST_TEST(first.second_is_away);
    BOOST_TEST(first.troubles.empty());
    BOOST_TEST(state().second->is_late);

    std::filesystem::create_directories(path_of(settings.second));
    BOOST_TEST(run().made.size() == 1u); // the first has it already
    BOOST_TEST(!state().is_late());
    BOOST_TEST(run().made.empty());

    std::filesystem::rename(path_of(settings.second), path_of(folder.file("拔掉")));
    add_unit("县税务局");
    clock.advance(6 * day);
    run();
    BOOST_TEST(!state().second->is_late);
    BOOST_TEST(!state().second->is_there);
    BOOST_TEST(state().second->days == 6);
    clock.advance(2 * day);
    BOOST_TEST(state().second->is_late);
}

BOOST_AUTO_TEST_CASE(a_folder_that_was_set_and_is_not_there_is_told_and_not_made)
{
    BackupSettings settings;
    settings.folder = folder.file("移动硬盘");
    set_backup_settings(*store, path, settings);
    const auto told = run();
    BOOST_TEST(told.made.empty());
    BOOST_REQUIRE(told.troubles.size() == 1u);
    BOOST_TEST(english(told.troubles[0]).find("is not there") != std::string::npos);
    BOOST_TEST(!std::filesystem::exists(path_of(settings.folder)));
    BOOST_CHECK_THROW(
        back_up_before(tools, db->handle(), path, key, BackupReason::before_import), Error);
}

BOOST_AUTO_TEST_CASE(settings_are_kept_and_nonsense_is_refused)
{
    BackupSettings settings{.folder = folder.file("a"),
        .second = folder.file("b"),
        .keep = {.days = 3, .weeks = 2, .months = 1, .most_bytes = 1LL << 33},
        .first_days = 1,
        .second_days = 30,
        .daily = false,
        .on_exit = false};
    set_backup_settings(*store, path, settings);
    BOOST_TEST((backup_settings(db->handle()) == settings));
    settings.second = settings.folder;
    BOOST_CHECK_THROW(set_backup_settings(*store, path, settings), UsageError);
    settings.second.clear();
    settings.keep.days = 0;
    BOOST_CHECK_THROW(set_backup_settings(*store, path, settings), UsageError);
}

BOOST_AUTO_TEST_CASE(old_copies_go_and_what_is_not_ours_stays)
{
    std::filesystem::create_directories(path_of(copies));
    const auto strange = copies + "/照片.hall";
    tests::write_file(strange, "not ours");
    const auto keys = copies + "/别人.hall.keys";
    tests::write_file(keys, "not ours");
    auto other_key = DataKey::make(random);
    {
        Database other(folder.file("other.hall"), other_key, {.opening = Opening::fresh});
        make_backup(tools, other.handle(), folder.file("other.hall"), other_key,
            copies + "/other.hall", BackupReason::asked);
    }
    BackupSettings settings;
    settings.keep = {.days = 2, .weeks = 1, .months = 1};
    set_backup_settings(*store, path, settings);
    for (int i = 0; i < 40; ++i) {
        clock.advance(day);
        add_unit("单位" + std::to_string(i));
        BOOST_TEST_REQUIRE(run().made.size() == 1u);
    }
    int ours = 0;
    for (const auto& copy : backups_in(files, copies))
        ours += copy.note && copy.note->key == fingerprint_of(key) ? 1 : 0;
    BOOST_TEST(ours == 2);
    for (const auto& left : {strange, keys, copies + "/other.hall", copies + "/other.hall.json"})
        BOOST_TEST(files.exists(left), left);
}

BOOST_AUTO_TEST_CASE(what_a_power_cut_left_unfinished_goes_after_a_day)
{
    const auto made = make();
    const auto cut = copies + "/桃江县政务服务中心-20251231-0800.hall";
    for (const auto* end : {".unfinished", ".unfinished-journal"})
        tests::write_file(cut + end, "half");
    files.copy(made.path + ".json", cut + ".json");
    thin_out(tools, copies, key, {});
    BOOST_TEST(files.exists(cut + ".unfinished")); // somebody may be making it
    clock.advance(day + 1);
    thin_out(tools, copies, key, {});
    for (const auto* end : {".unfinished", ".unfinished-journal", ".json"})
        BOOST_TEST(!files.exists(cut + end));
    BOOST_TEST(!trouble_with(tools, made, key).has_value());
}

BOOST_AUTO_TEST_CASE(a_file_of_an_older_version_is_copied_before_it_is_brought_up_to_date)
{
    const auto old = folder.file("旧.hall");
    tests::make_old_file(old, key, 9);
    {
        const Database now(old, key, {.before_migration = backing_up(files, clock)});
    }
    const auto listed = backups_in(files, copies);
    BOOST_REQUIRE(listed.size() == 1u);
    BOOST_TEST(listed[0].note->schema == 9);
    BOOST_TEST((listed[0].note->reason == BackupReason::before_migration));
    BOOST_TEST(!trouble_with(tools, listed[0], key).has_value());
    BOOST_TEST(facts_of(old, key).schema == newest_schema());
    const Database again(old, key, {.before_migration = backing_up(files, clock)});
    BOOST_TEST(backups_in(files, copies).size() == 1u);
}

BOOST_AUTO_TEST_CASE(without_that_copy_the_file_stays_as_it_is_until_another_folder_is_named)
{
    const auto old = folder.file("旧.hall");
    tests::make_old_file(old, key, 9);
    tests::write_file(copies, "a file where the folder would be");
    const auto before = tests::bytes_of(old);
    BOOST_CHECK_THROW(
        Database(old, key, {.before_migration = backing_up(files, clock)}), BackupFailed);
    BOOST_TEST(facts_of(old, key).schema == 9);
    BOOST_TEST((tests::bytes_of(old) == before));

    const auto elsewhere = folder.file("别处");
    std::filesystem::create_directories(path_of(elsewhere));
    const Database now(old, key, {.before_migration = backing_up(files, clock, elsewhere)});
    BOOST_TEST(backups_in(files, elsewhere).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_ruined_copy_is_not_the_copy_of_this_state)
{
    const auto first = run();
    BOOST_REQUIRE(first.made.size() == 1u);
    tests::write_file(first.made[0].path, "");
    BOOST_TEST(!state().first.is_current);
    back_up_before(tools, db->handle(), path, key, BackupReason::before_import);
    const auto newest = newest_of(backups_in(files, copies), key);
    BOOST_TEST(!trouble_with(tools, *newest, key).has_value());

    auto bytes = tests::bytes_of(newest->path);
    bytes[bytes.size() - 100] = static_cast<char>(bytes[bytes.size() - 100] ^ 1);
    tests::write_file(newest->path, bytes); // as long as it was
    BOOST_TEST(run().made.size() == 1u);
}

BOOST_AUTO_TEST_CASE(of_copies_to_one_name_at_once_one_is_made_and_is_whole)
{
    std::filesystem::create_directories(path_of(copies));
    const auto to = copies + "/同一个.hall";
    std::vector<int> made(4);
    {
        std::vector<std::jthread> all;
        for (std::size_t i = 0; i < made.size(); ++i)
            all.emplace_back([&, i] {
                Database own(path, key);
                try {
                    make_backup(tools, own.handle(), path, key, to, BackupReason::asked);
                    made[i] = 1;
                } catch (const Error&) { // NOLINT(bugprone-empty-catch): another has the name
                }
            });
    }
    BOOST_TEST(std::ranges::count(made, 1) == 1);
    BOOST_TEST(names() == "同一个.hall 同一个.hall.json 同一个.hall.keys");
    BOOST_TEST(!trouble_with(tools, {to, note_beside(files, to)}, key).has_value());
}

BOOST_AUTO_TEST_CASE(a_note_that_is_there_is_nobodys_to_write_over)
{
    std::filesystem::create_directories(path_of(copies));
    const auto to = copies + "/我的.hall";
    tests::write_file(to + ".json", "mine");
    BOOST_CHECK_THROW(make_backup(tools, db->handle(), path, key, to, BackupReason::asked), Error);
    BOOST_TEST(tests::bytes_of(to + ".json") == "mine");
    BOOST_TEST(!files.exists(to));
}

BOOST_AUTO_TEST_CASE(copies_dated_ahead_hide_neither_lateness_nor_newer_copies)
{
    clock.advance(400 * day);
    run(Wanted::always);
    clock.advance(-400 * day);
    add_unit("县税务局");
    clock.advance(30 * day);
    BOOST_TEST(state().is_late());
    const auto made = run();
    BOOST_REQUIRE(made.made.size() == 1u);
    BOOST_TEST(files.exists(made.made[0].path));
    BOOST_TEST(!state().is_late());
}

BOOST_AUTO_TEST_SUITE_END()
