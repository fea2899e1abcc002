#include "model/entities/equipment.h"
#include "model/entities/equipment_patrol.h"
#include "model/exchange/demo_year.h"

#include <array>

namespace model {

namespace {

using namespace std::chrono;
using enum EquipmentKind;

struct Kind {
    const char* name;
    const char* code;
    EquipmentKind kind;
    int count;
    int patrol_days; ///< 0: none are asked for
};

constexpr Kind kinds[]{
    {"综合自助服务终端", "ZZ", self_service, 4, 30},
    {"取号机", "QH", queue, 2, 30},
    {"评价器", "PJ", rating, 5, 90},
    {"叫号屏", "JH", screen, 3, 90},
    {"高拍仪", "GP", scanner, 4, 90},
    {"身份证复印一体机", "DY", printer, 2, 90},
    {"窗口摄像机", "SX", camera, 2, 0},
    {"政务外网交换机", "WL", network, 1, 30},
    {"灭火器箱", "XF", fire, 2, 30},
    {"无障碍升降平台", "WZ", barrier_free, 1, 90},
};

constexpr std::array faults{"打印头卡纸", "触摸屏失灵", "网络中断", "无法读取身份证"};

enum class Trouble { none, not_looked_at, broken, no_keeper, never_looked_at };

/// Which of the devices has which trouble.
Trouble trouble_of(int index)
{
    using enum Trouble;
    switch (index) {
    case 2:
        return broken;
    case 8:
        return no_keeper;
    case 17:
        return never_looked_at;
    case 23:
        return not_looked_at;
    default:
        return none;
    }
}

void look_at(
    DemoScene& scene, const Uuid& device, Date day, int index, EquipmentState state, bool is_mended)
{
    EquipmentPatrol patrol;
    patrol.equipment = device;
    patrol.day = day;
    patrol.by = scene.staff()[static_cast<std::size_t>(index) % 5].name();
    patrol.state = state;
    if (state == EquipmentState::faulty) {
        patrol.fault = faults.at(static_cast<std::size_t>(index) % faults.size());
        patrol.reported = day;
    }
    if (is_mended)
        patrol.repaired = scene.later(day, 2);
    scene.add(patrol);
}

void add_patrols(DemoScene& scene, const Uuid& device, const Kind& kind, int index)
{
    using enum EquipmentState;
    const auto trouble = trouble_of(index);
    if (trouble == Trouble::never_looked_at || kind.patrol_days == 0)
        return;
    if (index % 3 == 0)
        look_at(scene, device, scene.day(100 + index), index, faulty, true);
    if (trouble == Trouble::not_looked_at)
        look_at(scene, device, scene.day(kind.patrol_days + 18), index, working, false);
    else if (trouble == Trouble::broken)
        look_at(scene, device, scene.day(16), index, faulty, false);
    else
        look_at(scene, device, scene.day(3 + index % 9), index, working, false);
}

Equipment device_of(DemoScene& scene, const Kind& kind, int number, int index)
{
    const auto trouble = trouble_of(index);
    const auto& keepers = scene.staff();
    Equipment device;
    device.name = kind.name;
    device.code = std::string(kind.code) + "-0" + std::to_string(number);
    device.kind = kind.kind;
    const bool is_in_a_township = kind.kind == self_service && number > 2;
    device.place =
        is_in_a_township ? scene.centres()[static_cast<std::size_t>(number)].id : scene.hall();
    if (kind.kind == rating || kind.kind == screen || kind.kind == scanner)
        device.window = scene.windows()[static_cast<std::size_t>(index) * 2].id;
    device.unit = scene.unit("县行政审批服务局").id;
    if (trouble != Trouble::no_keeper)
        device.keeper = keepers[static_cast<std::size_t>(index) % 12].id();
    device.state = trouble == Trouble::broken ? EquipmentState::faulty : EquipmentState::working;
    if (kind.patrol_days > 0)
        device.patrol_days = kind.patrol_days;
    device.supplier = "演示科技有限公司";
    device.supplier_phone = "10000000000";
    if (trouble == Trouble::never_looked_at)
        return device;
    device.bought = scene.day(500 + index * 20);
    device.warranty_until = Date{sys_days{*device.bought} + days{3 * 365}};
    return device;
}

} // namespace

void add_demo_equipment(DemoScene& scene)
{
    for (int index = 0; const auto& kind : kinds)
        for (int number = 1; number <= kind.count; ++number) {
            add_patrols(scene, scene.add(device_of(scene, kind, number, index)), kind, index);
            ++index;
        }
    Equipment old;
    old.name = "触摸查询机";
    old.code = "CX-01";
    old.kind = other;
    old.place = scene.hall();
    old.state = EquipmentState::scrapped;
    old.bought = scene.day(2600);
    old.scrapped = scene.day(120);
    old.scrapped_reason = "使用年限届满，无法维修";
    scene.add(old);
}

} // namespace model
