#include "tests/support/hallctl.h"

#include <fstream>

namespace json = boost::json;

BOOST_AUTO_TEST_SUITE(hallctl_figures_test)

BOOST_FIXTURE_TEST_CASE(what_is_at_the_hall_is_counted_by_unit, tests::HallctlWithFile)
{
    const auto unit = create({"unit", "name=县自然资源局"});
    create({"item", "code=43A1", "name=甲", "unit=" + unit, "stationing=stationed"});
    create({"item", "code=43A2", "name=乙", "unit=" + unit, "stationing=not_stationed",
        "not_stationed_reason=site"});
    create({"item", "code=43A3", "name=丙"});

    const auto told = ask({"figures", "stationing"});

    BOOST_TEST(told.at("items_stationed").at("part").as_int64() == 1);
    BOOST_TEST(told.at("items_stationed").at("whole").as_int64() == 3);
    BOOST_TEST(told.at("items_stationed").at("percent").as_string() == "33.3");
    BOOST_TEST(told.at("units_with_some").as_int64() == 1);
    BOOST_TEST(told.at("of_no_unit").at("undecided").as_int64() == 1);
    BOOST_REQUIRE(told.at("units").as_array().size() == 1U);
    BOOST_TEST(told.at("units").at(0).at("name").as_string() == "县自然资源局");
    BOOST_TEST(told.at("units").at(0).at("site").as_int64() == 1);
    const auto printed = on_file({"figures", "stationing"});
    BOOST_TEST(printed.out.find("事项进驻率： 1/3（33.3%）") != std::string::npos, printed.out);
    BOOST_TEST(on_file({"figures", "weather"}).exit == 2);
}

BOOST_FIXTURE_TEST_CASE(each_township_and_village_is_listed, tests::HallctlWithFile)
{
    create({"place", "name=修山镇便民服务中心", "type=township_centre", "region=430922101"});

    const auto told = ask({"coverage"});

    BOOST_TEST(told.at("divisions").as_array().size() == 262U);
    BOOST_TEST(told.at("divisions").at(0).at("name").as_string() == "修山镇");
    BOOST_TEST(told.at("divisions").at(0).at("places").as_int64() == 1);
    BOOST_TEST(told.at("townships").at("all").as_int64() == 15);
    BOOST_TEST(told.at("townships").at("places").as_int64() == 1);
    BOOST_TEST(told.at("total").at("places").as_int64() == 1);
    const auto printed = on_file({"coverage"});
    BOOST_TEST(printed.out.find("乡镇 15 个：有站点 1 个") != std::string::npos, printed.out);
}

BOOST_FIXTURE_TEST_CASE(a_county_without_a_list_is_told_so, tests::Hallctl)
{
    ask({"init", "--region", "370112", "--office", "历城区政务服务中心", "--user", "李文员"});
    const auto told = on_file({"coverage"});
    BOOST_TEST(told.exit == 1);
    BOOST_TEST(told.err.find("370112") != std::string::npos, told.err);
    BOOST_TEST(told.err.find("divisions import") != std::string::npos, told.err);
}

BOOST_FIXTURE_TEST_CASE(a_list_of_divisions_is_imported_and_counted_by, tests::Hallctl)
{
    ask({"init", "--region", "370112", "--office", "历城区政务服务中心", "--user", "李文员"});
    const auto list = file("名单.csv");
    std::ofstream(list, std::ios::binary) << "代码,名称\n370112001000,山大路街道\n"
                                             "370112001001,甸南社区\n370113001000,别区街道\n";
    const auto kept = ask({"divisions", "import", list});
    BOOST_TEST(kept.at("own").as_bool());
    BOOST_TEST(kept.at("townships").as_int64() == 1);
    BOOST_TEST(kept.at("villages").as_int64() == 1);
    BOOST_TEST(ask({"coverage"}).at("divisions").as_array().size() == 2U);

    std::ofstream(list, std::ios::binary) << "430922101,修山镇\n";
    const auto refused = on_file({"divisions", "import", list});
    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(refused.err.find("370112") != std::string::npos, refused.err);
    BOOST_TEST(ask({"divisions"}).at("own").as_bool()); // as it was
    for (const auto& wrong : std::vector<std::vector<std::string>>{
             {"divisions", "import"}, {"divisions", "take"}, {"divisions", "drop", list}})
        BOOST_TEST(on_file(wrong).exit == 2);
    BOOST_TEST(!ask({"divisions", "drop"}).at("own").as_bool());
    BOOST_TEST(on_file({"coverage"}).exit == 1);
}

BOOST_AUTO_TEST_SUITE_END()
