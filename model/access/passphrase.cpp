#include "model/access/passphrase.h"

#include "assets/assets.h"
#include "model/base/error.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace model {

namespace {

constexpr int least = 8;
constexpr std::size_t fewest_unlike = 4;
constexpr std::size_t short_rest = 3; ///< what a run may have beside it and still be the first guess

bool is_chinese(char32_t c)
{
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// "P@ssw0rd-2026" is "password": digits and signs at the ends go, those within are the letters
/// that they stand for.
std::string word_of(std::string_view typed)
{
    auto word = folded(typed);
    const auto first = std::ranges::find_if(word, is_letter);
    const auto last = std::find_if(word.rbegin(), word.rend(), is_letter).base();
    if (first >= last)
        return {};
    word = std::string(first, last);
    constexpr std::string_view signs = "013457@$!";
    constexpr std::string_view letters = "oleastasi";
    for (auto& c : word)
        if (const auto at = signs.find(c); at != std::string_view::npos)
            c = letters[at];
    return word;
}

const std::set<std::string, std::less<>>& common_words()
{
    static const auto words = [] {
        std::set<std::string, std::less<>> all;
        for (const auto& line : split(assets::text("codes/common_passphrases.csv"), '\n'))
            if (auto word = word_of(line); !word.empty())
                all.insert(std::move(word));
        return all;
    }();
    return words;
}

bool repeats_itself(std::u32string_view text)
{
    if (std::set<char32_t>(text.begin(), text.end()).size() < fewest_unlike)
        return true;
    for (std::size_t block = 1; block <= text.size() / 2; ++block)
        if (std::equal(text.begin() + static_cast<std::ptrdiff_t>(block), text.end(), text.begin()))
            return true;
    return false;
}

/// How many characters of the longest part of `text` stand in `row`, one after the other.
std::size_t longest_shared(std::string_view text, std::string_view row)
{
    std::size_t longest = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
        while (at + longest < text.size()
            && row.find(text.substr(at, longest + 1)) != std::string_view::npos)
            ++longest;
    return longest;
}

bool is_a_run(const std::string& text)
{
    static constexpr std::array<std::string_view, 6> rows{"12345678901234567890",
        "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "qazwsxedcrfvtgbyhnujm", "1q2w3e4r5t6y7u8i9o0p"};
    const std::string backwards(text.rbegin(), text.rend());
    return std::ranges::any_of(rows, [&](std::string_view row) {
        return std::max(longest_shared(text, row), longest_shared(backwards, row)) + short_rest
            >= text.size();
    });
}

bool is_a_day(const std::string& digits)
{
    const auto number = [&](std::size_t at, std::size_t length) {
        return std::stoi(digits.substr(at, length));
    };
    const auto fits = [](int year, int month, int day) {
        return year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    };
    return digits.size() == 8
        && (fits(number(0, 4), number(4, 2), number(6, 2))
            || fits(number(4, 4), number(2, 2), number(0, 2)));
}

bool is_a_telephone(const std::string& digits)
{
    const bool mobile = digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
    return mobile || (digits[0] == '0' && digits.size() >= 10 && digits.size() <= 12);
}

bool is_an_id_number(const std::string& text)
{
    return text.size() == 18 && std::all_of(text.begin(), text.end() - 1, is_digit)
        && (is_digit(text.back()) || text.back() == 'x');
}

} // namespace

void expect_hard_to_guess(std::string_view passphrase)
{
    int weight = 0;
    for (const auto c : to_utf32(trimmed(passphrase)))
        weight += is_chinese(c) ? 2 : 1;
    if (weight < least)
        throw Error({msgid("The passphrase is too short: take at least 8 characters, or 4 Chinese "
                           "ones")});
}

void expect_uncommon(std::string_view passphrase, std::span<const std::string> names)
{
    const auto text = folded(passphrase);
    if (const auto word = word_of(passphrase); !word.empty()) {
        if (common_words().contains(word))
            throw Error({msgid("Many take this passphrase, so it is tried first: take words that "
                               "only you put together")});
        if (std::ranges::any_of(names, [&](const auto& name) { return word_of(name) == word; }))
            throw Error({msgid("The passphrase is a name that others know too: take words that "
                               "only you put together")});
    }
    if (repeats_itself(to_utf32(text)))
        throw Error({msgid("The passphrase is one thing again and again, so it is tried first: "
                           "take words that only you put together")});
    if (is_a_run(text))
        throw Error({msgid("The passphrase is a run of the keyboard, the digits or the alphabet, "
                           "so it is tried first: take words that only you put together")});
    const bool digits = std::ranges::all_of(text, is_digit);
    if (is_an_id_number(text) || (digits && (is_a_day(text) || is_a_telephone(text))))
        throw Error({msgid("The passphrase is a date, a telephone or an ID number that others can "
                           "find out: take words that only you put together")});
}

} // namespace model
