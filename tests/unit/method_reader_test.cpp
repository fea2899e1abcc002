#include "model/assessment/method_reader.h"

#include "tests/support/assessment.h"

#include <boost/test/data/test_case.hpp>

using namespace tests;

namespace {

const std::string good = R"({
 "format": 1, "id": "trial", "name": "试用办法", "version": "2026-1", "from": "2026-01-01",
 "source": {"document": "桃政务发〔2026〕1号"},
 "objects": ["window", "chief"], "period": "month", "base": 100, "max": 110, "bonus_cap": 8,
 "record": ["patrol"], "confirm": ["leader"], "freeze_day": 5,
 "objection": {"days": 3, "unit": "working_day"},
 "categories": [
  {"number": "A", "name": "纪律", "points": 60, "floor": 0},
  {"number": "B", "name": "效能", "points": 40},
  {"number": "C", "name": "首席", "points": 100, "object": "chief"}
 ],
 "lines": [
  {"number": "A1", "category": "A", "text": "缺岗", "per": "half_day", "points": -3},
  {"number": "A2", "category": "A", "text": "迟到", "per": "minutes",
   "bands": [{"from": 1, "to": 10, "points": -1}, {"from": 11, "points": -2}]},
  {"number": "B1", "category": "B", "text": "超时", "per": "case", "points": "-2.5"},
  {"number": "C1", "category": "C", "text": "连带", "per": "time"},
  {"number": "D1", "text": "表扬", "per": "time", "points": 1, "to": 3}
 ],
 "links": [{"from": "A1", "to": "C1", "ratio": "0.5"}],
 "vetoes": [{"line": "B1", "scope": "year"}],
 "composition": [
  {"code": "own", "name": "日常", "part": "ledger", "weight": 70},
  {"code": "public", "name": "群众", "part": "ballot", "weight": 30}
 ],
 "ties": [{"by": "fewer_deducted"}, {"by": "category", "of": "A"}, {"by": "scorer", "of": "own"}],
 "titles": [
  {"name": "红旗窗口", "period": "month", "quota": 5, "at_least": 90},
  {"name": "标兵", "period": "month", "quota": 2, "among": "红旗窗口"}
 ],
 "bands": [{"word": "好", "from": 90}, {"word": "差"}]
})";

std::string with(const std::string& old, const std::string& other)
{
    auto text = good;
    const auto at = text.find(old);
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, "the good method has no " << old);
    return text.replace(at, old.size(), other);
}

std::string sentences(std::string_view json)
{
    std::string all;
    const auto reading = read_method(json);
    for (const auto& problem : reading.problems)
        all += english(problem.place) + ": " + english(problem.what) + "\n";
    BOOST_TEST(reading.method.has_value() == all.empty());
    return all;
}

struct Bad {
    const char* old;
    const char* other;
    const char* said; ///< part of a sentence, the place among it
};

std::ostream& operator<<(std::ostream& out, const Bad& bad)
{
    return out << bad.other;
}

const Bad bad_methods[]{
    // sums and limits of the whole
    {R"("points": 60, "floor")", R"("points": 50, "floor")",
        "The categories: Their points are 90 together, and the base is 100"},
    {R"("max": 110)", R"("max": 90)", "The highest score 90 is below the base 100"},
    {R"("max": 110)", R"("floor": 100)", "The lowest score 100 is not below the base 100"},
    {R"("bonus_cap": 8)", R"("bonus_cap": -1)", "must not be below zero"},
    {R"("base": 100)", R"("base": -5)", "The base must be above zero"},
    {R"("base": 100, )", "", "“base” is missing"},
    {R"("period": "month", "base")", R"("base")", "“period” is missing"},
    {R"("objects": ["window", "chief"], )", "", "does not say what is assessed"},
    {R"(["window", "chief"])", R"(["window"])", "Category C: Its object is none of the method's"},
    {R"("floor": 0})", R"("floor": 60})", "Category A: It cannot fall below 60"},
    {R"("points": 40})", R"("points": 0})", "Category B: Its points must be above zero"},
    {R"("points": 40})", R"("floor": 0})", "Category B: “points” is missing"},
    {R"("number": "B", "name")", R"("number": "A", "name")",
        "Category A: The number is used twice"},
    // days and words
    {R"("from": "2026-01-01")", R"("from": "2026-02-30")", "must be a day of the calendar"},
    {R"("from": "2026-01-01")", R"("from": "2026-01-01", "to": "2025-12-31")",
        "It ends on 2025-12-31, before it begins on 2026-01-01"},
    {R"("from": "2026-01-01",)", "", "“from” is missing"},
    {R"("freeze_day": 5)", R"("freeze_day": 32)", "a whole number from 1 to 31"},
    {R"("unit": "working_day")", R"("unit": "week")", "does not know the word “week”"},
    {R"("days": 3, )", "", "The time for objections: “days” is missing"},
    {R"("period": "month", "base")", R"("period": "week", "base")",
        "“period” does not know the word “week”: it takes month / quarter / half_year / year"},
    {R"(["patrol"])", R"(["boss"])", "“record” does not know the word “boss”"},
    {R"("format": 1, )", "", "“format” is missing"},
    {R"("format": 1, )", R"("format": 2, )", "“format” must be a whole number from 1 to 1"},
    {R"("name": "试用办法")", R"("name": "")", "“name” is missing"},
    {R"("name": "试用办法")", R"("name": 7)", "“name” must be a text"},
    {R"("source": {"document")", R"("source": {"documint")",
        "The source: The word “documint” is not known here"},
    {R"("record": ["patrol"])", R"("recrod": ["patrol"])", "The word “recrod” is not known here"},
    {R"("version": "2026-1")", R"("version": "2026-1", "unknown": ["x"])",
        "names what is unknown and is not marked as partial"},
    {R"("version": "2026-1")", R"("version": "2026-1", "partial": true)",
        "does not say what is missing"},
    {R"("version": "2026-1")", R"("version": "2026-1", "partial": "yes")", "must be true or false"},
    // rules
    {R"("per": "half_day", )", "", "Rule A1: It does not say what its points are counted by"},
    {R"("per": "half_day", )", R"("per": "week", )", "Rule A1: “per” does not know the word"},
    {R"("number": "B1")", R"("number": "A1")", "Rule A1: The number is used twice"},
    {R"("category": "B", "text")", R"("category": "E", "text")", "Rule B1: There is no category E"},
    {R"("category": "C", "text": "连带")", R"("category": "A", "object": "chief", "text": "连带")",
        "Rule C1: It is about another object than its category A"},
    {R"("text": "表扬", )", "", "Rule D1: “text” is missing"},
    {R"("points": "-2.5")", R"("points": -2.5)", "Rule B1: “points” must be points such as"},
    {R"("points": "-2.5")", R"("points": "-2.555")", "Rule B1: “points” must be points such as"},
    {R"("points": "-2.5")", R"("points": 20000)", "from -10000 to 10000"},
    {R"(, "points": 1, "to": 3})", "}",
        "Rule D1: It gives no points, is no veto, and nothing is linked to it"},
    {R"("to": 3})", R"("to": -3})", "Rule D1: “to” must be further from zero"},
    {R"("to": 3})", R"("to": 1})", "Rule D1: “to” must be further from zero"},
    {R"("to": 3})", R"("limit": 0})", "Rule D1: The most points of a period must be above zero"},
    {R"("points": -3})", R"("points": -3, "free": 0})", "Rule A1: “free” must be a whole number"},
    {R"({"from": 11,)", R"({"from": 10,)",
        "Rule A2: The band of minutes from 10 on overlaps the one before it"},
    {R"("to": 10, "points": -1)", R"("to": 0, "points": -1)",
        "Rule A2: A band of minutes ends at 0"},
    {R"("from": 11, "points": -2)", R"("from": 11, "points": 2)", "give and take points"},
    {R"("from": 11, "points": -2)", R"("points": -2)", "Rule A2: “from” is missing"},
    {R"("text": "迟到", "per": "minutes")", R"("text": "迟到", "per": "time")",
        "Rule A2: It has bands of minutes and is not counted by minutes"},
    {R"("per": "case", "points")", R"("per": "minutes", "points")",
        "Rule B1: What is counted by minutes has “bands”"},
    // links and vetoes
    {R"("to": "C1", )", R"("to": "C9", )", "The link from rule A1: There is no rule C9"},
    {R"("to": "C1", )", R"("to": "B1", )",
        "The link from rule A1: Rule B1 is about the same object"},
    {R"("ratio": "0.5"}])", R"("ratio": "0"}])", "The ratio must be above 0"},
    {R"("ratio": "0.5"}])", R"("ratio": 11}])", "The ratio must be above 0 and at most 10"},
    {R"(, "ratio": "0.5"}])", "}]", "The link from rule A1: “ratio” is missing"},
    {R"("ratio": "0.5"}])", R"("ratio": "0.5"}, {"from": "C1", "to": "A1", "ratio": 1}])",
        "The links: They go round in a circle, A1 → C1 → A1"},
    {R"("ratio": "0.5"}])", R"("ratio": "0.5"}, {"from": "A1", "to": "C1", "ratio": 1}])",
        "The link from rule A1: It goes to rule C1 twice"},
    {R"({"line": "B1", )", R"({"line": "B7", )", "The veto by rule B7: There is no rule B7"},
    {R"(, "scope": "year"})", "}", "The veto by rule B1: “scope” is missing"},
    {R"("scope": "year"}])", R"("scope": "year"}, {"line": "B1", "scope": "month"}])",
        "The veto by rule B1: It stands there twice"},
    // scorers
    {R"("weight": 70)", R"("weight": 65)",
        "The scorers: Their weights are 95 % together: they must be 100 %"},
    {R"("weight": 70)", R"("weight": "70.01")", "Their weights are 100.01 % together"},
    {R"("weight": 30)", R"("weight": -30)", "The scorer public: Its weight must be above zero"},
    {R"(, "weight": 30)", "", "The scorer public: “weight” is missing"},
    {R"({"code": "public")", R"({"code": "own")", "The scorer own: It stands there twice"},
    {R"("part": "ballot", )", "", "The scorer public: “part” is missing"},
    {R"({"by": "category", "of": "A"})", R"({"by": "category", "of": "Z"})",
        "The tie-breaks: There is no category Z"},
    {R"({"by": "scorer", "of": "own"})", R"({"by": "scorer", "of": "x"})",
        "The tie-breaks: There is no scorer x"},
    {R"({"by": "fewer_deducted"})", R"({"of": "A"})", "“by” is missing"},
    // titles and bands
    {R"("quota": 5)", R"("quota": 0)", "The title 红旗窗口: “quota” must be a whole number from 1"},
    {R"("quota": 5)", R"("percent": 101)", "The title 红旗窗口: “percent” must be a whole number"},
    {R"("quota": 5)", R"("quota": 5, "percent": 10)", "It has a number and a percentage"},
    {R"("quota": 5, )", "", "The title 红旗窗口: It does not say how many there are"},
    {R"("at_least": 90)", R"("at_least": 109)",
        "It wants 109 points, and nobody can have more than 108"},
    {R"("quota": 2, )", R"("quota": 6, )",
        "The title 标兵: 6 are to be chosen among the 5 of 红旗窗口"},
    {R"("among": "红旗窗口")", R"("among": "标兵")", "There is no title 标兵 of the same object"},
    {R"("name": "标兵", "period": "month", "quota": 2, "among": "红旗窗口")",
        R"("name": "红旗窗口", "period": "month", "quota": 2)",
        "It stands there twice for the same object and period"},
    {R"("name": "标兵", "period": "month")",
        R"("name": "标兵", "period": "month", "object": "unit")",
        "The title 标兵: Its object is none of the method's"},
    {R"("period": "month", "base")", R"("period": "quarter", "base")",
        "It is given more often than scores are made"},
    {R"("period": "month", "quota": 5, "at_least": 90},
  {"name": "标兵", "period": "month", "quota": 2, "among": "红旗窗口"})",
        R"("period": "year", "percent": 60}, {"name": "标兵", "period": "year", "percent": 50})",
        "The titles of this period are for 110 % together"},
    {R"({"word": "差"})", R"({"word": "差", "from": 95})", "“差” must stand below “好”"},
    {R"({"word": "差"})", R"({"word": "差", "from": 5})",
        "The last one, “差”, must have no “from”"},
    // shapes
    {R"("titles": [)", R"("titles": 3, "more": [)", "“titles” must be a list"},
    {R"("links": [{)", R"("links": [7, {)", "Entry 1 of “links” must be written in braces"},
    {R"({"days": 3, "unit": "working_day"})", "3", "“objection” must be written in braces"},
    {R"(["patrol"])", R"("patrol")", "“record” must be a list of at most 50 texts"},
};

} // namespace

BOOST_AUTO_TEST_SUITE(method_reader_test)

BOOST_AUTO_TEST_CASE(a_method_is_read_as_it_is_written)
{
    const auto method = method_from(good);

    BOOST_TEST(method.id == "trial");
    BOOST_TEST((method.objects == std::vector{AssessedKind::window, AssessedKind::chief}));
    BOOST_TEST(*method.base == points("100"));
    BOOST_TEST(*method.bonus_cap == points("8"));
    BOOST_TEST(method.categories.size() == 3U);
    BOOST_TEST((method.line("C1")->object == AssessedKind::chief)); // its category's
    BOOST_TEST(*method.line("B1")->points == points("-2.5"));
    BOOST_TEST(method.line("A2")->bands.size() == 2U);
    BOOST_TEST(*method.line("D1")->most == points("3"));
    BOOST_TEST(method.composition[0].weight == 7000);
    BOOST_TEST(method.titles[1].among == "红旗窗口");
    BOOST_TEST(*method.freeze_day == 5);
    BOOST_TEST((*method.objection == Term{3, TermUnit::working_day}));
    BOOST_TEST((method.confirm == std::vector{AssessmentRole::leader}));
    BOOST_TEST(method.band_of(points("90")) == "好");
    BOOST_TEST(method.band_of(points("89.99")) == "差");
    BOOST_TEST(read_method("\xEF\xBB\xBF" + good).method.has_value());
}

BOOST_DATA_TEST_CASE(
    a_bad_method_is_refused_at_its_place, boost::unit_test::data::make(bad_methods))
{
    const auto said = sentences(with(sample.old, sample.other));
    BOOST_TEST(said.find(sample.said) != std::string::npos,
        "said: " << said << " instead of: " << sample.said);
}

BOOST_AUTO_TEST_CASE(what_is_no_json_is_told_with_its_row)
{
    const auto row = [](std::string text) {
        const auto said = sentences(text);
        const auto at = said.find("row ");
        return at == std::string::npos ? said
                                       : said.substr(at + 4, said.find(' ', at + 4) - at - 4);
    };
    BOOST_TEST(row(with(R"("id": "trial",)", R"("id": "trial")")) == "2");
    BOOST_TEST(row("{\n\"a\": 1,\n\"b\": }\n") == "3");
    BOOST_TEST(row("{\n\"a\": [1,\n2\n") == "4");
    BOOST_TEST(row("{}\n{}") == "2");
    BOOST_TEST(row("") == "1");
    BOOST_TEST(row(std::string(100'000, '[')) == "1");
    BOOST_TEST(sentences("[1]").find("one method in braces") != std::string::npos);
    BOOST_TEST(sentences("{\"name\": \"\xC4\xE3\"}").find("UTF-8") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(too_much_is_refused)
{
    std::string lines;
    for (int i = 0; i < 10'000; ++i)
        lines += (i ? "," : "") + std::string(R"({"number": "X)") + std::to_string(i)
            + R"(", "text": "x", "per": "time", "points": -1})";
    const auto many = sentences(with(R"("lines": [)", R"("lines": [)" + lines + ","));
    BOOST_TEST(
        many.find("“lines” has 10005 entries, and a method may have 500") != std::string::npos,
        many);

    std::string text;
    for (int i = 0; i < 501; ++i)
        text += "长";
    BOOST_TEST(sentences(with("缺岗", text)).find("Rule A1: “text” has more than 500 characters")
        != std::string::npos);
    BOOST_TEST(read_method(with("缺岗", text.substr(3))).method.has_value());
    BOOST_TEST(sentences(std::string(1'000'001, ' ')).find("larger than") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(all_that_is_wrong_is_told_at_once_but_no_more_than_anybody_reads)
{
    const auto two = read_method(R"({"format": 1, "id": "x", "objects": ["boss"], "zzz": 1})");
    BOOST_TEST(two.problems.size() >= 4U); // name, version, source, the word, the unknown key

    std::string lines;
    for (int i = 0; i < 400; ++i)
        lines += std::string(i ? "," : "") + "{}";
    BOOST_TEST(
        read_method(R"({"lines": [)" + lines + "]}").problems.size() == MethodProblems::most);
}

BOOST_AUTO_TEST_CASE(long_circles_of_links_are_found)
{
    auto text =
        with(R"("objects": ["window", "chief"])", R"("objects": ["window", "chief", "unit"])");
    const std::string link = R"("ratio": "0.5"}])";
    text.replace(text.find(link), link.size(),
        R"("ratio": "0.5"}, {"from": "C1", "to": "U1", "ratio": 1},
           {"from": "U1", "to": "A1", "ratio": 1}])");
    const std::string last = R"({"number": "D1")";
    text.replace(text.find(last), last.size(),
        R"({"number": "U1", "object": "unit", "text": "u", "per": "time"}, {"number": "D1")");
    const auto said = sentences(text);
    BOOST_TEST(said.find("A1 → C1 → U1 → A1") != std::string::npos, said);
}

BOOST_AUTO_TEST_SUITE_END()
