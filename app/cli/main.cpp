#include "app/cli/command.h"
#include "app/cli/platform_terminal.h"

#include "i18n/translations.h"
#include <algorithm>
#include <iostream>

namespace {

using app::Exit;

Exit help(app::Call& call)
{
    const auto& operands = call.line().operands;
    if (call.line().wants_help() && !call.line().command.empty() && call.line().command != "help") {
        call.print(app::help_of(app::command_named(call.line().command), call.translate()));
        return Exit::done;
    }
    call.print(operands.empty() ? app::general_help(call.translate())
                                : app::help_of(app::command_named(operands[0]), call.translate()));
    return Exit::done;
}

Exit run(const std::vector<std::string>& words, const model::Translate& translate)
{
    const auto line = app::CommandLine::parse(words);
    app::Call call(line, translate);
    if (line.has("version")) {
        call.print("hallctl " HALLKEEPER_VERSION);
        return Exit::done;
    }
    if (line.command == "help" || line.wants_help() || words.empty())
        return help(call);
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
    app::speak_utf8();
    return static_cast<int>(run(app::arguments(argc, argv)));
}
