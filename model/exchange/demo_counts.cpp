#include "model/entities/case_count.h"
#include "model/exchange/demo_year.h"

#include <algorithm>
#include <string_view>

namespace model {

namespace {

using namespace std::chrono;

/// How much a unit has to do in a usual month.
struct Load {
    const char* unit;
    int received;
    int instant; ///< percent
    int online;  ///< percent
};

constexpr Load loads[]{
    {"县税务局", 2460, 86, 61},
    {"县医疗保障局", 1880, 74, 38},
    {"县公安局", 1730, 81, 22},
    {"县人力资源和社会保障局", 1610, 72, 46},
    {"县市场监督管理局", 1240, 68, 71},
    {"县自然资源局", 980, 41, 33},
    {"县行政审批服务局", 720, 88, 27},
    {"县民政局", 430, 66, 18},
    {"县供水公司", 310, 79, 52},
    {"县卫生健康局", 260, 37, 58},
    {"县交通运输局", 230, 52, 49},
    {"县住房和城乡建设局", 190, 33, 64},
    {"县农业农村局", 150, 46, 35},
    {"县林业局", 120, 39, 24},
    {"县烟草专卖局", 95, 28, 72},
    {"县残疾人联合会", 90, 61, 21},
    {"县教育局", 85, 55, 44},
    {"县发展和改革局", 70, 24, 92},
    {"县应急管理局", 42, 22, 47},
    {"县文化旅游广电体育局", 36, 41, 39},
    {"市生态环境局桃江分局", 28, 18, 86},
};

/// How busy a month is, in percent: little at the Spring Festival, much after the summer.
constexpr int seasons[]{88, 64, 112, 104, 96, 101, 108, 117, 121, 86, 103, 95};

std::int64_t share(std::int64_t whole, int percent, DemoScene& scene)
{
    const auto about = percent - 3 + static_cast<int>(scene.below(7));
    return whole * std::clamp(about, 0, 100) / 100;
}

CaseCount count_of(DemoScene& scene, const Load& load, year_month month)
{
    const auto season = seasons[static_cast<unsigned>(month.month()) - 1];
    const auto jitter = static_cast<std::int64_t>(90 + scene.below(21));
    const auto received = load.received * season * jitter / 10000;
    CaseCount count;
    count.month = {to_iso(month / 1).substr(0, 7)};
    count.place = scene.hall();
    count.unit = scene.unit(load.unit).id;
    count.received = received;
    count.instant = share(received, load.instant, scene);
    count.committed = received - *count.instant;
    count.online = share(received, load.online, scene);
    count.on_site = received - *count.online;
    count.done = received - static_cast<std::int64_t>(scene.below(3)) * received / 100;
    count.overdue = scene.chance(12) ? std::min<std::int64_t>(*count.done, 1) : 0;
    count.days = Decimal{80 + static_cast<std::int64_t>(scene.below(260)), 2};
    count.ratings = share(*count.done, 90, scene);
    count.satisfied = *count.ratings - static_cast<std::int64_t>(scene.below(3));
    count.satisfied = std::max<std::int64_t>(*count.satisfied, 0);
    count.extended = received / 90;
    count.appointments = received / 25;
    count.door = received / 140;
    return count;
}

} // namespace

void add_demo_counts(DemoScene& scene)
{
    constexpr int months_back = 12;
    const year_month_day today = scene.today();
    for (int back = months_back; back > 0; --back) {
        const auto month = today.year() / today.month() - months{back};
        for (const auto& load : loads) {
            auto count = count_of(scene, load, month);
            const std::string_view unit = load.unit;
            if (back == 8 && unit == "市生态环境局桃江分局") { // a month without any business
                const auto kept = count;
                count = {};
                count.month = kept.month;
                count.place = kept.place;
                count.unit = kept.unit;
                count.received = count.done = count.instant = count.committed = 0;
                count.online = count.on_site = count.overdue = 0;
            }
            if (back == 2 && unit == "县交通运输局") // as the department sent it
                count.instant = *count.instant + 37;
            scene.add(count);
        }
    }
}

} // namespace model
