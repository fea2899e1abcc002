#include "app/cli/new_file.h"

#include "app/terminal/text_table.h"
#include "model/access/recovery_key.h"
#include "model/base/text.h"

#include <Poco/Environment.h>

#include <algorithm>

namespace app {

using model::Error;
using model::msgid;

std::string first_account(Call& call)
{
    for (auto name : {call.line().value("user"), Poco::Environment::get("USER", ""),
             Poco::Environment::get("USERNAME", "")})
        if (name = model::trimmed(name); !name.empty())
            return name;
    return call.text(msgid("Administrator"));
}

model::MadeFile make_file(Call& call)
{
    auto& world = call.world();
    const auto path = data_file(call.line());
    const auto keys_path = model::KeyFile::path_of(path);
    for (const auto& there : {path, keys_path})
        if (world.files.exists(there)) // before anybody thinks up a passphrase
            throw Error(
                {msgid("{1} is there already and stays as it is: choose another name"), {there}});
    const auto secret = new_passphrase({passphrase_variable}, call.text(msgid("New passphrase: ")),
        call.text(msgid("The same again: ")));
    return model::make_file(
        world.files, world.clock, world.random, {path, first_account(call), secret});
}

void print_recovery_key(Call& call, const model::DataKey& key)
{
    constexpr int box = 60;
    const auto groups = model::split(model::recovery_text(key), '-');
    std::vector<std::string> lines{call.text(msgid("Recovery key")), ""};
    for (std::size_t i = 0; i < groups.size(); i += 5)
        lines.push_back(model::join(
            {groups.begin() + static_cast<std::ptrdiff_t>(i),
                groups.begin() + static_cast<std::ptrdiff_t>(std::min(i + 5, groups.size()))},
            "-"));
    lines.emplace_back();
    for (const auto* advice :
        {msgid("Write it on paper and lock it away: it opens the file when the passphrase or the "
               "key file is lost, and it is shown only this once."),
            msgid("To use it: hallctl --db FILE recover --key KEY")})
        for (const auto& line : wrapped(call.text(advice), box))
            lines.push_back(line);
    int width = 0;
    for (const auto& line : lines)
        width = std::max(width, cells(line));
    const std::string rule(static_cast<std::size_t>(width) + 2, '-');
    call.print('+' + rule + '+');
    for (const auto& line : lines)
        call.print("| " + padded(line, width) + " |");
    call.print('+' + rule + '+');
}

} // namespace app
