#include "model/entities/window_unit.h"
#include "model/exchange/demo_year.h"

#include <array>

namespace model {

namespace {

void serve(DemoScene& scene, const Window& window, const Uuid& unit, WindowSharing sharing)
{
    WindowUnit link;
    link.window = window.id;
    link.unit = unit;
    link.sharing = sharing;
    link.from = window.opened;
    scene.add(link);
}

/// Units with few items, in turn, two at each of the office's general windows beside the office.
constexpr std::array with_few_items{"县教育局", "县民政局", "县农业农村局", "县林业局",
    "县文化旅游广电体育局", "县卫生健康局", "县应急管理局", "县残疾人联合会", "县烟草专卖局",
    "市生态环境局桃江分局", "县交通运输局", "县住房和城乡建设局"};

class Sharing {
public:
    explicit Sharing(DemoScene& scene) : scene_(scene) {}

    void share(const Window& window)
    {
        constexpr std::size_t at_each = 2;
        add(window, *window.unit);
        for (std::size_t i = 0; i < at_each && next_ < with_few_items.size(); ++i)
            add(window, scene_.unit(with_few_items[next_++]).id);
    }

private:
    void add(const Window& window, const Uuid& unit)
    {
        WindowUnit link;
        link.window = window.id;
        link.unit = unit;
        link.sharing = WindowSharing::shared;
        link.from = scene_.day(700);
        if (++count_ % 7 != 4) { // some have named nobody yet
            link.contact = scene_.somebody().name;
            link.phone = "0737-555" + std::to_string(4100 + count_);
        }
        scene_.add(link);
    }

    DemoScene& scene_;
    std::size_t next_ = 0;
    int count_ = 0;
};

/// One unit left a general window before the others came; the last window had other numbers.
void add_what_is_past(DemoScene& scene, const Window& shared)
{
    auto window = scene.windows().back();
    window.former_numbers = "E09、12";
    scene.change(window);
    WindowUnit past;
    past.window = shared.id;
    past.unit = scene.unit("县市场监督管理局").id;
    past.sharing = WindowSharing::shared;
    past.from = shared.opened;
    past.to = scene.day(720);
    past.end_reason = "事项改由企业开办窗口办理";
    scene.add(past);
}

} // namespace

void add_demo_window_units(DemoScene& scene)
{
    const auto& office = scene.unit("县行政审批服务局");
    Sharing sharing(scene);
    const Window* shared = nullptr;
    for (const auto& window : scene.windows()) {
        if (window.types == Set{"general"} && window.unit == office.id) {
            sharing.share(window);
            shared = shared ? shared : &window;
        } else if (window.unit) {
            serve(scene, window, *window.unit, WindowSharing::exclusive);
        }
    }
    if (shared)
        add_what_is_past(scene, *shared);
}

} // namespace model
