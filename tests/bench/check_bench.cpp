// How long a full check of a county's file takes beside reading its rows.
#include "model/commands/editor.h"
#include "model/entities/catalog.h"
#include "model/exchange/demo_people.h"
#include "model/store/batch.h"

#include <ctime>
#include <filesystem>
#include <iostream>

using namespace model;

namespace {

constexpr std::size_t staff = 400;
constexpr std::size_t items = 3'000;
constexpr std::size_t windows = 150;
constexpr std::size_t outlets = 400;
constexpr std::size_t units = 60;

using Fields = std::initializer_list<std::pair<std::string_view, Value>>;

/// A county whose windows are manned by A and B and whose items each stand at one of them.
class Filling {
public:
    explicit Filling(RecordStore& store)
        : store_(store)
        , batch_(store, {.label = {msgid("Add {1}"), {"a county"}}, .account = {}})
    {
    }

    void fill()
    {
        const auto hall = add("place", {{"name", "大厅"}, {"type", "hall"}});
        for (std::size_t i = 0; i < units; ++i)
            units_.push_back(add("unit", {{"name", "单位" + std::to_string(i)}}));
        for (std::size_t i = 0; i < windows; ++i)
            windows_.push_back(add("window",
                {{"number", std::to_string(i)}, {"place", hall}, {"unit", units_[i % units]},
                    {"types", Set{"general"}}}));
        man(hall);
        station();
        for (std::size_t i = 0; i < outlets; ++i)
            reach(i);
        batch_.commit();
    }

private:
    Uuid add(std::string_view entity, Fields fields)
    {
        auto record = Record::empty(
            store_.catalog().get(entity), Uuid::make(store_.clock(), store_.random()));
        for (const auto& [name, value] : fields)
            record[name] = value;
        batch_.create(record);
        return record.id;
    }

    void man(const Uuid& hall)
    {
        for (std::size_t i = 0; const auto& demo : demo_people(1, staff)) {
            const auto person = add("person", {{"name", demo.name}, {"id_number", demo.id_number}});
            add("posting",
                {{"person", person}, {"place", hall}, {"unit", units_[i % units]},
                    {"source", "sent"}, {"from", Date{day_}}});
            add("window_staff",
                {{"window", windows_[i % windows]}, {"person", person},
                    {"slot", i < windows ? "A" : "B"}, {"from", Date{day_}}});
            add("training",
                {{"person", person}, {"topic", "业务"}, {"kind", "business"},
                    {"result", "passed"}});
            ++i;
        }
    }

    void station()
    {
        std::vector<Uuid> authorisations;
        for (const auto& unit : units_)
            authorisations.push_back(
                add("authorisation", {{"unit", unit}, {"power", "partial"}, {"from", Date{day_}}}));
        for (std::size_t i = 0; i < items; ++i) {
            const auto item = add("item",
                {{"code", "43A" + std::to_string(i)}, {"name", "事项" + std::to_string(i)},
                    {"unit", units_[i % units]}, {"type", "01"}, {"stationing", "stationed"},
                    {"handling", "commitment"}});
            add("window_item",
                {{"window", windows_[i % windows]}, {"item", item}, {"from", Date{day_}}});
            add("authorised_item", {{"authorisation", authorisations[i % units]}, {"item", item}});
        }
    }

    void reach(std::size_t number)
    {
        const auto place = add("place",
            {{"name", std::to_string(number) + "村便民服务站"}, {"type", "village_station"}});
        add("outlet_patrol", {{"place", place}, {"day", Date{day_}}});
    }

    static constexpr Date day_ =
        std::chrono::year{2026} / std::chrono::January / std::chrono::day{5};
    RecordStore& store_;
    Batch batch_;
    std::vector<Uuid> units_;
    std::vector<Uuid> windows_;
};

/// Of the processor, so that other work on the machine does not count.
template <class Work>
double milliseconds_of(Work work)
{
    const auto begin = std::clock();
    work();
    return 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

std::size_t read_all(RecordStore& store)
{
    std::size_t count = 0;
    for (const auto* def : store.catalog().all())
        for (const auto& id : store.ids({.def = def}))
            count += store.find(*def, id).has_value();
    return count;
}

} // namespace

int main(int argc, char** argv)
{
    const std::string path = argc > 1 ? argv[1] : "check_bench.hall";
    SystemClock clock;
    SystemRandom random;
    std::filesystem::remove(path);
    const auto key = DataKey::make(random);
    Database db(path, key, {.opening = Opening::fresh});
    RecordStore store(db, hall_catalog(), clock, random);
    store.set_self({.region = "430922", .office = "bench", .org = {Role::agency, "430922"}});
    Filling(store).fill();
    Editor editor(store, {});
    for (int round = 0; round < 3; ++round) {
        std::size_t read = 0;
        std::size_t found = 0;
        const auto reading = milliseconds_of([&] { read = read_all(store); });
        const auto checking = milliseconds_of([&] { found = editor.check_all({}).size(); });
        std::cout << read << " records read: " << reading << " ms; checked: " << checking << " ms ("
                  << found << " findings), " << checking / reading << " times\n";
    }
}
