#include "model/day/hall_plan.h"

#include "model/entities/window_position.h"
#include "model/exchange/demo_county.h"
#include "model/store/own_accounts.h"
#include "tests/support/editing.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace model;

namespace {

// A Tuesday in November 2026.
constexpr Instant that_day = 1795482000000;

/// A PNG of a floor, as far as its head tells.
NewAttachment drawing(std::size_t bytes, char width = 40)
{
    using namespace std::string_literals;
    auto content = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"s + width + "\0\0\0\0\x20\x08\x02\0\0\0"s;
    content.resize(bytes, '.');
    return {.file_name = "平面图.png", .bytes = content};
}

std::string plain(const char* id)
{
    return id;
}

struct Floor : tests::Editing {
    Floor()
    {
        clock.set(that_day);
        hall =
            add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
    }

    Uuid window(const char* number, const char* status = "open")
    {
        return add("window", {{"number", number}, {"place", hall.text()}, {"status", status}});
    }

    Uuid person(const char* name)
    {
        const auto id = add("person", {{"name", name}});
        add("posting",
            {{"person", id.text()}, {"place", hall.text()}, {"status", "on_duty"},
                {"source", "unified"}});
        return id;
    }

    void staff(const Uuid& window, const Uuid& person, const char* slot)
    {
        add("window_staff", {{"window", window.text()}, {"person", person.text()}, {"slot", slot}});
    }

    HallPlan plan() { return read_hall_plan(store, editor.permission(), hall, store.today()); }

    static std::string drawn(const HallPlan& plan)
    {
        std::string all;
        for (const auto& each : plan.windows)
            all += (all.empty() ? "" : "; ") + spoken(each, plain);
        return all;
    }

    Uuid hall;
};

struct DemoHall : Floor {
    DemoHall() { load_demo_county(store, hall); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(hall_plan_test, Floor)

BOOST_AUTO_TEST_CASE(windows_stand_in_the_order_of_their_numbers_with_what_is_amiss)
{
    const auto full = window("A2");
    const auto alone = window("A10");
    window("A1");
    window("A3", "closed");
    const auto zhang = person("张桂山");
    const auto wen = person("文国强");
    staff(full, zhang, "A");
    staff(full, wen, "B");
    staff(alone, person("李秀英"), "A");
    add("complaint", {{"matter", "态度"}, {"received", "2026-11-03"}, {"window", alone.text()}});
    add("complaint", {{"matter", "态度"}, {"received", "2026-10-31"}, {"window", full.text()}});

    BOOST_TEST(drawn(plan())
        == "A1: nobody there, no B post; A2: all is well; A3: not in use; A10: no B post, a "
           "complaint this "
           "month");
    BOOST_TEST(plan().count(PlanState::unmanned) == 1);
    BOOST_TEST(plan().placed() == 0);
}

BOOST_AUTO_TEST_CASE(a_window_that_closed_for_good_stands_on_no_floor)
{
    const auto old = window("A1");
    change(old, "closed", "2026-11-01");
    BOOST_TEST(plan().windows.empty());
}

BOOST_AUTO_TEST_CASE(an_item_without_authorisation_is_marked_at_its_window)
{
    const auto at = window("A1");
    const auto unit = add("unit", {{"name", "县公安局"}});
    const auto named = add("item",
        {{"code", "1"}, {"name", "户口"}, {"unit", unit.text()}, {"stationing", "stationed"},
            {"type", "01"}});
    const auto item = add("item",
        {{"code", "2"}, {"name", "护照"}, {"unit", unit.text()}, {"stationing", "stationed"},
            {"type", "01"}});
    const auto authorisation = add("authorisation", {{"unit", unit.text()}, {"power", "partial"}});
    add("authorised_item", {{"authorisation", authorisation.text()}, {"item", named.text()}});
    staff(at, person("张桂山"), "A");
    add("window_item", {{"window", at.text()}, {"item", named.text()}});
    BOOST_TEST(plan().count(PlanState::unauthorised) == 0);
    add("window_item", {{"window", at.text()}, {"item", item.text()}});
    BOOST_TEST(plan().count(PlanState::unauthorised) == 1);
}

BOOST_AUTO_TEST_CASE(windows_are_placed_moved_and_taken_off_and_undo_brings_them_back)
{
    const auto one = window("A1");
    const PlacedWindow first{one, {20, 30, 90, 110}};
    BOOST_TEST(place_windows(editor, plan(), {&first, 1}).done);
    BOOST_TEST((plan().windows.front().area == first.area));

    const PlacedWindow second{one, {500, 600, 90, 110}};
    BOOST_TEST(place_windows(editor, plan(), {&second, 1}).done);
    BOOST_TEST((plan().windows.front().area == second.area));
    BOOST_TEST(store.count({.def = &def_of<WindowPosition>()}) == 1);

    editor.undo();
    BOOST_TEST((plan().windows.front().area == first.area));
    BOOST_TEST(editor.remove(plan().windows.front().position).done);
    BOOST_TEST(!plan().windows.front().area);
    BOOST_TEST(place_windows(editor, plan(), {&second, 1}).done); // on the plan again
    BOOST_TEST((plan().windows.front().area == second.area));
    BOOST_TEST(store.count({.def = &def_of<WindowPosition>()}) == 1);
}

BOOST_AUTO_TEST_CASE(nothing_stands_outside_the_hall)
{
    const auto one = window("A1");
    const PlacedWindow outside{one, {950, 30, 90, 110}};
    const auto outcome = place_windows(editor, plan(), {&outside, 1});
    BOOST_TEST(!outcome.done);
    BOOST_TEST(told(outcome) == "refuse W07 x");
    BOOST_TEST(
        told(create("window_position", {{"x", "10"}, {"width", "50"}})) == "remind W10 window");
    BOOST_TEST((outside.area.on_the_floor() == PlanArea{910, 30, 90, 110}));
    BOOST_TEST((PlanArea{-5, 2000, 90, 110}.on_the_floor() == PlanArea{0, 890, 90, 110}));
}

BOOST_AUTO_TEST_CASE(arranged_in_rows_no_two_overlap_however_many_there_are)
{
    for (const int count : {1, 7, 40, 200}) {
        HallPlan floor;
        for (int i = 0; i < count; ++i)
            floor.windows.push_back({.id = new_id(), .number = std::to_string(i), .plate = {}});
        const auto placed = arranged(floor);
        BOOST_REQUIRE(placed.size() == floor.windows.size());
        for (std::size_t i = 0; i < placed.size(); ++i) {
            BOOST_TEST((placed[i].area.on_the_floor() == placed[i].area));
            for (std::size_t other = 0; other < i; ++other)
                BOOST_TEST(!placed[i].area.overlaps(placed[other].area), count);
        }
    }
}

BOOST_AUTO_TEST_CASE(one_more_window_is_as_large_as_most_are)
{
    HallPlan floor;
    const auto add_at = [&](PlanArea area) {
        floor.windows.push_back(
            {.id = new_id(), .number = std::to_string(area.x), .plate = {}, .area = area});
    };
    add_at({0, 0, 10, 10}); // somebody drew it as small as can be
    add_at({100, 0, 150, 200});
    add_at({300, 0, 150, 200});
    const auto area = free_area(floor);
    BOOST_TEST(area.width == 150);
    BOOST_TEST(area.height == 200);

    floor.windows.clear();
    add_at({0, 0, 1000, 700});
    BOOST_TEST(free_area(floor).height == 175); // smaller where there is no such room
    BOOST_TEST(!free_area(floor).overlaps(*floor.windows[0].area));
    add_at({0, 700, 1000, 300});
    BOOST_TEST((free_area(floor).on_the_floor() == free_area(floor))); // on top of others
}

BOOST_AUTO_TEST_CASE(a_picture_lies_under_the_plan_and_the_one_before_stays_with_the_place)
{
    window("A1");
    BOOST_TEST(!plan().picture);
    BOOST_TEST(lay_picture(editor, plan(), drawing(2000)).done);
    const auto first = plan().picture;
    BOOST_TEST_REQUIRE(first.has_value());
    BOOST_TEST(first->is_here);
    BOOST_TEST((plan_picture(store, plan()) == drawing(2000).bytes));

    BOOST_TEST(lay_picture(editor, plan(), drawing(3000)).done);
    BOOST_TEST(plan().picture->size == 3000);
    Attachments files(editor);
    BOOST_TEST(files.count(hall) == 2);
    BOOST_TEST((files.find(first->attachment).file.kind == AttachmentKind::photo));
    BOOST_TEST(lay_picture(editor, plan(), drawing(2000)).done); // the first once more
    BOOST_TEST(plan().picture->attachment == first->attachment);
    BOOST_TEST(files.count(hall) == 2);

    BOOST_TEST(take_picture_away(editor, plan()).done);
    BOOST_TEST(!plan().picture);
    BOOST_TEST(files.count(hall) == 2);
    editor.undo();
    BOOST_TEST(plan().picture->size == 2000);
    editor.undo();
    BOOST_TEST(plan().picture->size == 3000);
    editor.undo();
    BOOST_TEST(plan().picture->size == 2000);
    editor.undo();
    BOOST_TEST(!plan().picture);
    BOOST_TEST(files.count(hall) == 0);
}

BOOST_AUTO_TEST_CASE(what_is_no_picture_is_refused_with_a_sentence)
{
    const auto outcome =
        lay_picture(editor, plan(), {.file_name = "平面图.pdf", .bytes = "%PDF-1.7\n%%EOF"});
    BOOST_TEST(!outcome.done);
    BOOST_TEST(english(outcome.findings.at(0).message).find("no PNG or JPG") != std::string::npos);
    auto huge = drawing(2000, '\x7f');
    huge.bytes[20] = '\x7f'; // and as high
    const auto too_much = lay_picture(editor, plan(), huge);
    BOOST_TEST(!too_much.done);
    BOOST_TEST(english(too_much.findings.at(0).message).find("million dots") != std::string::npos);
    BOOST_TEST(!plan().picture);
}

BOOST_AUTO_TEST_CASE(one_more_window_gets_room_that_is_free)
{
    for (const auto* number : {"A1", "A2", "A3"})
        window(number);
    for (const auto& each : plan().windows) {
        const PlacedWindow placed{each.id, free_area(plan())};
        BOOST_TEST(place_windows(editor, plan(), {&placed, 1}).done);
    }
    const auto all = plan().windows;
    BOOST_TEST(!all[0].area->overlaps(*all[1].area));
    BOOST_TEST(!all[1].area->overlaps(*all[2].area));
    BOOST_TEST(!all[0].area->overlaps(*all[2].area));
}

BOOST_FIXTURE_TEST_CASE(the_demo_hall_stands_on_its_plan_with_some_windows_left, DemoHall)
{
    const auto found = plan();
    BOOST_TEST(found.placed() > 50);
    BOOST_TEST(found.placed() < static_cast<std::int64_t>(found.windows.size()));
    BOOST_TEST(found.count(PlanState::lacks_b) > 0);
    const auto places = plan_places(store, editor.permission());
    BOOST_REQUIRE(!places.empty());
    BOOST_TEST(places.front().id == hall);
    BOOST_TEST(place_windows(editor, found, arranged(found)).done);
    BOOST_TEST(plan().placed() == static_cast<std::int64_t>(found.windows.size()));
    editor.undo();
    BOOST_TEST(plan().placed() == found.placed());
}

BOOST_AUTO_TEST_CASE(what_the_account_may_not_look_at_is_named)
{
    window("A1");
    const auto id =
        add("user", {{"name", "核对"}, {"roles", "village_clerk"}, {"state", "active"}});
    add_own_account(store, {id, "核对"});
    const auto found = read_hall_plan(store, Permission(store, id), hall, store.today());
    BOOST_TEST(found.windows.size() == 1u);
    BOOST_TEST(found.unseen.size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
