#include "app/server/log_line.h"

#include "app/server/http_server.h"

namespace app {

namespace {

// Of syslog.
constexpr int error = 3;
constexpr int warning = 4;
constexpr int information = 6;

constexpr int refused = 400;
constexpr int failed = 500;

} // namespace

std::string journal_prefix(int status, bool has_trouble, const std::string& journal_stream)
{
    if (journal_stream.empty())
        return {};
    const int priority = has_trouble || status >= failed ? error
        : status >= refused                              ? warning
                                                         : information;
    return '<' + std::to_string(priority) + '>';
}

std::string log_line(const Served& served, const std::string& journal_stream)
{
    return journal_prefix(served.status, !served.trouble.empty(), journal_stream) + served.method
        + ' ' + served.path + ' ' + std::to_string(served.status) + ' '
        + std::to_string(served.bytes) + "B " + std::to_string(served.milliseconds) + "ms device "
        + (served.device.empty() ? "-" : served.device)
        + (served.trouble.empty() ? "" : ": " + served.trouble) + '\n';
}

} // namespace app
