#include "model/commands/merging.h"

#include "model/access/new_office.h"
#include "model/store/own_accounts.h"
#include "tests/support/editing.h"

using namespace model;

namespace {

/// One person entered twice, with a posting each, and something that refers to both.
struct Twice : tests::Editing {
    Uuid hall = made("place", {{"name", "政务大厅"}, {"type", "hall"}});
    Uuid police = made("unit", {{"name", "县公安局"}});
    Uuid kept = made("person", {{"name", "单雪梅"}, {"phone", "13900000041"}});
    Uuid other = made("person",
        {{"name", "单雪梅"}, {"id_number", "11010519491231002X"}, {"phone", "13900000042"}});
    Uuid posting = made("posting",
        {{"person", other.text()}, {"unit", police.text()}, {"place", hall.text()},
            {"source", "sent"}, {"from", "2025-06-01"}});

    std::string refers(const Uuid& id, std::string_view field)
    {
        return to_text((*store.find_any(id)).second[field]);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(merging_test, Twice)

BOOST_AUTO_TEST_CASE(the_fields_that_differ_are_told_and_which_value_counts)
{
    std::map<std::string_view, bool> taken;
    for (const auto& each : differing(store, kept, other))
        taken[each.field->name] = each.is_taken;
    BOOST_TEST((taken == std::map<std::string_view, bool>{{"id_number", true}, {"phone", false}}));
}

BOOST_AUTO_TEST_CASE(the_kept_one_gets_what_it_lacks_and_all_that_referred_to_the_other)
{
    const auto third = made("person", {{"name", "文国强"}});
    const auto leave =
        made("leave", {{"person", third.text()}, {"cover", other.text()}, {"from", "2026-02-01"}});
    const auto outcome = merge_records(editor, kept, other);
    BOOST_REQUIRE_MESSAGE(outcome.done, told(outcome));
    BOOST_TEST(text(kept, "id_number") == "11010519491231002X"); // though the other has it, too
    BOOST_TEST(text(kept, "phone") == "13900000041");
    BOOST_TEST(refers(posting, "person") == kept.text());
    BOOST_TEST(refers(leave, "cover") == kept.text());
    BOOST_TEST((*store.find_any(other)).first.deleted);

    editor.undo();
    BOOST_TEST(text(kept, "id_number") == "");
    BOOST_TEST(refers(posting, "person") == other.text());
    BOOST_TEST(!(*store.find_any(other)).first.deleted);
    BOOST_TEST(refers(leave, "cover") == other.text());
}

BOOST_AUTO_TEST_CASE(the_files_of_the_other_are_kept_with_the_one_that_stays)
{
    const auto photo = add(
        "attachment", {{"register", "person"}, {"record", other.text()}, {"title", "照片.jpg"}});
    const auto outcome = merge_records(editor, kept, other);
    BOOST_REQUIRE_MESSAGE(outcome.done, told(outcome));
    BOOST_TEST(refers(photo, "record") == kept.text());
}

BOOST_AUTO_TEST_CASE(a_file_in_the_recycle_bin_goes_along_and_can_come_back)
{
    const auto photo = add(
        "attachment", {{"register", "person"}, {"record", other.text()}, {"title", "照片.jpg"}});
    BOOST_REQUIRE(editor.remove(photo).done);
    const auto outcome = merge_records(editor, kept, other);
    BOOST_REQUIRE_MESSAGE(outcome.done, told(outcome));
    BOOST_TEST(refers(photo, "record") == kept.text());
    BOOST_TEST((*store.find_any(photo)).first.deleted);
    BOOST_TEST(editor.restore(photo).done);
}

BOOST_AUTO_TEST_CASE(a_tip_follows_though_whoever_merges_does_not_know_of_it)
{
    add_founder(store, clerk);
    add_own_account(store, clerk);
    const auto user = made("user", {{"name", "业务"}, {"roles", "business"}, {"state", "active"}});
    add_own_account(store, {user, "业务"});
    const auto tip = add("tip", {{"number", "线索1号"}, {"about_person", other.text()}});
    Editor business(store, {user, "业务"});
    const auto outcome = merge_records(business, kept, other);
    BOOST_REQUIRE_MESSAGE(outcome.done, told(outcome));
    BOOST_TEST(told(outcome).find("J4") == std::string::npos);
    BOOST_TEST(refers(tip, "about_person") == kept.text());
    const auto undone = business.undo();
    BOOST_TEST(refers(tip, "about_person") == other.text());
    BOOST_TEST(told(*undone).find("线索") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_unit_that_was_entered_as_the_superior_of_its_double_is_above_nobody)
{
    const auto two = made("unit", {{"name", "县公安局（县局）"}});
    set(police, {{"parent", two.text()}});
    const auto outcome = merge_records(editor, police, two);
    BOOST_REQUIRE_MESSAGE(outcome.done, told(outcome));
    BOOST_TEST(refers(police, "parent") == "");
}

BOOST_AUTO_TEST_CASE(what_goes_along_is_told_once_for_each_register_with_its_files)
{
    add("leave", {{"person", other.text()}, {"cover", other.text()}, {"from", "2026-02-01"}});
    add("leave", {{"person", other.text()}, {"from", "2026-03-01"}});
    add("attachment", {{"register", "person"}, {"record", other.text()}, {"title", "照片.jpg"}});
    std::string told;
    for (const auto& each : followers(editor, kept, other))
        told += std::string(each.def->name) + ' ' + std::to_string(each.count) + ';';
    BOOST_TEST(told == "posting 1;leave 2;attachment 1;");
}

BOOST_AUTO_TEST_CASE(a_value_of_the_other_counts_where_it_is_asked_for)
{
    const auto* phone = def("person").find("phone");
    BOOST_TEST(merge_records(editor, kept, other, std::array{phone}).done);
    BOOST_TEST(text(kept, "phone") == "13900000042");
}

BOOST_AUTO_TEST_CASE(where_one_record_cannot_follow_nothing_is_written_and_it_is_named)
{
    made("attendance_day", {{"person", kept.text()}, {"day", "2026-01-05"}});
    made("attendance_day", {{"person", other.text()}, {"day", "2026-01-05"}});
    const auto outcome = merge_records(editor, kept, other);
    BOOST_TEST(!outcome.done);
    BOOST_TEST(told(outcome).find("refuse B11") != std::string::npos, told(outcome));
    BOOST_TEST(refers(posting, "person") == other.text());
    BOOST_TEST(text(kept, "id_number") == "");
}

BOOST_AUTO_TEST_CASE(a_dry_run_says_the_same_and_writes_nothing)
{
    BOOST_TEST(merge_records(editor, kept, other, {}, true).done);
    BOOST_TEST(!(*store.find_any(other)).first.deleted);
}

BOOST_AUTO_TEST_CASE(given_up_it_writes_nothing_and_says_how_far_it_is)
{
    made("leave", {{"person", other.text()}, {"from", "2026-02-01"}});
    std::vector<double> shares;
    const auto outcome = merge_records(editor, kept, other, {}, false, [&](double done) {
        shares.push_back(done);
        return shares.size() < 2;
    });
    BOOST_TEST(!outcome.done);
    BOOST_TEST(outcome.findings.empty());
    BOOST_TEST(!(*store.find_any(other)).first.deleted);
    BOOST_TEST((shares == std::vector<double>{0.0, 0.5}));
}

BOOST_AUTO_TEST_CASE(only_two_live_records_of_one_register_are_merged)
{
    BOOST_CHECK_THROW(merge_records(editor, kept, kept), UsageError);
    BOOST_CHECK_THROW(merge_records(editor, kept, police), UsageError);
    editor.remove(posting);
    editor.remove(other);
    BOOST_CHECK_THROW(merge_records(editor, kept, other), UsageError);
    BOOST_CHECK_THROW(differing(store, kept, other), UsageError);
}

BOOST_AUTO_TEST_SUITE_END()
