#pragma once

#include <string>
#include <string_view>

/// Text that a spreadsheet would take for a formula when it opens a CSV file can run programs
/// there. An apostrophe before it disarms it. Numbers with a sign stay as they are.
namespace model {

namespace detail {

inline bool is_signed_number(std::string_view text)
{
    text.remove_prefix(text.starts_with('-') || text.starts_with('+'));
    const auto digits = text.substr(0, text.find_first_not_of("0123456789"));
    text.remove_prefix(digits.size());
    if (digits.empty() || text.empty())
        return !digits.empty();
    return text[0] == '.' && text.size() > 1
        && text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

/// Whether the text, after any apostrophes, is one to disarm. Apostrophes are looked through, so
/// that a text which has one of its own comes back with it.
inline bool needs_guard(std::string_view text)
{
    const auto start = text.find_first_not_of('\'');
    if (start == std::string_view::npos)
        return false;
    constexpr std::string_view dangerous = "=+-@\t\r";
    return dangerous.find(text[start]) != std::string_view::npos && !is_signed_number(text);
}

} // namespace detail

inline std::string guard_formula(std::string_view text)
{
    return detail::needs_guard(text) ? '\'' + std::string(text) : std::string(text);
}

/// Exactly undoes guard_formula().
inline std::string_view unguard_formula(std::string_view text)
{
    const bool guarded = text.starts_with('\'') && detail::needs_guard(text);
    return guarded ? text.substr(1) : text;
}

} // namespace model
