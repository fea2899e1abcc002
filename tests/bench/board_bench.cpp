// How long a full check of a county takes beside reading the rows it judges, and bringing the board
// up to date after one edit in a county and in one a tenth as large.
#include "model/board/board.h"
#include "model/entities/catalog.h"
#include "model/exchange/demo_people.h"
#include "model/store/batch.h"
#include "tests/bench/seconds.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <vector>

using namespace model;

namespace {

constexpr std::size_t many = 100'000; ///< persons
constexpr std::size_t persons_of_a_unit = 200;
constexpr std::size_t persons_of_a_window = 4;
constexpr std::size_t windows_of_a_place = 60;
constexpr std::size_t edits = 200;

/// A county of so many persons, each with a posting and a window.
class County {
public:
    County(const std::string& path, std::size_t persons)
        : db_(path, DataKey::make(random_), {.opening = Opening::fresh})
    {
        store_.set_self({.region = "430922", .office = "bench", .org = {Role::agency, "430922"}});
        fill(persons);
    }

    RecordStore& store() { return store_; }
    const std::vector<Uuid>& persons() const { return persons_; }
    const std::vector<Uuid>& postings() const { return postings_; }
    const std::vector<Uuid>& units() const { return units_; }

    /// Every row the check judges, value by value.
    std::size_t read()
    {
        std::size_t values = 0;
        const Transaction reading(db_, TransactionKind::reading);
        for (const auto* def : hall_catalog().all())
            store_.each(
                {.def = def}, [&](const Record& record) { values += record.values.size(); });
        return values;
    }

    void change(const Uuid& id, std::string_view name, const Value& value)
    {
        const FieldEdit edit{store_.find_any(id).value().first.def->find(name), value};
        Batch batch(store_, {.label = {msgid("Edit {1}"), {"x"}}, .account = {}});
        batch.set(id, {&edit, 1});
        batch.commit();
    }

private:
    using Fields = std::initializer_list<std::pair<std::string_view, Value>>;

    static Uuid add(Batch& batch, RecordStore& store, std::string_view entity, const Fields& fields)
    {
        auto record =
            Record::empty(hall_catalog().get(entity), Uuid::make(store.clock(), store.random()));
        for (const auto& [name, value] : fields)
            record[name] = value;
        batch.create(record);
        return record.id;
    }

    void fill(std::size_t count)
    {
        using namespace std::chrono;
        Batch batch(store_, {.label = {msgid("Add {1}"), {"county"}}, .account = {}});
        const auto text = [](const char* before, std::size_t number) {
            return Value{before + std::to_string(number)};
        };
        std::vector<Uuid> places;
        std::vector<Uuid> windows;
        const auto all_windows = count / persons_of_a_window;
        for (std::size_t i = 0; i <= count / persons_of_a_unit; ++i)
            units_.push_back(add(batch, store_, "unit", {{"name", text("单位", i)}}));
        for (std::size_t i = 0; i <= all_windows / windows_of_a_place; ++i)
            places.push_back(add(batch, store_, "place",
                {{"name", text("大厅", i)}, {"type", std::string("hall")}}));
        for (std::size_t i = 0; i < all_windows; ++i)
            windows.push_back(add(batch, store_, "window",
                {{"number", text("A", i)}, {"place", places[i / windows_of_a_place]},
                    {"unit", units_[i % units_.size()]}}));
        for (std::size_t i = 0; const auto& person : demo_people(1, count)) {
            persons_.push_back(add(batch, store_, "person",
                {{"name", person.name}, {"id_number", person.id_number}, {"phone", person.phone}}));
            postings_.push_back(add(batch, store_, "posting",
                {{"person", persons_.back()}, {"unit", units_[i / persons_of_a_unit]},
                    {"place", places[i % places.size()]}, {"source", std::string("sent")},
                    {"status", std::string("on_duty")}, {"from", Date(2025y / March / 1)}}));
            add(batch, store_, "window_staff",
                {{"person", persons_.back()}, {"window", windows[i++ / persons_of_a_window]}});
        }
        batch.commit();
    }

    SystemClock clock_;
    SystemRandom random_;
    Database db_;
    RecordStore store_{db_, hall_catalog(), clock_, random_};
    std::vector<Uuid> persons_;
    std::vector<Uuid> postings_;
    std::vector<Uuid> units_;
};

double median(std::vector<double> all)
{
    std::ranges::sort(all);
    return all[all.size() / 2];
}

/// Prints the ratio; gives the median of milliseconds that an edit takes.
double measure(const std::string& path, std::size_t count, int rounds)
{
    std::filesystem::remove(path);
    County county(path, count);
    std::vector<double> ratios;
    double reading = 0;
    double checking = 0;
    for (int i = 0; i <= rounds; ++i) {
        std::size_t values = 0;
        reading = seconds_of([&] { values = county.read(); });
        Verdicts verdicts;
        checking = seconds_of([&] { verdicts.refresh(county.store()); });
        if (i > 0 && values > 0) // the first fills caches
            ratios.push_back(checking / reading);
    }
    BoardReader reader({});
    Board board(county.store().today());
    board.take(reader.read(county.store()));
    std::vector<double> after;
    std::size_t judged = 0;
    for (std::size_t i = 0; i < edits; ++i) {
        const auto at = i * (county.persons().size() / edits);
        if (i % 2 == 0)
            county.change(county.persons()[at], "phone", std::to_string(13'800'000'000 + i));
        else
            county.change(county.postings()[at], "unit", county.units()[i % 7]);
        after.push_back(1000 * seconds_of([&] {
            const auto news = reader.read(county.store());
            judged += news.records.size();
            board.take(news);
        }));
    }
    std::cout << count << " persons, " << reader.verdicts().records() << " records, "
              << board.size() << " lines: rows read in " << reading << " s, checked in " << checking
              << " s, " << reader.verdicts().bytes() / 1'000'000 << " MB kept\n"
              << "full check beside reading, median of " << ratios.size() << ": " << median(ratios)
              << " (goal: at most 5)\n"
              << "after an edit, median of " << after.size() << ": " << median(after) << " ms, "
              << static_cast<double>(judged) / static_cast<double>(after.size())
              << " records judged again\n";
    std::filesystem::remove(path);
    return median(after);
}

} // namespace

int main(int count, char** words)
{
    const std::string path = count > 1 ? words[1] : "board_bench.hall";
    const char* asked = std::getenv("HALLKEEPER_ROUNDS");
    const int rounds = asked ? std::atoi(asked) : 3;
    const auto small = measure(path, many / 10, rounds);
    const auto large = measure(path, many, rounds);
    std::cout << "board ratio, a county ten times as large: " << large / small
              << " (goal: at most 1.5)\n";
}
