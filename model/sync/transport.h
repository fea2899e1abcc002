#pragma once

#include <map>
#include <string>

namespace model {

struct HttpRequest {
    std::string method = "POST";
    std::string path;
    std::map<std::string, std::string> headers = {};
    std::string body = {};
    std::string client = {}; ///< the address it came from; empty where there is no network
};

struct HttpResponse {
    int status = 0;
    std::map<std::string, std::string> headers = {};
    std::string body = {};
    std::string trouble = {}; ///< for the log of the server alone: it does not travel
};

/// The way to the county server: HTTP in the programs, a function call in the simulation.
class Transport {
public:
    virtual ~Transport() = default;

    /// Throws SyncError where no answer comes; any status that does come is an answer.
    virtual HttpResponse send(const HttpRequest& request) = 0;

    /// Whether what answers has proved to be the server that the file joined, by its pinned key.
    virtual bool is_pinned() const { return false; }
};

namespace header {
inline constexpr const char* device = "X-Hall-Device";
inline constexpr const char* time = "X-Hall-Time"; ///< milliseconds, of the server's clock
inline constexpr const char* nonce = "X-Hall-Nonce";
inline constexpr const char* signature = "X-Hall-Signature";
inline constexpr const char* encoding = "Content-Encoding";
} // namespace header

} // namespace model
