#include "model/store/damage.h"

#include "model/base/error.h"
#include "model/store/store_message.h"
#include "tests/support/office.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <map>

using namespace model;

namespace {

constexpr int page_size = 4096;

void flip_byte(const std::string& path, int page, int offset)
{
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    const auto at = static_cast<std::streamoff>(page - 1) * page_size + offset;
    file.seekg(at);
    const auto byte = static_cast<char>(file.get() ^ 0x10);
    file.seekp(at);
    file.put(byte);
}

/// A small file with every kind of page: inner and leaf pages of a table and of an index, overflow
/// pages, free pages.
struct WithSmallFile {
    tests::TempFolder folder;
    SystemRandom random;
    DataKey key = DataKey::make(random);
    std::string path = folder.file("hall.db");
    std::map<int, std::string> written;
    int refused = 0;
    int needed = 0; ///< pages of the table and of its index

    WithSmallFile()
    {
        Database db(path, key, {.opening = Opening::fresh});
        db.handle().exec("CREATE TABLE t (n INTEGER PRIMARY KEY, text TEXT) STRICT;"
                         "CREATE INDEX t_text ON t (text)");
        Transaction transaction(db);
        for (int i = 0; i < 300; ++i) {
            written[i] = std::to_string(i) + std::string(i % 60 == 0 ? 9000 : 150, 'x');
            SQLite::Statement insert(db.handle(), "INSERT INTO t VALUES (?, ?)");
            insert.bind(1, i);
            insert.bind(2, written[i]);
            insert.exec();
        }
        db.handle().exec("DELETE FROM t WHERE n BETWEEN 55 AND 65");
        std::erase_if(written, [](const auto& row) { return row.first >= 55 && row.first <= 65; });
        transaction.commit();
        needed = db.handle()
                     .execAndGet("SELECT count(*) FROM dbstat WHERE name IN ('t', 't_text')")
                     .getInt();
    }

    int pages() const { return static_cast<int>(std::filesystem::file_size(path_of(path)) / page_size); }

    void flip(int page, int offset) const { flip_byte(path, page, offset); }

    /// Everything in the file, by the table or by the index; or the sentence that refuses it.
    std::string read(const char* sql, std::map<int, std::string>& rows) const
    try {
        Database db(path, key, {.opening = Opening::read_only});
        try {
            SQLite::Statement select(db.handle(), sql);
            while (select.executeStep())
                rows[select.getColumn(0).getInt()] = select.getColumn(1).getString();
        } catch (const SQLite::Exception& error) {
            return english(store_message(error, path));
        }
        return "";
    } catch (const StoreError& error) {
        return error.what();
    }

    /// Whether the file refuses with the right sentence or gives exactly what was written.
    bool is_honest()
    {
        for (const auto* sql : {"SELECT n, text FROM t NOT INDEXED ORDER BY n",
                 "SELECT n, text FROM t INDEXED BY t_text ORDER BY text"}) {
            std::map<int, std::string> rows;
            const auto refusal = read(sql, rows);
            refused += refusal.empty() ? 0 : 1;
            if (refusal.empty() ? rows != written : refusal != english(damaged_message(path)))
                return false;
        }
        return true;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(damage_test, WithSmallFile)

BOOST_AUTO_TEST_CASE(a_sound_file_has_no_damage)
{
    std::map<int, std::string> rows;
    BOOST_TEST(read("SELECT n, text FROM t", rows) == "");
    BOOST_TEST((rows == written));
    BOOST_TEST(damage(path, key).empty());
    BOOST_TEST(pages() > 20);
}

BOOST_AUTO_TEST_CASE(a_file_that_was_cut_off_tells_how_many_pages_it_had)
{
    const auto all = pages();
    const auto cut = [&](std::uintmax_t size) {
        std::filesystem::resize_file(path, size);
        std::vector<std::string> sentences;
        for (const auto& message : damage(path, key))
            sentences.push_back(english(message));
        return sentences;
    };
    const auto of = " of " + std::to_string(all);
    // Within the last page but one.
    const auto within = cut(static_cast<std::uintmax_t>(all - 2) * page_size + 100);
    BOOST_TEST_REQUIRE(within.size() == 2U);
    BOOST_TEST(within[0] == "Page " + std::to_string(all - 1) + of + " is damaged");
    BOOST_TEST(within[1]
        == "The file was cut off: of its " + std::to_string(all)
            + " pages 1 are missing at the end");
    const auto between = cut(static_cast<std::uintmax_t>(all - 5) * page_size);
    BOOST_TEST_REQUIRE(between.size() == 1U);
    BOOST_TEST(between[0].find("pages 5 are missing") != std::string::npos, between[0]);
}

BOOST_AUTO_TEST_CASE(a_flipped_byte_in_any_page_is_refused_and_never_gives_wrong_data)
{
    // Salt, page size, the header's other plain bytes, the content, the nonce, the seal.
    constexpr int offsets[] = {0, 16, 17, 18, 20, 21, 24, 100, 2048, page_size - 20, page_size - 1};
    for (int page = 1; page <= pages(); ++page)
        for (const int offset : offsets) {
            flip(page, offset);
            BOOST_TEST(is_honest(), "page " << page << ", byte " << offset);
            const auto found = damage(path, key);
            BOOST_TEST_REQUIRE(found.size() == 1, "page " << page << ", byte " << offset);
            BOOST_TEST(found[0].args[0] == std::to_string(page));
            flip(page, offset);
        }
    // Each page of the table or of its index is needed by one of the two ways.
    BOOST_TEST(needed > 15);
    BOOST_TEST(refused >= needed * std::ssize(offsets));
    BOOST_TEST(damage(path, key).empty());
}

BOOST_AUTO_TEST_CASE(a_file_cut_short_is_refused_as_damaged)
{
    std::filesystem::resize_file(path, 10 * page_size + 100);

    BOOST_TEST(is_honest());
    BOOST_TEST(!damage(path, key).empty());
}

BOOST_AUTO_TEST_CASE(pages_that_changed_places_are_damage)
{
    std::string a(page_size, 0);
    std::string b(page_size, 0);
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekg(5 * page_size).read(a.data(), page_size);
    file.seekg(6 * page_size).read(b.data(), page_size);
    file.seekp(5 * page_size).write(b.data(), page_size);
    file.seekp(6 * page_size).write(a.data(), page_size);
    file.close();

    BOOST_TEST(is_honest());
    BOOST_TEST(damage(path, key).size() == 2);
}

BOOST_AUTO_TEST_CASE(with_another_key_there_is_one_finding_the_key)
{
    const auto found = damage(path, DataKey::make(random));
    BOOST_REQUIRE(found.size() == 1);
    BOOST_TEST((found[0] == wrong_key_message(path)));
}

BOOST_AUTO_TEST_CASE(what_a_damaged_file_still_gives_is_counted_by_register)
{
    tests::TempFolder folder;
    SystemRandom random;
    ManualClock clock{tests::new_year_2026};
    const auto key = DataKey::make(random);
    const auto path = folder.file("hall.db");
    constexpr int all = 2000;
    std::map<Uuid, int> everybody;
    {
        Database db(path, key, {.opening = Opening::fresh});
        RecordStore store(db, hall_catalog(), clock, random);
        Batch batch(store, {.label = {msgid("Import {1}"), {"x"}}, .account = {}});
        for (int i = 0; i < all; ++i) {
            const auto id = Uuid::make(clock, random);
            everybody[id] = i;
            batch.create(tests::make(hall_catalog().get("person"), id,
                {{"name", "张" + std::to_string(i)}, {"remark", std::string(300, 'x')}}));
        }
        batch.create(tests::make(
            hall_catalog().get("unit"), Uuid::make(clock, random), {{"name", "县公安局"}}));
        batch.commit();
    }
    int middle = 0;
    {
        Database db(path, key, {.opening = Opening::read_only});
        middle = db.handle()
                     .execAndGet("SELECT max(pageno) FROM (SELECT pageno FROM dbstat WHERE name = "
                                 "'person' AND pagetype = 'leaf' ORDER BY path LIMIT 60)")
                     .getInt();
    }
    flip_byte(path, middle, 100);

    const auto found = readable(path, key, hall_catalog());

    const auto of = [&](std::string_view name) {
        return *std::ranges::find_if(
            found, [&](const Readable& each) { return each.def->name == name; });
    };
    BOOST_TEST(of("unit").whole);
    BOOST_TEST(of("unit").records == 1);
    BOOST_TEST(!of("person").whole);
    BOOST_TEST(of("person").records < all);
    BOOST_TEST(of("person").records > all - 50);
    BOOST_TEST(of("unit").unreadable == 0);
    BOOST_TEST(of("person").unreadable == all - of("person").records);
    const auto& named = of("person").first_unreadable;
    BOOST_REQUIRE(std::ssize(named) == std::min<std::int64_t>(20, of("person").unreadable));
    for (const auto& id : named)
        BOOST_TEST(everybody.contains(id));
    BOOST_TEST(std::ranges::is_sorted(named, {}, [&](const Uuid& id) { return everybody[id]; }));
    BOOST_TEST(everybody[named.front()] > 100);
}

BOOST_AUTO_TEST_SUITE_END()
