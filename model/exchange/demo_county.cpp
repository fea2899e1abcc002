#include "model/exchange/demo_county.h"

#include "assets/assets.h"
#include "model/base/text.h"
#include "model/commands/store_lookup.h"
#include "model/entities/item.h"
#include "model/entities/place.h"
#include "model/entities/posting.h"
#include "model/entities/window.h"
#include "model/entities/window_item.h"
#include "model/entities/window_staff.h"
#include "model/exchange/demo_people.h"
#include "model/exchange/demo_places.h"
#include "model/exchange/demo_year.h"
#include "model/exchange/import.h"
#include "model/rules/calendar.h"
#include "model/rules/trial_terms.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <stdexcept>

namespace model {

namespace {

constexpr std::uint64_t seed = 430922;
constexpr std::size_t people_at_windows = 105;
constexpr std::size_t people_at_townships = 15;
constexpr std::size_t people_who_left = 4;

// Handled where the animals, the people in need and the fires are.
constexpr std::array items_not_stationed{
    "动物检疫合格证明出具", "流浪乞讨人员求助接待", "护林防火报警受理"};

// By their number, and since how many days they are here.
const std::map<int, int> on_trial{{40, 12}, {88, 20}, {95, 45}};

class DemoCounty {
public:
    DemoCounty(RecordStore& store, const Uuid& hall)
        : store_(store)
        , writer_(store)
        , hall_(hall)
        , today_(store_.today())
        , people_(demo_people(seed, people_at_windows + people_at_townships + people_who_left))
    {
    }

    std::int64_t load()
    {
        import("unit", "demo/units.csv");
        import("window", "demo/windows.csv");
        import("item", "demo/items.csv");
        open_windows();
        add_outlets();
        man_windows();
        man_townships();
        let_some_leave();
        station_items();
        add_demo_year(writer_, hall_, seed + 2);
        return writer_.added();
    }

private:
    void import(std::string_view entity, std::string_view asset)
    {
        const auto& def = store_.catalog().get(entity);
        ImportOptions options;
        options.pasted = std::make_shared<const std::string>(assets::text(asset));
        const auto result = import_sheet(
            store_, writer_.account(), def, std::filesystem::path(asset).filename(), options);
        if (!result.errors.empty())
            throw std::logic_error(std::string(asset) + ": " + english(result.errors[0].reason));
        writer_.count(result.new_);
    }

    Date days_ago(int days) const
    {
        return Date{std::chrono::sys_days{today_} - std::chrono::days{days}};
    }

    static std::string type_of(const std::string& business)
    {
        static const std::map<std::string, std::string> types{{"综合咨询", "enquiries"},
            {"综合业务", "general"}, {"一件事一次办", "one_thing"}, {"帮办代办", "assistance"},
            {"跨省通办、省内通办", "cross_province"}, {"办不成事反映", "unresolved"},
            {"惠企政策兑现", "policy"}, {"出件", "delivery"}};
        const auto found = types.find(business);
        return found == types.end() ? "department" : found->second;
    }

    void open_windows()
    {
        for (auto window : writer_.all<Window>()) {
            window.place = hall_;
            window.types = {type_of(window.business)};
            window.status = WindowStatus::open;
            window.opened = days_ago(1500);
            furnish_window(window, windows_.size());
            writer_.change(window);
            windows_.push_back(window);
            if (window.unit)
                windows_of_[*window.unit].push_back(window.id);
        }
    }

    /// The townships' centres and the villages' stations, from the list of divisions, each with
    /// somebody in charge.
    void add_outlets()
    {
        SeededRandom names(seed + 1);
        auto hall = from_record<Place>(store_.find(def_of<Place>(), hall_).value());
        hall.responsible = demo_person(names).name;
        furnish_hall(hall, today_);
        writer_.change(hall);
        std::size_t stations = 0;
        for (const auto& line : split(assets::text("codes/divisions-430922.csv"), '\n')) {
            const auto cells = split(trimmed(line), ',');
            if (cells.size() < 4 || (cells[2] != "township" && cells[2] != "village"))
                continue;
            const bool is_township = cells[2] == "township";
            Place place;
            place.name = cells[1] + (is_township ? "便民服务中心" : "便民服务站");
            place.type = is_township ? PlaceType::township_centre : PlaceType::village_station;
            place.region = cells[0];
            place.responsible = demo_person(names).name;
            place.parent = is_township ? hall_ : centres_.at(cells[3]);
            if (is_township)
                furnish_centre(place, centres_.size(), today_);
            else
                furnish_station(place, stations++, today_);
            const auto id = writer_.add(place);
            if (is_township)
                centres_.emplace(cells[0], id);
        }
    }

    Person next_person()
    {
        auto person = record_of(people_.at(next_));
        person.badge = std::to_string(1001 + next_);
        ++next_;
        return person;
    }

    /// A person at the hall, sent by the unit or provided by the office itself.
    Uuid post_person(const std::optional<Uuid>& unit)
    {
        constexpr std::array identities{
            Identity::civil_servant, Identity::institution, Identity::worker, Identity::contract};
        constexpr std::size_t formal = 3; // of these, as chief representatives are
        const auto number = static_cast<int>(next_);
        auto person = next_person();
        const auto first = first_day(number);
        const bool is_of_the_party = person.political_status == PoliticalStatus::party_member
            || person.political_status == PoliticalStatus::probationary;
        if (is_of_the_party && number % 20 != 7) // some were forgotten
            person.party_transferred =
                std::min(days_ago(1), Date{std::chrono::sys_days{first} + std::chrono::days{20}});
        Posting posting;
        posting.person = writer_.add(person);
        posting.unit = unit;
        posting.place = hall_;
        posting.source = unit ? PostingSource::sent : PostingSource::unified;
        posting.chief = unit && chiefs_.insert(*unit).second;
        const auto choices = *posting.chief ? formal : identities.size();
        posting.identity = identities.at(static_cast<std::size_t>(number) % choices);
        posting.status = PostingStatus::on_duty;
        posting.post = *posting.chief ? "首席事务代表" : "窗口工作人员";
        posting.from = first;
        if (on_trial.contains(number))
            put_on_trial(posting, number);
        first_day_of_last_ = first;
        writer_.add(posting);
        return *posting.person;
    }

    /// Most are within their two years; some come near them or are past them, and some are new.
    Date first_day(int number) const
    {
        static const std::map<int, int> nearly{
            {5, 690}, {12, 722}, {26, 790}, {33, 700}, {64, 712}, {71, 745}};
        if (const auto trial = on_trial.find(number); trial != on_trial.end())
            return days_ago(trial->second);
        const auto found = nearly.find(number);
        return days_ago(found == nearly.end() ? 60 + number * 37 % 600 : found->second);
    }

    /// A month from the first day; of one it is over, and nobody has decided yet.
    void put_on_trial(Posting& posting, int number) const
    {
        posting.status = PostingStatus::trial;
        StoreLookup lookup(store_);
        posting.trial_until = usual_trial_end(posting, {lookup, today_});
        posting.document =
            "桃审进〔" + to_iso(*posting.from).substr(0, 4) + "〕" + std::to_string(number) + "号";
    }

    void man(const Window& window, Slot slot)
    {
        WindowStaff link;
        link.window = window.id;
        link.person = post_person(window.unit);
        link.slot = slot;
        link.from = std::max(days_ago(50), first_day_of_last_);
        writer_.add(link);
    }

    void man_windows()
    {
        for (const auto& window : windows_)
            man(window, Slot::a);
        for (std::size_t i = 0; i < windows_.size() && next_ < people_at_windows; ++i)
            man(windows_[i], Slot::b);
    }

    void man_townships()
    {
        for (const auto& [region, centre] : centres_) {
            if (next_ == people_at_windows + people_at_townships)
                break;
            Posting posting;
            posting.person = writer_.add(next_person());
            posting.place = centre;
            posting.source = PostingSource::township;
            posting.identity = Identity::institution;
            posting.status = PostingStatus::on_duty;
            posting.post = "便民服务专员";
            posting.work_time = next_ % 6 == 5 ? WorkTime::part : WorkTime::full;
            posting.from = days_ago(900);
            writer_.add(posting);
        }
    }

    /// People sent by units who have left the hall in the course of the year.
    void let_some_leave()
    {
        constexpr std::array ends{
            PostingEnd::rotation, PostingEnd::transfer, PostingEnd::returned, PostingEnd::rotation};
        constexpr std::array reasons{"任期届满轮换", "派驻单位工作调动",
            "经考核不适应窗口工作，退回派驻单位", "任期届满轮换"};
        for (int i = 0; next_ < people_.size(); ++i) {
            const auto& window = windows_.at(windows_.size() - 1 - static_cast<std::size_t>(i) * 9);
            Posting posting;
            posting.person = writer_.add(next_person());
            posting.unit = window.unit;
            posting.place = hall_;
            posting.source = PostingSource::sent;
            posting.identity = Identity::institution;
            posting.post = "窗口工作人员";
            posting.status = PostingStatus::left;
            posting.from = days_ago(1000 + i * 40);
            posting.to = published_calendar().add_working_days(days_ago(20 + i * 70), -1);
            posting.end_kind = ends.at(static_cast<std::size_t>(i));
            posting.end_reason = reasons.at(static_cast<std::size_t>(i));
            posting.document =
                "桃审调〔" + to_iso(*posting.to).substr(0, 4) + "〕" + std::to_string(i + 1) + "号";
            writer_.add(posting);
        }
    }

    /// Items are handled at a window of their unit, else at one of the general ones.
    void station_items()
    {
        std::vector<Uuid> general;
        for (const auto& window : windows_)
            if (window.types == Set{"general"})
                general.push_back(window.id);
        std::size_t turn = 0;
        for (auto item : writer_.all<Item>()) {
            const bool is_outside =
                std::ranges::find(items_not_stationed, item.name) != items_not_stationed.end();
            item.stationing = is_outside ? Stationing::not_stationed : Stationing::stationed;
            if (is_outside) {
                item.not_stationed_reason = NotStationed::site;
                item.approval_document =
                    "桃政办函〔" + to_iso(days_ago(560)).substr(0, 4) + "〕21号";
            }
            writer_.change(item);
            if (is_outside)
                continue;
            const auto own = item.unit ? windows_of_.find(*item.unit) : windows_of_.end();
            const auto& windows = own == windows_of_.end() ? general : own->second;
            WindowItem link;
            link.window = windows.at(turn++ % windows.size());
            link.item = item.id;
            link.duties = {"deliver", "receive"};
            link.from = days_ago(400);
            writer_.add(link);
        }
    }

    RecordStore& store_;
    DemoWriter writer_;
    Uuid hall_;
    Date today_;
    std::vector<DemoPerson> people_;
    std::size_t next_ = 0;
    Date first_day_of_last_;
    std::vector<Window> windows_;
    std::map<Uuid, std::vector<Uuid>> windows_of_;
    std::map<std::string, Uuid> centres_;
    std::set<Uuid> chiefs_;
};

} // namespace

std::int64_t load_demo_county(RecordStore& store, const Uuid& hall)
{
    Transaction all(store.db());
    const auto added = DemoCounty(store, hall).load();
    all.commit();
    return added;
}

} // namespace model
