#pragma once

#include "model/base/message.h"

#include <span>
#include <string>
#include <string_view>

namespace i18n {

/// The languages the program speaks, as file names of the catalogues: "zh_CN" first, "en".
inline constexpr std::string_view languages[] = {"zh_CN", "en"};

/// The language asked for by name ("zh_CN", "zh_CN.UTF-8", "en_GB"); anything but English is
/// Chinese, the first language of the program.
std::string_view language_of(std::string_view name);

/// Looks msgids up in the catalogue of that language, compiled into the program. A msgid without a
/// translation comes back as it is.
model::Translate translator(std::string_view language);

namespace detail {

struct Catalogue {
    std::string_view language;
    std::string_view bytes; ///< a gettext .mo file
};

std::span<const Catalogue> catalogues();

} // namespace detail

} // namespace i18n
