#include "model/sync/compression.h"
#include "tests/fuzz/target.h"
#include "tests/support/county.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

using fuzz::expect;
using fuzz::Trace;
using namespace model;
namespace json = boost::json;

namespace {

/// A county with a hall and a township that have joined; after each input it is as before.
struct World : tests::CountyServer {
    World()
    {
        hall.add("person", {{"name", "县里人"}, {"phone", "10000000001"}});
        hall.add("unit", {{"name", "公安局"}});
        town.add(
            "place", {{"name", "修山镇"}, {"type", "township_centre"}, {"region", "430922101"}});
        for (int round = 0; round < 2; ++round)
            for (auto* laptop : {&hall, &town})
                laptop->sync();
        start = back_up();
        at_home = copy_of(town.db);
    }

    static Backup copy_of(Database& db)
    {
        auto copy = std::make_shared<SQLite::Database>(
            ":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Backup(*copy, db.handle()).executeStep();
        return copy;
    }

    HttpResponse post(const std::string& path, const std::string& body, bool is_packed = false)
    {
        const auto member = Replica(town.store).membership();
        HttpRequest request{.path = path, .body = body, .client = std::to_string(++clients)};
        if (is_packed)
            request.headers[header::encoding] = "zstd";
        sign(request, member.self.device, member.secret, town.clock.now(), town.random);
        return service.handle(request);
    }

    tests::Laptop hall{*this, Role::agency, "430922", "430922", 1};
    tests::Laptop town{*this, Role::outlet, "430922101", "430922101", 2};
    Backup start;
    Backup at_home;
    int clients = 0;
};

/// A county that answers one call with the input and all others as it should.
struct Impostor : Transport {
    Impostor(World& of, std::string_view path, std::string_view said)
        : world(of)
        , call(path)
        , body(said)
    {
    }

    HttpResponse send(const HttpRequest& request) override
    {
        if (++calls > 50)
            throw SyncError({"enough"});
        if (request.path != call)
            return world.service.handle(request);
        return {200, {}, body};
    }

    World& world;
    std::string call;
    std::string body;
    int calls = 0;
};

template <class Reader>
void expect_to_come_back(const json::object& object, Reader read, Trace& trace)
{
    try {
        const auto text = to_json(read(object));
        expect(to_json(read(parse_object(text))) == text, "a message says the same again: " + text);
        trace.add("a message");
    } catch (const Problem& problem) {
        trace.add(problem);
    }
}

void read_op_text(const json::value& value, Trace& trace)
{
    try {
        const auto op = read_op(value, hall_catalog(), 3, 1);
        expect(!value.as_object().contains("k") || op.kind == value.at("k").as_int64(),
            "the entity is the one that was named");
        if (!op.unknown.empty() || !op.def)
            return;
        const auto text = to_json(op);
        const auto again = read_op(json::parse(text), hall_catalog(), 3, 1);
        expect(to_json(again) == text, "an op says the same again: " + text);
        trace.add(op.def->name);
        trace.add(op_name(op.type));
        trace.add_count(op.fields.size());
    } catch (const Problem& problem) {
        trace.add(problem);
    }
}

/// The body of a push whose number and chain fit, so that its ops are looked at.
std::string fitting(World& world, const json::object& body)
{
    const auto hello = Replica(world.town.store).hello();
    auto fitted = body;
    auto chain = hello.chain;
    if (const auto* ops = body.if_contains("ops"); ops && ops->is_array()) {
        auto number = hello.acked;
        auto& list = fitted["ops"].get_array();
        for (auto& op : list) {
            if (op.is_object())
                op.get_object()["n"] = ++number;
            chain = next_chain(chain, json::serialize(op));
        }
    }
    fitted["first"] = hello.acked + 1;
    fitted["incarnation"] = hello.incarnation;
    fitted["chain"] = chain.hex();
    return json::serialize(fitted);
}

void ask(World& world, const std::string& path, const std::string& body, Trace& trace)
{
    const auto written = world.db.handle().getTotalChanges();
    const auto response = world.post(path, body);
    trace.add_count(static_cast<std::size_t>(response.status));
    expect(response.status >= 200 && response.status < 500,
        "the county understands or refuses: " + std::to_string(response.status) + ' '
            + response.body + response.trouble);
    const auto answer = parse_object(response.headers.contains(header::encoding)
            ? inflated(response.body, HubService::most_inflated)
            : response.body);
    if (const auto* code = answer.if_contains("code"); code && code->is_string())
        trace.add(std::string_view(code->get_string()));
    if (world.db.handle().getTotalChanges() != written)
        world.restore(world.start);
}

void listen(World& world, std::string_view path, std::string_view body, Trace& trace)
{
    Impostor impostor(world, path, body);
    const auto written = world.town.db.handle().getTotalChanges();
    try {
        Link(world.town.store, impostor).sync();
        trace.add("listened");
    } catch (const Error& error) {
        trace.add(error);
    }
    if (world.town.db.handle().getTotalChanges() != written)
        SQLite::Backup(world.town.db.handle(), *world.at_home).executeStep();
    world.restore(world.start);
}

void unpack(World& world, std::string_view frame, Trace& trace)
{
    try {
        const auto bytes = inflated(frame, 1U << 20U);
        expect(bytes.size() <= 1U << 20U, "no more is unpacked than is allowed");
        expect(inflated(compressed(bytes), 1U << 20U) == bytes, "what is packed comes out again");
        trace.add_count(bytes.size());
    } catch (const Problem& problem) {
        trace.add(problem);
    }
    const auto response = world.post("/v1/pull", std::string(frame), true);
    expect(response.status >= 200 && response.status < 500, "a packed message is no trouble");
}

void run(std::string_view input, Trace& trace)
{
    static World world;
    constexpr std::string_view kinds[] = {"op", "push", "pull", "hello", "digest", "records",
        "items", "contents", "piece", "bring", "look", "enrol", "no call \xFF", "zstd",
        "answer /v1/hello", "answer /v1/push", "answer /v1/pull", "answer /v1/digest",
        "answer /v1/records"};
    const auto given = fuzz::parts(input, 2);
    const auto known = std::ranges::find(kinds, given[0]);
    const auto kind = known != std::end(kinds) ? *known : kinds[given[0].size() % std::size(kinds)];
    const auto body = given[1];
    trace.add(kind);
    if (kind == "zstd")
        return unpack(world, body, trace);
    if (kind.starts_with("answer "))
        return listen(world, kind.substr(7), body, trace);
    json::object object;
    try {
        object = parse_object(body);
    } catch (const Problem& problem) {
        trace.add(problem);
        return;
    }
    expect_to_come_back(object, read_hello, trace);
    expect_to_come_back(object, read_hello_reply, trace);
    expect_to_come_back(object, read_push_reply, trace);
    expect_to_come_back(object, read_pull, trace);
    if (kind == "op")
        read_op_text(object, trace);
    else if (kind == "push")
        ask(world, "/v1/push", fitting(world, object), trace);
    else
        ask(world, "/v1/" + std::string(kind), std::string(body), trace);
}

/// What a device and its county really say to each other.
std::vector<std::string> made()
{
    World world;
    std::vector<std::string> all;
    std::string asked;
    world.before = [&](const HttpRequest& request) {
        asked = request.path;
        const auto found = request.headers.find(header::encoding);
        const auto body =
            found == request.headers.end() ? request.body : inflated(request.body, 1U << 24U);
        all.push_back(request.path.substr(4) + '\n' + body);
        all.push_back("zstd\n" + compressed(body));
        if (request.path == "/v1/push")
            for (const auto& op : parse_object(body).at("ops").as_array())
                all.push_back("op\n" + json::serialize(op));
    };
    world.after = [&](const HttpResponse& response) {
        const auto body = response.headers.contains(header::encoding)
            ? inflated(response.body, 1U << 24U)
            : response.body;
        all.push_back("answer " + asked + '\n' + body);
    };
    const auto person = world.town.add("person", {{"name", "镇里人"}, {"own_uniform", "1"}});
    const auto window = world.town.add("window", {{"number", "B07"}, {"types", "general,fast"}});
    world.hall.sync();
    for (auto* laptop : {&world.town, &world.hall, &world.town})
        laptop->sync();
    world.town.change(person, "phone", "10000000002");
    world.town.change(window, "types", "general,self_service");
    world.town.sync();
    return all;
}

} // namespace

const fuzz::Target& fuzz::target()
{
    static const Target one{"message",
        {"op\n", "push\n", "pull\n", "hello\n", "digest\n", "records\n", "items\n", "zstd\n",
            "answer /v1/pull\n", "answer /v1/hello\n", "answer /v1/push\n", "answer /v1/digest\n",
            "answer /v1/records\n", "\"t\":\"create\"", "\"t\":\"set\"", "\"t\":\"end\"",
            "\"t\":\"delete\"", "\"t\":\"restore\"", "\"t\":\"resolve\"", "\"k\":1", "\"k\":2",
            "\"k\":99", "\"f\":{", "\"1\":", "\"0\":[true,\"1.1.1\"]", "\"seen\":[", "\"inbox\":\"",
            "\"again\":\"1.1.1\"", "\"s\":430922", "\"home\":\"", "\"doc\":\"", "\"+\":[",
            "\"-\":[", "\"b\":\"", "\"cursor\":", "\"since\":", "\"records\":", "\"ops\":[",
            "\"ids\":[", "\"byte\":", "\"mark\":\"1.1\"", "\"rejoin\":true", "\"chain\":\"", "null",
            "true", "1.5", "{", "}", "[", "]", ",", "65536.1.1", "1.2048.1", "1.1.68719476736",
            "\\u0000", "\\ud800", "\xFF"},
        made, run};
    return one;
}
