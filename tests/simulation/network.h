#pragma once

#include "tests/simulation/world.h"

#include <functional>

namespace tests {

/// The way from one client to the county, on which all may happen that happens on a way.
class Network : public Transport {
public:
    Network(World& world, Client& client, const Faults& faults)
        : world_(world)
        , client_(client)
        , faults_(faults)
    {
    }

    HttpResponse send(const HttpRequest& request) override;

    std::function<void(Client&)> meanwhile; ///< the user goes on working

private:
    HttpResponse deliver(const HttpRequest& request);
    void check(const HttpRequest& request, const HttpResponse& response);
    HttpRequest tampered(const HttpRequest& request);

    World& world_;
    Client& client_;
    const Faults& faults_;
    int requests_ = 0;
};

/// One of the requests that are still under way arrives; nobody waits for the answer any more.
void deliver_late(World& world);

} // namespace tests
