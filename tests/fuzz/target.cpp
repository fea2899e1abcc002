#include "tests/fuzz/target.h"

#include <bit>

namespace fuzz {

void Trace::add(std::string_view word)
{
    for (const char c : word)
        sum_ = (sum_ ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    sum_ = (sum_ ^ 0x100U) * 1099511628211ULL; // so that words do not run together
}

void Trace::add_count(std::size_t count)
{
    sum_ = (sum_ ^ static_cast<std::uint64_t>(std::bit_width(count))) * 1099511628211ULL;
}

std::vector<std::string_view> parts(std::string_view input, std::size_t count)
{
    std::vector<std::string_view> found;
    while (found.size() + 1 < count) {
        const auto end = input.find('\n');
        found.push_back(input.substr(0, end));
        input = end == std::string_view::npos ? std::string_view() : input.substr(end + 1);
    }
    found.push_back(input);
    return found;
}

} // namespace fuzz
