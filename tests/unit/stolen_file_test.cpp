#include "model/access/key_file.h"
#include "model/access/recovery.h"
#include "model/access/recovery_key.h"
#include "model/exchange/encoding.h"
#include "model/store/damage.h"
#include "model/store/store_message.h"
#include "tests/support/files.h"
#include "tests/support/office.h"
#include "tests/support/temp_folder.h"
#include "tests/support/unreadable.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace model;

namespace {

constexpr PassphraseCost cheap{1, 8192};
constexpr const char* secret = "袁燕涛密";
const std::vector<std::string> endings{"", "-wal", "-shm"};

/// What lies on the disk of a laptop that was stolen at work: the file, its log and its key file,
/// copied while the program had them open.
struct Stolen {
    Stolen()
    {
        const auto path = folder.file("hall.hall");
        {
            Database db(path, key, {.opening = Opening::fresh});
            save(db, secret);
        }
        Database again(path, key); // still open, so that the log is there
        save(again, "袁燕涛密二");
        KeyFile keys;
        keys.add_slot({Uuid::named("account", "1"), "李文员"}, "demo-2026", key, random, cheap);
        keys.save(files, path);
        KeyFile others;
        others.add_slot({Uuid::named("account", "1"), "李文员"}, "another", other, random, cheap);
        others.save(files, folder.file("other.hall"));
        for (const auto& ending : endings)
            std::filesystem::copy_file(path_of(path + ending), path_of(copy + ending));
        std::filesystem::copy_file(path_of(path + ".keys"), path_of(copy + ".keys"));
        before = bytes();
    }

    void save(Database& db, const std::string& name)
    {
        RecordStore store(db, hall_catalog(), clock, random);
        Batch batch(store, {.label = {msgid("Add {1}"), {name}}, .account = {{}, name}});
        batch.create(
            tests::make(hall_catalog().get("person"), Uuid::make(clock, random), {{"name", name}}));
        batch.commit();
    }

    std::string bytes() const
    {
        std::string all;
        for (const auto& ending : {"", "-wal"})
            all += tests::bytes_of(copy + ending);
        return all;
    }

    /// The one sentence it is refused with; nothing has changed.
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
        BOOST_TEST((bytes() == before), "the file and its log stay as they are");
        return told;
    }

    tests::TempFolder folder;
    SystemFiles files;
    SystemRandom random;
    ManualClock clock{tests::new_year_2026};
    DataKey key = DataKey::make(random);
    DataKey other = DataKey::make(random);
    std::string copy = folder.file("stolen.hall");
    std::string before;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(stolen_file_test, Stolen)

BOOST_AUTO_TEST_CASE(its_own_key_opens_the_copy_with_what_is_in_the_log)
{
    Database db(copy, KeyFile::load(files, copy).unlock("", "demo-2026").key);
    RecordStore store(db, hall_catalog(), clock, random);
    BOOST_TEST(store.count({.def = &hall_catalog().get("person")}) == 2);
}

BOOST_AUTO_TEST_CASE(no_byte_of_what_was_saved_can_be_read_in_it)
{
    for (const auto& ending : endings) {
        const auto raw = tests::bytes_of(copy + ending);
        BOOST_TEST(raw.size() > 4096U);
        tests::expect_unreadable(raw, secret, key);
        tests::expect_no_word_of_a_file(raw);
    }
    tests::expect_unreadable(tests::bytes_of(copy + ".keys"), secret, key);
}

BOOST_TEST_DECORATOR(*boost::unit_test::label("gb18030"))
BOOST_AUTO_TEST_CASE(nor_in_the_letters_of_older_programs)
{
    std::vector<std::string> missing;
    for (const auto& ending : endings)
        BOOST_TEST(tests::bytes_of(copy + ending).find(encode(secret, Encoding::gb18030, missing))
            == std::string::npos);
}

BOOST_AUTO_TEST_CASE(another_key_opens_nothing_and_changes_nothing)
{
    auto nearly = key;
    nearly.bytes.back() ^= 1U;
    const DataKey keys[] = {other, DataKey{}, nearly};
    for (const auto& wrong : keys) {
        for (const auto opening : {Opening::existing, Opening::read_only})
            BOOST_TEST(refusal([&] { Database(copy, wrong, {.opening = opening}); })
                == english(wrong_key_message(copy)));
        const auto found = damage(copy, wrong);
        BOOST_TEST_REQUIRE(found.size() == 1U);
        BOOST_TEST((found[0] == wrong_key_message(copy)));
        for (const auto& of_register : readable(copy, wrong, hall_catalog()))
            BOOST_TEST((of_register.records == 0 && !of_register.whole));
    }
}

BOOST_AUTO_TEST_CASE(a_wrong_passphrase_opens_nothing)
{
    for (const auto* wrong : {"demo-2025", "another", "Demo-2026", "", "  ", "demo-2026\n1"})
        BOOST_TEST(!refusal([&] { KeyFile::load(files, copy).unlock("", wrong); }).empty());
    BOOST_TEST(!refusal([&] { KeyFile::load(files, copy).unlock("王主任", "demo-2026"); }).empty());
}

BOOST_AUTO_TEST_CASE(a_wrong_recovery_key_opens_nothing)
{
    BOOST_TEST(refusal([&] {
        Recovery(files, clock, random, copy, parse_recovery(recovery_text(other)));
    }).starts_with("This recovery key does not open"));
    auto text = recovery_text(key);
    text[0] = text[0] == 'A' ? 'B' : 'A';
    BOOST_TEST(
        refusal([&] { parse_recovery(text); }).starts_with("The recovery key has a mistake"));
    BOOST_TEST(!refusal([] { parse_recovery(""); }).empty());
}

BOOST_AUTO_TEST_CASE(the_key_file_of_another_file_put_beside_it_opens_nothing)
{
    files.copy(folder.file("other.hall.keys"), copy + ".keys");
    const auto opened = KeyFile::load(files, copy).unlock("李文员", "another");
    BOOST_TEST(refusal([&] { Database(copy, opened.key); }) == english(wrong_key_message(copy)));
}

BOOST_AUTO_TEST_SUITE_END()
