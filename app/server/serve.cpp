#include "app/server/command.h"
#include "app/server/county_backup.h"
#include "app/server/http_server.h"
#include "app/server/log_line.h"
#include "app/server/only_server.h"
#include "app/server/platform_signals.h"
#include "model/sync/http_transport.h"

#include <Poco/Environment.h>
#include <Poco/Net/IPAddress.h>
#include <Poco/Net/NetworkInterface.h>

#include <charconv>
#include <iostream>

namespace app {

namespace {

namespace net = Poco::Net;
using model::msgid;
using model::UsageError;

Listening listening_asked(const Options& options)
{
    Listening listening{.secure = !options.has("http-only-on-loopback")};
    if (!listening.secure)
        listening.host = "127.0.0.1";
    const auto text = options.value("listen");
    if (text.empty())
        return listening;
    const UsageError wrong({msgid("--listen needs HOST:PORT, such as 0.0.0.0:8622")});
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0)
        throw wrong;
    auto host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    net::IPAddress address;
    if (host == "localhost")
        host = "127.0.0.1";
    const auto* first = text.data() + colon + 1;
    const auto* last = text.data() + text.size();
    const auto [end, error] = std::from_chars(first, last, listening.port);
    if (error != std::errc{} || end != last || !net::IPAddress::tryParse(host, address))
        throw wrong;
    if (!listening.secure && !address.isLoopback())
        throw UsageError({msgid("Without encryption the server listens on this machine alone: "
                                "--listen 127.0.0.1:PORT")});
    listening.host = host;
    return listening;
}

/// This machine's own address in the network, for devices that are to find it.
std::string own_address()
{
    for (const auto& card : net::NetworkInterface::list(false, true)) {
        const auto& address = card.address();
        if (address.family() == net::IPAddress::IPv4 && !address.isLoopback())
            return address.toString();
    }
    return "127.0.0.1";
}

std::string public_address(const Options& options, const Listening& listening, std::uint16_t port)
{
    if (options.has("address"))
        return model::ServerAddress::parse(options.value("address")).text();
    const bool everywhere = net::IPAddress(listening.host).isWildcard();
    return model::ServerAddress{.secure = listening.secure,
        .host = everywhere ? own_address() : listening.host,
        .port = port}
        .text();
}

std::string journal_stream()
{
    static const auto journal = Poco::Environment::get("JOURNAL_STREAM", "");
    return journal;
}

DailyCopies::Tell teller(const Call& call)
{
    return [&call](const model::Message& line, bool is_trouble) {
        std::cerr << journal_prefix(200, is_trouble, journal_stream()) + call.text(line) + '\n';
    };
}

void log(const Served& served)
{
    const auto journal = journal_stream();
    std::cerr << log_line(served, journal); // in one piece: many threads write
}

} // namespace

Exit serve(const Call& call)
{
    if (call.options.has("postgres"))
        throw UsageError({msgid("This version keeps the county's data in an encrypted file; "
                                "PostgreSQL comes with a later one")});
    const auto listening = listening_asked(call.options);
    const auto code = checked_county(call.options.value("county"));
    const auto copies = call.options.value("backup-folder");
    if (!copies.empty())
        expect_elsewhere(copies, call.data());
    if (call.options.has("address")) // before anything is made
        model::ServerAddress::parse(call.options.value("address"));
    hold_stop_requests();
    const OnlyServer only(call.world.files, call.data());
    const DataFolder folder(
        call.world.files, call.world.random, call.data(), DataFolder::Missing::make);
    if (folder.is_new())
        std::cerr << call.text(
            {msgid("{1} held no county server's data: an empty county was made there. "
                   "If there should be one, stop the server and check --data\n"),
                {call.data()}});
    begin_to_work_in(call.world.files, folder);
    {
        County county(folder, call.world, code);
        expect_county(call, county, code);
        remember_copies(county, copies);
    }
    CountyService service(folder, call.world, code);
    {
        const HttpServer server(service, folder, listening, log);
        const auto address = public_address(call.options, listening, server.port());
        const auto pin = listening.secure ? folder.pin() : std::string();
        service.remember_address(address);
        if (!call.options.has("json"))
            std::cerr << call.text({listening.secure
                    ? msgid("The county server is running at {1}; fingerprint of its key: "
                            "{2}\n")
                    : msgid("The county server is running at {1}, without encryption, for this "
                            "machine alone\n"),
                {address, pin}});
        // Scripts wait for this line: it is the same in every language.
        call.answer({{"address", address}, {"pin", pin}, {"new", folder.is_new()}},
            "listening on " + address + " pin=" + pin + '\n');
        std::optional<DailyCopies> daily;
        if (!copies.empty())
            daily.emplace(folder, call.world, copies, teller(call));
        wait_for_stop();
    }
    return Exit::done;
}

} // namespace app
