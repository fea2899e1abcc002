// Reforms of institutions from the command line.
#include "tests/support/hallctl.h"

using namespace tests;

namespace {

struct WithUnits : HallctlWithFile {
    WithUnits()
    {
        create({"unit", "name=县商务局"});
        create({"unit", "name=县粮食局"});
        for (const auto* number : {"1", "2"})
            window = create({"window", std::string("number=") + number, "place=桃江县政务服务中心",
                "unit=县商务局"});
        create({"item", "code=C1", "name=对外贸易经营者备案", "unit=县商务局"});
    }

    std::int64_t of(const std::string& entity, const std::string& unit)
    {
        return ask({"list", entity, "--where", "unit=" + unit}).at("total").as_int64();
    }

    std::string window;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hallctl_reorganise_test, WithUnits)

BOOST_AUTO_TEST_CASE(units_are_merged_and_undo_takes_all_of_it_back)
{
    const std::vector<std::string> merge{"reorganise", "merged", "县商务局", "县粮食局", "--to",
        "县商粮局", "--document", "桃办发〔2026〕1号", "--give", window + "="};
    auto dry = merge;
    dry.emplace_back("--dry-run");
    const auto would = ask(dry);
    BOOST_TEST(!would.at("done").as_bool());
    BOOST_TEST(would.at("moved").as_int64() == 2);
    BOOST_TEST(of("window", "县商务局") == 2);

    const auto done = ask(merge);

    BOOST_TEST(done.at("done").as_bool());
    BOOST_TEST(of("window", "县商粮局") == 1);
    BOOST_TEST(of("item", "县商粮局") == 1);
    BOOST_TEST(of("window", "县商务局") == 1); // the one that was to stay
    BOOST_TEST(ask({"list", "unit_change"}).at("total").as_int64() == 2);

    BOOST_TEST(on_file({"undo"}).exit == 0);
    BOOST_TEST(of("window", "县商务局") == 2);
    BOOST_TEST(ask({"list", "unit_change"}).at("total").as_int64() == 0);
    BOOST_TEST(ask({"list", "unit"}).at("total").as_int64() == 2);
}

BOOST_AUTO_TEST_CASE(a_unit_is_renamed_and_said_so_in_chinese)
{
    const auto ran = on_file({"--lang", "zh_CN", "reorganise", "更名", "县商务局", "--new-name",
        "县商务和粮食局", "--on", "2026-01-02"});

    BOOST_TEST(ran.exit == 0, ran.err);
    BOOST_TEST(ran.out.find("已办完") != std::string::npos, ran.out);
    BOOST_TEST(ran.err.find("还没有填文号") != std::string::npos, ran.err);
    BOOST_TEST(of("window", "县商务和粮食局") == 2);
}

BOOST_AUTO_TEST_CASE(what_makes_no_sense_is_refused_with_a_sentence)
{
    for (const auto& words :
        std::vector<std::vector<std::string>>{{"reorganise", "exploded", "县商务局"},
            {"reorganise", "merged", "县商务局", "--to", "县粮食局", "--give", "window=县税务局"},
            {"reorganise", "moved", "县商务局", "--to", "县粮食局", "--on", "没有这天"}}) {
        const auto ran = on_file(words);
        BOOST_TEST(ran.exit == 2, words[1] << ": " << ran.err);
        BOOST_TEST(!ran.err.empty());
    }
    for (const auto& words :
        std::vector<std::vector<std::string>>{{"reorganise", "merged", "县商务局"},
            {"reorganise", "renamed", "县商务局"}, {"reorganise", "closed", "没有的局"},
            {"reorganise", "moved", "县商务局", "--to", "县粮食局", "--on", "2999-01-01"}}) {
        const auto ran = on_file(words);
        BOOST_TEST(ran.exit == 1, words[1] << ": " << ran.err);
        BOOST_TEST(!ran.err.empty());
    }
    BOOST_TEST(of("window", "县商务局") == 2);
}

BOOST_AUTO_TEST_CASE(places_are_merged_and_moved_and_their_history_is_kept)
{
    for (const auto* name : {"舒塘村便民服务站", "九都村便民服务站"})
        create({"place", std::string("name=") + name, "type=village_station", "region=430922101",
            "parent=桃江县政务服务中心"});
    const std::vector<std::string> move{"reorganise-place", "moved", "舒塘村便民服务站",
        "--address", "新街 9 号", "--document", "桃政发〔2026〕3号"};
    BOOST_TEST(ask(move).at("done").as_bool());
    const std::vector<std::string> merge{
        "reorganise-place", "merged", "舒塘村便民服务站", "--to", "九都村便民服务站", "--dry-run"};
    const auto would = ask(merge);
    BOOST_TEST(!would.at("done").as_bool());
    BOOST_TEST(would.at("successors").as_array().size() == 1u);
    BOOST_TEST(on_file({merge.begin(), merge.end() - 1}).exit == 0);
    const auto changes = ask({"list", "place_change", "--where", "place=舒塘村便民服务站"});
    BOOST_TEST(changes.at("total").as_int64() == 2);
    BOOST_TEST(ask({"list", "place", "--where", "closed!="}).at("total").as_int64() == 1);
    BOOST_TEST(on_file({"undo"}).exit == 0);
    BOOST_TEST(ask({"list", "place", "--where", "closed!="}).at("total").as_int64() == 0);
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"reorganise-place", "moved", "桃江县政务服务中心", "--parent", "舒塘村便民服务站"},
             {"reorganise-place", "merged", "舒塘村便民服务站"}}) {
        const auto ran = on_file(words);
        BOOST_TEST(ran.exit == 1, words[1] << ": " << ran.err);
        BOOST_TEST(!ran.err.empty());
    }
    BOOST_TEST(
        on_file({"reorganise-place", "split", "舒塘村便民服务站", "--to", "甲", "--type", "castle"})
            .exit
        == 2);
}

BOOST_AUTO_TEST_SUITE_END()
