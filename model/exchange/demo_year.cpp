#include "model/exchange/demo_year.h"

#include "model/entities/calendar_day.h"

namespace model {

namespace {

/// A day on which the hall was closed: it counts in every deadline, so it comes first.
void close_the_hall(DemoWriter& writer, const Uuid& hall)
{
    const DemoScene scene(writer, hall, 0);
    CalendarEntry entry;
    entry.date = scene.day(75);
    entry.kind = DayKind::off;
    entry.name = "大厅配电检修闭厅";
    entry.document = "桃审公告" + to_iso(*entry.date).substr(0, 4) + "年第6号";
    writer.add(entry);
}

} // namespace

void add_demo_year(DemoWriter& writer, const Uuid& hall, std::uint64_t seed)
{
    close_the_hall(writer, hall);
    DemoScene scene(writer, hall, seed);
    add_demo_office(scene);
    add_demo_chiefs(scene);
    add_demo_staff(scene);
    add_demo_days(scene);
    add_demo_catalog(scene);
    add_demo_layers(scene);
    add_demo_window_units(scene);
    add_demo_item_changes(scene);
    add_demo_approvals(scene);
    add_demo_counts(scene);
    add_demo_outlets(scene);
    add_demo_equipment(scene);
    add_demo_floor(scene);
    add_demo_supervision(scene, add_demo_voices(scene));
    add_demo_villages(scene);
    add_demo_assessments(scene);
}

} // namespace model
