#include "model/entities/type_code.h"
#include "model/entities/window_item.h"
#include "model/exchange/demo_year.h"

#include <array>

namespace model {

namespace {

constexpr std::array parts{"居民身份证首次申领", "居民身份证到期换领", "居民身份证丢失补领"};

/// 主项 of the three situations that the catalog lists; it is handled where they are.
void add_main_item(DemoScene& scene)
{
    const auto& first = scene.item(parts.front());
    Item main;
    main.code = "1143092200000031884430033504";
    main.name = "居民身份证申领";
    main.unit = first.unit;
    main.type = first.type;
    main.layer = ItemLayer::main;
    main.region = first.region;
    main.implementer_code = first.implementer_code;
    main.implementer_kind = ImplementerKind::agency;
    main.power_source = PowerSource::own;
    main.levels = {"county"};
    main.basis = "《中华人民共和国居民身份证法》";
    main.stationing = Stationing::stationed;
    main.state = ItemState::in_force;
    main.booking = true;
    main.by_courier = true;
    const auto id = scene.add(main);
    for (const auto* name : parts) {
        auto part = scene.item(name);
        part.part_of = id;
        part.layer = ItemLayer::handling;
        scene.change(part);
    }
    for (const auto& window : scene.windows())
        if (window.unit == first.unit) {
            WindowItem link;
            link.window = window.id;
            link.item = id;
            link.duties = {"deliver", "receive"};
            link.from = scene.day(400);
            scene.add(link);
            break;
        }
}

struct Code {
    const char* code;
    ItemType type;
};

/// No code of the national list: a sheet of the county's own catalog is read as it was.
constexpr Code codes[]{{"XK", ItemType::licence}, {"QR", ItemType::confirmation},
    {"JF", ItemType::payment}, {"14", ItemType::public_service}};

} // namespace

void add_demo_layers(DemoScene& scene)
{
    add_main_item(scene);
    for (const auto& [written, type] : codes) {
        TypeCode code;
        code.code = written;
        code.type = type;
        code.source = "市级事项库导出表";
        scene.add(code);
    }
}

} // namespace model
