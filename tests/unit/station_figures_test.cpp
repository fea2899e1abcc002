#include "model/rules/station_figures.h"

#include "model/rules/item_kinds.h"

#include <boost/test/unit_test.hpp>

using namespace model;
using namespace std::chrono;

namespace {

constexpr Date today = 2026y / November / 23;

struct Ledger {
    std::vector<Item> items;
    std::vector<NegativeEntry> list;

    static Uuid unit(int number) { return Uuid::named("unit", std::to_string(number)); }

    Item& add(int of_unit, Stationing stationing, std::optional<NotStationed> reason = {})
    {
        auto& item = items.emplace_back();
        item.id = Uuid::named("item", std::to_string(items.size()));
        item.unit = unit(of_unit);
        item.type = ItemType::licence;
        item.stationing = stationing;
        item.not_stationed_reason = reason;
        return item;
    }

    StationFigures figures() const { return station_figures(items, list, today); }
};

std::int64_t sum_of_the_units(const StationFigures& figures, std::int64_t StationCounts::*what)
{
    auto sum = figures.of_no_unit.*what;
    for (const auto& [unit, counts] : figures.units)
        sum += counts.*what;
    return sum;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(station_figures_test, Ledger)

/// The census of 2017: of 34 departments 12 (35.2 %), of 156 items 18 (11.5 %) were not at the
/// hall.
BOOST_AUTO_TEST_CASE(the_published_figures_of_nanpi_come_out)
{
    for (int i = 0; i < 138; ++i)
        add(i % 22, Stationing::stationed);
    for (int i = 0; i < 18; ++i)
        add(22 + i % 12, Stationing::not_stationed, NotStationed::site);

    const auto found = figures();

    BOOST_TEST((found.items_stationed() == Share{138, 156}));
    BOOST_TEST((found.units_stationed() == Share{22, 34}));
    BOOST_TEST(found.units_with_none() == 12);
    BOOST_TEST((Share{found.units_with_none(), 34}.percent()) == "35.2");
    BOOST_TEST((Share{found.items.not_stationed(), found.items.all()}.percent()) == "11.5");
}

BOOST_AUTO_TEST_CASE(each_item_is_counted_once_and_the_parts_add_up)
{
    add(1, Stationing::stationed);
    add(1, Stationing::not_stationed, NotStationed::site);
    add(1, Stationing::not_stationed, NotStationed::secret);
    add(2, Stationing::not_stationed, NotStationed::other);
    add(2, Stationing::not_stationed);
    add(3, Stationing::undecided);
    add(3, Stationing::stationed).stationing.reset();
    add(4, Stationing::stationed);
    add(4, Stationing::stationed).unit.reset();

    const auto found = figures();

    BOOST_TEST((found.items
        == StationCounts{
            .stationed = 3, .site = 1, .secret = 1, .other = 1, .without = 1, .undecided = 2}));
    BOOST_TEST(found.items.all() == 9);
    for (const auto what : {&StationCounts::stationed, &StationCounts::site, &StationCounts::secret,
             &StationCounts::other, &StationCounts::without, &StationCounts::undecided})
        BOOST_TEST(sum_of_the_units(found, what) == found.items.*what);
    BOOST_TEST(found.of_no_unit.all() == 1);
    BOOST_TEST(found.units_with_all() == 1);
    BOOST_TEST(found.units_with_some() == 1);
    BOOST_TEST(found.units_with_none() == 2);
    BOOST_TEST((found.units_stationed() == Share{2, 4}));
}

BOOST_AUTO_TEST_CASE(only_items_in_force_and_upon_application_count)
{
    add(1, Stationing::stationed);
    add(1, Stationing::stationed).cancelled = 2026y / June / 30;
    add(1, Stationing::stationed).state = ItemState::cancelled;
    add(1, Stationing::not_stationed).type = ItemType::penalty;

    const auto found = figures();

    BOOST_TEST((found.items_stationed() == Share{1, 1}));
    BOOST_TEST(found.not_upon_application == 1);
    BOOST_TEST(found.units_with_all() == 1);
}

BOOST_AUTO_TEST_CASE(an_entry_of_the_list_in_force_gives_the_reason)
{
    const auto entry = [&](const Item& item, ChangeState state, std::optional<NotStationed> why) {
        auto& made = list.emplace_back();
        made.item = item.id;
        made.state = state;
        made.reason = why;
    };
    add(1, Stationing::not_stationed);
    add(1, Stationing::not_stationed);
    add(1, Stationing::not_stationed);
    entry(items[0], ChangeState::in_force, NotStationed::site);
    entry(items[1], ChangeState::approved, NotStationed::site);
    entry(items[2], ChangeState::in_force, std::nullopt);

    BOOST_TEST((figures().items == StationCounts{.site = 1, .other = 1, .without = 1}));
}

BOOST_AUTO_TEST_CASE(a_percentage_is_cut_and_nothing_has_none)
{
    BOOST_TEST((Share{999, 1000}.percent()) == "99.9");
    BOOST_TEST((Share{9999, 10000}.percent()) == "99.9");
    BOOST_TEST((Share{1, 1}.percent()) == "100.0");
    BOOST_TEST((Share{0, 7}.percent()) == "0.0");
    BOOST_TEST((Share{0, 0}.percent()) == "");
    BOOST_TEST(StationFigures{}.items_stationed().percent() == "");
}

BOOST_AUTO_TEST_CASE(what_is_suspended_or_still_to_come_does_not_count)
{
    add(1, Stationing::stationed);
    add(1, Stationing::stationed).state = ItemState::suspended;
    add(1, Stationing::stationed).effective = Date{sys_days{today} + days{1}};
    add(1, Stationing::stationed).effective = today;
    add(1, Stationing::stationed).cancelled =
        Date{sys_days{today} + days{1}}; // planned, and goes on till then

    BOOST_TEST((figures().items_stationed() == Share{3, 3}));
}

BOOST_AUTO_TEST_CASE(why_an_item_is_not_in_force_is_told)
{
    Item item;
    const auto why = [&] {
        const auto told = why_not_in_force(item, today);
        return told ? english(*told) : std::string();
    };
    BOOST_TEST(why() == "");
    item.effective = 2027y / January / 1;
    BOOST_TEST(why() == "from 2027-01-01 on");
    item.state = ItemState::suspended;
    BOOST_TEST(why() == "suspended");
    item.state = ItemState::cancelled;
    BOOST_TEST(why() == "cancelled");
    item.cancelled = 2026y / June / 30;
    BOOST_TEST(why() == "cancelled on 2026-06-30");
}

BOOST_AUTO_TEST_SUITE_END()
