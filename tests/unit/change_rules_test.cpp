#include "model/rules/change_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Changes : tests::Rulebook {
    Uuid item =
        add("item", {{"code", "43A1"}, {"name", "食品经营许可"}, {"stationing", "not_stationed"}});
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(change_rules_test, Changes)

BOOST_AUTO_TEST_CASE(stages_follow_each_other)
{
    for (const auto& [entity, code] :
        {std::pair{"item_change", "C01"}, std::pair{"negative_entry", "C11"}}) {
        BOOST_TEST(says(code, entity, {{"requested", "2026-03-02"}, {"reviewed", "2026-03-01"}})
            == "refuse reviewed");
        BOOST_TEST(says(code, entity, {{"requested", "2026-03-02"}, {"published", "2026-03-01"}})
            == "refuse published");
        BOOST_TEST(says(code, entity,
                       {{"requested", "2026-03-02"}, {"reviewed", "2026-03-02"},
                           {"approved", "2026-03-09"}, {"published", "2026-03-10"}})
            == "");
    }
}

BOOST_AUTO_TEST_CASE(a_stage_has_its_day_and_an_approval_its_document)
{
    for (const auto& [entity, stage, approval] :
        {std::tuple{"item_change", "C02", "C03"}, std::tuple{"negative_entry", "C12", "C13"}}) {
        BOOST_TEST(says(stage, entity, {{"state", "reviewed"}}) == "warn reviewed");
        BOOST_TEST(says(stage, entity, {{"state", "in_force"}}) == "warn approved");
        BOOST_TEST(
            says(stage, entity,
                {{"state", "in_force"}, {"approved", "2026-03-02"}, {"published", "2026-03-03"}})
            == "warn effective");
        BOOST_TEST(says(stage, entity, {{"state", "requested"}}) == "");
        BOOST_TEST(
            says(approval, entity, {{"approved", "2026-03-02"}}) == "warn approval_document");
        BOOST_TEST(says(approval, entity,
                       {{"approved", "2026-03-02"}, {"approval_document", "桃政函〔2026〕5号"}})
            == "");
    }
}

BOOST_AUTO_TEST_CASE(the_catalog_follows_a_change_in_force)
{
    BOOST_TEST(says("C04", "item_change", {{"kind", "station"}}) == "remind name");
    BOOST_TEST(says("C04", "item_change", {{"kind", "add"}}) == "");
    const auto in_force = [&] {
        return says("C05", "item_change",
            {{"item", item.text()}, {"kind", "station"}, {"state", "in_force"},
                {"effective", "2026-03-02"}});
    };
    BOOST_TEST(in_force() == "warn item");
    change(item, "stationing", "stationed");
    BOOST_TEST(in_force() == "");
}

BOOST_AUTO_TEST_CASE(no_item_is_on_both_lists)
{
    const auto entry = [&](const std::string& state, const std::string& to = {}) {
        return says("C14", "negative_entry",
            {{"name", "食品经营许可"}, {"item", item.text()}, {"state", state}, {"to", to}});
    };
    BOOST_TEST(entry("in_force") == "");
    change(item, "stationing", "stationed");
    BOOST_TEST(entry("in_force") == "refuse item");
    BOOST_TEST(entry("requested") == "");
    BOOST_TEST(entry("in_force", "2026-06-30") == "");
}

BOOST_AUTO_TEST_CASE(an_entry_has_a_reason_and_no_secret_is_told)
{
    BOOST_TEST(says("C16", "negative_entry", {{"name", "甲"}}) == "remind reason");
    BOOST_TEST(says("C15", "negative_entry", {{"reason", "secret"}, {"explanation", "某事项"}})
        == "warn explanation");
    BOOST_TEST(says("C15", "negative_entry", {{"reason", "secret"}}) == "");
    BOOST_TEST(says("C17", "negative_entry", {{"reason", "other"}}) == "remind explanation");
    BOOST_TEST(says("C17", "negative_entry", {{"reason", "site"}}) == "");
}

BOOST_AUTO_TEST_CASE(an_item_stands_on_the_list_once)
{
    add("negative_entry", {{"name", "甲"}, {"item", item.text()}, {"state", "in_force"}});
    BOOST_TEST(says("C18", "negative_entry",
                   {{"name", "甲"}, {"item", item.text()}, {"state", "in_force"}})
        == "warn item");
    BOOST_TEST(says("C18", "negative_entry",
                   {{"name", "甲"}, {"item", item.text()}, {"state", "requested"}})
        == "");
}

BOOST_AUTO_TEST_CASE(a_step_approves_one_thing)
{
    const auto leave = add("leave", {{"from", "2026-03-02"}});
    const auto change_asked = add("item_change", {{"name", "甲"}});
    BOOST_TEST(
        says("G01", "approval", {{"leave", leave.text()}, {"item_change", change_asked.text()}})
        == "refuse matter");
    BOOST_TEST(says("G01", "approval", {{"matter", "leave"}}) == "remind matter");
    BOOST_TEST(says("G01", "approval", {{"matter", "leave"}, {"leave", leave.text()}}) == "");
    BOOST_TEST(says("G02", "approval", {{"decision", "agree"}}) == "remind day");
    BOOST_TEST(says("G03", "approval", {{"decision", "refuse"}}) == "remind opinion");
    BOOST_TEST(says("G03", "approval", {{"decision", "agree"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_change_made_public_is_planned_and_then_to_be_carried_out)
{
    today = 2026y / November / 23;
    const auto id = add("item_change",
        {{"name", "食品经营许可"}, {"item", item.text()}, {"kind", "content"},
            {"published", "2026-11-02"}, {"effective", "2026-12-01"}, {"state", "published"}});
    BOOST_TEST(says("I20", id) == "remind effective");
    BOOST_TEST((*last.due == 2026y / December / 1));
    today = 2026y / December / 1;
    BOOST_TEST(says("I20", id) == "warn effective");
    change(id, "state", "in_force");
    BOOST_TEST(says("I20", id) == "");
    change(id, "state", "approved");
    BOOST_TEST(says("I20", id) == "");
}

BOOST_AUTO_TEST_CASE(merging_names_another_item)
{
    BOOST_TEST(says("I28", "item_change", {{"item", item.text()}, {"kind", "merge"}})
        == "remind merged_into");
    BOOST_TEST(says("I28", "item_change",
                   {{"item", item.text()}, {"kind", "merge"}, {"merged_into", item.text()}})
        == "refuse merged_into");
    const auto other = add("item", {{"code", "43A2"}, {"name", "食品生产许可"}});
    BOOST_TEST(says("I28", "item_change",
                   {{"item", item.text()}, {"kind", "merge"}, {"merged_into", other.text()}})
        == "");
    BOOST_TEST(says("I28", "item_change", {{"item", item.text()}, {"kind", "cancel"}}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
