#include "model/access/recovery.h"

#include "model/entities/catalog.h"
#include "model/store/own_accounts.h"
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
    Account wang{Uuid::make(clock, random), "王敏"};
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
    BOOST_TEST(!files.exists(KeyFile::path_of(path) + ".damaged")); // who only looks leaves nothing
    back.set_passphrase(back.account_named(""), "battery staple");
    BOOST_TEST(files.read(back.put_aside()).value() == "no key file");
    BOOST_TEST(opens_with("王敏", "battery staple"));
}

BOOST_AUTO_TEST_CASE(each_damaged_key_file_is_kept)
{
    std::vector<std::string> kept;
    for (const auto* damaged : {"no key file", "nor this"}) {
        files.write(KeyFile::path_of(path), damaged);
        auto back = recovery();
        back.set_passphrase(back.account_named(""), "battery staple");
        back.set_passphrase(back.account_named(""), "battery staple again");
        kept.push_back(back.put_aside());
    }
    BOOST_TEST(files.read(kept[0]).value() == "no key file");
    BOOST_TEST(files.read(kept[1]).value() == "nor this");
}

BOOST_AUTO_TEST_CASE(a_key_file_of_a_newer_program_stays)
{
    auto text = files.read(KeyFile::path_of(path)).value();
    const std::string version = R"("version":1)";
    text.replace(text.find(version), version.size(), R"("version":3)");
    files.write(KeyFile::path_of(path), text);
    BOOST_CHECK_EXCEPTION(recovery(), Error, [](const Error& error) {
        return std::string(error.what()).find("newer version") != std::string::npos;
    });
    BOOST_TEST(files.read(KeyFile::path_of(path)).value() == text);
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
