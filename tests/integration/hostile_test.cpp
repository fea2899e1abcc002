#include "model/sync/compression.h"
#include "model/sync/connect.h"
#include "model/sync/http_transport.h"
#include "model/sync/signature.h"
#include "tests/support/office.h"
#include "tests/support/print.h"
#include "tests/support/recorder.h"
#include "tests/support/server_process.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <Poco/Net/NetException.h>
#include <Poco/Net/StreamSocket.h>

#include <algorithm>

using namespace model;

namespace {

constexpr std::size_t megabyte = 1U << 20;

struct WithMember {
    WithMember()
    {
        enrol_with(township.store, server.new_code("outlet", "430922101"));
        member = Replica(township.store).membership();
    }

    HttpRequest signed_request(const std::string& path, std::string body)
    {
        HttpRequest request{.path = path, .body = std::move(body)};
        sign(request, member.self.device, member.secret, clock.now(), random);
        return request;
    }

    /// "200", or the status and code of the problem.
    std::string answer(const HttpRequest& request)
    {
        const auto response = transport.send(request);
        last = response.body;
        if (response.status < 300)
            return std::to_string(response.status);
        return std::to_string(response.status) + ' ' + text_at(parse_object(response.body), "code");
    }

    std::string signed_answer(const std::string& path, std::string body)
    {
        return answer(signed_request(path, std::move(body)));
    }

    /// Hands in an op of this device as if its program had written it.
    std::string push(const std::string& op)
    {
        const auto hello = parse_object(say_hello());
        const auto chain = Hash128::from_hex(text_at(hello, "chain"));
        const auto seq = number_at(hello, "last_seq") + 1;
        const auto text = boost::json::serialize(
            boost::json::parse(render({op.c_str(), {std::to_string(seq)}}, translate)));
        return signed_answer("/v1/push",
            to_json(Push{.first = seq,
                .incarnation = member.self.incarnation,
                .ops = {text},
                .chain = next_chain(chain, text)}));
    }

    std::string say_hello()
    {
        auto hello = Replica(township.store).hello();
        BOOST_REQUIRE(signed_answer("/v1/hello", to_json(hello)) == "200");
        return last;
    }

    /// Empty when every page and every sum of the county's data is right.
    std::string trouble() { return server.command({"check"}).err; }

    Translate translate = [](const char* id) { return std::string(id); };
    tests::ServerProcess server;
    tests::Office township{"430922101", 2};
    Replica::Membership member;
    HttpTransport transport{server.address(), server.pin()};
    SystemClock clock;
    SystemRandom random;
    std::string last; ///< body of the last answer
};

/// A record of another township, and the county's office that entered it.
struct WithStranger : WithMember {
    WithStranger()
    {
        enrol_with(hall.store, server.new_code("agency", "430922"));
        place = hall.add("place",
            {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922102"}});
        sync_now(hall.store);
    }

    tests::Office hall;
    Uuid place;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hostile_test, WithMember)

BOOST_AUTO_TEST_CASE(a_request_with_a_false_signature_is_refused)
{
    const auto good = signed_request("/v1/pull", R"({"cursor": 0})");
    auto other_body = good;
    other_body.body = R"({"cursor": 1})";
    auto other_path = good;
    other_path.path = "/v1/digest";
    auto other_device = good;
    other_device.headers[header::device] = "2";
    auto shortened = good;
    shortened.headers[header::signature].resize(10);
    auto other_time = good;
    other_time.headers[header::time] = std::to_string(clock.now() + 5);
    auto unsigned_one = good;
    unsigned_one.headers.clear();
    auto stranger = HttpRequest{.path = "/v1/pull", .body = good.body};
    sign(stranger, member.self.device, std::string(32, 'x'), clock.now(), random);

    for (const auto& request :
        {other_body, other_path, other_device, shortened, other_time, unsigned_one, stranger})
        BOOST_TEST(answer(request) == "401 bad_signature");
    BOOST_TEST(answer(good) == "200");
}

BOOST_AUTO_TEST_CASE(the_same_bytes_sent_twice_are_refused_the_second_time)
{
    const auto pull = signed_request("/v1/pull", R"({"cursor": 0})");
    const auto hello = signed_request("/v1/hello", to_json(Replica(township.store).hello()));

    for (const auto& request : {pull, hello}) {
        BOOST_TEST(answer(request) == "200");
        BOOST_TEST(answer(request) == "401 replay"); // whichever connection of the server it meets
        BOOST_TEST(answer(request) == "401 replay");
    }
}

BOOST_AUTO_TEST_CASE(false_signatures_and_replays_are_noted_in_the_log_of_the_county)
{
    const auto pull = signed_request("/v1/pull", R"({"cursor": 0})");
    BOOST_TEST(answer(pull) == "200");
    for (int device = 900; device < 1000; ++device) {
        auto stranger = HttpRequest{.path = "/v1/pull", .body = pull.body};
        sign(stranger, static_cast<std::uint32_t>(device), std::string(32, 'x'), clock.now(),
            random);
        BOOST_TEST_REQUIRE(answer(stranger) == "401 bad_signature");
    }
    BOOST_TEST(answer(pull) == "401 replay");

    const auto log = server.command({"audit"}).out;
    BOOST_TEST(log.find("A request that was sent before, from 127.0.0.1") != std::string::npos);
    int notes = 0;
    for (auto at = log.find("wrong signature"); at != std::string::npos;
         at = log.find("wrong signature", at + 1))
        ++notes;
    BOOST_TEST(notes == 10);
}

BOOST_AUTO_TEST_CASE(a_request_recorded_before_the_server_restarted_is_refused)
{
    const auto recorded = signed_request("/v1/pull", R"({"cursor": 0})");
    BOOST_TEST(answer(recorded) == "200");
    // The server's start is believed to the second.
    std::this_thread::sleep_for(std::chrono::milliseconds(1200));
    server.kill();
    server.start();

    BOOST_TEST(answer(recorded) == "401 stale");
    BOOST_TEST(signed_answer("/v1/pull", R"({"cursor": 0})") == "200");
}

BOOST_AUTO_TEST_CASE(a_request_of_another_time_is_refused_and_told_the_time)
{
    for (const auto minutes : {-11, 11}) {
        HttpRequest request{.path = "/v1/pull", .body = R"({"cursor": 0})"};
        sign(request, member.self.device, member.secret, clock.now() + minutes * 60'000, random);
        BOOST_TEST(answer(request) == "401 stale");
        BOOST_TEST(std::abs(number_at(parse_object(last), "time") - clock.now()) < 10'000);
    }
}

BOOST_AUTO_TEST_CASE(a_body_that_is_too_large_is_refused)
{
    BOOST_TEST(signed_answer("/v1/push", std::string(8 * megabyte + 1, 'a')) == "413 too_large");
    BOOST_TEST(signed_answer("/v1/push", std::string(8 * megabyte, 'a')) == "400 malformed");
    BOOST_TEST(signed_answer("/v1/pull", R"({"cursor": 0})") == "200");
}

BOOST_AUTO_TEST_CASE(a_body_that_unpacks_to_a_hundred_times_its_size_is_refused)
{
    for (const auto size : {100 * megabyte, 20 * megabyte}) {
        HttpRequest bomb{.path = "/v1/push", .body = compressed(std::string(size, '\0'))};
        BOOST_REQUIRE(bomb.body.size() < megabyte);
        bomb.headers[header::encoding] = "zstd";
        sign(bomb, member.self.device, member.secret, clock.now(), random);
        BOOST_TEST(answer(bomb) == "413 too_large");
    }
    HttpRequest cut{
        .path = "/v1/push", .body = compressed(std::string(megabyte, 'a')).substr(0, 20)};
    cut.headers[header::encoding] = "zstd";
    sign(cut, member.self.device, member.secret, clock.now(), random);
    BOOST_TEST(answer(cut) == "400 malformed");
}

BOOST_AUTO_TEST_CASE(json_of_any_depth_or_kind_is_refused_in_order)
{
    const std::string deep(100'000, '[');
    BOOST_TEST(signed_answer("/v1/enrol", deep) == "413 too_large");
    BOOST_TEST(signed_answer("/v1/enrol", deep.substr(0, 4000)) == "400 malformed");
    for (const auto* path : {"/v1/hello", "/v1/push", "/v1/pull", "/v1/digest"}) {
        BOOST_TEST(signed_answer(path, deep) == "400 malformed");
        BOOST_TEST(signed_answer(path, "{\"a\":" + deep) == "400 malformed");
        BOOST_TEST(signed_answer(path, "\"text\"") == "400 malformed");
        BOOST_TEST(signed_answer(path, "{\"cursor\": \"\xFF\xFE\"}") == "400 malformed");
    }
    BOOST_TEST(signed_answer("/v1/hello", R"({"protocol": ["a", {}], "incarnation": 1})")
        == "400 malformed");
}

BOOST_AUTO_TEST_CASE(cursors_and_numbers_out_of_range_do_no_harm)
{
    for (const auto* cursor : {"-1", "9223372036854775807", "-9223372036854775808"})
        BOOST_TEST(
            signed_answer("/v1/pull", std::string(R"({"cursor": )") + cursor + "}") == "200");
    BOOST_TEST(signed_answer("/v1/pull", R"({"cursor": 1e300})") == "400 malformed");
    BOOST_TEST(signed_answer("/v1/pull", R"({"cursor": 0, "records": -5})") == "200");
    BOOST_TEST(signed_answer("/v1/digest", R"({"byte": 4096})") == "200");
    std::string ids = R"({"ids": [""])";
    for (int i = 0; i < 5001; ++i)
        ids.insert(ids.size() - 1, ",\"" + township.new_id().text() + '"');
    BOOST_TEST(signed_answer("/v1/records", ids + '}') == "413 too_large");
}

BOOST_AUTO_TEST_CASE(random_changes_to_a_real_message_never_break_the_server)
{
    township.add("unit", {{"name", "县公安局"}, {"phone", "0737-8880110"}});
    township.add("place",
        {{"name", "桃花江镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    const auto push = to_json(Replica(township.store).next_push().value());
    SeededRandom dice(7);
    constexpr std::string_view letters = "0123456789{}[]\",:-abefntru\\\xE4\x00\x7F";
    int broken = 0;
    for (int round = 0; round < 400; ++round) {
        auto body = push;
        for (auto changes = 1 + dice.below(4); changes > 0; --changes) {
            const auto at = dice.below(static_cast<std::uint32_t>(body.size()));
            switch (dice.below(3)) {
            case 0:
                body[at] = letters[dice.below(letters.size())];
                break;
            case 1:
                body.erase(at, 1 + dice.below(12));
                break;
            default:
                body.insert(at, body.substr(dice.below(at + 1), dice.below(20)));
            }
        }
        const auto status = signed_answer("/v1/push", body);
        if (status.starts_with("5")) {
            ++broken;
            BOOST_TEST_MESSAGE(status << ": " << body);
        }
    }
    BOOST_TEST(broken == 0);
    BOOST_TEST(trouble() == "");
}

BOOST_AUTO_TEST_CASE(a_batch_that_is_refused_halfway_leaves_no_trace)
{
    const auto create = [&](int number) {
        const auto id = township.new_id().text();
        return R"({"n":)" + std::to_string(number) + R"(,"t":"create","k":)"
            + std::to_string(township.def("unit").id) + R"(,"r":")" + id + R"(","g":")" + id
            + R"(","u":[")" + id + R"(","x"],"at":0,"h":0,"f":{"1":"县公安局"}})";
    };
    BOOST_TEST(signed_answer("/v1/push",
                   to_json(Push{.first = 1, .incarnation = 1, .ops = {create(1), "{}"}}))
        == "400 malformed");

    BOOST_TEST(
        push(R"({"n":{1},"t":"create","k":2,"r":"018f0000-0000-7000-8000-000000000001",)"
             R"("g":"018f0000-0000-7000-8000-000000000001",)"
             R"("u":["018f0000-0000-7000-8000-000000000001","x"],"at":0,"h":0,"f":{"1":"b"}})")
        == "200");
    BOOST_TEST(trouble() == "");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_tls_leave_the_server_serving)
{
    SeededRandom dice(9);
    const Poco::Net::SocketAddress address("127.0.0.1", server.port());
    for (int i = 0; i < 40; ++i) {
        Poco::Net::StreamSocket socket(address);
        std::string bytes(1 + dice.below(2000), '\0');
        dice.fill({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
        if (i % 2 == 0)
            bytes = "\x16\x03\x01" + bytes; // what a handshake begins with
        if (i % 5 == 0)
            bytes = "GET / HTTP/1.1\r\n\r\n";
        socket.sendBytes(bytes.data(), static_cast<int>(bytes.size()));
    }
    BOOST_TEST(signed_answer("/v1/pull", R"({"cursor": 0})") == "200");
}

BOOST_AUTO_TEST_CASE(headers_without_end_are_refused)
{
    HttpRequest large{.method = "GET", .path = "/v1/status"};
    large.headers["X-Filler"] = std::string(100'000, 'a');
    HttpRequest many{.method = "GET", .path = "/v1/status"};
    for (int i = 0; i < 5000; ++i)
        many.headers["X-Filler-" + std::to_string(i)] = "a";
    const HttpRequest long_path{.method = "GET", .path = '/' + std::string(100'000, 'a')};
    for (const auto& request : {large, many, long_path}) {
        int status = 0;
        try {
            status = transport.send(request).status;
        } catch (const SyncError&) { // cut off while it still spoke
        }
        BOOST_TEST((status == 0 || status == 400));
    }
    BOOST_TEST(signed_answer("/v1/pull", R"({"cursor": 0})") == "200");
}

BOOST_FIXTURE_TEST_CASE(
    a_township_learns_nothing_of_another_one_s_record_by_asking_for_its_id, WithStranger)
{
    BOOST_TEST(signed_answer("/v1/records", R"({"ids": [")" + place.text() + "\"]}") == "200");

    BOOST_TEST(last.find("修山镇") == std::string::npos);
    BOOST_TEST(last.find("430922102") == std::string::npos);
    BOOST_TEST(signed_answer("/v1/pull", R"({"cursor": 0})") == "200");
    BOOST_TEST(last.find("修山镇") == std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(
    a_township_changes_nothing_of_another_one_s_record_by_naming_it, WithStranger)
{
    const std::string head = R"({"n":{1},"t":")";
    const std::string tail = R"(","k":)" + std::to_string(hall.def("place").id) + R"(,"r":")"
        + place.text() + R"(","g":")" + place.text() + R"(","u":[")" + place.text()
        + R"(","x"],"at":0,"h":0,"f":)";
    BOOST_TEST(push(head + "set" + tail + R"({"1":["别的名字","0.0.0"]}})") == "200");
    BOOST_TEST(push(head + "create" + tail + R"({"1":"别的名字","4":"430922101"}})") == "200");
    BOOST_TEST(push(head + "delete" + tail + "{}}") == "200");
    BOOST_TEST(push(head + "resolve" + tail + R"({"1":["别的名字","0.0.0"]}})") == "200");
    // Nor by saying it is its own.
    BOOST_TEST(push(head + "set" + tail + R"({"4":["430922101","0.0.0"]}})") == "200");

    sync_now(hall.store);
    BOOST_TEST(hall.text(place, "name") == "修山镇便民服务中心");
    BOOST_TEST(hall.text(place, "region") == "430922102");
    BOOST_TEST(trouble() == "");
}

BOOST_AUTO_TEST_CASE(ops_out_of_order_or_of_another_past_are_refused)
{
    const auto op = [](int number) {
        return R"({"n":)" + std::to_string(number)
            + R"(,"t":"delete","k":1,"r":"018f0000-0000-7000-8000-000000000001",)"
              R"("g":"018f0000-0000-7000-8000-000000000001",)"
              R"("u":["018f0000-0000-7000-8000-000000000001","x"],"at":0,"h":0,"f":{}})";
    };
    const auto batch = [&](int first, int number, int incarnation) {
        return signed_answer("/v1/push",
            to_json(Push{.first = first,
                .incarnation = static_cast<std::uint32_t>(incarnation),
                .ops = {op(number)}}));
    };
    BOOST_TEST(batch(5, 5, 1) == "409 gap");
    BOOST_TEST(batch(1, 2, 1) == "400 malformed");
    BOOST_TEST(batch(1, 1, 2) == "409 rejoin");
    BOOST_TEST(batch(1, 1, 1) == "409 rejoin"); // the chain is another one's
    BOOST_TEST(number_at(parse_object(say_hello()), "last_seq") == 0);
}

BOOST_AUTO_TEST_CASE(a_server_with_another_key_hears_nothing)
{
    auto pin = server.pin();
    pin[5] = pin[5] == 'a' ? 'b' : 'a';
    tests::Office office;
    auto join = server.new_code("agency", "430922");
    join.pin = pin;

    BOOST_CHECK_EXCEPTION(enrol_with(office.store, join), SyncError, [&](const SyncError& error) {
        return std::string(error.what()).find("is not that of the joining file or of --pin")
            != std::string::npos;
    });
    server.stop();
    // The one who joined before looked at his code first; of anybody else there is nothing.
    auto log = server.log();
    log.erase(0, log.find("POST")); // what it said of its new folder
    BOOST_TEST(std::ranges::count(log, '\n') == 2, log);
    BOOST_TEST(log.find("/v1/look") < log.find("/v1/enrol"), log);
}

BOOST_AUTO_TEST_CASE(the_log_says_who_called_what_and_nothing_of_its_content)
{
    township.add("unit", {{"name", "县公安局"}});
    sync_now(township.store);
    transport.send({.method = "GET", .path = "/v1/status?code=AAAABBBBCC"});

    const auto join = server.new_code("agency", "430922", {"--name", "副主任电脑"});
    tests::Office deputy("430922", 3);
    enrol_with(deputy.store, join);
    server.stop();
    const auto log = server.log();
    BOOST_TEST(log.find("POST /v1/push 200") != std::string::npos);
    BOOST_TEST(log.find("device 1") != std::string::npos);
    for (const auto& secret : {join.code, std::string("AAAABBBBCC"), std::string("公安"),
             std::string("副主任"), to_hex(member.secret)})
        BOOST_TEST(log.find(secret) == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
