#pragma once

#include "app/server/county_service.h"
#include "app/server/timed_socket.h"

#include <functional>

namespace Poco::Net {
class HTTPServer;
}
namespace Poco {
class ThreadPool;
}

namespace app {

/// Where and how a server listens.
struct Listening {
    std::string host = "0.0.0.0";
    std::uint16_t port = 8622; ///< 0 takes any free one
    bool secure = true;
    Patience patience = {};
    int most_at_once = 64; ///< requests under way; further ones are asked to come again
};

/// One finished request, for the log: nothing of what was said in it, but what the server could not
/// do.
struct Served {
    std::string method;
    std::string path; ///< "?" for one that is no call of ours
    int status = 0;
    std::size_t bytes = 0;
    std::int64_t milliseconds = 0;
    std::string device;  ///< number it claims to be; empty for none
    std::string trouble; ///< why the county's data could not be read or written; else empty
};

/// Serves a CountyService over HTTP until it is destroyed. Poco's types end here.
class HttpServer {
public:
    using OnServed = std::function<void(const Served&)>;

    /// Throws Error where the address cannot be listened on.
    HttpServer(CountyService& service, const DataFolder& folder, const Listening& listening,
        OnServed on_served);
    ~HttpServer();

    std::uint16_t port() const;

private:
    std::unique_ptr<Poco::ThreadPool> threads_;
    std::unique_ptr<Poco::Net::HTTPServer> server_;
};

} // namespace app
