#include "tests/support/files.h"

#include <fstream>
#include <iterator>

namespace tests {

std::filesystem::path write_file(const std::string& path, std::string_view bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream input(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(input), {}};
}

} // namespace tests
