#include "app/server/command.h"
#include "app/terminal/platform_terminal.h"

#include <boost/json/serialize.hpp>

#include "i18n/translations.h"
#include <algorithm>
#include <iostream>
#include <map>

namespace {

using app::Exit;

Exit run(const std::vector<std::string>& words, const model::Translate& translate)
{
    const auto options = app::Options::parse(words);
    model::SystemFiles files;
    model::SystemClock clock;
    model::SystemRandom random;
    const app::Call call{options, translate, {files, clock, random}, std::cout};
    if (options.has("help")) {
        std::cout << app::usage(translate);
        return Exit::done;
    }
    if (options.has("version")) {
        std::cout << "hallkeeper-server " HALLKEEPER_VERSION "\n";
        return Exit::done;
    }
    const std::map<std::string, Exit (*)(const app::Call&)> commands{
        {"", app::serve},
        {"new-code", app::new_code},
        {"devices", app::list_devices},
        {"revoke", app::revoke_device},
        {"check", app::check_county},
        {"backup", app::back_up},
    };
    const auto command = commands.find(options.command);
    if (command == commands.end())
        throw model::UsageError(
            {model::msgid("There is no command {1}: see hallkeeper-server --help"),
                {options.command}});
    return command->second(call);
}

/// The one sentence on the standard error; with --json also a document, so that a script that reads
/// the output finds one.
Exit failed(const std::vector<std::string>& words, const std::string& sentence, Exit exit)
{
    std::cerr << sentence << '\n';
    if (std::ranges::find(words, "--json") != words.end())
        std::cout << boost::json::serialize(boost::json::object{{"error", sentence}}) << '\n';
    return exit;
}

Exit run(const std::vector<std::string>& words)
{
    const auto translate = i18n::translator(i18n::language_of(app::language_asked(words)));
    try {
        return run(words, translate);
    } catch (const model::UsageError& error) {
        return failed(words, model::describe(error, translate), Exit::usage);
    } catch (const std::exception& error) {
        return failed(words, model::describe(error, translate), Exit::failed);
    }
}

} // namespace

int main(int argc, char** argv)
{
    app::speak_utf8();
    return static_cast<int>(run(app::arguments(argc, argv)));
}
