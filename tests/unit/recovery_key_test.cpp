#include "model/access/recovery_key.h"

#include "model/base/error.h"
#include "model/base/text.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace model;

namespace {

DataKey some_key(std::uint64_t seed = 1)
{
    SeededRandom random(seed);
    return DataKey::make(random);
}

std::string refusal(const std::string& text)
{
    try {
        parse_recovery(text);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

std::string mistake_in(std::size_t group)
{
    return "The recovery key has a mistake in group " + std::to_string(group + 1)
        + " of 13: compare it with the paper";
}

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

} // namespace

BOOST_AUTO_TEST_SUITE(recovery_key_test)

BOOST_AUTO_TEST_CASE(every_key_comes_back_from_its_text)
{
    for (std::uint64_t seed = 0; seed < 500; ++seed)
        BOOST_TEST((parse_recovery(recovery_text(some_key(seed))) == some_key(seed)));
    DataKey full;
    full.bytes.fill(255);
    BOOST_TEST((parse_recovery(recovery_text(full)) == full));
    BOOST_TEST((parse_recovery(recovery_text(DataKey())) == DataKey()));
}

BOOST_AUTO_TEST_CASE(it_is_thirteen_groups_of_five_that_cannot_be_misread)
{
    const auto groups = split(recovery_text(some_key()), '-');
    BOOST_TEST(groups.size() == 13);
    for (const auto& group : groups) {
        BOOST_TEST(group.size() == 5);
        BOOST_TEST(group.find_first_not_of(alphabet) == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(any_single_wrong_character_is_found_and_its_group_named)
{
    const auto text = recovery_text(some_key());
    for (std::size_t i = 0; i < text.size(); ++i)
        for (const char other : alphabet) {
            if (text[i] == '-' || text[i] == other)
                continue;
            auto wrong = text;
            wrong[i] = other;
            BOOST_TEST_REQUIRE(refusal(wrong) == mistake_in(i / 6));
        }
}

BOOST_AUTO_TEST_CASE(any_two_neighbours_that_changed_places_are_found)
{
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        auto text = recovery_text(some_key(seed));
        std::erase(text, '-');
        for (std::size_t i = 0; i + 1 < text.size(); ++i) {
            auto wrong = text;
            std::swap(wrong[i], wrong[i + 1]);
            if (wrong == text)
                continue;
            const bool same_group = i / 5 == (i + 1) / 5;
            if (same_group)
                BOOST_TEST_REQUIRE(refusal(wrong) == mistake_in(i / 5));
            else
                BOOST_TEST_REQUIRE(refusal(wrong).find("a mistake in group") != std::string::npos);
        }
    }
}

BOOST_AUTO_TEST_CASE(two_groups_that_changed_places_are_found)
{
    auto groups = split(recovery_text(some_key()), '-');
    std::swap(groups[2], groups[7]);
    BOOST_TEST(refusal(join(groups, "-")).find("group 3, 8 of") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(it_is_read_the_way_people_type_it)
{
    // All zeros and ones where it can be: the characters people mistake.
    DataKey key;
    key.bytes[0] = 0x08;
    const auto text = recovery_text(key);
    auto typed = lower(text);
    std::ranges::replace(typed, '0', 'o');
    std::ranges::replace(typed, '-', ' ');
    std::string with_l = typed;
    std::ranges::replace(with_l, '1', 'l');
    std::string wide;
    for (const char c : text)
        wide += to_utf8(std::u32string(1, static_cast<char32_t>(c) + 0xFEE0));
    auto plain = text;
    std::erase(plain, '-');

    BOOST_TEST(text.find('1') != std::string::npos);
    for (const auto& way :
        {typed, with_l, wide, plain, "  " + text + "\r\n", join(split(text, '-'), " — ")})
        BOOST_TEST((parse_recovery(way) == key), way);
}

BOOST_AUTO_TEST_CASE(a_missing_or_surplus_character_is_counted)
{
    const auto text = recovery_text(some_key());
    BOOST_TEST(refusal(text.substr(1)).find("has 64 characters where 65") != std::string::npos);
    BOOST_TEST(refusal(text + "0").find("has 66 characters where 65") != std::string::npos);
    BOOST_TEST(refusal("").find("has 0 characters") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_impossible_character_is_a_mistake_of_its_group)
{
    auto text = recovery_text(some_key());
    text[7] = 'U';
    BOOST_TEST(refusal(text) == mistake_in(1));
    BOOST_TEST(refusal("\xff") != "");
}

BOOST_AUTO_TEST_CASE(a_key_is_checked_group_by_group_while_it_is_typed)
{
    const auto text = recovery_text(some_key());
    BOOST_TEST(typed_recovery("").whole == 0u);
    BOOST_TEST(typed_recovery("").of == 13u);
    BOOST_TEST(typed_recovery(text.substr(0, 8)).whole == 1u);
    BOOST_TEST(typed_recovery(text.substr(0, 8)).wrong.empty());
    auto wrong = text.substr(0, 14);
    wrong[7] = wrong[7] == '0' ? '2' : '0';
    BOOST_REQUIRE(typed_recovery(wrong).wrong.size() == 1u);
    BOOST_TEST(typed_recovery(wrong).wrong.front() == 2u);
    BOOST_TEST(!typed_recovery(text.substr(0, text.size() - 1)).is_complete());
    BOOST_TEST(typed_recovery(text).is_complete());
    BOOST_TEST(!typed_recovery(text + "7").is_complete());
    BOOST_TEST(typed_recovery(text + "7").left_over == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
