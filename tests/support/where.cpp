#include "tests/support/where.h"

namespace tests {

std::string source_dir()
{
    return SOURCE_DIR;
}

std::string bin_dir()
{
    return BIN_DIR;
}

} // namespace tests
