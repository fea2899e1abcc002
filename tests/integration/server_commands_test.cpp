#include "tests/support/server_commands.h"

#include "app/server/data_folder.h"
#include "model/base/error.h"
#include "model/sync/connect.h"
#include "model/sync/hub.h"
#include "tests/support/files.h"
#include "tests/support/office.h"
#include "tests/support/print.h"
#include "tests/support/where.h"

#include <boost/json/parse.hpp>
#include <Poco/PipeStream.h>
#include <Poco/StreamCopier.h>

using namespace model;
using tests::has;
using tests::run_server;
namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

/// The first line that a server writes to its standard output, and all that goes beside it.
tests::Ended started(const std::vector<std::string>& words)
{
    Poco::Pipe out;
    Poco::Pipe err;
    const auto process =
        Poco::Process::launch(tests::bin_dir() + "/hallkeeper-server", words, nullptr, &out, &err);
    tests::Ended ended;
    Poco::PipeInputStream lines(out);
    std::getline(lines, ended.out);
    Poco::Process::requestTermination(process.id());
    ended.exit = process.wait();
    Poco::PipeInputStream beside(err);
    Poco::StreamCopier::copyToString(beside, ended.err);
    return ended;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(server_commands_test, tests::WithServer)

BOOST_AUTO_TEST_CASE(the_first_start_makes_an_encrypted_file_and_keys_for_its_owner_alone)
{
    const auto owner_only = fs::perms::owner_read | fs::perms::owner_write;
    BOOST_TEST((fs::status(server.data()).permissions() == fs::perms::owner_all));
    for (const auto* name : {"county.key", "tls.key"})
        BOOST_TEST((fs::status(file(name)).permissions() == owner_only));
    BOOST_TEST(!tests::bytes_of(file("county.hall")).empty());
    BOOST_TEST(!has(tests::bytes_of(file("county.hall")), "SQLite format"));
    BOOST_TEST(server.pin().size() == 64U);
}

BOOST_AUTO_TEST_CASE(a_first_start_that_was_cut_off_is_done_again)
{
    SystemFiles files;
    SystemRandom random;
    tests::TempFolder temp;
    const auto path = temp.file("cut");
    const auto pin = app::DataFolder(files, random, path, app::DataFolder::Missing::make).pin();
    files.write(app::path_in(path, "first-start"), {});
    files.remove(app::path_in(path, "county.hall"));

    BOOST_CHECK_THROW(
        app::DataFolder(files, random, path, app::DataFolder::Missing::refuse), Error);
    const app::DataFolder again(files, random, path, app::DataFolder::Missing::make);
    BOOST_TEST(again.pin() != pin);
    BOOST_TEST(files.exists(again.data_file()));
    BOOST_TEST(!files.exists(app::path_in(path, "first-start")));
}

BOOST_AUTO_TEST_CASE(a_restarted_server_is_the_same_server)
{
    const auto pin = server.pin();
    BOOST_TEST(server.stop() == 0);
    server.start();
    BOOST_TEST(server.pin() == pin);
}

BOOST_AUTO_TEST_CASE(the_line_that_scripts_wait_for_is_the_same_in_every_language)
{
    const auto pin = server.pin();
    server.stop();
    const auto start = [&](const char* language, const char* secrecy) {
        std::vector<std::string> words{
            "--data", server.data(), "--listen", "127.0.0.1:0", "--lang", language};
        if (*secrecy)
            words.emplace_back(secrecy);
        return started(words);
    };
    for (const auto* language : {"zh_CN", "en"}) {
        const auto secure = start(language, "");
        BOOST_TEST(secure.exit == 0, secure.err);
        BOOST_TEST(secure.out.starts_with("listening on https://127.0.0.1:"), secure.out);
        BOOST_TEST(secure.out.ends_with(" pin=" + pin), secure.out);
        const auto plain = start(language, "--http-only-on-loopback");
        BOOST_TEST(plain.out.starts_with("listening on http://127.0.0.1:"), plain.out);
        BOOST_TEST(plain.out.ends_with(" pin="), plain.out);
    }
    BOOST_TEST(has(start("zh_CN", "").err, "县级服务器已启动：https://127.0.0.1:"));
    BOOST_TEST(has(start("en", "").err, "The county server is running at https://127.0.0.1:"));
}

BOOST_AUTO_TEST_CASE(a_code_says_for_whom_until_when_and_where)
{
    SystemClock clock;
    const auto before = to_iso_time(clock.now() + Hub::code_lifetime);
    const auto code = answer({"new-code", "--role", "outlet", "--scope", "430922101"});
    BOOST_TEST(code.at("code").as_string().size() == 10U);
    BOOST_TEST(std::string(code.at("pin").as_string()) == server.pin());
    BOOST_TEST(std::string(code.at("server").as_string()) == server.address());
    BOOST_TEST(std::string(code.at("county").as_string()) == "430922");
    BOOST_TEST(std::string(code.at("expires").as_string()) >= before);

    const auto join = server.new_code("outlet", "430922101000", {"--name", "桃花江镇"});
    tests::Office township("430922101", 2);
    enrol_with(township.store, join);
    BOOST_TEST(join.name == "桃花江镇");
    BOOST_TEST(township.store.self().org.id == "430922101");
    BOOST_TEST(township.store.self().region == "430922101");
}

BOOST_AUTO_TEST_CASE(townships_and_villages_whose_code_ends_in_zeros_get_a_code_too)
{
    for (const auto* scope : {"430922100", "430922100000", "430922200", "430922100200"}) {
        const auto code = answer({"new-code", "--role", "outlet", "--scope", scope});
        BOOST_TEST(code.at("code").as_string().size() == 10U, scope);
    }
    for (const auto* scope : {"430000", "430900", "430900000000"}) {
        const auto ended = server.command({"new-code", "--role", "agency", "--scope", scope});
        BOOST_TEST(ended.exit == 2, scope);
        BOOST_TEST(has(ended.err, "a city or a province"), scope);
    }
}

BOOST_AUTO_TEST_CASE(devices_are_listed_and_revoked)
{
    tests::Office hall;
    enrol_with(hall.store, server.new_code("agency", "430922", {"--name", "政务大厅"}));
    sync_now(hall.store);

    const auto before = answer({"devices"}).at("devices").as_array();
    BOOST_REQUIRE(before.size() == 1);
    const auto& device = before[0].as_object();
    BOOST_TEST(device.at("device").as_int64() == 1);
    BOOST_TEST(std::string(device.at("name").as_string()) == "政务大厅");
    BOOST_TEST(std::string(device.at("role").as_string()) == "agency");
    BOOST_TEST(std::string(device.at("scope").as_string()) == "430922");
    BOOST_TEST(device.at("last_sync").is_string());
    BOOST_TEST(!device.at("revoked").as_bool());

    answer({"revoke", "1"});
    const auto list = tests::run_program(
        "hallkeeper-server", {"--data", server.data(), "--lang", "zh_CN", "devices"})
                          .out;
    for (const auto* word : {"最近同步", "政务大厅", "县政务服务中心", "已注销"})
        BOOST_TEST(has(list, word));
    BOOST_TEST(!has(list, "agency"));
    BOOST_TEST(answer({"devices"}).at("devices").as_array()[0].as_object().at("revoked").as_bool());
    const auto missing = server.command({"revoke", "7"});
    BOOST_TEST(missing.exit == 1);
    BOOST_TEST(has(missing.err, "There is no device number 7"));
}

BOOST_AUTO_TEST_CASE(what_makes_no_sense_is_refused_with_a_sentence)
{
    const auto refusal = [&](const std::vector<std::string>& words) {
        const auto ended = server.command(words);
        BOOST_TEST(ended.exit == 2, ended.err);
        BOOST_TEST(json::parse(ended.out).as_object().contains("error"));
        return ended.err;
    };
    BOOST_TEST(has(refusal({"new-code", "--scope", "430922"}), "--role"));
    BOOST_TEST(has(refusal({"new-code", "--role", "boss", "--scope", "430922"}), "--role"));
    BOOST_TEST(has(refusal({"new-code", "--role", "agency"}), "--scope"));
    BOOST_TEST(has(refusal({"new-code", "--role", "agency", "--scope", "4309"}), "430922"));
    BOOST_TEST(has(refusal({"new-code", "--role", "agency", "--scope", "430923"}), "430923"));
    BOOST_TEST(has(refusal({"new-code", "--role", "outlet", "--scope", "430922"}), "township"));
    BOOST_TEST(has(refusal({"new-code", "--role", "unit", "--scope", "430922"}), "--org"));
    BOOST_TEST(has(refusal({"revoke"}), "number"));

    BOOST_TEST(has(refusal({"fly"}), "fly"));
    BOOST_TEST(has(refusal({"devices", "--colour"}), "--colour"));
    BOOST_TEST(has(refusal({"devices", "--name"}), "--name"));
    BOOST_TEST(has(refusal({"--postgres", "postgresql://x"}), "PostgreSQL"));
    BOOST_TEST(has(refusal({"--county", "4309"}), "--county"));
    BOOST_TEST(has(refusal({"--listen", "8622"}), "--listen"));
    BOOST_TEST(has(refusal({"--listen", "0.0.0.0:99999"}), "--listen"));
    BOOST_TEST(
        has(refusal({"--http-only-on-loopback", "--listen", "0.0.0.0:0"}), "this machine alone"));
    BOOST_TEST(run_server({"devices"}).exit == 2);
    BOOST_TEST(has(run_server({"devices"}).err, "--data"));
    const auto missing =
        server.command({"new-code", "--role", "unit", "--org", "没有的单位", "--scope", "430922"});
    BOOST_TEST(missing.exit == 1);
    BOOST_TEST(has(missing.err, "没有的单位"));
}

BOOST_AUTO_TEST_CASE(one_folder_has_one_server)
{
    const auto second = run_server({"--data", server.data(), "--listen", "127.0.0.1:0"});
    BOOST_TEST(second.exit == 1);
    BOOST_TEST(has(second.err, "Another county server runs"));
    BOOST_TEST(std::ranges::count(second.err, '\n') == 1);
    server.kill();
    BOOST_TEST(start() == ""); // a killed one holds nothing
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_named_and_not_made_anew)
{
    server.stop();
    for (const auto* name : {"county.key", "county.hall", "tls.key", "tls.crt"}) {
        fs::rename(file(name), file("aside"));
        BOOST_TEST(has(start(), name));
        BOOST_TEST(!fs::exists(file(name)));
        const auto command = server.command({"new-code", "--role", "agency", "--scope", "430922"});
        BOOST_TEST(command.exit == 1);
        BOOST_TEST(has(command.err, name));
        BOOST_TEST(!fs::exists(file(name)));
        fs::rename(file("aside"), file(name));
    }
    BOOST_TEST(start() == "");
}

BOOST_AUTO_TEST_CASE(a_damaged_key_file_is_named)
{
    server.stop();
    const auto key = tests::bytes_of(file("county.key"));
    for (const auto& text : {std::string("{}"), std::string("zz"), key.substr(0, 60),
             std::string(R"({"format":1,"key":"00"})"), std::string(R"({"format":2,"key":""})")}) {
        tests::write_file(file("county.key"), text);
        BOOST_TEST(has(start(), "county.key is damaged"));
    }
    auto other = key;
    other[25] = other[25] == '0' ? '1' : '0';
    tests::write_file(file("county.key"), other);
    BOOST_TEST(has(start(), "county.hall"));
    tests::write_file(file("county.key"), key);
    tests::write_file(file("tls.crt"), "no certificate");
    BOOST_TEST(has(start(), "tls.crt is damaged"));
}

BOOST_AUTO_TEST_CASE(check_finds_one_changed_byte_in_the_data_file)
{
    BOOST_TEST(answer({"check"}).at("sound").as_bool());
    server.stop();
    auto bytes = tests::bytes_of(file("county.hall"));
    bytes[5 * 4096 + 100] = static_cast<char>(bytes[5 * 4096 + 100] ^ 1);
    tests::write_file(file("county.hall"), bytes);

    const auto ended = server.command({"check"});
    BOOST_TEST(ended.exit == 1);
    BOOST_TEST(has(ended.out, "Page 6"));
}

BOOST_AUTO_TEST_CASE(no_command_makes_a_folder_that_is_not_there)
{
    const auto typo = server.folder().file("typo");
    for (const auto& words : std::vector<std::vector<std::string>>{{"devices"}, {"check"},
             {"backup", server.folder().file("copy")}, {"revoke", "1"},
             {"new-code", "--role", "agency", "--scope", "430922"}}) {
        auto all = words;
        all.insert(all.begin(), {"--data", typo, "--json"});
        const auto refused = run_server(all);
        BOOST_TEST(refused.exit == 1, words[0]);
        BOOST_TEST(has(refused.err, "There is no county server's data in the folder " + typo));
        BOOST_TEST(json::parse(refused.out).as_object().contains("error"));
        BOOST_TEST(!fs::exists(typo), words[0]);
    }
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"--role", "agency"}, {"--address", "10.1.2.3:8622"}, {"devces"}, {"--listen", "x"}}) {
        auto all = words;
        all.insert(all.begin(), {"--data", typo});
        BOOST_TEST(run_server(all).exit == 2, words[0]);
        BOOST_TEST(!fs::exists(typo), words[0]);
    }
}

BOOST_AUTO_TEST_CASE(a_start_says_whether_it_made_the_folder)
{
    server.stop();
    BOOST_TEST(has(server.log(), "an empty county was made there"));
    const auto before = server.log().size();
    server.start();
    BOOST_TEST(!has(server.log().substr(before), "empty county"));
}

BOOST_AUTO_TEST_CASE(options_and_words_that_a_command_does_not_take_are_named)
{
    const auto said = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--data", server.data()});
        const auto ended = run_server(words);
        BOOST_TEST(ended.exit == 2, ended.err);
        return ended.err;
    };
    BOOST_TEST(has(said({"devices", "--role", "agency"}), "devices has no option --role"));
    BOOST_TEST(has(said({"devices", "now"}), "“now” is too much"));
    BOOST_TEST(has(said({"--scope", "430922"}), "new-code left out"));
    BOOST_TEST(has(said({"device"}), "did you mean devices"));
    BOOST_TEST(has(said({"--jsn"}), "did you mean --json"));
    BOOST_TEST(has(said({"-x"}), "two dashes"));
    BOOST_TEST(has(said({"devices", "--json=1"}), "--json takes no value"));
    BOOST_TEST(has(said({"new-code", "--role", "--json"}), "--role needs a value"));
    BOOST_TEST(has(
        said({"new-code", "--role", "agency", "--scope", "430900"}), "--scope 430900 is a city"));
    BOOST_TEST(has(said({"new-code", "--role", "outlet", "--scope", "430922000"}), "township"));
    const auto foreign = tests::run_program("hallkeeper-server", {"--lang", "fr", "devices"});
    BOOST_TEST(foreign.exit == 2);
    BOOST_TEST(has(foreign.err, "fr"));
    BOOST_TEST(json::parse(run_server({"--json", "-h"}).out).as_object().contains("help"));
    const auto wordless = tests::run_program("hallkeeper-server", {});
    BOOST_TEST(wordless.exit == 2);
    BOOST_TEST(wordless.out == "");
    BOOST_TEST(has(wordless.err, "--data"));
}

BOOST_AUTO_TEST_CASE(a_folder_of_another_county_or_a_file_is_not_taken_for_ones_own)
{
    const auto other =
        server.command({"new-code", "--role", "agency", "--scope", "430922", "--county", "430923"});
    BOOST_TEST(other.exit == 2);
    BOOST_TEST(has(other.err, "that of county 430922, not 430923"));
    server.stop();
    BOOST_TEST(has(run_server({"--data", server.data(), "--county", "430923"}).err, "not 430923"));
    BOOST_TEST(run_server({"--data", file("county.key"), "devices"}).exit == 2);
    BOOST_TEST(has(run_server({"--data", file("county.key")}).err, "is a file"));
    const auto within = server.command({"backup", file("copy")});
    BOOST_TEST(within.exit == 2);
    BOOST_TEST(!fs::exists(file("copy")));
}

BOOST_AUTO_TEST_CASE(a_damaged_county_is_told_a_county_servers_remedy)
{
    server.stop();
    fs::resize_file(file("county.hall"), fs::file_size(file("county.hall")) - 3 * 4096);
    const auto refused = server.command({"devices"});
    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(has(refused.err, "the command check"));
    BOOST_TEST(!has(refused.err, "hallctl"));
    const auto checked = run_server({"--data", server.data(), "check"});
    BOOST_TEST(checked.exit == 1);
    BOOST_TEST(has(checked.out, "3 are missing at the end"));
    BOOST_TEST(has(checked.out, "from its last backup"));
}

BOOST_AUTO_TEST_CASE(a_joining_file_is_written_over_nothing_but_another)
{
    const auto out = server.folder().file("note.txt");
    const std::vector<std::string> words{
        "new-code", "--role", "agency", "--scope", "430922", "--out", out};
    tests::write_file(out, "do not lose");
    BOOST_TEST(server.command(words).exit == 1);
    BOOST_TEST(tests::bytes_of(out) == "do not lose");
    fs::remove(out);
    answer(words);
    answer(words);
    SystemFiles files;
    BOOST_TEST(read_join(files, out).name == "桃江县"); // no number that nobody knows
}

BOOST_AUTO_TEST_CASE(without_an_address_there_is_no_joining_file)
{
    const auto data = server.folder().file("new");
    SystemFiles files;
    SystemRandom random;
    app::DataFolder(files, random, data, app::DataFolder::Missing::make);
    const auto out = server.folder().file("first.join");
    std::vector<std::string> words{
        "--data", data, "new-code", "--role", "agency", "--scope", "430922", "--out", out};
    const auto early = run_server(words);
    BOOST_TEST(early.exit == 2);
    BOOST_TEST(has(early.err, "--address"));
    words.insert(words.end(), {"--address", "https://10.1.2.3:8622"});
    BOOST_TEST(run_server(words).exit == 0);
    const auto join = read_join(files, out);
    BOOST_TEST(join.server == "https://10.1.2.3:8622");
    BOOST_TEST(join.county == "430922");
}

BOOST_AUTO_TEST_CASE(devices_are_known_by_their_names)
{
    tests::Office hall;
    enrol_with(hall.store, server.new_code("agency", "430922", {"--name", "政务大厅"}));
    tests::Office town("430922101", 2);
    enrol_with(town.store, server.new_code("outlet", "430922101", {"--name", "修山镇"}));
    const auto list = tests::run_program(
        "hallkeeper-server", {"--data", server.data(), "--lang", "zh_CN", "devices"})
                          .out;
    BOOST_TEST(list.find("电脑") < list.find("编号"));
    BOOST_TEST(has(list, "桃江县 430922"));

    BOOST_TEST(server.command({"revoke", "没有这台"}).exit == 1);
    const auto gone = answer({"revoke", "修山镇"});
    BOOST_TEST(gone.at("revoked").as_int64() == town.store.self().device);
    BOOST_TEST(answer({"devices"}).at("devices").as_array()[1].at("revoked").as_bool());
    BOOST_TEST(!answer({"devices"}).at("devices").as_array()[0].at("revoked").as_bool());
}

BOOST_AUTO_TEST_SUITE_END()
