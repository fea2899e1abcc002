#pragma once

#include "model/base/error.h"
#include "model/sync/transport.h"

#include <chrono>
#include <memory>
#include <string>

namespace Poco::Net {
class HTTPClientSession;
}

namespace model {

/// The server answers under another key than the one the file joined: it was set up anew, or
/// somebody stands between.
class OtherServerError : public SyncError {
public:
    using SyncError::SyncError;
};

/// What device and county server speak below TLS 1.3, whose suites are all like these: sealed, and
/// with keys for each connection that nobody can work out later.
inline constexpr const char* cipher_suites = "ECDHE+AESGCM:ECDHE+CHACHA20";

/// Where a county server is: https://10.1.2.3:8622, or http:// for one on this very machine.
struct ServerAddress {
    bool secure = true;
    std::string host;
    std::uint16_t port = 0;

    /// Throws UsageError for anything else, and for http:// to another machine.
    static ServerAddress parse(const std::string& address);

    std::string text() const;
};

/// How long a call may take before it is given up.
struct CallTimeouts {
    std::chrono::milliseconds connect{10'000};
    std::chrono::milliseconds answer{60'000}; ///< without any byte coming
};

/// Speaks HTTP with one county server over one connection that is kept. With https the server must
/// show the public key whose SHA-256 is `pin` (64 hex digits) before it is told anything; who
/// signed its certificate does not matter. Belongs to one thread.
class HttpTransport : public Transport {
public:
    /// Throws UsageError for an address that is none, or a pin that is none where one is needed.
    HttpTransport(const std::string& address, const std::string& pin, CallTimeouts timeouts = {});
    ~HttpTransport() override;

    static constexpr std::size_t largest_answer = 64U << 20;

    HttpResponse send(const HttpRequest& request) override;
    bool is_pinned() const override { return address_.secure; }

private:
    HttpResponse exchange(const HttpRequest& request);
    void open();

    ServerAddress address_;
    std::string pin_;
    CallTimeouts timeouts_;
    std::unique_ptr<Poco::Net::HTTPClientSession> session_;
    std::chrono::steady_clock::time_point last_used_;
    bool answered_ = false; ///< on this connection, at least once
};

} // namespace model
