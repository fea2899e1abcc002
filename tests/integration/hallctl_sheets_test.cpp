#include "tests/support/files.h"
#include "tests/support/hallctl.h"
#include "tests/support/importing.h"

namespace json = boost::json;

namespace {

std::int64_t total(const tests::Hallctl& hallctl, const std::string& entity)
{
    return hallctl.ask({"list", entity, "--limit", "0"}).at("total").as_int64();
}

} // namespace

BOOST_AUTO_TEST_SUITE(hallctl_sheets_test)

BOOST_FIXTURE_TEST_CASE(a_sheet_is_taken_in_once_and_taken_back, tests::HallctlWithFile)
{
    const auto sheet = file("people.csv");
    tests::write_file(sheet, "姓名,联系电话\n张三,13812345678\n李四,13812345679\n");

    BOOST_TEST(ask({"import", "person", sheet, "--dry-run"}).at("new").as_int64() == 2);
    BOOST_TEST(total(*this, "person") == 0);
    const auto first = ask({"import", "person", sheet});
    const auto again = ask({"import", "person", sheet});
    BOOST_TEST(first.at("new").as_int64() == 2);
    BOOST_TEST(again.at("same").as_int64() == 2);
    BOOST_TEST(again.at("new").as_int64() + again.at("changed").as_int64() == 0);

    const auto runs = ask({"imports"}).at("imports").as_array();
    BOOST_REQUIRE(runs.size() >= 1);
    BOOST_TEST(runs.back().at("run") == first.at("run"));
    const auto run = std::to_string(first.at("run").as_int64());
    ask({"unimport", run});
    BOOST_TEST(total(*this, "person") == 0);
    BOOST_TEST(on_file({"unimport", run}).exit != 0);
    BOOST_TEST(on_file({"unimport", "first"}).exit == 2);
}

BOOST_FIXTURE_TEST_CASE(wrong_rows_are_told_with_row_column_and_reason, tests::HallctlWithFile)
{
    const auto sheet = file("people.csv");
    tests::write_file(sheet, "姓名,身份证号\n张三,110101199003070011\n李四,110101199003070012\n");

    const auto refused = on_file({"--json", "import", "person", sheet});
    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(refused.json().at("wrong").as_int64() == 1);
    const auto error = refused.json().at("errors").as_array().at(0);
    BOOST_TEST(error.at("row").as_int64() == 3);
    BOOST_TEST(error.at("column").as_string() == "身份证号");
    BOOST_TEST(error.at("value").as_string() == "110101199003070012");
    BOOST_TEST(!error.at("reason").as_string().empty());
    BOOST_TEST(total(*this, "person") == 0);

    const auto errors = file("errors.xlsx");
    const auto partly =
        on_file({"--json", "import", "person", sheet, "--good-rows", "--errors", errors});
    BOOST_TEST(partly.exit == 3);
    BOOST_TEST(partly.json().at("new").as_int64() == 1);
    BOOST_TEST(total(*this, "person") == 1);
    BOOST_TEST(on_file({"--json", "import", "person", errors}).json().at("wrong").as_int64() == 1);
}

BOOST_FIXTURE_TEST_CASE(wrong_rows_never_replace_the_sheet_they_come_from, tests::HallctlWithFile)
{
    const auto sheet = file("people.csv");
    tests::write_file(sheet, "姓名,身份证号\n张三,110101199003070011\n李四,110101199003070012\n");
    const auto before = tests::bytes_of(sheet);

    for (const auto& out : {sheet, file("./people.csv"), std::string("people.csv")}) {
        const auto refused = on_file({"import", "person", sheet, "--good-rows", "--errors", out});
        BOOST_TEST(refused.exit == 2);
        BOOST_TEST(tests::bytes_of(sheet) == before);
        BOOST_TEST(total(*this, "person") == 0);
    }

    const auto told = on_file({"import", "person", sheet, "--errors", file("wrong.csv")});
    BOOST_TEST(told.err.find(file("wrong.csv")) != std::string::npos, told.err);
}

BOOST_FIXTURE_TEST_CASE(what_is_exported_is_imported_without_a_change, tests::HallctlWithFile)
{
    create({"unit", "name=县公安局"});
    create({"window", "number=A01", "unit=县公安局", "types=general,payment"});
    create({"person", "name=甲", "id_number=11010119900307002X", "phone=13812345678"});

    for (const auto* entity : {"window", "person"})
        for (const auto* name : {"out.xlsx", "out.csv"}) {
            BOOST_TEST(ask({"export", entity, file(name)}).at("records").as_int64() == 1);
            const auto back = ask({"import", entity, file(name)});
            BOOST_TEST(back.at("same").as_int64() == 1);
        }
    const auto masked = tests::bytes_of(file("out.csv"));
    BOOST_TEST(masked.find("11010119900307002X") == std::string::npos);
    ask({"export", "person", file("out.csv"), "--reveal", "--fields", "name,id_number"});
    const auto plain = tests::bytes_of(file("out.csv"));
    BOOST_TEST(plain.find("11010119900307002X") != std::string::npos);
    BOOST_TEST(plain.find("13812345678") == std::string::npos);
    ask({"export", "person", file("none.csv"), "--where", "name=乙"});
    BOOST_TEST(tests::bytes_of(file("none.csv")).find("甲") == std::string::npos);
    BOOST_TEST(on_file({"export", "person", file("a.csv"), "--fields", "nosuch"}).exit == 2);
    BOOST_TEST(on_file({"export", "person", file("a.csv"), "--encoding", "latin1"}).exit == 2);
    BOOST_TEST(on_file({"export", "person", file("a.doc")}).exit == 1);
}

BOOST_FIXTURE_TEST_CASE(the_real_catalog_is_taken_in_whole, tests::HallctlWithFile)
{
    const auto items = tests::shared_data("items-511602.csv");
    if (items.empty()) {
        BOOST_TEST_MESSAGE("skipped: no items-511602.csv here");
        return;
    }

    const auto first = ask({"import", "item", items.string()});

    BOOST_TEST(first.at("new").as_int64() == 1135);
    BOOST_TEST(total(*this, "unit") == 34);
    BOOST_TEST(ask({"import", "item", items.string()}).at("same").as_int64() == 1135);
}

BOOST_FIXTURE_TEST_CASE(the_demo_county_is_whole_and_breaks_no_rule, tests::Hallctl)
{
    ask({"init", "--region", "430922", "--office", "桃江县政务服务中心", "--demo"});

    BOOST_TEST(total(*this, "unit") == 25);
    BOOST_TEST(total(*this, "item") == 303);
    BOOST_TEST(total(*this, "window") == 65);
    BOOST_TEST(total(*this, "person") == 120);
    BOOST_TEST(total(*this, "posting") == 120);
    BOOST_TEST(total(*this, "place") == 263);
    const auto checked = on_file({"--json", "check"}).json();
    for (const auto& finding : checked.at("findings").as_array())
        BOOST_TEST(finding.at("level").as_string() == "remind");
    // The county came with the file: it is nobody's step to take back.
    BOOST_TEST(on_file({"undo"}).exit == 1);
    BOOST_TEST(
        run({"--db", file("b.db"), "init", "--region", "430921", "--office", "甲", "--demo"}).exit
        == 2);
}

BOOST_FIXTURE_TEST_CASE(
    a_template_is_written_without_a_data_file_and_is_no_import, tests::HallctlWithFile)
{
    const auto sheet = file("template.xlsx");

    BOOST_TEST(run({"template", "person", sheet}).exit == 0);

    BOOST_TEST(ask({"import", "person", sheet}).at("new").as_int64() == 0);
    BOOST_TEST(run({"template", "nothing", sheet}).exit == 2);
}

BOOST_FIXTURE_TEST_CASE(what_heads_mean_is_said_once, tests::HallctlWithFile)
{
    const auto sheet = file("foreign.csv");
    tests::write_file(sheet, "A,B\n张三,13812345678\n");
    BOOST_TEST(on_file({"import", "person", sheet}).exit != 0);
    ask({"import", "person", sheet, "--map", "A=name,B=phone"});

    BOOST_TEST(ask({"import", "person", sheet}).at("same").as_int64() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
