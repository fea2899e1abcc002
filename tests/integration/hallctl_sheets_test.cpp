#include "tests/support/archives.h"
#include "tests/support/files.h"
#include "tests/support/hallctl.h"
#include "tests/support/importing.h"

#include <fstream>

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
    const auto twice = on_file({"unimport", run});
    BOOST_TEST(twice.exit == 1);
    BOOST_TEST(twice.err.find("people.csv") != std::string::npos);
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

    const auto told =
        on_file({"--lang", "en", "import", "person", sheet, "--errors", file("wrong.csv")});
    BOOST_TEST(
        told.err.find("The wrong rows were written to " + file("wrong.csv")) != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_dry_run_shows_what_the_rows_change, tests::HallctlWithFile)
{
    environment["LC_ALL"] = "zh_CN.UTF-8";
    const auto sheet = file("people.csv");
    const auto lines = [](const std::string& rank) {
        std::string text = "姓名,身份证号,职务\n张三,11010119900307002X," + rank + "\n";
        for (int i = 0; i < 21; ++i)
            text += "甲" + std::to_string(i) + ",," + rank + "\n";
        return text;
    };
    tests::write_file(sheet, lines("科员"));
    ask({"import", "person", sheet});
    auto changed = lines("主任");
    changed.replace(changed.find("张三"), std::string("张三").size(), "李四四");
    tests::write_file(sheet, changed);

    const auto dry = on_file({"import", "person", sheet, "--dry-run"});
    const auto says = [&](const std::string& text) {
        return dry.out.find(text) != std::string::npos;
    };

    BOOST_TEST(dry.exit == 0);
    BOOST_TEST(says("第 2 行：身份证号与张三相同，姓名将改为李四四"));
    BOOST_TEST(says("第 3 行修改甲0："));
    BOOST_TEST(says("科员 → 主任"));
    BOOST_TEST(says("…另有 2 行"));
    const auto warnings = ask({"import", "person", sheet, "--dry-run"}).at("warnings").as_array();
    BOOST_REQUIRE(warnings.size() == 1);
    BOOST_TEST(warnings[0].at("row").as_int64() == 2);
    BOOST_TEST(warnings[0].at("column").as_string() == "姓名");
    BOOST_TEST(warnings[0].at("value").as_string() == "李四四");
    BOOST_TEST(!warnings[0].at("reason").as_string().empty());
    const auto changes = ask({"import", "person", sheet, "--dry-run"}).at("changes").as_array();
    BOOST_REQUIRE(changes.size() == 22U); // all of them
    BOOST_TEST(changes[1].at("row").as_int64() == 3);
    BOOST_TEST(changes[1].at("title").as_string() == "甲0");
    const auto field = changes[1].at("fields").as_array().at(0);
    BOOST_TEST(field.at("field").as_string() == "rank");
    BOOST_TEST(field.at("old").as_string() == "科员");
    BOOST_TEST(field.at("new").as_string() == "主任");

    // What was really changed is told in the same way.
    const auto done = on_file({"import", "person", sheet}).out;
    BOOST_TEST(done.find("第 3 行修改甲0：") != std::string::npos);
    BOOST_TEST(done.find("科员 → 主任") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_sheet_of_another_register_is_told_in_a_line, tests::HallctlWithFile)
{
    std::string rows = "窗口编号,备注,实施主体\n";
    for (int i = 0; i < 60; ++i)
        rows += "A" + std::to_string(i) + ",x,县公安局\n";
    tests::write_file(file("windows.csv"), rows);

    const auto refused = on_file({"import", "item", file("windows.csv")});

    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(
        refused.out.find("新增记录必填、但表中没有对应栏目的：") != std::string::npos, refused.out);
    BOOST_TEST(std::ranges::count(refused.out, '\n') < 6, refused.out);
}

BOOST_FIXTURE_TEST_CASE(heads_on_another_sheet_of_the_workbook_are_told, tests::HallctlWithFile)
{
    const auto row = [](const std::string& one, const std::string& other) {
        const auto cell = [](const std::string& text) {
            return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
        };
        return "<row>" + cell(one) + cell(other) + "</row>";
    };
    auto parts = tests::workbook_parts(row("桃江县", "2026"));
    parts["xl/worksheets/sheet2.xml"] = tests::sheet_xml(row("姓名", "性别") + row("张三", "男"));
    auto& relations = parts["xl/_rels/workbook.xml.rels"];
    relations.insert(relations.find("</Relationships>"),
        "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships/worksheet\" Target=\"worksheets/sheet2.xml\"/>");
    auto& book = parts["xl/workbook.xml"];
    book.replace(book.find("人员"), std::string("人员").size(), "封面");
    book.insert(book.find("</sheets>"), "<sheet name=\"人员\" sheetId=\"2\" r:id=\"rId9\"/>");
    tests::write_file(file("two.xlsx"), tests::zip_of(parts));

    const auto refused = on_file({"import", "person", file("two.xlsx")});

    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(refused.err.find("（封面）") != std::string::npos, refused.err);
    BOOST_TEST(refused.err.find("封面、人员") != std::string::npos, refused.err);
    BOOST_TEST(refused.err.find("--sheet") != std::string::npos, refused.err);
    BOOST_TEST(on_file({"import", "person", file("two.xlsx"), "--sheet", "人员"}).exit == 0);
}

BOOST_FIXTURE_TEST_CASE(a_masked_export_says_so, tests::HallctlWithFile)
{
    create({"person", "name=张三", "phone=13800000000"});

    const auto masked = on_file({"export", "person", file("out.csv")});
    BOOST_TEST(masked.err.find("联系电话") != std::string::npos, masked.err);
    BOOST_TEST(masked.err.find("--reveal") != std::string::npos, masked.err);
    const auto whole = on_file({"export", "person", file("out.csv"), "--reveal"});
    BOOST_TEST(whole.err.find("--reveal") == std::string::npos, whole.err);
    BOOST_TEST(whole.err.find("提供与委托处理记录") != std::string::npos, whole.err);
    BOOST_TEST(on_file({"export", "person", file("out.csv"), "--fields", "name"}).err == "");
    BOOST_TEST(ask({"export", "person", file("out.csv")}).at("masked").as_array().size() > 0U);
}

BOOST_FIXTURE_TEST_CASE(an_import_taken_back_says_how_it_comes_again, tests::HallctlWithFile)
{
    tests::write_file(file("units.csv"), "单位名称\n县公安局\n");
    const auto taken = on_file({"import", "unit", file("units.csv")}).out;
    BOOST_TEST(
        taken.find("hallctl --db " + file("hall.db") + " unimport 1") != std::string::npos, taken);

    const auto back = on_file({"unimport", "1"}).out;
    BOOST_TEST(back.find("hallctl --db " + file("hall.db") + " redo") != std::string::npos, back);
    ask({"redo"});
    BOOST_TEST(ask({"list", "unit"}).at("total").as_int64() == 1);
}

BOOST_FIXTURE_TEST_CASE(what_is_no_sheet_is_told_by_its_path, tests::HallctlWithFile)
{
    tests::write_file(file("nothing.csv"), "");
    tests::write_file(file("nothing.xlsx"), "");
    const auto says = [&](std::vector<std::string> words, const std::string& text) {
        words.insert(words.end(), {"--lang", "en"});
        const auto run = on_file(words);
        BOOST_TEST(run.exit == 1);
        BOOST_TEST(run.err.starts_with(text), run.err);
    };

    for (const auto* name : {"nothing.csv", "nothing.xlsx"})
        says({"import", "person", file(name)}, file(name) + " is empty");
    says({"import", "person", file("")}, file("") + " is a folder");
    says({"export", "person", file("none/there.csv")},
        file("none/there.csv") + " cannot be written");
}

BOOST_FIXTURE_TEST_CASE(many_findings_of_one_rule_are_one_line, tests::HallctlWithFile)
{
    std::string lines = "事项编码,事项名称\n";
    for (int i = 100; i < 121; ++i)
        lines += "A" + std::to_string(i) + ",许可" + std::to_string(i) + "\n";
    tests::write_file(file("items.csv"), lines);
    ask({"import", "item", file("items.csv")});

    const auto shortly = on_file({"check", "--area", "item"});
    const auto whole = on_file({"check", "--all"});
    const auto has = [](const tests::Run& run, const std::string& text) {
        return run.out.find(text) != std::string::npos;
    };

    BOOST_TEST(shortly.exit == 4);
    BOOST_TEST(has(shortly, "21 条，如 许可100、许可101、许可102"), shortly.out);
    BOOST_TEST(has(shortly, "共 "));
    BOOST_TEST(has(shortly, "--all"));
    BOOST_TEST(!has(shortly, "许可103"));
    BOOST_TEST(has(whole, "许可120"));
    BOOST_TEST(on_file({"--json", "check"}).json().at("findings").as_array().size() >= 21);
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
    BOOST_TEST(on_file({"export", "person", file("a.doc")}).exit == 2);
    const auto errors = on_file({"import", "person", file("out.csv"), "--errors", file("a.pdf")});
    BOOST_TEST(errors.exit == 2);
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

BOOST_FIXTURE_TEST_CASE(the_demo_county_is_whole_and_nothing_in_it_is_refused, tests::Hallctl)
{
    ask({"init", "--region", "430922", "--office", "桃江县政务服务中心", "--demo"});

    BOOST_TEST(total(*this, "unit") == 25);
    BOOST_TEST(total(*this, "item") == 304);
    BOOST_TEST(total(*this, "window") == 65);
    BOOST_TEST(total(*this, "person") == 169); // of whom four have left
    BOOST_TEST(total(*this, "posting") == 169);
    BOOST_TEST(total(*this, "place") == 263);
    BOOST_TEST(total(*this, "case_count") == 12 * 21);
    const auto checked = on_file({"--json", "check"}).json();
    for (const auto& finding : checked.at("findings").as_array())
        BOOST_TEST(finding.at("level").as_string() != "refuse");
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

/// 花名册: one import for the people, their postings and their windows.
BOOST_FIXTURE_TEST_CASE(a_staff_roster_is_taken_in_and_comes_back, tests::HallctlWithFile)
{
    create({"unit", "name=县税务局"});
    const auto sheet = file("花名册.csv");
    std::ofstream(sheet) << "姓名,身份证号,单位,身份/编制,联系电话,进驻时间\n"
                            "袁燕涛,430922199001311029,县税务局,事业编制,13800001234,2025-03-01\n";
    const auto tried = on_file({"import", "--as", "staff-roster", sheet, "--dry-run"});
    BOOST_TEST(tried.exit == 0, tried.err);
    BOOST_TEST(ask({"list", "person"}).at("total").as_int64() == 0);

    const auto taken = ask({"import", "--as", "staff-roster", sheet});
    BOOST_TEST(taken.at("new").as_int64() == 1);
    BOOST_TEST(taken.at("not_taken").as_array().empty());
    BOOST_TEST(ask({"list", "posting"}).at("total").as_int64() == 1);
    const auto history = on_file({"--lang", "zh_CN", "imports"});
    BOOST_TEST(history.out.find("人员花名册") != std::string::npos, history.out);

    const auto roster = file("导出.xlsx");
    ask({"staff-roster", roster});
    const auto again = ask({"import", "--as", "staff-roster", roster});
    BOOST_TEST((again.at("same").as_int64() == 1 && again.at("changed").as_int64() == 0));
    const auto run = std::to_string(taken.at("run").as_int64());
    ask({"unimport", run});
    BOOST_TEST(ask({"list", "person"}).at("total").as_int64() == 0);

    BOOST_TEST(on_file({"template", "staff-roster", file("空表.xlsx")}).exit == 0);
    for (const auto& wrong : std::vector<std::vector<std::string>>{{"import", sheet},
             {"import", "--as", "roster", sheet},
             {"import", "--as", "staff-roster", "person", sheet}})
        BOOST_TEST(on_file(wrong).exit == 2);
}

BOOST_FIXTURE_TEST_CASE(a_sheet_for_an_outlet_is_written_by_its_name, tests::HallctlWithFile)
{
    const auto sheet = file("修山.xlsx");
    on_file(
        {"create", "place", "name=修山镇便民服务中心", "type=township_centre", "region=430922101"});

    BOOST_TEST(
        on_file({"template", "agency_case", sheet, "--place", "修山镇便民服务中心"}).exit == 0);

    BOOST_TEST(ask({"import", "agency_case", sheet}).at("new").as_int64() == 0);
    BOOST_TEST(on_file({"template", "agency_case", sheet, "--place", "没有这个站"}).exit != 0);
    BOOST_TEST(on_file({"template", "person", sheet, "--place", "修山镇便民服务中心"}).exit == 2);
}

BOOST_FIXTURE_TEST_CASE(columns_that_are_not_taken_are_listed, tests::HallctlWithFile)
{
    const auto sheet = file("people.csv");
    tests::write_file(sheet, "姓名,性别,血型\n王建国,男,O\n");

    const auto answer = ask({"import", "person", sheet});

    BOOST_TEST(boost::json::serialize(answer.at("not_taken")) == R"(["血型"])");
}

BOOST_FIXTURE_TEST_CASE(what_heads_mean_is_said_once, tests::HallctlWithFile)
{
    const auto sheet = file("foreign.csv");
    tests::write_file(sheet, "A,B\n张三,13812345678\n");
    BOOST_TEST(on_file({"import", "person", sheet}).exit != 0);
    ask({"import", "person", sheet, "--map", "A=name,B=phone"});

    BOOST_TEST(ask({"import", "person", sheet}).at("same").as_int64() == 1);
}

BOOST_FIXTURE_TEST_CASE(what_was_not_taken_does_not_read_as_if_it_were, tests::HallctlWithFile)
{
    tests::write_file(file("units.csv"), "单位名称,联系电话\n县公安局,0737-8880110\n,0737-1\n");
    const auto refused = on_file({"import", "unit", file("units.csv")});
    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(refused.out.find("没有写入") != std::string::npos, refused.out);
    const auto tried = on_file({"import", "unit", file("units.csv"), "--dry-run"}).out;
    BOOST_TEST(tried.find("没有写入") != std::string::npos, tried);
    const auto taken = on_file({"import", "unit", file("units.csv"), "--good-rows"});
    BOOST_TEST(taken.exit == 3);
    BOOST_TEST(taken.out.find("没有写入") == std::string::npos, taken.out);
}

BOOST_FIXTURE_TEST_CASE(an_import_that_stays_is_no_success, tests::HallctlWithFile)
{
    tests::write_file(file("units.csv"), "单位名称\n县公安局\n县民政局\n");
    ask({"import", "unit", file("units.csv")});
    std::vector<std::string> windows;
    const auto units = ask({"list", "unit"});
    for (const auto& unit : units.at("records").as_array())
        windows.emplace_back(ask({"create", "window", "number=A" + std::to_string(windows.size()),
                                     "unit=" + std::string(unit.at("id").as_string())})
                                 .at("id")
                                 .as_string());

    const auto none = on_file({"--json", "unimport", "1"});
    BOOST_TEST(none.exit == 1, none.err);
    BOOST_TEST(!none.json().at("changed").as_bool());

    ask({"delete", "window", windows.at(0)});
    const auto part = on_file({"--json", "unimport", "1"});
    BOOST_TEST(part.exit == 3, part.err);
    BOOST_TEST(part.json().at("changed").as_bool());
}

BOOST_FIXTURE_TEST_CASE(a_row_that_only_brings_a_record_back_says_so, tests::HallctlWithFile)
{
    tests::write_file(file("units.csv"), "单位名称\n县公安局\n");
    ask({"import", "unit", file("units.csv")});
    ask({"unimport", "1"});
    const auto tried = on_file({"import", "unit", file("units.csv"), "--dry-run"}).out;
    BOOST_TEST(tried.find("回收站恢复县公安局") != std::string::npos, tried);
    BOOST_TEST(on_file({"import", "unit", file("units.csv"), "--sheet", "x"}).exit == 2);
}

BOOST_AUTO_TEST_SUITE_END()
