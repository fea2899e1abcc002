#include "model/rules/place_rules.h"

#include "tests/support/rules.h"

#include <boost/test/data/test_case.hpp>

namespace data = boost::unit_test::data;
using namespace model;
using namespace std::chrono;

BOOST_FIXTURE_TEST_SUITE(place_rules_test, tests::Rulebook)

BOOST_DATA_TEST_CASE(division_codes_of_every_level_are_taken,
    data::make({"43", "4309", "430922", "430922101", "430922101005", "430922000000"}), code)
{
    BOOST_TEST(says("L01", "place", {{"region", code}}) == "");
}

BOOST_DATA_TEST_CASE(a_division_code_of_another_shape_is_refused,
    data::make({"430", "43092", "4309221", "43092X", "桃江县", "000000"}), code)
{
    BOOST_TEST(says("L01", "place", {{"region", code}}) == "refuse region");
}

BOOST_AUTO_TEST_CASE(a_name_unlike_the_uniform_one_of_its_kind_is_a_warning_with_its_source)
{
    BOOST_TEST(says("L02", "place", {{"type", "township_centre"}, {"name", "修山镇政务大厅"}})
        == "warn name");
    BOOST_TEST(sentence().find("便民服务中心") != std::string::npos);
    BOOST_REQUIRE(last.source.has_value());
    BOOST_TEST(last.source->document == "湘政办发〔2022〕36号");
    BOOST_TEST(says("L02", "place", {{"type", "township_centre"}, {"name", "便民服务中心"}})
        == "warn name");
    BOOST_TEST(
        says("L02", "place", {{"type", "township_centre"}, {"name", "修山镇便民服务中心"}}) == "");
    BOOST_TEST(says("L02", "place", {{"type", "hall"}, {"name", "桃江县政务服务中心"}}) == "");
    BOOST_TEST(
        says("L02", "place", {{"type", "village_station"}, {"name", "花桥村"}}) == "warn name");
    BOOST_TEST(says("L02", "place", {{"type", "branch_hall"}, {"name", "不动产登记大厅"}}) == "");
}

BOOST_AUTO_TEST_CASE(names_were_not_uniform_before_the_measure)
{
    today = 2022y / June / 30;
    BOOST_TEST(says("L02", "place", {{"type", "hall"}, {"name", "政务大厅"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_place_without_a_person_in_charge_is_a_reminder)
{
    BOOST_TEST(says("L03", "place", {{"type", "hall"}}) == "remind responsible");
    BOOST_TEST(says("L03", "place", {{"responsible", "单雪梅"}}) == "");
    BOOST_TEST(says("L03", "place", {{"closed", "2026-11-23"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_branch_hall_without_its_approval_is_a_warning)
{
    BOOST_TEST(says("L04", "place", {{"type", "branch_hall"}}) == "warn basis_document");
    BOOST_TEST(
        says("L04", "place", {{"type", "branch_hall"}, {"basis_document", "桃政函〔2026〕1号"}})
        == "");
    BOOST_TEST(says("L04", "place", {{"type", "hall"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_place_that_closes_before_it_opened_is_refused)
{
    BOOST_TEST(says("L05", "place", {{"opened", "2026-02-01"}, {"closed", "2026-01-31"}})
        == "refuse closed");
    BOOST_TEST(says("L05", "place", {{"opened", "2026-01-01"}, {"closed", "2026-01-31"}}) == "");
}

BOOST_AUTO_TEST_CASE(an_area_for_the_public_beyond_the_whole_is_a_warning)
{
    BOOST_TEST(says("L06", "place", {{"floor_area", "100.00"}, {"public_area", "100.01"}})
        == "warn public_area");
    BOOST_TEST(says("L06", "place", {{"floor_area", "100.00"}, {"public_area", "100.00"}}) == "");
}

BOOST_AUTO_TEST_CASE(an_odd_phone_number_is_a_warning)
{
    BOOST_TEST(says("L07", "place", {{"phone", "0737"}}) == "warn phone");
    BOOST_TEST(says("L07", "place", {{"phone", "0737-8820000"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_place_that_belongs_to_itself_is_refused)
{
    const auto hall = add("place", {{"name", "桃江县政务服务中心"}});
    BOOST_TEST(says("L08", hall) == "");
    change(hall, "parent", hall.text());
    BOOST_TEST(says("L08", hall) == "refuse parent");
    const auto branch = add("place", {{"name", "分中心"}, {"parent", hall.text()}});
    change(hall, "parent", branch.text());
    BOOST_TEST(says("L08", hall) == "refuse parent");
}

BOOST_AUTO_TEST_CASE(a_place_belongs_to_one_of_a_higher_level)
{
    const auto below = [&](const char* type, const Uuid& above) {
        return says("L17", "place", {{"name", "某处"}, {"type", type}, {"parent", above.text()}});
    };
    const auto hall = add("place", {{"name", "县大厅"}, {"type", "hall"}});
    const auto town = add("place", {{"name", "镇中心"}, {"type", "township_centre"}});
    const auto village = add("place", {{"name", "村站"}, {"type", "village_station"}});
    const auto machine = add("place", {{"name", "自助点"}, {"type", "self_service"}});
    const auto untold = add("place", {{"name", "没写类型"}});
    BOOST_TEST(below("township_centre", hall) == "");
    BOOST_TEST(below("village_station", town) == "");
    BOOST_TEST(below("self_service", village) == "");
    BOOST_TEST(below("village_station", hall) == "");
    BOOST_TEST(below("hall", hall) == ""); // of a city and of its counties
    BOOST_TEST(below("village_station", untold) == "");
    BOOST_TEST(below("hall", village) == "refuse parent");
    BOOST_TEST(below("township_centre", village) == "refuse parent");
    BOOST_TEST(below("branch_hall", town) == "refuse parent");
    BOOST_TEST(below("self_service", machine) == "refuse parent");
}

BOOST_AUTO_TEST_CASE(a_change_of_a_place_names_what_changed)
{
    const auto place = add("place", {{"name", "舒塘村便民服务站"}}).text();
    const auto other = add("place", {{"name", "九都村便民服务站"}}).text();
    BOOST_TEST(says("L18", "place_change", {{"kind", "merged"}}) == "remind place");
    BOOST_TEST(
        says("L18", "place_change", {{"place", place}, {"kind", "merged"}}) == "remind successor");
    BOOST_TEST(says("L18", "place_change", {{"place", place}, {"kind", "moved"}}) == "");
    BOOST_TEST(says("L19", "place_change", {{"place", place}, {"successor", place}})
        == "refuse successor");
    BOOST_TEST(says("L19", "place_change", {{"place", place}, {"successor", other}}) == "");
    BOOST_TEST(
        says("L20", "place_change", {{"kind", "renamed"}, {"old_name", "甲"}}) == "warn new_name");
    BOOST_TEST(
        says("L20", "place_change", {{"kind", "renamed"}, {"old_name", "甲"}, {"new_name", "乙"}})
        == "");
}

BOOST_AUTO_TEST_CASE(a_place_lies_in_a_province_that_exists)
{
    BOOST_TEST(says("L01", "place", {{"region", "990922"}}) == "refuse region");
    BOOST_TEST(sentence().find("99") != std::string::npos);
    BOOST_TEST(says("L01", "place", {{"region", "000000"}}) == "refuse region");
    BOOST_TEST(says("L01", "place", {{"region", "430922101003"}}) == "");
    BOOST_TEST(says("L01", "place", {{"region", "430999101"}}) == "warn region");
}

BOOST_AUTO_TEST_CASE(a_closed_place_has_no_open_windows_and_nobody_on_duty)
{
    const auto place = add("place", {{"name", "旧大厅"}, {"closed", "2026-06-30"}});
    BOOST_TEST(says("L09", place) == "");
    const auto window = add("window", {{"number", "A01"}, {"place", place.text()}});
    BOOST_TEST(says("L09", place) == "warn closed");
    change(window, "status", "closed");
    BOOST_TEST(says("L09", place) == "");
}

BOOST_AUTO_TEST_CASE(a_hall_has_its_functional_zones)
{
    const auto hall = [&](const std::string& zones) {
        return says(
            "L21", "place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"zones", zones}});
    };
    BOOST_TEST(hall("") == "remind zones");
    BOOST_TEST(hall("guidance,form_filling,waiting,service,self_service,nursery,barrier_free")
        == "remind zones");
    BOOST_TEST(sentence().find("投诉接待区") != std::string::npos);
    BOOST_TEST(sentence().find("母婴室") == std::string::npos);
    BOOST_TEST(
        hall("guidance,form_filling,waiting,service,self_service,nursery,barrier_free,complaints")
        == "");
    BOOST_TEST(
        says("L21", "place", {{"name", "某村便民服务站"}, {"type", "village_station"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_place_has_its_sign)
{
    const auto sign = [&](const std::string& status) {
        return says("L16", "place",
            {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"sign_status", status}});
    };
    BOOST_TEST(sign("none") == "remind sign_status");
    BOOST_TEST(sign("ordered") == "");
    BOOST_TEST(sign("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
