// Status of postings, rotation and portraits from the command line.
#include "tests/support/hallctl.h"

#include <fstream>

using namespace tests;

namespace {

struct WithPosting : HallctlWithFile {
    WithPosting()
    {
        unit = create({"unit", "name=县公安局"});
        person = create({"person", "name=张桂山"});
        posting = create({"posting", "person=" + person, "unit=" + unit, "source=sent",
            "status=on_duty", "from=2020-06-01"});
    }

    std::string status() const { return text(record("posting", posting), "status"); }

    std::string unit;
    std::string person;
    std::string posting;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hallctl_staff_test, WithPosting)

BOOST_AUTO_TEST_CASE(the_changes_there_are_and_their_needs_are_told)
{
    const auto told = ask({"move-posting", posting});
    BOOST_TEST(told.at("status").as_string() == "on_duty");
    bool found = false;
    for (const auto& each : told.at("moves").as_array())
        if (each.at("to").as_string() == "training") {
            found = true;
            BOOST_TEST(each.at("fields").as_array().size() == 2u);
            BOOST_TEST(each.at("fields").at(0).at("field").as_string() == "reason");
            BOOST_TEST(each.at("fields").at(0).at("of").as_string() == "posting_change");
        }
    BOOST_TEST(found);
    const auto printed = on_file({"--lang", "zh_CN", "move-posting", person});
    BOOST_TEST(printed.out.find("变动原因、预计到") != std::string::npos, printed.out);
}

BOOST_AUTO_TEST_CASE(a_change_is_one_step_that_undo_takes_back)
{
    const auto refused =
        on_file({"--lang", "zh_CN", "move-posting", posting, "--to", "培训", "--reason", "轮训"});
    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(refused.err.find("预计到") != std::string::npos, refused.err);
    BOOST_TEST(status() == "on_duty");

    const std::vector<std::string> words{
        "move-posting", person, "--to", "培训", "--reason", "轮训", "--until", "2030-01-15"};
    auto dry = words;
    dry.emplace_back("--dry-run");
    BOOST_TEST(ask(dry).at("done").as_bool());
    BOOST_TEST(status() == "on_duty");
    const auto moved = ask(words);
    BOOST_TEST(moved.at("changed").as_bool());
    BOOST_TEST(moved.at("status").as_string() == "training");
    const auto changes = ask({"list", "posting_change"});
    BOOST_TEST(changes.at("total").as_int64() == 1);
    BOOST_TEST(changes.at("records").at(0).at("status_from").as_string() == "on_duty");
    BOOST_TEST(on_file({"undo"}).exit == 0);
    BOOST_TEST(status() == "on_duty");
    BOOST_TEST(ask({"list", "posting_change"}).at("total").as_int64() == 0);
}

BOOST_AUTO_TEST_CASE(set_is_held_to_the_same_rules)
{
    const auto refused = on_file({"--lang", "zh_CN", "set", "posting", posting, "status=试用"});
    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(refused.err.find("状态不能从“在岗”变动为“试用”") != std::string::npos, refused.err);
    BOOST_TEST(refused.err.find("轮换申请中") != std::string::npos, refused.err);
    const auto ended =
        on_file({"end", "posting", posting, "--on", "2024-01-31", "--reason", "调离"});
    BOOST_TEST(ended.exit == 0, ended.err);
    BOOST_TEST(status() == "left");
}

BOOST_AUTO_TEST_CASE(a_sheet_may_do_it_and_is_told)
{
    std::ofstream(file("派驻.csv"), std::ios::binary)
        << "人员,派驻单位,起始日期,状态\n张桂山,县公安局,2020-06-01,试用\n";
    const auto run = ask({"import", "posting", file("派驻.csv")});
    BOOST_TEST(run.at("changed").as_int64() == 1);
    BOOST_TEST(status() == "trial");
    BOOST_TEST(
        boost::json::serialize(run).find("状态不能从“在岗”变动为“试用”") != std::string::npos, run);
}

BOOST_AUTO_TEST_CASE(the_rotation_calendar_is_told_and_written)
{
    const auto told = ask({"rotation"});
    BOOST_REQUIRE(told.at("overdue").as_array().size() == 1u);
    const auto& one = told.at("overdue").at(0);
    BOOST_TEST(one.at("posting").as_string() == posting);
    BOOST_TEST(one.at("name").as_string() == "张桂山");
    BOOST_TEST(one.at("unit").as_string() == "县公安局");
    BOOST_TEST(one.at("reached").as_string() == "2022-06-01");
    BOOST_TEST(!one.at("applied_for").as_bool());
    BOOST_TEST(told.at("months").as_array().size() == 12u);
    const auto out = file("轮换.csv");
    BOOST_TEST(on_file({"--lang", "zh_CN", "rotation", "--to", out}).exit == 0);
    std::ifstream sheet(out, std::ios::binary);
    std::string text;
    std::getline(sheet, text);
    BOOST_TEST(text.find("派驻单位") != std::string::npos, text);
    const auto checked = on_file({"--json", "check"}).json();
    BOOST_TEST(boost::json::serialize(checked).find("S20") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_portrait_is_set_written_and_removed)
{
    using namespace std::string_literals;
    const auto path = file("照片.png");
    std::ofstream(path, std::ios::binary)
        << "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x36\0\0\0\x48\x08\x02\0\0\0"s
        << std::string(500, '.');
    BOOST_TEST(ask({"portrait", "张桂山"}).at("portrait").is_null());
    const auto set = ask({"portrait", "张桂山", "--picture", path});
    BOOST_TEST(set.at("changed").as_bool());
    BOOST_TEST(set.at("portrait").at("title").as_string() == "照片.png");
    const auto out = file("出.png");
    BOOST_TEST(on_file({"portrait", "张桂山", "--out", out, "--reason", "制作工牌"}).exit == 0);
    BOOST_TEST(std::ifstream(out, std::ios::binary).good());
    BOOST_TEST(ask({"portrait", "张桂山", "--no-picture"}).at("portrait").is_null());
    BOOST_TEST(on_file({"undo"}).exit == 0);
    BOOST_TEST(!ask({"portrait", "张桂山"}).at("portrait").is_null());
}

BOOST_AUTO_TEST_SUITE_END()
