#include "tests/support/files.h"

#include "model/base/files.h"

#include <fstream>
#include <iterator>

namespace tests {

std::filesystem::path write_file(const std::string& path, std::string_view bytes)
{
    auto where = model::path_of(path);
    std::ofstream(where, std::ios::binary) << bytes;
    return where;
}

std::string bytes_of(const std::string& path)
{
    return bytes_of(model::path_of(path));
}

std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream input(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(input), {}};
}

} // namespace tests
