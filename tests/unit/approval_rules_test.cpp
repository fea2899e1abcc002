#include "model/rules/approval_rules.h"

#include "tests/support/rules.h"

using namespace model;

namespace {

struct Approvals : tests::Rulebook {
    Uuid unit = add("unit", {{"name", "县水利局"}});
    Uuid person = add("person", {{"name", "张桂山"}});
    Uuid posting = add("posting",
        {{"person", person.text()}, {"unit", unit.text()}, {"source", "sent"},
            {"from", "2025-01-01"}});

    Uuid leave(const std::string& state, const std::string& from = "2026-11-02",
        const std::string& to = "2026-12-11", const std::string& days = "30")
    {
        return add("leave",
            {{"person", person.text()}, {"kind", "sick"}, {"from", from}, {"to", to},
                {"days", days}, {"state", state}});
    }

    Uuid step(const Uuid& of, const std::string& number, const std::string& decision,
        const std::string& day = "2026-10-30")
    {
        return add("approval",
            {{"matter", "leave"}, {"leave", of.text()}, {"step", number}, {"post", "某职务"},
                {"decision", decision}, {"day", decision.empty() ? "" : day}});
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(approval_rules_test, Approvals)

BOOST_AUTO_TEST_CASE(six_weeks_of_leave_are_not_agreed_to_without_a_step)
{
    const auto asked = leave("agreed");
    BOOST_TEST(says("G31", asked) == "warn state");
    BOOST_TEST(sentence().find("窗口首席事务代表") != std::string::npos, sentence());
    step(asked, "1", "agree");
    step(asked, "2", "agree");
    BOOST_TEST(says("G31", asked) == "warn state");
    BOOST_TEST(sentence().find("中心主要负责人") != std::string::npos, sentence());
    const auto third = step(asked, "3", "");
    BOOST_TEST(says("G31", asked) == "warn state");
    change(third, "decision", "agree");
    BOOST_TEST(says("G31", asked) == "");
    BOOST_TEST(says("G31", leave("requested")) == "");
}

BOOST_AUTO_TEST_CASE(what_a_refused_step_and_the_request_say_must_agree)
{
    const auto asked = leave("agreed");
    step(asked, "1", "refuse");
    BOOST_TEST(says("G32", asked) == "warn state");
    BOOST_TEST(says("G31", asked) == "");
    change(asked, "state", "requested");
    BOOST_TEST(says("G32", asked) == "");
    BOOST_TEST(says("G33", asked) == "remind state");
    change(asked, "state", "refused");
    BOOST_TEST(says("G33", asked) == "");
}

BOOST_AUTO_TEST_CASE(half_a_day_is_the_window_head_s_and_needs_no_steps)
{
    const auto half = [&](const std::string& approver, const std::string& approved) {
        return says("G31", "leave",
            {{"person", person.text()}, {"kind", "personal"}, {"from", "2026-11-02"},
                {"days", "0.5"}, {"state", "agreed"}, {"approver", approver},
                {"approved", approved}});
    };
    BOOST_TEST(half("", "") == "warn state");
    BOOST_TEST(half("李文员", "") == "warn state");
    BOOST_TEST(half("李文员", "2026-11-01") == "");
}

BOOST_AUTO_TEST_CASE(what_lies_a_year_back_and_whom_others_send_is_not_asked_about)
{
    BOOST_TEST(says("G31", leave("agreed", "2025-03-03", "2025-03-28", "20")) == "");
    change(posting, "source", "township");
    BOOST_TEST(says("G31", leave("agreed")) == "");
}

BOOST_AUTO_TEST_CASE(the_county_s_own_chain_holds_from_its_day_on)
{
    add("chain_step",
        {{"matter", "leave"}, {"step", "1"}, {"post", "县长"}, {"from", "2026-11-03"}});
    const auto asked = leave("agreed");
    BOOST_TEST(says("G31", asked) == ""); // the register has chains, none of them in force then
    change(asked, "from", "2026-11-03");
    BOOST_TEST(says("G31", asked) == "warn state");
    BOOST_TEST(sentence().find("县长") != std::string::npos, sentence());
}

BOOST_AUTO_TEST_CASE(the_kind_and_the_days_choose_the_chain)
{
    StoreLookup lookup(store);
    const auto posts = [&](const char* kind, const Decimal& days) {
        std::string all;
        const ApprovalRequest request{
            .matter = ApprovalMatter::leave, .kind = kind, .days = days, .asked = today};
        for (const auto& each : chain_for(request, lookup, today))
            all += (all.empty() ? "" : ",") + each.post;
        return all;
    };
    BOOST_TEST(posts("personal", {5, 1}) == "窗口首席事务代表");
    BOOST_TEST(posts("personal", {20, 1}) == "窗口首席事务代表,中心分管领导");
    BOOST_TEST(posts("personal", {30, 1}) == "窗口首席事务代表,派驻单位,中心主要负责人");
    BOOST_TEST(posts("meeting", {30, 1}) == "窗口首席事务代表,人员管理科室负责人");
}

BOOST_AUTO_TEST_CASE(a_change_and_an_item_have_chains_of_their_own)
{
    const auto change = add("posting_change",
        {{"posting", posting.text()}, {"person", person.text()}, {"kind", "returned"},
            {"requested", "2026-11-02"}, {"state", "done"}, {"settled", "2026-11-20"}});
    BOOST_TEST(says("G31", change) == "warn state");
    BOOST_TEST(says("G31", "item_change",
                   {{"name", "食品经营许可"}, {"kind", "withdraw"}, {"requested", "2026-11-02"},
                       {"state", "approved"}, {"approved", "2026-11-10"}})
        == "warn state");
}

BOOST_AUTO_TEST_CASE(steps_come_in_their_order)
{
    const auto asked = leave("requested");
    const auto first = step(asked, "1", "");
    const auto second = step(asked, "2", "agree");
    BOOST_TEST(says("G05", second) == "warn decision");
    change(first, "decision", "agree");
    change(first, "day", "2026-10-31");
    BOOST_TEST(says("G05", second) == "warn day");
    change(first, "day", "2026-10-30");
    BOOST_TEST(says("G05", second) == "");
}

BOOST_AUTO_TEST_CASE(the_next_step_waits_for_its_post)
{
    const auto asked = leave("requested", "2026-12-01");
    const auto first = step(asked, "1", "");
    const auto second = step(asked, "2", "");
    BOOST_TEST(says("G04", first) == "remind decision");
    BOOST_TEST(sentence().find("某职务") != std::string::npos);
    BOOST_TEST((last.due == parse_iso_date("2026-12-01")));
    BOOST_TEST(says("G04", second) == "");
    change(first, "decision", "agree");
    BOOST_TEST(says("G04", first) == "");
    BOOST_TEST(says("G04", second) == "remind decision");
    change(asked, "state", "withdrawn");
    BOOST_TEST(says("G04", second) == "");
}

BOOST_AUTO_TEST_CASE(a_swap_names_its_duty_and_a_paper_its_number)
{
    const auto duty = add("roster", {{"person", person.text()}, {"day", "2026-12-01"}});
    BOOST_TEST(says("G06", "approval", {{"matter", "roster"}}) == "warn roster");
    BOOST_TEST(says("G06", "approval", {{"matter", "roster"}, {"roster", duty.text()}}) == "");
    BOOST_TEST(
        says("G01", "approval", {{"matter", "leave"}, {"roster", duty.text()}}) == "warn matter");
    BOOST_TEST(
        says("G07", "approval", {{"decision", "agree"}, {"on_paper", "1"}}) == "remind document");
    BOOST_TEST(says("G07", "approval",
                   {{"decision", "agree"}, {"on_paper", "1"}, {"document", "签批单3号"}})
        == "");
}

BOOST_AUTO_TEST_CASE(a_chain_is_numbered_and_its_days_are_a_span)
{
    const auto chain = [&](const char* rule, const std::string& step, const std::string& from,
                           const std::string& below) {
        return says(rule, "chain_step",
            {{"matter", "leave"}, {"step", step}, {"post", "主任"}, {"from_days", from},
                {"below_days", below}});
    };
    BOOST_TEST(chain("G41", "0", "", "") == "refuse step");
    BOOST_TEST(chain("G41", "1", "", "") == "");
    BOOST_TEST(chain("G42", "1", "3", "3") == "refuse below_days");
    BOOST_TEST(chain("G42", "1", "1", "3") == "");
}

BOOST_AUTO_TEST_SUITE_END()
