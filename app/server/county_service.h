#pragma once

#include "app/server/county.h"
#include "app/server/refusal_notes.h"
#include "model/sync/hub_service.h"

#include <condition_variable>
#include <optional>
#include <vector>

namespace app {

/// Answers the requests of all devices, from any thread. Whatever writes waits its turn for the one
/// writing connection; pulls and comparisons run beside it, each on a reading one.
class CountyService {
public:
    CountyService(const DataFolder& folder, const World& world, const std::string& county);

    /// Never throws: what goes wrong is an answer too.
    model::HttpResponse handle(const model::HttpRequest& request);

    model::Clock& clock() { return world_.clock; }

    /// Where devices find this server, for joining files made from now on.
    void remember_address(const std::string& address);

private:
    void note_refusal(const model::HttpRequest& request, const model::HttpResponse& refused);

    struct Connection {
        Connection(const DataFolder& folder, const World& world, const std::string& county,
            std::shared_ptr<model::Admission> admission,
            std::shared_ptr<model::RecentStates> recent);

        County county;
        model::HubService service;
    };

    /// One of the reading connections, which goes back at the end whatever happens.
    class Lease {
    public:
        explicit Lease(CountyService& county);
        ~Lease();
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;

        model::HubService& service() const { return reader_->service; }

    private:
        CountyService& county_;
        std::unique_ptr<Connection> reader_;
    };

    World world_;
    std::shared_ptr<model::Admission> admission_;
    std::shared_ptr<model::RecentStates> recent_;
    std::mutex writing_;
    Connection writer_;
    std::mutex choosing_;
    std::condition_variable given_back_;
    std::vector<std::unique_ptr<Connection>> readers_;
    RefusalNotes refusals_;
};

/// The county server's URL, for joining files; empty before it first ran.
std::string remembered_address(County& county);

} // namespace app
