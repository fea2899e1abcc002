#pragma once

#include <cstdint>
#include <map>

namespace bench {

/// What this process has sent and received over TCP, headers of HTTP included, as the system counts
/// it. Ask before a connection is closed: what a closed one carried since the last time is lost.
class WireBytes {
public:
    struct Sum {
        std::uint64_t up = 0;
        std::uint64_t down = 0;
    };
    Sum counted();

private:
    std::map<std::uint64_t, Sum> connections_; ///< by the number of the socket
};

} // namespace bench
