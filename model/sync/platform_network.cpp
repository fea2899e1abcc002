#include "model/sync/platform_network.h"

#ifdef _WIN32
#include <Poco/Net/Net.h>
#else
#include <csignal>
#endif

#include <mutex>

namespace model::detail {

void prepare_network()
{
    static std::once_flag once;
    std::call_once(once, [] {
#ifdef _WIN32
        // Statically linked Poco does not do it by itself.
        Poco::Net::initializeNetwork();
#else
        std::signal(SIGPIPE, SIG_IGN);
#endif
    });
}

} // namespace model::detail
