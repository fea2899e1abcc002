#include "app/server/http_server.h"

#include "model/base/error.h"
#include "model/sync/http_transport.h"
#include "tests/support/office.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"

#include <Poco/Net/NetException.h>
#include <Poco/Net/SecureStreamSocket.h>

#include <atomic>
#include <thread>

using namespace model;

namespace {

namespace net = Poco::Net;
using SteadyClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds patience(700);

/// A server in this process that soon loses patience.
struct WithServer {
    app::Listening listening(std::uint16_t port = 0)
    {
        return {.host = "127.0.0.1", .port = port, .patience = {patience, patience}};
    }

    std::string address() const { return "https://127.0.0.1:" + std::to_string(server->port()); }
    net::SocketAddress socket_address() const { return {"127.0.0.1", server->port()}; }

    int status()
    {
        return HttpTransport(address(), folder.pin())
            .send({.method = "GET", .path = "/v1/status"})
            .status;
    }

    net::SecureStreamSocket connect()
    {
        net::Context::Params params;
        params.verificationMode = net::Context::VERIFY_NONE;
        params.loadDefaultCAs = false;
        return {socket_address(), new net::Context(net::Context::TLS_CLIENT_USE, params)};
    }

    tests::TempFolder temp;
    SystemFiles files;
    SystemClock clock;
    SystemRandom random;
    app::DataFolder folder{files, random, temp.file("county"), app::DataFolder::Missing::make};
    app::CountyService service{folder, {files, clock, random}, "430922"};
    std::atomic<int> served = 0;
    std::unique_ptr<app::HttpServer> server = std::make_unique<app::HttpServer>(
        service, folder, listening(), [this](const app::Served&) { ++served; });
};

/// How long the other end bears with these bytes, sent one by one.
milliseconds borne(net::StreamSocket& socket, const std::string& bytes)
{
    const auto begin = SteadyClock::now();
    const auto passed = [&] {
        return std::chrono::duration_cast<milliseconds>(SteadyClock::now() - begin);
    };
    try {
        for (const char byte : bytes) {
            socket.sendBytes(&byte, 1);
            if (socket.poll(Poco::Timespan(20'000), net::Socket::SELECT_READ)) {
                char answer[512];
                if (socket.receiveBytes(answer, sizeof answer) <= 0)
                    return passed();
            }
        }
    } catch (const Poco::Exception&) { // closed
    }
    return passed();
}

const std::string long_request =
    "GET /v1/status HTTP/1.1\r\nHost: x\r\nX-Slow: " + std::string(2000, 'a') + "\r\n\r\n";

} // namespace

BOOST_FIXTURE_TEST_SUITE(http_server_test, WithServer)

BOOST_AUTO_TEST_CASE(who_sends_a_request_byte_by_byte_is_cut_off)
{
    auto socket = connect();
    BOOST_TEST((borne(socket, long_request) < 4 * patience));
    BOOST_TEST(status() == 200);
}

BOOST_AUTO_TEST_CASE(who_sends_a_handshake_byte_by_byte_is_cut_off)
{
    // The head of a record of sixteen thousand bytes, which then come one by one.
    net::StreamSocket socket(socket_address());
    BOOST_TEST((borne(socket, "\x16\x03\x01\x3F\xFF" + std::string(2000, '\x01')) < 4 * patience));
    BOOST_TEST(status() == 200);
}

BOOST_AUTO_TEST_CASE(who_sends_a_body_byte_by_byte_is_cut_off)
{
    auto socket = connect();
    const std::string head = "POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n";
    socket.sendBytes(head.data(), static_cast<int>(head.size()));
    BOOST_TEST((borne(socket, std::string(3000, ' ')) < 4 * patience));
    BOOST_TEST(status() == 200);
}

BOOST_AUTO_TEST_CASE(a_request_in_pieces_is_served_if_it_comes_in_time)
{
    auto socket = connect();
    const std::string request = "GET /v1/status HTTP/1.1\r\nHost: x\r\n\r\n";
    for (int round = 0; round < 4; ++round) { // each request has its own time
        for (std::size_t at = 0; at < request.size(); at += 13) {
            socket.sendBytes(request.data() + at,
                static_cast<int>(std::min<std::size_t>(13, request.size() - at)));
            std::this_thread::sleep_for(milliseconds(100));
        }
        char answer[1024];
        const int size = socket.receiveBytes(answer, sizeof answer);
        BOOST_TEST(std::string(answer, static_cast<std::size_t>(std::max(size, 0)))
                       .starts_with("HTTP/1.1 200"));
    }
}

BOOST_AUTO_TEST_CASE(a_chunked_body_has_the_same_limit)
{
    auto socket = connect();
    const std::string head =
        "POST /v1/enrol HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    socket.sendBytes(head.data(), static_cast<int>(head.size()));
    const std::string chunk = "100000\r\n" + std::string(1U << 20, 'a') + "\r\n";
    for (int i = 0; i < 9; ++i)
        socket.sendBytes(chunk.data(), static_cast<int>(chunk.size()));
    socket.sendBytes("0\r\n\r\n", 5);
    char answer[512];
    const int size = socket.receiveBytes(answer, sizeof answer);
    BOOST_TEST(std::string(answer, static_cast<std::size_t>(std::max(size, 0)))
                   .starts_with("HTTP/1.1 413"));
}

BOOST_AUTO_TEST_CASE(a_body_without_a_length_is_refused)
{
    auto socket = connect();
    const std::string head = "POST /v1/enrol HTTP/1.1\r\nHost: x\r\n\r\n{}";
    socket.sendBytes(head.data(), static_cast<int>(head.size()));
    char answer[512];
    const int size = socket.receiveBytes(answer, sizeof answer);
    BOOST_TEST(std::string(answer, static_cast<std::size_t>(std::max(size, 0)))
                   .starts_with("HTTP/1.1 411"));
}

/// Two who read such a message differently could be made to see two requests where one was signed.
BOOST_AUTO_TEST_CASE(a_body_with_a_length_and_in_chunks_is_refused_and_nothing_follows_it)
{
    auto socket = connect();
    const std::string both =
        "POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
        "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
        "GET /v1/status HTTP/1.1\r\nHost: x\r\n\r\n";
    socket.sendBytes(both.data(), static_cast<int>(both.size()));
    std::string all;
    char answer[1024];
    for (int size = 1; size > 0;) {
        size = socket.receiveBytes(answer, sizeof answer);
        all.append(answer, static_cast<std::size_t>(std::max(size, 0)));
    }
    BOOST_TEST(all.starts_with("HTTP/1.1 400"));
    BOOST_TEST(all.find("HTTP/1.1 200") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(sixty_four_kept_connections_leave_room_for_one_more)
{
    std::vector<std::unique_ptr<HttpTransport>> clients;
    for (int i = 0; i < 64; ++i) {
        clients.push_back(std::make_unique<HttpTransport>(address(), folder.pin()));
        BOOST_TEST(clients.back()->send({.method = "GET", .path = "/v1/status"}).status == 200);
    }
    const auto begin = SteadyClock::now();
    BOOST_TEST(status() == 200);
    BOOST_TEST((SteadyClock::now() - begin < std::chrono::seconds(2)));
}

BOOST_AUTO_TEST_CASE(a_server_with_too_much_to_do_asks_to_come_again)
{
    auto few = listening();
    few.most_at_once = 0;
    server.reset();
    server = std::make_unique<app::HttpServer>(service, folder, few, [](const app::Served&) {});

    const auto response =
        HttpTransport(address(), folder.pin()).send({.method = "GET", .path = "/v1/status"});
    BOOST_TEST(response.status == 503);
    BOOST_TEST(response.body.find(R"("code":"busy")") != std::string::npos, response.body);
}

BOOST_AUTO_TEST_CASE(a_server_stops_at_once_though_clients_hold_on)
{
    HttpTransport kept(address(), folder.pin());
    kept.send({.method = "GET", .path = "/v1/status"});
    auto slow = connect();
    slow.sendBytes("GET", 3);
    net::StreamSocket mute(socket_address());

    const auto begin = SteadyClock::now();
    server.reset();
    BOOST_TEST((SteadyClock::now() - begin < std::chrono::seconds(3)));
}

BOOST_AUTO_TEST_CASE(two_servers_do_not_share_a_port)
{
    BOOST_CHECK_THROW(
        app::HttpServer(service, folder, listening(server->port()), [](const app::Served&) {}),
        Error);
}

BOOST_AUTO_TEST_CASE(old_versions_of_tls_are_refused)
{
    net::Context::Params params;
    params.verificationMode = net::Context::VERIFY_NONE;
    params.loadDefaultCAs = false;
    params.cipherList = "ALL:@SECLEVEL=0";
    net::Context::Ptr old(new net::Context(net::Context::TLS_CLIENT_USE, params));
    old->disableProtocols(net::Context::PROTO_TLSV1_2 | net::Context::PROTO_TLSV1_3);
    BOOST_CHECK_THROW(net::SecureStreamSocket(socket_address(), old), Poco::Exception);
}

BOOST_AUTO_TEST_CASE(only_suites_that_seal_and_forget_their_keys_are_spoken)
{
    const auto offering = [&](const char* suites) {
        net::Context::Params params;
        params.verificationMode = net::Context::VERIFY_NONE;
        params.loadDefaultCAs = false;
        params.cipherList = suites;
        net::Context::Ptr client(new net::Context(net::Context::TLS_CLIENT_USE, params));
        client->disableProtocols(net::Context::PROTO_TLSV1_3);
        net::SecureStreamSocket socket(socket_address(), client);
        return socket.completeHandshake();
    };
    BOOST_TEST(offering("ECDHE-ECDSA-AES128-GCM-SHA256:@SECLEVEL=0") == 1);
    BOOST_CHECK_THROW(
        offering("ECDHE-ECDSA-AES128-SHA256:ECDHE-ECDSA-AES256-SHA:@SECLEVEL=0"), Poco::Exception);
}

BOOST_AUTO_TEST_SUITE_END()
