#include "model/sync/http_transport.h"

#include "model/base/error.h"
#include "model/sync/connect.h"
#include "tests/support/office.h"
#include "tests/support/print.h"
#include "tests/support/server_process.h"

#include <boost/test/data/test_case.hpp>
#include <Poco/Net/NetException.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>

#include <functional>
#include <thread>

using namespace model;

namespace {

/// Listens on a port of this machine and treats one connection as it is told.
class FakeServer {
public:
    using Treat = std::function<void(Poco::Net::StreamSocket&)>;

    explicit FakeServer(Treat treat)
        : thread_([this, treat = std::move(treat)] {
            try {
                auto socket = listener_.acceptConnection();
                treat(socket);
            } catch (const Poco::Exception&) { // the client went away
            }
        })
    {
    }
    ~FakeServer() { thread_.join(); }

    std::string port() const { return std::to_string(listener_.address().port()); }

    /// Waits for a request's end, then sends the bytes and closes.
    static Treat answering(const std::string& bytes)
    {
        return [bytes](Poco::Net::StreamSocket& socket) {
            char request[4096];
            socket.receiveBytes(request, sizeof request);
            for (std::size_t sent = 0; sent < bytes.size();)
                sent += static_cast<std::size_t>(
                    socket.sendBytes(bytes.data() + sent, static_cast<int>(bytes.size() - sent)));
        };
    }

private:
    Poco::Net::ServerSocket listener_{Poco::Net::SocketAddress("127.0.0.1", 0)};
    std::thread thread_;
};

const std::string some_pin(64, 'a');

/// The sentence with which asking the server for its status fails; its answer if it does not.
std::string outcome(const std::string& address, CallTimeouts timeouts = {})
{
    try {
        HttpTransport transport(address, some_pin, timeouts);
        return transport.send({.method = "GET", .path = "/v1/status"}).body;
    } catch (const Error& error) {
        return error.what();
    }
}

bool has(const std::string& text, const std::string& part)
{
    BOOST_TEST_INFO(text);
    return text.find(part) != std::string::npos;
}

struct Address {
    const char* text;
    const char* means; ///< empty: nothing
};

std::ostream& operator<<(std::ostream& out, const Address& address)
{
    return out << address.text;
}

constexpr std::array addresses{
    Address{"https://10.1.2.3:8622", "https://10.1.2.3:8622"},
    Address{" https://hall.example/ ", "https://hall.example:443"},
    Address{"https://[fe80::1]:8622", "https://[fe80::1]:8622"},
    Address{"http://127.0.0.1:8622", "http://127.0.0.1:8622"},
    Address{"http://localhost:8622", "http://localhost:8622"},
    Address{"http://[::1]:8622", "http://[::1]:8622"},
    Address{"http://10.1.2.3:8622", ""},
    Address{"http://127.0.0.1.example.com", ""},
    Address{"ftp://10.1.2.3", ""},
    Address{"10.1.2.3:8622", ""},
    Address{"https://10.1.2.3:8622/v1", ""},
    Address{"https://name:word@10.1.2.3", ""},
    Address{"https://10.1.2.3:99999", ""},
    Address{"https://", ""},
    Address{"", ""},
};

} // namespace

BOOST_AUTO_TEST_SUITE(http_transport_test)

BOOST_DATA_TEST_CASE(
    an_address_is_https_or_this_machine, boost::unit_test::data::make(addresses), address)
{
    std::string parsed;
    try {
        parsed = ServerAddress::parse(address.text).text();
    } catch (const UsageError&) {
    }
    BOOST_TEST(parsed == address.means);
}

BOOST_AUTO_TEST_CASE(an_address_without_its_beginning_is_shown_with_it)
{
    BOOST_TEST(has(outcome("10.1.2.3:8622"), "write https://10.1.2.3:8622"));
    BOOST_TEST(has(outcome("no address"), "is no address"));
}

BOOST_AUTO_TEST_CASE(without_a_pin_there_is_no_encrypted_call)
{
    for (const auto* pin : {"", "abc", "zz"})
        BOOST_CHECK_THROW(HttpTransport("https://10.1.2.3:8622", pin), UsageError);
    BOOST_CHECK_NO_THROW(HttpTransport("http://127.0.0.1:8622", ""));
    BOOST_CHECK_NO_THROW(HttpTransport("https://10.1.2.3:8622", std::string(64, 'A')));
}

BOOST_AUTO_TEST_CASE(each_way_to_fail_has_its_sentence)
{
    std::string closed;
    {
        const Poco::Net::ServerSocket listener(Poco::Net::SocketAddress("127.0.0.1", 0));
        closed = std::to_string(listener.address().port());
    }
    BOOST_TEST(has(outcome("https://no-such-host.invalid:8622"), "is not known in this network"));
    BOOST_TEST(has(outcome("https://127.0.0.1:" + closed), "Nobody answers"));
    BOOST_TEST(has(outcome("http://127.0.0.1:" + closed), "Nobody answers"));

    FakeServer no_tls(FakeServer::answering("SSH-2.0-server\r\n"));
    BOOST_TEST(has(outcome("https://127.0.0.1:" + no_tls.port()), "No secure connection"));
    FakeServer no_http(FakeServer::answering("SSH-2.0-server\r\n"));
    BOOST_TEST(has(outcome("http://127.0.0.1:" + no_http.port()), "is no county server"));
    FakeServer silent(FakeServer::answering(""));
    BOOST_TEST(has(outcome("http://127.0.0.1:" + silent.port()), "broke off"));
    FakeServer cut(FakeServer::answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{}"));
    BOOST_TEST(has(outcome("http://127.0.0.1:" + cut.port()), "broke off"));
    FakeServer cut_head(FakeServer::answering("HTTP/1.1 200 OK\r\nContent-Le"));
    BOOST_TEST(!outcome("http://127.0.0.1:" + cut_head.port()).empty());
}

BOOST_AUTO_TEST_CASE(a_server_that_does_not_answer_is_given_up)
{
    const CallTimeouts short_ones{std::chrono::milliseconds(300), std::chrono::milliseconds(300)};
    for (const auto* scheme : {"http", "https"}) {
        FakeServer mute([](Poco::Net::StreamSocket& socket) {
            char byte = 0;
            while (socket.receiveBytes(&byte, 1) > 0) {
            }
        });
        BOOST_TEST(has(
            outcome(std::string(scheme) + "://127.0.0.1:" + mute.port(), short_ones), "in time"));
    }
}

BOOST_AUTO_TEST_CASE(an_endless_answer_is_cut_off)
{
    FakeServer endless([](Poco::Net::StreamSocket& socket) {
        FakeServer::answering("HTTP/1.1 200 OK\r\n\r\n")(socket);
        const std::string block(1U << 20, 'a');
        for (int i = 0; i < 200; ++i)
            socket.sendBytes(block.data(), static_cast<int>(block.size()));
    });
    BOOST_TEST(has(outcome("http://127.0.0.1:" + endless.port()), "too large"));
}

BOOST_AUTO_TEST_CASE(a_connection_the_server_closed_meanwhile_is_made_anew)
{
    tests::ServerProcess server;
    HttpTransport transport(server.address(), server.pin());
    BOOST_TEST(transport.send({.method = "GET", .path = "/v1/status"}).status == 200);
    server.kill();
    BOOST_CHECK_THROW(transport.send({.method = "GET", .path = "/v1/status"}), SyncError);
    server.start();
    BOOST_TEST(transport.send({.method = "GET", .path = "/v1/status"}).status == 200);
    server.stop();
    server.start();
    BOOST_TEST(transport.send({.method = "GET", .path = "/v1/status"}).status == 200);
}

BOOST_AUTO_TEST_CASE(an_office_on_the_server_s_own_machine_may_do_without_encryption)
{
    tests::ServerProcess server({"--county", "430922", "--http-only-on-loopback"});
    BOOST_TEST(server.address().starts_with("http://127.0.0.1:"));
    const auto join = server.new_code("agency", "430922");
    BOOST_TEST(join.pin == "");
    tests::Office hall;
    enrol_with(hall.store, join);
    hall.add("unit", {{"name", "县公安局"}});
    BOOST_TEST(sync_now(hall.store).pushed == 1);
}

BOOST_AUTO_TEST_SUITE_END()
