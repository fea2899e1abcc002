#include "model/access/key_file.h"
#include "model/entities/catalog.h"
#include "model/store/batch.h"
#include "tests/support/files.h"
#include "tests/support/hallctl.h"
#include "tests/support/office.h"

#include <filesystem>
#include <fstream>

namespace json = boost::json;

namespace {

json::array list_of(const json::object& object, const char* key)
{
    return object.at(key).as_array();
}

bool is_one_sentence(const std::string& text)
{
    return !text.empty() && text.find('\n') == text.size() - 1;
}

} // namespace

BOOST_AUTO_TEST_SUITE(hallctl_file_test)

BOOST_FIXTURE_TEST_CASE(init_makes_an_encrypted_file_and_tells_the_recovery_key, tests::Hallctl)
{
    const auto made = init();

    BOOST_TEST(made.at("account").as_string() == "李文员");
    BOOST_TEST(made.at("recovery_key").as_string().size() > 60);
    const auto bytes = tests::bytes_of(file("hall.db"));
    BOOST_TEST(bytes.size() > 4096);
    BOOST_TEST(!bytes.starts_with("SQLite format 3"));
    BOOST_TEST(bytes.find("桃江县") == std::string::npos);
    BOOST_TEST(tests::bytes_of(file("hall.db.keys")).find("一个 good") == std::string::npos);
    const auto place = ask({"get", "place", std::string(made.at("place").as_string())});
    const auto record = place.at("record").as_object();
    BOOST_TEST(record.at("name").as_string() == "桃江县政务服务中心");
    BOOST_TEST(record.at("type").as_string() == "hall");
    BOOST_TEST(record.at("region").as_string() == "430922");
}

BOOST_FIXTURE_TEST_CASE(a_new_file_wants_a_passphrase_that_is_hard_to_guess, tests::Hallctl)
{
    environment["HALLKEEPER_PASSPHRASE"] = "1234567";

    const auto refused = on_file({"init", "--region", "430922", "--office", "桃江县政务服务中心"});

    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(is_one_sentence(refused.err));
    BOOST_TEST(!std::filesystem::exists(file("hall.db")));
    BOOST_TEST(!std::filesystem::exists(file("hall.db.keys")));
}

BOOST_FIXTURE_TEST_CASE(init_never_touches_a_file_that_is_there, tests::HallctlWithFile)
{
    const auto before = tests::bytes_of(file("hall.db")) + tests::bytes_of(file("hall.db.keys"));

    const auto again = on_file({"init", "--region", "430922", "--office", "别的"});

    BOOST_TEST(again.exit == 1);
    BOOST_TEST(is_one_sentence(again.err));
    BOOST_TEST(
        (tests::bytes_of(file("hall.db")) + tests::bytes_of(file("hall.db.keys")) == before));
}

BOOST_FIXTURE_TEST_CASE(the_kind_of_the_office_follows_from_its_region, tests::Hallctl)
{
    const auto init_as = [&](const std::string& region) {
        const auto db = file(region + ".db");
        const auto made = run({"--db", db, "--json", "init", "--region", region, "--office", "甲"});
        BOOST_REQUIRE_MESSAGE(made.exit == 0, made.err);
        const std::string place(made.json().at("place").as_string());
        return std::string(run({"--db", db, "--json", "get", "place", place})
                               .json()
                               .at("record")
                               .at("type")
                               .as_string());
    };

    BOOST_TEST(init_as("430922101") == "township_centre");
    BOOST_TEST(init_as("430922101005") == "village_station");
    BOOST_TEST(run({"--db", file("x.db"), "init", "--region", "4309", "--office", "甲"}).exit == 2);
    BOOST_TEST(run({"--db", file("x.db"), "init", "--region", "430922"}).exit == 2);
}

BOOST_FIXTURE_TEST_CASE(each_thing_that_keeps_a_file_shut_has_its_sentence, tests::HallctlWithFile)
{
    const auto refuses = [&](const char* what) {
        const auto run = on_file({"list", "unit"});
        BOOST_TEST_CONTEXT(what)
        {
            BOOST_TEST(run.exit == 1);
            BOOST_TEST(run.out.empty());
            BOOST_TEST(is_one_sentence(run.err));
        }
        return run.err;
    };

    environment["HALLKEEPER_PASSPHRASE"] = "wrong";
    const auto wrong = refuses("a wrong passphrase");
    environment["HALLKEEPER_PASSPHRASE"] = passphrase;
    std::filesystem::rename(file("hall.db.keys"), file("away"));
    const auto missing = refuses("a missing key file");
    std::filesystem::rename(file("away"), file("hall.db.keys"));
    {
        std::fstream damaged(file("hall.db"), std::ios::in | std::ios::out | std::ios::binary);
        damaged.seekp(2000).put('x').put('y').put('z');
    }
    const auto damaged = refuses("a damaged page");

    BOOST_TEST(wrong != missing);
    BOOST_TEST(missing != damaged);
    BOOST_TEST(on_file({"verify"}).exit == 1);
    BOOST_TEST(run({"--db", file("nowhere.db"), "list", "unit"}).exit == 1);
}

BOOST_FIXTURE_TEST_CASE(a_region_nobody_knows_is_pointed_out, tests::Hallctl)
{
    const auto made = on_file({"init", "--region", "999999", "--office", "x"});
    BOOST_TEST(made.exit == 0);
    BOOST_TEST(made.err.find("999999") != std::string::npos, made.err);
}

BOOST_FIXTURE_TEST_CASE(what_is_no_data_file_is_told, tests::HallctlWithFile)
{
    const auto says = [&](const std::string& path, const std::string& text) {
        const auto run = this->run({"--db", path, "--lang", "en", "list", "unit"});
        BOOST_TEST(run.exit == 1);
        BOOST_TEST(run.err.starts_with(text), run.err);
    };
    model::SystemRandom random;
    std::string noise(64U << 10U, '\0');
    random.fill({reinterpret_cast<std::uint8_t*>(noise.data()), noise.size()});

    for (const auto& content : {std::string("a letter"), noise}) {
        tests::write_file(file("other.hall"), content);
        std::filesystem::copy_file(file("hall.db.keys"), file("other.hall.keys"),
            std::filesystem::copy_options::overwrite_existing);
        says(file("other.hall"), file("other.hall") + " is no data file of Hallkeeper");
    }
    says(file(""), file("") + " is a folder");
}

BOOST_FIXTURE_TEST_CASE(the_recovery_key_opens_the_bare_file, tests::HallctlWithFile)
{
    const auto unit = create({"unit", "name=县公安局"});
    std::filesystem::remove(file("hall.db.keys"));
    const auto key = text(made, "recovery_key");

    environment["HALLKEEPER_PASSPHRASE"] = "another one";
    BOOST_TEST(on_file({"recover", "--key", key + "x"}).exit == 1);
    BOOST_TEST(text(ask({"recover", "--key", key}), "account") == "李文员");

    BOOST_TEST(record("unit", unit).at("name").as_string() == "县公安局");
    BOOST_TEST(on_file({"verify"}).exit == 0);
    // The history goes on under the same account.
    ask({"undo"});
}

BOOST_FIXTURE_TEST_CASE(
    who_recovers_a_file_of_several_people_says_who_he_is, tests::HallctlWithFile)
{
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "的第二 passphrase";
    ask({"account", "add", "王五"});
    std::filesystem::remove(file("hall.db.keys"));
    const auto key = text(made, "recovery_key");

    const auto unsaid = on_file({"recover", "--key", key});
    BOOST_TEST(unsaid.exit == 2);
    BOOST_TEST(unsaid.err.find("李文员、王五") != std::string::npos, unsaid.err);
    BOOST_TEST(!std::filesystem::exists(file("hall.db.keys")));

    BOOST_TEST(text(ask({"--user", "王五", "recover", "--key", key}), "account") == "王五");
    // The new passphrase is the one of the variable for new ones, not the old one.
    BOOST_TEST(on_file({"list", "unit"}).exit == 1);
    environment["HALLKEEPER_PASSPHRASE"] = "的第二 passphrase";
    ask({"list", "unit"});
}

BOOST_FIXTURE_TEST_CASE(
    the_recovery_key_of_another_file_is_told_from_a_lost_key_file, tests::HallctlWithFile)
{
    tests::Hallctl other;
    const auto key = text(other.init(), "recovery_key");

    const auto refused = on_file({"recover", "--key", key});

    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(refused.err.find("另一个数据文件") != std::string::npos, refused.err);
    BOOST_TEST(refused.err.find(".keys") == std::string::npos, refused.err);
}

BOOST_FIXTURE_TEST_CASE(verify_takes_no_empty_file_for_a_sound_one, tests::HallctlWithFile)
{
    tests::write_file(file("empty.hall"), "");
    std::filesystem::copy_file(file("hall.db.keys"), file("empty.hall.keys"));

    const auto empty = run({"--db", file("empty.hall"), "--lang", "zh_CN", "verify"});

    BOOST_TEST(empty.exit == 1);
    BOOST_TEST(empty.out.find("是空文件") != std::string::npos, empty.out + empty.err);
}

BOOST_FIXTURE_TEST_CASE(verify_calls_no_file_damaged_for_a_foreign_key, tests::HallctlWithFile)
{
    ask({"create", "unit", "name=县公安局"});
    run({"--db", file("other.hall"), "init", "--region", "430922", "--office", "别处"});
    std::filesystem::copy_file(file("other.hall.keys"), file("hall.db.keys"),
        std::filesystem::copy_options::overwrite_existing);

    const auto wrong = on_file({"--lang", "zh_CN", "verify"});

    BOOST_TEST(wrong.exit == 1);
    BOOST_TEST(wrong.out.find("密钥") != std::string::npos, wrong.out + wrong.err);
    BOOST_TEST(
        (wrong.out + wrong.err).find("最近的备份") == std::string::npos, wrong.out + wrong.err);
}

BOOST_FIXTURE_TEST_CASE(several_accounts_open_one_file, tests::HallctlWithFile)
{
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "x";
    BOOST_TEST(on_file({"account", "add", "王五"}).exit == 1);
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "the second one";
    ask({"--user", "李文员", "account", "add", "王五", "--role", "founder"});
    environment["HALLKEEPER_PASSPHRASE"] = "the second one";

    BOOST_TEST(on_file({"list", "unit"}).exit == 2);
    const auto unit = text(ask({"--user", "王五", "create", "unit", "name=县教育局"}), "id");
    const auto steps = list_of(ask({"--user", "王五", "history", "unit", unit}), "steps");
    BOOST_TEST(steps.at(0).at("user").as_string() == "王五");
    BOOST_TEST(list_of(ask({"account", "list"}), "accounts").size() == 2);
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "the third one";
    ask({"--user", "王五", "account", "passphrase"});
    BOOST_TEST(on_file({"--user", "王五", "list", "unit"}).exit == 1);
    environment["HALLKEEPER_PASSPHRASE"] = "the third one";
    ask({"--user", "王五", "account", "remove", "李文员"});
    BOOST_TEST(on_file({"list", "unit"}).exit == 0);
}

BOOST_FIXTURE_TEST_CASE(who_opens_a_file_of_several_people_is_asked_by_name, tests::HallctlWithFile)
{
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "another 口令 of hers";
    ask({"account", "add", "王小明"});
    const auto refused = on_file({"list", "unit"});
    BOOST_TEST(refused.exit == 2);
    BOOST_TEST(refused.err.find("李文员、王小明") != std::string::npos, refused.err);
}

BOOST_FIXTURE_TEST_CASE(a_file_that_was_cut_off_says_what_to_do, tests::HallctlWithFile)
{
    std::filesystem::resize_file(
        file("hall.db"), std::filesystem::file_size(file("hall.db")) - 2 * 4096);
    const auto found = on_file({"verify"});
    BOOST_TEST(found.exit == 1);
    BOOST_TEST(found.out.find("末尾缺 2 页") != std::string::npos, found.out);
    BOOST_TEST(found.err.find("备份") != std::string::npos, found.err);
    BOOST_TEST(on_file({"--json", "verify"}).json().at("damage").as_array().size() == 1);
}

#ifndef _WIN32
/// A file dialog opens and closes what it lists, within the program that has the file open.
BOOST_FIXTURE_TEST_CASE(a_file_that_is_looked_at_beside_it_loses_no_lock, tests::HallctlWithFile)
{
    const auto path = file("hall.db");
    model::SystemFiles files;
    model::SystemRandom random;
    model::SystemClock clock;
    {
        model::Database db(path, model::KeyFile::load(files, path).unlock({}, passphrase).key);
        model::RecordStore store(db, model::hall_catalog(), clock, random);
        const auto add = [&](const std::string& name) {
            model::Batch batch(store, {.label = {model::msgid("Add {1}"), {name}}, .account = {}});
            batch.create(tests::make(model::hall_catalog().get("unit"),
                model::Uuid::make(clock, random), {{"name", name}}));
            batch.commit();
        };
        add("县公安局");
        for (const auto* part : {"", "-wal", "-shm"})
            std::ifstream(path + part).get();
        BOOST_TEST(on_file({"list", "unit"}).out.find("县公安局") != std::string::npos);
        BOOST_TEST(std::filesystem::exists(path + "-wal"));
        add("县税务局");
        BOOST_TEST(on_file({"list", "unit"}).out.find("县税务局") != std::string::npos);
    }
    const auto checked = on_file({"verify"});
    BOOST_TEST(checked.exit == 0, checked.out + checked.err);
    BOOST_TEST(on_file({"list", "unit"}).out.find("县税务局") != std::string::npos);
}
#endif

BOOST_AUTO_TEST_SUITE_END()
