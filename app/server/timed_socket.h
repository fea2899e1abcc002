#pragma once

#include <Poco/Net/Context.h>
#include <Poco/Net/ServerSocket.h>

#include <chrono>

namespace app {

/// How long a client may take.
struct Patience {
    std::chrono::milliseconds request{30'000}; ///< from the first byte asked for to the last one
    std::chrono::milliseconds answer{180'000};
};

/// Listens for TLS connections that cannot be held open by sending or taking byte after byte,
/// neither in the handshake nor later: a request and an answer have one deadline as a whole.
class TimedServerSocket : public Poco::Net::ServerSocket {
public:
    TimedServerSocket(Poco::Net::Context::Ptr context, Patience patience);
};

} // namespace app
