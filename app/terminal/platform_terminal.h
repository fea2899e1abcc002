#pragma once

#include <string>
#include <vector>

/// What each system does its own way on the command line.
namespace app {

/// What was typed after the program's name, as UTF-8.
std::vector<std::string> arguments(int argc, char** argv);

/// Makes the terminal take UTF-8 where that is not so from the start.
void speak_utf8();

/// Everything that comes on the standard input, up to `limit` bytes and one more.
std::string read_input(std::size_t limit);

/// Asks on the terminal, whatever the standard input is, and does not show what is typed. Throws
/// model::Error that names the environment variable to set instead where there is no terminal.
std::string ask_secret(const std::string& question, const std::string& variable);

} // namespace app
