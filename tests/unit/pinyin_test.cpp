#include "model/base/pinyin.h"

#include "model/base/text.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace model;
namespace data = boost::unit_test::data;

namespace {

struct Fact {
    const char* text;
    const char* reading;
};

std::ostream& operator<<(std::ostream& out, const Fact& fact)
{
    return out << fact.text;
}

/// The first reading of every character.
std::string first_readings(std::string_view text)
{
    std::vector<std::string> words;
    for (const auto& readings : readings_of(to_utf32(text)))
        words.emplace_back(readings.empty() ? "" : readings.front());
    return join(words, " ");
}

// Names as another program of the same purpose (pinyin-pro 3.29) reads them.
constexpr Fact names[] = {{"单雪梅", "shan xue mei"}, {"解晓东", "xie xiao dong"},
    {"仇和平", "qiu he ping"}, {"曾国强", "zeng guo qiang"}, {"尉迟恭", "yu chi gong"},
    {"查良镛", "zha liang yong"}, {"区伟", "ou wei"}, {"朴树", "piao shu"}, {"盖丽", "ge li"},
    {"翟志刚", "zhai zhi gang"}, {"万俟明", "mo qi ming"}, {"澹台静", "tan tai jing"},
    {"令狐冲", "ling hu chong"}, {"长孙红", "zhang sun hong"}, {"覃勇", "qin yong"},
    {"缪斌", "miao bin"}, {"乐毅", "yue yi"}, {"员芳", "yun fang"}, {"任静", "ren jing"},
    {"华敏", "hua min"}, {"吕红", "lv hong"}, {"张桂山", "zhang gui shan"},
    {"欧阳娜娜", "ou yang na na"}, {"薄云", "bo yun"}, {"折家伟", "she jia wei"},
    {"召明", "shao ming"}, {"鲊埠回族乡", "zha bu hui zu xiang"}};

constexpr Fact also[] = {{"长", "chang"}, {"重", "chong"}, {"行", "hang"}, {"乐", "le"},
    {"解", "jie"}, {"朝", "zhao"}, {"参", "shen"}, {"会", "kuai"}, {"埔", "bu"}, {"堡", "pu"},
    {"洞", "dong"}, {"著", "zhu"}, {"曾", "ceng"}, {"車", "ju"}, {"〇", "ling"}, {"䶮", "yan"},
    {"喆", "zhe"}, {"犇", "ben"}, {"燚", "yi"}};

} // namespace

BOOST_AUTO_TEST_SUITE(pinyin_test)

BOOST_DATA_TEST_CASE(names_are_read_as_names, data::make(names), name)
{
    BOOST_TEST(first_readings(name.text) == name.reading);
}

BOOST_DATA_TEST_CASE(all_readings_of_today_are_known, data::make(also), fact)
{
    const auto readings = readings_of(to_utf32(fact.text).front());

    BOOST_TEST((std::ranges::find(readings, fact.reading) != readings.end()));
}

BOOST_AUTO_TEST_CASE(letters_and_signs_have_no_reading)
{
    for (const auto c : {U'a', U'1', U'·', U'（', U'é'})
        BOOST_TEST(readings_of(c).empty());
}

BOOST_AUTO_TEST_CASE(a_surname_is_one_only_at_the_beginning)
{
    BOOST_TEST(first_readings("王单") == "wang dan");
}

BOOST_AUTO_TEST_CASE(syllables_and_their_beginnings_are_told_from_other_letters)
{
    for (const auto* whole : {"zhang", "a", "e", "lv", "er"})
        BOOST_TEST(is_syllable(whole), whole);
    for (const auto* part : {"zha", "zhan", "z", "zh", "l"})
        BOOST_TEST(begins_syllable(part), part);
    for (const auto* other : {"zs", "v", "u", "i", "xq", "zhangg"}) {
        BOOST_TEST(!begins_syllable(other), other);
        BOOST_TEST(!is_syllable(other), other);
    }
    for (const auto* initial : {"n", "m", "zh"})
        BOOST_TEST(!is_syllable(initial), initial);
}

BOOST_AUTO_TEST_SUITE_END()
