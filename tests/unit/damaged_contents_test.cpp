#include "model/base/hash.h"
#include "model/store/contents.h"
#include "tests/support/attached.h"
#include "tests/support/files.h"
#include "tests/support/office.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

using namespace model;
using tests::photo;

namespace {

constexpr int page_size = 4096;

/// A file with contents of attachments, of which a disk damages one page.
struct WithContents {
    WithContents()
    {
        Database db(path, key, {.opening = Opening::fresh});
        RecordStore store(db, hall_catalog(), clock, random);
        store.set_self({.region = "430922", .office = "桃江县政务服务中心"});
        for (unsigned seed = 1; seed <= count; ++seed)
            Contents(store).put(photo(9000, seed));
    }

    /// The page in the middle of that table's leaves.
    int page_of(const std::string& table)
    {
        Database db(path, key);
        SQLite::Statement page(db.handle(),
            "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path");
        page.bind(1, table);
        std::vector<int> found;
        while (page.executeStep())
            found.push_back(page.getColumn(0).getInt());
        return found.at(found.size() / 2);
    }

    void damage(const std::string& table)
    {
        const auto page = page_of(table);
        auto bytes = tests::bytes_of(path);
        auto& byte = bytes.at(static_cast<std::size_t>(page - 1) * page_size + 2048);
        byte = static_cast<char>(byte ^ 0x10);
        tests::write_file(path, bytes);
        std::filesystem::remove(path_of(path + "-wal"));
        std::filesystem::remove(path_of(path + "-shm"));
    }

    static constexpr unsigned count = 200; ///< so that their table has several pages
    tests::TempFolder folder;
    SystemRandom random;
    ManualClock clock{tests::new_year_2026};
    DataKey key = DataKey::make(random);
    std::string path = folder.file("hall.hall");
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(damaged_contents_test, WithContents)

BOOST_AUTO_TEST_CASE(a_row_that_cannot_be_read_stops_no_other_content)
{
    damage("content");
    Database db(path, key);
    RecordStore store(db, hall_catalog(), clock, random);
    Contents contents(store);
    BOOST_CHECK_THROW(db.handle().execAndGet("SELECT sum(owed + told) FROM content NOT INDEXED"),
        SQLite::Exception);

    // Each is looked at, and none of them stops the next look at the same place.
    for (int look = 0; look < 4; ++look)
        BOOST_TEST(contents.look_at_some(64 << 20) == 0);
    for (unsigned seed = 1; seed <= count; ++seed)
        BOOST_TEST_REQUIRE(
            contents.read(sha256_hex(photo(9000, seed))).value() == photo(9000, seed));
    BOOST_TEST(contents.damaged().empty());
    BOOST_TEST(contents.to_fetch(10).empty());
    BOOST_TEST(contents.count_to_send() == 0);
}

BOOST_AUTO_TEST_CASE(bytes_that_cannot_be_read_are_damaged_and_the_others_are_looked_at)
{
    damage("content_piece");
    Database db(path, key);
    RecordStore store(db, hall_catalog(), clock, random);
    Contents contents(store);
    std::int64_t found = 0;
    for (int look = 0; look < 4; ++look)
        found += contents.look_at_some(64 << 20);
    BOOST_TEST(found >= 1);
    BOOST_TEST(std::ssize(contents.damaged()) == found);
    std::int64_t whole = 0;
    for (unsigned seed = 1; seed <= count; ++seed)
        whole += contents.has(sha256_hex(photo(9000, seed)));
    BOOST_TEST(whole == count - found);
}

BOOST_AUTO_TEST_SUITE_END()
