// What the rules say of a posting's status, its trial, and its two years.
#include "model/rules/status_rules.h"

#include "model/rules/service_term.h"
#include "model/rules/trial_terms.h"
#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Statuses : tests::Rulebook {
    Uuid unit = add("unit", {{"name", "县公安局"}});
    Uuid person = add("person", {{"name", "张桂山"}});

    Uuid post(const std::string& status, const std::string& from,
        const std::string& source = "sent", const std::string& identity = {})
    {
        return add("posting",
            {{"person", person.text()}, {"unit", unit.text()}, {"source", source},
                {"identity", identity}, {"status", status}, {"from", from}});
    }

    Uuid changed(
        const Uuid& posting, std::initializer_list<std::pair<std::string_view, std::string>> fields)
    {
        const auto id = add("posting_change", fields);
        change(id, "posting", posting.text());
        return id;
    }

    Posting read(const Uuid& id) { return from_record<Posting>(store.find_any(id)->second); }

    std::string trial_ends(const Uuid& posting)
    {
        StoreLookup lookup(store);
        const auto end = trial_end(read(posting), {lookup, today});
        return end ? to_iso(*end) : "";
    }

    std::optional<ServiceTerm> term(const Uuid& posting)
    {
        StoreLookup lookup(store);
        return service_term(read(posting), {lookup, today});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(status_rules_test, Statuses)

BOOST_AUTO_TEST_CASE(a_trial_lasts_as_long_as_the_source_says)
{
    BOOST_TEST(trial_ends(post("trial", "2026-10-20")) == "2026-11-19");
    BOOST_TEST(trial_ends(post("trial", "2027-01-31")) == "2027-02-28");
    BOOST_TEST(trial_ends(post("trial", "2026-10-20", "village")) == "");
    BOOST_TEST(trial_ends(post("trial", "2022-06-30")) == ""); // no figure held then
    add("setting", {{"matter", "hired_trial_months"}, {"value", "3"}, {"from", "2026-09-01"}});
    BOOST_TEST(trial_ends(post("trial", "2026-10-20", "purchased")) == "2027-01-19");
    BOOST_TEST(trial_ends(post("trial", "2026-10-20", "sent", "purchased")) == "2027-01-19");
    BOOST_TEST(trial_ends(post("trial", "2026-08-20", "unified")) == "2026-09-19"); // as of then
    BOOST_TEST(trial_ends(post("trial", "2026-10-20")) == "2026-11-19");
}

BOOST_AUTO_TEST_CASE(a_trial_without_its_last_day_or_a_short_one_is_told_in_the_form)
{
    const auto posting = post("trial", "2026-11-10");
    BOOST_TEST(says("S18", posting) == "remind trial_until");
    BOOST_TEST(sentence().find("2026-12-09") != std::string::npos);
    change(posting, "trial_until", "2026-12-09");
    BOOST_TEST(says("S18", posting) == "");
    change(posting, "trial_until", "2026-11-30");
    BOOST_TEST(says("S18", posting) == "remind trial_until");
    BOOST_TEST(sentence().find("shorter") != std::string::npos);
    change(posting, "status", "on_duty");
    BOOST_TEST(says("S18", posting) == "");
    BOOST_TEST(says("S18", post("trial", "2026-11-10", "village")) == "");
}

BOOST_AUTO_TEST_CASE(a_trial_that_is_over_by_the_setting_is_undecided_too)
{
    const auto posting = post("trial", "2026-10-20");
    BOOST_TEST(says("S11", posting) == "warn status");
    BOOST_TEST(sentence().find("2026-11-19") != std::string::npos);
    change(posting, "from", "2026-10-24");
    BOOST_TEST(says("S11", posting) == "remind status");
    change(posting, "trial_until", "2026-11-20");
    BOOST_TEST(says("S11", posting) == "warn status");
    StoreLookup lookup(store);
    BOOST_TEST((trial_state(read(posting), {lookup, today}) == TrialState::undecided));
    change(posting, "to", "2026-11-20");
    BOOST_TEST((trial_state(read(posting), {lookup, today}) == TrialState::none));
}

BOOST_AUTO_TEST_CASE(what_a_status_demands_is_told_of_what_sheets_and_syncs_brought)
{
    const auto posting = post("trial", "2026-11-10");
    BOOST_TEST(says("S17", posting) == "remind document");
    change(posting, "document", "桃审进〔2026〕3号");
    BOOST_TEST(says("S17", posting) == "");
    BOOST_TEST(says("S17", post("on_duty", "2026-11-10")) == "");
    BOOST_TEST(says("S17", post("left", "2026-11-10")) == "");
}

BOOST_AUTO_TEST_CASE(who_is_away_is_expected_back)
{
    const auto posting = post("training", "2025-11-10");
    BOOST_TEST(says("S19", posting) == "");
    changed(
        posting, {{"status_to", "training"}, {"requested", "2026-11-02"}, {"until", "2026-11-20"}});
    BOOST_TEST(says("S19", posting) == "warn status");
    BOOST_TEST(sentence().find("2026-11-20") != std::string::npos);
    changed(
        posting, {{"status_to", "training"}, {"requested", "2026-11-21"}, {"until", "2026-11-27"}});
    BOOST_TEST(says("S19", posting) == ""); // entered anew
    today = 2026y / November / 28;
    BOOST_TEST(says("S19", posting) == "warn status");
    change(posting, "status", "on_duty");
    BOOST_TEST(says("S19", posting) == "");
}

BOOST_AUTO_TEST_CASE(an_entry_of_a_change_that_is_not_allowed_is_told)
{
    BOOST_TEST(says("S21", "posting_change", {{"status_from", "left"}, {"status_to", "trial"}})
        == "warn status_to");
    BOOST_TEST(sentence().find("“Left” to “On trial”") != std::string::npos);
    BOOST_TEST(says("S21", "posting_change",
                   {{"status_from", "on_duty"}, {"status_to", "training"}, {"reason", "轮训"}})
        == "warn until");
    BOOST_TEST(says("S21", "posting_change",
                   {{"status_from", "on_duty"}, {"status_to", "out"}, {"reason", "下乡"}})
        == "");
    BOOST_TEST(says("S21", "posting_change", {{"kind", "rotation"}}) == "");
    BOOST_TEST(says("S22", "posting_change", {{"requested", "2026-11-02"}, {"until", "2026-11-01"}})
        == "refuse until");
}

BOOST_AUTO_TEST_CASE(months_are_counted_of_whom_a_unit_sends)
{
    const auto posting = post("on_duty", "2025-01-24");
    BOOST_TEST(term(posting)->served == 22); // until the 23rd of November, both days counted
    BOOST_TEST(to_iso(term(posting)->reached) == "2027-01-24");
    change(posting, "from", "2025-01-25");
    BOOST_TEST(term(posting)->served == 21);
    change(posting, "from", "2024-08-31");
    BOOST_TEST(to_iso(term(posting)->reached) == "2026-08-31");
    change(posting, "from", "2024-02-29");
    BOOST_TEST(to_iso(term(posting)->reached) == "2026-02-28");
    for (const auto* source : {"unified", "purchased", "township", "village", "partner"})
        BOOST_TEST(!term(post("on_duty", "2024-01-01", source)), source);
    BOOST_TEST(!term(post("proposed", "2024-01-01")));
    BOOST_TEST(!term(post("on_duty", "2026-12-01"))); // still to come
    change(posting, "to", "2026-02-27");
    BOOST_TEST(!term(posting));
}

BOOST_AUTO_TEST_CASE(two_years_are_told_before_and_after_unless_something_is_on_its_way)
{
    const auto posting = post("on_duty", "2025-01-23");
    BOOST_TEST(says("S20", posting) == ""); // 61 days to go
    change(posting, "from", "2025-01-22");
    BOOST_TEST(says("S20", posting) == "remind from");
    BOOST_TEST((last.due == 2027y / January / 22));
    change(posting, "from", "2024-11-23");
    BOOST_TEST(says("S20", posting) == "warn from");
    const auto asked = changed(
        posting, {{"kind", "rotation"}, {"requested", "2026-11-20"}, {"state", "requested"}});
    BOOST_TEST(says("S20", posting) == "");
    BOOST_TEST(term(posting)->is_applied_for);
    change(asked, "state", "refused");
    BOOST_TEST(says("S20", posting) == "warn from");
    change(asked, "kind", "extension");
    BOOST_TEST(says("S20", posting) == "warn from");
    change(asked, "state", "agreed");
    BOOST_TEST(says("S20", posting) == "");
    BOOST_TEST(to_iso(term(posting)->reached) == "2027-11-23");
    BOOST_TEST(term(posting)->extended == 12);
}

BOOST_AUTO_TEST_CASE(term_notice_and_extension_are_the_county_s_to_set)
{
    const auto posting = post("on_duty", "2025-05-01");
    BOOST_TEST(says("S20", posting) == "");
    add("setting", {{"matter", "rotation_notice_days"}, {"value", "180"}, {"from", "2026-01-01"}});
    BOOST_TEST(says("S20", posting) == "remind from");
    add("setting", {{"matter", "posting_months"}, {"value", "36"}, {"from", "2026-01-01"}});
    BOOST_TEST(says("S20", posting) == "");
    BOOST_TEST(to_iso(term(posting)->reached) == "2028-05-01");
    add("setting", {{"matter", "extension_months"}, {"value", "6"}, {"from", "2026-01-01"}});
    changed(posting, {{"kind", "extension"}, {"requested", "2026-11-02"}, {"state", "done"}});
    BOOST_TEST(to_iso(term(posting)->reached) == "2028-11-01");
}

BOOST_AUTO_TEST_SUITE_END()
