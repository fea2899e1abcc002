#include "tests/support/hallctl.h"
#include "tests/support/server_process.h"

namespace json = boost::json;

namespace {

/// A county server and two laptops of its office.
struct County {
    County()
    {
        for (auto* laptop : {&here, &there})
            join(*laptop);
    }

    void join(const tests::HallctlWithFile& laptop)
    {
        model::SystemFiles files;
        model::write_join(files, laptop.file("county.join"), server.new_code("agency", "430922"));
        const auto joined = laptop.ask({"enrol", "--join", laptop.file("county.join")});
        BOOST_TEST(joined.at("device").as_int64() > 0);
        laptop.ask({"sync"});
    }

    static json::array conflicts(const tests::Hallctl& laptop)
    {
        return laptop.ask({"conflicts"}).at("conflicts").as_array();
    }

    tests::ServerProcess server;
    tests::HallctlWithFile here;
    tests::HallctlWithFile there;
};

} // namespace

BOOST_AUTO_TEST_SUITE(hallctl_sync_test)

BOOST_FIXTURE_TEST_CASE(two_laptops_agree_and_settle_one_conflict_once, County)
{
    const auto id = here.create({"person", "name=张桂山", "phone=13800000000"});
    BOOST_TEST(here.ask({"sync", "--dry-run"}).at("unsent").as_int64() >= 1);
    BOOST_TEST(here.ask({"sync"}).at("unsent").as_int64() == 0);
    there.ask({"sync"});
    BOOST_TEST(there.record("person", id).at("phone").as_string() == "13800000000");

    here.ask({"set", "person", id, "phone=13800000001", "badge=1"});
    there.ask({"set", "person", id, "phone=13800000002", "rank=科员"});
    here.ask({"sync"});
    BOOST_TEST(there.ask({"sync"}).at("conflicts").as_int64() == 1);
    here.ask({"sync"});

    BOOST_TEST(here.record("person", id).at("rank").as_string() == "科员");
    BOOST_TEST(there.record("person", id).at("badge").as_string() == "1");
    const auto open = conflicts(there);
    BOOST_REQUIRE(open.size() == 1);
    BOOST_TEST(open[0].at("entity").as_string() == "person");
    BOOST_TEST(open[0].at("record").as_string() == id);
    BOOST_TEST(open[0].at("field").as_string() == "phone");
    BOOST_TEST(open[0].at("base").as_string() == "13800000000");
    BOOST_TEST(open[0].at("mine").as_string() == "13800000002");
    BOOST_TEST(open[0].at("theirs").as_string() == "13800000001");
    BOOST_TEST(open[0].at("state").as_string() == "open");
    BOOST_REQUIRE(conflicts(here).size() == 1);
    BOOST_TEST(conflicts(here)[0].at("id") == open[0].at("id"));

    const std::string item(open[0].at("id").as_string());
    BOOST_TEST(there.on_file({"resolve", item}).exit == 2);
    BOOST_TEST(there.on_file({"resolve", item, "--take", "both"}).exit == 2);
    there.ask({"resolve", item, "--value", "13800000003"});
    const auto steps = there.on_file({"history", "person", id}).out;
    BOOST_TEST(steps.find("联系电话（裁定）") != std::string::npos, steps);
    there.ask({"sync"});
    here.ask({"sync"});

    for (const auto* laptop : {&here, &there}) {
        BOOST_TEST(conflicts(*laptop).empty());
        BOOST_TEST(laptop->record("person", id).at("phone").as_string() == "13800000003");
    }
    BOOST_TEST(there.on_file({"resolve", item, "--take", "mine"}).exit != 0);
}

BOOST_FIXTURE_TEST_CASE(conflicts_are_shown_as_clerks_read_them, County)
{
    const auto id = here.create({"person", "name=张桂山"});
    here.ask({"sync"});
    there.ask({"sync"});
    here.ask({"set", "person", id, "phone=13800000001", "education=bachelor"});
    there.ask({"set", "person", id, "phone=13800100001", "education=college"});
    here.ask({"sync"});
    there.ask({"sync"});

    const auto masked = there.on_file({"conflicts"}).out;
    BOOST_TEST(masked.find("138****0001（隐藏部分不同）") != std::string::npos, masked);
    BOOST_TEST(masked.find("本科") != std::string::npos, masked);
    BOOST_TEST(masked.find("bachelor") == std::string::npos, masked);
    const auto plain = there.on_file({"conflicts", "--reveal"}).out;
    BOOST_TEST(plain.find("13800100001") != std::string::npos, plain);
    BOOST_TEST(plain.find("隐藏部分") == std::string::npos, plain);
    // Who asks that there be none is told by the exit code; who only looks is not.
    BOOST_TEST(there.on_file({"conflicts"}).exit == 0);
    BOOST_TEST(there.on_file({"conflicts", "--none"}).exit == 4);
    BOOST_TEST(there.on_file({"sync"}).exit == 0);
    const auto asked = there.on_file({"--json", "sync", "--none"});
    BOOST_TEST(asked.exit == 4);
    BOOST_TEST(asked.json().at("conflicts").as_int64() == 0);
    BOOST_TEST(asked.err.find("有 2 项等待裁定") != std::string::npos, asked.err);
    tests::HallctlWithFile alone;
    BOOST_TEST(alone.on_file({"conflicts", "--none"}).exit == 0);
}

BOOST_FIXTURE_TEST_CASE(what_the_county_refused_is_told_by_name_and_reason, County)
{
    tests::Hallctl township;
    model::SystemFiles files;
    township.ask(
        {"--user", "王小明", "init", "--region", "430922118", "--office", "沾溪镇便民服务中心"});
    model::write_join(files, township.file("town.join"), server.new_code("outlet", "430922101"));
    township.ask({"enrol", "--join", township.file("town.join"), "--sure"});

    const auto sent = township.on_file({"sync"});
    BOOST_TEST(sent.exit == 3);
    BOOST_TEST(sent.err.find("conflicts") != std::string::npos, sent.err);
    const auto told = township.on_file({"conflicts"}).out;
    BOOST_TEST(told.find("沾溪镇便民服务中心") != std::string::npos, told);
    BOOST_TEST(told.find("新增") != std::string::npos, told);
    BOOST_TEST(told.find("县级未接收的原因") != std::string::npos, told);
    BOOST_TEST(told.find('{') == std::string::npos, told);
    const auto item = township.ask({"conflicts"}).at("conflicts").as_array().at(0).as_object();
    BOOST_TEST(item.at("title").as_string() == "沾溪镇便民服务中心");
    BOOST_TEST(item.at("step").as_string() == "create");
}

BOOST_FIXTURE_TEST_CASE(a_code_is_good_until_the_user_is_sure, County)
{
    tests::Hallctl township;
    township.ask({"init", "--region", "430922118", "--office", "沾溪镇便民服务中心"});
    const auto join = server.new_code("outlet", "430922101");
    std::vector<std::string> words{
        "enrol", "--server", join.server, "--code", join.code, "--pin", join.pin};

    const auto doubtful = township.on_file(words);
    BOOST_TEST(doubtful.exit == 2);
    BOOST_TEST(doubtful.err.find("430922101") != std::string::npos, doubtful.err);
    BOOST_TEST(doubtful.err.find("--sure") != std::string::npos, doubtful.err);

    words.emplace_back("--sure");
    BOOST_TEST(township.ask(words).at("region").as_string() == "430922101");
}

BOOST_FIXTURE_TEST_CASE(a_new_office_starts_with_nothing_but_a_joining_file, County)
{
    here.create({"unit", "name=县公安局"});
    here.ask({"sync"});
    tests::Hallctl township;
    model::SystemFiles files;
    model::write_join(files, township.file("town.join"), server.new_code("outlet", "430922101"));

    const auto joined = township.ask({"enrol", "--join", township.file("town.join")});
    township.ask({"sync"});

    BOOST_TEST(joined.at("role").as_string() == "outlet");
    BOOST_TEST(joined.at("region").as_string() == "430922101");
    BOOST_TEST(joined.contains("recovery_key"));
    BOOST_TEST(township.ask({"list", "unit"}).at("total").as_int64() == 1);
    // A code is good once; where it is not, no file stays behind.
    tests::Hallctl second;
    const auto refused = second.on_file({"enrol", "--join", township.file("town.join")});
    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(!std::filesystem::exists(second.file("hall.db")));
    BOOST_TEST(!std::filesystem::exists(second.file("hall.db.keys")));
}

BOOST_FIXTURE_TEST_CASE(the_recovery_key_gives_nobody_an_account_that_came_with_a_sync, County)
{
    here.create({"unit", "name=县公安局"});
    here.ask({"sync"});
    tests::Hallctl township;
    model::SystemFiles files;
    model::write_join(files, township.file("town.join"), server.new_code("outlet", "430922101"));
    const auto joined =
        township.ask({"--user", "王小明", "enrol", "--join", township.file("town.join")});
    township.ask({"sync"});
    const auto accounts = [&](const tests::Hallctl& laptop) {
        return laptop.ask({"account", "list"}).at("accounts").as_array();
    };
    const auto before = accounts(township);

    std::filesystem::remove(township.file("hall.db.keys"));
    const auto recovered =
        township.ask({"recover", "--key", std::string(joined.at("recovery_key").as_string())});

    BOOST_TEST(recovered.at("account").as_string() == "王小明");
    BOOST_TEST(accounts(township) == before);
    BOOST_TEST(accounts(here).at(0).at("id") != accounts(township).at(0).at("id"));
}

BOOST_FIXTURE_TEST_CASE(what_is_typed_wrong_to_join_is_named_with_its_remedy, County)
{
    const auto join = server.new_code("agency", "430922");
    tests::Hallctl laptop;
    laptop.environment["LC_ALL"] = "en_US.UTF-8";
    struct Typed {
        std::vector<std::string> words;
        int exit;
        std::string told;
    };
    auto other_pin = join.pin;
    other_pin[0] = other_pin[0] == 'a' ? 'b' : 'a';
    const auto bare = join.server.substr(std::string("https://").size());
    for (const auto& typed :
        std::vector<Typed>{{{"--server", join.server, "--pin", join.pin}, 2, "--code"},
            {{"--server", join.server, "--code", join.code}, 2,
                "pin of the county server is missing"},
            {{"--server", join.server, "--code", join.code, "--pin", "abc"}, 2, "64 digits"},
            {{"--server", join.server, "--code", join.code, "--pin", other_pin}, 1, "--pin"},
            {{"--server", bare, "--code", join.code, "--pin", join.pin}, 2,
                "write https://" + bare},
            {{"--server", "http://" + bare, "--code", join.code}, 1, "write https://"},
            {{"--server", "http://10.1.2.3:1", "--code", join.code}, 2, "https://"},
            {{"--server", join.server, "--code", "2222222222", "--pin", join.pin}, 1,
                "ask the county"},
            {{"--join", "a.join", "--pin", join.pin}, 2, "leave out --pin"}}) {
        auto words = typed.words;
        words.insert(words.begin(), {"--json", "enrol"});
        const auto refused = laptop.on_file(words);
        BOOST_TEST(refused.exit == typed.exit, refused.err);
        BOOST_TEST(refused.err.find(typed.told) != std::string::npos, refused.err);
        BOOST_TEST(std::string(refused.json().at("error").as_string()) + '\n' == refused.err);
        BOOST_TEST(!std::filesystem::exists(laptop.file("hall.db")));
    }
    auto spaced = join.pin;
    std::ranges::transform(spaced, spaced.begin(), [](unsigned char c) { return std::toupper(c); });
    for (std::size_t at = 2; at < spaced.size(); at += 3)
        spaced.insert(at, at % 2 == 0 ? ":" : " ");
    laptop.ask({"enrol", "--server", join.server, "--code", join.code, "--pin", spaced});
    laptop.ask({"sync"});
}

BOOST_FIXTURE_TEST_CASE(
    a_copied_file_syncs_as_it_is_and_gets_a_number_of_its_own_on_request, County)
{
    here.create({"unit", "name=县公安局"});
    here.ask({"sync"});
    tests::Hallctl replaced;
    for (const auto* name : {"hall.db", "hall.db.keys"})
        std::filesystem::copy_file(here.file(name), replaced.file(name));
    BOOST_TEST(replaced.ask({"create", "unit", "name=县税务局"}).at("changed").as_bool());
    BOOST_TEST(replaced.ask({"sync"}).at("unsent").as_int64() == 0);

    model::SystemFiles files;
    model::write_join(files, replaced.file("new.join"), server.new_code("agency", "430922"));
    const auto doubt = replaced.on_file({"enrol", "--join", replaced.file("new.join")});
    BOOST_TEST(doubt.exit == 2);
    BOOST_TEST(doubt.err.find("--sure") != std::string::npos, doubt.err);
    BOOST_TEST(std::ranges::count(doubt.err, '\n') == 1, doubt.err);
    replaced.ask({"create", "unit", "name=县水利局"}); // waits
    const auto joined = replaced.ask({"enrol", "--join", replaced.file("new.join"), "--sure"});
    BOOST_TEST(joined.at("device").as_int64() > joined.at("was").as_int64());
    BOOST_TEST(server.command({"revoke", std::to_string(joined.at("was").as_int64())}).exit == 0);
    BOOST_TEST(replaced.ask({"sync"}).at("unsent").as_int64() == 0);
    BOOST_TEST(here.on_file({"sync"}).exit == 1);
    there.ask({"sync"});
    BOOST_TEST(there.ask({"list", "unit"}).at("total").as_int64() == 3);
}

BOOST_FIXTURE_TEST_CASE(a_file_without_a_county_does_not_sync, tests::HallctlWithFile)
{
    const auto refused = on_file({"sync"});
    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(refused.err.find("enrol --join") != std::string::npos);
    BOOST_TEST(on_file({"enrol"}).exit == 2);
    BOOST_TEST(on_file({"enrol", "--join", file("none.join")}).exit == 1);
    BOOST_TEST(ask({"conflicts"}).at("conflicts").as_array().empty());
}

BOOST_AUTO_TEST_SUITE_END()
