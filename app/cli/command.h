#pragma once

#include "app/cli/call.h"

#include <span>
#include <string_view>
#include <vector>

namespace app {

/// One command of hallctl, as the table of commands states it.
struct Command {
    std::string_view name;
    const char* usage;   ///< msgid: what may stand after "hallctl --db FILE"
    const char* purpose; ///< msgid: one line
    std::size_t least;   ///< operands
    std::size_t most;
    std::vector<std::string_view> options; ///< besides the global ones
    Exit (*run)(Call& call);
    const char* more = nullptr; ///< msgid: what `help COMMAND` adds
};

constexpr std::size_t any_number = 1000;

// The groups, in the order in which help lists them.
const std::vector<Command>& office_commands();
const std::vector<Command>& register_commands();
const std::vector<Command>& check_commands();
const std::vector<Command>& figure_commands();
const std::vector<Command>& assessment_commands();
const std::vector<Command>& audit_commands();
const std::vector<Command>& personal_commands();
const std::vector<Command>& edit_commands();
const std::vector<Command>& attachment_commands();
const std::vector<Command>& exchange_commands();
const std::vector<Command>& sync_commands();
const std::vector<Command>& backup_commands();

/// The command of that name; throws UsageError with a suggestion where there is none.
const Command& command_named(std::string_view name);

/// Checks the number of operands and the options, then runs the command.
Exit run(const Command& command, Call& call);

/// What `hallctl` alone, `hallctl help` and `hallctl help COMMAND` print.
std::string general_help(const model::Translate& translate);
std::string help_of(const Command& command, const model::Translate& translate);

} // namespace app
