#include "model/access/backup_note.h"
#include "model/access/backup_plan.h"
#include "model/access/copy_look.h"
#include "model/access/recovery.h"
#include "model/access/recovery_key.h"
#include "model/access/restore.h"
#include "model/store/damage.h"
#include "model/store/rescue.h"
#include "model/store/store_message.h"
#include "tests/support/file_on_disk.h"
#include "tests/support/files.h"
#include "tests/support/unreadable.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>

using namespace model;

namespace {

constexpr const char* secret = "袁燕涛密";
constexpr const char* then = "the one of then 2025";

/// A copy that somebody took from the office's USB stick, with its note and its key file; the
/// passphrase was changed since, and the thief has another county's file and all its keys.
struct StolenCopy : tests::FileOnDisk {
    StolenCopy()
    {
        {
            Database db(path, key, {.opening = Opening::fresh});
            RecordStore store(db, hall_catalog(), clock, random);
            store.set_self(office());
            add_unit(store, secret);
        }
        set_passphrase(then);
        {
            Database db(path, key);
            copy = make_backup(
                tools, db.handle(), path, key, folder.file("stick.hall"), BackupReason::asked);
        }
        set_passphrase("the one of now 2026");
        Database(theirs, other, {.opening = Opening::fresh});
        KeyFile others;
        others.add_slot(
            {clerk.id, clerk.name}, "another", other, random, {.passes = 1, .memory = 1U << 16U});
        others.save(files, theirs);
        before = tests::bytes_of(copy.path);
    }

    /// The sentence it is refused with; the copy has not changed.
    template <class Work>
    std::string refusal(Work work)
    {
        std::string told;
        try {
            work();
        } catch (const Error& error) {
            told = describe(error);
            BOOST_TEST(told == english(error.message())); // nothing of a library's below it
        }
        BOOST_TEST((tests::bytes_of(copy.path) == before), "the copy stays as it is");
        return told;
    }

    Backup copy;
    DataKey other = DataKey::make(random);
    std::string theirs = folder.file("theirs.hall");
    std::string before;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(stolen_backup_test, StolenCopy)

BOOST_AUTO_TEST_CASE(no_byte_of_what_was_saved_can_be_read_in_it_or_beside_it)
{
    for (const auto& part : {copy.path, KeyFile::path_of(copy.path), note_path(copy.path)}) {
        const auto raw = tests::bytes_of(part);
        BOOST_TEST(!raw.empty());
        tests::expect_unreadable(raw, secret, key);
    }
    tests::expect_no_word_of_a_file(before);
    // No log or journal of the copying is left there either.
    for (const auto& entry : std::filesystem::directory_iterator(folder.file("")))
        if (const auto name = entry.path().filename().string(); name.starts_with("stick"))
            BOOST_TEST(
                (name == "stick.hall" || name == "stick.hall.keys" || name == "stick.hall.json"),
                name);
}

BOOST_AUTO_TEST_CASE(another_countys_key_opens_nothing)
{
    auto nearly = key;
    nearly.bytes.front() ^= 0x80U;
    const auto out = folder.file("out.hall");
    for (const auto& wrong : {other, DataKey{}, nearly}) {
        for (const auto opening : {Opening::existing, Opening::read_only})
            BOOST_TEST(refusal([&] { Database(copy.path, wrong, {.opening = opening}); })
                == english(wrong_key_message(copy.path)));
        BOOST_TEST((damage(copy.path, wrong) == std::vector{wrong_key_message(copy.path)}));
        for (const auto& of_register : readable(copy.path, wrong, hall_catalog()))
            BOOST_TEST((of_register.records == 0 && !of_register.whole));
        const auto no_key = "{1} cannot be opened with this key";
        BOOST_TEST(std::string(trouble_with(tools, copy, wrong).value().id).starts_with(no_key));
        BOOST_TEST(refusal([&] {
            CopyLook(files, clock, random, copy.path, wrong);
        }).starts_with(copy.path + " cannot be opened with this key"));
        BOOST_TEST(refusal([&] {
            restore_file(tools, copy, wrong, theirs, KeysAfter::from_copy);
        }).starts_with(copy.path + " cannot be opened with this key"));
        BOOST_TEST(!newest_of({copy}, wrong).has_value());
        // What saves from a damaged file saves nothing from one that is locked.
        BOOST_TEST(!refusal([&] {
            rescue(copy.path, wrong, out, hall_catalog(), clock, random);
        }).empty());
        BOOST_TEST(!std::filesystem::exists(path_of(out)));
    }
    BOOST_TEST(damage(theirs, other).empty());
}

BOOST_AUTO_TEST_CASE(the_passphrase_of_today_does_not_open_the_copy_of_then)
{
    BOOST_TEST(!refusal([&] {
        KeyFile::load(files, copy.path).unlock("", "the one of now 2026");
    }).empty());
    BOOST_TEST((KeyFile::load(files, copy.path).unlock("", then).key == key));
    // And the one of then opens the copy alone: today's file asks for today's.
    BOOST_TEST(!refusal([&] { KeyFile::load(files, path).unlock("", then); }).empty());
    for (const auto* wrong : {"another", "The one of then 2025", "", " "})
        BOOST_TEST(!refusal([&] { KeyFile::load(files, copy.path).unlock("", wrong); }).empty());
}

BOOST_AUTO_TEST_CASE(the_key_file_of_another_file_put_beside_it_opens_nothing)
{
    files.copy(KeyFile::path_of(theirs), KeyFile::path_of(copy.path));
    const auto opened = KeyFile::load(files, copy.path).unlock("", "another").key;
    BOOST_TEST(
        refusal([&] { Database(copy.path, opened); }) == english(wrong_key_message(copy.path)));
}

BOOST_AUTO_TEST_CASE(the_recovery_key_of_another_file_opens_nothing)
{
    BOOST_TEST(refusal([&] {
        Recovery(files, clock, random, copy.path, parse_recovery(recovery_text(other)));
    }).starts_with("This recovery key does not open"));
    BOOST_TEST((KeyFile::load(files, copy.path).unlock("", then).key == key)); // as it was
}

BOOST_AUTO_TEST_CASE(a_note_that_names_another_file_makes_no_copy_of_it)
{
    auto note = copy.note.value();
    note.key = fingerprint_of(other);
    write_note(files, copy.path, note);
    const auto forged = backups_in(files, folder.file("")).at(0);
    BOOST_TEST((newest_of({forged}, other)->path == copy.path));
    BOOST_TEST(trouble_with(tools, forged, other).has_value());
    BOOST_TEST(
        !refusal([&] { restore_file(tools, forged, other, theirs, KeysAfter::as_now); }).empty());
    BOOST_TEST(damage(theirs, other).empty());
}

BOOST_AUTO_TEST_SUITE_END()
