#pragma once

#include "model/access/backup_plan.h"
#include "model/access/key_file.h"
#include "tests/support/office.h"
#include "tests/support/temp_folder.h"

#include <string>

namespace tests {

/// What a data file on a real disk needs; whoever tests with it makes and opens it.
struct FileOnDisk {
    void set_passphrase(const std::string& words)
    {
        KeyFile keys;
        keys.add_slot(
            {clerk.id, clerk.name}, words, key, random, {.passes = 1, .memory = 1U << 16U});
        keys.save(files, path);
    }

    static Self office()
    {
        return {
            .region = "430922", .office = "桃江县政务服务中心", .org = {Role::agency, "430922"}};
    }

    Uuid add_unit(RecordStore& store, const std::string& name)
    {
        const auto id = Uuid::make(clock, random);
        Batch batch(store, {.label = {msgid("Add {1}"), {name}}, .account = clerk});
        batch.create(make(hall_catalog().get("unit"), id, {{"name", name}}));
        batch.commit();
        return id;
    }

    TempFolder folder;
    SystemFiles files;
    SystemRandom random;
    ManualClock clock{new_year_2026};
    DataKey key = DataKey::make(random);
    std::string path = folder.file("大厅.hall");
    Account clerk{Uuid::named("account", "clerk"), "李文员"};
    BackupTools tools{files, clock};
};

} // namespace tests
