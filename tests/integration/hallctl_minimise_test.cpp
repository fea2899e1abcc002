#include "tests/support/hallctl.h"
#include "tests/support/server_process.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace json = boost::json;

namespace {

constexpr const char* phone = "13873712345";
constexpr const char* address = "桃花江镇建设路十八号";

/// A county server and two laptops of its office, who know of somebody who left long ago.
struct CountyWithLeft {
    CountyWithLeft()
    {
        for (auto* laptop : {&here, &there})
            join(*laptop);
        id = here.create(
            {"person", "name=张桂山", "phone=13900000000", std::string("address=") + address});
        here.ask({"set", "person", id, std::string("phone=") + phone});
        here.create({"posting", "person=" + id, "source=sent", "from=2015-01-01", "to=2019-12-31",
            "status=left", "end_reason=轮换"});
        sync_all();
    }

    void join(const tests::HallctlWithFile& laptop) const
    {
        model::SystemFiles files;
        model::write_join(files, laptop.file("county.join"), server.new_code("agency", "430922"));
        laptop.ask({"enrol", "--join", laptop.file("county.join")});
        laptop.ask({"sync"});
    }

    void sync_all() const
    {
        for (int round = 0; round < 2; ++round)
            for (const auto* laptop : {&here, &there})
                laptop->ask({"sync"});
    }

    static std::string field(
        const tests::HallctlWithFile& laptop, const std::string& person, const char* name)
    {
        const auto record = laptop.record("person", person);
        const auto* value = record.if_contains(name);
        return value && value->is_string() ? std::string(value->get_string()) : std::string();
    }

    tests::ServerProcess server;
    tests::HallctlWithFile here;
    tests::HallctlWithFile there;
    std::string id;
};

} // namespace

BOOST_AUTO_TEST_SUITE(hallctl_minimise_test)

BOOST_FIXTURE_TEST_CASE(what_is_dropped_on_one_laptop_is_gone_from_the_other, CountyWithLeft)
{
    const auto listed = there.ask({"minimise", "--dry-run"});
    BOOST_TEST(listed.at("months").as_int64() == 36);
    const auto& people = listed.at("people").as_array();
    BOOST_REQUIRE(people.size() == 1u);
    BOOST_TEST(people[0].at("name").as_string() == "张桂山");
    BOOST_TEST(people[0].at("left").as_string() == "2019-12-31");
    BOOST_TEST(people[0].at("fields").as_array().size() == 2u);
    BOOST_TEST(there.ask({"minimise", "--on", "2022-12-30"}).at("people").as_array().empty());

    const auto printed = there.on_file({"--lang", "zh_CN", "minimise"});
    BOOST_TEST(printed.out.find("家庭住址") != std::string::npos, printed.out);
    BOOST_TEST(printed.err.find("备份") != std::string::npos, printed.err);
    BOOST_TEST(field(there, id, "phone") == phone);

    BOOST_TEST(there.on_file({"minimise", "--on", "2022-12-31", "--confirm"}).exit == 2);
    BOOST_TEST(there.ask({"minimise", "--confirm"}).at("done").as_int64() == 1);
    sync_all();

    for (const auto* laptop : {&here, &there}) {
        BOOST_TEST(field(*laptop, id, "phone") == "");
        BOOST_TEST(field(*laptop, id, "address") == "");
        BOOST_TEST(field(*laptop, id, "name") == "张桂山");
        BOOST_TEST(field(*laptop, id, "minimised").size() == 10u);
        const auto history = laptop->on_file({"history", "person", id, "--json"}).out;
        BOOST_TEST(history.find(phone) == std::string::npos, history);
        BOOST_TEST(history.find("13900000000") == std::string::npos, history);
        BOOST_TEST(laptop->on_file({"verify"}).exit == 0);
        const auto audit = laptop->on_file({"audit", "--json"}).out;
        BOOST_TEST(audit.find(phone) == std::string::npos);
    }
    const auto log = there.on_file({"--lang", "zh_CN", "audit", "--what", "minimise"}).out;
    BOOST_TEST(log.find("清理 1 人的个人信息") != std::string::npos, log);
    BOOST_TEST(server.command({"check"}).exit == 0);
}

BOOST_FIXTURE_TEST_CASE(who_may_and_who_is_chosen, CountyWithLeft)
{
    const auto other = here.create({"person", "name=文国强", "phone=13900000001"});
    here.create({"posting", "person=" + other, "source=sent", "from=2015-01-01", "to=2018-12-31",
        "status=left", "end_reason=轮换"});
    BOOST_TEST(here.ask({"minimise", "文国强", "--confirm"}).at("done").as_int64() == 1);
    BOOST_TEST(field(here, id, "phone") == phone);
    BOOST_TEST(field(here, other, "phone") == "");
    here.ask({"undo"}); // the step before, for this one is not to be undone
    BOOST_TEST(field(here, other, "phone") == "");
    here.ask({"redo"});

    here.ask({"set", "person", other, "phone=13900000002"});
    BOOST_TEST(here.ask({"minimise"}).at("people").as_array().size() == 2u);
    BOOST_TEST(here.on_file({"set", "person", other, "minimised=2026-01-01"}).exit != 0);
}

BOOST_AUTO_TEST_SUITE_END()
