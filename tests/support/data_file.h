#pragma once

#include "app/desktop/session.h"
#include "model/sync/connect.h"
#include "tests/support/office.h"
#include "tests/support/server_process.h"
#include "tests/support/temp_folder.h"

#include <memory>
#include <optional>
#include <string>

namespace tests {

using namespace model;

/// A data file of the hall office with its key file, as `hallctl init` leaves them.
struct DataFile {
    DataFile()
    {
        const auto secret = DataKey::make(random);
        keys.add_slot(
            {clerk.id, clerk.name}, passphrase, secret, random, {.passes = 1, .memory = 1U << 16U});
        {
            Database fresh(path, secret, {.opening = Opening::fresh});
            RecordStore office(fresh, hall_catalog(), clock, random);
            office.set_self({.region = "430922",
                .office = "桃江县政务服务中心",
                .org = {Role::agency, "430922"}});
        }
        keys.save(files, path);
        db.emplace(path, secret);
        store.emplace(*db, hall_catalog(), clock, random);
    }

    /// The file as the desktop opens it.
    std::unique_ptr<app::Session> open() const
    {
        return std::make_unique<app::Session>(path, keys, clerk.name, passphrase);
    }

    void join(const ServerProcess& server)
    {
        enrol_with(*store, server.new_code("agency", "430922"));
    }

    void add_units(int count)
    {
        Batch batch(*store, {.label = {msgid("Add {1}"), {"units"}}, .account = clerk});
        for (int i = 0; i < count; ++i)
            batch.create(make(hall_catalog().get("unit"), unit(i),
                {{"name", "单位" + std::to_string(i)}, {"address", std::string(200, 'x')}}));
        batch.commit();
    }

    static Uuid unit(int i) { return Uuid::named("unit", std::to_string(i)); }

    void set(const Uuid& id, std::string_view field, const std::string& text)
    {
        const FieldEdit edit{hall_catalog().get("unit").find(field), text};
        Editor(*store, clerk).set(id, {&edit, 1});
    }

    const std::string passphrase = "demo-2026";
    TempFolder folder;
    std::string path = folder.file("大厅.hall");
    SystemClock clock;
    SystemRandom random;
    SystemFiles files;
    KeyFile keys;
    Account clerk{Uuid::named("account", "clerk"), "李文员"};
    std::optional<Database> db; ///< beside the desktop's own, as hallctl would have it
    std::optional<RecordStore> store;
};

} // namespace tests
