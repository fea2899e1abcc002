#include "model/commands/carry_out.h"

#include "model/entities/item.h"
#include "model/rules/item_kinds.h"
#include "tests/support/editing.h"

using namespace model;

namespace {

struct Changing : tests::Editing {
    Uuid unit = made("unit", {{"name", "县民政局"}});
    Uuid item = made("item",
        {{"code", "43A1"}, {"name", "临时救助"}, {"unit", unit.text()}, {"state", "in_force"},
            {"stationing", "not_stationed"}, {"not_stationed_reason", "site"},
            {"promised_days", "10"}, {"promised_unit", "working_day"}});

    static std::string as_it_is(const char* id) { return id; }

    /// A change made public that takes effect on the day of the test, which is 2026-01-01.
    Uuid published(const std::string& kind,
        std::initializer_list<std::pair<const char*, std::string>> more = {})
    {
        const auto id = made("item_change",
            {{"name", "临时救助"}, {"item", item.text()}, {"kind", kind},
                {"requested", "2025-11-03"}, {"approved", "2025-12-01"},
                {"approval_document", "桃政办函〔2025〕9号"}, {"published", "2025-12-08"},
                {"effective", "2026-01-01"}, {"state", "published"}});
        for (const auto& [field, text] : more)
            change(id, field, text);
        return id;
    }

    Item now() { return from_record<Item>(store.find_any(item)->second); }

    std::string of(const Uuid& id, const char* field)
    {
        return to_text(store.find_any(id)->second[field]);
    }

    std::string refused(const Uuid& change)
    {
        try {
            planned_version(store, change, as_it_is);
        } catch (const UsageError& why) {
            return english(why.message());
        }
        return {};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(carry_out_test, Changing)

BOOST_AUTO_TEST_CASE(new_limits_and_a_new_version_are_one_step_and_undo_takes_it_back)
{
    const auto change = published("content",
        {{"new_promised_days", "1"}, {"new_handling", "instant"}, {"new_version", "2026版"}});
    BOOST_TEST(refused(change) == "");
    const auto outcome = carry_out(editor, change, as_it_is);
    BOOST_REQUIRE(outcome.done);
    BOOST_TEST(outcome.id == item);
    BOOST_TEST(*now().promised_days == 1);
    BOOST_TEST((now().promised_unit == TimeUnit::working_day));
    BOOST_TEST((now().handling == Handling::instant));
    BOOST_TEST(now().version == "2026版");
    BOOST_TEST(now().name == "临时救助");
    BOOST_TEST(of(change, "state") == "in_force");
    BOOST_TEST(of(change, "carried_out") == "2026-01-01");
    BOOST_TEST(refused(change) == "The change was carried out on 2026-01-01 already");

    BOOST_TEST(editor.undo()->done);
    BOOST_TEST(*now().promised_days == 10);
    BOOST_TEST(of(change, "state") == "published");
    BOOST_TEST(of(change, "carried_out") == "");
}

BOOST_AUTO_TEST_CASE(an_item_is_stationed_suspended_cancelled_or_merged)
{
    BOOST_TEST(carry_out(editor, published("station"), as_it_is).done);
    BOOST_TEST((now().stationing == Stationing::stationed));
    BOOST_TEST(!now().not_stationed_reason);

    BOOST_TEST(carry_out(editor, published("withdraw"), as_it_is).done);
    BOOST_TEST((now().stationing == Stationing::not_stationed));
    BOOST_TEST(now().approval_document == "桃政办函〔2025〕9号");

    BOOST_TEST(carry_out(editor, published("suspend"), as_it_is).done);
    BOOST_TEST((now().state == ItemState::suspended));
    BOOST_TEST(!is_in_force(now(), store.today()));

    const auto other = made("item", {{"code", "43A2"}, {"name", "社会救助"}});
    const auto merge = published("merge");
    BOOST_TEST(refused(merge) == "Into which item this one is merged is still missing");
    change(merge, "merged_into", other.text());
    BOOST_TEST(carry_out(editor, merge, as_it_is).done);
    BOOST_TEST((now().state == ItemState::cancelled));
    BOOST_TEST(to_iso(*now().cancelled) == "2026-01-01");
    BOOST_TEST(now().cancelled_reason == "Merged into 社会救助");
}

BOOST_AUTO_TEST_CASE(what_is_not_ready_is_told_with_what_is_missing)
{
    const auto change = published("content");
    BOOST_TEST(refused(change).starts_with("What the item says from that day on is missing"));
    this->change(change, "effective", "2026-01-02");
    BOOST_TEST(
        refused(change) == "The change takes effect on 2026-01-02: it is carried out on that day");
    this->change(change, "effective", "");
    BOOST_TEST(refused(change).starts_with("From which day on the change is effective"));
    this->change(change, "state", "approved");
    BOOST_TEST(refused(change).starts_with("The change is not made public yet"));
    this->change(change, "state", "refused");
    BOOST_TEST(refused(change).starts_with("The change was refused or withdrawn"));
    BOOST_TEST(refused(item) == "Only changes of items are carried out");
    const auto added = published("add", {{"item", ""}});
    BOOST_TEST(refused(added) == "Enter the new item first, and choose it here");
}

BOOST_AUTO_TEST_CASE(a_rule_that_refuses_keeps_all_of_it_out)
{
    made("negative_entry",
        {{"name", "临时救助"}, {"item", item.text()}, {"reason", "site"}, {"state", "in_force"},
            {"approved", "2025-01-06"}, {"published", "2025-01-06"}, {"effective", "2025-01-06"},
            {"approval_document", "桃政办函〔2025〕1号"}});
    const auto change = published("station");
    const auto outcome = carry_out(editor, change, as_it_is);
    BOOST_TEST(!outcome.done);
    BOOST_TEST((now().stationing == Stationing::not_stationed));
    BOOST_TEST(of(change, "state") == "published");
}

BOOST_AUTO_TEST_SUITE_END()
