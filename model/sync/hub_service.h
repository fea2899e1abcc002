#pragma once

#include "model/sync/hub.h"
#include "model/sync/transport.h"

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <variant>

namespace model {

/// Lets every signed request in once, and only while it is fresh. One for a whole server, so that a
/// replay is known whichever service it comes to; any thread may ask.
class Admission {
public:
    explicit Admission(Clock& clock) : clock_(clock), started_(clock.now()) {}

    static constexpr Instant time_window = 10 * 60 * 1000; ///< a signature's age

    /// Throws Problem 401: "stale" for a time too far from ours, "replay" for a nonce seen before.
    void admit(Instant time, const std::string& nonce);

    /// Throws Problem 503 for an address that gave five wrong joining codes within a quarter of an
    /// hour: guessing takes for ever, and nobody else is shut out by it.
    void expect_no_guesser(const std::string& client);
    void count_wrong_code(const std::string& client);

private:
    std::map<std::string, std::deque<Instant>> wrong_codes_;
    Clock& clock_;
    Instant started_;
    std::mutex mutex_;
    std::set<std::string> nonces_;
    std::deque<std::pair<Instant, std::string>> nonces_by_age_;
};

/// The county server's calls as requests and answers, still without a network: checks signatures,
/// keeps out replays, inflates and deflates, and turns errors into problem documents (RFC 9457).
///
///   POST /v1/look  POST /v1/enrol  POST /v1/hello  POST /v1/push  POST /v1/pull
///   POST /v1/digest  POST /v1/records  POST /v1/items  POST /v1/purged  GET /v1/status
///   POST /v1/contents  POST /v1/piece  POST /v1/bring
///
/// Belongs to one thread at a time, as its Hub does; several may share one Admission.
class HubService {
public:
    HubService(Hub& hub, Clock& clock, Random& random);
    HubService(Hub& hub, Clock& clock, std::shared_ptr<Admission> admission);

    static constexpr std::size_t most_body = 8U << 20;      ///< as it arrives
    static constexpr std::size_t most_inflated = 16U << 20; ///< and unpacked
    static constexpr std::size_t most_to_enrol = 4096;      ///< of whoever is not known yet

    /// Never throws: what goes wrong is an answer too.
    HttpResponse handle(const HttpRequest& request);

    /// The answer to what needs no data: the status, and calls there are none of.
    static std::optional<HttpResponse> answer_at_the_door(Clock& clock, const HttpRequest& request);

    /// A request that may come in: who calls, and what he says.
    struct Admitted {
        std::string path;
        std::string client;
        Device device; ///< number 0 for one that brings a code
        boost::json::object body;
    };

    /// handle() in two parts, so that the first, which only reads, can be done while another
    /// service of the same county writes. Whoever brings no good code is answered by the first.
    std::variant<HttpResponse, Admitted> admit(const HttpRequest& request);
    HttpResponse answer(const Admitted& admitted);

private:
    template <class Work>
    HttpResponse guarded_answer(Work work);
    Admitted admitted(const HttpRequest& request);
    std::string call(
        const std::string& path, const Device& device, const boost::json::object& body);
    Device caller(const HttpRequest& request);
    Grant grant_of(const std::string& code, const std::string& client);
    std::string look(const Admitted& admitted);
    std::string enrol(const Admitted& admitted);

    Hub& hub_;
    Clock& clock_;
    std::shared_ptr<Admission> admission_;
};

/// A problem document as a service answers it.
HttpResponse problem(Instant now, int status, const std::string& code, const Message& message);

/// The answer to a request that calls by another method than the `right` one.
HttpResponse wrong_method(Instant now, const HttpRequest& request, const std::string& right);

} // namespace model
