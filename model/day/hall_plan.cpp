#include "model/day/hall_plan.h"

#include "model/base/text.h"
#include "model/commands/enter_all.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace model {

namespace {

struct StateWords {
    const char* letter;
    const char* label;
};

constexpr std::array<StateWords, plan_states> words{{
    {msgid("letter: not in use"), msgid("not in use")},
    {msgid("letter: nobody there"), msgid("nobody there")},
    {msgid("letter: no B post"), msgid("no B post")},
    {msgid("letter: not authorised"), msgid("an item without authorisation")},
    {msgid("letter: complaint"), msgid("a complaint this month")},
}};

constexpr std::int64_t aisle = 20;

/// As wide and high as the one in the middle of all by size, and no smaller than reads well.
PlanArea usual_area(const HallPlan& plan)
{
    std::vector<PlanArea> areas;
    for (const auto& window : plan.windows)
        if (window.area)
            areas.push_back(*window.area);
    PlanArea usual;
    if (areas.empty())
        return usual;
    const auto middle = areas.begin() + std::ssize(areas) / 2;
    std::ranges::nth_element(
        areas, middle, {}, [](const PlanArea& each) { return each.width * each.height; });
    constexpr std::int64_t least_width = 60;
    constexpr std::int64_t least_height = 90;
    usual.width = std::max(middle->width, least_width);
    usual.height = std::max(middle->height, least_height);
    return usual;
}

std::optional<PlanArea> free_area_of(const HallPlan& plan, std::int64_t width, std::int64_t height)
{
    PlanArea area{0, 0, width, height};
    for (area.y = aisle; area.y + area.height <= whole_floor; area.y += aisle)
        for (area.x = aisle; area.x + area.width <= whole_floor; area.x += aisle)
            if (std::ranges::none_of(plan.windows,
                    [&](const PlanWindow& each) { return each.area && each.area->overlaps(area); }))
                return area;
    return std::nullopt;
}

} // namespace

const char* letter_of(PlanState state)
{
    return words.at(static_cast<std::size_t>(state)).letter;
}

const char* label_of(PlanState state)
{
    return words.at(static_cast<std::size_t>(state)).label;
}

bool PlanArea::overlaps(const PlanArea& other) const
{
    return x < other.x + other.width && other.x < x + width && y < other.y + other.height
        && other.y < y + height;
}

PlanArea PlanArea::on_the_floor() const
{
    auto area = *this;
    area.width = std::clamp(area.width, least_drawn, whole_floor);
    area.height = std::clamp(area.height, least_drawn, whole_floor);
    area.x = std::clamp<std::int64_t>(area.x, 0, whole_floor - area.width);
    area.y = std::clamp<std::int64_t>(area.y, 0, whole_floor - area.height);
    return area;
}

std::string spoken(const PlanWindow& window, const Translate& translate)
{
    std::vector<std::string> states;
    if (window.states.empty())
        states.push_back(translate(msgid("all is well")));
    for (const auto state : window.states)
        states.push_back(translate(label_of(state)));
    return render({msgid("{1}: {2}"),
                      {window.plate.empty() ? window.number : window.number + ' ' + window.plate,
                          join(states, translate(msgid(", ")))}},
        translate);
}

const PlanWindow* HallPlan::find(const Uuid& window) const
{
    const auto found = std::ranges::find(windows, window, &PlanWindow::id);
    return found == windows.end() ? nullptr : &*found;
}

std::int64_t HallPlan::count(PlanState state) const
{
    return std::ranges::count_if(windows, [state](const PlanWindow& each) {
        return std::ranges::find(each.states, state) != each.states.end();
    });
}

std::int64_t HallPlan::placed() const
{
    return std::ranges::count_if(
        windows, [](const PlanWindow& each) { return each.area.has_value(); });
}

std::vector<PlacedWindow> arranged(const HallPlan& plan)
{
    constexpr std::int64_t fewest = 6; // in a row, so that few windows do not fill the floor
    const auto count = static_cast<std::int64_t>(plan.windows.size());
    const auto columns = std::max(
        fewest, static_cast<std::int64_t>(std::ceil(std::sqrt(static_cast<double>(count) * 2))));
    const auto rows = std::max<std::int64_t>((count + columns - 1) / columns, 4);
    const auto width = (whole_floor - aisle) / columns - aisle;
    const auto height = (whole_floor - aisle) / rows - aisle;
    std::vector<PlacedWindow> placed;
    for (std::int64_t i = 0; const auto& window : plan.windows) {
        placed.push_back({window.id,
            PlanArea{aisle + i % columns * (width + aisle), aisle + i / columns * (height + aisle),
                width, height}
                .on_the_floor()});
        ++i;
    }
    return placed;
}

PlanArea free_area(const HallPlan& plan)
{
    const auto usual = usual_area(plan);
    constexpr std::int64_t narrowest = 40;
    constexpr std::int64_t lowest = 60;
    for (const std::int64_t part : {4, 3, 2, 1}) { // quarters of the usual size
        const auto width = usual.width * part / 4;
        const auto height = usual.height * part / 4;
        if (width < narrowest || height < lowest)
            break;
        if (const auto free = free_area_of(plan, width, height))
            return *free;
    }
    return PlanArea{whole_floor, whole_floor, usual.width, usual.height}.on_the_floor();
}

Outcome place_windows(Editor& editor, const HallPlan& plan, std::span<const PlacedWindow> placed)
{
    std::vector<Record> records;
    for (const auto& [id, area] : placed) {
        const auto* window = plan.find(id);
        if (!window)
            throw UsageError({msgid("There is no such window on this floor: {1}"), {id.text()}});
        if (window->area == area)
            continue;
        auto record = Record::empty(def_of<WindowPosition>(), {});
        if (!window->position.is_nil())
            if (const auto kept = editor.store().find(def_of<WindowPosition>(), window->position))
                record = *kept;
        record["window"] = id;
        record["x"] = area.x;
        record["y"] = area.y;
        record["width"] = area.width;
        record["height"] = area.height;
        records.push_back(std::move(record));
    }
    if (records.empty())
        return {.done = true};
    const auto* only =
        records.size() == 1 ? plan.find(std::get<Uuid>(records.front()["window"])) : nullptr;
    return enter_all(editor,
        only ? Message{msgid("Window {1} placed on the plan"), {only->number}}
             : Message{msgid("{1} windows placed on the plan"), {std::to_string(records.size())}},
        records);
}

} // namespace model
