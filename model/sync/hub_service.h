#pragma once

#include "model/sync/hub.h"
#include "model/sync/transport.h"

#include <deque>
#include <set>

namespace model {

/// The county server's calls as requests and answers, still without a network: checks signatures,
/// keeps out replays, inflates and deflates, and turns errors into problem documents (RFC 9457).
///
///   POST /v1/enrol  POST /v1/hello  POST /v1/push  POST /v1/pull  POST /v1/digest
///   POST /v1/records  GET /v1/status
class HubService {
public:
    HubService(Hub& hub, Clock& clock, Random& random);

    static constexpr std::size_t most_body = 8U << 20;      ///< as it arrives
    static constexpr std::size_t most_inflated = 64U << 20; ///< and unpacked
    static constexpr Instant time_window = 10 * 60 * 1000;  ///< a signature's age

    /// Never throws: what goes wrong is an answer too.
    HttpResponse handle(const HttpRequest& request);

private:
    HttpResponse answer(const HttpRequest& request);
    Device caller(const HttpRequest& request);
    std::string enrol(const boost::json::object& body);
    HttpResponse problem(int status, const std::string& code, const Message& message);
    void admit_once(std::int64_t time, const std::string& nonce);

    Hub& hub_;
    Clock& clock_;
    Random& random_;
    Instant started_;
    std::set<std::string> nonces_;
    std::deque<std::pair<Instant, std::string>> nonces_by_age_;
};

} // namespace model
