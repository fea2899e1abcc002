// One role of the peer bench, driven by lines of JSON on standard input, one answer a line:
//
//   staff_bench FOLDER server     {"do": "seed", "file": NDJSON} {"do": "start"} {"do": "digest"} …
//   staff_bench FOLDER client     {"do": "open", "url": …, "code": …} {"do": "edit", …} {"do":
//   "sync"}
//
// tests/bench/hallkeeper.mjs is its other end.

#include "app/server/http_server.h"
#include "model/store/batch.h"
#include "model/sync/http_transport.h"
#include "model/sync/hub_apply.h"
#include "model/sync/inbox.h"
#include "model/sync/joining.h"
#include "tests/bench/staff.h"
#include "tests/bench/wire_bytes.h"

#include <boost/json.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace {

namespace json = boost::json;
using namespace model;

std::string text_of(const json::object& object, const char* key)
{
    const auto* value = object.if_contains(key);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

json::object rows_of(RecordStore& store, const json::object& asked)
{
    json::object rows;
    for (const auto& id : asked.at("ids").as_array()) {
        const auto found = store.find_any(Uuid::parse(id.as_string()).value());
        json::object row;
        for (const auto& field : asked.at("fields").as_array())
            row[field.as_string()] =
                found ? to_text(found->second[std::string(field.as_string())]) : "";
        rows[id.as_string()] = row;
    }
    return rows;
}

/// Seeds the county as its own import would: every record an op of one device, in one transaction.
void seed(RecordStore& store, Hub& hub, const std::string& file)
{
    const auto device = hub.enrol(hub.new_code({{Role::agency, "990000"}, "990000", "seed"}).code,
        Uuid::named("d", "seed"), "");
    Transaction transaction(store.db());
    HubApply apply(store, device, "990000", false);
    std::ifstream lines(file);
    Op op{.type = OpType::create,
        .kind = bench::staff_def().id,
        .def = &bench::staff_def(),
        .account = {Uuid::named("account", "seed"), "导入"}};
    std::uint64_t seq = 0;
    for (std::string line; std::getline(lines, line);) {
        const auto record = json::parse(line).as_object();
        op.version = {device.number, device.incarnation, ++seq};
        op.record = Uuid::parse(record.at("id").as_string()).value();
        op.fields.clear();
        for (const auto& field : bench::staff_def().fields)
            if (const auto value = text_of(record, std::string(field.name).c_str()); !value.empty())
                op.fields.push_back({field.id, {}, value, {}});
        apply.apply(op, static_cast<Hlc>(seq));
    }
    store.rows().set_number("gseq", apply.head());
    store.rows().flush_digest();
    transaction.commit();
}

struct Files {
    SystemClock clock;
    SystemRandom random;
    SystemFiles files;
};

class Server {
public:
    explicit Server(const std::string& folder)
        : codes_(folder + "/codes")
        , folder_(world_.files, world_.random, folder, app::DataFolder::Missing::make)
        , world_of_county_{world_.files, world_.clock, world_.random, &bench::staff_catalog()}
        , county_(folder_, world_of_county_, "990000")
    {
        bench::make_table(county_.db);
    }

    json::value answer(const json::object& asked)
    {
        const auto what = text_of(asked, "do");
        if (what == "seed")
            seed(county_.store, county_.hub, text_of(asked, "file"));
        else if (what == "start")
            return start();
        else if (what == "digest")
            return json::value(bench::set_hash(county_.db));
        else if (what == "conflicts")
            return json::value(Inbox(county_.store).count_open());
        else if (what == "get")
            return rows_of(county_.store, asked);
        return nullptr;
    }

private:
    json::value start()
    {
        service_ = std::make_unique<app::CountyService>(folder_, world_of_county_, "990000");
        http_ = std::make_unique<app::HttpServer>(*service_, folder_,
            app::Listening{.host = "127.0.0.1", .port = 0, .secure = false}, [](const auto&) {});
        std::ofstream codes(codes_);
        for (int i = 0; i < 64; ++i)
            codes << county_.hub
                         .new_code({{Role::agency, "990000"}, "990000", "c" + std::to_string(i)})
                         .code
                  << '\n';
        return json::object{{"port", http_->port()}, {"codes", codes_}};
    }

    Files world_;
    std::string codes_; ///< the file of the codes by which clients join
    app::DataFolder folder_;
    app::World world_of_county_;
    app::County county_;
    std::unique_ptr<app::CountyService> service_;
    std::unique_ptr<app::HttpServer> http_;
};

class Client {
public:
    explicit Client(const std::string& folder)
        : fresh_(!std::filesystem::exists(folder + "/client.hall"))
        , db_(folder + "/client.hall", DataKey{},
              {.opening = fresh_ ? Opening::fresh : Opening::existing})
    {
        bench::make_table(db_);
    }

    json::value answer(const json::object& asked)
    {
        const auto what = text_of(asked, "do");
        if (what == "open")
            open(text_of(asked, "url"), text_of(asked, "code"));
        else if (what == "edit")
            edit(asked.at("edits").as_array());
        else if (what == "sync")
            return sync();
        else if (what == "digest")
            return json::value(bench::set_hash(db_));
        else if (what == "conflicts")
            return json::value(Inbox(store_).count_open());
        else if (what == "get")
            return rows_of(store_, asked);
        return nullptr;
    }

private:
    /// A code means: be a device of your own, even where this folder is a copy of another's.
    void open(const std::string& url, const std::string& code)
    {
        wire_ = std::make_unique<HttpTransport>(url, "");
        if (code.empty())
            return;
        if (fresh_)
            store_.set_self(
                {.region = "990000", .office = "bench", .org = {Role::agency, "990000"}});
        store_.rows().set_number("device", 0);
        enrol(store_, *wire_, url, "", code);
    }

    void edit(const json::array& edits)
    {
        const Account account{Uuid::named("account", "bench"), "录入员"};
        for (const auto& entry : edits) {
            std::vector<FieldEdit> fields;
            for (const auto& [name, value] : entry.at("set").as_object())
                fields.push_back({bench::staff_def().find(std::string(name)),
                    value.as_string().empty() ? Value{} : Value{std::string(value.as_string())}});
            Batch batch(store_, {.label = {"edit"}, .account = account});
            batch.set(Uuid::parse(entry.at("id").as_string()).value(), fields);
            batch.commit();
        }
    }

    json::value sync()
    {
        const auto result = Link(store_, *wire_).sync();
        const auto [up, down] = bytes_.counted();
        return json::object{{"pushed", result.pushed}, {"pulled", result.pulled},
            {"conflicts", result.conflicts}, {"repaired", result.repaired}, {"up", up},
            {"down", down}};
    }

    Files world_;
    bool fresh_;
    Database db_;
    RecordStore store_{db_, bench::staff_catalog(), world_.clock, world_.random};
    std::unique_ptr<HttpTransport> wire_;
    bench::WireBytes bytes_;
};

long kilobytes(const char* name)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name))
            return std::atol(line.c_str() + std::string_view(name).size() + 1);
    return 0;
}

template <class Role>
int serve(Role& role)
{
    for (std::string line; std::getline(std::cin, line);) {
        json::object answer;
        const auto begin = std::chrono::steady_clock::now();
        try {
            const auto asked = json::parse(line).as_object();
            if (text_of(asked, "do") == "usage") {
                answer["r"] =
                    json::object{{"rssPeakMB", static_cast<double>(kilobytes("VmHWM:")) / 1024},
                        {"cpuS", static_cast<double>(std::clock()) / CLOCKS_PER_SEC}};
            } else {
                answer["r"] = role.answer(asked);
            }
        } catch (const std::exception& error) {
            answer["error"] = describe(error);
        }
        answer["ms"] =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
                .count();
        std::cout << json::serialize(answer) << std::endl;
    }
    return 0;
}

} // namespace

int main(int count, char** words)
{
    if (count != 3)
        return 2;
    if (std::string_view(words[2]) == "server") {
        Server server(words[1]);
        return serve(server);
    }
    Client client(words[1]);
    return serve(client);
}
