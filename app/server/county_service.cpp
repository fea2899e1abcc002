#include "app/server/county_service.h"

#include "assets/assets.h"

namespace app {

namespace {

constexpr const char* address_setting = "server_address";
constexpr int readers = 3;
/// What the writer commits, a reader's cache forgets; so a large one is of little use to it.
constexpr const char* cache_of_reader = "PRAGMA cache_size = -8192"; // 8 MiB

bool only_reads(const std::string& path)
{
    return path == "/v1/pull" || path == "/v1/digest" || path == "/v1/records";
}

} // namespace

CountyService::Connection::Connection(const DataFolder& folder, const World& world,
    const std::string& code, std::shared_ptr<model::Admission> admission,
    std::shared_ptr<model::RecentValues> recent)
    : county(folder, world, code, std::move(recent))
    , service(county.hub, world.clock, std::move(admission))
{
}

CountyService::CountyService(
    const DataFolder& folder, const World& world, const std::string& county)
    : world_(world)
    , admission_(std::make_shared<model::Admission>(world.clock))
    , recent_(std::make_shared<model::RecentValues>())
    , writer_(folder, world, county, admission_, recent_)
{
    for (int i = 0; i < readers; ++i) {
        readers_.push_back(
            std::make_unique<Connection>(folder, world, county, admission_, recent_));
        readers_.back()->county.db.handle().exec(cache_of_reader);
    }
}

model::HttpResponse CountyService::handle(const model::HttpRequest& request)
{
    if (request.path == "/v1/openapi.yaml" && request.method != "GET")
        return model::wrong_method(world_.clock.now(), request, "GET");
    if (request.path == "/v1/openapi.yaml")
        return {200, {{"Content-Type", "application/yaml"}},
            std::string(assets::text("api/openapi.yaml"))};
    if (only_reads(request.path))
        return read(request);
    const std::lock_guard lock(writing_);
    return writer_.service.handle(request);
}

model::HttpResponse CountyService::read(const model::HttpRequest& request)
{
    std::unique_ptr<Connection> reader;
    {
        std::unique_lock lock(choosing_);
        given_back_.wait(lock, [&] { return !readers_.empty(); });
        reader = std::move(readers_.back());
        readers_.pop_back();
    }
    auto response = reader->service.handle(request);
    {
        const std::lock_guard lock(choosing_);
        readers_.push_back(std::move(reader));
    }
    given_back_.notify_one();
    return response;
}

void CountyService::remember_address(const std::string& address)
{
    const std::lock_guard lock(writing_);
    model::guarded(writer_.county.db, [&] {
        if (remembered_address(writer_.county) == address)
            return;
        model::Transaction transaction(writer_.county.db);
        writer_.county.store.rows().set_setting(address_setting, address);
        transaction.commit();
    });
}

std::string remembered_address(County& county)
{
    return model::guarded(county.db, [&] { return county.store.rows().setting(address_setting); });
}

} // namespace app
