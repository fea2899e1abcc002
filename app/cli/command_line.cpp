#include "app/cli/command_line.h"

#include "app/terminal/nearest.h"
#include "model/base/error.h"

#include <Poco/Environment.h>

#include "i18n/translations.h"
#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace app {

namespace {

using model::msgid;
using model::UsageError;

struct Option {
    std::string_view name;
    bool takes_value;
};

constexpr std::array known_options{
    Option{"accept", true},
    Option{"address", true},
    Option{"all", false},
    Option{"anyway", false},
    Option{"approver", true},
    Option{"area", true},
    Option{"arrange", false},
    Option{"as", true},
    Option{"back", false},
    Option{"back-to", true},
    Option{"backup-folder", true},
    Option{"by", true},
    Option{"chart", true},
    Option{"code", true},
    Option{"columns", true},
    Option{"confirm", false},
    Option{"count", true},
    Option{"covers", true},
    Option{"daily", true},
    Option{"day", true},
    Option{"days", true},
    Option{"db", true},
    Option{"deleted", false},
    Option{"demo", false},
    Option{"document", true},
    Option{"drop", true},
    Option{"dry-run", false},
    Option{"encoding", true},
    Option{"end-kind", true},
    Option{"ends", false},
    Option{"errors", true},
    Option{"evidence", true},
    Option{"export", true},
    Option{"fields", true},
    Option{"folder", true},
    Option{"from", true},
    Option{"give", true},
    Option{"good-rows", false},
    Option{"help", false},
    Option{"join", true},
    Option{"json", false},
    Option{"keep", true},
    Option{"key", true},
    Option{"kind", true},
    Option{"lang", true},
    Option{"layout", true},
    Option{"limit", true},
    Option{"list", true},
    Option{"map", true},
    Option{"mark", true},
    Option{"minutes", true},
    Option{"month", true},
    Option{"months", true},
    Option{"most", true},
    Option{"new-name", true},
    Option{"no-absences", false},
    Option{"no-backup", false},
    Option{"no-picture", false},
    Option{"none", false},
    Option{"notices", false},
    Option{"object", true},
    Option{"off", true},
    Option{"office", true},
    Option{"on", true},
    Option{"on-behalf", false},
    Option{"on-exit", true},
    Option{"out", true},
    Option{"parent", true},
    Option{"people", true},
    Option{"period", true},
    Option{"person", true},
    Option{"picture", true},
    Option{"pin", true},
    Option{"place", true},
    Option{"points", true},
    Option{"put", true},
    Option{"reason", true},
    Option{"record", true},
    Option{"region", true},
    Option{"remark", true},
    Option{"resume", true},
    Option{"reveal", false},
    Option{"role", true},
    Option{"rows", true},
    Option{"rule", true},
    Option{"save", false},
    Option{"second", true},
    Option{"second-warn", true},
    Option{"server", true},
    Option{"set", true},
    Option{"sheet", true},
    Option{"sort", true},
    Option{"stays", false},
    Option{"sum", true},
    Option{"sure", false},
    Option{"take", true},
    Option{"times", true},
    Option{"title", true},
    Option{"to", true},
    Option{"trial-until", true},
    Option{"type", true},
    Option{"types", true},
    Option{"unit", true},
    Option{"until", true},
    Option{"user", true},
    Option{"value", true},
    Option{"version", false},
    Option{"warn", true},
    Option{"week", true},
    Option{"weeks", true},
    Option{"what", true},
    Option{"where", true},
    Option{"who", true},
    Option{"year", true},
};

const Option& option_named(const std::string& name)
{
    const auto* found = std::ranges::find(known_options, name, &Option::name);
    if (found != known_options.end())
        return *found;
    std::vector<std::string> names;
    for (const auto& option : known_options)
        names.emplace_back(option.name);
    const auto similar = nearest(name, names);
    if (similar.empty())
        throw UsageError({msgid("There is no option --{1}: see hallctl help"), {name}});
    throw UsageError({msgid("There is no option --{1}: did you mean --{2}?"), {name, similar}});
}

/// "-json", but neither "-" nor a number.
bool is_short_option(std::string_view word)
{
    return word.size() > 1 && word[0] == '-' && std::isalpha(static_cast<unsigned char>(word[1]));
}

} // namespace

CommandLine CommandLine::parse(const std::vector<std::string>& arguments)
{
    CommandLine line;
    bool options_end = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto& word = arguments[i];
        if (!options_end && word == "-h") {
            line.options.emplace("help", "");
            continue;
        }
        if (!options_end && is_short_option(word))
            throw UsageError({msgid("There is no option {1}: options begin with two dashes, see "
                                    "hallctl help"),
                {word}});
        if (options_end || !word.starts_with("--")) {
            if (line.command.empty())
                line.command = word;
            else
                line.operands.push_back(word);
            continue;
        }
        if (word == "--") {
            options_end = true;
            continue;
        }
        const auto sign = word.find('=');
        const auto name = word.substr(2, sign == std::string::npos ? sign : sign - 2);
        const auto& option = option_named(name);
        std::string value;
        if (sign != std::string::npos && !option.takes_value)
            throw UsageError({msgid("The option --{1} takes no value"), {name}});
        if (sign != std::string::npos)
            value = word.substr(sign + 1);
        else if (option.takes_value && i + 1 < arguments.size()
            && !arguments[i + 1].starts_with("--"))
            value = arguments[++i];
        else if (option.takes_value)
            throw UsageError({msgid("The option --{1} needs a value after it"), {name}});
        if (!line.options.emplace(name, value).second)
            throw UsageError({msgid("The option --{1} stands there twice"), {name}});
    }
    return line;
}

std::string CommandLine::value(std::string_view option, std::string_view otherwise) const
{
    const auto found = options.find(option);
    return found == options.end() ? std::string(otherwise) : found->second;
}

std::optional<std::int64_t> CommandLine::number(std::string_view option, std::int64_t least) const
{
    if (!has(option))
        return std::nullopt;
    const auto text = value(option);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < least)
        throw UsageError({msgid("The option --{1} needs a whole number of at least {2}, not “{3}”"),
            {std::string(option), std::to_string(least), text}});
    return number;
}

const std::vector<std::string_view>& global_options()
{
    static const std::vector<std::string_view> names{
        "db", "user", "json", "lang", "help", "version", "backup-folder"};
    return names;
}

std::string language_asked(const std::vector<std::string>& arguments)
{
    for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
        std::string name;
        if (arguments[i].starts_with("--lang="))
            name = arguments[i].substr(7);
        else if (arguments[i] == "--lang" && i + 1 < arguments.size())
            name = arguments[i + 1];
        else
            continue;
        if (!name.starts_with("zh") && !name.starts_with("en"))
            throw UsageError(
                {msgid("There is no language “{1}”: --lang takes zh_CN or en"), {name}});
        return std::string(i18n::language_of(name));
    }
    for (const auto* variable : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const auto name = Poco::Environment::get(variable, ""); !name.empty())
            return std::string(i18n::language_of(name));
    return std::string(i18n::languages[0]);
}

} // namespace app
