#include "app/cli/command.h"
#include "app/terminal/platform_terminal.h"
#include "model/base/platform_secrecy.h"

#include "i18n/translations.h"
#include <algorithm>
#include <iostream>

namespace {

using app::Exit;

/// Prints the text, or with --json a document that holds it.
Exit say(app::Call& call, const char* key, const std::string& text)
{
    if (call.json())
        call.answer({{key, text}});
    else
        call.print(text);
    return Exit::done;
}

Exit help(app::Call& call)
{
    const auto& line = call.line();
    const bool of_this = line.wants_help() && !line.command.empty() && line.command != "help";
    if (!of_this && line.operands.empty())
        return say(call, "help", app::general_help(call.translate()));
    const auto& name = of_this ? line.command : line.operands[0];
    if (name == "help")
        return say(call, "help", app::general_help(call.translate()));
    return say(call, "help", app::help_of(app::command_named(name), call.translate()));
}

Exit run(const std::vector<std::string>& words, const model::Translate& translate)
{
    const auto line = app::CommandLine::parse(words);
    app::Call call(line, translate);
    if (line.has("version"))
        return say(call, "version", "hallctl " HALLKEEPER_VERSION);
    if (line.command == "help" || line.wants_help())
        return help(call);
    if (words.empty()) {
        std::cerr << app::general_help(translate);
        return Exit::usage;
    }
    if (line.command.empty())
        throw model::UsageError({model::msgid("Say what to do: see hallctl help")});
    return app::run(app::command_named(line.command), call);
}

/// The one sentence on the standard error; with --json also a document, so that a script that reads
/// the output first finds one.
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
        translate = i18n::translator(app::language_asked(words));
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
    model::keep_memory_private();
    app::speak_utf8();
    return static_cast<int>(run(app::arguments(argc, argv)));
}
