#include "app/server/data_folder.h"
#include "assets/assets.h"
#include "model/commands/attachments.h"
#include "model/custody/escrow.h"
#include "model/sync/compression.h"
#include "model/sync/connect.h"
#include "model/sync/county_devices.h"
#include "model/sync/http_transport.h"
#include "model/sync/purge_order.h"
#include "model/sync/signature.h"
#include "tests/support/files.h"
#include "tests/support/json_schema.h"
#include "tests/support/office.h"
#include "tests/support/print.h"
#include "tests/support/recorder.h"
#include "tests/support/server_process.h"
#include "tests/support/where.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <set>

using namespace model;
namespace json = boost::json;

namespace {

std::string plain_body(const std::map<std::string, std::string>& headers, const std::string& body)
{
    const auto encoding = headers.find(header::encoding);
    return encoding == headers.end() ? body : inflated(body, 64U << 20);
}

using tests::Recorder;

struct WithServer {
    WithServer()
    {
        const auto response = transport.send({.method = "GET", .path = "/v1/openapi.yaml"});
        BOOST_REQUIRE(response.status == 200);
        served = response.body;
        api = json::parse(served).as_object();
    }

    const json::object& operation(const std::string& method, const std::string& path)
    {
        std::string verb;
        for (const char c : method)
            verb += static_cast<char>(std::tolower(c));
        return api.at("paths").as_object().at(path).as_object().at(verb).as_object();
    }

    /// The faults of an answer: an undocumented status, or a body unlike its schema.
    std::vector<std::string> faults(const HttpRequest& request, const HttpResponse& response)
    {
        const auto& operation = this->operation(request.method, request.path);
        const auto* told =
            operation.at("responses").as_object().if_contains(std::to_string(response.status));
        if (!told)
            return {"status " + std::to_string(response.status) + " is not documented"};
        const auto& content = told->as_object().at("content").as_object();
        const auto type = response.headers.at("Content-Type");
        if (!content.contains(type))
            return {type + " is not documented"};
        const auto body = json::parse(plain_body(response.headers, response.body));
        return schema.faults(body, content.at(type).as_object().at("schema").as_object());
    }

    std::vector<std::string> faults(const HttpRequest& request)
    {
        const auto& content = operation(request.method, request.path)
                                  .at("requestBody")
                                  .as_object()
                                  .at("content")
                                  .as_object();
        return schema.faults(json::parse(plain_body(request.headers, request.body)),
            content.at("application/json").as_object().at("schema").as_object());
    }

    tests::ServerProcess server;
    HttpTransport transport{server.address(), server.pin()};
    std::string served;
    json::object api;
    tests::JsonSchema schema{api};
};

std::string joined(const std::vector<std::string>& faults)
{
    std::string text;
    for (const auto& fault : faults)
        text += fault + "; ";
    return text;
}

/// A story in which every call is needed: joining, edits of every kind, a conflict, a repair.
std::vector<Recorder::Exchange> story(WithServer& world)
{
    Recorder recorder(world.transport);
    tests::Office hall;
    tests::Office deputy("430922", 2);
    for (auto* office : {&hall, &deputy})
        enrol(office->store, recorder, world.server.address(), world.server.pin(),
            world.server.new_code("agency", "430922").code);
    const auto sync = [&](tests::Office& office) { Link(office.store, recorder).sync(); };

    const auto place =
        hall.add("place", {{"name", "政务大厅"}, {"type", "hall"}, {"region", "430922"}});
    const auto window =
        hall.add("window", {{"number", "A01"}, {"place", place.text()}, {"types", "acceptance"}});
    Editor clerk(hall.store, hall.clerk);
    BOOST_REQUIRE(
        Attachments(clerk).add(place, {.file_name = "说明.txt", .bytes = "大厅平面图"}).done);
    sync(hall);
    sync(deputy);
    hall.change(window, "types", "acceptance,enquiry");
    hall.change(place, "name", "政务服务大厅");
    deputy.change(place, "name", "市民之家");
    sync(hall);
    sync(deputy);
    sync(hall);
    {
        Batch batch(hall.store, {.label = {msgid("Delete {1}")}, .account = hall.clerk});
        batch.remove(window);
        batch.commit();
    }
    sync(hall);
    // Lost without the county knowing of it.
    Transaction transaction(deputy.db);
    auto& rows = deputy.store.rows();
    const auto meta = rows.meta(place).value();
    rows.uncount(meta);
    rows.purge(meta);
    rows.flush_digest();
    transaction.commit();
    sync(deputy);
    BOOST_TEST(Link(deputy.store, recorder).sync().repaired == 0);

    // One that heard of changes this server does not know compares all it has.
    Transaction later(deputy.db);
    rows.set_setting("mark", "1000000.1");
    later.commit();
    sync(deputy);
    const auto member = Replica(deputy.store).membership();
    HttpRequest nothing_lost{.path = "/v1/items", .body = R"({"items": []})"};
    sign(nothing_lost, member.self.device, member.secret, SystemClock().now(), deputy.random);
    recorder.send(nothing_lost);

    {
        // As the server's own command does it, without a passphrase to be typed.
        SystemFiles files;
        const app::DataFolder folder(
            files, hall.random, world.server.data(), app::DataFolder::Missing::refuse);
        Database db(folder.data_file(), folder.key());
        SystemClock clock;
        RecordStore county(db, hall_catalog(), clock, hall.random);
        EscrowShelf(county).add(make_escrow_key("托管口令八个字以上", "王保管", hall.random,
            clock.now(), {.passes = 1, .memory = 1U << 16U}));
    }
    sync(hall);
    const DataKey key;
    set_escrow(hall.store, true, hall.clerk);
    deposit_if_due(hall.store, recorder, key, hall.clerk);
    BOOST_TEST(escrow_state(hall.store, key).is_deposited);

    const auto number = std::to_string(deputy.store.self().device);
    BOOST_TEST(county_devices(hall.store, recorder, hall.clerk).size() == 2);
    const auto lost = change_device(hall.store, recorder, hall.clerk, deputy.store.self().device,
        DeviceChange::report_lost, "落在班车上");
    BOOST_TEST((lost.state == DeviceState::lost));
    try {
        sync(deputy);
        BOOST_FAIL("no order to purge");
    } catch (const PurgeOrdered& order) {
        recorder.send({.path = "/v1/purged",
            .body = R"({"device": )" + number + R"(, "proof": ")" + order.proof + "\"}"});
    }
    return recorder.heard;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(openapi_test, WithServer)

BOOST_AUTO_TEST_CASE(the_server_gives_out_the_description_in_the_source_tree)
{
    BOOST_TEST(served == tests::bytes_of(tests::source_dir() + "/assets/api/openapi.yaml"));
}

BOOST_AUTO_TEST_CASE(every_described_call_is_made_and_said_as_described)
{
    auto heard = story(*this);
    Recorder recorder(transport);
    recorder.send({.method = "GET", .path = "/v1/status"});
    recorder.send({.method = "GET", .path = "/v1/openapi.yaml"});
    heard.insert(heard.end(), recorder.heard.begin(), recorder.heard.end());

    std::set<std::string> done;
    for (const auto& [request, response] : heard) {
        const auto call = request.method + ' ' + request.path;
        if (request.method == "POST")
            BOOST_TEST(joined(faults(request)) == "", call << ": " << joined(faults(request)));
        const auto wrong = joined(faults(request, response));
        BOOST_TEST(wrong == "", call << " " << response.status << ": " << wrong);
        if (response.status < 300)
            done.insert(call);
    }
    for (const auto& [path, methods] : api.at("paths").as_object())
        for (const auto& [method, operation] : methods.as_object()) {
            std::string call;
            for (const char c : std::string(method))
                call += static_cast<char>(std::toupper(c));
            call += ' ' + std::string(path);
            BOOST_TEST(done.contains(call), call << " never succeeded");
        }
}

BOOST_AUTO_TEST_CASE(every_refusal_is_a_problem_document_that_the_description_names)
{
    tests::Office hall;
    enrol_with(hall.store, server.new_code("agency", "430922"));
    const auto member = Replica(hall.store).membership();
    SystemClock clock;
    SystemRandom random;

    int asked = 0;
    for (const auto& [path, methods] : api.at("paths").as_object()) {
        if (!methods.as_object().contains("post"))
            continue;
        for (const auto* body : {"", "{}", "[]", "{\"a\": ", R"({"first": "x", "cursor": null})"}) {
            HttpRequest request{.path = std::string(path), .body = body};
            for (const bool is_signed : {false, true}) {
                if (is_signed)
                    sign(request, member.self.device, member.secret, clock.now(), random);
                const auto response = transport.send(request);
                const auto wrong = joined(faults(request, response));
                BOOST_TEST(wrong == "", request.path << ' ' << body << ": " << wrong);
                ++asked;
            }
        }
    }
    BOOST_TEST(asked == 150);
}

BOOST_AUTO_TEST_CASE(what_is_not_described_is_refused_with_a_problem_document)
{
    const auto& problem =
        api.at("components").as_object().at("schemas").as_object().at("Problem").as_object();
    const auto refusal = [&](const std::string& method, const std::string& path) {
        const auto response = transport.send({.method = method, .path = path});
        BOOST_TEST(response.headers.at("Content-Type") == "application/problem+json");
        BOOST_TEST(joined(schema.faults(json::parse(response.body), problem)) == "");
        return response.status;
    };

    BOOST_TEST(refusal("GET", "/") == 404);
    BOOST_TEST(refusal("GET", "/v1/records/person") == 404);
    BOOST_TEST(refusal("POST", "/v1/admin") == 404);
    BOOST_TEST(refusal("GET", "/v1/status?x=1") == 404);
    BOOST_TEST(refusal("GET", "/v1/../v1/status") == 404);
    BOOST_TEST(refusal("GET", "/v1/push") == 405);
    BOOST_TEST(refusal("DELETE", "/v1/push") == 405);
    BOOST_TEST(refusal("POST", "/v1/status") == 405);
    BOOST_TEST(refusal("POST", "/v1/openapi.yaml") == 405);
    BOOST_TEST(refusal("TRACE", "/v1/status") == 405); // which would send the request back
    BOOST_TEST(refusal("OPTIONS", "/v1/status") == 405);
}

BOOST_AUTO_TEST_SUITE_END()
