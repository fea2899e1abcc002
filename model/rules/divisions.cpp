#include "model/rules/divisions.h"

#include "assets/assets.h"
#include "model/base/pinyin.h"
#include "model/base/text.h"
#include "model/base/unpacked.h"

#include <algorithm>
#include <map>

namespace model {

namespace {

constexpr std::size_t county_digits = 6;

/// Rows of the statistics bureau that gather counties without being a place: 市辖区 and
/// 省直辖县级行政区划.
bool is_a_place(const std::string& name)
{
    return name != "市辖区" && name.find("直辖县级") == std::string::npos && name != "县";
}

std::vector<Division> read_counties()
{
    std::map<std::string, std::string> names; // of provinces and cities
    std::vector<Division> counties;
    for (const auto& line : split(assets::text("codes/counties.csv"), '\n')) {
        const auto comma = line.find(',');
        if (comma == std::string::npos || line.starts_with("code,"))
            continue;
        const auto code = line.substr(0, comma);
        const auto name = line.substr(comma + 1);
        if (code.size() != county_digits) {
            names[code] = name;
            continue;
        }
        std::string path;
        for (const std::size_t digits : {2, 4})
            if (const auto& above = names[code.substr(0, digits)];
                !above.empty() && is_a_place(above))
                path += above + ' ';
        counties.push_back({code, name, path + name});
    }
    return counties;
}

const std::vector<Division>& counties()
{
    static const auto all = read_counties();
    return all;
}

bool is_letter(char32_t c)
{
    return c >= U'a' && c <= U'z';
}

/// Whether the name can be read so from its first character on: each takes its own sign, a whole
/// reading or the beginning of one.
bool reads_as(std::u32string_view name, std::u32string_view typed)
{
    if (typed.empty())
        return true;
    if (name.empty())
        return false;
    if (name.front() == typed.front())
        return reads_as(name.substr(1), typed.substr(1));
    for (const auto reading : readings_of(name.front()))
        for (std::size_t length = 0; length < reading.size() && length < typed.size()
             && is_letter(typed[length])
             && typed[length] == static_cast<char32_t>(reading[length]);) {
            ++length;
            if (reads_as(name.substr(1), typed.substr(length)))
                return true;
        }
    return false;
}

/// How well the division fits the word; 0 is best, the first value not to be taken is `misfit`.
enum Fit { exactly, at_the_front, within, read_so, above, misfit };

Fit fit_of(const Division& division, const std::string& word)
{
    if (division.code.starts_with(word))
        return word.size() == county_digits ? exactly : at_the_front;
    if (division.name == word)
        return exactly;
    if (const auto at = division.name.find(word); at != std::string::npos)
        return at == 0 ? at_the_front : within;
    if (reads_as(to_utf32(division.name), to_utf32(word)))
        return read_so;
    if (division.path.find(word) != std::string::npos)
        return above;
    const auto parts = split(division.path, ' ');
    const bool is_read_above = std::any_of(parts.begin(), parts.end() - 1,
        [&](const std::string& part) { return reads_as(to_utf32(part), to_utf32(word)); });
    return is_read_above ? above : misfit;
}

} // namespace

std::vector<Division> find_divisions(std::string_view typed, std::size_t limit)
{
    std::vector<std::string> words;
    for (const auto& word : split(typed, ' '))
        if (auto text = folded(word); !text.empty())
            words.push_back(std::move(text));
    if (words.empty())
        return {};
    std::vector<std::pair<int, const Division*>> found;
    for (const auto& division : counties()) {
        int worst = exactly;
        int sum = 0;
        for (const auto& word : words) {
            const int fit = fit_of(division, word);
            worst = std::max(worst, fit);
            sum += fit;
        }
        if (worst < misfit)
            found.emplace_back(sum, &division);
    }
    std::ranges::stable_sort(found, {}, [](const auto& each) { return each.first; });
    std::vector<Division> best;
    for (std::size_t i = 0; i < std::min(limit, found.size()); ++i)
        best.push_back(*found[i].second);
    return best;
}

bool is_province(std::string_view digits)
{
    if (digits == "71" || digits == "81" || digits == "82")
        return true;
    const auto first = std::ranges::lower_bound(counties(), digits, {},
        [](const Division& division) { return std::string_view(division.code); });
    return digits.size() == 2 && first != counties().end() && first->code.starts_with(digits);
}

const Division* county_of(std::string_view code)
{
    const bool digits = code.find_first_not_of("0123456789") == std::string_view::npos;
    if (!digits || (code.size() != 6 && code.size() != 9 && code.size() != 12))
        return nullptr;
    const auto found = std::ranges::lower_bound(counties(), code.substr(0, county_digits), {},
        [](const Division& division) { return std::string_view(division.code); });
    return found != counties().end() && found->code == code.substr(0, county_digits) ? &*found
                                                                                     : nullptr;
}

std::vector<Subdivision> subdivisions_of(std::string_view county)
{
    constexpr std::size_t township_digits = 9;
    if (county.size() != county_digits)
        return {};
    const auto name = "codes/divisions-" + std::string(county.substr(0, 2)) + ".csv.zst";
    const auto asset =
        std::ranges::find(assets::all(), std::string_view(name), &assets::Asset::name);
    if (asset == assets::all().end())
        return {};
    std::vector<Subdivision> all;
    std::string township;
    for (const auto& line : split(unpacked(asset->bytes), '\n')) {
        const auto comma = line.find(',');
        if (comma == std::string::npos)
            continue;
        const bool is_village = comma != township_digits;
        if (!is_village)
            township = line.substr(0, comma);
        if (township.starts_with(county)) // a village has but the digits after its township's
            all.push_back({(is_village ? township : std::string()) + line.substr(0, comma),
                line.substr(comma + 1), is_village});
    }
    return all;
}

} // namespace model
