#pragma once

#include "model/sync/hub_service.h"
#include "model/sync/inbox.h"
#include "model/sync/joining.h"
#include "model/sync/signature.h"
#include "tests/support/office.h"

#include <SQLiteCpp/Backup.h>

#include <functional>
#include <memory>

namespace tests {

/// A county server without a network: requests go straight into the service.
struct CountyServer : Transport {
    CountyServer() { store.set_self({.region = "430922", .office = "county"}); }

    HttpResponse send(const HttpRequest& request) override
    {
        ++requests;
        if (before)
            before(request);
        auto response = service.handle(request);
        if (after)
            after(response);
        return response;
    }

    bool is_pinned() const override { return pinned; }

    std::string code(Role role, const std::string& org, const std::string& region)
    {
        return hub.new_code({{role, org}, region, "电脑" + region}).code;
    }

    /// The county's data as it is now, and going back to it, as from a backup.
    using Backup = std::shared_ptr<SQLite::Database>;
    Backup back_up()
    {
        auto copy = std::make_shared<SQLite::Database>(
            ":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Backup(*copy, db.handle()).executeStep();
        return copy;
    }
    void restore(const Backup& backup)
    {
        SQLite::Backup(db.handle(), *backup).executeStep();
        recent->forget(); // as a server that starts again
    }

    /// As if the county had gone back to before the newest change the laptop heard of.
    void lose_what_was_told(Office& laptop)
    {
        const std::int64_t change = store.rows().number("gseq") + 1;
        const auto seal =
            hmac_hex(std::to_string(change) + ".1", store.rows().setting("mark_key")).substr(0, 8);
        const Mark lost{change, 1LL << 32 | std::stoll(seal, nullptr, 16)};
        laptop.store.rows().set_setting("mark", lost.text());
    }

    ManualClock clock{new_year_2026};
    SeededRandom random{99};
    Database db = Database::in_memory();
    RecordStore store{db, hall_catalog(), clock, random};
    std::shared_ptr<RecentStates> recent = std::make_shared<RecentStates>();
    Hub hub{store, "430922", recent};
    HubService service{hub, clock, random};
    int requests = 0;
    bool pinned = true;
    std::function<void(const HttpRequest&)> before; ///< may throw: the request is lost
    std::function<void(HttpResponse&)> after;       ///< may throw: the answer is lost
};

/// A laptop that has joined the county.
struct Laptop : Office {
    Laptop(CountyServer& county, Role role, const std::string& org, const std::string& region,
        std::uint64_t seed)
        : Office(region, seed)
        , server(county)
    {
        join(role, org, region);
    }

    /// One that has not joined yet.
    Laptop(CountyServer& county, const std::string& region, std::uint64_t seed)
        : Office(region, seed)
        , server(county)
    {
    }

    void join(Role role, const std::string& org, const std::string& region)
    {
        enrol(store, server, "https://county", "pin", server.code(role, org, region),
            role != store.self().org.role);
    }

    SyncResult sync() { return Link(store, server).sync(); }

    /// What waits here for a decision or was refused.
    std::vector<InboxItem> inbox()
    {
        auto items = Inbox(store).open();
        std::erase_if(items, [](auto& item) { return item.kind == "on_behalf"; });
        return items;
    }
    std::vector<InboxItem> notices()
    {
        auto items = Inbox(store).open();
        std::erase_if(items, [](auto& item) { return item.kind != "on_behalf"; });
        return items;
    }

    CountyServer& server;
};

} // namespace tests
