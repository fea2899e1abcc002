#include "model/exchange/import.h"

#include "assets/assets.h"
#include "model/base/codes.h"
#include "model/exchange/import_runs.h"
#include "tests/support/importing.h"
#include "tests/support/print.h"

using namespace model;

namespace {

/// An ID number of an invented person, its check character computed.
std::string id_number(std::string_view first17)
{
    return std::string(first17) + id_check_digit(first17);
}

struct WithAssets : tests::Importing {
    std::filesystem::path asset(const std::string& name)
    {
        return sheet(assets::text("demo/" + name), name);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(import_test, WithAssets)

BOOST_AUTO_TEST_CASE(the_real_catalog_comes_in_once_with_its_units)
{
    const auto path = tests::shared_data("items-511602.csv");
    if (path.empty()) {
        BOOST_TEST_MESSAGE("skipped: no shared data here");
        return;
    }

    const auto first = take("item", path);
    const auto second = take("item", path);

    BOOST_TEST(tests::counts_of(first) == "1135 new, 0 changed, 0 same, 0 wrong");
    BOOST_TEST(count("item") == 1135);
    BOOST_TEST(count("unit") == 34);
    BOOST_TEST(tests::counts_of(second) == "0 new, 0 changed, 1135 same, 0 wrong");
    BOOST_TEST(second.run == 0);
    const auto item =
        one("item", "code", "511A0138000000-511602000000-000-115113010833722043-1-00");
    BOOST_TEST(to_text(item["type"]) == "01");
    BOOST_TEST(to_text(item["implementer_code"]) == "083372204");
    BOOST_TEST(store.title_of(std::get<Uuid>(item["unit"])) == "区教科体局");
    for (const auto& unit : store.select({.def = &def("unit")}))
        BOOST_TEST((is_empty(unit["credit_code"]) || is_credit_code(to_text(unit["credit_code"]))));
}

BOOST_AUTO_TEST_CASE(the_real_windows_come_in_by_unit_and_number)
{
    const auto path = tests::shared_data("windows-sample.csv");
    if (path.empty()) {
        BOOST_TEST_MESSAGE("skipped: no shared data here");
        return;
    }

    BOOST_TEST(tests::counts_of(take("window", path)) == "79 new, 0 changed, 0 same, 0 wrong");
    BOOST_TEST(tests::counts_of(take("window", path)) == "0 new, 0 changed, 79 same, 0 wrong");
    BOOST_TEST(store.where(def("window"), "number", std::string("1")).size() == 3U);
}

BOOST_AUTO_TEST_CASE(the_demo_sheets_come_in_together)
{
    const auto units = take("unit", asset("units.csv"));
    const auto items = take("item", asset("items.csv"));
    const auto windows = take("window", asset("windows.csv"));

    BOOST_TEST(units.wrong + items.wrong + windows.wrong == 0);
    BOOST_TEST(units.new_ == count("unit"));
    BOOST_TEST(items.new_ >= 250);
    BOOST_TEST(windows.new_ == count("window"));
    BOOST_TEST(take("item", asset("items.csv")).same == items.new_);
    BOOST_TEST(take("unit", asset("units.csv")).same == units.new_);
    BOOST_TEST(take("window", asset("windows.csv")).same == windows.new_);
}

BOOST_AUTO_TEST_CASE(a_unit_gets_its_credit_code_only_where_the_sheet_agrees_on_one)
{
    const std::string one_code = "11430922000000115K";
    const std::string other_code = "11430922000000211W";
    const auto result = take_text("item",
        "事项编码,事项名称,部门,实施主体代码\n"
        "A1,甲,发改局,"
            + one_code + "\nA2,乙,发改局,0839\nA3,丙,发改局," + one_code.substr(0, 17)
            + "k\n"
              "B1,丁,教育局,"
            + other_code
            + "\nB2,戊,教育局,114309220000003188\n"
              "C1,己,民政局,0839\n");

    BOOST_TEST(tests::counts_of(result) == "6 new, 0 changed, 0 same, 0 wrong");
    BOOST_TEST(to_text(one("unit", "name", "发改局")["credit_code"]) == one_code);
    BOOST_TEST(is_empty(one("unit", "name", "教育局")["credit_code"]));
    BOOST_TEST(is_empty(one("unit", "name", "民政局")["credit_code"]));
    BOOST_TEST(is_empty(one("unit", "name", "发改局")["category"]));
    BOOST_TEST(to_text(one("item", "code", "A3")["implementer_code"]) == "11430922000000115k");
}

BOOST_AUTO_TEST_CASE(a_credit_code_that_two_units_of_the_sheet_claim_is_nobodys)
{
    take_text("item",
        "事项编码,事项名称,部门,实施主体代码\n"
        "A1,甲,发改局,11430922000000115K\nB1,乙,物价局,11430922000000115K\n");

    BOOST_TEST(is_empty(one("unit", "name", "发改局")["credit_code"]));
    BOOST_TEST(is_empty(one("unit", "name", "物价局")["credit_code"]));
}

BOOST_AUTO_TEST_CASE(codes_count_to_the_last_row_of_a_sheet_too_long_to_be_held)
{
    std::string lines = "事项编码,事项名称,部门,实施主体代码\nA0,甲,发改局,11430922000000115K\n"
                        "B0,甲,教育局,11430922000000211W\n";
    for (int i = 1; i <= 10'100; ++i)
        lines += "A" + std::to_string(i) + ",甲,发改局,\n";
    lines += "C0,乙,物价局,11430922000000115K\n";

    const auto result = take_text("item", lines);

    BOOST_TEST(tests::counts_of(result) == "10103 new, 0 changed, 0 same, 0 wrong");
    BOOST_TEST(is_empty(one("unit", "name", "发改局")["credit_code"]));
    BOOST_TEST(to_text(one("unit", "name", "教育局")["credit_code"]) == "11430922000000211W");
}

BOOST_AUTO_TEST_CASE(a_unit_made_on_the_way_is_the_same_on_every_machine)
{
    take_text("item", "事项编码,事项名称,部门,实施主体代码\nA1,甲,发改局,11430922000000115K\n");
    tests::Importing other;
    other.take_text("window", "窗口编号,单位\nA01,发改局\n");

    BOOST_TEST(one("unit", "name", "发改局").id == other.one("unit", "name", "发改局").id);
}

BOOST_AUTO_TEST_CASE(one_wrong_row_keeps_all_out)
{
    const std::string lines =
        "单位名称,信用代码\n县公安局,\n县民政局,11430922000000414X\n县教育局,\n";

    const auto refused = take_text("unit", lines);

    BOOST_TEST(tests::counts_of(refused) == "2 new, 0 changed, 0 same, 1 wrong");
    BOOST_TEST(refused.run == 0);
    BOOST_TEST(count("unit") == 0);
    BOOST_TEST(store.unsent() == 0);
    BOOST_TEST(imports(store).size() == 0U);
    BOOST_TEST(
        tests::places_of(refused) == std::vector<std::string>{"3/信用代码/11430922000000414X"},
        boost::test_tools::per_element());

    options.good_rows = true;
    const auto partly = take_text("unit", lines);
    BOOST_TEST(partly.run > 0);
    BOOST_TEST(count("unit") == 2);
    BOOST_TEST(store.where(def("unit"), "name", std::string("县民政局")).empty());
}

BOOST_AUTO_TEST_CASE(a_dry_run_says_the_same_and_writes_nothing)
{
    const std::string lines = "窗口编号,单位\nA01,县公安局\nA02,县公安局\n";
    options.dry_run = true;
    const auto tried = take_text("window", lines);
    BOOST_TEST(tests::counts_of(tried) == "2 new, 0 changed, 0 same, 0 wrong");
    BOOST_TEST(count("window") + count("unit") == 0);

    options.dry_run = false;
    BOOST_TEST(tests::counts_of(take_text("window", lines)) == tests::counts_of(tried));
}

BOOST_AUTO_TEST_CASE(a_wrong_row_leaves_no_unit_behind)
{
    options.good_rows = true;
    const auto result = take_text("item", "事项编码,事项名称,部门\n,无编码事项,县公安局\n");

    BOOST_TEST(tests::counts_of(result) == "0 new, 0 changed, 0 same, 1 wrong");
    BOOST_TEST(tests::places_of(result) == std::vector<std::string>{"2/事项编码/"},
        boost::test_tools::per_element());
    BOOST_TEST(count("unit") == 0);
}

BOOST_AUTO_TEST_CASE(only_filled_cells_of_given_columns_change_a_record)
{
    add("unit", {{"name", "县公安局"}, {"phone", "0737-8880110"}, {"address", "芙蓉路1号"}});

    const auto result = take_text("unit", "单位名称,联系电话,联系人\n县 公安局,,刘建国\n");

    BOOST_TEST(tests::counts_of(result) == "0 new, 1 changed, 0 same, 0 wrong");
    const auto unit = store.select({.def = &def("unit")}).front();
    BOOST_TEST(to_text(unit["contact"]) == "刘建国");
    BOOST_TEST(to_text(unit["phone"]) == "0737-8880110");
    BOOST_TEST(to_text(unit["address"]) == "芙蓉路1号");
}

BOOST_AUTO_TEST_CASE(the_second_row_about_a_record_must_say_the_same)
{
    const auto result =
        take_text("unit", "单位名称,联系人\n县公安局,刘建国\n县公安局,刘建国\n县公安局,袁燕涛\n");

    BOOST_TEST(tests::counts_of(result) == "1 new, 0 changed, 1 same, 1 wrong");
    BOOST_TEST(english(result.errors.at(0).reason)
        == "Row 2 is about the same record and says otherwise: keep one of the two");
}

BOOST_AUTO_TEST_CASE(a_row_that_may_be_about_several_records_names_them)
{
    add("person", {{"name", "袁燕涛"}, {"badge", "B01"}});
    add("person", {{"name", "袁燕涛"}, {"badge", "B02"}});

    const auto result = take_text("person", "姓名,性别\n袁燕涛,女\n");

    BOOST_TEST(result.wrong == 1);
    const auto reason = english(result.errors.at(0).reason);
    BOOST_TEST(reason.find("袁燕涛（B01）、袁燕涛（B02）") != std::string::npos, reason);
}

BOOST_AUTO_TEST_CASE(an_id_finds_its_record_whatever_else_changed)
{
    const auto id = add("unit", {{"name", "县公安局"}});

    take_text("unit", "id,单位名称\n" + id.text() + ",县公安局（新）\n");

    BOOST_TEST(text(id, "name") == "县公安局（新）");
    BOOST_TEST(count("unit") == 1);
    BOOST_TEST(take_text("unit", "id,单位名称\nabc,县公安局\n").wrong == 1);
}

BOOST_AUTO_TEST_CASE(what_the_office_may_not_write_is_wrong_unless_it_says_the_same)
{
    const auto unit = add("unit", {{"name", "县公安局"}, {"credit_code", "114309220000003188"}});
    auto self = store.self();
    self.org = {Role::unit, unit.text()};
    store.set_self(self);

    BOOST_TEST(
        take_text("unit", "单位名称,信用代码,联系人\n县公安局,114309220000003188,刘建国\n").changed
        == 1);
    const auto refused = take_text("unit", "单位名称,单位类别\n县公安局,其他\n");
    BOOST_TEST(tests::places_of(refused) == std::vector<std::string>{"2/单位类别/其他"},
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_the_county_deleted_comes_back_by_no_sheet_of_a_township)
{
    const auto place = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    BOOST_TEST(take_text("unit", "单位名称\n撤销局\n").new_ == 1);
    const auto unit = one("unit", "name", "撤销局").id;
    {
        Batch batch(store, {.label = {msgid("Delete {1}"), {}}, .account = clerk});
        batch.remove(unit);
        batch.commit();
    }
    auto self = store.self();
    self.region = "430922101";
    self.org = {Role::outlet, self.region};
    store.set_self(self);

    const auto window =
        take_text("window", "所在场所,窗口编号,进驻单位\n修山镇便民服务中心,A1,撤销局\n");
    const auto again = take_text("unit", "单位名称\n撤销局\n");

    BOOST_TEST(tests::counts_of(window) == "0 new, 0 changed, 0 same, 1 wrong");
    BOOST_TEST(tests::places_of(window).at(0) == "2/进驻单位/撤销局");
    BOOST_TEST(english(window.errors.at(0).reason)
        == "“撤销局” was deleted: the hall office of the county decides whether it comes back; ask "
           "there");
    BOOST_TEST(tests::counts_of(again) == "0 new, 0 changed, 0 same, 1 wrong");
    BOOST_TEST(store.find_any(unit)->first.deleted);
    BOOST_TEST(count("window") == 0);
    BOOST_TEST(!place.is_nil());
}

BOOST_AUTO_TEST_CASE(a_dry_run_says_that_units_would_be_made)
{
    options.dry_run = true;
    const auto result = take_text("window", "窗口编号,进驻单位\nA1,县公安局\n");

    BOOST_REQUIRE(result.notes.size() == 1U);
    BOOST_TEST(english(result.notes[0]).starts_with("Units that would be made"));
}

BOOST_AUTO_TEST_CASE(an_old_mistake_elsewhere_does_not_stop_a_row)
{
    add("unit", {{"name", "县公安局"}, {"credit_code", "11430922"}});

    BOOST_TEST(take_text("unit", "单位名称,联系人\n县公安局,刘建国\n").changed == 1);
    BOOST_TEST(take_text("unit", "单位名称,信用代码\n县公安局,1143092\n").wrong == 1);
}

BOOST_AUTO_TEST_CASE(an_import_is_noted_and_can_be_taken_back_and_done_again)
{
    take("unit", asset("units.csv"));
    const auto before = count("unit");
    const auto path =
        sheet("事项编码,事项名称,部门\nA1,甲,新的单位\nA2,乙,新的单位\n", "items.csv");
    const auto first = take("item", path);
    Editor editor(store, clerk);

    const auto runs = imports(store);
    BOOST_REQUIRE(runs.size() == 2U);
    BOOST_TEST(runs[0].run == first.run);
    BOOST_TEST(runs[0].entity == "item");
    BOOST_TEST(runs[0].file == "items.csv");
    BOOST_TEST(runs[0].user == "李文员");
    BOOST_TEST(runs[0].new_ == 2);
    BOOST_TEST(runs[0].sha256.size() == 64U);
    BOOST_TEST(!runs[0].undone);

    BOOST_TEST(unimport(editor, first.run).done);
    BOOST_TEST(count("item") == 0);
    BOOST_TEST(count("unit") == before);
    BOOST_TEST(store.count({.def = &def("item"), .deleted = true}) == 2);
    BOOST_TEST(imports(store)[0].undone);
    BOOST_CHECK_THROW(unimport(editor, first.run), Error);
    BOOST_CHECK_THROW(unimport(editor, 99), UsageError);

    const auto again = take("item", path);
    BOOST_TEST(tests::counts_of(again) == "0 new, 2 changed, 0 same, 0 wrong");
    BOOST_TEST(count("item") == 2);
    BOOST_TEST(count("unit") == before + 1);
    BOOST_TEST(store.count({.def = &def("item"), .deleted = true}) == 0);
}

BOOST_AUTO_TEST_CASE(an_import_that_changed_a_record_gives_it_back_as_it_was)
{
    const auto id = add("unit", {{"name", "县公安局"}, {"contact", "袁燕涛"}});
    const auto run = take_text("unit", "单位名称,联系人\n县公安局,刘建国\n").run;
    Editor editor(store, clerk);

    unimport(editor, run);

    BOOST_TEST(text(id, "contact") == "袁燕涛");
}

BOOST_AUTO_TEST_CASE(a_stopped_import_writes_nothing)
{
    std::string lines = "单位名称\n";
    for (int i = 0; i < 2000; ++i)
        lines += "单位" + std::to_string(i) + "\n";
    int reports = 0;

    const auto result =
        import_sheet(store, clerk, def("unit"), sheet(lines), options, [&](double done) {
            BOOST_TEST((done >= 0 && done <= 1));
            return ++reports < 2;
        });

    BOOST_TEST(result.cancelled);
    BOOST_TEST(reports == 2);
    BOOST_TEST(result.run == 0);
    BOOST_TEST(count("unit") == 0);
}

BOOST_AUTO_TEST_CASE(a_file_that_breaks_off_halfway_changes_nothing)
{
    BOOST_CHECK_THROW(
        take_text("unit", "单位名称\n县公安局\n\xB9\xAB\xB0\xB2\xBE\xD6 \xE5\x8E\xBF\n"),
        SheetError);
    BOOST_TEST(count("unit") == 0);
    BOOST_TEST(add("unit", {{"name", "县公安局"}}) != Uuid{});
}

BOOST_AUTO_TEST_CASE(a_known_number_under_another_name_is_a_warning)
{
    const auto zhang = id_number("11010119900307001");
    take_text("person", "姓名,身份证号\n张三," + zhang + "\n");

    const auto result = take_text("person",
        "姓名,身份证号\n王五," + id_number("11010119900307002") + "\n李四四," + zhang + "\n");

    BOOST_TEST(tests::counts_of(result) == "1 new, 1 changed, 0 same, 0 wrong");
    BOOST_REQUIRE(result.warnings.size() == 1U);
    BOOST_TEST(result.warnings[0].row == 3);
    BOOST_TEST(result.warnings[0].column == "姓名");
    BOOST_TEST(result.warnings[0].value == "李四四");
    BOOST_TEST(render(result.warnings[0].reason, options.languages.front())
        == "身份证号与张三相同，姓名将改为李四四");
    BOOST_REQUIRE(result.changes.size() == 1U);
    BOOST_TEST(result.changes[0].title == "张三");
    BOOST_TEST(to_text(result.changes[0].fields.at(0).before) == "张三");
    BOOST_TEST(to_text(result.changes[0].fields.at(0).after) == "李四四");
}

BOOST_AUTO_TEST_CASE(what_a_rule_warns_of_is_told_and_taken)
{
    const auto first = take_text("person", "姓名,联系电话\n张三,12345678901\n");
    const auto again = take_text("person", "姓名,联系电话,学历\n张三,12345678901,本科\n");

    BOOST_TEST(tests::counts_of(first) == "1 new, 0 changed, 0 same, 0 wrong");
    BOOST_REQUIRE(first.warnings.size() == 1U);
    BOOST_TEST(first.warnings[0].column == "联系电话");
    // The row does not touch it.
    BOOST_TEST(again.warnings.empty());
}

BOOST_AUTO_TEST_CASE(a_sheet_of_ratings_without_numbers_comes_in_twice_and_makes_no_doubles)
{
    add("person", {{"name", "袁燕涛"}});
    add("person", {{"name", "刘建国"}});
    const std::string heads = "评价日期,星级,被评价人,差评内容,整改完成日期,整改措施\n";
    // Two that are alike are two people who rated so.
    const auto sheet = heads
        + "2026-03-02,1星,袁燕涛,,,\n2026-03-02,1星,袁燕涛,,,\n"
          "2026-03-02,1星,刘建国,,,\n2026-03-02,2星,袁燕涛,态度差,,\n";
    const auto first = take_text("bad_rating", sheet);
    BOOST_TEST(tests::counts_of(first) == "4 new, 0 changed, 0 same, 0 wrong");
    const auto second = take_text("bad_rating", sheet);
    BOOST_TEST(tests::counts_of(second) == "0 new, 0 changed, 4 same, 0 wrong");

    // One of them was corrected, whichever comes first.
    const auto corrected = heads
        + "2026-03-02,1星,袁燕涛,,2026-03-05,已致歉\n2026-03-02,1星,袁燕涛,,,\n"
          "2026-03-02,1星,刘建国,,,\n2026-03-02,2星,袁燕涛,态度差,,\n";
    BOOST_TEST(tests::counts_of(take_text("bad_rating", corrected))
        == "0 new, 1 changed, 3 same, 0 wrong");
    const auto turned =
        heads + "2026-03-02,1星,袁燕涛,,,\n2026-03-02,1星,袁燕涛,,2026-03-05,已致歉\n";
    BOOST_TEST(
        tests::counts_of(take_text("bad_rating", turned)) == "0 new, 0 changed, 2 same, 0 wrong");
    BOOST_TEST(count("bad_rating") == 4);
}

BOOST_AUTO_TEST_CASE(what_is_numbered_by_hand_is_numbered_from_a_sheet)
{
    const std::string sheet = "登记编号,受理时间,内容\n,2026-03-02,排队太久\n投诉〔2026〕7号,"
                              "2026-03-03,态度生硬\n,2026-03-04,多收费\n";
    BOOST_TEST(
        tests::counts_of(take_text("complaint", sheet)) == "3 new, 0 changed, 0 same, 0 wrong");
    std::vector<std::string> numbers;
    for (const auto& record : store.select({.def = &def("complaint"), .order = "received"}))
        numbers.push_back(to_text(record["number"]));
    BOOST_TEST(numbers
            == (std::vector<std::string>{
                "投诉〔2026〕001号", "投诉〔2026〕7号", "投诉〔2026〕002号"}),
        boost::test_tools::per_element());
    BOOST_TEST(
        tests::counts_of(take_text("complaint", sheet)) == "0 new, 0 changed, 3 same, 0 wrong");
}

BOOST_AUTO_TEST_CASE(complaints_and_cases_without_numbers_are_found_by_day_and_matter)
{
    const std::string complaints = "受理时间,内容,处理结果\n2026-03-02,排队太久,\n"
                                   "2026-03-03,排队太久,\n";
    BOOST_TEST(tests::counts_of(take_text("complaint", complaints))
        == "2 new, 0 changed, 0 same, 0 wrong");
    const std::string answered = "受理时间,内容,处理结果\n2026-03-02,排队太久,已增设窗口\n"
                                 "2026-03-03,排队太久,\n";
    BOOST_TEST(
        tests::counts_of(take_text("complaint", answered)) == "0 new, 1 changed, 1 same, 0 wrong");

    const std::string cases = "受理时间,申请人姓名,电话,反映事项\n"
                              "2026-03-02,张三,13800000000,退休办不了\n"
                              "2026-03-02,李四,13900000000,退休办不了\n";
    BOOST_TEST(
        tests::counts_of(take_text("unable_case", cases)) == "2 new, 0 changed, 0 same, 0 wrong");
    BOOST_TEST(
        tests::counts_of(take_text("unable_case", cases)) == "0 new, 0 changed, 2 same, 0 wrong");
}

BOOST_AUTO_TEST_SUITE_END()
