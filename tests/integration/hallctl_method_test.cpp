#include "tests/support/files.h"
#include "tests/support/hallctl.h"

namespace json = boost::json;

namespace {

struct Methods : tests::Hallctl {
    /// No data file is needed.
    tests::Run method(std::vector<std::string> words) const
    {
        words.insert(words.begin(), "method");
        return run(words);
    }

    json::object told(std::vector<std::string> words) const
    {
        words.insert(words.begin(), {"--json", "method"});
        const auto done = run(words);
        BOOST_TEST(done.err == "");
        return done.json();
    }

    std::string write(const std::string& name, std::string_view bytes) const
    {
        tests::write_file(file(name), bytes);
        return file(name);
    }
};

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(hallctl_method_test, Methods)

BOOST_AUTO_TEST_CASE(methods_are_listed_and_shown)
{
    const auto listed = told({"list"});
    BOOST_TEST(listed.at("methods").as_array().size() == 12U);
    const auto printed = method({"list"});
    BOOST_TEST(printed.exit == 0);
    BOOST_TEST(has(printed.out, "cangnan-2019"), printed.out);

    const auto shown = method({"show", "county-monthly-sheet"});
    BOOST_TEST(has(shown.out, "被新闻媒体曝光"), shown.out);
    BOOST_TEST(has(shown.out, "-15"), shown.out);
    BOOST_TEST(has(shown.out, "条款3不得评先评优的范围：年"), shown.out);
    const auto unknown = method({"show", "cangnan-2018"});
    BOOST_TEST(unknown.exit == 1);
    BOOST_TEST(has(unknown.err, "cangnan-2019"), unknown.err);
    BOOST_TEST(method({"show"}).exit == 2);
    BOOST_TEST(method({"sing"}).exit == 2);
}

BOOST_AUTO_TEST_CASE(what_is_shown_can_be_kept_edited_and_checked)
{
    const auto shown = told({"show", "county-window"});
    const auto own = write("own.json", json::serialize(shown.at("method")));
    const auto good = method({"check", own});
    BOOST_TEST(good.exit == 0);
    BOOST_TEST(has(good.out, "没有问题"), good.out);

    auto text = json::serialize(shown.at("method"));
    text.replace(text.find(R"("per":"case")"), 12, R"("per":"week")");
    const auto bad = method({"check", write("bad.json", text)});
    BOOST_TEST(bad.exit == 4);
    BOOST_TEST(has(bad.out, "条款 4.1"), bad.out);
    const auto problems = told({"check", file("bad.json")});
    BOOST_TEST(problems.at("problems").as_array().size() == 1U);
    BOOST_TEST(problems.at("problems").at(0).at("place").as_string() == "条款 4.1");
    BOOST_TEST(method({"check", file("nowhere.json")}).exit == 1);
    const auto tried = method({"try", file("bad.json"), write("x.csv", "日期,对象,条款\n")});
    BOOST_TEST(tried.exit == 1);
    BOOST_TEST(has(tried.err, "条款 4.1"), tried.err);
}

BOOST_AUTO_TEST_CASE(a_ledger_is_scored_and_every_point_explained)
{
    const auto ledger = write("ledger.csv",
        "类型,日期,对象,对象类别,条款,次数,所在\n"
        "在岗,,李代表,首席代表,,,不动产窗口\n"
        "记录,2026-06-03,不动产窗口,,1,3,\n"
        "记录,2026-06-10,不动产窗口,,3,,\n");
    const auto scored = told({"try", "county-monthly-sheet", ledger});
    BOOST_TEST(scored.at("period").as_string() == "2026-06");
    std::map<std::string, json::object> objects;
    for (const auto& object : scored.at("objects").as_array())
        objects.emplace(object.at("name").as_string().c_str(), object.as_object());
    BOOST_TEST(objects.at("不动产窗口").at("score").as_string() == "-18.00");
    BOOST_TEST(objects.at("李代表").at("score").as_string() == "-9.00");
    BOOST_TEST(objects.at("李代表").at("vetoes").to_number<int>() == 1);
    const auto& event = objects.at("李代表").at("steps").at(0).at("events").at(0);
    BOOST_TEST(event.at("row").as_string() == "3");
    BOOST_TEST(event.at("points").as_string() == "-1.5");

    const auto printed = method({"try", "county-monthly-sheet", ledger});
    BOOST_TEST(printed.exit == 0);
    BOOST_TEST(has(printed.out, "第 3 行"), printed.out);
    BOOST_TEST(has(printed.out, "-18.00"), printed.out);
    const auto july = told({"try", "county-monthly-sheet", ledger, "--period", "2026-07"});
    BOOST_TEST(july.at("objects").at(0).at("ledger").as_string() == "0");
    BOOST_TEST(method({"try", "county-monthly-sheet", ledger, "--period", "2026-13"}).exit == 2);
}

BOOST_AUTO_TEST_CASE(titles_are_given_and_rows_that_do_not_count_are_told)
{
    const auto ledger = write("ledger.csv",
        "日期,对象,条款\n2026-06-03,甲窗口,1.1\n2026-06-04,乙窗口,9.9\n2026-06-04,丙窗口,4.1\n");
    const auto run = method({"try", "county-window", ledger});
    BOOST_TEST(run.exit == 3);
    BOOST_TEST(has(run.err, "第 3 行"), run.err);
    BOOST_TEST(has(run.out, "甲窗口：97.00"), run.out);

    auto text = json::serialize(told({"show", "county-window"}).at("method"));
    text.insert(text.size() - 1, R"(,"titles":[{"name":"红旗窗口","period":"month","quota":1}])");
    const auto own = write("own.json", text);
    write("ledger.csv", "日期,对象,条款\n2026-06-03,甲窗口,1.1\n2026-06-04,丙窗口,4.1\n");
    const auto scored = told({"try", own, ledger});
    const auto& lines = scored.at("titles").at(0).at("lines").as_array();
    BOOST_REQUIRE(lines.size() == 2U);
    BOOST_TEST(lines[0].at("name").as_string() == "甲窗口");
    BOOST_TEST(lines[0].at("state").as_string() == "awarded");
    BOOST_TEST(lines[1].at("state").as_string() == "beyond_quota");
}

BOOST_AUTO_TEST_SUITE_END()
