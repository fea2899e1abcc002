#include "model/rules/finding.h"

#include "tests/support/rules.h"

#include <set>

using namespace model;
using namespace std::chrono;

BOOST_FIXTURE_TEST_SUITE(finding_test, tests::Rulebook)

BOOST_AUTO_TEST_CASE(a_required_field_left_empty_is_refused)
{
    BOOST_TEST(says("D01", "unit", {{"phone", "12345"}}) == "refuse name");
    BOOST_TEST(says("D01", "unit", {{"name", "县公安局"}}) == "");
}

BOOST_AUTO_TEST_CASE(only_the_fields_that_name_a_thing_are_required)
{
    std::set<std::string> required;
    for (const auto* entity : hall_catalog().all())
        for (const auto& field : entity->fields)
            if (field.required)
                required.insert(std::string(entity->name) + '.' + std::string(field.name));
    const std::set<std::string> expected{"basis_document.name", "bundle.name", "calendar_day.date",
        "chain_step.matter", "chain_step.post", "checklist.kind", "checklist.name",
        "checklist_line.checklist", "checklist_line.text", "equipment.name", "finding.name",
        "impact_assessment.matter", "item.code", "item.name", "local_field.kind",
        "local_field.label", "local_field.register", "method.code", "method.name",
        "negative_entry.name", "objection.reason", "period.name", "person.name", "place.name",
        "place.type", "provision.matter", "retention.name", "setting.matter", "task.name",
        "type_code.code", "unit.name", "user.name", "window.number"};
    BOOST_TEST(required == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_code_that_is_not_on_the_list_only_reminds)
{
    BOOST_TEST(says("D02", "posting", {{"status", "on_the_moon"}}) == "remind status");
    BOOST_TEST(sentence().find("on_the_moon") != std::string::npos);
    BOOST_TEST(says("D02", "posting", {{"status", "on_duty"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_set_may_hold_words_of_its_own)
{
    BOOST_TEST(says("D02", "window", {{"types", "general,潮汐窗口"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_reference_to_nothing_or_to_the_recycle_bin_is_a_warning)
{
    const auto unit = add("unit", {{"name", "县公安局"}});
    BOOST_TEST(says("D03", "item", {{"unit", unit.text()}}) == "");
    BOOST_TEST(says("D03", "item", {{"unit", new_id().text()}}) == "warn unit");

    Batch batch(store, {.label = {msgid("Delete {1}"), {"x"}}, .account = clerk});
    batch.remove(unit);
    batch.commit();
    BOOST_TEST(says("D03", "item", {{"unit", unit.text()}}) == "warn unit");
}

BOOST_AUTO_TEST_CASE(a_township_is_not_warned_of_what_it_cannot_see)
{
    const auto hall = new_id();
    const auto place = [&](const Uuid& parent) {
        return says("D03", "place", {{"name", "修山镇便民服务中心"}, {"parent", parent.text()}});
    };
    BOOST_TEST(place(hall) == "warn parent");
    const auto station = add("place", {{"name", "舒塘社区服务站"}, {"region", "430922101001"}});
    auto self = store.self();
    self.region = "430922101";
    self.org = {Role::outlet, self.region};
    store.set_self(self);
    BOOST_TEST(place(hall) == "");
    BOOST_TEST(
        says("D03", "item", {{"unit", hall.text()}}) == "warn unit"); // the county's units it has

    Batch batch(store, {.label = {msgid("Delete {1}"), {"x"}}, .account = clerk});
    batch.remove(station);
    batch.commit();
    BOOST_TEST(place(station) == "warn parent");
}

BOOST_AUTO_TEST_CASE(a_refusal_in_a_field_of_ones_own_keeps_from_saving_and_others_do_not)
{
    const auto home = new_id();
    const Surroundings where{.scope = 430922000000, .home = home, .county = "430922"};
    const Org unit{Role::unit, home.text()};
    const Org agency{Role::agency, "430922"};
    const auto refusing = [](std::string_view field) {
        return Findings{{.rule = "T1", .field = field, .message = {"wrong"}}};
    };

    BOOST_TEST(!may_save(refusing("id_number"), def("person"), unit, where));
    BOOST_TEST(may_save(refusing("badge"), def("person"), unit, where));
    BOOST_TEST(!may_save(refusing("badge"), def("person"), agency, where));
    BOOST_TEST(!may_save(refusing(""), def("person"), unit, where));
}

BOOST_AUTO_TEST_CASE(warnings_and_reminders_never_keep_from_saving)
{
    const Findings findings{{.level = Level::warn, .field = "name", .message = {"odd"}},
        {.level = Level::remind, .field = "phone", .message = {"later"}}};
    BOOST_TEST(may_save(findings, def("person"), {Role::agency, "430922"}, {}));
}

BOOST_AUTO_TEST_CASE(the_areas_share_out_every_entity)
{
    std::multiset<std::string_view> covered;
    for (const auto& area : areas())
        covered.insert(area.entities.begin(), area.entities.end());
    std::multiset<std::string_view> all;
    for (const auto* entity : hall_catalog().all())
        all.insert(entity->name);
    BOOST_TEST(covered == all, boost::test_tools::per_element());
    BOOST_TEST(find_area("window") != nullptr);
    BOOST_TEST(find_area("moon") == nullptr);
}

BOOST_AUTO_TEST_CASE(levels_have_the_names_that_check_prints)
{
    BOOST_TEST(level_name(Level::remind) == "remind");
    BOOST_TEST(level_name(Level::warn) == "warn");
    BOOST_TEST(level_name(Level::refuse) == "refuse");
}

BOOST_AUTO_TEST_SUITE_END()
