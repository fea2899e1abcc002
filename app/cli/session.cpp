#include "app/cli/session.h"

#include "app/terminal/platform_terminal.h"
#include "model/access/backup_plan.h"
#include "model/access/passphrase.h"
#include "model/access/sign_in.h"
#include "model/base/text.h"
#include "model/commands/require.h"
#include "model/entities/catalog.h"
#include "model/store/own_accounts.h"

#include <Poco/Environment.h>

#include <filesystem>

namespace app {

using model::Error;
using model::msgid;

std::string data_file(const CommandLine& line)
{
    auto path = line.value("db");
    if (path.empty())
        throw model::UsageError({msgid("Say which data file: hallctl --db FILE …")});
    return path;
}

std::string passphrase(const std::string& question)
{
    if (Poco::Environment::has(passphrase_variable))
        return Poco::Environment::get(passphrase_variable);
    return ask_secret(question, passphrase_variable);
}

std::string new_passphrase(std::initializer_list<const char*> variables,
    const std::string& question, const std::string& again)
{
    for (const auto* variable : variables)
        if (Poco::Environment::has(variable))
            return Poco::Environment::get(variable);
    auto secret = ask_secret(question, *variables.begin());
    if (model::trimmed(secret) != model::trimmed(ask_secret(again, *variables.begin())))
        throw Error({msgid("The two passphrases differ: try again")});
    model::expect_uncommon(secret); // what scripts bring along, whoever wrote them answers for
    return secret;
}

Session::Session(Surroundings& world, const std::string& path, const model::DataKey& data_key,
    const model::Account& who, model::Opening opening, const std::string& backup_folder)
    : key(data_key)
    , db(path, data_key,
          {.opening = opening,
              .before_migration = model::backing_up(world.files, world.clock, backup_folder)})
    , store(db, model::hall_catalog(), world.clock, world.random)
    , editor(store, who)
{
    if (who.id.is_nil() || opening == model::Opening::read_only)
        return;
    model::require_entry(store, who);
    model::add_own_account(store, who);
    warning = model::note_sign_in(store, world.files, path, who, model::SignInBy::command_line);
}

model::KeyFile::Unlocked unlock(
    Surroundings& world, const CommandLine& line, const std::string& question)
{
    const auto path = data_file(line);
    if (!world.files.exists(path))
        throw Error({msgid("There is no file {1}: check the name, or bring it back from a backup"),
            {path}});
    if (std::filesystem::is_directory(std::u8string(path.begin(), path.end())))
        throw Error({msgid("{1} is a folder: name the data file in it"), {path}});
    const auto keys = model::KeyFile::load(world.files, path);
    return model::sign_in(world.files, world.clock, path, keys, line.value("user"),
        passphrase(question), model::SignInBy::command_line);
}

} // namespace app
