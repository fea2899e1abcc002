// Planned changes of items, who assesses a person, and on what findings rest, from the command
// line.
#include "tests/support/hallctl.h"

using namespace tests;

namespace {

struct WithItem : HallctlWithFile {
    WithItem()
    {
        item = create({"item", "code=43A1", "name=临时救助", "promised_days=10",
            "promised_unit=working_day", "stationing=not_stationed"});
    }

    std::string planned(const std::string& effective)
    {
        return create({"item_change", "name=临时救助", "item=" + item, "kind=content",
            "requested=2020-01-06", "reviewed=2020-01-07", "approved=2020-01-08",
            "approval_document=桃政办函〔2020〕9号", "published=2020-01-09",
            "effective=" + effective, "state=published", "new_promised_days=1"});
    }

    std::int64_t promised()
    {
        return ask({"get", "item", item}).at("record").as_object().at("promised_days").as_int64();
    }

    std::string item;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hallctl_carry_out_test, WithItem)

BOOST_AUTO_TEST_CASE(a_change_is_carried_out_in_one_step_and_undo_takes_it_back)
{
    const auto change = planned("2020-02-03");
    const auto would = ask({"carry-out", change, "--dry-run"});
    BOOST_TEST(would.at("changes").as_array().size() == 1u);
    BOOST_TEST(
        would.at("changes").as_array()[0].as_object().at("field").as_string() == "promised_days");
    BOOST_TEST(promised() == 10);

    const auto done = ask({"carry-out", change});
    BOOST_TEST(done.at("changed").as_bool());
    BOOST_TEST(done.at("id").as_string() == item);
    BOOST_TEST(promised() == 1);
    BOOST_TEST(on_file({"carry-out", change}).exit == 1); // it is done

    BOOST_TEST(on_file({"undo"}).exit == 0);
    BOOST_TEST(promised() == 10);
}

BOOST_AUTO_TEST_CASE(what_takes_effect_later_is_refused_in_words)
{
    const auto change = planned("2999-01-01");
    const auto ran = on_file({"--lang", "zh_CN", "carry-out", change});
    BOOST_TEST(ran.exit == 1);
    BOOST_TEST(ran.err.find("到当天再落实") != std::string::npos, ran.err);
}

BOOST_AUTO_TEST_CASE(a_finding_names_the_document_and_the_article)
{
    const auto found = // it ends with 1, for there are warnings
        on_file({"--json", "check", "--area", "item"}).json().at("findings").as_array();
    bool is_named = false;
    for (const auto& each : found) {
        const auto& finding = each.as_object();
        if (finding.at("rule").as_string() != "I07")
            continue;
        const auto& source = finding.at("source").as_object();
        is_named = true;
        BOOST_TEST(source.at("document").as_string() == "优化营商环境条例");
        BOOST_TEST(source.at("article").as_string() == "第三十六条");
    }
    BOOST_TEST(is_named);
}

BOOST_AUTO_TEST_CASE(a_posting_tells_who_assesses)
{
    const auto unit = create({"unit", "name=县税务局", "category=vertical"});
    const auto person = create({"person", "name=张桂山"});
    const auto posting = create({"posting", "person=" + person, "unit=" + unit, "source=sent",
        "identity=civil_servant", "from=2026-01-05"});
    const auto follows = ask({"get", "posting", posting}).at("follows").as_array();
    BOOST_REQUIRE(follows.size() == 2u);
    BOOST_TEST(std::string(follows[0].as_string()).find("县税务局") != std::string::npos);
    BOOST_TEST(std::string(follows[1].as_string()).find("基本称职") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
