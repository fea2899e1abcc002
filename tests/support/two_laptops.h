#pragma once

#include "tests/support/county.h"

#include <boost/test/unit_test.hpp>

namespace tests {

using namespace model;

/// A county and two laptops that joined it: the hall office's and a township's.
struct TwoLaptops : CountyServer {
    void sync_all()
    {
        for (int round = 0; round < 2; ++round)
            for (auto* laptop : {&hall, &town})
                laptop->sync();
    }

    /// A person of the township's centre, known on both laptops.
    struct Shared {
        Uuid place;
        Uuid person;
        Uuid posting;
    };
    Shared share()
    {
        Shared shared;
        shared.place = hall.add("place",
            {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
        shared.person = hall.add("person", {{"name", "单雪梅"}, {"phone", "10000000001"}});
        shared.posting = hall.add("posting",
            {{"person", shared.person.text()}, {"place", shared.place.text()},
                {"source", "township"}});
        sync_all();
        return shared;
    }
    Uuid shared_person() { return share().person; }

    /// Both laptops enter another phone of the person, the town later, and both hear of it.
    void disagree(const Uuid& person)
    {
        hall.change(person, "phone", "10000000003");
        town.clock.advance(1000);
        town.change(person, "phone", "10000000004");
        sync_all();
    }

    /// The laptop's sync is cut before its request of that number to this path.
    void sync_cut_before(
        Laptop& laptop, const std::string& path, int number = 1, const MessageSizes& sizes = {})
    {
        before = [&path, left = number](const HttpRequest& request) mutable {
            if (request.path == path && --left == 0)
                throw SyncError({msgid("The connection was cut")});
        };
        BOOST_CHECK_THROW(Link(laptop.store, *this, sizes).sync(), SyncError);
        before = {};
    }

    Laptop hall{*this, Role::agency, "430922", "430922", 1};
    Laptop town{*this, Role::outlet, "430922101", "430922101", 2};
};

} // namespace tests
