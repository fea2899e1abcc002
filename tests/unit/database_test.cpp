#include "model/store/database.h"

#include "model/base/error.h"
#include "model/store/damage.h"
#include "model/store/migrations.h"
#include "model/store/store_message.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>
#include <thread>

using namespace model;

namespace {

std::string bytes_of(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const std::string& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

struct WithFile {
    tests::TempFolder folder;
    SystemRandom random;
    DataKey key = DataKey::make(random);
    std::string path = folder.file("hall.db");

    WithFile() { Database(path, key, {.opening = Opening::fresh}); }

    std::string refusal(const DataKey& with, Opening opening = Opening::existing) const
    {
        try {
            Database db(path, with, {.opening = opening});
        } catch (const StoreError& error) {
            return error.what();
        }
        return "opened";
    }

    void fill(int rows)
    {
        Database db(path, key);
        db.handle().exec("CREATE TABLE t (n INTEGER PRIMARY KEY, text TEXT) STRICT;"
                         "CREATE INDEX t_text ON t (text)");
        Transaction transaction(db);
        for (int i = 0; i < rows; ++i) {
            SQLite::Statement insert(db.handle(), "INSERT INTO t VALUES (?, ?)");
            insert.bind(1, i);
            insert.bind(2, text(i));
            insert.exec();
        }
        transaction.commit();
    }

    /// Long enough here and there to need overflow pages.
    static std::string text(int i)
    {
        return "row " + std::to_string(i) + std::string(i % 50 == 0 ? 9000 : 100, 'x');
    }
};

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

int rows(Database& db)
{
    return db.handle().execAndGet("SELECT count(*) FROM t").getInt();
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(database_test, WithFile)

BOOST_AUTO_TEST_CASE(a_file_is_encrypted_from_its_first_byte)
{
    fill(10);
    const auto bytes = bytes_of(path);

    BOOST_REQUIRE(bytes.size() > 4096);
    BOOST_TEST(!contains(bytes, "SQLite format 3"));
    BOOST_TEST(!contains(bytes, "CREATE TABLE"));
    BOOST_TEST(!contains(bytes, "row 1"));
}

BOOST_AUTO_TEST_CASE(the_log_beside_it_is_encrypted_too)
{
    Database db(path, key);
    db.handle().exec("CREATE TABLE secrets (n INTEGER) STRICT");
    const auto log = bytes_of(path + "-wal");

    BOOST_REQUIRE(log.size() > 4096);
    BOOST_TEST(!contains(log, "secrets"));
}

BOOST_AUTO_TEST_CASE(what_was_committed_is_there_after_opening_again)
{
    fill(10);

    Database db(path, key);

    BOOST_TEST(rows(db) == 10);
    BOOST_TEST(schema_version(db.handle()) == newest_schema());
}

BOOST_AUTO_TEST_CASE(the_key_of_another_file_is_refused_and_named_so)
{
    const auto before = bytes_of(path);

    BOOST_TEST(refusal(DataKey::make(random)) == english(wrong_key_message(path)));
    BOOST_TEST(contains(refusal(DataKey::make(random)), "belongs to another data file"));
    BOOST_TEST(bytes_of(path) == before);
}

BOOST_AUTO_TEST_CASE(a_missing_file_is_not_made)
{
    std::filesystem::remove(path);

    BOOST_TEST(contains(refusal(key), "There is no file"));
    BOOST_TEST(contains(refusal(key, Opening::read_only), "There is no file"));
    BOOST_TEST(!std::filesystem::exists(path));
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_refused)
{
    write_bytes(path, "");
    BOOST_TEST(contains(refusal(key), "is empty"));
}

BOOST_AUTO_TEST_CASE(a_fresh_file_never_takes_the_place_of_one_that_is_there)
{
    const auto before = bytes_of(path);
    BOOST_TEST(contains(refusal(key, Opening::fresh), "is there already"));
    BOOST_TEST(bytes_of(path) == before);
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_named)
{
    path = folder.file("none") + "/hall.db";
    BOOST_TEST(contains(refusal(key, Opening::fresh), "cannot be opened"));
}

BOOST_AUTO_TEST_CASE(a_file_of_a_newer_version_is_refused_and_stays)
{
    {
        Database db(path, key);
        db.handle().exec("PRAGMA user_version = 9999");
    }
    BOOST_TEST(contains(refusal(key), "newer version"));
    BOOST_TEST(contains(refusal(key, Opening::read_only), "newer version"));
}

BOOST_AUTO_TEST_CASE(a_database_opened_for_reading_cannot_be_changed)
{
    fill(1);
    Database db(path, key, {.opening = Opening::read_only});

    BOOST_TEST(rows(db) == 1);
    try {
        db.handle().exec("DELETE FROM t");
        BOOST_ERROR("written");
    } catch (const SQLite::Exception& error) {
        BOOST_TEST(contains(english(store_message(error, path)), "write-protected"));
    }
}

BOOST_AUTO_TEST_CASE(a_writer_waits_for_another_and_says_so_when_it_takes_too_long)
{
    Database first(path, key);
    Database second(path, key);
    second.handle().setBusyTimeout(20);
    Transaction holding(first);

    try {
        Transaction waiting(second);
        BOOST_ERROR("both write");
    } catch (const StoreError& error) {
        BOOST_TEST(contains(error.what(), "in use by another program"));
    }
}

BOOST_AUTO_TEST_CASE(two_writers_at_the_same_time_lose_nothing)
{
    fill(0);
    const auto write = [&](int from) {
        Database db(path, key);
        for (int i = from; i < from + 50; ++i) {
            Transaction transaction(db);
            db.handle().exec("INSERT INTO t VALUES (" + std::to_string(i) + ", 'x')");
            transaction.commit();
        }
    };

    std::thread other(write, 1000);
    write(0);
    other.join();

    Database db(path, key);
    BOOST_TEST(rows(db) == 100);
    BOOST_TEST(damage(path, key).empty());
}

BOOST_AUTO_TEST_CASE(a_transaction_left_without_commit_leaves_nothing)
{
    fill(0);
    Database db(path, key);
    {
        Transaction transaction(db);
        db.handle().exec("INSERT INTO t VALUES (1, 'x')");
    }
    BOOST_TEST(rows(db) == 0);
}

BOOST_AUTO_TEST_CASE(an_inner_step_that_fails_keeps_the_outer_one_from_committing)
{
    fill(0);
    Database db(path, key);
    {
        Transaction outer(db);
        db.handle().exec("INSERT INTO t VALUES (1, 'x')");
        {
            Transaction inner(db);
        }
        BOOST_CHECK_THROW(outer.commit(), StoreError);
    }
    BOOST_TEST(rows(db) == 0);
}

BOOST_AUTO_TEST_CASE(a_database_in_memory_has_the_current_schema)
{
    auto db = Database::in_memory();
    BOOST_TEST(schema_version(db.handle()) == newest_schema());
}

BOOST_AUTO_TEST_CASE(a_transaction_is_not_committed_over_one_that_is_still_open_inside)
{
    auto db = Database::in_memory();
    Transaction outer(db);
    Transaction inner(db);
    inner.commit();
    BOOST_CHECK_THROW(outer.commit(), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()
