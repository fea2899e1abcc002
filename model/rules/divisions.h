#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// An administrative division of China at county level.
struct Division {
    std::string code; ///< six digits: "430922"
    std::string name; ///< "桃江县"
    std::string path; ///< with what it belongs to: "湖南省 益阳市 桃江县"
};

/// The counties that what was typed may mean, best first and at most `limit`: by the first digits
/// of the code, by words of the name or of what it belongs to, by pinyin, initials or a mixture of
/// them
/// ("taojiang", "tjx", "桃jx"). Several words, parted by blanks, narrow it down. Nothing for
/// nothing.
std::vector<Division> find_divisions(std::string_view typed, std::size_t limit);

/// Whether codes of divisions begin with these two digits: the provinces, and those of which the
/// list holds no counties (71, 81, 82).
bool is_province(std::string_view digits);

/// The county that a code of 6, 9 or 12 digits lies in; nullptr for any other text and for a county
/// that is not in the list.
const Division* county_of(std::string_view code);

/// A township or a village, as the statistics bureau numbers them.
struct Subdivision {
    std::string code; ///< nine digits, a village's twelve
    std::string name; ///< "修山镇"
    bool is_village = false;
};

/// The townships of the county with that code of six digits, each before its villages; nothing for
/// a county of which we hold no list.
std::vector<Subdivision> subdivisions_of(std::string_view county);

} // namespace model
