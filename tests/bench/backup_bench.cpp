// What a verified copy of a data file costs beside copying its bytes, measured in one run on one
// machine:
//
//   backup_bench PEOPLE.xlsx     the file with these persons (see import_bench make-persons)

#include "model/access/backup_plan.h"
#include "model/entities/catalog.h"
#include "model/exchange/import.h"
#include "tests/bench/seconds.h"

#include "i18n/translations.h"
#include <filesystem>
#include <iostream>

using namespace model;

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "backup_bench PEOPLE.xlsx\n";
        return 2;
    }
    const auto folder = std::filesystem::temp_directory_path() / "backup-bench";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const auto file = [&](const char* name) { return (folder / name).string(); };
    SystemFiles files;
    SystemClock clock;
    SystemRandom random;
    const auto key = DataKey::make(random);
    {
        Database db(file("hall"), key, {.opening = Opening::fresh});
        RecordStore store(db, hall_catalog(), clock, random);
        store.set_self({.region = "430922", .office = "bench", .org = {Role::agency, "430922"}});
        import_sheet(store, {Uuid::named("account", "bench"), "bench"},
            hall_catalog().get("person"), argv[1],
            {.languages = {i18n::translator("zh_CN"), i18n::translator("en")}});
    }
    Database db(file("hall"), key);
    FileSum sum;
    const double copy =
        seconds_of([&] { sum = copy_state(db.handle(), {.to = file("alone.hall"), .key = key}); });
    const double look = seconds_of([&] { expect_sound(file("alone.hall"), key, sum); });
    const double whole = seconds_of([&] {
        make_backup(
            {files, clock}, db.handle(), file("hall"), key, file("copy.hall"), BackupReason::asked);
    });
    const double bytes = seconds_of([&] { files.copy(file("hall"), file("bytes")); });
    std::cout << "records " << sum.records << ", MB "
              << std::filesystem::file_size(file("alone.hall")) / (1024 * 1024) << ", backup "
              << whole << " s (copy " << copy << ", look " << look << "), bytes " << bytes
              << " s, ratio " << whole / bytes << '\n';
    std::filesystem::remove_all(folder);
}
