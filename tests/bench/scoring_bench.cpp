// How long scoring takes: a county's month beside reading the same rows from a sheet, and ten years
// of months, which must cost ten times one year.
#include "model/assessment/method_reader.h"
#include "model/assessment/score.h"
#include "model/exchange/ledger_sheet.h"

#include "seconds.h"
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>

using namespace model;

namespace {

constexpr int staff_count = 400;
constexpr int window_count = 150;
constexpr int entries_of_a_month = 3'000;
constexpr int years_long = 10;

const char* const method_text = R"({
 "format": 1, "id": "bench", "name": "bench", "version": "1", "from": "2016-01-01",
 "source": {"document": "bench"}, "objects": ["window", "staff"], "period": "month",
 "base": 100, "bonus_cap": 5,
 "categories": [
  {"number": "A", "name": "a", "points": 60, "floor": 0},
  {"number": "B", "name": "b", "points": 40}
 ],
 "lines": [
  {"number": "A1", "category": "A", "text": "a1", "per": "half_day", "points": -3},
  {"number": "B1", "category": "B", "text": "b1", "per": "case", "points": "-0.5", "limit": 10},
  {"number": "D1", "text": "d1", "per": "time", "points": 1},
  {"number": "S1", "object": "staff", "text": "s1", "per": "time"},
  {"number": "S2", "object": "staff", "text": "s2", "per": "time", "points": -1}
 ],
 "links": [{"from": "A1", "to": "S1", "ratio": "0.5"}]
})";

struct County {
    std::vector<AssessedObject> objects;
    std::vector<Presence> presence;
    std::mt19937 random{1};

    County()
    {
        for (int i = 0; i < window_count; ++i)
            add(AssessedKind::window, "窗口" + std::to_string(i));
        for (int i = 0; i < staff_count; ++i) {
            add(AssessedKind::staff, "人员" + std::to_string(i));
            presence.push_back({objects.back().id,
                objects[static_cast<std::size_t>(i % window_count)].id, {}, {}});
        }
    }

    void add(AssessedKind kind, const std::string& name)
    {
        objects.push_back({Uuid::named("object", name), kind, name});
    }

    std::size_t below(int bound) { return random() % static_cast<unsigned>(bound); }

    std::vector<PointEntry> month(const AssessmentPeriod& period)
    {
        const char* const lines[]{"A1", "B1", "D1", "S2"};
        std::vector<PointEntry> entries;
        for (int i = 0; i < entries_of_a_month; ++i) {
            const auto line = below(4);
            const auto object = line == 3 ? window_count + below(staff_count) : below(window_count);
            const std::chrono::days later(below(period.days()));
            entries.push_back({.id = Uuid::named(period.text(), std::to_string(i)),
                .object = objects[object].id,
                .day = Date(std::chrono::sys_days{period.first} + later),
                .line = lines[line]});
        }
        return entries;
    }

    void write(const std::string& path, const std::vector<PointEntry>& entries) const
    {
        std::ofstream out(path);
        out << "日期,对象,对象类别,条款,次数\n";
        for (const auto& entry : entries) {
            const auto object = std::ranges::find(objects, entry.object, &AssessedObject::id);
            out << to_iso(entry.day) << ',' << object->name << ','
                << (object->kind == AssessedKind::staff ? "人员" : "窗口") << ',' << entry.line
                << ',' << entry.count << '\n';
        }
    }
};

double best_of(int rounds, auto work)
{
    double best = seconds_of(work);
    for (int i = 1; i < rounds; ++i)
        best = std::min(best, seconds_of(work));
    return best;
}

} // namespace

int main()
{
    const auto method = read_method(method_text).method.value();
    County county;
    const std::string path = std::filesystem::temp_directory_path() / "scoring_bench.csv";
    auto period = AssessmentPeriod::parse("2016-01").value();
    const auto entries = county.month(period);
    county.write(path, entries);

    const auto reading = best_of(5, [&] { read_ledger_sheet(path, method, {}); });
    const auto scoring = best_of(5, [&] {
        score(method, period, {county.objects, entries, county.presence, {}, {}});
    });
    std::cout << "month: " << scoring * 1000 << " ms, reading its rows: " << reading * 1000
              << " ms, ratio " << scoring / reading << '\n';

    double first = 0;
    double all = 0;
    for (int year = 0; year < years_long; ++year) {
        std::vector<PointEntry> of_year; // with what came before in the year, for vetoes
        const auto took = [&] {
            double seconds = 0;
            for (int i = 0; i < 12; ++i, period = period.after()) {
                const auto more = county.month(period);
                of_year.insert(of_year.end(), more.begin(), more.end());
                seconds += seconds_of([&] {
                    score(method, period, {county.objects, of_year, county.presence, {}, {}});
                });
            }
            return seconds;
        }();
        all += took;
        if (year == 0)
            first = took;
    }
    std::cout << "ten years: " << all * 1000 << " ms, " << all * 1000 / years_long / 12
              << " ms a month; the first year times ten: ratio " << all / (first * years_long)
              << '\n';
    std::filesystem::remove(path);
}
