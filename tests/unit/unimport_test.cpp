#include "model/exchange/import_runs.h"
#include "tests/support/importing.h"

#include <algorithm>

using namespace model;

namespace {

struct Unimporting : tests::Importing {
    Editor editor{store, clerk};

    bool is_there(const Uuid& id)
    {
        const auto found = store.find_any(id);
        return found && !found->first.deleted;
    }

    Uuid unit(const std::string& name) { return one("unit", "name", name).id; }
};

std::string told(const Outcome& outcome, std::string_view rule)
{
    const auto found = std::ranges::find(outcome.findings, rule, &Finding::rule);
    return found == outcome.findings.end() ? std::string() : english(found->message);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(unimport_test, Unimporting)

BOOST_AUTO_TEST_CASE(a_unit_made_on_the_way_stays_where_a_record_made_by_hand_uses_it)
{
    const auto run =
        take_text("item", "事项编码,事项名称,部门\nA1,甲,县公安局\nA2,乙,县民政局\n").run;
    const auto police = unit("县公安局");
    const auto window = add("window", {{"number", "A01"}, {"unit", police.text()}});
    const auto civil = unit("县民政局");

    const auto outcome = unimport(editor, run);

    BOOST_TEST(outcome.done);
    BOOST_TEST(count("item") == 0);
    BOOST_TEST(is_there(police));
    BOOST_TEST(!is_there(civil));
    BOOST_TEST(text(window, "unit") == police.text());
    BOOST_TEST((outcome.kept == std::vector{police}));
    BOOST_TEST(
        told(outcome, "still_used") == "Kept, because records that stay use them (1): 县公安局");
}

BOOST_AUTO_TEST_CASE(a_unit_made_on_the_way_stays_where_a_later_import_uses_it)
{
    const auto first = take_text("item", "事项编码,事项名称,部门\nA1,甲,县公安局\n").run;
    const auto second = take_text("item", "事项编码,事项名称,部门\nB1,丙,县公安局\n").run;
    const auto police = unit("县公安局");

    BOOST_TEST(unimport(editor, first).kept.size() == 1U);
    BOOST_TEST(is_there(police));
    BOOST_TEST(count("item") == 1);
    BOOST_TEST(unimport(editor, second).kept.empty());
    BOOST_TEST(is_there(police)); // the second did not make it
    BOOST_TEST(count("item") == 0);
}

BOOST_AUTO_TEST_CASE(what_a_kept_record_needs_is_kept_too)
{
    const auto run =
        take_text("place", "场所名称,场所类型,上级场所\n桃江县政务服务中心,政务服务中心,\n").run;
    const auto hall = one("place", "name", "桃江县政务服务中心").id;
    const auto below = take_text("place",
        "场所名称,场所类型,上级场所\n修山镇便民服务中心,乡镇（街道）便民服务中心,"
        "桃江县政务服务中心\n");
    const auto outlet = one("place", "name", "修山镇便民服务中心").id;
    add("window", {{"number", "A01"}, {"place", outlet.text()}});

    BOOST_TEST(unimport(editor, below.run).kept.size() == 1U);
    BOOST_TEST(is_there(outlet));
    BOOST_TEST(unimport(editor, run).kept.size() == 1U);
    BOOST_TEST(is_there(hall));
}

BOOST_AUTO_TEST_CASE(within_one_import_a_chain_is_kept_to_its_top)
{
    const auto run =
        take_text("item", "事项编码,事项名称,部门\nA1,甲,县公安局\nA2,乙,县民政局\n").run;
    const auto item = one("item", "code", "A1").id;
    const auto police = unit("县公安局");
    const auto window = add("window", {{"number", "A01"}});
    add("window_item", {{"window", window.text()}, {"item", item.text()}});

    const auto outcome = unimport(editor, run);

    BOOST_TEST(outcome.kept.size() == 2U);
    BOOST_TEST(is_there(item));
    BOOST_TEST(is_there(police));
    BOOST_TEST(count("unit") == 1);
    BOOST_TEST(told(outcome, "still_used").find("甲") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_unit_goes_with_the_reference_that_the_import_itself_had_written)
{
    add("item", {{"code", "A1"}, {"name", "甲"}});
    const auto run = take_text("item", "事项编码,事项名称,部门\nA1,甲,县公安局\n").run;
    const auto police = unit("县公安局");

    const auto outcome = unimport(editor, run);

    BOOST_TEST(outcome.kept.empty());
    BOOST_TEST(!is_there(police));
    BOOST_TEST(is_empty(one("item", "code", "A1")["unit"]));
}

BOOST_AUTO_TEST_CASE(a_unit_that_an_import_brought_back_stays_where_it_is_used_by_now)
{
    const std::vector<FieldEdit> name{{def("unit").find("name"), std::string("县公安局")}};
    const auto police = editor.create(def("unit"), name).id;
    editor.remove(police);
    const auto run = take_text("item", "事项编码,事项名称,部门\nA1,甲,县公安局\n").run;
    BOOST_REQUIRE(is_there(police));
    add("window", {{"number", "A01"}, {"unit", police.text()}});

    BOOST_TEST(unimport(editor, run).kept.size() == 1U);
    BOOST_TEST(is_there(police));
}

BOOST_AUTO_TEST_CASE(undoing_an_addition_keeps_what_another_account_uses_by_now)
{
    const std::vector<FieldEdit> name{{def("unit").find("name"), std::string("县公安局")}};
    const auto made = editor.create(def("unit"), name);
    add("window", {{"number", "A01"}, {"unit", made.id.text()}});

    const auto outcome = editor.undo_step(made.command);

    BOOST_TEST(!outcome.changed);
    BOOST_TEST(is_there(made.id));
}

BOOST_AUTO_TEST_CASE(where_nothing_could_be_taken_back_it_may_be_later)
{
    const auto run = take_text("unit", "单位名称\n县公安局\n").run;
    const auto window = add("window", {{"number", "A01"}, {"unit", unit("县公安局").text()}});

    BOOST_TEST(!unimport(editor, run).changed);
    BOOST_TEST(!imports(store)[0].undone);
    editor.remove(window);
    BOOST_TEST(unimport(editor, run).changed);
    BOOST_TEST(count("unit") == 0);
}

BOOST_AUTO_TEST_CASE(what_was_kept_goes_with_a_second_taking_back_once_nothing_uses_it)
{
    const auto run = take_text("item", "事项编码,事项名称,部门\nA1,甲,甲局\nA2,乙,乙局\n").run;
    const auto used = unit("甲局");
    const auto window = add("window", {{"number", "A01"}, {"unit", used.text()}});
    BOOST_TEST(unimport(editor, run).kept.size() == 1U);
    editor.redo();
    BOOST_TEST(count("item") == 2);

    const auto again = unimport(editor, run);
    BOOST_TEST((again.kept == std::vector{used}));
    BOOST_TEST(told(again, "still_used") == "Kept, because records that stay use them (1): 甲局");
    BOOST_TEST(count("item") == 0);

    editor.redo();
    Editor(store, {Uuid::named("account", "other"), "王主任"}).remove(window);
    const auto last = unimport(editor, run);
    BOOST_TEST(last.kept.empty());
    BOOST_TEST(last.findings.empty());
    BOOST_TEST(count("unit") == 0);
    editor.redo();
    BOOST_TEST(count("unit") == 2);
    BOOST_TEST(count("item") == 2);
}

BOOST_AUTO_TEST_CASE(what_an_import_brought_back_goes_with_a_second_taking_back)
{
    const std::vector<FieldEdit> name{{def("unit").find("name"), std::string("县公安局")}};
    const auto police = editor.create(def("unit"), name).id;
    editor.remove(police);
    const auto run = take_text("item", "事项编码,事项名称,部门\nA1,甲,县公安局\n").run;
    const auto window = add("window", {{"number", "A01"}, {"unit", police.text()}});
    BOOST_TEST(unimport(editor, run).kept.size() == 1U);
    editor.redo();
    BOOST_TEST((unimport(editor, run).kept == std::vector{police}));
    editor.redo();
    Editor(store, {Uuid::named("account", "other"), "王主任"}).remove(window);

    BOOST_TEST(unimport(editor, run).kept.empty());
    BOOST_TEST(!is_there(police));
}

BOOST_AUTO_TEST_CASE(an_import_that_undo_could_not_take_back_is_not_told_as_taken_back)
{
    take_text("unit", "单位名称\n县公安局\n");
    Editor others(store, {Uuid::named("account", "other"), "王主任"});
    const std::vector<FieldEdit> window{{def("window").find("number"), std::string("A01")},
        {def("window").find("unit"), unit("县公安局")}};
    others.create(def("window"), window);

    BOOST_TEST(!editor.undo()->changed);
    BOOST_TEST(!imports(store)[0].undone);
}

BOOST_AUTO_TEST_CASE(many_that_were_changed_since_are_told_in_one_sentence)
{
    std::string lines = "单位名称\n";
    for (int i = 0; i < 30; ++i)
        lines += "单位" + std::to_string(i) + "\n";
    const auto run = take_text("unit", lines).run;
    for (int i = 0; i < 25; ++i)
        change(unit("单位" + std::to_string(i)), "contact", "李文");

    const auto outcome = unimport(editor, run);

    BOOST_TEST(count("unit") == 25);
    BOOST_REQUIRE(outcome.findings.size() == 1U);
    const auto sentence = told(outcome, "changed_since");
    BOOST_TEST(sentence.find("(25)") != std::string::npos);
    BOOST_TEST(sentence.ends_with("、…"));
}

BOOST_AUTO_TEST_SUITE_END()
