#include "app/server/command.h"
#include "app/terminal/nearest.h"
#include "app/terminal/platform_terminal.h"
#include "model/base/platform_secrecy.h"
#include "model/store/store_message.h"

#include <boost/json/serialize.hpp>

#include "i18n/translations.h"
#include <algorithm>
#include <array>
#include <iostream>

namespace {

using app::Exit;
using model::msgid;
using model::UsageError;

struct Command {
    std::string_view name; ///< empty: serving
    Exit (*run)(const app::Call& call);
    std::size_t operands;
    std::vector<std::string_view> options; ///< besides --data, --json, --lang
};

const std::vector<Command>& commands()
{
    static const std::vector<Command> all{
        {"", app::serve, 0,
            {"listen", "address", "county", "postgres", "http-only-on-loopback", "backup-folder"}},
        {"new-code", app::new_code, 0,
            {"role", "scope", "org", "name", "out", "address", "county"}},
        {"devices", app::list_devices, 0, {}},
        {"revoke", app::revoke_device, 1, {"lost", "found", "reason", "contact"}},
        {"escrow", app::escrow, 2, {"keeper", "renew", "reason", "out"}},
        {"audit", app::list_audit, 0, {}},
        {"check", app::check_county, 0, {}},
        {"backup", app::back_up, 1, {}},
        {"verify", app::verify_backup, 1, {}},
    };
    return all;
}

const Command& command_named(const std::string& name)
{
    std::vector<std::string> names;
    for (const auto& command : commands()) {
        if (command.name == name)
            return command;
        names.emplace_back(command.name);
    }
    if (const auto similar = app::nearest(name, names); !similar.empty())
        throw UsageError({msgid("There is no command “{1}”: did you mean {2}?"), {name, similar}});
    throw UsageError({msgid("There is no command {1}: see hallkeeper-server --help"), {name}});
}

/// Throws UsageError for what the command does not take; a command left out is likelier than one
/// that serves with --role.
void expect_fitting(const Command& command, const app::Options& options)
{
    constexpr std::array for_all{"data", "json", "lang", "help", "version"};
    for (const auto& [option, value] : options.options) {
        if (std::ranges::find(for_all, option) != for_all.end()
            || std::ranges::find(command.options, option) != command.options.end())
            continue;
        if (command.name.empty())
            throw UsageError({msgid("--{1} is not for starting the server: was a command such as "
                                    "new-code left out? See hallkeeper-server --help"),
                {option}});
        throw UsageError(
            {msgid("The command {1} has no option --{2}: see hallkeeper-server --help"),
                {std::string(command.name), option}});
    }
    if (options.operands.size() > command.operands)
        throw UsageError({msgid("“{1}” is too much: see hallkeeper-server --help"),
            {options.operands[command.operands]}});
}

/// Prints the text, or with --json a document that holds it.
Exit say(const app::Call& call, const char* key, const std::string& text)
{
    call.answer({{key, text}}, text);
    return Exit::done;
}

Exit run(const std::vector<std::string>& words, const model::Translate& translate)
{
    const auto options = app::Options::parse(words);
    model::SystemFiles files;
    model::SystemClock clock;
    model::SystemRandom random;
    const app::Call call{options, translate, {files, clock, random}, std::cout};
    if (words.empty()) {
        std::cerr << app::usage(translate);
        return Exit::usage;
    }
    if (options.has("help") || options.command == "help")
        return say(call, "help", app::usage(translate));
    if (options.has("version"))
        return say(call, "version", "hallkeeper-server " HALLKEEPER_VERSION "\n");
    const auto& command = command_named(options.command);
    expect_fitting(command, options);
    return command.run(call);
}

/// What is said of a data file that hallctl opens has another remedy here.
std::string of_county(const model::StoreError& error, const model::Translate& translate)
{
    const auto& message = error.message();
    if (std::string_view(message.id) == model::damaged_message({}).id)
        return model::render(
            {msgid("{1} is damaged: stop the server and bring the whole folder back "
                   "from its last backup; the command check names the damage"),
                message.args},
            translate);
    if (std::string_view(message.id) == model::wrong_key_message({}).id)
        return model::render({msgid("county.key does not fit {1}, or that file is damaged at its "
                                    "beginning: bring the whole folder back from one backup"),
                                 message.args},
            translate);
    return model::describe(error, translate);
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
    auto translate = i18n::translator(i18n::languages[0]);
    try {
        translate = i18n::translator(i18n::language_of(app::language_asked(words)));
        return run(words, translate);
    } catch (const model::UsageError& error) {
        return failed(words, model::describe(error, translate), Exit::usage);
    } catch (const model::StoreError& error) {
        return failed(words, of_county(error, translate), Exit::failed);
    } catch (const std::exception& error) {
        return failed(words, model::describe(error, translate), Exit::failed);
    }
}

} // namespace

int main(int argc, char** argv)
{
    model::keep_memory_private();
    app::speak_utf8();
    return static_cast<int>(run(app::arguments(argc, argv)));
}
