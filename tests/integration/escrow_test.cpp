#include "tests/support/files.h"
#include "tests/support/hallctl.h"
#include "tests/support/server_process.h"

#include <boost/json/parse.hpp>
#include <Poco/Environment.h>

using namespace model;
namespace json = boost::json;

namespace {

constexpr const char* variable = "HALLKEEPER_ESCROW_PASSPHRASE";
constexpr const char* escrow_passphrase = "保险柜里的托管口令";

struct WithLaptop {
    WithLaptop()
    {
        Poco::Environment::set(variable, escrow_passphrase);
        SystemFiles files;
        write_join(files, laptop.file("county.join"), server.new_code("agency", "430922"));
        number = std::to_string(
            laptop.ask({"enrol", "--join", laptop.file("county.join")}).at("device").as_int64());
        laptop.create({"person", "name=张桂山"});
    }
    ~WithLaptop() { Poco::Environment::set(variable, ""); }

    json::object escrow(std::vector<std::string> words)
    {
        words.insert(words.begin(), "escrow");
        const auto run = server.command(std::move(words));
        BOOST_REQUIRE_MESSAGE(run.exit == 0, run.err);
        return json::parse(run.out).as_object();
    }

    tests::ServerProcess server;
    tests::HallctlWithFile laptop;
    std::string number;
};

} // namespace

BOOST_AUTO_TEST_SUITE(escrow_test)

BOOST_FIXTURE_TEST_CASE(a_forgotten_passphrase_is_set_anew_through_the_county, WithLaptop)
{
    BOOST_TEST(server.command({"escrow", "init"}).exit == 2); // by whom is it kept?
    escrow({"init", "--keeper", "王保管"});
    BOOST_TEST(server.command({"escrow", "init", "--keeper", "李保管"}).exit == 2);

    const auto told = laptop.on_file({"sync"});
    BOOST_TEST(told.err.find("王保管") != std::string::npos, told.err);
    BOOST_TEST(laptop.on_file({"sync"}).err.find("王保管") == std::string::npos);
    BOOST_TEST(server.command({"escrow", "open", number, "--reason", "忘记口令"}).exit == 1);
    BOOST_TEST(laptop.ask({"escrow", "on"}).at("on").as_bool());
    laptop.ask({"sync"});
    BOOST_TEST(laptop.ask({"escrow"}).at("deposited").as_bool());
    BOOST_TEST(
        escrow({"list"}).at("devices").as_array().at(0).at("keeper").as_string() == "王保管");

    BOOST_TEST(server.command({"escrow", "open", number}).exit == 2); // why?
    Poco::Environment::set(variable, "猜的托管口令不对");
    BOOST_TEST(server.command({"escrow", "open", number, "--reason", "忘记口令"}).exit == 1);
    Poco::Environment::set(variable, escrow_passphrase);

    // Through a backup of the server's, where it lies as sealed.
    const auto copy = server.folder().file("copy");
    BOOST_TEST(server.command({"backup", copy}).exit == 0);
    const auto from_copy = tests::run_program("hallkeeper-server",
        {"--data", copy, "--json", "escrow", "open", number, "--reason", "演练"});
    BOOST_TEST(from_copy.exit == 0, from_copy.err);
    const auto opened = escrow({"open", number, "--reason", "忘记口令"});
    const std::string key(opened.at("recovery_key").as_string());
    BOOST_TEST(std::string(json::parse(from_copy.out).at("recovery_key").as_string()) == key);
    BOOST_TEST(key == laptop.text(laptop.made, "recovery_key"));
    const auto log = server.command({"audit"}).out;
    BOOST_TEST(log.find("escrow_opened") != std::string::npos, log);
    BOOST_TEST(log.find("忘记口令") != std::string::npos, log);
    BOOST_TEST(log.find(key) == std::string::npos);

    laptop.environment["HALLKEEPER_PASSPHRASE"] = "忘记了的口令";
    BOOST_TEST(laptop.on_file({"sync"}).exit == 1);
    laptop.environment["HALLKEEPER_NEW_PASSPHRASE"] = "新的口令 brand new";
    const auto recovered = laptop.on_file({"recover", "--key", key});
    BOOST_TEST(recovered.exit == 0, recovered.err);
    laptop.environment["HALLKEEPER_PASSPHRASE"] = "新的口令 brand new";
    BOOST_TEST(laptop.ask({"list", "person"}).at("records").as_array().size() == 1);
    laptop.create({"person", "name=李文"});
    BOOST_TEST(laptop.ask({"sync"}).at("unsent").as_int64() == 0);
}

BOOST_FIXTURE_TEST_CASE(a_key_goes_into_a_file_of_its_own_where_it_is_asked_for, WithLaptop)
{
    escrow({"init", "--keeper", "王保管"});
    laptop.ask({"sync"});
    laptop.ask({"escrow", "on"});
    laptop.ask({"sync"});
    const auto out = server.folder().file("key.txt");
    const auto told = escrow({"open", number, "--reason", "忘记口令", "--out", out});
    BOOST_TEST(told.at("recovery_key").is_null());
    BOOST_TEST(tests::bytes_of(out) == laptop.text(laptop.made, "recovery_key") + '\n');
    BOOST_TEST(
        server.command({"escrow", "open", number, "--reason", "忘记口令", "--out", out}).exit == 1);
    BOOST_TEST(server.command({"escrow", "burn"}).exit == 2);
}

BOOST_AUTO_TEST_SUITE_END()
