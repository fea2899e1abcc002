#include "model/entities/window_position.h"
#include "model/exchange/demo_year.h"

namespace model {

/// Four rows of counters; the last windows are not on the plan yet.
void add_demo_floor(DemoScene& scene)
{
    constexpr std::size_t columns = 17;
    constexpr std::size_t on_the_plan = 62;
    constexpr std::int64_t width = 46;
    constexpr std::int64_t height = 150;
    constexpr std::int64_t between = 12;
    constexpr std::int64_t aisle = 84;
    std::size_t place = 0;
    for (const auto& window : scene.windows()) {
        if (window.place != scene.hall() || place == on_the_plan)
            continue;
        WindowPosition position;
        position.window = window.id;
        position.x = between + static_cast<std::int64_t>(place % columns) * (width + between);
        position.y = aisle / 2 + static_cast<std::int64_t>(place / columns) * (height + aisle);
        position.width = width;
        position.height = height;
        scene.add(position);
        ++place;
    }
}

} // namespace model
