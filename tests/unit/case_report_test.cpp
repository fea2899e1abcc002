#include "model/dashboard/case_report.h"

#include "model/store/filter.h"
#include "tests/support/editing.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

struct Counted : tests::Editing {
    Uuid hall =
        made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
    Uuid police = made("unit", {{"name", "县公安局"}});
    Uuid taxes = made("unit", {{"name", "县税务局"}});
    Uuid a1 = window("A1");
    Uuid a2 = window("A2");

    Uuid window(const std::string& number)
    {
        return made("window", {{"number", number}, {"place", hall.text()}, {"status", "open"}});
    }

    struct Numbers {
        std::string received = {};
        std::string done = {};
        std::string online = {};
        std::string overdue = {};
        std::string on_site = {};
    };

    Uuid count(const Uuid& unit, const std::string& month, const Numbers& numbers,
        const std::string& at = {})
    {
        return made("case_count",
            {{"unit", unit.text()}, {"month", month}, {"place", hall.text()}, {"window", at},
                {"received", numbers.received}, {"done", numbers.done}, {"online", numbers.online},
                {"overdue", numbers.overdue}, {"on_site", numbers.on_site}});
    }

    CaseReport report(const std::string& month = "2025-12")
    {
        return case_report(store, editor.permission(), month);
    }

    /// The line of that name, as its cells; "|" between them.
    std::string line(const CaseReport& report, const std::string& name,
        CaseReportPart part = CaseReportPart::units)
    {
        for (const auto& cells : lines_of(report, part, [](const char* id) { return id; })) {
            if (cells.front() != name)
                continue;
            std::string all;
            for (std::size_t i = 1; i < cells.size(); ++i)
                all += (i > 1 ? "|" : "") + cells[i];
            return all;
        }
        return "(none)";
    }

    /// How many records the filter lists.
    std::int64_t listed(const std::string& where)
    {
        Query query{.def = &def("case_count")};
        compile(where, query, store.catalog(), [](const char* id) { return std::string(id); });
        return store.count(query);
    }

    void every_number_lists_its_records(const CaseReport& report)
    {
        for (const auto* lines : {&report.units, &report.windows})
            for (const auto& line : *lines)
                for (const auto* each : {&line.now, &line.last_month, &line.last_year})
                    if (!each->is_empty())
                        BOOST_TEST(listed(each->where) == each->records, each->where);
        for (const auto* total : {&report.all_units, &report.all_windows})
            if (!total->now.is_empty())
                BOOST_TEST(listed(total->now.where) == total->now.records, total->now.where);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(case_report_test, Counted)

BOOST_AUTO_TEST_CASE(a_month_stands_beside_the_one_before_and_the_year_before)
{
    count(police, "2025-12", {"120", "100", "30", "2"});
    count(police, "2025-11", {"80", "80"});
    count(police, "2024-12", {"160", "150"});
    count(taxes, "2025-12", {"50", "50", "10", "0"});
    const auto found = report();
    BOOST_TEST(line(found, "县公安局") == "120|100|30|25.0%|2|2.0%|80|+50.0%|160|-25.0%");
    BOOST_TEST(line(found, "县税务局") == "50|50|10|20.0%|0|0.0%||||");
    BOOST_TEST(line(found, "Total") == "170|150|40|23.5%|2|1.3%|80|+112.5%|160|+6.2%");
    BOOST_TEST(found.last_month == "2025-11");
    BOOST_TEST(found.last_year == "2024-12");
    BOOST_TEST(report("2026-01").last_month == "2025-12");
    every_number_lists_its_records(found);
}

BOOST_AUTO_TEST_CASE(a_unit_told_in_windows_counts_once)
{
    count(police, "2025-12", {"70", "60"}, a1.text());
    count(police, "2025-12", {"50", "40"}, a2.text());
    auto found = report();
    BOOST_TEST(line(found, "县公安局").starts_with("120|100|"));
    BOOST_TEST(line(found, "A1", CaseReportPart::windows).starts_with("70|60|"));
    BOOST_TEST(line(found, "Total", CaseReportPart::windows).starts_with("120|100|"));
    every_number_lists_its_records(found);

    count(police, "2025-12", {"120", "100"}); // the whole beside its parts
    found = report();
    BOOST_TEST(line(found, "县公安局").starts_with("120|100|"));
    BOOST_TEST(found.troubles.empty());
    every_number_lists_its_records(found);
}

BOOST_AUTO_TEST_CASE(parts_that_come_to_something_else_are_named_and_kept_out)
{
    count(police, "2025-12", {"70", "60"}, a1.text());
    count(police, "2025-12", {"120", "100"});
    count(taxes, "2025-12", {"50", "50"});
    const auto found = report();
    BOOST_REQUIRE(found.troubles.size() == 1u);
    BOOST_TEST(found.troubles[0].text.args.front() == "县公安局");
    BOOST_TEST(listed(found.troubles[0].where) == 2);
    BOOST_TEST(line(found, "县公安局") == "(none)");
    BOOST_TEST(line(found, "Total").starts_with("50|50|"));
    every_number_lists_its_records(found);
}

BOOST_AUTO_TEST_CASE(a_row_that_does_not_add_up_is_named_and_kept_out)
{
    const auto wrong = count(police, "2025-12", {"100", "90", "30", "0", "60"}, a1.text());
    count(police, "2025-12", {"50", "40"}, a2.text());
    const auto found = report();
    BOOST_REQUIRE(found.troubles.size() == 1u);
    BOOST_TEST(listed(found.troubles[0].where) == 1);
    BOOST_TEST(line(found, "县公安局").starts_with("50|40|"));
    every_number_lists_its_records(found);
    BOOST_REQUIRE(set(wrong, {{"on_site", "70"}}).done);
    BOOST_TEST(report().troubles.empty());
    BOOST_TEST(line(report(), "县公安局").starts_with("150|130|"));
}

BOOST_AUTO_TEST_CASE(rates_rest_on_rows_that_say_both_numbers)
{
    count(police, "2025-12", {"100", "90", "25", ""}, a1.text());
    count(police, "2025-12", {"900", "10"}, a2.text());
    BOOST_TEST(line(report(), "县公安局") == "1000|100|25|25.0%||||||");
}

BOOST_AUTO_TEST_CASE(changes_are_cut_and_what_is_no_month_is_refused)
{
    BOOST_TEST(change_text(112, 100) == "+12.0%");
    BOOST_TEST(change_text(1, 3) == "-66.6%");
    BOOST_TEST(change_text(5, 0) == "");
    BOOST_TEST(change_text(5, 5) == "+0.0%");
    BOOST_TEST(last_whole_month(parse_iso_date("2026-01-31").value()) == "2025-12");
    BOOST_CHECK_THROW(report("2025-13"), UsageError);
}

BOOST_AUTO_TEST_SUITE_END()
