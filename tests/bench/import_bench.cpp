// What an import costs beside the least it can cost, measured in one run on one machine:
//
//   import_bench items CATALOG.csv     against the same cells through the encrypted SQLite's C API,
//                                      one table, one transaction, synchronous=FULL
//   import_bench persons PEOPLE.xlsx   prints its own time and peak memory; tests/bench/run.sh puts
//                                      openpyxl's read-only reading of the same file beside it
//   import_bench make-persons COUNT PEOPLE.xlsx

#include "model/base/codes.h"
#include "model/base/uuid.h"
#include "model/entities/catalog.h"
#include "model/exchange/demo_people.h"
#include "model/exchange/import.h"
#include "model/exchange/sheet.h"
#include "model/exchange/sheet_writer.h"
#include "tests/bench/seconds.h"

#include "i18n/translations.h"
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace {

using namespace model;

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path()
        / ("import-bench-"
            + std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()));
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string file(const char* name) const { return (path / name).string(); }
};

double import_seconds(const Folder& folder, const char* entity, const std::string& sheet, int& rows)
{
    SystemClock clock;
    SystemRandom random;
    Database db(folder.file("hall"), DataKey::make(random), {.opening = Opening::fresh});
    RecordStore store(db, hall_catalog(), clock, random);
    store.set_self({.region = "430922", .office = "bench", .org = {Role::agency, "430922"}});
    const auto begin = std::chrono::steady_clock::now();
    const auto result =
        import_sheet(store, {Uuid::named("account", "bench"), "bench"}, hall_catalog().get(entity),
            sheet, {.languages = {i18n::translator("zh_CN"), i18n::translator("en")}});
    const auto seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    rows = result.new_;
    for (std::size_t i = 0; i < std::min<std::size_t>(result.errors.size(), 3); ++i)
        std::cerr << "row " << result.errors[i].row << ": " << english(result.errors[i].reason)
                  << '\n';
    return seconds;
}

/// The same cells as rows of one encrypted table: the floor under any import.
double floor_seconds(const Folder& folder, const std::string& sheet)
{
    std::vector<std::vector<std::string>> rows;
    const auto reader = open_sheet(sheet, {});
    for (SheetRow row; reader->next(row);) {
        rows.emplace_back();
        for (const auto& cell : row.cells)
            rows.back().push_back(cell.text);
    }
    SystemRandom random;
    Database db(folder.file("floor"), DataKey::make(random), {.opening = Opening::fresh});
    std::string sql = "CREATE TABLE floor (a INTEGER PRIMARY KEY";
    std::string places = "NULL";
    for (std::size_t i = 0; i < rows.front().size(); ++i) {
        sql += ", c" + std::to_string(i) + " TEXT";
        places += ", ?";
    }
    db.handle().exec(sql + ") STRICT");
    return seconds_of([&] {
        Transaction transaction(db);
        SQLite::Statement insert(db.handle(), "INSERT INTO floor VALUES (" + places + ")");
        for (const auto& row : rows) {
            insert.reset();
            for (std::size_t i = 0; i < rows.front().size(); ++i)
                insert.bindNoCopy(static_cast<int>(i) + 1, row[i]);
            insert.exec();
        }
        transaction.commit();
    });
}

long peak_kilobytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::atol(line.c_str() + 6);
    return 0;
}

void bench_items(const std::string& sheet)
{
    std::vector<double> ratios;
    for (int round = 0; round < 5; ++round) {
        const Folder folder;
        int rows = 0;
        const auto ours = import_seconds(folder, "item", sheet, rows);
        const auto floor = floor_seconds(folder, sheet);
        ratios.push_back(ours / floor);
        std::printf("items: %d new, import %.1f ms, floor %.1f ms, ratio %.2f\n", rows, ours * 1000,
            floor * 1000, ours / floor);
    }
    std::ranges::sort(ratios);
    std::printf("items ratio, median of 5: %.2f (goal: at most 10)\n", ratios[2]);
}

void make_persons(int count, const std::string& path)
{
    const std::array<SheetColumn, 7> columns{
        {{"姓名"}, {"性别"}, {"身份证号"}, {"出生日期"}, {"民族"}, {"联系电话"}, {"备注"}}};
    const auto writer = create_sheet(path, columns);
    for (const auto& person : demo_people(1, static_cast<std::size_t>(count)))
        writer->row(std::vector<std::string>{person.name, person.sex == Sex::male ? "男" : "女",
            person.id_number, to_iso(person.birth), person.ethnicity, person.phone, "演示"});
    writer->finish();
}

} // namespace

int main(int count, char** words)
{
    const std::vector<std::string> args(words + 1, words + count);
    if (args.size() == 2 && args[0] == "items") {
        bench_items(args[1]);
    } else if (args.size() == 3 && args[0] == "make-persons") {
        make_persons(std::atoi(args[1].c_str()), args[2]);
    } else if (args.size() == 2 && args[0] == "persons") {
        const Folder folder;
        int rows = 0;
        const auto seconds = import_seconds(folder, "person", args[1], rows);
        std::printf("persons: %d new, %.2f s, peak %.0f MB\n", rows, seconds,
            static_cast<double>(peak_kilobytes()) / 1024);
    } else {
        std::cerr << "import_bench items CSV | make-persons COUNT XLSX | persons XLSX\n";
        return 2;
    }
    return 0;
}
