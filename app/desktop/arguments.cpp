#include "app/desktop/arguments.h"

#include "model/base/error.h"
#include "views/shell/page_table.h"

#include <algorithm>

namespace app {

namespace {

/// The member an option fills, or nullptr for an unknown one.
std::string* place_of(const std::string& option, Arguments& arguments)
{
    if (option == "--page")
        return &arguments.page;
    if (option == "--user")
        return &arguments.user;
    if (option == "--lang")
        return &arguments.language;
    return nullptr;
}

void check(const Arguments& arguments)
{
    const auto& pages = views::page_names();
    if (!arguments.page.empty() && std::ranges::find(pages, arguments.page) == pages.end())
        throw model::UsageError(
            {model::msgid("There is no page \"{1}\"; pages are named as hallctl names the "
                          "registers, and sync, conflicts and bin."),
                {arguments.page}});
}

} // namespace

Arguments parse_arguments(const std::vector<std::string>& words)
{
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto equals = words[i].find('=');
        const auto option = words[i].substr(0, equals);
        if (!words[i].starts_with("--") && arguments.file.empty()) {
            arguments.file = words[i];
            continue;
        }
        auto* place = place_of(option, arguments);
        if (!place || (equals == std::string::npos && i + 1 == words.size()))
            throw model::UsageError(
                {model::msgid("\"{1}\" cannot be understood. Usage: hallkeeper [FILE] [--page "
                              "NAME] [--user NAME] [--lang zh_CN|en]"),
                    {words[i]}});
        *place = equals == std::string::npos ? words[++i] : words[i].substr(equals + 1);
    }
    check(arguments);
    return arguments;
}

} // namespace app
