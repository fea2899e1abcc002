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

constexpr std::size_t edits = 200;
constexpr std::size_t years = 10;

/// What the county of the goal has, times `times`: staff, places, windows, items, and what was
/// written into its ledgers in ten years.
class County {
public:
    County(const std::string& path, std::size_t times)
        : times_(times)
        , db_(path, DataKey::make(random_), {.opening = Opening::fresh})
    {
        store_.set_self({.region = "430922", .office = "bench", .org = {Role::agency, "430922"}});
        Batch batch(store_, {.label = {msgid("Add {1}"), {"county"}}, .account = {}});
        batch_ = &batch;
        fill_places();
        fill_staff();
        fill_ledgers();
        batch.commit();
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
    using Fields = std::initializer_list<std::pair<std::string_view, std::string>>;

    Uuid add(std::string_view entity, const Fields& fields)
    {
        auto record =
            Record::empty(hall_catalog().get(entity), Uuid::make(store_.clock(), store_.random()));
        for (const auto& [name, text] : fields) {
            const auto& field = *record.def->find(name);
            if (!text.empty())
                record[name] = parse_value(field.type, text, field.scale).value();
        }
        batch_->create(record);
        return record.id;
    }

    static std::string of(const std::vector<Uuid>& records, std::size_t number)
    {
        return records[number % records.size()].text();
    }

    /// A day of the ten years, another one for each number.
    static std::string day(std::size_t number, std::size_t later = 0)
    {
        const auto first = std::chrono::sys_days(std::chrono::year(2016) / 1 / 4);
        const auto days = number * 7 % (years * 365) + later;
        return to_text(Value{Date(first + std::chrono::days(days))});
    }

    void fill_places()
    {
        const auto number = [](const char* word, std::size_t i) {
            return word + std::to_string(i);
        };
        for (std::size_t i = 0; i < 60 * times_; ++i)
            units_.push_back(add("unit", {{"name", number("单位", i)}}));
        for (std::size_t i = 0; i < 3 * times_; ++i)
            halls_.push_back(add("place", {{"name", number("大厅", i)}, {"type", "hall"}}));
        for (std::size_t i = 0; i < 400 * times_; ++i)
            outlets_.push_back(add("place",
                {{"name", number("村便民服务站", i)}, {"type", "village_station"},
                    {"parent", of(halls_, i)}}));
        for (std::size_t i = 0; i < 150 * times_; ++i)
            windows_.push_back(add("window",
                {{"number", number("A", i)}, {"place", of(halls_, i)}, {"unit", of(units_, i)}}));
        for (std::size_t i = 0; i < 3000 * times_; ++i) {
            items_.push_back(add("item",
                {{"name", number("事项", i)}, {"unit", of(units_, i)}, {"stationing", "stationed"},
                    {"code", number("11430922", i)}}));
            if (i % 2 == 0)
                add("window_item",
                    {{"window", of(windows_, i / 2)}, {"item", items_.back().text()}});
            if (i % 3 == 0)
                add("outlet_item", {{"place", of(outlets_, i)}, {"item", items_.back().text()}});
        }
    }

    void fill_staff()
    {
        const auto here = 400 * times_;
        for (std::size_t i = 0; const auto& person : demo_people(1, 2400 * times_)) {
            persons_.push_back(add("person",
                {{"name", person.name}, {"id_number", person.id_number}, {"phone", person.phone}}));
            const bool is_past = i >= here;
            postings_.push_back(add("posting",
                {{"person", persons_.back().text()}, {"unit", of(units_, i)},
                    {"place", of(halls_, i)}, {"source", "sent"},
                    {"status", is_past ? "left" : "on_duty"}, {"from", day(i)},
                    {"to", is_past ? day(i, 800) : ""}, {"end_reason", is_past ? "轮换" : ""}}));
            if (!is_past)
                add("window_staff",
                    {{"person", persons_.back().text()}, {"window", of(windows_, i)}});
            ++i;
        }
    }

    std::string staff(std::size_t number) const { return persons_[number % (400 * times_)].text(); }

    /// Nearly all of it is done with, as in an office that keeps its ledgers.
    void fill_ledgers()
    {
        for (std::size_t i = 0; i < 4000 * years * times_; ++i)
            add("attendance_day", {{"person", staff(i)}, {"day", day(i / 400)}, {"state", "late"}});
        for (std::size_t i = 0; i < 2000 * years * times_; ++i)
            add("leave",
                {{"person", staff(i)}, {"kind", "personal"}, {"from", day(i)}, {"to", day(i)},
                    {"days", "1"}, {"state", "agreed"}, {"approver", "值班长"}});
        for (std::size_t i = 0; i < 150 * 12 * years * times_; ++i)
            add("case_count",
                {{"window", of(windows_, i)}, {"unit", of(units_, i)},
                    {"month", day(i).substr(0, 7)}, {"received", "300"}, {"done", "290"}});
        for (std::size_t i = 0; i < 400 * 12 * years * times_; ++i)
            add("agency_case",
                {{"number", "帮办" + std::to_string(i)}, {"day", day(i)},
                    {"place", of(outlets_, i)}, {"item", of(items_, i)}, {"result", "done"},
                    {"result_on", day(i, 3)}});
        fill_voices();
        fill_inspections();
    }

    void fill_voices()
    {
        for (std::size_t i = 0; i < 100 * years * times_; ++i)
            add("complaint",
                {{"number", "投诉" + std::to_string(i)}, {"received", day(i)},
                    {"window", of(windows_, i)}, {"unit", of(units_, i)}, {"person", staff(i)},
                    {"finding", "unfounded"}, {"replied", is_open(i) ? "" : day(i, 2)},
                    {"reply", "已答复"}, {"closed", is_open(i) ? "" : day(i, 3)}});
        for (std::size_t i = 0; i < 200 * years * times_; ++i)
            add("bad_rating",
                {{"number", "差评" + std::to_string(i)}, {"rated", day(i)}, {"stars", "2"},
                    {"window", of(windows_, i)}, {"person", staff(i)}, {"cause", "fair"},
                    {"contacted", is_open(i) ? "" : day(i, 1)}, {"correction", "已整改"},
                    {"corrected", is_open(i) ? "" : day(i, 2)}, {"called_back", day(i, 4)}});
    }

    void fill_inspections()
    {
        for (std::size_t i = 0; i < 24 * years * times_; ++i) {
            const auto inspection = add("inspection",
                {{"name", "巡查" + std::to_string(i)}, {"place", of(halls_, i)}, {"day", day(i)}});
            for (std::size_t line = 1; line <= 10; ++line)
                add("inspection_line",
                    {{"inspection", inspection.text()}, {"order", std::to_string(line)},
                        {"question", "检查项" + std::to_string(line)}, {"answer", "yes"}});
            for (std::size_t line = 1; line <= 4; ++line)
                add("finding",
                    {{"name", "问题" + std::to_string(i * 4 + line)},
                        {"inspection", inspection.text()}, {"window", of(windows_, i)},
                        {"owner", "值班长"}, {"found", day(i)}, {"due", day(i, 5)},
                        {"correction", "已整改"}, {"corrected", is_open(i) ? "" : day(i, 4)},
                        {"verified", is_open(i) ? "" : day(i, 6)}, {"verified_by", "督查股"}});
        }
    }

    static bool is_open(std::size_t number) { return number % 50 == 0; }

    std::size_t times_;
    SystemClock clock_;
    SystemRandom random_;
    Database db_;
    RecordStore store_{db_, hall_catalog(), clock_, random_};
    Batch* batch_ = nullptr; ///< while it is filled
    std::vector<Uuid> units_;
    std::vector<Uuid> halls_;
    std::vector<Uuid> outlets_;
    std::vector<Uuid> windows_;
    std::vector<Uuid> items_;
    std::vector<Uuid> persons_;
    std::vector<Uuid> postings_;
};

double median(std::vector<double> all)
{
    std::ranges::sort(all);
    return all[all.size() / 2];
}

/// Prints the ratio; gives the median of milliseconds that an edit takes.
double measure(const std::string& path, std::size_t times, int rounds)
{
    std::filesystem::remove(path);
    County county(path, times);
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
    std::cout << times << " county, " << reader.verdicts().records() << " records, " << board.size()
              << " lines: rows read in " << reading << " s, checked in " << checking << " s, "
              << reader.verdicts().bytes() / 1'000'000 << " MB kept\n"
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
    const auto small = measure(path, 1, rounds);
    const auto large = measure(path, 10, rounds);
    std::cout << "board ratio, a county ten times as large: " << large / small
              << " (goal: at most 1.5)\n";
}
