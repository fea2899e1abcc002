// Cross-tables from the command line.
#include "tests/support/hallctl.h"

#include <fstream>
#include <sstream>

using namespace tests;

namespace {

struct WithStaff : HallctlWithFile {
    WithStaff()
    {
        police = create({"unit", "name=县公安局"});
        create({"unit", "name=县民政局"});
        post("张桂山", "县公安局", "institution");
        post("文国强", "县公安局", "civil_servant");
        post("李秀英", "县民政局", "institution");
    }

    void post(const std::string& name, const std::string& unit, const std::string& identity)
    {
        create({"person", "name=" + name});
        create({"posting", "person=" + name, "unit=" + unit, "identity=" + identity, "source=sent",
            "from=2026-01-05"});
    }

    std::string police;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hallctl_cross_test, WithStaff)

BOOST_AUTO_TEST_CASE(each_number_brings_the_filter_that_lists_its_records)
{
    const auto table = ask({"cross", "posting", "--rows", "unit", "--columns", "identity"});

    BOOST_TEST(table.at("total").as_int64() == 3);
    BOOST_TEST(table.at("columns").as_array().size() == 2u);
    const auto& row = table.at("rows").at(0).as_object();
    BOOST_TEST(row.at("label").as_string() == "县公安局");
    BOOST_TEST(row.at("total").as_int64() == 2);
    for (const auto& each : table.at("rows").as_array())
        for (const auto& cell : each.at("cells").as_array()) {
            const std::string where(cell.at("where").as_string());
            const auto listed = ask({"list", "posting", "--where", where});
            BOOST_TEST(listed.at("total").as_int64() == cell.at("records").as_int64(), where);
        }
}

/// `list --columns`: what stands in the record a reference names.
BOOST_AUTO_TEST_CASE(a_list_has_columns_of_other_registers)
{
    ask({"set", "person", "张桂山", "phone=13812349009"});
    const auto listed = ask({"list", "posting", "--columns", "person,person.phone,unit.name",
        "--sort", "-person.name", "--limit", "2"});
    BOOST_TEST(listed.at("total").as_int64() == 3);
    const auto& records = listed.at("records").as_array();
    BOOST_REQUIRE(records.size() == 2U);
    const auto& zhang = records[0].as_object();
    BOOST_TEST(zhang.at("person.phone").as_string() == "13812349009");
    BOOST_TEST(zhang.at("unit.name").as_string() == "县公安局");
    BOOST_TEST(zhang.size() == 4U);

    const auto printed = on_file({"--lang", "zh_CN", "list", "posting", "--columns",
        "人员,人员.联系电话", "--sort", "person.phone"});
    BOOST_TEST(printed.exit == 0, printed.err);
    BOOST_TEST(printed.out.find("人员：联系电话") != std::string::npos, printed.out);
    BOOST_TEST(printed.out.find("138****9009") != std::string::npos, printed.out);
    BOOST_TEST(printed.out.find("13812349009") == std::string::npos, printed.out);
    for (const auto* wrong : {"person.gone", "identity.name", "person.photo"})
        BOOST_TEST(on_file({"list", "posting", "--columns", wrong}).exit == 2, wrong);

    const auto sheet = file("岗位.csv");
    ask({"export", "posting", sheet, "--fields", "person,person.phone"});
    std::ifstream in(sheet);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    BOOST_TEST(text.find("138****9009") != std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(how_many_of_a_kind_by_unit_is_printed_and_written_to_a_sheet)
{
    const std::vector<std::string> asked{"--lang", "zh_CN", "cross", "posting", "--rows",
        "派驻单位", "--where", "identity=institution"};
    const auto printed = on_file(asked);
    BOOST_TEST(printed.exit == 0, printed.err);
    BOOST_TEST(printed.out.find("县民政局") != std::string::npos, printed.out);
    BOOST_TEST(printed.out.find("合计") != std::string::npos, printed.out);

    auto written = asked;
    written.insert(written.end(), {"--columns", "from:month", "--out", file("人员.csv")});
    const auto done = on_file(written);
    BOOST_TEST(done.exit == 0, done.err);
    std::ifstream sheet(file("人员.csv"), std::ios::binary);
    std::stringstream text;
    text << sheet.rdbuf();
    BOOST_TEST(text.str().find("县公安局,1,1") != std::string::npos, text.str());
    const auto log = on_file({"--json", "audit", "--what", "export"}).out;
    BOOST_TEST(log.find("人员.csv") != std::string::npos, log);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_crossed_is_wrong_usage)
{
    for (const auto& words : std::vector<std::vector<std::string>>{{"cross", "posting"},
             {"cross", "posting", "--rows", "nothing"}, {"cross", "person", "--rows", "phone"},
             {"cross", "posting", "--rows", "unit", "--sum", "identity"},
             {"cross", "posting", "--rows", "unit", "--where", "unit"},
             {"cross", "posting", "--rows", "unit", "--out", "table.doc"}}) {
        const auto ran = on_file(words);
        BOOST_TEST(ran.exit == 2, words.back() << ": " << ran.err);
        BOOST_TEST(!ran.err.empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()
