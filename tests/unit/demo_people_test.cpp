#include "model/exchange/demo_people.h"

#include "model/base/codes.h"
#include "model/base/text.h"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace model;

BOOST_AUTO_TEST_SUITE(demo_people_test)

BOOST_AUTO_TEST_CASE(demo_persons_are_valid_and_cannot_be_real)
{
    for (const auto& person : demo_people(430922, 2000)) {
        BOOST_TEST(is_id_number(person.id_number), person.id_number);
        BOOST_TEST(person.id_number.starts_with("99"));
        BOOST_TEST((phone_kind(person.phone) == PhoneKind::sample), person.phone);
        BOOST_TEST((id_birth(person.id_number) == person.birth));
        BOOST_TEST((id_is_male(person.id_number) == (person.sex == Sex::male)));
        const auto characters = to_utf32(person.name).size();
        BOOST_TEST((characters >= 2 && characters <= 4), person.name);
    }
}

BOOST_AUTO_TEST_CASE(the_same_seed_makes_the_same_people_and_another_seed_others)
{
    const auto names = [](std::uint64_t seed) {
        std::string all;
        for (const auto& person : demo_people(seed, 20))
            all += person.name + person.id_number + person.phone;
        return all;
    };

    BOOST_TEST(names(7) == names(7));
    BOOST_TEST(names(7) != names(8));
    SeededRandom random(7);
    BOOST_TEST(demo_person(random).id_number == demo_people(7, 1).front().id_number);
}

BOOST_AUTO_TEST_CASE(nobody_shares_an_id_number_or_a_phone_in_a_large_county)
{
    std::set<std::string> ids;
    std::set<std::string> phones;
    for (const auto& person : demo_people(1, 20'000)) {
        ids.insert(person.id_number);
        phones.insert(person.phone);
    }

    BOOST_TEST(ids.size() == 20'000U);
    BOOST_TEST(phones.size() == 20'000U);
}

BOOST_AUTO_TEST_CASE(awkward_surnames_and_both_sexes_occur)
{
    std::set<std::string> surnames;
    std::set<Sex> sexes;
    for (const auto& person : demo_people(2, 2000)) {
        sexes.insert(person.sex);
        for (const std::string surname : {"单", "解", "仇", "曾", "尉迟", "欧阳"})
            if (person.name.starts_with(surname))
                surnames.insert(surname);
    }

    BOOST_TEST(surnames.size() == 6U);
    BOOST_TEST(sexes.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
