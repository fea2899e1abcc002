#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// What was typed after "hallctl", taken apart: options may stand anywhere, "--name value" or
/// "--name=value"; after "--" nothing is an option any more, and a lone "-" never is. A value that
/// begins with "--" is written with "=".
struct CommandLine {
    /// Throws UsageError for an option nobody knows, one that lacks its value, one given twice.
    static CommandLine parse(const std::vector<std::string>& arguments);

    bool has(std::string_view option) const { return options.contains(option); }

    /// The option's value, or `otherwise` where it was not given.
    std::string value(std::string_view option, std::string_view otherwise = {}) const;

    /// The value of an option that counts something; throws UsageError for what is no number, or
    /// less than `least`.
    std::optional<std::int64_t> number(std::string_view option, std::int64_t least) const;

    bool json() const { return has("json"); }
    bool wants_help() const { return has("help"); }

    std::string command;
    std::vector<std::string> operands;
    std::map<std::string, std::string, std::less<>> options;
};

/// The options that every command takes.
const std::vector<std::string_view>& global_options();

/// The language of the answers: --lang, else the first of LC_ALL, LC_MESSAGES and LANG that says
/// anything, else Chinese. Looks at the bare words, so that a sentence about a wrong command line
/// has a language too. Throws UsageError for a language the program does not speak.
std::string language_asked(const std::vector<std::string>& arguments);

} // namespace app
