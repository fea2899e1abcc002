#include "tests/fuzz/mutator.h"

#include <algorithm>
#include <array>

namespace fuzz {

namespace {

constexpr std::array<unsigned char, 12> bytes{
    0x00, 0x01, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x7F, 0x80, 0xC0, 0xEF, 0xFF};

constexpr std::array<std::string_view, 16> numbers{"0", "-1", "1", "127", "256", "65536",
    "2147483647", "2147483648", "-2147483648", "4294967296", "9223372036854775807",
    "9223372036854775808", "-9223372036854775808", "18446744073709551615", "1e308", "0.1"};

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

std::size_t Mutator::place(const std::string& input)
{
    return random_.below(static_cast<std::uint32_t>(input.size()) + 1);
}

std::string_view Mutator::piece(std::string_view of)
{
    if (of.empty())
        return of;
    const auto from = random_.below(static_cast<std::uint32_t>(of.size()));
    // Mostly short ones: a long one changes everything at once.
    const auto most = static_cast<std::uint32_t>(of.size() - from);
    const auto length = random_.below(4) == 0 ? most : std::min<std::uint32_t>(most, 32);
    return of.substr(from, 1 + random_.below(length));
}

void Mutator::change_byte(std::string& input)
{
    if (input.empty())
        return;
    auto& byte = input[random_.below(static_cast<std::uint32_t>(input.size()))];
    switch (random_.below(3)) {
    case 0:
        byte = static_cast<char>(byte ^ (1 << random_.below(8)));
        break;
    case 1:
        byte = static_cast<char>(bytes.at(random_.below(bytes.size())));
        break;
    default:
        byte = static_cast<char>(random_.below(256));
    }
}

void Mutator::change_number(std::string& input)
{
    const auto from = std::find_if(
        input.begin() + static_cast<std::ptrdiff_t>(place(input)), input.end(), is_digit);
    const auto to = std::find_if_not(from, input.end(), is_digit);
    input.replace(from, to, numbers.at(random_.below(numbers.size())));
}

void Mutator::put_word(std::string& input)
{
    if (words_.empty())
        return;
    const auto word = words_[random_.below(static_cast<std::uint32_t>(words_.size()))];
    const auto at = place(input);
    input.replace(at, random_.below(2) == 0 ? 0 : word.size(), word);
}

void Mutator::splice(std::string& input, const std::string& other)
{
    input = input.substr(0, place(input)) + other.substr(place(other));
}

void Mutator::change_once(std::string& input, const std::string& other)
{
    const auto own = std::string(piece(input)); // a copy: what it lies in is about to change
    switch (random_.below(10)) {
    case 0:
    case 1:
        change_byte(input);
        break;
    case 2:
        change_number(input);
        break;
    case 3:
    case 4:
        put_word(input);
        break;
    case 5:
        if (const auto at = input.find(own); !own.empty())
            input.erase(at, own.size());
        break;
    case 6:
        input.insert(place(input), own);
        break;
    case 7:
        input.insert(place(input), piece(other));
        break;
    case 8:
        splice(input, other);
        break;
    default: // the same many times over: depth, width, length
        if (const auto at = place(input); own.size() < 64)
            for (auto times = random_.below(200); times > 0; --times)
                input.insert(at, own);
    }
}

std::string Mutator::changed(std::string input, const std::string& other)
{
    for (auto times = 1 + random_.below(5); times > 0; --times)
        change_once(input, other);
    if (input.size() > longest)
        input.resize(longest);
    return input;
}

} // namespace fuzz
