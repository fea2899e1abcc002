#include "model/rules/coverage.h"

#include <boost/test/unit_test.hpp>

using namespace model;
using namespace std::chrono;

namespace {

constexpr Date today = 2026y / November / 23;

struct County {
    std::vector<Subdivision> divisions{{"430922101", "修山镇", false},
        {"430922101001", "修山社区", true}, {"430922103", "鸬鹚渡镇", false}};
    std::vector<Place> places;
    std::vector<Posting> postings;
    std::vector<OutletItem> items;
    std::vector<OutletPatrol> patrols;
    std::vector<AgencyCase> cases;

    Uuid place(PlaceType type, const std::string& region)
    {
        auto& made = places.emplace_back();
        made.id = Uuid::named("place", std::to_string(places.size()));
        made.type = type;
        made.region = region;
        return made.id;
    }

    void patrol(const std::optional<Uuid>& at, Date day)
    {
        auto& made = patrols.emplace_back();
        made.place = at;
        made.day = day;
    }

    void help(const std::optional<Uuid>& at, Date day)
    {
        auto& made = cases.emplace_back();
        made.place = at;
        made.day = day;
    }

    Posting& post(const Uuid& at)
    {
        auto& made = postings.emplace_back();
        made.place = at;
        return made;
    }

    Coverage found() const
    {
        return coverage(divisions, {places, postings, items, patrols, cases}, today);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(coverage_test, County)

BOOST_AUTO_TEST_CASE(each_division_has_what_its_outlet_has)
{
    const auto centre = place(PlaceType::township_centre, "430922101000");
    const auto station = place(PlaceType::village_station, "430922101001");
    post(centre);
    post(centre).to = 2026y / June / 30;
    items.emplace_back().place = station;
    patrol(centre, 2026y / October / 1);
    patrol(centre, 2026y / September / 30); // the quarter before
    help(station, 2026y / November / 2);
    help(station, 2026y / October / 31); // the month before

    const auto coverage = found();

    BOOST_TEST((coverage.lines[0].reached == Reached{.places = 1, .staff = 1, .patrols = 1}));
    BOOST_TEST((coverage.lines[1].reached == Reached{.places = 1, .items = 1, .cases = 1}));
    BOOST_TEST((coverage.lines[2].reached == Reached{}));
    BOOST_TEST(coverage.townships.all == 2);
    BOOST_TEST((coverage.townships.with == Reached{.places = 1, .staff = 1, .patrols = 1}));
    BOOST_TEST(coverage.villages.all == 1);
    BOOST_TEST((coverage.villages.with == Reached{.places = 1, .items = 1, .cases = 1}));
}

BOOST_AUTO_TEST_CASE(lines_and_what_is_elsewhere_add_up_to_the_total)
{
    const auto centre = place(PlaceType::township_centre, "430922101");
    const auto merged = place(PlaceType::village_station, "430922101099"); // of no list
    for (int i = 0; i < 3; ++i)
        help(centre, today);
    help(merged, today);
    help(std::nullopt, today);
    post(merged);

    const auto coverage = found();

    BOOST_TEST((coverage.elsewhere == Reached{.places = 1, .staff = 1, .cases = 2}));
    auto sum = coverage.elsewhere;
    for (const auto& line : coverage.lines)
        sum += line.reached;
    BOOST_TEST((sum == coverage.total));
    BOOST_TEST(coverage.total.cases == 5);
    BOOST_TEST(coverage.townships.with.cases == 1); // divisions, not cases
}

BOOST_AUTO_TEST_CASE(halls_and_closed_outlets_are_left_out)
{
    const auto hall = place(PlaceType::hall, "430922");
    const auto closed = place(PlaceType::village_station, "430922101001");
    places.back().closed = 2026y / June / 30;
    post(hall);
    help(closed, today);

    BOOST_TEST((found().total == Reached{}));
}

BOOST_AUTO_TEST_CASE(the_list_of_the_county_has_each_township_before_its_villages)
{
    const auto all = subdivisions_of("430922");
    BOOST_REQUIRE(all.size() == 262U);
    BOOST_TEST(all[0].code == "430922101");
    BOOST_TEST(all[1].code == "430922101001");
    BOOST_TEST(all[1].is_village);
    std::string township;
    for (const auto& division : all) {
        if (!division.is_village)
            township = division.code;
        BOOST_TEST(division.code.starts_with(township), division.code);
    }
    BOOST_TEST(subdivisions_of("430921").size() > 100U);
    BOOST_TEST(subdivisions_of("43").empty());
    BOOST_TEST(subdivisions_of("110101").empty());
}

BOOST_AUTO_TEST_CASE(full_time_staff_are_counted_besides)
{
    const auto centre = place(PlaceType::township_centre, "430922101");
    post(centre).work_time = WorkTime::full;
    post(centre).work_time = WorkTime::part;
    post(centre);

    const auto all = found();

    BOOST_TEST(all.total.staff == 3);
    BOOST_TEST(all.total.full_time == 1);
    BOOST_TEST(all.townships.with.full_time == 1);
}

BOOST_AUTO_TEST_SUITE_END()
