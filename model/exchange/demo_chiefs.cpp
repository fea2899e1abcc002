#include "model/entities/authorisation.h"
#include "model/entities/authorised_item.h"
#include "model/exchange/demo_year.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

constexpr std::size_t ends_soon = 3;
constexpr std::size_t lacks_its_number = 6;

Date years_later(Date date, int count)
{
    const auto later = date + years(count);
    return later.ok() ? later : later.year() / later.month() / last;
}

/// Since when the chief works on this authorisation: from his first week, renewed in between.
Date given_on(DemoScene& scene, const DemoStaff& chief, std::size_t index)
{
    const auto here = (sys_days{scene.today()} - sys_days{chief.posting.from.value()}).count();
    return scene.day(static_cast<int>(std::min<std::int64_t>(here - 7, 500 + index * 29 % 400)));
}

Authorisation authorisation_of(
    DemoScene& scene, const Unit& unit, const DemoStaff& chief, std::size_t index)
{
    Authorisation given;
    given.unit = unit.id;
    given.person = chief.id();
    given.power = index == 4 ? PowerKind::receive
        : index == 7         ? PowerKind::partial
                             : PowerKind::full;
    given.from = given_on(scene, chief, index);
    given.to = years_later(*given.from, 3);
    if (index == ends_soon)
        given.to = Date{sys_days{scene.today()} + days{21}};
    given.appointed = scene.later(*given.from, -2);
    given.appointment = scene.number("任命", *given.from);
    if (index != lacks_its_number)
        given.document = scene.number("授权", *given.from);
    given.seal = index % 3 != 2;
    given.filed = scene.later(*given.from, 3);
    given.scope_text = given.power == PowerKind::receive ? "受理、初审，报单位决定。"
                                                         : "按授权事项清单审核、当场办结并用印。";
    return given;
}

Set levels_of(PowerKind power, std::size_t index)
{
    if (power == PowerKind::receive)
        return {"receive"};
    if (power == PowerKind::partial && index % 2 == 1)
        return {"receive", "review"};
    return {"decide", "receive", "review", "seal"};
}

void add_items(DemoScene& scene, const Authorisation& given, const Uuid& id, std::size_t count)
{
    auto items = scene.items_of(given.unit.value());
    if (items.size() > count)
        items.resize(count);
    for (std::size_t i = 0; i < items.size(); ++i) {
        AuthorisedItem item;
        item.authorisation = id;
        item.item = items[i].id;
        item.levels = levels_of(given.power.value(), i);
        item.from = given.from;
        scene.add(item);
    }
}

/// What another of the unit had before, until this one was given.
void add_former(DemoScene& scene, const Authorisation& given, bool is_item_left_open)
{
    const auto staff = scene.staff_of(given.unit.value());
    if (staff.size() < 2)
        return;
    auto former = given;
    former.person = staff.back().id();
    former.to = given.from;
    former.from = scene.later(*given.from, -480);
    former.appointed = scene.later(*former.from, -2);
    former.filed = scene.later(*former.from, 3);
    former.appointment = scene.number("任命", *former.from);
    former.document = scene.number("授权", *former.from);
    former.end_reason = "首席事务代表换人，重新授权";
    const auto id = scene.add(former);
    if (is_item_left_open)
        add_items(scene, former, id, 1);
}

} // namespace

void add_demo_chiefs(DemoScene& scene)
{
    constexpr std::size_t items_each = 3;
    for (std::size_t index = 0; const auto& unit : scene.units()) {
        const auto* chief = scene.chief_of(unit.id);
        if (!chief)
            continue;
        const auto given = authorisation_of(scene, unit, *chief, index);
        add_items(scene, given, scene.add(given), items_each);
        if (index % 5 == 1)
            add_former(scene, given, index == 1);
        ++index;
    }
}

} // namespace model
