#include "model/exchange/demo_scene.h"

#include "model/commands/serials.h"
#include "model/commands/store_lookup.h"
#include "model/entities/window_staff.h"
#include "model/rules/still_open.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace model {

namespace {

using namespace std::chrono;

template <class E>
const E& named(const std::vector<E>& list, std::string_view name)
{
    const auto found =
        std::ranges::find_if(list, [&](const E& each) { return each.name.starts_with(name); });
    if (found == list.end())
        throw std::logic_error("The demo county has no " + std::string(name));
    return *found;
}

} // namespace

DemoScene::DemoScene(DemoWriter& writer, const Uuid& hall, std::uint64_t seed)
    : writer_(writer)
    , hall_(hall)
    , today_(writer.store().today())
    , random_(seed)
    , section_head_(demo_person(random_).name)
    , deputy_(demo_person(random_).name)
    , calendar_(StoreLookup(writer.store()).calendar())
    , units_(writer.all<Unit>())
    , items_(writer.all<Item>())
    , windows_(writer.all<Window>())
{
    for (auto& place : writer.all<Place>()) {
        if (place.type == PlaceType::township_centre)
            centres_.push_back(std::move(place));
        else if (place.type == PlaceType::village_station)
            stations_.push_back(std::move(place));
    }
    read_staff();
}

void DemoScene::read_staff()
{
    std::map<Uuid, Uuid> windows;
    for (const auto& link : writer_.all<WindowStaff>())
        windows.emplace(link.person.value(), link.window.value());
    std::map<Uuid, Person> people;
    for (auto& person : writer_.all<Person>())
        people.emplace(person.id, std::move(person));
    for (auto& posting : writer_.all<Posting>()) {
        DemoStaff staff{.person = people.at(posting.person.value()), .posting = posting};
        if (const auto window = windows.find(staff.id()); window != windows.end())
            staff.window = window->second;
        auto& list = !is_current(posting, today_) ? former_staff_
            : posting.place == hall_              ? staff_
                                                  : township_staff_;
        list.push_back(std::move(staff));
    }
}

const Item& DemoScene::item(std::string_view name) const
{
    return named(items_, name);
}

const Unit& DemoScene::unit(std::string_view name) const
{
    return named(units_, name);
}

const Unit* DemoScene::unit_of(const Item& item) const
{
    const auto found =
        std::ranges::find_if(units_, [&](const Unit& unit) { return item.unit == unit.id; });
    return found == units_.end() ? nullptr : &*found;
}

std::vector<Item> DemoScene::items_of(const Uuid& unit) const
{
    std::vector<Item> own;
    std::ranges::copy_if(
        items_, std::back_inserter(own), [&](const Item& item) { return item.unit == unit; });
    return own;
}

std::vector<DemoStaff> DemoScene::staff_of(const Uuid& unit) const
{
    std::vector<DemoStaff> own;
    std::ranges::copy_if(staff_, std::back_inserter(own),
        [&](const DemoStaff& each) { return each.posting.unit == unit; });
    return own;
}

const DemoStaff* DemoScene::chief_of(const Uuid& unit) const
{
    const auto found = std::ranges::find_if(staff_, [&](const DemoStaff& each) {
        return each.posting.unit == unit && each.posting.chief == true;
    });
    return found == staff_.end() ? nullptr : &*found;
}

Date DemoScene::day(int days_ago) const
{
    Date date{sys_days{today_} - days{days_ago}};
    return is_working_day(date) ? date : calendar_.add_working_days(date, -1);
}

Date DemoScene::later(Date from, int working_days) const
{
    return std::min(calendar_.add_working_days(from, working_days), day(0));
}

Date DemoScene::ahead(int days) const
{
    const Date date{sys_days{today_} + std::chrono::days{days}};
    return is_working_day(date) ? date : calendar_.add_working_days(date, 1);
}

Date DemoScene::spread(std::size_t index, std::size_t count, int span)
{
    const auto step = std::max<std::size_t>(static_cast<std::size_t>(span) / count, 1);
    return day(static_cast<int>((count - 1 - index) * step + below(step)));
}

std::size_t DemoScene::below(std::size_t limit)
{
    return random_.below(static_cast<std::uint32_t>(limit));
}

std::string DemoScene::number(const EntityDef& def, Date day)
{
    const auto year = static_cast<int>(day.year());
    return serial_text(def, year, ++numbers_[std::string(def.name) + std::to_string(year)]);
}

std::string DemoScene::number(std::string_view kind, Date day)
{
    const auto series = std::string(kind) + "〔" + to_iso(day).substr(0, 4) + "〕";
    char digits[8];
    std::snprintf(digits, sizeof digits, "%03d", ++numbers_[series]);
    return series + digits + "号";
}

} // namespace model
