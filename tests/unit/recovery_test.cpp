#include "model/access/recovery.h"

#include "model/access/own_accounts.h"
#include "model/entities/catalog.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

constexpr PassphraseCost cheap{1, 8192};

/// A data file of Wang Min's, with its key file.
struct WithFile {
    WithFile()
    {
        Database db(path, key, {.opening = Opening::fresh});
        RecordStore store(db, hall_catalog(), clock, random);
        add_own_account(store, {wang.id, wang.name});
        keys.add_slot(wang, "correct horse", key, random, cheap);
        keys.save(files, path);
    }

    Recovery recovery() { return {files, clock, random, path, key}; }

    bool opens_with(const std::string& name, const std::string& passphrase)
    {
        try {
            return KeyFile::load(files, path).unlock(name, passphrase).key == key;
        } catch (const Error&) {
            return false;
        }
    }

    tests::TempFolder folder;
    SystemFiles files;
    SystemClock clock;
    SystemRandom random;
    DataKey key = DataKey::make(random);
    std::string path = folder.file("hall.hall");
    KeyFile::Account wang{Uuid::make(clock, random), "王敏"};
    KeyFile keys;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(recovery_test, WithFile)

BOOST_AUTO_TEST_CASE(the_key_sets_a_new_passphrase_for_the_account_there_is)
{
    auto back = recovery();
    const auto who = back.account_named("");
    BOOST_TEST((who.id == wang.id));
    back.set_passphrase(who, "battery staple");
    BOOST_TEST(opens_with("王敏", "battery staple"));
    BOOST_TEST(!opens_with("王敏", "correct horse"));
}

BOOST_AUTO_TEST_CASE(others_keep_their_passphrase)
{
    keys.add_slot({Uuid::make(clock, random), "李文员"}, "another horse", key, random, cheap);
    keys.save(files, path);
    auto back = recovery();
    BOOST_TEST(back.accounts().size() == 2u);
    BOOST_CHECK_THROW(back.account_named(""), UsageError);
    back.set_passphrase(back.account_named("王敏"), "battery staple");
    BOOST_TEST(opens_with("王敏", "battery staple"));
    BOOST_TEST(opens_with("李文员", "another horse"));
}

BOOST_AUTO_TEST_CASE(a_lost_or_damaged_key_file_is_made_anew_for_whose_file_it_is)
{
    files.remove(KeyFile::path_of(path));
    {
        auto back = recovery();
        BOOST_TEST((back.account_named("").id == wang.id));
        BOOST_TEST(back.put_aside().empty());
    }
    files.write(KeyFile::path_of(path), "no key file");
    auto back = recovery();
    BOOST_TEST(files.read(back.put_aside()).value() == "no key file");
    back.set_passphrase(back.account_named(""), "battery staple");
    BOOST_TEST(opens_with("王敏", "battery staple"));
}

BOOST_AUTO_TEST_CASE(a_passphrase_that_is_easy_to_guess_changes_nothing)
{
    auto back = recovery();
    BOOST_CHECK_THROW(back.set_passphrase(back.account_named(""), "123"), Error);
    BOOST_TEST(opens_with("王敏", "correct horse"));
}

BOOST_AUTO_TEST_CASE(the_key_of_another_file_opens_nothing)
{
    const auto other = DataKey::make(random);
    try {
        Recovery(files, clock, random, path, other);
        BOOST_FAIL("opened");
    } catch (const Error& error) {
        BOOST_TEST(std::string(error.what()).find("another data file") != std::string::npos);
    }
    BOOST_TEST(opens_with("王敏", "correct horse"));
}

BOOST_AUTO_TEST_SUITE_END()
