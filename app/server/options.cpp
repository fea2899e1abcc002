#include "app/server/options.h"

#include "app/terminal/nearest.h"
#include "model/base/error.h"

#include <Poco/Environment.h>

#include <algorithm>
#include <array>

namespace app {

namespace {

using model::msgid;
using model::UsageError;

struct Known {
    std::string_view name;
    bool has_value;
};

constexpr std::array known{
    Known{"data", true},
    Known{"listen", true},
    Known{"address", true},
    Known{"county", true},
    Known{"postgres", true},
    Known{"http-only-on-loopback", false},
    Known{"backup-folder", true},
    Known{"json", false},
    Known{"lang", true},
    Known{"role", true},
    Known{"org", true},
    Known{"scope", true},
    Known{"name", true},
    Known{"out", true},
    Known{"lost", false},
    Known{"found", false},
    Known{"reason", true},
    Known{"contact", true},
    Known{"keeper", true},
    Known{"renew", false},
    Known{"help", false},
    Known{"version", false},
};

const Known& known_option(const std::string& name)
{
    const auto found = std::ranges::find(known, std::string_view(name), &Known::name);
    if (found != known.end())
        return *found;
    std::vector<std::string> names;
    for (const auto& option : known)
        names.emplace_back(option.name);
    if (const auto similar = nearest(name, names); !similar.empty())
        throw UsageError({msgid("There is no option --{1}: did you mean --{2}?"), {name, similar}});
    throw UsageError({msgid("There is no option --{1}: see hallkeeper-server --help"), {name}});
}

} // namespace

Options Options::parse(const std::vector<std::string>& words)
{
    Options parsed;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "-h") {
            parsed.options.emplace("help", "");
            continue;
        }
        if (words[i].size() > 1 && words[i][0] == '-' && words[i][1] != '-')
            throw UsageError({msgid("There is no option {1}: options begin with two dashes, see "
                                    "hallkeeper-server --help"),
                {words[i]}});
        if (!words[i].starts_with("--")) {
            if (parsed.command.empty())
                parsed.command = words[i];
            else
                parsed.operands.push_back(words[i]);
            continue;
        }
        const auto equals = words[i].find('=');
        const auto name = words[i].substr(2, equals == std::string::npos ? equals : equals - 2);
        std::string value;
        if (equals != std::string::npos)
            value = words[i].substr(equals + 1);
        const bool has_value = known_option(name).has_value;
        if (!has_value && equals != std::string::npos)
            throw UsageError({msgid("The option --{1} takes no value"), {name}});
        if (has_value && equals == std::string::npos) {
            if (i + 1 == words.size() || words[i + 1].starts_with("--"))
                throw UsageError({msgid("The option --{1} needs a value after it"), {name}});
            value = words[++i];
        }
        if (!parsed.options.emplace(name, value).second)
            throw UsageError({msgid("The option --{1} is given twice"), {name}});
    }
    return parsed;
}

std::string Options::value(std::string_view option, std::string_view otherwise) const
{
    const auto found = options.find(option);
    return found == options.end() ? std::string(otherwise) : found->second;
}

std::string language_asked(const std::vector<std::string>& words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string name;
        if (words[i] == "--lang" && i + 1 < words.size())
            name = words[i + 1];
        else if (words[i].starts_with("--lang="))
            name = words[i].substr(7);
        else
            continue;
        if (!name.starts_with("zh") && !name.starts_with("en"))
            throw UsageError(
                {msgid("There is no language “{1}”: --lang takes zh_CN or en"), {name}});
        return name;
    }
    for (const auto* variable : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const auto language = Poco::Environment::get(variable, ""); !language.empty())
            return language;
    return "zh_CN";
}

std::string usage(const model::Translate& translate)
{
    return translate(msgid(
        "hallkeeper-server --data DIR [--listen HOST:PORT] [--address URL] [--county CODE]\n"
        "    serves the county from the folder DIR, which is made at the first start;\n"
        "    --address is where devices find it, if not at HOST:PORT;\n"
        "    --http-only-on-loopback serves this machine alone, without encryption;\n"
        "    --backup-folder FOLDER, on another disk, gets a backup every day\n"
        "hallkeeper-server --data DIR new-code --role agency|unit|outlet|upstream --scope REGION\n"
        "    [--org UNIT] [--name TEXT] [--address URL] [--out FILE.join]\n"
        "    makes a code that lets one device join, and the joining file for it;\n"
        "    --role: agency the county's hall office, unit a sending unit (--org says which),\n"
        "    outlet a township or village, upstream the city or province;\n"
        "    --scope: division code, 6 digits a county, 9 a township, 12 a village\n"
        "hallkeeper-server --data DIR devices\n"
        "    lists the devices that have joined\n"
        "hallkeeper-server --data DIR revoke NUMBER|NAME [--lost | --found] [--reason TEXT]\n"
        "    [--contact TEXT]\n"
        "    shuts one of them out, which keeps its data; --lost also orders it to destroy its\n"
        "    data when it calls, and to show whom to call (--contact, kept for the next time);\n"
        "    --found withdraws that while it has not\n"
        "hallkeeper-server --data DIR escrow init --keeper NAME [--renew]\n"
        "hallkeeper-server --data DIR escrow list\n"
        "hallkeeper-server --data DIR escrow open NUMBER|NAME --reason TEXT [--out FILE]\n"
        "    keeps the keys of files for forgotten passphrases, sealed; the passphrase of the\n"
        "    escrow is asked for, or taken from HALLKEEPER_ESCROW_PASSPHRASE\n"
        "hallkeeper-server --data DIR audit\n"
        "    lists the audit log: codes, devices, what they sent, refusals\n"
        "hallkeeper-server --data DIR check\n"
        "    looks whether the data is sound\n"
        "hallkeeper-server --data DIR backup OUT\n"
        "    copies everything into the new folder OUT, which a server can start from\n"
        "hallkeeper-server verify OUT\n"
        "    looks whether such a backup is sound\n"
        "--json answers with one JSON document, --lang zh_CN|en sets the language\n"
        "Exit codes: 0 done, 1 failed, 2 wrong usage\n"));
}

} // namespace app
