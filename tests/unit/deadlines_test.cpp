#include "model/rules/deadlines.h"

#include "assets/assets.h"
#include "model/base/text.h"
#include "model/rules/limits.h"
#include "model/rules/own_figures.h"
#include "tests/support/rules.h"

#include <set>

using namespace model;
using namespace std::chrono;

namespace {

struct Figures : tests::Rulebook {
    Uuid set(const std::string& matter, const std::string& value, const std::string& unit,
        const std::string& from, const std::string& document = {})
    {
        return add("setting",
            {{"matter", matter}, {"value", value}, {"unit", unit}, {"from", from},
                {"document", document}});
    }

    /// "7 working_day", or nothing.
    std::string deadline(std::string_view name, Date on)
    {
        StoreLookup lookup(store);
        const auto found = deadline_on(name, {lookup, on});
        return found
            ? std::to_string(found->term.count) + ' ' + std::string(unit_name(found->term.unit))
            : std::string();
    }

    std::int64_t limit(std::string_view name, Date on)
    {
        StoreLookup lookup(store);
        const auto found = limit_on(name, {lookup, on});
        return found ? found->value : -1;
    }

    std::string due(std::string_view name, Date start, std::vector<ClockStop> stops = {})
    {
        StoreLookup lookup(store);
        const auto found = due_by(name, start, lookup, stops);
        return found ? to_iso(found->on) : std::string();
    }

    /// A posting of a year, which is shorter than is usual.
    std::string of_a_short_posting()
    {
        return says(
            "S03", "posting", {{"source", "sent"}, {"from", "2025-01-01"}, {"to", "2025-12-31"}});
    }
};

std::set<std::string> keys_of(std::string_view asset)
{
    std::set<std::string> keys;
    const auto lines = split(assets::text(asset), '\n');
    for (std::size_t i = 1; i + 1 < lines.size(); ++i)
        keys.emplace(split(lines[i], ',')[0]);
    return keys;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(deadlines_test, Figures)

BOOST_AUTO_TEST_CASE(usual_deadlines_are_there_from_their_day_on)
{
    BOOST_TEST(deadline("complaint_reply", today) == "7 working_day");
    BOOST_TEST(deadline("rating_contact", today) == "1 working_day");
    BOOST_TEST(deadline("rating_correction", today) == "15 working_day");
    BOOST_TEST(deadline("unresolved_special", today) == "10 working_day");
    BOOST_TEST(deadline("petition_decision", today) == "60 day");
    BOOST_TEST(deadline("petition_decision", 2022y / April / 30) == "");
    BOOST_TEST(deadline("tea_break", today) == "");
}

BOOST_AUTO_TEST_CASE(every_matter_is_in_a_list_and_every_deadline_and_limit_is_a_matter)
{
    auto listed = keys_of("codes/deadlines.csv");
    for (const auto& name : keys_of("codes/limits.csv"))
        if (!name.starts_with("sensitive_")) // those are kinds, not figures
            listed.insert(name);
    std::set<std::string> matters;
    for (const auto& choice : choices_of<Matter>)
        matters.emplace(choice.code);
    BOOST_TEST(listed == matters, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_units_of_a_setting_begin_with_those_of_a_term)
{
    for (const auto unit : {TermUnit::day, TermUnit::working_day, TermUnit::month, TermUnit::year})
        BOOST_TEST(
            choices_of<SettingUnit>.at(static_cast<std::size_t>(unit)).code == unit_name(unit));
    BOOST_TEST((usual_unit("posting_months") == SettingUnit::month));
    BOOST_TEST((usual_unit("licence_working_days") == SettingUnit::working_day));
    BOOST_TEST((usual_unit("oldest_staff_years") == SettingUnit::year));
    BOOST_TEST((usual_unit("petition_decision") == SettingUnit::day));
}

BOOST_AUTO_TEST_CASE(the_county_s_own_deadline_holds_from_its_day_on)
{
    set("rating_correction", "7", "day", "2026-07-01", "桃政务发〔2026〕8号");
    BOOST_TEST(deadline("rating_correction", 2026y / June / 30) == "15 working_day");
    BOOST_TEST(deadline("rating_correction", 2026y / July / 1) == "7 day");
    BOOST_TEST(deadline("rating_correction_complex", 2026y / July / 1) == "15 working_day");

    StoreLookup lookup(store);
    const auto found = deadline_on("rating_correction", {lookup, 2026y / July / 1});
    BOOST_TEST(found->is_own);
    BOOST_TEST(found->source->document == "桃政务发〔2026〕8号");
    BOOST_TEST((found->source->in_force_since == 2026y / July / 1));
}

BOOST_AUTO_TEST_CASE(the_newest_of_several_holds_and_what_is_incomplete_does_not)
{
    set("complaint_reply", "5", "", "2026-01-01");
    set("complaint_reply", "3", "", "2026-06-01");
    set("complaint_reply", "1", "", "");
    set("complaint_reply", "", "", "2026-07-01");
    set("complaint_reply", "50", "percent", "2026-08-01");
    BOOST_TEST(deadline("complaint_reply", 2025y / December / 31) == "7 working_day");
    BOOST_TEST(deadline("complaint_reply", 2026y / March / 1) == "5 working_day");
    BOOST_TEST(deadline("complaint_reply", today) == "3 working_day");
}

BOOST_AUTO_TEST_CASE(a_setting_in_the_recycle_bin_is_out_of_force)
{
    const auto id = set("posting_months", "12", "month", "2026-01-01");
    BOOST_TEST(limit("posting_months", today) == 12);
    Batch batch(store, {.label = {msgid("Delete {1}"), {"x"}}, .account = clerk});
    batch.remove(id);
    batch.commit();
    BOOST_TEST(limit("posting_months", today) == 24);
}

BOOST_AUTO_TEST_CASE(a_rule_goes_by_the_county_s_figure_from_its_day_on)
{
    BOOST_TEST(of_a_short_posting() == "warn end_reason");
    BOOST_TEST(sentence().find("24") != std::string::npos);

    set("posting_months", "12", "", "2026-09-01", "桃政务发〔2026〕9号");
    BOOST_TEST(of_a_short_posting() == "");
    today = 2026y / August / 31;
    BOOST_TEST(of_a_short_posting() == "warn end_reason");

    today = 2026y / November / 23;
    set("posting_months", "18", "month", "2026-10-01");
    BOOST_TEST(of_a_short_posting() == "warn end_reason");
    BOOST_TEST(sentence().find("18") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_started_earlier_keeps_its_deadline)
{
    BOOST_TEST(due("complaint_reply", 2026y / February / 12) == "2026-02-28");
    set("complaint_reply", "3", "working_day", "2026-03-01");
    BOOST_TEST(due("complaint_reply", 2026y / February / 12) == "2026-02-28");
    BOOST_TEST(due("complaint_reply", 2026y / March / 2) == "2026-03-05");
    BOOST_TEST(due("complaint_reply", 2026y / March / 2, {{2026y / March / 3, 2026y / March / 20}})
        == "2026-03-25");
    BOOST_TEST(
        due("complaint_reply", 2026y / March / 2, {{2026y / March / 3, std::nullopt}}) == "");
    BOOST_TEST(due("tea_break", 2026y / March / 2) == "");
}

BOOST_AUTO_TEST_CASE(a_year_without_its_days_off_is_reminded_of_until_they_are_entered)
{
    const auto reminder = [&](std::string_view name) {
        StoreLookup lookup(store);
        const auto found = due_by(name, 2098y / December / 30, lookup).value();
        const auto finding = unknown_year_finding("due", found);
        return finding ? english(finding->message) : std::string();
    };
    BOOST_TEST(reminder("complaint_reply").find("2098") != std::string::npos);
    BOOST_TEST(reminder("petition_decision") == ""); // calendar days need no notice
    add("calendar_day", {{"date", "2098-10-01"}, {"kind", "off"}});
    BOOST_TEST(reminder("complaint_reply").find("2099") != std::string::npos);
    add("calendar_day", {{"date", "2099-10-01"}, {"kind", "off"}});
    BOOST_TEST(reminder("complaint_reply") == "");
}

BOOST_AUTO_TEST_CASE(the_office_s_days_count_in_its_deadlines)
{
    BOOST_TEST(due("rating_contact", 2026y / November / 23) == "2026-11-24");
    add("calendar_day", {{"date", "2026-11-24"}, {"kind", "off"}, {"name", "县庆"}});
    BOOST_TEST(due("rating_contact", 2026y / November / 23) == "2026-11-25");
}

BOOST_AUTO_TEST_SUITE_END()
