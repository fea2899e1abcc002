#include "model/access/recovery_key.h"
#include "model/store/database.h"
#include "tests/support/attached.h"
#include "tests/support/files.h"
#include "tests/support/hallctl.h"
#include "tests/support/server_process.h"

#include <algorithm>

namespace json = boost::json;

namespace {

constexpr int people = 400;

/// A laptop of a county with many people, some edits not sent yet, and a file that gets damaged.
struct WithDamage : tests::HallctlWithFile {
    WithDamage()
    {
        model::SystemFiles files;
        model::write_join(files, file("county.join"), server.new_code("agency", "430922"));
        ask({"enrol", "--join", file("county.join")});
        std::string sheet = "姓名,联系电话\n";
        for (int i = 0; i < people; ++i)
            sheet += "人员" + std::to_string(i) + ",138000" + std::to_string(10000 + i) + '\n';
        tests::write_file(file("人员.csv"), sheet);
        ask({"import", "person", file("人员.csv")});
        ask({"sync"});
        waiting = create({"person", "name=未报送"});
    }

    /// Spoils one leaf page in the middle of that table.
    void spoil(const std::string& table, const std::string& kind = "leaf") const
    {
        int page = 0;
        {
            model::Database db(file("hall.db"), model::parse_recovery(text(made, "recovery_key")));
            SQLite::Statement pages(db.handle(),
                "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY path");
            pages.bind(1, table);
            pages.bind(2, kind);
            std::vector<int> found;
            while (pages.executeStep())
                found.push_back(pages.getColumn(0).getInt());
            BOOST_REQUIRE(found.size() > 2U);
            page = found[found.size() / 2];
            db.handle().exec("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        auto bytes = tests::bytes_of(file("hall.db"));
        auto& byte = bytes[static_cast<std::size_t>(page - 1) * 4096 + 100];
        byte = static_cast<char>(byte ^ 1);
        tests::write_file(file("hall.db"), bytes);
        std::filesystem::remove(file("hall.db-wal"));
        std::filesystem::remove(file("hall.db-shm"));
    }

    tests::Run rescue(const std::string& to) const { return on_file({"--json", "rescue", to}); }

    std::int64_t persons() const { return ask({"list", "person"}).at("total").as_int64(); }

    tests::ServerProcess server;
    std::string waiting;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hallctl_rescue_test, WithDamage)

BOOST_AUTO_TEST_CASE(what_a_damaged_page_took_comes_back_from_the_county)
{
    spoil("person");
    BOOST_TEST(on_file({"verify"}).exit == 1);
    const auto before = tests::bytes_of(file("hall.db"));
    const auto done = rescue(file("救出.hall"));
    BOOST_TEST(done.exit == 3, done.err);
    const auto answer = done.json();
    const auto lost = std::ssize(answer.at("lost").as_array());
    BOOST_TEST(lost > 0);
    BOOST_TEST(lost < people / 2);
    BOOST_TEST(!answer.at("edits_lost").as_bool());
    BOOST_TEST((tests::bytes_of(file("hall.db")) == before));

    const auto restored = ask({"restore-from", file("救出.hall")});
    BOOST_TEST(restored.at("kept_as").is_string());
    BOOST_TEST(on_file({"verify"}).exit == 0);
    BOOST_TEST(persons() == people + 1 - lost);
    BOOST_TEST(on_file({"search", "人员7"}).exit == 0);
    const auto told = ask({"sync"});
    BOOST_TEST(told.at("unsent").as_int64() == 0);
    BOOST_TEST(told.at("conflicts").as_int64() == 0);
    BOOST_TEST(persons() == people + 1);
    BOOST_TEST(ask({"sync"}).at("repaired").as_int64() == 0);

    tests::HallctlWithFile other;
    model::SystemFiles files;
    model::write_join(files, other.file("county.join"), server.new_code("agency", "430922"));
    other.ask({"enrol", "--join", other.file("county.join")});
    other.ask({"sync"});
    BOOST_TEST(other.ask({"list", "person"}).at("total").as_int64() == people + 1);
    BOOST_TEST(other.on_file({"get", "person", waiting}).exit == 0);
}

BOOST_AUTO_TEST_CASE(records_whose_identity_is_damaged_are_found_by_the_index)
{
    spoil("rec");
    const auto done = rescue(file("救出.hall"));
    BOOST_TEST(done.json().at("lost").as_array().empty());
    ask({"restore-from", file("救出.hall")});
    BOOST_TEST(persons() == people + 1);
    BOOST_TEST(ask({"sync"}).at("conflicts").as_int64() == 0);
    BOOST_TEST(persons() == people + 1);
    BOOST_TEST(ask({"sync"}).at("repaired").as_int64() == 0);
}

BOOST_AUTO_TEST_CASE(a_photo_whose_content_is_damaged_comes_back_from_the_county)
{
    const auto photo = tests::photo(600'000);
    tests::write_file(file("证件照.jpg"), photo);
    const auto id = text(ask({"attach", "person", waiting, file("证件照.jpg")}), "id");
    ask({"sync"});
    spoil("content_piece", "overflow");
    const auto done = rescue(file("救出.hall"));
    BOOST_TEST(done.exit == 3, done.err);
    BOOST_TEST(done.json().at("lost").as_array().empty());
    BOOST_TEST(done.json().at("contents_lost").as_int64() == 1);
    ask({"restore-from", file("救出.hall")});
    BOOST_TEST(on_file({"fetch", id, file("out.jpg")}).exit == 1);
    const auto told = ask({"sync"});
    BOOST_TEST(told.at("contents").as_object().at("fetched").as_int64() == 1);
    ask({"fetch", id, file("out.jpg")});
    BOOST_TEST((tests::bytes_of(file("out.jpg")) == photo));
}

BOOST_AUTO_TEST_CASE(a_sound_file_needs_no_rescue_and_nothing_is_written_over)
{
    const auto sound = rescue(file("救出.hall"));
    BOOST_TEST(sound.exit == 1);
    BOOST_TEST(!std::filesystem::exists(file("救出.hall")));
    spoil("person");
    tests::write_file(file("救出.hall"), "mine");
    const auto taken = rescue(file("救出.hall"));
    BOOST_TEST(taken.exit == 1);
    BOOST_TEST(taken.err.find("换") != std::string::npos, taken.err);
    BOOST_TEST(tests::bytes_of(file("救出.hall")) == "mine");
}

BOOST_AUTO_TEST_SUITE_END()
