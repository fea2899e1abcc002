// Who works at the outlets: a second person at each township's centre, one at some villages'
// stations, with the little that such a station handles.
#include "model/entities/agency_case.h"
#include "model/entities/outlet_item.h"
#include "model/entities/outlet_patrol.h"
#include "model/exchange/demo_year.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

constexpr std::uint64_t seed_of_people = 430925;
constexpr std::size_t stations_of_a_township = 2;
constexpr std::size_t first_badge = 2001;

struct Handled {
    const char* item;
    const char* matter;
};

constexpr std::array handled{
    Handled{"养老待遇领取资格确认", "高龄老人上门资格认证"},
    Handled{"居民参加医疗保险登记", "代办居民医保参保登记"},
    Handled{"八十周岁以上老年人津贴发放", "高龄津贴申领"},
};

/// The staffed stations: the first few of each township.
std::vector<Place> staffed_stations(const DemoScene& scene)
{
    std::vector<Place> stations;
    for (const auto& centre : scene.centres()) {
        std::size_t count = 0;
        for (const auto& station : scene.stations())
            if (station.parent == centre.id && count++ < stations_of_a_township)
                stations.push_back(station);
    }
    return stations;
}

class Staffing {
public:
    explicit Staffing(DemoScene& scene)
        : scene_(scene)
        , stations_(staffed_stations(scene))
        , people_(demo_people(seed_of_people, scene.centres().size() + stations_.size()))
    {
    }

    void staff_all()
    {
        for (std::size_t i = 0; i < scene_.centres().size(); ++i)
            post(scene_.centres()[i], PostingSource::township,
                i % 2 == 0 ? Identity::institution : Identity::contract, "便民服务中心综合窗口");
        for (std::size_t i = 0; i < stations_.size(); ++i) {
            const auto person = post(
                stations_[i], PostingSource::village, Identity::village_cadre, "便民服务站代办员");
            furnish(stations_[i], person, i);
        }
    }

private:
    Uuid post(const Place& place, PostingSource source, Identity identity, const char* post)
    {
        auto person = record_of(people_.at(next_));
        person.badge = std::to_string(first_badge + next_);
        Posting posting;
        posting.person = scene_.add(person);
        posting.place = place.id;
        posting.source = source;
        posting.identity = identity;
        posting.post = post;
        posting.status = PostingStatus::on_duty;
        posting.from = scene_.day(static_cast<int>(120 + next_ * 23));
        scene_.add(posting);
        ++next_;
        return *posting.person;
    }

    /// Some were not patrolled, and some have reported nothing, as it is.
    void furnish(const Place& station, const Uuid& person, std::size_t index)
    {
        const auto& what = handled.at(index % handled.size());
        OutletItem item;
        item.place = station.id;
        item.item = scene_.item(what.item).id;
        item.mode = OutletMode::agent;
        item.person = person;
        item.from = scene_.day(100);
        scene_.add(item);
        if (index % 7 != 3)
            patrol(station, index);
        if (index % 8 != 5)
            help(station, what, person, index);
    }

    void patrol(const Place& station, std::size_t index)
    {
        OutletPatrol patrol;
        patrol.place = station.id;
        patrol.day = scene_.day(static_cast<int>(5 + index * 2));
        patrol.by = scene_.section_head();
        patrol.open = true;
        patrol.staff = 1;
        patrol.items_shown = true;
        patrol.register_kept = true;
        patrol.score = Decimal{920, 1};
        scene_.add(patrol);
    }

    void help(const Place& station, const Handled& what, const Uuid& person, std::size_t index)
    {
        const auto day = scene_.day(static_cast<int>(2 + index % 20));
        const auto applicant = scene_.somebody();
        AgencyCase helped;
        helped.number = scene_.number(def_of<AgencyCase>(), day);
        helped.day = day;
        helped.place = station.id;
        helped.applicant = applicant.name;
        helped.phone = applicant.phone;
        helped.item = scene_.item(what.item).id;
        helped.matter = what.matter;
        helped.mode = CaseMode::help;
        helped.agent = person;
        helped.signature = true;
        helped.result = CaseResult::done;
        helped.result_on = day;
        helped.satisfaction = Satisfaction::satisfied;
        scene_.add(helped);
    }

    DemoScene& scene_;
    std::vector<Place> stations_;
    std::vector<DemoPerson> people_;
    std::size_t next_ = 0;
};

} // namespace

void add_demo_villages(DemoScene& scene)
{
    Staffing(scene).staff_all();
}

} // namespace model
