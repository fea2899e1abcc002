#include "model/base/codes.h"
#include "model/board/judge.h"
#include "model/commands/store_lookup.h"
#include "model/exchange/demo_county.h"
#include "tests/support/editing.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

namespace {

using namespace model;

/// The office of the county of the demo with a year of work in it.
struct DemoOffice : tests::Office {
    explicit DemoOffice(Instant at = tests::new_year_2026, std::uint64_t seed = 1)
        : Office("430922", seed)
    {
        clock.set(at);
        const auto place =
            add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
        added = load_demo_county(store, place);
    }

    std::vector<Found> findings() { return check_all(store); }

    /// What the registers say, but for the ids.
    std::vector<std::string> contents()
    {
        std::vector<std::string> lines;
        for (const auto* def : store.catalog().all())
            store.each({.def = def}, [&](const Record& record) {
                std::string line(def->name);
                for (std::size_t i = 0; i < record.values.size(); ++i)
                    if (def->fields[i].type != Type::reference && !names_a_record(*def, i))
                        line += '|' + to_text(record.values[i]);
                lines.push_back(line);
            });
        return lines;
    }

    /// As text: "attendance_day/…".
    static bool names_a_record(const EntityDef& def, std::size_t field)
    {
        return def.name == "ledger_entry" && def.fields[field].name == "source";
    }

    std::int64_t added = 0;
};

// A holiday, a Saturday, the first working day after the National Day week, the 29th of February.
constexpr Instant days[]{tests::new_year_2026, 1795824000000, 1791417600000, 1835395200000};

} // namespace

BOOST_AUTO_TEST_SUITE(demo_year_test)

BOOST_FIXTURE_TEST_CASE(every_register_but_those_of_accounts_and_own_fields_has_records, DemoOffice)
{
    for (const auto* def : store.catalog().all())
        if (def->name != "user" && def->name != "credential" && def->name != "local_field")
            BOOST_TEST(store.count({.def = def}) > 0, def->name);
}

BOOST_DATA_TEST_CASE(
    check_lists_are_lively_and_nothing_is_refused, boost::unit_test::data::make(days), day)
{
    DemoOffice office(day);

    const auto findings = office.findings();

    // Most villages have entered nothing yet, and that is told of each alike.
    const auto others = std::ranges::count_if(
        findings, [](const Found& found) { return found.finding.rule != "L11"; });
    BOOST_TEST(others >= 20);
    BOOST_TEST(others <= 250);
    for (const auto& [def, id, finding] : findings)
        BOOST_TEST((finding.level < Level::refuse), def->name << ": " << english(finding.message));
}

BOOST_FIXTURE_TEST_CASE(the_year_has_about_a_thousand_records, DemoOffice)
{
    constexpr std::int64_t county = 1200; // places, people, windows, items and what links them

    BOOST_TEST(added > county + 900);
    BOOST_TEST(added < county + 2400);
}

BOOST_AUTO_TEST_CASE(the_same_day_gives_the_same_county_whatever_its_ids)
{
    DemoOffice one(tests::new_year_2026, 1);
    DemoOffice other(tests::new_year_2026, 2);

    BOOST_TEST(one.contents() == other.contents(), boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(what_was_entered_as_past_is_past, boost::unit_test::data::make(days), day)
{
    DemoOffice office(day);
    const auto today = office.store.today();

    for (const auto* def : office.store.catalog().all())
        for (std::size_t i = 0; i < def->fields.size(); ++i)
            if (const auto& field = def->fields[i]; field.past)
                office.store.each({.def = def}, [&](const Record& record) {
                    if (const auto* date = std::get_if<Date>(&record.values[i]))
                        BOOST_TEST((*date <= today), def->name << "." << field.name);
                });
}

BOOST_DATA_TEST_CASE(the_office_works_on_working_days, boost::unit_test::data::make(days), day)
{
    DemoOffice office(day);
    StoreLookup lookup(office.store);
    const auto& calendar = lookup.calendar();

    for (const auto& [register_name, field] :
        {std::pair{"roll_call", "day"}, {"attendance_day", "day"}, {"inspection", "day"},
            {"outlet_patrol", "day"}, {"equipment_patrol", "day"}, {"agency_case", "day"},
            {"complaint", "received"}, {"complaint", "closed"}, {"leave", "from"}, {"task", "due"}})
        office.store.each({.def = &office.def(register_name)}, [&](const Record& record) {
            if (const auto* date = std::get_if<Date>(&record[field]))
                BOOST_TEST(calendar.is_working_day(*date), register_name << " " << to_iso(*date));
        });
}

BOOST_FIXTURE_TEST_CASE(nobody_in_it_can_be_real, DemoOffice)
{
    for (const auto* def : store.catalog().all())
        for (std::size_t i = 0; i < def->fields.size(); ++i) {
            const auto& field = def->fields[i];
            const bool is_phone = field.name == "phone" && field.personal;
            if (!is_phone && field.name != "id_number")
                continue;
            store.each({.def = def}, [&](const Record& record) {
                const auto text = to_text(record.values[i]);
                if (!text.empty() && is_phone)
                    BOOST_TEST((phone_kind(text) == PhoneKind::sample), text);
                else if (!text.empty())
                    BOOST_TEST(text.starts_with("99"), text);
            });
        }
}

BOOST_FIXTURE_TEST_CASE(case_counts_add_up_but_for_one_month_of_one_unit, DemoOffice)
{
    int wrong = 0;
    for (const auto& [def, id, finding] : findings())
        wrong += def->name == "case_count";

    BOOST_TEST(wrong == 1);
}

BOOST_FIXTURE_TEST_CASE(township_names_and_places_stand_where_people_were_helped, DemoOffice)
{
    std::set<std::string> places;
    store.each({.def = &def("agency_case")}, [&](const Record& record) {
        places.insert(store.title_of(std::get<Uuid>(record["place"])));
    });

    BOOST_TEST(places.size() > 10);
    for (const auto& place : places)
        BOOST_TEST((place.ends_with("便民服务中心") || place.ends_with("便民服务站")), place);
}

BOOST_AUTO_TEST_SUITE_END()
