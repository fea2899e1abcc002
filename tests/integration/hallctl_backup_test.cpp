#include "model/access/backup.h"
#include "tests/support/files.h"
#include "tests/support/hallctl.h"
#include "tests/support/server_process.h"

#include <algorithm>

namespace json = boost::json;

namespace {

/// A file with one person, and a copy of it.
struct WithCopy : tests::HallctlWithFile {
    WithCopy()
    {
        person = create({"person", "name=张桂山", "phone=13800000000"});
        copy = file("副本.hall");
        made_copy = ask({"backup", copy});
    }

    std::string phone() const
    {
        return std::string(record("person", person).at("phone").as_string());
    }

    std::string person;
    std::string copy;
    json::object made_copy;
};

/// The same in a county.
struct InCounty : tests::HallctlWithFile {
    static void join(tests::ServerProcess& server, const tests::Hallctl& laptop)
    {
        model::SystemFiles files;
        model::write_join(files, laptop.file("county.join"), server.new_code("agency", "430922"));
        laptop.ask({"enrol", "--join", laptop.file("county.join")});
        laptop.ask({"sync"});
    }

    static std::string all_of(const tests::Hallctl& laptop)
    {
        std::vector<std::string> lines;
        for (const auto* entity : {"person", "unit", "place"}) {
            const auto listed = laptop.ask({"list", entity});
            for (const auto& each : listed.at("records").as_array())
                lines.push_back(json::serialize(each));
        }
        std::ranges::sort(lines);
        std::string all;
        for (const auto& line : lines)
            all += line + '\n';
        return all;
    }

    tests::ServerProcess server;
    tests::HallctlWithFile other;
};

} // namespace

BOOST_AUTO_TEST_SUITE(hallctl_backup_test)

BOOST_FIXTURE_TEST_CASE(a_backup_is_listed_as_good_and_brought_back, WithCopy)
{
    BOOST_TEST(made_copy.at("backup").as_string() == copy);
    BOOST_TEST(made_copy.at("records").as_int64() == 3);
    ask({"set", "person", person, "phone=13900000000"});

    const auto listed = ask({"backups", file("")}).at("backups").as_array();
    const auto found = std::ranges::find_if(
        listed, [&](const auto& each) { return each.at("file").as_string() == copy; });
    BOOST_REQUIRE(found != listed.end());
    BOOST_TEST(found->at("good").as_bool());
    BOOST_TEST(found->at("reason").as_string() == "asked");
    BOOST_TEST(found->at("office").as_string() == "桃江县政务服务中心");

    const auto restored = ask({"restore-from", copy});
    BOOST_TEST(restored.at("records").as_int64() == 3);
    BOOST_TEST(phone() == "13800000000");
    const std::string kept(restored.at("kept_as").as_string());
    const auto before = run({"--db", kept, "--json", "get", "person", person});
    BOOST_TEST(before.json().at("record").at("phone").as_string() == "13900000000");
}

BOOST_FIXTURE_TEST_CASE(without_a_name_copies_go_beside_the_file, WithCopy)
{
    const auto first = ask({"backup"});
    const std::string path(first.at("backup").as_string());
    BOOST_TEST(path.starts_with(file("备份") + "/桃江县政务服务中心-"), path);
    BOOST_TEST(ask({"backups"}).at("backups").as_array().size() == 1u);
    std::filesystem::create_directories(file("U盘"));
    ask({"backup", "--folder", file("U盘")});
    BOOST_TEST(ask({"backups", file("U盘")}).at("backups").as_array().size() == 1u);
    BOOST_TEST(on_file({"backup", "--folder", file("没有")}).exit == 1);
    BOOST_TEST(on_file({"backup", copy}).exit == 1); // it is there already
    BOOST_TEST(on_file({"backup", copy, "--folder", file("U盘")}).exit == 2);
}

BOOST_FIXTURE_TEST_CASE(where_copies_go_and_how_many_stay_is_shown_and_set, WithCopy)
{
    const auto before = ask({"backup-settings"});
    BOOST_TEST(before.at("folder").as_string() == file("备份"));
    BOOST_TEST(before.at("is_default").as_bool());
    BOOST_TEST(before.at("second").is_null());
    BOOST_TEST(before.at("days").as_int64() == 7);

    std::filesystem::create_directories(file("U盘"));
    ask({"backup-settings", "--folder", "U盘", "--days", "3", "--weeks", "2", "--months=1",
        "--most", "500", "--warn", "4", "--daily", "no"});
    const auto now = ask({"backup-settings"});
    BOOST_TEST(now.at("folder").as_string() == file("U盘")); // whole, wherever one stands later
    BOOST_TEST(!now.at("is_default").as_bool());
    for (const auto& [name, value] : std::map<std::string, int>{{"days", 3}, {"weeks", 2},
             {"months", 1}, {"most_mb", 500}, {"warn", 4}, {"second_warn", 7}})
        BOOST_TEST(now.at(name).as_int64() == value, name);
    BOOST_TEST(!now.at("daily").as_bool());
    BOOST_TEST(now.at("on_exit").as_bool());
    BOOST_TEST(text(ask({"backup"}), "backup").starts_with(file("U盘") + '/'));

    const auto away = on_file({"backup-settings", "--second", file("没插")});
    BOOST_TEST(away.exit == 0, away.err);
    BOOST_TEST(
        away.err.find("备份文件夹 " + file("没插") + " 不在") != std::string::npos, away.err);
    BOOST_TEST(away.out.find(file("没插")) != std::string::npos, away.out);
    ask({"backup-settings", "--folder=", "--second="});
    BOOST_TEST(ask({"backup-settings"}).at("is_default").as_bool());
    BOOST_TEST(ask({"backup-settings"}).at("second").is_null());
}

BOOST_FIXTURE_TEST_CASE(what_makes_no_sense_for_backups_is_refused_and_changes_nothing, WithCopy)
{
    const auto before = ask({"backup-settings"});
    for (const std::vector<std::string>& words :
        std::vector<std::vector<std::string>>{{"--days", "0"}, {"--days", "99999999999"},
            {"--weeks", "1001"}, {"--most=-1"}, {"--daily", "maybe"}, {"--second", file("备份")}}) {
        auto command = words;
        command.insert(command.begin(), "backup-settings");
        const auto ran = on_file(command);
        BOOST_TEST(ran.exit == 2, words[0] << ran.out << ran.err);
    }
    BOOST_TEST((ask({"backup-settings"}) == before));
}

BOOST_FIXTURE_TEST_CASE(a_lost_file_comes_back_with_the_copys_key_file, WithCopy)
{
    for (const auto* name : {"hall.db", "hall.db.keys", "hall.db-wal", "hall.db-shm"})
        std::filesystem::remove(file(name));
    ask({"restore-from", copy});
    BOOST_TEST(phone() == "13800000000");
}

BOOST_FIXTURE_TEST_CASE(the_recovery_key_alone_opens_a_copy, WithCopy)
{
    const auto alone = file("alone.hall");
    std::filesystem::copy_file(copy, alone); // without its key file
    environment["HALLKEEPER_NEW_PASSPHRASE"] = "a new good passphrase";
    const auto done = run({"--db", alone, "recover", "--key", text(made, "recovery_key")});
    BOOST_TEST(done.exit == 0, done.err);
    environment["HALLKEEPER_PASSPHRASE"] = "a new good passphrase";
    BOOST_TEST(run({"--db", alone, "--json", "get", "person", person})
                   .json()
                   .at("record")
                   .at("phone")
                   .as_string()
        == "13800000000");
}

BOOST_FIXTURE_TEST_CASE(a_stolen_copy_is_refused_in_one_sentence, WithCopy)
{
    const auto one_sentence = [](const tests::Run& run) {
        return run.exit == 1 && run.err.find('\n') == run.err.size() - 1;
    };
    environment["HALLKEEPER_PASSPHRASE"] = "a guess";
    const auto guessed = run({"--db", copy, "list", "person"});
    BOOST_TEST(one_sentence(guessed), guessed.err);
    BOOST_TEST(one_sentence(run({"--db", file("new.hall"), "restore-from", copy})));
    BOOST_TEST(!std::filesystem::exists(file("new.hall")));
    // The key of another office's file.
    tests::HallctlWithFile other;
    const auto key = other.text(other.made, "recovery_key");
    const auto alone = file("alone.hall");
    std::filesystem::copy_file(copy, alone);
    const auto wrong = run({"--db", alone, "recover", "--key", key});
    BOOST_TEST(one_sentence(wrong), wrong.err);
    BOOST_TEST(wrong.err.find("恢复密钥打不开") != std::string::npos, wrong.err);
}

BOOST_FIXTURE_TEST_CASE(a_bad_copy_is_told_and_not_brought_back, WithCopy)
{
    auto bytes = tests::bytes_of(copy);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    tests::write_file(copy, bytes);
    BOOST_TEST(on_file({"backups", file("")}).exit == 4);
    const auto refused = on_file({"restore-from", copy});
    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(refused.err.find("已损坏") != std::string::npos, refused.err);
    BOOST_TEST(phone() == "13800000000");
}

BOOST_FIXTURE_TEST_CASE(single_records_come_out_of_a_copy_and_undo_takes_that_back, WithCopy)
{
    const auto other = create({"person", "name=李秀英"});
    ask({"set", "person", person, "phone=13900000000"});
    const auto taken = ask({"restore-from", copy, "--record", person});
    BOOST_TEST(taken.at("changed").as_bool());
    BOOST_TEST(phone() == "13800000000");
    BOOST_TEST(on_file({"get", "person", other}).exit == 0);
    ask({"undo"});
    BOOST_TEST(phone() == "13900000000");
    ask({"delete", "person", person});
    ask({"restore-from", copy, "--record", person});
    BOOST_TEST(phone() == "13800000000");
    BOOST_TEST(on_file({"restore-from", copy, "--record", other}).exit == 1);
}

BOOST_FIXTURE_TEST_CASE(a_copy_is_made_before_an_import_unless_nothing_changed, WithCopy)
{
    tests::write_file(file("人员.csv"), "姓名\n王建国\n");
    const auto copies = [&] { return ask({"backups", file("备份")}).at("backups").as_array(); };
    ask({"import", "person", file("人员.csv"), "--dry-run"});
    BOOST_TEST(!std::filesystem::exists(file("备份")));
    ask({"import", "person", file("人员.csv")});
    BOOST_REQUIRE(copies().size() == 1u);
    BOOST_TEST(copies()[0].at("reason").as_string() == "before_import");
    BOOST_TEST(copies()[0].at("records").as_int64() == 3);
    ask({"backup"});
    ask({"import", "person", file("人员.csv")}); // all the same
    BOOST_TEST(copies().size() == 2u);
}

BOOST_FIXTURE_TEST_CASE(a_restored_file_joins_the_sync_again_and_nothing_is_lost, InCounty)
{
    join(server, *this);
    join(server, other);
    const auto zhang = create({"person", "name=张桂山", "phone=13800000000"});
    ask({"sync"});
    const auto waiting = create({"person", "name=李秀英"}); // goes into the copy unsent
    const auto copy = file("副本.hall");
    ask({"backup", copy});

    ask({"set", "person", zhang, "phone=13800000001"});
    const auto later = create({"person", "name=王建国"});
    ask({"sync"});
    other.ask({"sync"});
    const auto theirs = other.create({"person", "name=赵敏"});
    other.ask({"set", "person", zhang, "badge=7"});
    other.ask({"sync"});

    ask({"restore-from", copy});
    BOOST_TEST(on_file({"get", "person", later}).exit != 0); // it is older now
    const auto after = create({"person", "name=钱进"});
    ask({"sync"});
    other.ask({"sync"});
    const auto told = ask({"sync"});

    BOOST_TEST(told.at("unsent").as_int64() == 0);
    BOOST_TEST(told.at("conflicts").as_int64() == 0);
    BOOST_TEST(record("person", zhang).at("phone").as_string() == "13800000001");
    BOOST_TEST(record("person", zhang).at("badge").as_string() == "7");
    for (const auto& id : {waiting, later, theirs, after}) {
        BOOST_TEST(on_file({"get", "person", id}).exit == 0);
        BOOST_TEST(other.on_file({"get", "person", id}).exit == 0);
    }
    BOOST_TEST(all_of(*this) == all_of(other));
    BOOST_TEST(ask({"list", "person"}).at("total").as_int64() == 5);
}

BOOST_AUTO_TEST_SUITE_END()
