#pragma once

#include <string>

namespace tests {

/// The folder of the project's sources.
std::string source_dir();

/// The folder of the programs as they are built.
std::string bin_dir();

} // namespace tests
