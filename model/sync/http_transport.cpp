#include "model/sync/http_transport.h"

#include "model/base/error.h"
#include "model/base/hash.h"
#include "model/base/text.h"
#include "model/sync/join_file.h"
#include "model/sync/platform_network.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/DNS.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/SSLException.h>
#include <Poco/URI.h>

#include <openssl/x509.h>

namespace model {

namespace {

namespace net = Poco::Net;

/// The county server closes a connection that is idle a little longer than this.
constexpr std::chrono::milliseconds kept(4000);

Poco::Timespan timespan(std::chrono::milliseconds time)
{
    return Poco::Timespan(std::chrono::microseconds(time).count());
}

[[noreturn]] void refuse(const char* sentence, const std::string& address)
{
    throw SyncError({sentence, {address}});
}

/// A server that encrypts does not understand who speaks without encryption, and hangs up.
[[noreturn]] void refuse_broken(const std::string& address)
{
    refuse(address.starts_with("http:")
            ? msgid("The connection to the county server {1} broke off: try again, or write "
                    "https:// if it encrypts")
            : msgid("The connection to the county server {1} broke off: try again"),
        address);
}

/// Turns what Poco throws into one sentence; called in a catch block.
[[noreturn]] void explain(const std::string& address)
{
    try {
        throw;
    } catch (const net::DNSException&) {
        refuse(msgid("The county server {1} is not known in this network: check the address and "
                     "the network cable"),
            address);
    } catch (const net::ConnectionRefusedException&) {
        refuse(msgid("Nobody answers at {1}: check the address, and whether the county server "
                     "runs"),
            address);
    } catch (const Poco::TimeoutException&) {
        refuse(msgid("The county server {1} did not answer in time: try again later"), address);
    } catch (const net::NoMessageException&) {
        refuse_broken(address);
    } catch (const net::ConnectionResetException&) {
        refuse_broken(address);
    } catch (const net::ConnectionAbortedException&) {
        refuse_broken(address);
    } catch (const net::SSLConnectionUnexpectedlyClosedException&) {
        refuse_broken(address);
    } catch (const net::SSLException&) {
        refuse(msgid("No secure connection to {1} came about: check that the address is the county "
                     "server's"),
            address);
    } catch (const net::MessageException&) {
        refuse(msgid("What answers at {1} is no county server: check the address"), address);
    } catch (const Poco::Exception&) {
        refuse(msgid("The county server {1} cannot be reached: check the network"), address);
    }
}

/// SHA-256 of the certificate's public key, as the .join file has it.
std::string key_hash(const net::X509Certificate& certificate)
{
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.certificate()), &der);
    if (size <= 0)
        return {};
    auto hash = sha256_hex({reinterpret_cast<const char*>(der), static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    return hash;
}

net::Context::Ptr client_context()
{
    net::Context::Params params;
    params.verificationMode = net::Context::VERIFY_NONE; // the pin decides
    params.loadDefaultCAs = false;
    params.cipherList = cipher_suites;
    net::Context::Ptr context(new net::Context(net::Context::TLS_CLIENT_USE, params));
    context->requireMinimumProtocol(net::Context::PROTO_TLSV1_2);
    return context;
}

/// Asks for the pin on every connection Poco makes, also when it makes one anew by itself.
class PinnedSession : public net::HTTPSClientSession {
public:
    PinnedSession(const ServerAddress& address, std::string pin)
        : HTTPSClientSession(address.host, address.port, client_context())
        , name_(address.text())
        , pin_(std::move(pin))
    {
    }

protected:
    void connect(const net::SocketAddress& address) override
    {
        HTTPSClientSession::connect(address);
        // It comes back without an error, too, when the handshake ran out of time.
        if (net::SecureStreamSocket(socket()).completeHandshake() != 1)
            throw Poco::TimeoutException();
        if (key_hash(serverCertificate()) == pin_)
            return;
        close();
        throw OtherServerError(
            {msgid("The server at {1} is not the one this file joined: ask the county "
                   "office for its new joining file"),
                {name_}});
    }

private:
    std::string name_;
    std::string pin_;
};

bool is_this_machine(const std::string& host)
{
    net::IPAddress address;
    return lower(host) == "localhost"
        || (net::IPAddress::tryParse(host, address) && address.isLoopback());
}

std::string checked_pin(const ServerAddress& address, const std::string& pin)
{
    auto normal = normal_pin(pin);
    const bool is_hash =
        normal.size() == 64 && normal.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (address.secure && normal.empty())
        throw UsageError({msgid("The pin of the county server is missing: it stands in what the "
                                "county gave out beside the code (--pin)")});
    if (address.secure && !is_hash)
        throw UsageError({msgid("The pin of the county server has 64 digits and letters a to f, "
                                "this one is another: copy it whole from what the county gave "
                                "out")});
    return normal;
}

std::string read_all(std::istream& input, const std::string& address)
{
    std::string body;
    std::string piece(64U << 10, '\0');
    while (input.read(piece.data(), static_cast<std::streamsize>(piece.size())).gcount() > 0) {
        body.append(piece.data(), static_cast<std::size_t>(input.gcount()));
        if (body.size() > HttpTransport::largest_answer)
            throw SyncError({msgid("The answer of {1} is too large"), {address}});
    }
    return body;
}

/// For "10.1.2.3:8622": such an address with the beginning that it lacks; else empty.
std::string with_beginning(const std::string& typed)
{
    if (typed.find_first_of(" \t/@") != std::string::npos)
        return {};
    try {
        const auto whole = "https://" + typed;
        ServerAddress::parse(whole);
        return whole;
    } catch (const UsageError&) {
        return {};
    }
}

} // namespace

ServerAddress ServerAddress::parse(const std::string& address)
try {
    const auto typed = trimmed(address);
    const Poco::URI uri(typed);
    ServerAddress parsed{
        .secure = uri.getScheme() == "https", .host = uri.getHost(), .port = uri.getPort()};
    const bool plain = uri.getPathEtc().empty() || uri.getPathEtc() == "/";
    if ((!parsed.secure && uri.getScheme() != "http") || parsed.host.empty() || !parsed.port
        || !plain || !uri.getUserInfo().empty())
        throw Poco::SyntaxException();
    if (!parsed.secure && !is_this_machine(parsed.host))
        throw UsageError({msgid("Only a server on this machine may be spoken to without "
                                "encryption: {1} must begin with https://"),
            {typed}});
    return parsed;
} catch (const Poco::Exception&) {
    if (const auto whole = with_beginning(trimmed(address)); !whole.empty())
        throw UsageError(
            {msgid("The address “{1}” lacks its beginning: write {2}"), {trimmed(address), whole}});
    throw UsageError({msgid("\"{1}\" is no address of a county server, such as "
                            "https://10.1.2.3:8622"),
        {trimmed(address)}});
}

std::string ServerAddress::text() const
{
    const bool is_ipv6 = host.find(':') != std::string::npos;
    return (secure ? "https://" : "http://") + (is_ipv6 ? '[' + host + ']' : host) + ':'
        + std::to_string(port);
}

HttpTransport::HttpTransport(
    const std::string& address, const std::string& pin, CallTimeouts timeouts)
    : address_(ServerAddress::parse(address))
    , pin_(checked_pin(address_, pin))
    , timeouts_(timeouts)
{
    detail::prepare_network();
}

HttpTransport::~HttpTransport() = default;

void HttpTransport::open()
{
    answered_ = false;
    if (address_.secure)
        session_ = std::make_unique<PinnedSession>(address_, pin_);
    else
        session_ = std::make_unique<net::HTTPClientSession>(address_.host, address_.port);
    session_->setKeepAlive(true);
    const auto answer = timespan(timeouts_.answer);
    session_->setTimeout(timespan(timeouts_.connect), answer, answer);
}

HttpResponse HttpTransport::send(const HttpRequest& request)
try {
    if (!session_ || std::chrono::steady_clock::now() - last_used_ > kept)
        open();
    const bool reused = answered_;
    try {
        return exchange(request);
    } catch (const net::NetException&) {
        session_.reset();
        if (!reused)
            throw;
    } catch (...) {
        session_.reset();
        throw;
    }
    // The server had closed the connection we kept; a new one tells whether it is there.
    open();
    return exchange(request);
} catch (const Poco::Exception&) {
    session_.reset();
    explain(address_.text());
}

HttpResponse HttpTransport::exchange(const HttpRequest& request)
{
    net::HTTPRequest out(request.method, request.path, net::HTTPMessage::HTTP_1_1);
    for (const auto& [name, value] : request.headers)
        out.set(name, value);
    if (request.method != "GET") {
        out.setContentType("application/json");
        out.setContentLength64(static_cast<Poco::Int64>(request.body.size()));
    }
    session_->sendRequest(out).write(
        request.body.data(), static_cast<std::streamsize>(request.body.size()));

    net::HTTPResponse in;
    auto& stream = session_->receiveResponse(in);
    HttpResponse response{.status = in.getStatus()};
    for (const auto* name : {header::encoding, "Content-Type"})
        if (in.has(name))
            response.headers[name] = in.get(name);
    response.body = read_all(stream, address_.text());
    if (const auto promised = in.getContentLength64();
        promised >= 0 && response.body.size() != static_cast<std::size_t>(promised))
        throw net::ConnectionResetException();
    answered_ = true;
    last_used_ = std::chrono::steady_clock::now();
    return response;
}

} // namespace model
