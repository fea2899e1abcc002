#include "model/commands/recycle_bin.h"

#include "tests/support/editing.h"

using namespace model;

BOOST_FIXTURE_TEST_SUITE(recycle_bin_test, tests::Editing)

BOOST_AUTO_TEST_CASE(the_bin_tells_what_lies_in_it_and_who_put_it_there)
{
    BOOST_TEST(recycle_bin(store).empty());
    const auto unit = made("unit", {{"name", "县公安局"}});
    const auto person = made("person", {{"name", "张桂山"}});
    const auto posting = made("posting", {{"person", person.text()}});
    clock.advance(60'000);
    editor.remove(unit);
    clock.advance(60'000);
    editor.remove(posting);

    const auto bin = recycle_bin(store);
    BOOST_REQUIRE(bin.size() == 2u);
    BOOST_TEST(count_deleted(store) == 2);
    BOOST_TEST(bin[0].title == "张桂山");
    BOOST_TEST(bin[0].def->name == "posting");
    BOOST_TEST(bin[0].at == tests::new_year_2026 + 120'000);
    BOOST_TEST(bin[1].title == "县公安局");
    BOOST_TEST((bin[1].id == unit));
    BOOST_TEST(bin[1].user == "李文员");
    BOOST_TEST(bin[1].at == tests::new_year_2026 + 60'000);

    editor.restore(unit);
    BOOST_TEST(recycle_bin(store).size() == 1u);
}

BOOST_AUTO_TEST_CASE(several_come_back_as_one_step)
{
    const std::vector ids{made("unit", {{"name", "县公安局"}}), made("unit", {{"name", "税务局"}}),
        made("person", {{"name", "张桂山"}})};
    for (const auto& id : ids)
        editor.remove(id);

    const auto outcome = editor.restore(ids);

    BOOST_TEST(outcome.done);
    BOOST_TEST(recycle_bin(store).empty());
    BOOST_TEST(english(editor.undoable()->label) == "Restore 3 records");
    editor.undo();
    BOOST_TEST(recycle_bin(store).size() == 3u);
    editor.redo();
    BOOST_TEST(recycle_bin(store).empty());
    BOOST_TEST(editor.restore(ids).done);
    BOOST_TEST(!editor.restore(ids).changed);
}

BOOST_FIXTURE_TEST_CASE(
    what_the_county_deleted_stays_and_the_rest_comes_back, tests::TownshipEditing)
{
    const auto county = add("item", {{"code", "4309"}, {"name", "县级事项"}});
    const auto own = made("person", {{"name", "张桂山"}});
    editor.remove(own);
    {
        Batch batch(store, {.label = {msgid("Delete {1}"), {"x"}}, .account = clerk});
        batch.remove(county);
        batch.commit();
    }
    const std::vector ids{county, own};
    const auto outcome = editor.restore(ids);
    BOOST_TEST(outcome.done);
    BOOST_TEST(told(outcome, "rights") == "refuse rights name");
    BOOST_TEST(is_deleted(county));
    BOOST_TEST(!is_deleted(own));
}

BOOST_AUTO_TEST_SUITE_END()
