#include "model/exchange/demo_places.h"

namespace model {

namespace {

using namespace std::chrono;

constexpr std::size_t without_a_sign = 6; ///< of the townships, that one
constexpr std::size_t without_a_waiting_area = 11;
constexpr std::size_t being_adjusted = 40; ///< of the windows

Date days_before(Date today, int count)
{
    return Date{sys_days{today} - days{count}};
}

} // namespace

void furnish_hall(Place& hall, Date today)
{
    hall.address = "桃花江镇政务服务中心大楼";
    hall.phone = "0737-5550200";
    hall.floor_area = Decimal{680'000, 2};
    hall.public_area = Decimal{420'000, 2};
    hall.floors = 2;
    hall.opening_hours = "周一至周五 8:30-12:00 13:30-17:00；周六 9:00-12:00 延时服务";
    hall.opening_days = {"fri", "mon", "sat", "thu", "tue", "wed"};
    hall.zones = {"barrier_free", "complaints", "form_filling", "guidance", "nursery",
        "open_government", "self_service", "service", "waiting"};
    hall.sign_status = SignStatus::up;
    hall.sign_date = days_before(today, 1300);
    hall.opened = days_before(today, 1500);
}

void furnish_centre(Place& centre, std::size_t number, Date today)
{
    centre.address = centre.name.substr(0, centre.name.find("便民服务中心")) + "人民政府院内";
    centre.phone = "0737-555" + std::to_string(3100 + number);
    centre.floor_area = Decimal{static_cast<std::int64_t>(18'000 + number * 1'100), 2};
    centre.floors = 1;
    centre.opening_hours = "周一至周五 8:30-12:00 13:30-17:00";
    centre.opening_days = {"fri", "mon", "thu", "tue", "wed"};
    centre.zones = {"form_filling", "self_service", "service"};
    if (number != without_a_waiting_area)
        centre.zones.emplace_back("waiting");
    const bool has_a_sign = number != without_a_sign;
    centre.sign_status = has_a_sign ? SignStatus::up : SignStatus::none;
    if (has_a_sign)
        centre.sign_date = days_before(today, 900 + static_cast<int>(number) * 13);
    centre.opened = days_before(today, 1200);
}

void furnish_station(Place& station, std::size_t number, Date today)
{
    station.address = station.name.substr(0, station.name.find("便民服务站")) + "村部一楼";
    station.opening_hours = number % 3 == 0 ? "周一、三、五 9:00-16:00" : "周一至周五 9:00-16:00";
    station.opening_days =
        number % 3 == 0 ? Set{"fri", "mon", "wed"} : Set{"fri", "mon", "thu", "tue", "wed"};
    station.zones = {"service", "waiting"};
    station.sign_status = number % 9 == 4 ? SignStatus::ordered : SignStatus::up;
    station.opened = days_before(today, 800);
}

/// Windows stand on the floor and in the zone that their numbers begin with.
void furnish_window(Window& window, std::size_t number)
{
    const auto letter = window.number.substr(0, 1);
    const bool is_upstairs = letter > "C";
    window.floor = is_upstairs ? "二楼" : "一楼";
    window.zone = letter + "区";
    window.service_hours = "8:30-12:00 13:30-17:00";
    window.network = number % 7 == 3 ? WindowNetwork::dedicated : WindowNetwork::government;
    window.equipment = {"call_screen", "rating"};
    if (number % 2 == 0)
        window.equipment.emplace_back("scanner");
    if (number == being_adjusted) {
        window.status = WindowStatus::adjusting;
        window.remark = "综合窗口改造，预计两周";
    }
}

} // namespace model
