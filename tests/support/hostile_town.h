#pragma once

#include "model/access/sealed_pair.h"
#include "model/sync/compression.h"
#include "model/sync/hub_apply.h"
#include "model/sync/signature.h"
#include "tests/support/county.h"
#include "tests/support/print.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

namespace tests {

using namespace model;

/// A township whose device signs well and says what our program never says.
struct HostileTown : CountyServer {
    HostileTown()
    {
        person = hall.add("person",
            {{"name", "县里人"}, {"phone", "10000000001"}, {"id_number", "430922198512310023"}});
        unit = hall.add("unit", {{"name", "公安局"}});
        own = town.add(
            "place", {{"name", "修山镇"}, {"type", "township_centre"}, {"region", "430922101"}});
        for (int round = 0; round < 2; ++round)
            for (auto* laptop : {&hall, &town})
                laptop->sync();
    }

    std::string post(const std::string& path, const std::string& body)
    {
        return post(town, path, body);
    }

    std::string post(Laptop& by, const std::string& path, const std::string& body)
    {
        const auto member = Replica(by.store).membership();
        HttpRequest request{.path = path, .body = body};
        sign(request, member.self.device, member.secret, town.clock.now(), town.random);
        return service.handle(request).body;
    }

    std::string push(const std::string& rest) { return push(town, rest); }

    /// The person's badge, which a sending unit may not fill, as the county has it after the unit
    /// brought the person as something the hall had said before.
    std::string badge_said_again(Laptop& bureau, const std::string& lost)
    {
        return badge_said_again(bureau, lost, hall);
    }

    std::string badge_said_again(Laptop& bureau, const std::string& lost, Laptop& author)
    {
        const auto id = bureau.new_id();
        push(bureau,
            R"("t":"create","k":)" + kind("person") + R"(,"r":")" + id.text() + R"(","again":")"
                + device(author) + ".1." + std::to_string(++new_seq) + R"(","home":")" + unit.text()
                + R"(","f":{")" + field("person", "name") + R"(":"新人",")"
                + field("person", "badge") + R"(":"001"})",
            lost);
        bureau.sync(); // whose file knows nothing of what was said in its name
        BOOST_REQUIRE(store.find_any(id).has_value());
        BOOST_TEST(on_hub(id, "name") == "新人");
        return on_hub(id, "badge");
    }

    /// A passphrase of that account, as the town's device says it for `author`.
    void push_pair(const Uuid& author, const Uuid& account, const std::string& sealed,
        const std::string& type = "create")
    {
        saying = author;
        const auto value = [&](const std::string& text) {
            return type == "create" ? '"' + text + '"' : "[\"" + text + "\",\"0\"]";
        };
        const auto answer = push("\"t\":\"" + type + R"(","k":)" + kind("credential") + R"(,"r":")"
            + credential_id(account).text() + R"(","f":{"1":)" + value(account.text()) + R"(,"2":)"
            + value(sealed) + "}");
        BOOST_TEST(answer.find("malformed") == std::string::npos, answer);
        saying = town.clerk.id;
        town.sync(); // which has said more than its file knows, and begins anew
    }

    std::string pair_of(const Uuid& account, std::uint64_t number)
    {
        return text_of(make_pair(
            account, number, stretch("correct horse", town.random, {1, 8192}), town.random));
    }

    /// What the county has of it; empty where it has nothing.
    std::string sealed_of(const Uuid& account)
    {
        const auto found = store.find_any(credential_id(account));
        return found ? to_text(found->second["sealed"]) : std::string();
    }

    Uuid user(Laptop& at, const std::string& name, const std::string& roles, const Uuid& place = {})
    {
        const auto id = at.add("user", {{"name", name}, {"roles", roles}, {"state", "active"}});
        if (!place.is_nil())
            at.change(id, "place", place.text());
        at.sync();
        town.sync();
        return id;
    }

    std::string push(Laptop& by, const std::string& rest, const std::string& lost = {})
    {
        const auto hello = Replica(by.store).hello();
        const auto op = "{\"n\":" + std::to_string(hello.acked + 1) + ",\"g\":\""
            + town.new_id().text() + "\",\"u\":[\"" + saying.text()
            + "\",\"改名者\"],\"at\":1767225600000,\"h\":0," + rest + "}";
        const auto chain = next_chain(hello.chain, boost::json::serialize(boost::json::parse(op)));
        return post(by, "/v1/push",
            "{\"lost\":\"" + lost + "\",\"first\":" + std::to_string(hello.acked + 1)
                + ",\"incarnation\":" + std::to_string(hello.incarnation) + ",\"chain\":\""
                + chain.hex() + "\",\"ops\":[" + op + "]}");
    }

    std::string field(std::string_view entity, std::string_view name)
    {
        return std::to_string(hall.def(entity).find(name)->id);
    }
    std::string kind(std::string_view entity) { return std::to_string(hall.def(entity).id); }
    std::string device(Laptop& laptop) { return std::to_string(laptop.store.self().device); }

    std::string on_hub(const Uuid& id, std::string_view name)
    {
        return to_text(store.find_any(id)->second[name]);
    }

    Laptop hall{*this, Role::agency, "430922", "430922", 1};
    Laptop town{*this, Role::outlet, "430922101", "430922101", 2};
    int new_seq = 9999;
    Uuid saying = town.clerk.id; ///< the account of what is pushed
    Uuid person;
    Uuid unit;
    Uuid own;
};

} // namespace tests
