#include "model/rules/outlet_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Outlets : tests::Rulebook {
    Uuid hall = add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}});
    Uuid centre = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    Uuid item = add("item", {{"code", "43A1"}, {"name", "高龄津贴"}});
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(outlet_rules_test, Outlets)

BOOST_AUTO_TEST_CASE(an_outlet_offers_an_item_once_while_it_is_in_force)
{
    BOOST_TEST(
        says("O01", "outlet_item", {{"from", "2026-03-02"}, {"to", "2026-03-01"}}) == "refuse to");
    BOOST_TEST(says("O02", "outlet_item", {{"item", item.text()}}) == "remind place");
    BOOST_TEST(says("O02", "outlet_item", {{"place", centre.text()}}) == "remind item");
    BOOST_TEST(says("O04", "outlet_item", {{"place", hall.text()}}) == "warn place");
    BOOST_TEST(says("O04", "outlet_item", {{"place", centre.text()}}) == "");
    const auto offer =
        add("outlet_item", {{"place", centre.text()}, {"item", item.text()}, {"mode", "agent"}});
    BOOST_TEST(says("O03", "outlet_item", {{"place", centre.text()}, {"item", item.text()}})
        == "refuse item");
    BOOST_TEST(says("O05", offer) == "");
    change(item, "cancelled", "2026-06-30");
    BOOST_TEST(says("O05", offer) == "warn to");
    change(offer, "to", "2026-06-30");
    BOOST_TEST(says("O05", offer) == "");
    BOOST_TEST(says("O03", "outlet_item",
                   {{"place", centre.text()}, {"item", item.text()}, {"from", "2026-07-01"}})
        == "");
}

BOOST_AUTO_TEST_CASE(a_case_keeps_four_characters_of_an_id_number)
{
    BOOST_TEST(says("O12", "agency_case", {{"id_tail", "001X"}}) == "");
    BOOST_TEST(says("O12", "agency_case", {{"id_tail", "0015"}}) == "");
    for (const auto* wrong : {"15", "X001", "00X1", "00151"})
        BOOST_TEST(says("O12", "agency_case", {{"id_tail", wrong}}) == "refuse id_tail", wrong);
}

BOOST_AUTO_TEST_CASE(a_case_has_a_place_a_number_and_an_end)
{
    BOOST_TEST(says("O11", "agency_case", {{"matter", "代办高龄津贴"}}) == "remind place");
    BOOST_TEST(says("O13", "agency_case", {{"day", "2026-03-02"}, {"result_on", "2026-03-01"}})
        == "refuse result_on");
    BOOST_TEST(says("O14", "agency_case", {{"result", "done"}}) == "remind result_on");
    BOOST_TEST(says("O14", "agency_case", {{"result", "open"}}) == "");
    BOOST_TEST(says("O15", "agency_case", {{"phone", "12"}}) == "warn phone");
    add("agency_case", {{"place", centre.text()}, {"number", "2026-001"}});
    BOOST_TEST(says("O16", "agency_case", {{"place", centre.text()}, {"number", "2026-001"}})
        == "refuse number");
    BOOST_TEST(says("O16", "agency_case", {{"place", hall.text()}, {"number", "2026-001"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_patrol_of_a_closed_outlet_says_what_it_found)
{
    BOOST_TEST(says("O21", "outlet_patrol", {{"day", "2026-03-02"}}) == "remind place");
    BOOST_TEST(says("O22", "outlet_patrol", {{"open", "0"}}) == "remind found");
    BOOST_TEST(says("O22", "outlet_patrol", {{"staff", "0"}}) == "remind found");
    BOOST_TEST(says("O22", "outlet_patrol", {{"open", "0"}, {"found", "上午未开门"}}) == "");
    BOOST_TEST(says("D05", "outlet_patrol", {{"staff", "-1"}}) == "refuse staff");
    BOOST_TEST(says("O24", "outlet_patrol", {{"day", "2026-03-02"}, {"mended", "2026-03-01"}})
        == "refuse mended");
}

BOOST_AUTO_TEST_CASE(a_device_has_a_keeper_who_looks_at_it)
{
    today = 2026y / November / 23;
    const auto person = add("person", {{"name", "单雪梅"}});
    BOOST_TEST(says("Q01", "equipment", {{"name", "自助终端"}}) == "remind keeper");
    BOOST_TEST(says("Q01", "equipment", {{"name", "自助终端"}, {"keeper", person.text()}}) == "");
    BOOST_TEST(says("Q01", "equipment", {{"name", "自助终端"}, {"state", "scrapped"}}) == "");
    BOOST_TEST(says("D05", "equipment", {{"patrol_days", "-7"}}) == "refuse patrol_days");
    const auto device =
        add("equipment", {{"name", "自助终端"}, {"code", "ZZ-01"}, {"patrol_days", "7"}});
    BOOST_TEST(says("Q02", device) == "remind patrol_days");
    add("equipment_patrol", {{"equipment", device.text()}, {"day", "2026-11-15"}});
    BOOST_TEST(says("Q02", device) == "warn patrol_days");
    BOOST_TEST(sentence().find("2026-11-22") != std::string::npos);
    add("equipment_patrol", {{"equipment", device.text()}, {"day", "2026-11-16"}});
    BOOST_TEST(says("Q02", device) == "");
    BOOST_TEST(says("Q03", "equipment", {{"code", "ZZ-01"}}) == "refuse code");
    BOOST_TEST(says("Q03", device) == "");
}

BOOST_AUTO_TEST_CASE(a_fault_is_repaired_within_the_days_set)
{
    today = 2026y / November / 23;
    BOOST_TEST(says("Q11", "equipment_patrol", {{"day", "2026-11-16"}}) == "remind equipment");
    BOOST_TEST(says("Q12", "equipment_patrol", {{"day", "2026-11-16"}, {"repaired", "2026-11-15"}})
        == "refuse repaired");
    BOOST_TEST(says("Q13", "equipment_patrol", {{"day", "2026-11-16"}, {"state", "faulty"}}) == "");
    BOOST_TEST(says("Q13", "equipment_patrol", {{"day", "2026-11-15"}, {"state", "faulty"}})
        == "warn repaired");
    BOOST_TEST(says("Q13", "equipment_patrol",
                   {{"day", "2026-11-15"}, {"state", "faulty"}, {"repaired", "2026-11-20"}})
        == "");
}

BOOST_AUTO_TEST_CASE(an_item_at_an_outlet_can_be_handled)
{
    today = 2026y / November / 23;
    const auto item = add("item", {{"code", "43A9"}, {"name", "敬老优待证办理"}});
    const auto offer = add(
        "outlet_item", {{"place", centre.text()}, {"item", item.text()}, {"from", "2026-01-05"}});
    BOOST_TEST(says("L22", offer) == "");
    change(item, "state", "suspended");
    BOOST_TEST(says("L22", offer) == "remind item");
    change(item, "state", "");
    change(item, "effective", "2027-01-01");
    BOOST_TEST(says("L22", offer) == "remind from");
    change(offer, "to", "2026-10-31");
    BOOST_TEST(says("L22", offer) == "");
}

BOOST_AUTO_TEST_CASE(a_patrol_comes_on_an_opening_day)
{
    change(centre, "opening_days", "fri,mon,wed");
    const auto patrol = [&](const char* rule, const char* day, const char* open) {
        return says(
            rule, "outlet_patrol", {{"place", centre.text()}, {"day", day}, {"open", open}});
    };
    // 2026-03-03 is a Tuesday.
    BOOST_TEST(patrol("L23", "2026-03-03", "0") == "remind day");
    BOOST_TEST(patrol("O22", "2026-03-03", "0") == ""); // closed as it should be
    BOOST_TEST(patrol("L23", "2026-03-03", "1") == "");
    BOOST_TEST(patrol("L23", "2026-03-04", "0") == "");
    BOOST_TEST(patrol("O22", "2026-03-04", "0") == "remind found");
    change(centre, "opening_days", "");
    BOOST_TEST(patrol("L23", "2026-03-03", "0") == "");
}

BOOST_AUTO_TEST_SUITE_END()
