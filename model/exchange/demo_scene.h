#pragma once

#include "model/base/working_days.h"
#include "model/entities/item.h"
#include "model/entities/person.h"
#include "model/entities/place.h"
#include "model/entities/posting.h"
#include "model/entities/unit.h"
#include "model/entities/window.h"
#include "model/exchange/demo_people.h"
#include "model/exchange/demo_writer.h"

#include <map>

namespace model {

/// Somebody at work in the demo county.
struct DemoStaff {
    Person person;
    Posting posting;
    std::optional<Uuid> window;

    const Uuid& id() const { return person.id; }
    const std::string& name() const { return person.name; }
};

/// What the demo's year is made of: the county as it stands, a repeatable generator, and the
/// calendar around today. The same seed and today give the same.
class DemoScene {
public:
    DemoScene(DemoWriter& writer, const Uuid& hall, std::uint64_t seed);

    template <class E>
    Uuid add(const E& entity)
    {
        return writer_.add(entity);
    }

    template <class E>
    void change(const E& entity)
    {
        writer_.change(entity);
    }

    template <class E>
    std::vector<E> all()
    {
        return writer_.all<E>();
    }

    RecordStore& store() { return writer_.store(); }
    const Account& account() const { return writer_.account(); }

    /// What people call the record; empty for none.
    std::string name_of(const std::optional<Uuid>& id) const
    {
        return id ? writer_.store().title_of(*id) : std::string();
    }

    const Uuid& hall() const { return hall_; }
    Date today() const { return today_; }
    const std::vector<Unit>& units() const { return units_; }
    const std::vector<Item>& items() const { return items_; }
    const std::vector<Place>& centres() const { return centres_; }
    const std::vector<Place>& stations() const { return stations_; }
    const std::vector<Window>& windows() const { return windows_; }

    /// Those at the hall and at the townships' centres now, and those who have left the hall.
    const std::vector<DemoStaff>& staff() const { return staff_; }
    const std::vector<DemoStaff>& township_staff() const { return township_staff_; }
    const std::vector<DemoStaff>& former_staff() const { return former_staff_; }

    /// Who decides at the office: the head of the hall's section and the deputy director. They have
    /// no window and no entry among the people.
    const std::string& section_head() const { return section_head_; }
    const std::string& deputy() const { return deputy_; }

    /// The first whose name begins so. Throws std::logic_error where there is none.
    const Item& item(std::string_view name) const;
    const Unit& unit(std::string_view name) const;

    const Unit* unit_of(const Item& item) const;
    std::vector<Item> items_of(const Uuid& unit) const;

    /// A unit's people at the hall.
    std::vector<DemoStaff> staff_of(const Uuid& unit) const;

    /// The unit's chief representative, or nullptr.
    const DemoStaff* chief_of(const Uuid& unit) const;

    /// The last working day that lies so many days back or more; never after today.
    Date day(int days_ago) const;

    /// So many working days after (or before) that day, but not after the last one up to today.
    Date later(Date from, int working_days) const;

    /// So many working days after that day, whether it has come or not.
    Date due(Date from, int working_days) const
    {
        return calendar_.add_working_days(from, working_days);
    }

    /// The first working day at least so many days ahead.
    Date ahead(int days) const;

    bool is_working_day(Date day) const { return calendar_.is_working_day(day); }

    /// `count` days spread over the last `span` days, oldest first: the one at `index`.
    Date spread(std::size_t index, std::size_t count, int span);

    std::size_t below(std::size_t limit);
    bool chance(unsigned percent) { return below(100) < percent; }

    template <class List>
    const auto& one_of(const List& list)
    {
        return *(std::begin(list) + below(std::size(list)));
    }

    /// An invented person who is none of the staff.
    DemoPerson somebody() { return demo_person(random_); }

    /// "投诉〔2026〕012号": the next number of the register in the year of that day.
    std::string number(const EntityDef& def, Date day);

    /// "差评〔2026〕012号": the same of what another platform numbers.
    std::string number(std::string_view kind, Date day);

private:
    void read_staff();

    DemoWriter& writer_;
    Uuid hall_;
    Date today_;
    SeededRandom random_;
    std::string section_head_;
    std::string deputy_;
    WorkCalendar calendar_;
    std::vector<Unit> units_;
    std::vector<Item> items_;
    std::vector<Place> centres_;
    std::vector<Place> stations_;
    std::vector<Window> windows_;
    std::vector<DemoStaff> staff_;
    std::vector<DemoStaff> township_staff_;
    std::vector<DemoStaff> former_staff_;
    std::map<std::string, int> numbers_;
};

} // namespace model
