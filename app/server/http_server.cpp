#include "app/server/http_server.h"

#include "model/base/error.h"
#include "model/base/platform_heap.h"
#include "model/sync/http_transport.h"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLException.h>

#include <algorithm>
#include <atomic>

namespace app {

namespace {

namespace net = Poco::Net;
using model::HttpRequest;
using model::HttpResponse;
using model::HubService;
using model::msgid;

constexpr int most_connections = 96;
constexpr int most_waiting = 128;
/// A little more than clients keep a connection for, so that they are the ones who let go.
const Poco::Timespan idle(6, 0);
const Poco::Timespan silence(15, 0);

HttpResponse damaged(model::Clock& clock)
{
    return model::problem(clock.now(), 400, "malformed", {msgid("The message is damaged")});
}

HttpResponse too_large(model::Clock& clock)
{
    return model::problem(clock.now(), 413, "too_large", {msgid("The message is too large")});
}

HttpResponse busy(model::Clock& clock)
{
    auto response = model::problem(clock.now(), 503, "busy",
        {msgid("Too many devices speak with the county server just now: try again in a minute")});
    response.headers["Retry-After"] = "60";
    return response;
}

/// How many requests are being answered; counts one as long as it lives.
class UnderWay {
public:
    explicit UnderWay(std::atomic<int>& all) : all_(all), mine_(++all) {}
    ~UnderWay() { --all_; }
    UnderWay(const UnderWay&) = delete;
    UnderWay& operator=(const UnderWay&) = delete;

    int count() const { return mine_; }

private:
    std::atomic<int>& all_;
    int mine_;
};

/// Reads the body up to the limit; nothing if it is longer. What is too long is read and dropped
/// for a while, so that the client comes to reading the answer.
std::optional<std::string> read_body(std::istream& input)
{
    constexpr std::size_t most_dropped = 8 * HubService::most_body;
    std::string body;
    std::string piece(64U << 10, '\0');
    std::size_t size = 0;
    while (input.read(piece.data(), static_cast<std::streamsize>(piece.size())).gcount() > 0) {
        const auto count = static_cast<std::size_t>(input.gcount());
        size += count;
        if (size <= HubService::most_body)
            body.append(piece.data(), count);
        else if (size > most_dropped)
            break;
    }
    if (size > HubService::most_body)
        return std::nullopt;
    return body;
}

bool is_call(const std::string& path)
{
    return path.size() < 32 && path.starts_with("/v1/")
        && path.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789/.") == std::string::npos;
}

/// The device a request claims to come from, if that is a number at all.
std::string claimed_device(const net::HTTPRequest& in)
{
    auto device = in.get(model::header::device, "");
    const bool is_number =
        device.size() < 8 && device.find_first_not_of("0123456789") == std::string::npos;
    return is_number ? device : "?";
}

class Handler : public net::HTTPRequestHandler {
public:
    Handler(CountyService& service, std::atomic<int>& under_way, int most_at_once,
        const HttpServer::OnServed& on_served)
        : service_(service)
        , clock_(service.clock())
        , under_way_(under_way)
        , most_at_once_(most_at_once)
        , on_served_(on_served)
    {
    }

    void handleRequest(net::HTTPServerRequest& in, net::HTTPServerResponse& out) override
    {
        const auto begin = std::chrono::steady_clock::now();
        const auto response = answer(in, out);
        out.setStatusAndReason(static_cast<net::HTTPResponse::HTTPStatus>(response.status));
        out.setContentType("application/json");
        for (const auto& [name, value] : response.headers)
            out.set(name, value);
        const auto& call = in.getURI();
        Served served{
            .method = in.getMethod() == "GET" || in.getMethod() == "POST" ? in.getMethod() : "?",
            .path = is_call(call) ? call : "?",
            .status = response.status,
            .bytes = response.body.size(),
            .device = claimed_device(in),
            .trouble = response.trouble};
        out.sendBuffer(response.body.data(), response.body.size());
        served.milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - begin)
                                  .count();
        on_served_(served);
    }

private:
    HttpResponse answer(net::HTTPServerRequest& in, net::HTTPServerResponse& out)
    {
        const bool has_end = in.hasContentLength() || in.getChunkedTransferEncoding();
        if (in.getMethod() == "POST" && !has_end) {
            out.setKeepAlive(false);
            return model::problem(
                clock_.now(), 411, "no_length", {msgid("The message does not say how long it is")});
        }
        if (in.hasContentLength() && in.getChunkedTransferEncoding()) {
            out.setKeepAlive(false); // where it ends is anybody's guess
            return damaged(clock_);
        }
        auto body = read_body(in.stream());
        if (!body) {
            out.setKeepAlive(false);
            return too_large(clock_);
        }
        if (in.hasContentLength()
            && static_cast<std::size_t>(in.getContentLength64()) != body->size()) {
            out.setKeepAlive(false);
            return damaged(clock_);
        }
        HttpRequest request{.method = in.getMethod(),
            .path = in.getURI(),
            .body = std::move(*body),
            .client = in.clientAddress().host().toString()};
        for (const auto* name : {model::header::device, model::header::time, model::header::nonce,
                 model::header::signature, model::header::encoding})
            if (in.has(name))
                request.headers[name] = in.get(name);
        const UnderWay mine(under_way_);
        return mine.count() > most_at_once_ ? busy(clock_) : service_.handle(request);
    }

    CountyService& service_;
    model::Clock& clock_;
    std::atomic<int>& under_way_;
    int most_at_once_;
    const HttpServer::OnServed& on_served_;
};

class HandlerFactory : public net::HTTPRequestHandlerFactory {
public:
    HandlerFactory(CountyService& service, int most_at_once, HttpServer::OnServed on_served)
        : service_(service)
        , most_at_once_(most_at_once)
        , on_served_(std::move(on_served))
    {
    }

    net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest&) override
    {
        // Poco owns and deletes it.
        return new Handler(service_, under_way_, most_at_once_, on_served_);
    }

private:
    CountyService& service_;
    std::atomic<int> under_way_{0};
    int most_at_once_;
    HttpServer::OnServed on_served_;
};

net::Context::Ptr server_context(const DataFolder& folder)
{
    net::Context::Params params;
    params.privateKeyFile = folder.tls_key_file();
    params.certificateFile = folder.certificate_file();
    params.verificationMode = net::Context::VERIFY_NONE; // devices prove themselves by signing
    params.loadDefaultCAs = false;
    params.cipherList = model::cipher_suites;
    net::Context::Ptr context(new net::Context(net::Context::TLS_SERVER_USE, params));
    context->requireMinimumProtocol(net::Context::PROTO_TLSV1_2);
    return context;
}

net::ServerSocket listen(const DataFolder& folder, const Listening& listening)
{
    const auto address = listening.host + ':' + std::to_string(listening.port);
    try {
        auto socket = listening.secure
            ? TimedServerSocket(server_context(folder), listening.patience)
            : net::ServerSocket();
        // Not the port of another server that listens already, which SO_REUSEPORT would allow.
        socket.bind(net::SocketAddress(listening.host, listening.port), true, false);
        socket.listen(most_waiting);
        return socket;
    } catch (const net::SSLException&) {
        throw model::Error(
            {msgid("{1} is damaged: bring it back from the last backup of the county "
                   "server's folder"),
                {folder.tls_key_file()}});
    } catch (const Poco::Exception&) {
        throw model::Error({msgid("{1} cannot be listened on: another program may use the port, or "
                                  "the address is not this machine's"),
            {address}});
    }
}

} // namespace

HttpServer::HttpServer(CountyService& service, const DataFolder& folder, const Listening& listening,
    OnServed on_served)
    : threads_(std::make_unique<Poco::ThreadPool>(4, most_connections))
{
    model::share_heaps();
    net::HTTPServerParams::Ptr params = new net::HTTPServerParams;
    params->setMaxThreads(most_connections);
    params->setMaxQueued(most_waiting);
    params->setKeepAliveTimeout(idle);
    params->setTimeout(silence);
    server_ = std::make_unique<net::HTTPServer>(
        new HandlerFactory(service, listening.most_at_once, std::move(on_served)), *threads_,
        listen(folder, listening), params);
    server_->start();
}

HttpServer::~HttpServer()
{
    // First no new connection, then an end to the open ones: stopAll() alone leaves a gap in
    // which a keep-alive client is still served.
    server_->stop();
    server_->stopAll(true);
    threads_->joinAll();
}

std::uint16_t HttpServer::port() const
{
    return server_->port();
}

} // namespace app
