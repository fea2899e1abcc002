#include "views/shell/appearance.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace views {

namespace {

constexpr std::array<std::string_view, 3> looks{"system", "light", "dark"};

int number_of(const std::string& text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

Appearance read_appearance(const Settings& settings)
{
    Appearance appearance{.language = settings.read("language")};
    const int letters = number_of(settings.read("letters"));
    if (std::ranges::find(letter_sizes, letters) != letter_sizes.end())
        appearance.letters = letters;
    const auto lock = settings.read("lock_after");
    if (const int after = number_of(lock);
        !lock.empty() && std::ranges::find(lock_times, after) != lock_times.end())
        appearance.lock_after = after;
    const auto look = std::ranges::find(looks, settings.read("look"));
    if (look != looks.end())
        appearance.look = static_cast<Look>(look - looks.begin());
    return appearance;
}

void write_appearance(const Settings& settings, const Appearance& appearance)
{
    settings.write("language", appearance.language);
    settings.write("letters", std::to_string(appearance.letters));
    settings.write("lock_after", std::to_string(appearance.lock_after));
    settings.write("look", std::string(looks.at(static_cast<std::size_t>(appearance.look))));
}

void apply(const Appearance& appearance)
{
    stand_still();
    apply_letter_size(appearance.letters);
    apply_look(appearance.look);
}

} // namespace views
