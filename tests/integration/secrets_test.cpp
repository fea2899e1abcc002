#include "app/server/http_server.h"
#include "app/server/log_line.h"
#include "model/access/recovery_key.h"
#include "model/entities/catalog.h"
#include "model/sync/connect.h"
#include "model/sync/http_transport.h"
#include "model/sync/signature.h"
#include "tests/support/files.h"
#include "tests/support/hallctl.h"
#include "tests/support/recorder.h"
#include "tests/support/server_process.h"

#include <Poco/Environment.h>

#include <sstream>
#include <thread>

using namespace model;
using tests::Recorder;

namespace {

constexpr const char* escrow_passphrase = "保险柜托管口令Kx77";
constexpr const char* id_number = "110101199003074514";
constexpr const char* phone = "13987654321";
constexpr const char* guessed_code = "ZZZZ9999ZZ";

/// A server whose log the system's journal takes, and a laptop of it.
struct WithServer {
    WithServer()
    {
        Poco::Environment::set("JOURNAL_STREAM", "8:12345");
        Poco::Environment::set("HALLKEEPER_ESCROW_PASSPHRASE", escrow_passphrase);
        server.emplace();
    }
    ~WithServer()
    {
        Poco::Environment::set("JOURNAL_STREAM", "");
        Poco::Environment::set("HALLKEEPER_ESCROW_PASSPHRASE", "");
    }

    std::optional<tests::ServerProcess> server;
    tests::HallctlWithFile laptop;
};

/// Everything of the server that anybody but it and the one it concerns may read.
std::string told_by(tests::ServerProcess& server, const std::vector<Recorder::Exchange>& heard)
{
    auto all = server.log() + server.command({"audit"}).out + server.command({"devices"}).out
        + server.command({"escrow", "list"}).out + server.command({"check"}).out;
    for (const auto& [request, response] : heard) {
        all += request.path + '\n';
        if (response.status >= 400)
            all += response.body + '\n';
    }
    return all;
}

} // namespace

BOOST_AUTO_TEST_SUITE(secrets_test)

BOOST_FIXTURE_TEST_CASE(no_secret_is_told_by_log_audit_targets_or_problems, WithServer)
{
    const auto join = server->new_code("agency", "430922");
    SystemFiles files;
    write_join(files, laptop.file("county.join"), join);
    laptop.ask({"enrol", "--join", laptop.file("county.join")});
    laptop.create({"person", "name=张桂山", std::string("id_number=") + id_number,
        std::string("phone=") + phone});
    BOOST_TEST(server->command({"escrow", "init", "--keeper", "王保管"}).exit == 0);
    laptop.ask({"sync"});
    laptop.ask({"escrow", "on"});
    laptop.ask({"sync"});

    // What goes wrong, and what a careless client says where it does not belong.
    HttpTransport transport(server->address(), server->pin());
    Recorder recorder(transport);
    const auto path = laptop.file("hall.db");
    const auto key = KeyFile::load(files, path).unlock({}, tests::Hallctl::passphrase).key;
    Database db(path, key);
    SystemClock clock;
    SystemRandom random;
    RecordStore store(db, hall_catalog(), clock, random);
    const auto member = Replica(store).membership();
    const auto device = std::to_string(member.self.device);
    const auto body = std::string(R"({"code": ")") + guessed_code + R"(", "device": ")"
        + Uuid::make(clock, random).text() + "\"}";
    for (const auto* call : {"/v1/enrol", "/v1/look"})
        for (int i = 0; i < 4; ++i)
            recorder.send({.path = call, .body = body});
    recorder.send({.path = "/v1/push",
        .headers = {{header::device, device}, {header::signature, to_hex(member.secret)}},
        .body = std::string("{\"phone\": \"") + phone + "\"}"});
    HttpRequest odd{.path = "/v1/push",
        .body = std::string(R"({"first": ")") + id_number + R"(", "ops": [")" + phone + "\"]}"};
    sign(odd, member.self.device, member.secret, clock.now(), random);
    recorder.send(odd);
    recorder.send(odd); // a replay
    const auto opened = server->command({"escrow", "open", device, "--reason", "忘记口令"});
    BOOST_TEST(opened.exit == 0, opened.err);
    BOOST_TEST(server->command({"revoke", device, "--lost", "--reason", "丢失"}).exit == 0);
    laptop.on_file({"sync"});

    const std::map<std::string, std::string> secrets{{"passphrase", tests::Hallctl::passphrase},
        {"escrow passphrase", escrow_passphrase}, {"joining code", join.code},
        {"wrong code", guessed_code}, {"device secret", to_hex(member.secret)},
        {"data key", to_hex({reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size()})},
        {"recovery key", recovery_text(key)}, {"id number", id_number}, {"phone", phone}};
    const auto told = told_by(*server, recorder.heard);
    BOOST_TEST(told.find("POST /v1/push 200") != std::string::npos); // it looks at the right thing
    BOOST_TEST(told.find("escrow_opened") != std::string::npos);
    BOOST_TEST(told.find("\"code\"") != std::string::npos);
    for (const auto& [what, secret] : secrets)
        BOOST_TEST(told.find(secret) == std::string::npos, what << " is told");
}

BOOST_FIXTURE_TEST_CASE(a_secret_in_a_target_goes_no_further, WithServer)
{
    HttpTransport transport(server->address(), server->pin());
    for (const auto* target : {"/v1/enrol?code=ZZZZ9999ZZ", "/v1/push?phone=13987654321"}) {
        const auto answer = transport.send({.path = target, .body = "{}"});
        BOOST_TEST(answer.status == 404);
        BOOST_TEST(answer.body.find("ZZZZ") == std::string::npos, answer.body);
        BOOST_TEST(answer.body.find(phone) == std::string::npos, answer.body);
    }
    const auto log = server->log() + server->command({"audit"}).out;
    BOOST_TEST(log.find("POST ? 404") != std::string::npos, log);
    BOOST_TEST(log.find(guessed_code) == std::string::npos, log);
    BOOST_TEST(log.find(phone) == std::string::npos, log);
}

BOOST_FIXTURE_TEST_CASE(under_the_journal_lines_begin_with_a_priority, WithServer)
{
    HttpTransport transport(server->address(), server->pin());
    transport.send({.method = "GET", .path = "/v1/status"});
    transport.send({.path = "/v1/hello", .body = "{}"});
    constexpr const char* last = "<4>POST /v1/hello 401";
    for (int i = 0; i < 100 && server->log().find(last) == std::string::npos; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(50)); // it is read aside
    const auto log = server->log();
    BOOST_TEST(log.find("<6>GET /v1/status 200") != std::string::npos, log);
    BOOST_TEST(log.find(last) != std::string::npos, log);
}

BOOST_AUTO_TEST_CASE(elsewhere_the_log_is_as_it_was)
{
    app::Served served{.method = "POST", .path = "/v1/push", .status = 503, .bytes = 12};
    BOOST_TEST(app::log_line(served, "") == "POST /v1/push 503 12B 0ms device -\n");
    BOOST_TEST(app::log_line(served, "8:1").starts_with("<3>POST"));
    served.status = 200;
    BOOST_TEST(app::log_line(served, "8:1").starts_with("<6>POST"));
    served.trouble = "disk full";
    BOOST_TEST(app::log_line(served, "8:1").starts_with("<3>POST"));
}

#ifdef __linux__
BOOST_FIXTURE_TEST_CASE(the_server_leaves_no_core_dump, WithServer)
{
    const auto limits =
        tests::bytes_of("/proc/" + std::to_string(server->process_id()) + "/limits");
    const auto at = limits.find("Max core file size");
    BOOST_REQUIRE(at != std::string::npos);
    std::string soft;
    std::string hard;
    std::istringstream(limits.substr(at + std::string("Max core file size").size())) >> soft
        >> hard;
    BOOST_TEST(soft == "0");
    BOOST_TEST(hard == "0");
}
#endif

BOOST_AUTO_TEST_SUITE_END()
