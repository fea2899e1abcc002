#pragma once

#include "model/sync/hub_apply.h"
#include "tests/support/print.h"
#include "tests/support/two_laptops.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace tests {

using namespace model;

/// The county's server goes back to an older backup, after two laptops heard of newer things.
struct RestoredCounty : TwoLaptops {
    RestoredCounty()
    {
        const auto shared = share();
        place = shared.place;
        person = shared.person;
        posting = shared.posting;
        backup = back_up();
    }

    void disagree() { TwoLaptops::disagree(person); }

    /// Both laptops sync with the restored county, this one first.
    void go_back(bool hall_first)
    {
        restore(backup);
        auto* first = hall_first ? &hall : &town;
        auto* second = hall_first ? &town : &hall;
        for (int round = 0; round < 2; ++round)
            for (auto* laptop : {first, second}) {
                const auto result = laptop->sync();
                BOOST_TEST(result.repaired == 0);
                BOOST_TEST(result.unsent == 0);
            }
    }

    /// The laptop's sync is cut as soon as the county has all it lost, before the laptop hears of
    /// it.
    void sync_cut_at_the_end(Laptop& laptop)
    {
        bool has_told = false;
        before = [&has_told](const HttpRequest& request) {
            if (has_told && request.path == "/v1/pull")
                throw SyncError({msgid("The connection was cut")});
            has_told = has_told || request.path == "/v1/items";
        };
        BOOST_CHECK_THROW(laptop.sync(), SyncError);
        before = {};
    }

    /// The county takes what the laptop sends, and the laptop does not hear of it.
    void sync_but_for_the_answer(Laptop& laptop)
    {
        bool has_sent = false;
        before = [&has_sent](const HttpRequest& request) { has_sent = request.path == "/v1/push"; };
        after = [&has_sent](HttpResponse&) {
            if (has_sent)
                throw SyncError({msgid("The connection was cut")});
        };
        BOOST_CHECK_THROW(laptop.sync(), SyncError);
        before = {};
        after = {};
    }

    void remove(Laptop& laptop, const Uuid& id)
    {
        Batch batch(laptop.store, {.label = {msgid("Delete")}, .account = laptop.clerk});
        batch.remove(id);
        batch.commit();
    }

    std::string on_hub(const Uuid& id, std::string_view field)
    {
        const auto found = store.find_any(id);
        return found ? to_text(found->second[field]) : "nothing";
    }

    Uuid place;
    Uuid person;
    Uuid posting;
    Backup backup;
};

inline const auto both_orders = boost::unit_test::data::make({true, false});

} // namespace tests
