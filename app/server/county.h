#pragma once

#include "app/server/data_folder.h"
#include "model/access/backup_plan.h"
#include "model/base/clock.h"
#include "model/entities/catalog.h"
#include "model/sync/hub.h"

namespace app {

/// What the outside world is to the server, so that tests can set it.
struct World {
    model::Files& files;
    model::Clock& clock;
    model::Random& random;
    const model::Catalog* catalog = &model::hall_catalog(); ///< the bench has one of its own
};

/// The county's data file, opened, and what works on it. One thread at a time.
struct County {
    County(const DataFolder& folder, const World& world, const std::string& code = {},
        std::shared_ptr<model::RecentStates> recent = std::make_shared<model::RecentStates>())
        : db(folder.data_file(), folder.key(),
            {.before_migration = model::backing_up(world.files, world.clock)})
        , store(db, *world.catalog, world.clock, world.random)
        , hub(store, code, std::move(recent))
    {
    }

    model::Database db;
    model::RecordStore store;
    model::Hub hub;
};

} // namespace app
