#include "tests/support/hallctl.h"
#include "tests/support/server_process.h"

namespace {

constexpr const char* words = "王敏 的口令 九号";
constexpr const char* newer_words = "王敏 的新口令";

/// A computer of a township, on a file of its own.
struct Town : tests::Hallctl {
    Town(const std::string& region, const std::string& office, const std::string& founder)
    {
        environment["FOUNDER"] = founder;
        ask({"init", "--region", region, "--office", office, "--user", founder});
    }
};

/// A county server with two computers of its office and one of each of two townships.
struct County {
    County()
    {
        for (auto* laptop : {&here, &there}) {
            laptop->environment["FOUNDER"] = "李文员";
            join(*laptop, "agency", "430922");
        }
        join(town_a, "outlet", "430922101");
        join(town_b, "outlet", "430922102");
    }

    void join(const tests::Hallctl& laptop, const std::string& role, const std::string& region)
    {
        model::SystemFiles files;
        model::write_join(files, laptop.file("county.join"), server.new_code(role, region));
        laptop.ask({"enrol", "--join", laptop.file("county.join")});
        laptop.ask({"sync"});
    }

    /// hallctl as that account with that passphrase.
    static tests::Run as(tests::Hallctl& laptop, const std::string& name,
        const std::string& passphrase, std::vector<std::string> command)
    {
        const auto environment = laptop.environment;
        laptop.environment["HALLKEEPER_PASSPHRASE"] = passphrase;
        laptop.environment["HALLKEEPER_NEW_PASSPHRASE"] = newer_words;
        command.insert(command.begin(), {"--user", name});
        auto run = laptop.on_file(command);
        laptop.environment = environment;
        return run;
    }

    static bool opens(
        tests::Hallctl& laptop, const std::string& name, const std::string& passphrase)
    {
        return as(laptop, name, passphrase, {"list", "place"}).exit == 0;
    }

    /// As the one who made the file.
    static boost::json::object ask(tests::Hallctl& laptop, std::vector<std::string> command)
    {
        command.insert(command.begin(), {"--user", laptop.environment.at("FOUNDER")});
        return laptop.ask(command);
    }

    static void add(tests::Hallctl& laptop, std::vector<std::string> account)
    {
        laptop.environment["HALLKEEPER_NEW_PASSPHRASE"] = words;
        account.insert(account.begin(), {"account", "add"});
        ask(laptop, account);
    }

    tests::ServerProcess server;
    tests::HallctlWithFile here;
    tests::HallctlWithFile there;
    Town town_a{"430922101", "修山镇便民服务中心", "修山创建人"};
    Town town_b{"430922102", "三堂街镇便民服务中心", "三堂街创建人"};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hallctl_passphrase_test, County)

BOOST_AUTO_TEST_CASE(one_passphrase_opens_the_office_s_other_computer_and_is_changed_for_both)
{
    add(here, {"王敏", "--role", "business"});
    ask(here, {"sync"});
    BOOST_TEST(!opens(there, "王敏", words));
    const auto told = there.on_file({"--user", "李文员", "sync"});
    BOOST_TEST(told.err.find("王敏") != std::string::npos, told.err);

    BOOST_TEST(opens(there, "王敏", words));
    BOOST_TEST(!opens(there, "王敏", "a wrong passphrase"));
    BOOST_TEST(there.on_file({"list", "place"}).exit == 0); // still without a name

    BOOST_TEST(as(there, "王敏", words, {"account", "passphrase"}).exit == 0);
    BOOST_TEST(!opens(there, "王敏", words));
    ask(there, {"sync"});
    BOOST_TEST(opens(here, "王敏", words)); // which has not heard of it
    const auto heard = here.on_file({"--user", "李文员", "sync"});
    BOOST_TEST(heard.err.find("另一台电脑") != std::string::npos, heard.err);
    BOOST_TEST(!opens(here, "王敏", words));
    BOOST_TEST(opens(here, "王敏", newer_words));
    BOOST_TEST(ask(here, {"conflicts"}).at("conflicts").as_array().empty());

    ask(here, {"account", "lock", "王敏"});
    ask(here, {"sync"});
    ask(there, {"sync"});
    BOOST_TEST(!opens(here, "王敏", newer_words));
    BOOST_TEST(!opens(there, "王敏", newer_words));
    model::SystemFiles files;
    const auto keys = model::KeyFile::load(files, there.file("hall.db"));
    BOOST_TEST(!keys.account_called("王敏").has_value());
}

BOOST_AUTO_TEST_CASE(who_takes_a_post_over_opens_the_office_s_other_computer_too)
{
    add(here, {"王敏", "--role", "business"});
    for (auto* laptop : {&here, &there})
        ask(*laptop, {"sync"});
    BOOST_TEST(opens(there, "王敏", words));

    BOOST_TEST(as(here, "李文员", tests::Hallctl::passphrase,
                   {"account", "hand-over", "王敏", "--to", "赵敏"})
                   .exit
        == 0);
    ask(here, {"sync"});
    BOOST_TEST(!opens(there, "赵敏", newer_words)); // which has not heard of it
    ask(there, {"sync"});

    BOOST_TEST(opens(there, "赵敏", newer_words));
    BOOST_TEST(!opens(there, "赵敏", words));
    BOOST_TEST(!opens(there, "王敏", words));
    BOOST_TEST(ask(there, {"conflicts"}).at("conflicts").as_array().empty());
}

BOOST_AUTO_TEST_CASE(a_passphrase_set_for_another_counts_on_the_office_s_other_computer)
{
    add(here, {"王敏", "--role", "business"});
    for (auto* laptop : {&here, &there})
        ask(*laptop, {"sync"});

    const auto done =
        as(here, "李文员", tests::Hallctl::passphrase, {"account", "passphrase", "王敏"});
    BOOST_TEST(done.exit == 0, done.err);
    for (auto* laptop : {&here, &there})
        ask(*laptop, {"sync"});

    BOOST_TEST(opens(there, "王敏", newer_words));
    BOOST_TEST(!opens(there, "王敏", words));
}

BOOST_AUTO_TEST_CASE(a_clerk_who_moves_to_another_township_signs_in_there)
{
    const auto place_of = [](tests::Hallctl& laptop, const std::string& region) {
        const auto found = ask(laptop, {"list", "place", "--where", "region=" + region});
        const auto& records = found.at("records").as_array();
        BOOST_REQUIRE(records.size() == 1);
        return std::string(records[0].at("id").as_string());
    };
    add(town_a, {"李镇员", "--role", "township_clerk", "--place", place_of(town_a, "430922101")});
    ask(town_a, {"sync"});
    ask(town_b, {"sync"});
    ask(here, {"sync"});
    BOOST_TEST(opens(town_a, "李镇员", words));
    BOOST_TEST(!opens(here, "李镇员", words));

    ask(here, {"set", "user", "李镇员", "place=" + place_of(here, "430922102")});
    ask(here, {"sync"});
    ask(town_b, {"sync"});
    ask(town_a, {"sync"});
    BOOST_TEST(opens(town_b, "李镇员", words));
    BOOST_TEST(!opens(town_a, "李镇员", words));
}

BOOST_AUTO_TEST_CASE(what_a_passphrase_opens_is_in_no_list_sheet_or_search)
{
    add(here, {"王敏", "--role", "business"});
    ask(here, {"sync"});
    BOOST_TEST(here.on_file({"--user", "李文员", "list", "credential"}).exit == 2);
    BOOST_TEST(
        here.on_file({"--user", "李文员", "export", "credential", here.file("out.csv")}).exit == 2);
    BOOST_TEST(here.on_file({"entities"}).out.find("credential") == std::string::npos);
    BOOST_TEST(ask(here, {"search", "王敏"}).at("hits").as_array().size() == 1);
    const auto listed = ask(here, {"account", "list"});
    for (const auto& account : listed.at("accounts").as_array())
        BOOST_TEST(account.at("shared").as_bool() == true);
}

BOOST_AUTO_TEST_SUITE_END()
