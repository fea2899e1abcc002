#include "model/commands/newcomer.h"

#include "model/base/codes.h"
#include "model/commands/field_marks.h"
#include "tests/support/editing.h"
#include "tests/support/extra_fields.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

struct WithHall : tests::Editing {
    Uuid hall =
        made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
    Uuid unit = made("unit", {{"name", "县公安局"}});
    Uuid window = made("window", {{"number", "A1"}, {"place", hall.text()}, {"status", "open"}});
    const std::string number =
        "43092219900307123" + std::string(1, id_check_digit("43092219900307123"));

    Newcomer somebody()
    {
        Newcomer newcomer;
        newcomer.person.name = "单雪梅";
        newcomer.person.id_number = number;
        newcomer.posting.unit = unit;
        newcomer.posting.source = PostingSource::sent;
        newcomer.posting.identity = Identity::civil_servant;
        newcomer.posting.from = store.today();
        newcomer.window = window;
        newcomer.document = "窗口工作人员基本情况表";
        return newcomer;
    }

    std::int64_t count(std::string_view entity) { return store.count({.def = &def(entity)}); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(newcomer_test, WithHall)

BOOST_AUTO_TEST_CASE(person_posting_and_window_are_one_step)
{
    const auto outcome = enter_newcomer(editor, somebody());

    BOOST_REQUIRE_MESSAGE(outcome.done, told(outcome));
    BOOST_TEST(count("person") == 1);
    BOOST_TEST(text(outcome.id, "birth") == "1990-03-07");
    BOOST_TEST(text(outcome.id, "sex") == "male");
    const auto posting = store.where(def("posting"), "person", outcome.id);
    BOOST_REQUIRE(posting.size() == 1u);
    BOOST_TEST(to_text(posting[0]["place"]) == hall.text());
    BOOST_TEST(to_text(posting[0]["status"]) == "trial");
    BOOST_TEST(to_text(posting[0]["trial_until"]) == "2026-01-31");
    const auto post = store.where(def("window_staff"), "person", outcome.id);
    BOOST_REQUIRE(post.size() == 1u);
    BOOST_TEST(to_text(post[0]["slot"]) == "A");

    editor.undo();
    BOOST_TEST(count("person") == 0);
    BOOST_TEST(count("posting") == 0);
    BOOST_TEST(count("window_staff") == 0);
    editor.redo();
    BOOST_TEST(count("window_staff") == 1);
}

BOOST_AUTO_TEST_CASE(who_has_been_here_longer_than_a_trial_or_comes_without_one_is_on_duty)
{
    auto before = somebody();
    before.posting.from = parse_iso_date("2025-11-30");
    complete(store, before);
    BOOST_TEST((before.posting.status == PostingStatus::on_duty));
    auto villager = somebody();
    villager.posting.source = PostingSource::village;
    complete(store, villager);
    BOOST_TEST((villager.posting.status == PostingStatus::on_duty));
    BOOST_TEST(!villager.posting.trial_until);
    auto later = somebody();
    later.posting.from = parse_iso_date("2026-02-01");
    complete(store, later);
    BOOST_TEST((later.posting.status == PostingStatus::proposed));
}

BOOST_AUTO_TEST_CASE(what_the_unit_owns_is_marked_with_its_document)
{
    const auto outcome = enter_newcomer(editor, somebody());
    BOOST_REQUIRE(outcome.done);
    const auto history = store.history(outcome.id);
    BOOST_REQUIRE(!history.empty());
    BOOST_TEST(history.front().document == "窗口工作人员基本情况表");
}

BOOST_AUTO_TEST_CASE(one_refusal_keeps_all_out)
{
    auto wrong = somebody();
    wrong.person.id_number = "430922199003071230";
    BOOST_TEST(!enter_newcomer(editor, wrong).done);
    auto ended = somebody();
    ended.posting.to = parse_iso_date("2020-01-01");
    const auto outcome = enter_newcomer(editor, ended);
    BOOST_TEST(!outcome.done);
    BOOST_TEST(!outcome.findings.empty());
    for (const auto* entity : {"person", "posting", "window_staff"})
        BOOST_TEST(count(entity) == 0, entity);
}

BOOST_AUTO_TEST_CASE(doubles_are_told_by_number_and_name)
{
    const auto first = enter_newcomer(editor, somebody()).id;
    auto found = namesakes(store, editor.permission(), "单雪梅", "");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(!found[0].has_same_number);
    BOOST_TEST(found[0].is_posted);
    BOOST_TEST(found[0].unit == "县公安局");
    found = namesakes(store, editor.permission(), "别人", number);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].has_same_number);
    BOOST_TEST((found[0].person == first));
    BOOST_TEST(namesakes(store, editor.permission(), "", "").empty());
}

BOOST_AUTO_TEST_CASE(who_comes_back_keeps_what_the_form_leaves_empty)
{
    const auto before = made("person", {{"name", "单雪梅"}, {"phone", "13900000041"}});
    auto again = somebody();
    again.person.id = before;
    const auto outcome = enter_newcomer(editor, again);
    BOOST_REQUIRE_MESSAGE(outcome.done, told(outcome));
    BOOST_TEST(count("person") == 1);
    BOOST_TEST(text(before, "phone") == "13900000041");
    BOOST_TEST(text(before, "id_number") == number);
    BOOST_TEST(store.where(def("posting"), "person", before).size() == 1u);
}

BOOST_AUTO_TEST_CASE(fields_that_the_office_needs_are_asked_for_and_kept)
{
    const auto plate = tests::define(
        *this, {{"register", "person"}, {"label", "车牌号"}, {"kind", "text"}, {"required", "1"}});
    const auto shift = tests::define(
        *this, {{"register", "posting"}, {"label", "班次"}, {"kind", "text"}, {"required", "1"}});
    tests::define(*this, {{"register", "person"}, {"label", "血型"}, {"kind", "text"}});
    const auto asked = asked_of_newcomer(store);
    BOOST_REQUIRE(asked.size() == 2u);
    BOOST_TEST(asked[0].field->label == std::string("车牌号"));
    BOOST_TEST(asked[1].def->name == "posting");

    auto newcomer = somebody();
    BOOST_TEST(!enter_newcomer(editor, newcomer).done);
    newcomer.extras.push_back({asked[0].field, std::string("湘H12345")});
    const auto refused = enter_newcomer(editor, newcomer);
    BOOST_TEST(!refused.done);
    BOOST_TEST(count("person") == 0); // the posting lacks its own
    newcomer.extras.push_back({asked[1].field, std::string("上午")});
    const auto outcome = enter_newcomer(editor, newcomer);
    BOOST_REQUIRE_MESSAGE(outcome.done, told(outcome));
    BOOST_TEST(tests::extra_text(*this, outcome.id, plate) == "湘H12345");
    const auto posting = store.where(def("posting"), "person", outcome.id).at(0);
    BOOST_TEST(tests::extra_text(*this, posting.id, shift) == "上午");
}

BOOST_AUTO_TEST_SUITE_END()
