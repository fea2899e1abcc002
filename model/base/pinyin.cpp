#include "model/base/pinyin.h"

#include "model/base/pinyin_table.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

struct Surname {
    std::u32string_view characters;
    std::array<std::string_view, 2> readings; ///< one for each character
};

// Surnames whose usual reading is not that of the word. Those of two characters stand first, so
// that 单于 is not taken for a 单.
// clang-format off
constexpr Surname surnames[] = {
    {U"尉迟", {"yu", "chi"}}, {U"万俟", {"mo", "qi"}}, {U"单于", {"chan", "yu"}}, {U"澹台", {"tan", "tai"}}, {U"乐正", {"yue", "zheng"}},
    {U"单", {"shan"}}, {U"解", {"xie"}}, {U"仇", {"qiu"}}, {U"曾", {"zeng"}}, {U"查", {"zha"}}, {U"区", {"ou"}},
    {U"朴", {"piao"}}, {U"盖", {"ge"}}, {U"覃", {"qin"}}, {U"翟", {"zhai"}}, {U"员", {"yun"}}, {U"缪", {"miao"}},
    {U"乐", {"yue"}}, {U"折", {"she"}}, {U"黑", {"he"}}, {U"秘", {"bi"}}, {U"洗", {"xian"}}, {U"句", {"gou"}},
    {U"召", {"shao"}}, {U"能", {"nai"}}, {U"种", {"chong"}}, {U"祭", {"zhai"}}, {U"藏", {"zang"}}, {U"都", {"du"}},
    {U"郇", {"xun"}}, {U"牟", {"mu"}}, {U"繁", {"po"}}, {U"卜", {"bu"}}, {U"阚", {"kan"}}, {U"佴", {"nai"}},
    {U"不", {"fou"}}, {U"重", {"chong"}}, {U"薄", {"bo"}},
};
// clang-format on

/// Puts the reading before the others of the character.
void prefer(Readings& readings, std::string_view reading)
{
    std::erase(readings, reading);
    readings.insert(readings.begin(), reading);
}

const std::vector<std::string_view>& sorted_syllables()
{
    static const auto sorted = [] {
        const auto all = detail::pinyin_syllables();
        std::vector<std::string_view> syllables(all.begin(), all.end());
        // Sounds that no character of a name or a place has, and that look like initials.
        std::erase_if(syllables, [](std::string_view syllable) {
            return syllable.find_first_of("aeiouv") == std::string_view::npos;
        });
        std::ranges::sort(syllables);
        return syllables;
    }();
    return sorted;
}

} // namespace

Readings readings_of(char32_t c)
{
    constexpr std::uint32_t places = 512;
    if (c == U'〇')
        return {"ling"};
    if (c < 0x3400)
        return {};
    const auto rows = detail::pinyin_rows();
    const auto of_character = [](std::uint32_t row) { return row / places; };
    Readings readings;
    for (const auto row :
        std::ranges::equal_range(rows, static_cast<std::uint32_t>(c), {}, of_character))
        readings.push_back(detail::pinyin_syllables()[row % places]);
    return readings;
}

std::vector<Readings> readings_of(std::u32string_view text)
{
    std::vector<Readings> all;
    all.reserve(text.size());
    for (const auto c : text)
        all.push_back(readings_of(c));
    for (const auto& surname : surnames)
        if (text.starts_with(surname.characters)) {
            for (std::size_t i = 0; i < surname.characters.size(); ++i)
                prefer(all[i], surname.readings[i]);
            break;
        }
    return all;
}

bool is_syllable(std::string_view letters)
{
    return std::ranges::binary_search(sorted_syllables(), letters);
}

bool begins_syllable(std::string_view letters)
{
    const auto& all = sorted_syllables();
    const auto found = std::ranges::lower_bound(all, letters);
    return found != all.end() && found->starts_with(letters);
}

} // namespace model
