#include "model/access/tries.h"

#include "model/access/audit_log.h"
#include "model/access/recovery.h"
#include "model/access/sign_in.h"
#include "model/entities/catalog.h"
#include "tests/support/office.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

constexpr PassphraseCost cheap{1, 8192};
constexpr Instant minute = 60'000;

struct WithKeyFile {
    WithKeyFile()
    {
        keys.add_slot(wang, "correct horse", key, random, cheap);
        keys.add_slot(li, "battery staple", key, random, cheap);
        keys.save(files, path);
    }

    enum class Answer { in, wrong, held };

    Answer try_as(const Account& who, const char* passphrase)
    {
        try {
            sign_in(files, clock, path, keys, who.name, passphrase, SignInBy::desktop);
            return Answer::in;
        } catch (const HeldBack&) {
            return Answer::held;
        } catch (const WrongPassphrase&) {
            return Answer::wrong;
        }
    }

    void wrong(int times)
    {
        for (int i = 0; i < times; ++i)
            BOOST_REQUIRE((try_as(wang, "guess") == Answer::wrong));
    }

    Instant wait() { return Tries(files, clock, path).wait_of(wang.id); }

    tests::TempFolder folder;
    SystemFiles files;
    ManualClock clock{tests::new_year_2026};
    SeededRandom random{7};
    DataKey key = DataKey::make(random);
    std::string path = folder.file("hall.db");
    Account wang{Uuid::make(clock, random), "王敏"};
    Account li{Uuid::make(clock, random), "李文员"};
    KeyFile keys;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(tries_test, WithKeyFile)

BOOST_AUTO_TEST_CASE(five_wrong_passphrases_hold_the_account_and_nobody_else)
{
    wrong(4);
    BOOST_TEST(wait() == 0);
    wrong(1);
    BOOST_TEST(wait() == minute);
    BOOST_TEST((try_as(wang, "correct horse") == Answer::held)); // even the right one
    BOOST_TEST((try_as(li, "battery staple") == Answer::in));
    BOOST_TEST((try_as(wang, "correct horse") == Answer::held)); // another's sign-in frees nobody
    clock.advance(minute - 1);
    BOOST_TEST((try_as(wang, "correct horse") == Answer::held));
    clock.advance(1);
    BOOST_TEST((try_as(wang, "correct horse") == Answer::in));
    wrong(4); // counted from the start again
    BOOST_TEST(wait() == 0);
}

BOOST_AUTO_TEST_CASE(the_wait_doubles_up_to_an_hour)
{
    wrong(5);
    for (const Instant minutes : {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
        BOOST_TEST(wait() == minutes * minute);
        clock.advance(wait());
        wrong(1);
    }
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_turned_back_neither_ends_the_wait_nor_makes_it_last_for_ever)
{
    wrong(5);
    clock.advance(minute / 2);
    clock.advance(-400LL * 24 * 60 * minute);
    BOOST_TEST(wait() == minute);
    clock.advance(minute / 2);
    BOOST_TEST(wait() == minute / 2);
    clock.advance(minute / 2);
    BOOST_TEST((try_as(wang, "correct horse") == Answer::in));
}

BOOST_AUTO_TEST_CASE(a_clock_turned_ahead_and_back_gains_no_more_than_the_try_it_was_turned_for)
{
    wrong(5);
    clock.advance(minute);
    wrong(1);
    clock.advance(-minute);
    BOOST_TEST(wait() == 2 * minute);
}

BOOST_AUTO_TEST_CASE(a_name_nobody_has_is_noted_but_holds_nobody)
{
    const Account nobody{{}, "赵六"};
    for (int i = 0; i < 8; ++i)
        BOOST_TEST((try_as(nobody, "guess") == Answer::wrong));
    Tries tries(files, clock, path);
    BOOST_TEST(tries.waiting().tries.size() == 8u);
    BOOST_TEST(tries.waiting().tries.front().account.is_nil());
}

BOOST_AUTO_TEST_CASE(who_is_held_stays_so_when_the_audit_log_took_the_tries)
{
    wrong(6 - 1);
    clock.advance(minute);
    wrong(1);
    Tries tries(files, clock, path);
    tries.drop_waiting();
    BOOST_TEST(tries.waiting().tries.empty());
    BOOST_TEST(wait() == 2 * minute);
    tries.forget(wang.id);
    BOOST_TEST(wait() == 0);
    BOOST_TEST(!files.exists(path + ".tries"));
}

BOOST_AUTO_TEST_CASE(a_file_of_tries_that_cannot_be_read_holds_nobody_and_is_written_anew)
{
    for (const char* broken : {"", "[]", "{\"held\":7}", "{\"held\":{\"x\":1},\"tries\":{}}"}) {
        files.write(path + ".tries", broken);
        BOOST_TEST(wait() == 0);
        wrong(5);
        BOOST_TEST(wait() == minute);
    }
}

BOOST_AUTO_TEST_CASE(times_that_cannot_be_are_cut_to_what_can)
{
    files.write(path + ".tries",
        R"({"tries":[{"at":253402300800000000,"program":"x"},{"at":-9223372036854775808}],"more":-5,)"
        R"("held":{")"
            + wang.id.text() + R"(":{"count":9223372036854775807,"at":-9223372036854775808}}})");
    BOOST_TEST(wait() == 0); // that was long ago
    Tries(files, clock, path).count(wang.id);
    BOOST_TEST(wait() == 60 * minute);

    Database db(path, key, {.opening = Opening::fresh});
    RecordStore store(db, hall_catalog(), clock, random);
    note_sign_in(store, files, path, {li.id, li.name}, SignInBy::desktop);
    const auto entries = audit_entries(store, {.what = audited::sign_in_refused});
    BOOST_REQUIRE(entries.size() == 2U);
    for (const auto& entry : entries)
        BOOST_TEST(entry.at <= clock.now());
}

BOOST_AUTO_TEST_CASE(the_recovery_key_frees_the_account)
{
    {
        Database fresh(path, key, {.opening = Opening::fresh});
        RecordStore store(fresh, hall_catalog(), clock, random);
        store.set_self({.region = "430922", .office = "桃江县政务服务中心"});
    }
    wrong(5);
    Recovery(files, clock, random, path, key).set_passphrase(wang, "a new passphrase");
    BOOST_TEST(wait() == 0);
    keys = KeyFile::load(files, path);
    BOOST_TEST((try_as(wang, "a new passphrase") == Answer::in));
}

BOOST_AUTO_TEST_CASE(the_wait_is_told_with_what_is_left)
{
    const auto words = words_of_wait("王敏", 3 * minute + 20'001);
    BOOST_TEST(english(words)
        == "Too many wrong tries for 王敏: wait 3 min 21 s, or use the recovery key");
}

BOOST_AUTO_TEST_SUITE_END()
