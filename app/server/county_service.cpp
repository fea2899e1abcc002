#include "app/server/county_service.h"

#include "assets/assets.h"
#include "model/store/audit.h"

namespace app {

namespace {

constexpr const char* address_setting = "server_address";
constexpr int readers = 3;
/// What the writer commits, a reader's cache forgets; so a large one is of little use to it.
constexpr const char* cache_of_reader = "PRAGMA cache_size = -8192"; // 8 MiB

bool only_reads(const std::string& path)
{
    return path == "/v1/look" || path == "/v1/pull" || path == "/v1/digest" || path == "/v1/records"
        || path == "/v1/devices" || path == "/v1/contents" || path == "/v1/piece";
}

} // namespace

CountyService::Connection::Connection(const DataFolder& folder, const World& world,
    const std::string& code, std::shared_ptr<model::Admission> admission,
    std::shared_ptr<model::RecentStates> recent)
    : county(folder, world, code, std::move(recent))
    , service(county.hub, world.clock, std::move(admission))
{
}

CountyService::CountyService(
    const DataFolder& folder, const World& world, const std::string& county)
    : world_(world)
    , admission_(std::make_shared<model::Admission>(world.clock))
    , recent_(std::make_shared<model::RecentStates>())
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
    if (const auto at_once = model::HubService::answer_at_the_door(world_.clock, request))
        return *at_once;
    // Nobody keeps the writer from others before it is known who he is.
    std::optional<Lease> reader(*this);
    auto either = reader->service().admit(request);
    if (auto* refused = std::get_if<model::HttpResponse>(&either)) {
        reader.reset();
        note_refusal(request, *refused);
        return std::move(*refused);
    }
    const auto& admitted = std::get<model::HubService::Admitted>(either);
    if (only_reads(request.path))
        return reader->service().answer(admitted);
    reader.reset();
    const std::lock_guard lock(writing_);
    return writer_.service.answer(admitted);
}

/// Whoever is refused keeps nobody from the writer for long: few of them are noted.
void CountyService::note_refusal(
    const model::HttpRequest& request, const model::HttpResponse& refused)
try {
    const auto refusal = refusals_.due(world_.clock.now(), request, refused);
    if (!refusal)
        return;
    const std::lock_guard lock(writing_);
    model::Audit(writer_.county.store).note(*refusal);
} catch (const model::Error&) { // NOLINT(bugprone-empty-catch): he is refused all the same
}

CountyService::Lease::Lease(CountyService& county) : county_(county)
{
    std::unique_lock lock(county_.choosing_);
    county_.given_back_.wait(lock, [&] { return !county_.readers_.empty(); });
    reader_ = std::move(county_.readers_.back());
    county_.readers_.pop_back();
}

CountyService::Lease::~Lease()
{
    {
        const std::lock_guard lock(county_.choosing_);
        county_.readers_.push_back(std::move(reader_));
    }
    county_.given_back_.notify_one();
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
