#include "model/listing/cross_table.h"

#include "model/access/new_office.h"
#include "model/commands/require.h"
#include "model/commands/seen_through.h"
#include "model/exchange/cross_sheet.h"
#include "model/store/own_accounts.h"
#include "tests/support/editing.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <set>
#include <sstream>

using namespace model;

namespace {

std::string plain(const char* id)
{
    return id;
}

/// Two units that sent four people, three windows and the cases of two months.
struct Counting : tests::Editing {
    Counting()
    {
        town = add("place",
            {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
        police = add("unit", {{"name", "县公安局"}, {"category", "county_department"}});
        welfare = add("unit", {{"name", "县民政局"}});
        zhang = sent("张桂山", "male", police, "institution", "2026-01-05");
        wen = sent("文国强", "male", police, "civil_servant", "2025-12-31");
        sent("李秀英", "female", police, "institution", "2026-01-31");
        sent("王小军", "", welfare, "", "");
        add("window", {{"number", "A01"}, {"types", "general,one_thing"}, {"status", "open"}});
        add("window", {{"number", "A02"}, {"types", "general"}, {"status", "open"}});
        add("window", {{"number", "A03"}});
        cases(police, "2026-01", "120", "0.25");
        cases(police, "2026-02", "80", "1.50");
        cases(welfare, "2025-12", "7", "");
    }

    Uuid sent(const std::string& name, const std::string& sex, const Uuid& unit,
        const std::string& identity, const std::string& from)
    {
        const auto person = sex.empty() ? add("person", {{"name", name}})
                                        : add("person", {{"name", name}, {"sex", sex}});
        const auto posting =
            add("posting", {{"person", person.text()}, {"unit", unit.text()}, {"source", "sent"}});
        if (!identity.empty())
            change(posting, "identity", identity);
        if (!from.empty())
            change(posting, "from", from);
        return posting;
    }

    void cases(const Uuid& unit, const char* month, const char* received, const std::string& days)
    {
        const auto id =
            add("case_count", {{"unit", unit.text()}, {"month", month}, {"received", received}});
        if (!days.empty())
            change(id, "days", days);
    }

    CrossQuestion question(const char* entity, const char* rows, const char* columns = "",
        const char* sum = "", const char* where = "")
    {
        const auto& of = def(entity);
        CrossQuestion asked{.def = &of,
            .rows = parse_cross_field(rows, of, store.catalog(), plain),
            .where = where};
        if (*columns)
            asked.columns = parse_cross_field(columns, of, store.catalog(), plain);
        if (*sum)
            asked.sum = &parse_summed_field(sum, of, plain);
        return asked;
    }

    /// The table as lines of texts, cells parted by bars.
    std::string drawn(const CrossQuestion& asked, const CrossSight& sight = {})
    {
        const auto table = cross(store, asked, plain, sight);
        expect_filters(table, sight);
        std::string all;
        for (const auto& line : lines_of(table, plain))
            all += join(line, "|") + '\n';
        return all;
    }

    static std::string join(const std::vector<std::string>& parts, const char* between)
    {
        std::string all;
        for (const auto& part : parts)
            all += (&part == &parts.front() ? "" : between) + part;
        return all;
    }

    /// Each number lists as many records as it counts, totals too.
    void expect_filters(const CrossTable& table, const CrossSight& sight)
    {
        for (std::size_t row = 0; row <= table.rows.size(); ++row)
            for (std::size_t column = 0; column <= table.columns.size(); ++column) {
                Query query{.def = table.question.def, .where = sight.condition};
                compile(table.where(row, column), query, store.catalog(), plain,
                    sight.compares_personal, sight.through);
                BOOST_TEST(store.count(query) == table.cell(row, column).records,
                    table.where(row, column));
            }
    }

    Uuid town;
    Uuid police;
    Uuid welfare;
    Uuid zhang;
    Uuid wen;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(cross_table_test, Counting)

BOOST_AUTO_TEST_CASE(two_fields_are_crossed_and_parts_add_up_to_totals)
{
    BOOST_TEST(drawn(question("posting", "unit", "identity"))
        == "Sending unit \\ Employed as|Civil servant|Public institution staff|(not filled in)|"
           "Total\n"
           "县公安局|1|2||3\n"
           "县民政局|||1|1\n"
           "Total|1|2|1|4\n");
    BOOST_TEST(drawn(question("posting", "identity", "", "", "unit~公安"))
        == "Employed as|How many records\nCivil servant|1\nPublic institution staff|2\nTotal|3\n");
}

BOOST_AUTO_TEST_CASE(a_number_leads_to_its_records)
{
    const auto table = cross(store, question("posting", "unit", "identity"), plain);
    Query query{.def = &def("posting")};
    compile(table.where(0, 0), query, store.catalog(), plain);
    BOOST_TEST((store.ids(query) == std::vector{wen}));
    BOOST_TEST(table.where(2, 3) == "");
}

BOOST_AUTO_TEST_CASE(a_set_counts_under_each_word_and_once_in_the_total)
{
    const auto asked = question("window", "types", "status");
    const auto table = cross(store, asked, plain);
    BOOST_TEST(table.overlaps());
    BOOST_REQUIRE(table.rows.size() == 3u);
    BOOST_TEST(table.figure(0, 0) == "2");
    BOOST_TEST(table.figure(1, 0) == "1");
    BOOST_TEST(table.rows[2].label == "(not filled in)");
    BOOST_TEST(table.figure(3, 0) == "2"); // open windows
    BOOST_TEST(table.figure(3, 2) == "3");
    BOOST_TEST(notes_of(table, plain).size() == 1u);
    expect_filters(table, {});
    BOOST_TEST(!cross(store, question("window", "status"), plain).overlaps());
}

BOOST_AUTO_TEST_CASE(numbers_and_decimals_are_added_up_exactly)
{
    BOOST_TEST(drawn(question("case_count", "unit", "month", "received"))
        == "Unit \\ Month|2025-12|2026-01|2026-02|Total\n"
           "县公安局||120|80|200\n"
           "县民政局|7|||7\n"
           "Total|7|120|80|207\n");
    const auto days = cross(store, question("case_count", "unit", "", "days"), plain);
    BOOST_TEST(days.figure(0, 0) == "1.75");
    BOOST_TEST(days.figure(1, 0) == "0.00");
    cases(welfare, "2026-03", "9223372036854775807", "");
    BOOST_CHECK_THROW(cross(store, question("case_count", "unit", "", "received"), plain), Error);
}

BOOST_AUTO_TEST_CASE(days_go_by_month_year_and_day)
{
    BOOST_TEST(drawn(question("posting", "from"))
        == "From (by month)|How many records\n2025-12|1\n2026-01|2\n(not filled in)|1\nTotal|4\n");
    BOOST_TEST(drawn(question("posting", "from:year"))
        == "From (by year)|How many records\n2025|1\n2026|2\n(not filled in)|1\nTotal|4\n");
    BOOST_TEST(drawn(question("posting", "from:day"))
        == "From|How many records\n2025-12-31|1\n2026-01-05|1\n2026-01-31|1\n(not filled "
           "in)|1\nTotal|4\n");
    BOOST_TEST(drawn(question("case_count", "month:year", "", "received"))
        == "Month (by year)|Received\n2025|7\n2026|200\nTotal|207\n");
}

BOOST_AUTO_TEST_CASE(a_field_of_the_record_that_a_reference_leads_to_parts_too)
{
    BOOST_TEST(drawn(question("posting", "person.sex", "unit.category"))
        == "Person: Sex \\ Sending unit: Category|"
            + std::string(label_of(def("unit").find("category")->choices, "county_department"))
            + "|(not filled in)|Total\n"
              "Male|2||2\nFemale|1||1\n(not filled in)||1|1\nTotal|3|1|4\n");
    BOOST_TEST(drawn(question("posting", "unit", "", "", "person.sex!=female"))
        == "Sending unit|How many records\n县公安局|2\n县民政局|1\nTotal|3\n");
    BOOST_TEST(drawn(question("posting", "unit", "", "", "person.sex="))
        == "Sending unit|How many records\n县民政局|1\nTotal|1\n");
}

BOOST_AUTO_TEST_CASE(what_lies_in_the_bin_and_what_leads_nowhere)
{
    editor.remove(wen);
    BOOST_TEST(cross(store, question("posting", "unit"), plain).figure(2, 0) == "3");
    change(zhang, "unit", "019b0000-0000-7000-8000-000000000000");
    BOOST_TEST(drawn(question("posting", "unit"))
        == "Sending unit|How many records\n(not in this "
           "file)|1\n县公安局|1\n县民政局|1\nTotal|3\n");
}

BOOST_AUTO_TEST_CASE(personal_fields_and_what_is_no_field_part_nothing)
{
    for (const auto* rows : {"id_number", "birth:year", "phone", "remark", "nothing", "name.sex",
             "sex:month", "photo", ""})
        BOOST_CHECK_THROW(question("person", rows), UsageError);
    BOOST_CHECK_THROW(question("posting", "person.phone"), UsageError);
    BOOST_CHECK_THROW(question("posting", "unit", "", "identity"), UsageError);
    BOOST_CHECK_THROW(
        cross(store, question("posting", "unit", "", "", "person.phone=1"), plain), UsageError);
    BOOST_CHECK_THROW(cross(store, question("person", "sex", "", "", "phone=1"), plain,
                          {.compares_personal = false}),
        UsageError);
    for (const auto* entity : store.catalog().all())
        for (const auto& field : cross_fields(*entity, store.catalog())) {
            BOOST_TEST(!field.field->personal, entity->name);
            BOOST_TEST(
                (parse_cross_field(to_text(field), *entity, store.catalog(), plain) == field),
                entity->name << ' ' << to_text(field));
        }
}

BOOST_AUTO_TEST_CASE(labels_name_fields_as_well)
{
    const auto chinese = [](const char* id) -> std::string {
        return std::string_view(id) == "Sending unit" ? "派出单位"
            : std::string_view(id) == "Category"      ? "类别"
                                                      : id;
    };
    const auto& of = def("posting");
    BOOST_TEST((parse_cross_field("派出单位.类别", of, store.catalog(), chinese)
        == parse_cross_field("unit.category", of, store.catalog(), plain)));
}

BOOST_AUTO_TEST_CASE(every_field_of_every_register_can_be_counted_by)
{
    for (const auto* entity : store.catalog().all())
        for (const auto& field : cross_fields(*entity, store.catalog())) {
            const auto table =
                cross(store, {.def = entity, .rows = field, .columns = field}, plain);
            const auto last = table.rows.size();
            BOOST_TEST(table.cell(last, last).records == store.count({.def = entity}));
            expect_filters(table, {});
        }
}

BOOST_AUTO_TEST_CASE(who_does_not_see_a_record_does_not_count_it)
{
    add_founder(store, clerk);
    add_own_account(store, clerk);
    const auto here = add("posting",
        {{"person", add("person", {{"name", "赵乡长"}}).text()}, {"place", town.text()},
            {"identity", "contract"}});
    BOOST_TEST(!here.is_nil());
    const auto id = add("user",
        {{"name", "村文员"}, {"roles", "village_clerk"}, {"state", "active"},
            {"place", town.text()}});
    add_own_account(store, {id, "村文员"});
    const Permission permission(store, id);
    const auto& of = def("posting");
    const CrossSight sight{.condition = permission.extent(Action::see, of).condition(of),
        .through = seen_through(permission)};
    BOOST_TEST(drawn(question("posting", "identity"), sight)
        == "Employed as|How many records\nContract staff|1\nTotal|1\n");

    const CrossSight blind{.through = [](const EntityDef&) { return "0"; }};
    BOOST_TEST(drawn(question("posting", "person.sex"), blind)
        == "Person: Sex|How many records\n(not filled in)|5\nTotal|5\n");

    Editor village(store, {id, "村文员"});
    BOOST_CHECK_THROW(require_of_all(village, Action::export_out, {.def = &of}), Error);
    BOOST_CHECK_NO_THROW(require_of_all(editor, Action::export_out, {.def = &of}));
}

BOOST_AUTO_TEST_CASE(the_sheet_has_heads_rows_and_totals)
{
    const tests::TempFolder folder;
    const auto path = folder.file("cases.csv");
    write_cross_table(
        cross(store, question("case_count", "unit", "month", "received"), plain), path, plain);
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    BOOST_TEST(text.str().find("县公安局,,120,80,200") != std::string::npos, text.str());
    BOOST_TEST(text.str().find("Total,7,120,80,207") != std::string::npos, text.str());
}

BOOST_AUTO_TEST_SUITE_END()
