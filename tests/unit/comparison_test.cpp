#include "model/exchange/comparison.h"

#include "model/exchange/comparison_sheet.h"
#include "model/exchange/edition_accept.h"
#include "model/exchange/edition_keep.h"
#include "model/store/own_accounts.h"
#include "tests/support/importing.h"
#include "tests/support/print.h"

using namespace model;

namespace {

constexpr std::string_view heads = "部门,事项名称,事项编码,事项类型,承诺时限\n";

/// A catalog of two units, and a third of which editions tell nothing.
struct WithCatalog : tests::Importing {
    WithCatalog()
    {
        market = add("unit", {{"name", "县市监局"}});
        water = add("unit", {{"name", "县水利局"}});
        town = add("unit", {{"name", "桃花江镇"}});
        item("A1", "食品经营许可", market, "01");
        item("A2", "企业登记", market, "07");
        item("B1", "取水许可", water, "01");
        item("B2", "河道采砂许可", water, "01");
        item("T1", "镇村自建房审批", town, "01");
    }

    Uuid item(
        const std::string& code, const std::string& name, const Uuid& unit, const std::string& type)
    {
        return add("item",
            {{"code", code}, {"name", name}, {"unit", unit.text()}, {"type", type},
                {"promised_days", "5"}, {"state", "in_force"}});
    }

    Edition edition(std::string_view rows, const EditionOptions& how = {})
    {
        auto read = how;
        read.sheet.languages = options.languages;
        return read_edition(
            store, sheet(std::string(heads) + std::string(rows), "新版目录.csv"), read);
    }

    Comparison compared(const Edition& edition)
    {
        return model::compare(store, edition, options.languages);
    }

    /// "kind code: field old>new, …" of each entry.
    std::vector<std::string> told(const Comparison& found)
    {
        std::vector<std::string> all;
        for (const auto& entry : found.entries) {
            auto text = std::string(difference_name(entry.kind)) + ' ' + entry.code;
            if (entry.kind != Difference::added && entry.kind != Difference::withdrawn)
                for (const auto& field : entry.fields)
                    text += ' ' + std::string(field.field->name) + ' ' + entry_of(field.before)
                        + '>' + entry_of(field.after);
            all.push_back(text);
        }
        return all;
    }

    std::string entry_of(const Value& value)
    {
        const auto* id = std::get_if<Uuid>(&value);
        return id ? store.title_of(*id) : to_text(value);
    }

    static std::vector<EditionChoice> everything(const Comparison& found)
    {
        std::vector<EditionChoice> choices;
        for (std::size_t i = 0; i < found.entries.size(); ++i)
            choices.push_back({i});
        return choices;
    }

    EditionOutcome accept(
        const Edition& edition, const Comparison& found, const std::vector<EditionChoice>& choices)
    {
        return accept_edition(editor, edition, found, choices,
            {.on = store.today(), .reason = "新版目录未列入", .document = {}});
    }

    Record of(const std::string& code) { return one("item", "code", code); }

    Editor editor{store, clerk};
    Uuid market;
    Uuid water;
    Uuid town;
};

using Told = std::vector<std::string>;

constexpr std::string_view unchanged = "县市监局,食品经营许可,A1,行政许可,5\n"
                                       "县市监局,企业登记,A2,行政确认,5\n"
                                       "县水利局,取水许可,B1,行政许可,5\n"
                                       "县水利局,河道采砂许可,B2,行政许可,5\n";

} // namespace

BOOST_FIXTURE_TEST_SUITE(comparison_test, WithCatalog)

BOOST_AUTO_TEST_CASE(the_same_edition_differs_in_nothing)
{
    const auto found = compared(edition(unchanged));

    BOOST_TEST(told(found) == Told{});
    BOOST_TEST(found.rows == 4);
    BOOST_TEST(found.same == 4);
    BOOST_TEST(found.parts() == found.rows);
}

BOOST_AUTO_TEST_CASE(every_kind_of_difference_is_told_once_and_the_figures_add_up)
{
    const auto found = compared(edition("县市监局,食品经营许可,A1,行政许可,3\n"     // changed
                                        "县水利局,企业登记,A2,行政确认,5\n"         // moved
                                        "县水利局,取水许可,B1-2026,行政许可,5\n"    // a new code
                                        "县水利局,水土保持审批,B9,行政许可,10\n"    // added
                                        "县水利局,水利工程验收,B10,行政许可,几天\n" // unreadable
                                        "合计,5,,,\n"));

    BOOST_TEST(told(found)
            == (Told{"added B9", "changed A1 promised_days 5>3", "moved A2 unit 县市监局>县水利局",
                "recoded B1-2026 code B1>B1-2026", "withdrawn B2"}),
        boost::test_tools::per_element());
    BOOST_TEST(found.rows == 5);
    BOOST_TEST(found.unreadable == 1);
    BOOST_TEST(found.parts() == found.rows);
    BOOST_TEST_REQUIRE(found.errors.size() == 1u);
    BOOST_TEST(found.errors.front().row == 6);
    BOOST_TEST(found.errors.front().value == "几天");
}

BOOST_AUTO_TEST_CASE(what_the_edition_says_nothing_of_is_not_withdrawn)
{
    const auto found = compared(edition("县水利局,取水许可,B1,行政许可,5\n"));

    BOOST_TEST(told(found) == Told{"withdrawn B2"}); // not the town's, nor the market's

    const auto all =
        compared(edition("县水利局,取水许可,B1,行政许可,5\n", {.covered = Covered::all}));
    BOOST_TEST(all.count(Difference::withdrawn) == 4);
    const auto none =
        compared(edition("县水利局,取水许可,B1,行政许可,5\n", {.covered = Covered::nothing}));
    BOOST_TEST(told(none) == Told{});
}

BOOST_AUTO_TEST_CASE(a_list_of_one_type_withdraws_no_item_of_another)
{
    const auto found = compared(edition("县市监局,食品生产许可,A8,行政许可,5\n"));

    BOOST_TEST(told(found) == (Told{"added A8", "withdrawn A1"}), // A2 is a confirmation
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_edition_without_units_withdraws_nothing_and_says_so)
{
    const auto path = sheet("事项编码,事项名称\nB1,取水许可\n", "简表.csv");

    const auto found = compared(read_edition(store, path, {.sheet = options}));

    BOOST_TEST(told(found) == Told{});
    BOOST_TEST_REQUIRE(!found.notes.empty());
    BOOST_TEST(english(found.notes.front()).find("neither units nor levels") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(levels_tell_what_is_covered_too)
{
    change(of("T1").id, "levels", "township");
    change(of("B2").id, "levels", "county");
    const auto path = sheet("事项编码,事项名称,行使层级\nB1,取水许可,县级\n", "县级.csv");

    BOOST_TEST(told(compared(read_edition(store, path, {.sheet = options})))
            == (Told{"changed B1 levels >county", "withdrawn B2"}),
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_code_that_stands_twice_counts_once_and_is_told)
{
    const auto found = compared(edition(std::string(unchanged)
        + "县水利局,取水许可,B1,行政许可,5\n"
          "县水利局,取水许可,B1,行政许可,9\n"));

    BOOST_TEST(told(found) == Told{});
    BOOST_TEST(found.rows == 6);
    BOOST_TEST(found.unreadable == 2);
    BOOST_TEST(found.parts() == found.rows);
    BOOST_TEST_REQUIRE(found.errors.size() == 2u);
    BOOST_TEST(english(found.errors[0].reason) == "Row 4 says the same already");
    BOOST_TEST(english(found.errors[1].reason).starts_with("Row 4 has the same code and says"));
}

BOOST_AUTO_TEST_CASE(an_unreadable_row_does_not_withdraw_its_item)
{
    const auto found = compared(edition("县水利局,取水许可,B1,行政许可,很久\n"
                                        "县水利局,河道采砂许可,B2,没有的类型,5\n"));

    BOOST_TEST(told(found) == Told{});
    BOOST_TEST(found.unreadable == 2);
}

BOOST_AUTO_TEST_CASE(an_unreadable_row_with_a_new_code_does_not_withdraw_the_old_item)
{
    const auto found = compared(edition("县水利局,取水许可,N1,行政许可,很久\n"
                                        "县水利局,河道采砂许可,B2,行政许可,5\n"));

    BOOST_TEST(told(found) == Told{});
    BOOST_TEST(found.unreadable == 1);
    BOOST_TEST(found.parts() == found.rows);
}

BOOST_AUTO_TEST_CASE(an_unreadable_row_is_one_that_an_item_may_be_taken_for)
{
    const auto found = compared(edition("县水利局,取水许可,N1,行政许可,很久\n"
                                        "县水利局,取水许可,N2,行政许可,5\n"
                                        "县水利局,河道采砂许可,B2,行政许可,5\n"));

    BOOST_TEST(told(found) == Told{"added N2"}); // which of the two B1 is now nobody can tell
    BOOST_TEST(found.parts() == found.rows);
}

BOOST_AUTO_TEST_CASE(a_row_that_several_items_fit_withdraws_none_of_them)
{
    item("B3", "取水许可", water, "07");

    const auto found = compared(edition("县水利局,取水许可,,行政许可,5\n"
                                        "县水利局,河道采砂许可,B2,行政许可,5\n"));

    BOOST_TEST(told(found) == Told{});
    BOOST_TEST(found.unreadable == 1);
    BOOST_TEST(found.parts() == found.rows);
}

BOOST_AUTO_TEST_CASE(a_wrong_code_that_stood_further_up_withdraws_nothing)
{
    const auto found = compared(edition("县水利局,取水许可,B1,行政许可,5\n"
                                        "县水利局,河道采砂许可,B1,行政许可,5\n"));

    BOOST_TEST(told(found) == Told{});
    BOOST_TEST(found.unreadable == 1);
}

BOOST_AUTO_TEST_CASE(blank_lines_heads_and_totals_are_no_rows)
{
    const auto found =
        compared(edition("\n,,,,\n" + std::string(heads) + std::string(unchanged) + "总计,4,,,\n"));

    BOOST_TEST(found.rows == 4);
    BOOST_TEST(found.same == 4);
}

BOOST_AUTO_TEST_CASE(a_row_without_a_code_is_found_by_name_and_unit_or_told)
{
    const auto found = compared(edition("县水利局,取水许可,,行政许可,7\n"
                                        "县水利局,没有的事项,,行政许可,7\n"
                                        "县水利局,,C7,行政许可,7\n"
                                        "县水利局,河道采砂许可,B2,行政许可,5\n"));

    BOOST_TEST(told(found) == Told{"changed B1 promised_days 5>7"});
    BOOST_TEST(found.unreadable == 2);
    BOOST_TEST(found.parts() == found.rows);
}

BOOST_AUTO_TEST_CASE(a_new_code_is_told_only_where_there_is_one_item_to_take_it_for)
{
    item("B3", "取水许可", water, "07");

    const auto apart = compared(edition("县水利局,取水许可,N1,行政许可,5\n"
                                        "县水利局,取水许可,N2,行政确认,5\n"
                                        "县水利局,河道采砂许可,B2,行政许可,5\n"));
    BOOST_TEST(
        told(apart) == (Told{"recoded N1 code B1>N1", "recoded N2 code B3>N2"}), // by their types
        boost::test_tools::per_element());

    const auto doubtful = compared(edition("县水利局,取水许可,N1,行政给付,5\n"
                                           "县水利局,取水许可,N2,行政给付,5\n"
                                           "县水利局,河道采砂许可,B2,行政许可,5\n"));
    BOOST_TEST(doubtful.count(Difference::recoded) == 0);
    BOOST_TEST(doubtful.count(Difference::added) == 2);
}

BOOST_AUTO_TEST_CASE(rows_that_name_a_unit_find_their_item_before_rows_that_name_none)
{
    Told expected;
    std::string rows;
    for (const auto* number : {"1", "2", "3", "4", "5", "6"}) {
        const auto name = std::string("用水事项") + number;
        item("W" + std::string(number), name, water, "01");
        item("M" + std::string(number), name, market, "01");
        rows += "," + name + ",N" + number + ",行政许可,5\n";
        rows += "县水利局," + name + ",V" + number + ",行政许可,5\n";
        const auto became = [&](const std::string& now, const std::string& was) {
            expected.push_back(
                "recoded " + now + number + " code " + was + number + ">" + now + number);
        };
        became("N", "M"); // the one that is left
        became("V", "W");
    }

    BOOST_TEST(told(compared(edition(rows, {.covered = Covered::nothing}))) == expected,
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_old_code_that_the_edition_still_has_is_no_new_code)
{
    const auto found = compared(edition("县水利局,取水许可,B1,行政许可,5\n"
                                        "县水利局,取水许可,B7,行政许可,5\n"
                                        "县水利局,河道采砂许可,B2,行政许可,5\n"));

    BOOST_TEST(told(found) == Told{"added B7"});
}

BOOST_AUTO_TEST_CASE(all_is_taken_in_one_step_and_taken_back_in_one)
{
    const auto read = edition("县市监局,食品经营许可,A1,行政许可,3\n"
                              "县水利局,企业登记,A2,行政确认,5\n"
                              "县水利局,取水许可,B1-2026,行政许可,5\n"
                              "县数据局,数据登记,D1,行政确认,5\n");
    const auto found = compared(read);
    const auto old = of("B1").id;

    const auto outcome = accept(read, found, everything(found));

    BOOST_TEST(outcome.taken == 5);
    BOOST_TEST(outcome.units == 1);
    BOOST_TEST(outcome.refused.empty());
    BOOST_TEST(to_text(of("A1")["promised_days"]) == "3");
    BOOST_TEST(store.title_of(std::get<Uuid>(of("A2")["unit"])) == "县水利局");
    BOOST_TEST(of("B1-2026").id == old);
    BOOST_TEST(store.title_of(std::get<Uuid>(of("D1")["unit"])) == "县数据局");
    BOOST_TEST(to_text(of("B2")["state"]) == "cancelled");
    BOOST_TEST(to_text(of("B2")["cancelled"]) == to_iso(store.today()));
    BOOST_TEST(to_text(of("B2")["cancelled_reason"]) == "新版目录未列入");
    BOOST_TEST(told(compared(read)) == Told{});

    const auto undone = editor.undo();

    BOOST_TEST_REQUIRE(undone.has_value());
    BOOST_TEST(to_text(of("A1")["promised_days"]) == "5");
    BOOST_TEST(to_text(of("B2")["state"]) == "in_force");
    BOOST_TEST(count("item") == 5);
    BOOST_TEST(count("unit") == 3);
    BOOST_TEST(told(compared(read)) == told(found), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_field_that_is_left_out_stays_and_is_found_again)
{
    const auto read = edition("县水利局,取水许可（新）,B1,行政许可,9\n"
                              "县水利局,河道采砂许可,B2,行政许可,5\n");
    const auto found = compared(read);
    BOOST_TEST(told(found) == Told{"changed B1 name 取水许可>取水许可（新） promised_days 5>9"});
    BOOST_TEST_REQUIRE(found.notes.size() == 1u); // the office keeps the limit itself
    BOOST_TEST(english(found.notes.front()).find("承诺办结时限") != std::string::npos);

    accept(read, found, {{0, {def("item").find("promised_days")}}});

    BOOST_TEST(to_text(of("B1")["promised_days"]) == "5");
    BOOST_TEST(of("B1").title() == "取水许可（新）");
    BOOST_TEST(told(compared(read)) == Told{"changed B1 promised_days 5>9"});
}

BOOST_AUTO_TEST_CASE(what_was_changed_since_it_was_compared_stays_open)
{
    const auto read = edition("县水利局,取水许可,B1,行政许可,9\n"
                              "县水利局,河道采砂许可,B2,行政许可,8\n");
    const auto found = compared(read);
    change(of("B1").id, "promised_days", "6");

    const auto outcome = accept(read, found, everything(found));

    BOOST_TEST(outcome.taken == 1);
    BOOST_TEST_REQUIRE(outcome.refused.size() == 1u);
    BOOST_TEST(to_text(of("B1")["promised_days"]) == "6");
    BOOST_TEST(to_text(of("B2")["promised_days"]) == "8");
}

BOOST_AUTO_TEST_CASE(an_item_that_was_cancelled_and_stands_in_the_edition_comes_back)
{
    editor.end(of("B2").id, store.today(), "停办");
    const auto read = edition(unchanged);
    const auto found = compared(read);
    BOOST_TEST_REQUIRE(found.entries.size() == 1u);
    BOOST_TEST(found.entries.front().comes_back);

    accept(read, found, everything(found));

    BOOST_TEST(to_text(of("B2")["state"]) == "in_force");
    BOOST_TEST(is_empty(of("B2")["cancelled"]));
}

BOOST_AUTO_TEST_CASE(a_deleted_item_comes_back_from_the_recycle_bin)
{
    take_text("item", std::string(heads) + "县水利局,水土保持审批,B9,行政许可,10\n");
    editor.remove(of("B9").id);
    const auto read = edition(std::string(unchanged) + "县水利局,水土保持审批,B9,行政许可,12\n");
    const auto found = compared(read);
    BOOST_TEST(told(found) == Told{"added B9"});
    BOOST_TEST(found.entries.front().comes_back);

    accept(read, found, everything(found));

    BOOST_TEST(to_text(of("B9")["promised_days"]) == "12");
}

BOOST_AUTO_TEST_CASE(an_odd_code_is_warned_of_and_taken)
{
    const auto read = edition(std::string(unchanged) + "县水利局,怪事项,编 码#1,行政许可,10\n");
    const auto found = compared(read);
    BOOST_TEST_REQUIRE(found.entries.size() == 1u);
    BOOST_TEST_REQUIRE(found.entries.front().findings.size() == 1u);
    BOOST_TEST((found.entries.front().findings.front().level == Level::warn));

    BOOST_TEST(accept(read, found, everything(found)).taken == 1);
}

BOOST_AUTO_TEST_CASE(what_the_rules_refuse_stays_open_and_the_rest_is_taken)
{
    const auto path = sheet("部门,事项名称,事项编码,实施主体代码\n"
                            "县水利局,取水许可,B1,这不是代码！\n"
                            "县水利局,河道采砂许可,B2,11430922000000019A\n",
        "新版.csv");
    const auto read = read_edition(store, path, {.sheet = options});
    const auto found = compared(read);
    BOOST_TEST_REQUIRE(found.entries.size() == 2u);
    BOOST_TEST_REQUIRE(found.entries.front().findings.size() == 1u);
    BOOST_TEST((found.entries.front().findings.front().level == Level::refuse));

    const auto outcome = accept(read, found, everything(found));

    BOOST_TEST(outcome.taken == 1);
    BOOST_TEST_REQUIRE(outcome.refused.size() == 1u);
    BOOST_TEST(outcome.refused.front().first == 0u);
    BOOST_TEST(is_empty(of("B1")["implementer_code"]));
    BOOST_TEST(to_text(of("B2")["implementer_code"]) == "11430922000000019A");
}

BOOST_AUTO_TEST_CASE(another_division_is_not_covered)
{
    change(of("B2").id, "region", "430922101000");
    const auto path = sheet("部门,事项名称,事项编码,行政区划代码\n"
                            "县水利局,取水许可,B1,430922000000\n",
        "县级.csv");

    BOOST_TEST(
        compared(read_edition(store, path, {.sheet = options})).count(Difference::withdrawn) == 0);
}

BOOST_AUTO_TEST_CASE(without_the_right_nothing_is_taken)
{
    add_own_account(store, clerk);
    add("user", {{"name", "袁主任"}, {"roles", "founder"}, {"state", "active"}});
    const auto auditor =
        add("user", {{"name", "审计员"}, {"roles", "auditor"}, {"state", "active"}});
    add_own_account(store, {auditor, "审计员"});
    const auto read = edition("县水利局,取水许可,B1,行政许可,9\n"
                              "县水利局,河道采砂许可,B2,行政许可,5\n");
    const auto found = compared(read);
    Editor stranger(store, {auditor, "审计员"});

    BOOST_CHECK_THROW(accept_edition(stranger, read, found, everything(found),
                          {.on = store.today(), .reason = {}, .document = {}}),
        Error);
    BOOST_TEST(to_text(of("B1")["promised_days"]) == "5");
}

BOOST_AUTO_TEST_CASE(type_codes_of_another_list_are_learned_from_the_words_beside_them)
{
    const auto path = sheet("部门,事项名称,事项编码,事项类型代码,事项类型\n"
                            "县水利局,取水许可,B1,01,行政许可\n"
                            "县水利局,河道采砂许可,B2,01,行政许可\n"
                            "县水利局,水事罚款,B5,03,行政处罚\n"
                            "县水利局,移民补助,B6,06,行政给付\n"
                            "县水利局,水利咨询,B7,14,公共服务\n",
        "外省目录.csv");

    const auto found = compared(read_edition(store, path, {.sheet = options}));

    BOOST_TEST(found.unreadable == 0);
    BOOST_TEST(found.count(Difference::added) == 3);
    const auto type = [&](std::size_t entry) {
        for (const auto& field : found.entries[entry].fields)
            if (field.field->name == "type")
                return to_text(field.after);
        return std::string();
    };
    BOOST_TEST(type(0) == "02");
    BOOST_TEST(type(1) == "05");
    BOOST_TEST(type(2) == "20");
}

BOOST_AUTO_TEST_CASE(type_codes_are_said_once_and_known_the_next_time)
{
    const std::string rows = "县水利局,取水许可,B1,01,5\n县水利局,河道采砂许可,B2,01,5\n"
                             "县水利局,水利咨询,B7,14,5\n";
    BOOST_TEST(compared(edition(rows)).unreadable == 1);

    const auto said = edition(rows, {.types = parse_type_codes("14=公共服务", options.languages)});
    BOOST_TEST(compared(said).unreadable == 0);
    remember_type_codes(store, said);

    const auto again = compared(edition(rows));
    BOOST_TEST(again.unreadable == 0);
    BOOST_TEST(told(again) == Told{"added B7"});
    BOOST_CHECK_THROW(parse_type_codes("14=没有", options.languages), UsageError);
}

BOOST_AUTO_TEST_CASE(what_is_open_is_kept_and_gone_on_with)
{
    const auto read = edition("县水利局,取水许可,B1,行政许可,9\n"
                              "县水利局,河道采砂许可,B2,行政许可,8\n"
                              "县水利局,水利工程验收,B10,行政许可,几天\n");
    const auto no = keep_what_is_open(store, clerk, read, compared(read));
    BOOST_TEST_REQUIRE(no != 0);
    BOOST_TEST(keep_edition(store, clerk, read) != 0); // the same sheet is kept once
    BOOST_TEST_REQUIRE(kept_editions(store).size() == 1u);
    BOOST_TEST(kept_editions(store).front().name == "新版目录.csv");
    BOOST_TEST(kept_editions(store).front().rows == 3);

    const auto kept = kept_edition(store, kept_editions(store).front().no);

    BOOST_TEST(kept.fingerprint == read.fingerprint);
    BOOST_TEST(told(compared(kept)) == told(compared(read)), boost::test_tools::per_element());
    BOOST_TEST(compared(kept).unreadable == 1);
    BOOST_TEST(drop_edition(store, kept));
    BOOST_TEST(kept_editions(store).empty());
    BOOST_CHECK_THROW(kept_edition(store, 77), UsageError);
}

BOOST_AUTO_TEST_CASE(where_nothing_is_open_nothing_is_kept)
{
    const auto read = edition("县水利局,取水许可,B1,行政许可,9\n"
                              "县水利局,河道采砂许可,B2,行政许可,5\n");
    const auto found = compared(read);
    BOOST_TEST(keep_what_is_open(store, clerk, read, found) != 0);
    accept(read, found, everything(found));

    BOOST_TEST(keep_what_is_open(store, clerk, read, compared(read)) == 0);
    BOOST_TEST(kept_editions(store).empty());
}

BOOST_AUTO_TEST_CASE(the_sheet_for_the_leader_has_every_difference_and_the_figures)
{
    const auto read = edition("县市监局,食品经营许可,A1,行政许可,3\n"
                              "县市监局,企业登记,A2,行政确认,5\n"
                              "县新局,新事项,N1,行政许可,5\n");
    const auto found = compared(read);
    std::vector<bool> taken(found.entries.size());
    taken.front() = true;
    const auto path = folder.file("比对.csv");

    write_comparison(store, read, found, taken, path, options.languages.front());

    const auto text = tests::bytes_of(path);
    for (const auto* part :
        {"新增", "新事项", "县新局", "承诺办结时限", "新目录 3 行", "未采纳", "负责人"})
        BOOST_TEST(text.find(part) != std::string::npos, part);
}

BOOST_AUTO_TEST_CASE(a_sheet_of_no_items_is_refused_with_a_sentence)
{
    const auto path = sheet("姓名,电话\n张三,1\n", "名册.csv");

    BOOST_CHECK_THROW(read_edition(store, path, {.sheet = options}), SheetError);
}

BOOST_AUTO_TEST_CASE(the_real_catalog_is_the_same_and_its_changes_are_found)
{
    const auto path = tests::shared_data("items-511602.csv");
    if (path.empty()) {
        BOOST_TEST_MESSAGE("skipped: no shared data here");
        return;
    }
    take("item", path);

    const auto same = compared(read_edition(store, path, {.sheet = options}));
    BOOST_TEST(same.rows == 1135);
    BOOST_TEST(same.same == 1135);
    BOOST_TEST(same.entries.empty());

    auto text = tests::bytes_of(path);
    const std::string code = "G-000007-001-511602000000-000-115113010833722043-1-00";
    text.replace(
        text.find(code), code.size(), "G-000007-009-511602000000-000-115113010833722043-1-00");
    const std::string name = "学生资助政策咨询";
    text.replace(text.find(name), name.size(), "学生资助政策咨询（新）");
    text += "1136,区水务局,未分类,新设事项,511X0000000-NEW,1,行政许可,,511602000000\n";
    const auto last = text.find("\n2,");
    text.erase(last + 1, text.find('\n', last + 1) - last); // one row is gone

    const auto found = compared(read_edition(store, sheet(text, "新版.csv"), {.sheet = options}));
    BOOST_TEST(found.count(Difference::recoded) == 1);
    BOOST_TEST(found.count(Difference::changed) == 1);
    BOOST_TEST(found.count(Difference::added) == 1);
    BOOST_TEST(found.count(Difference::withdrawn) == 1);
    BOOST_TEST(found.parts() == found.rows);
}

BOOST_AUTO_TEST_SUITE_END()
