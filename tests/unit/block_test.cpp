#include "model/exchange/block.h"

#include "model/commands/editor.h"
#include "model/exchange/import_runs.h"
#include "tests/support/importing.h"
#include "tests/support/print.h"

using namespace model;

namespace {

struct WithBlock : tests::Importing {
    WithBlock()
    {
        zhang = add("person", {{"name", "张桂山"}, {"rank", "科员"}, {"phone", "13873712345"}});
        li = add("person", {{"name", "李秀英"}, {"rank", "主任"}});
        block.records = {zhang, li};
    }

    ImportResult take(bool is_dry = false, bool good_rows = false)
    {
        block.label = {msgid("Change {1} records at once"), {"2"}};
        block.heads.assign(block.fields.size(), "head");
        options.block = std::make_shared<const Block>(block);
        options.dry_run = is_dry;
        options.good_rows = good_rows;
        options.keep_rows = true;
        return import_sheet(store, clerk, def("person"), {}, options);
    }

    const FieldDef* field(std::string_view name) { return def("person").find(name); }

    Uuid zhang;
    Uuid li;
    Block block;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(block_test, WithBlock)

BOOST_AUTO_TEST_CASE(each_row_changes_the_record_that_its_id_names)
{
    block.fields = {field("rank"), nullptr};
    block.cells = {{"副主任", "x"}, {"主任", "y"}};

    const auto looked = take(true);
    BOOST_TEST(tests::counts_of(looked) == "0 new, 1 changed, 1 same, 0 wrong");
    BOOST_TEST(text(zhang, "rank") == "科员");
    BOOST_REQUIRE(looked.rows.at(0).changes.size() == 1u);
    BOOST_TEST(looked.rows[0].changes[0].before == "科员");

    BOOST_TEST(take().command > 0);
    BOOST_TEST(text(zhang, "rank") == "副主任");
}

BOOST_AUTO_TEST_CASE(it_is_one_step_that_undo_takes_back_and_no_run)
{
    block.fields = {field("rank")};
    block.cells = {{"调研员"}, {"调研员"}};
    const auto done = take();
    BOOST_TEST(done.changed == 2);
    BOOST_TEST(done.run == 0);
    BOOST_TEST(imports(store).empty());

    Editor editor(store, clerk);
    BOOST_REQUIRE(editor.undo().has_value());
    BOOST_TEST(text(zhang, "rank") == "科员");
    BOOST_TEST(text(li, "rank") == "主任");
}

BOOST_AUTO_TEST_CASE(one_wrong_row_keeps_all_out_unless_the_good_ones_are_wanted)
{
    block.fields = {field("rank"), field("id_number")};
    block.cells = {{"副主任", ""}, {"副主任", "430922198503120011"}};
    const auto refused = take();
    BOOST_TEST(refused.wrong == 1);
    BOOST_TEST(refused.command == 0);
    BOOST_TEST(refused.errors.at(0).row == 2);
    BOOST_TEST((refused.errors.at(0).at == 2u));
    BOOST_TEST(text(zhang, "rank") == "科员");

    BOOST_TEST(take(false, true).changed == 1);
    BOOST_TEST(text(zhang, "rank") == "副主任");
    BOOST_TEST(text(li, "rank") == "主任");
}

BOOST_AUTO_TEST_CASE(an_empty_cell_changes_nothing_unless_it_empties)
{
    block.fields = {field("rank")};
    block.cells = {{""}, {""}};
    BOOST_TEST(take().command == 0);
    block.empties = true;
    BOOST_TEST(take().changed == 2);
    BOOST_TEST(text(zhang, "rank") == "");
    BOOST_TEST(text(zhang, "phone") == "13873712345");
}

BOOST_AUTO_TEST_CASE(a_required_field_cannot_be_emptied)
{
    block.fields = {field("name")};
    block.cells = {{""}, {""}};
    block.empties = true;
    BOOST_TEST(take().wrong == 2);
}

BOOST_AUTO_TEST_CASE(a_masked_number_as_it_was_copied_changes_nothing)
{
    block.fields = {field("phone"), field("rank")};
    block.cells = {{"138****2345", "副主任"}, {"", "主任"}};
    block.empties = true;
    BOOST_TEST(take().changed == 1);
    BOOST_TEST(text(zhang, "phone") == "13873712345");
}

BOOST_AUTO_TEST_CASE(no_record_is_made_or_brought_back)
{
    Editor editor(store, clerk);
    BOOST_TEST(editor.remove(li).done);
    block.fields = {field("rank")};
    block.records = {Uuid{}, li};
    block.cells = {{"科长"}, {"科长"}};
    BOOST_TEST(take(false, true).wrong == 2);
    BOOST_TEST(count("person") == 1);
}

BOOST_AUTO_TEST_CASE(a_mended_cell_is_read_instead)
{
    block.fields = {field("phone")};
    block.cells = {{"13900000001"}, {"12"}};
    options.mends[{2, Block::first_column}] = "13900000002";
    BOOST_TEST(take().changed == 2);
    BOOST_TEST(text(li, "phone") == "13900000002");
}

BOOST_AUTO_TEST_CASE(an_entry_by_document_is_kept_as_made_on_behalf)
{
    block.fields = {field("rank")};
    block.cells = {{"副主任"}, {"主任"}};
    block.document = "桃公政〔2026〕3号";
    take();
    BOOST_TEST(store.history(zhang).back().document == "桃公政〔2026〕3号");
}

BOOST_AUTO_TEST_CASE(a_field_of_another_office_is_refused_with_its_reason)
{
    tests::Office township("430922101");
    const auto item = township.add("item", {{"code", "430922000001"}, {"name", "出生登记"}});
    Block theirs{.records = {item}, .fields = {township.def("item").find("name")}};
    theirs.heads = {"name"};
    theirs.cells = {{"死亡登记"}};
    options.block = std::make_shared<const Block>(theirs);

    const auto result =
        import_sheet(township.store, township.clerk, township.def("item"), {}, options);

    BOOST_TEST(result.wrong == 1);
    BOOST_REQUIRE(result.errors.size() == 1u);
    BOOST_TEST((result.errors[0].at == Block::first_column));
    BOOST_TEST(english(result.errors[0].reason) != "");
    BOOST_TEST(township.text(item, "name") == "出生登记");
}

BOOST_AUTO_TEST_SUITE_END()
