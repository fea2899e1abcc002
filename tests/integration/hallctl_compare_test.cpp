// Comparing an edition of the catalog from the command line.
#include "tests/support/files.h"
#include "tests/support/hallctl.h"

using namespace tests;

namespace {

constexpr std::string_view heads = "部门,事项名称,事项编码,事项类型,承诺时限\n";

struct WithCatalog : HallctlWithFile {
    WithCatalog()
    {
        const auto first = sheet("旧目录.csv",
            "县水利局,取水许可,B1,行政许可,5\n"
            "县水利局,河道采砂许可,B2,行政许可,5\n"
            "县市监局,企业登记,A2,行政确认,5\n");
        BOOST_REQUIRE(on_file({"import", "item", first}).exit == 0);
        edition = sheet("新目录.csv",
            "县水利局,取水许可,B1,行政许可,3\n"
            "县市监局,企业登记,A2-26,行政确认,5\n"
            "县市监局,食品经营许可,A1,行政许可,10\n"
            "县市监局,坏行,A7,行政许可,几天\n");
    }

    std::string sheet(const std::string& name, std::string_view rows)
    {
        return write_file(file(name), std::string(heads) + std::string(rows)).string();
    }

    std::int64_t number(const boost::json::object& answer, const char* key)
    {
        return answer.at(key).as_int64();
    }

    std::string edition;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hallctl_compare_test, WithCatalog)

BOOST_AUTO_TEST_CASE(what_differs_is_told_kept_taken_and_taken_back)
{
    const auto told = ask({"compare-catalog", edition});
    BOOST_TEST(number(told, "rows") == 4);
    BOOST_TEST(number(told, "rows")
        == number(told, "same") + number(told, "changed") + number(told, "moved")
            + number(told, "recoded") + number(told, "added") + number(told, "unreadable"));
    BOOST_TEST(number(told, "changed") == 1);
    BOOST_TEST(number(told, "recoded") == 1);
    BOOST_TEST(number(told, "added") == 1);
    BOOST_TEST(number(told, "withdrawn") == 1);
    BOOST_TEST(told.at("errors").at(0).at("row").as_int64() == 5);
    BOOST_TEST(!told.contains("taken"));
    BOOST_TEST(ask({"list", "item"}).at("total").as_int64() == 3);

    const auto kept = ask({"compare-catalog"}).at("kept").as_array();
    BOOST_TEST_REQUIRE(kept.size() == 1u);
    const auto no = std::to_string(kept.at(0).at("no").as_int64());

    const auto some = ask({"compare-catalog", "--resume", no, "--accept", "added,B1"});
    BOOST_TEST(number(some, "taken") == 2);
    BOOST_TEST(ask({"list", "item"}).at("total").as_int64() == 4);

    const auto rest = ask({"compare-catalog", "--resume", no, "--accept", "all", "--on",
        "2026-03-01", "--document", "桃政办发〔2026〕3号", "--out", file("送签.xlsx")});
    BOOST_TEST(number(rest, "taken") == 2);
    BOOST_TEST(number(rest, "same") == 2);
    BOOST_TEST(bytes_of(file("送签.xlsx")).size() > 1000u);
    const auto over = ask({"list", "item", "--where", "state=cancelled"});
    BOOST_TEST(over.at("total").as_int64() == 1);

    BOOST_TEST(on_file({"undo"}).exit == 0);
    BOOST_TEST(ask({"list", "item", "--where", "state=cancelled"}).at("total").as_int64() == 0);
    BOOST_TEST(on_file({"undo"}).exit == 0);
    BOOST_TEST(ask({"list", "item"}).at("total").as_int64() == 3);

    ask({"compare-catalog", "--drop", no});
    BOOST_TEST(ask({"compare-catalog"}).at("kept").as_array().empty());
}

BOOST_AUTO_TEST_CASE(it_is_printed_in_chinese_and_a_dry_run_writes_nothing)
{
    const auto printed =
        on_file({"--lang", "zh_CN", "compare-catalog", edition, "--accept", "all", "--dry-run"});

    BOOST_TEST(printed.exit == 0, printed.err);
    for (const auto* part :
        {"换码", "拟取消", "新目录 4 行 = 相同 0 + 修改 1", "采纳 4 项", "第 5 行"})
        BOOST_TEST(printed.out.find(part) != std::string::npos, part << " in " << printed.out);
    BOOST_TEST(ask({"list", "item"}).at("total").as_int64() == 3);
    BOOST_TEST(ask({"compare-catalog"}).at("kept").as_array().empty());
}

BOOST_AUTO_TEST_CASE(what_makes_no_sense_is_refused_with_a_sentence)
{
    for (const auto& words :
        std::vector<std::vector<std::string>>{{"compare-catalog", edition, "--accept", "Z9"},
            {"compare-catalog", edition, "--covers", "some"},
            {"compare-catalog", edition, "--types", "14=什么"},
            {"compare-catalog", edition, "--accept", "all", "--on", "大后天的后天"},
            {"compare-catalog", "--resume", "99"}, {"compare-catalog", "--drop", "x"},
            {"compare-catalog", edition, "--out", "送签.doc"},
            {"compare-catalog", edition, "--resume", "1"}}) {
        const auto ran = on_file(words);
        BOOST_TEST(ran.exit == 2, words.back() << ": " << ran.err);
        BOOST_TEST(!ran.err.empty());
    }
    BOOST_TEST(ask({"list", "item"}).at("total").as_int64() == 3);
}

BOOST_AUTO_TEST_SUITE_END()
