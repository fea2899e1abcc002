#pragma once

#include "views/widgets/platform_look.h"
#include "views/widgets/settings.h"

#include <array>
#include <string>

namespace views {

/// How a user wants the windows to be, and when they lock by themselves; kept among his settings.
struct Appearance {
    std::string language; ///< "zh_CN", "en"; empty: as the system's
    int letters = 100;    ///< per cent, one of letter_sizes
    Look look = Look::system;
    int lock_after = 15; ///< minutes without use, one of lock_times

    bool operator==(const Appearance&) const = default;
};

inline constexpr std::array letter_sizes{100, 125, 150};
inline constexpr std::array lock_times{0, 5, 10, 15, 30}; ///< 0: never

/// What is kept; what cannot be understood is as if it were not there.
Appearance read_appearance(const Settings& settings);

void write_appearance(const Settings& settings, const Appearance& appearance);

/// Letters and look, for the windows made from now on; the language is not told to anybody here.
void apply(const Appearance& appearance);

} // namespace views
