#pragma once

#include "views/widgets/platform_look.h"
#include "views/widgets/settings.h"

#include <array>
#include <string>

namespace views {

/// How a user wants the windows to be; kept among his settings.
struct Appearance {
    std::string language; ///< "zh_CN", "en"; empty: as the system's
    int letters = 100;    ///< per cent, one of letter_sizes
    Look look = Look::system;

    bool operator==(const Appearance&) const = default;
};

inline constexpr std::array letter_sizes{100, 125, 150};

/// What is kept; what cannot be understood is as if it were not there.
Appearance read_appearance(const Settings& settings);

void write_appearance(const Settings& settings, const Appearance& appearance);

/// Letters and look, for the windows made from now on; the language is not told to anybody here.
void apply(const Appearance& appearance);

} // namespace views
