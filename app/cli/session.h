#pragma once

#include "app/cli/command_line.h"
#include "model/access/key_file.h"
#include "model/commands/editor.h"

#include <initializer_list>

namespace app {

constexpr const char* passphrase_variable = "HALLKEEPER_PASSPHRASE";
constexpr const char* new_passphrase_variable = "HALLKEEPER_NEW_PASSPHRASE";

/// The world outside: the only place of hallctl where it comes in.
struct Surroundings {
    model::SystemClock clock;
    model::SystemRandom random;
    model::SystemFiles files;
};

/// The file named by --db; throws UsageError where none is named.
std::string data_file(const CommandLine& line);

/// The passphrase from HALLKEEPER_PASSPHRASE, else asked with the question. Throws Error that names
/// the variable where there is no terminal to ask on.
std::string passphrase(const std::string& question);

/// A new passphrase from the first of these variables that is set, else asked twice. Throws Error
/// if the two differ.
std::string new_passphrase(std::initializer_list<const char*> variables,
    const std::string& question, const std::string& again);

/// An open file with the account that opened it, which the file keeps among its own and whose
/// sign-in it notes; nobody where the account is nil. A file of an older version is copied before
/// it is brought up to date, to `backup_folder` where one is named. Throws Error for an account
/// that is locked or has left, whose refused sign-in is noted instead.
class Session {
public:
    Session(Surroundings& world, const std::string& path, const model::DataKey& key,
        const model::Account& who, model::Opening opening = model::Opening::existing,
        const std::string& backup_folder = {});

    model::DataKey key;
    model::Database db;
    model::RecordStore store;
    model::Editor editor;

    const model::Account& account() const { return editor.account(); }

    /// What is to be told of the audit log, if anything.
    std::optional<model::Message> warning;
};

/// Opens the account's slot of the key file; throws Error with the remedy where the file or its
/// keys are missing or the passphrase is wrong.
model::KeyFile::Unlocked unlock(
    Surroundings& world, const CommandLine& line, const std::string& question);

} // namespace app
