#include "app/server/command.h"

#include "model/base/error.h"

#include <boost/json/serialize.hpp>

#include <filesystem>
#include <ostream>

namespace app {

std::string Call::data() const
{
    auto path = options.value("data");
    if (path.empty())
        throw model::UsageError(
            {model::msgid("Say which folder holds the county's data: hallkeeper-server --data "
                          "DIR …")});
    std::error_code ignored;
    const std::filesystem::path there(std::u8string(path.begin(), path.end()));
    if (std::filesystem::exists(there, ignored) && !std::filesystem::is_directory(there, ignored))
        throw model::UsageError(
            {model::msgid("{1} is a file: --data needs the folder of the county server"), {path}});
    return path;
}

void Call::answer(const boost::json::object& document, const std::string& words) const
{
    if (options.has("json"))
        out << boost::json::serialize(document) << '\n';
    else
        out << words;
    out.flush();
}

} // namespace app
