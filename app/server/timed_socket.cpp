#include "app/server/timed_socket.h"

#include <Poco/Net/NetException.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/SecureStreamSocketImpl.h>
#include <Poco/Net/ServerSocketImpl.h>
#include <Poco/Net/StreamSocketImpl.h>

namespace app {

namespace {

namespace net = Poco::Net;
using SteadyClock = std::chrono::steady_clock;

/// One connection. The socket below does not block, so that TLS hands back control whenever bytes
/// are wanting and the deadline is asked.
class TimedStream : public net::SecureStreamSocketImpl {
public:
    TimedStream(net::StreamSocketImpl* below, net::Context::Ptr context, const Patience& patience)
        : SecureStreamSocketImpl(below, std::move(context))
        , below_(below, true)
        , patience_(patience)
    {
        acceptSSL();
    }

    int receiveBytes(void* buffer, int length, int flags) override
    {
        turn_to(Turn::request, patience_.request);
        return wait_for(
            [&] { return SecureStreamSocketImpl::receiveBytes(buffer, length, flags); });
    }

    int sendBytes(const void* buffer, int length, int flags) override
    {
        turn_to(Turn::answer, patience_.answer);
        const auto* bytes = static_cast<const char*>(buffer);
        for (int sent = 0; sent < length;) {
            const int more = wait_for([&] {
                return SecureStreamSocketImpl::sendBytes(bytes + sent, length - sent, flags);
            });
            if (more <= 0)
                throw net::ConnectionResetException();
            sent += more;
        }
        return length;
    }

    /// Called from another thread when the server stops; TLS's own goodbye is not for two threads.
    void shutdown() override { below_->shutdown(); }

private:
    enum class Turn { none, request, answer };

    void turn_to(Turn turn, std::chrono::milliseconds patience)
    {
        if (turn_ != turn)
            deadline_ = SteadyClock::now() + patience;
        turn_ = turn;
    }

    template <class Step>
    int wait_for(Step step)
    {
        for (;;) {
            const int done = step();
            if (done != net::SecureStreamSocket::ERR_SSL_WANT_READ
                && done != net::SecureStreamSocket::ERR_SSL_WANT_WRITE)
                return done;
            const auto left = std::chrono::duration_cast<std::chrono::microseconds>(
                deadline_ - SteadyClock::now());
            const int mode = done == net::SecureStreamSocket::ERR_SSL_WANT_READ
                ? net::Socket::SELECT_READ
                : net::Socket::SELECT_WRITE;
            if (left.count() <= 0 || !below_->poll(Poco::Timespan(left.count()), mode))
                throw Poco::TimeoutException();
        }
    }

    Poco::AutoPtr<net::StreamSocketImpl> below_;
    Patience patience_;
    Turn turn_ = Turn::none;
    SteadyClock::time_point deadline_;
};

class TimedListener : public net::ServerSocketImpl {
public:
    TimedListener(net::Context::Ptr context, Patience patience)
        : context_(std::move(context))
        , patience_(patience)
    {
    }

    net::SocketImpl* acceptConnection(net::SocketAddress& client) override
    {
        Poco::AutoPtr<net::SocketImpl> accepted(ServerSocketImpl::acceptConnection(client));
        auto* below = static_cast<net::StreamSocketImpl*>(accepted.get());
        below->setBlocking(false);
        return new TimedStream(below, context_, patience_); // Poco counts references to it
    }

private:
    net::Context::Ptr context_;
    Patience patience_;
};

} // namespace

TimedServerSocket::TimedServerSocket(net::Context::Ptr context, Patience patience)
    : ServerSocket(new TimedListener(std::move(context), patience), true)
{
}

} // namespace app
