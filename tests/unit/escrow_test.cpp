#include "model/custody/escrow.h"

#include "model/access/recovery_key.h"
#include "tests/support/county.h"
#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

constexpr PassphraseCost cheap{.passes = 1, .memory = 1U << 16U};
const std::string passphrase = "托管口令八个字以上";

struct WithEscrow {
    void make_key(const std::string& keeper = "王保管", const std::string& with = passphrase)
    {
        shelf.add(make_escrow_key(with, keeper, county.random, county.clock.now(), cheap));
    }

    void deposit(const DataKey& key)
    {
        laptop.sync();
        deposit_if_due(laptop.store, county, key, laptop.clerk);
    }

    std::uint32_t number() { return laptop.store.self().device; }

    DataKey opened(const std::string& with = passphrase)
    {
        const auto kept = shelf.deposit_of(number()).value();
        return open_deposit(shelf.key(kept.escrow_key).value(), with, kept);
    }

    tests::CountyServer county;
    EscrowShelf shelf{county.store};
    tests::Laptop laptop{county, Role::agency, "430922", "430922", 2};
    SeededRandom random{5};
    DataKey key = DataKey::make(random);
};

} // namespace

BOOST_AUTO_TEST_SUITE(escrow_test)

BOOST_FIXTURE_TEST_CASE(a_key_is_deposited_only_where_the_office_lets_it, WithEscrow)
{
    deposit(key);
    BOOST_TEST(escrow_state(laptop.store, key).offer.key.empty());
    make_key();
    deposit(key);
    auto state = escrow_state(laptop.store, key);
    BOOST_TEST(state.offer.keeper == "王保管");
    BOOST_TEST(!state.is_on);
    BOOST_TEST(is_offer_news(laptop.store, state));
    BOOST_TEST(!is_offer_news(laptop.store, state)); // told once
    BOOST_TEST(shelf.deposits().empty());

    set_escrow(laptop.store, true, laptop.clerk);
    deposit(key);
    BOOST_TEST(escrow_state(laptop.store, key).is_deposited);
    BOOST_TEST((opened() == key));
    BOOST_TEST(recovery_text(opened()) == recovery_text(key));
}

BOOST_FIXTURE_TEST_CASE(only_the_keeper_opens_it, WithEscrow)
{
    make_key();
    set_escrow(laptop.store, true, laptop.clerk);
    deposit(key);
    BOOST_CHECK_THROW(opened("别的口令也有八个字"), Error);
    auto damaged = shelf.deposit_of(number()).value();
    damaged.sealed[40] = static_cast<char>(damaged.sealed[40] ^ 1);
    BOOST_CHECK_THROW(open_deposit(shelf.newest().value(), passphrase, damaged), Error);
    // Neither the key nor its seal's key lies there in the clear.
    const auto secret = std::string(key.bytes.begin(), key.bytes.end());
    BOOST_TEST(shelf.deposit_of(number())->sealed.find(secret) == std::string::npos);
    BOOST_CHECK_THROW(make_escrow_key("短", "王保管", random, 0, cheap), Error);
}

BOOST_FIXTURE_TEST_CASE(
    it_is_deposited_anew_when_either_key_changes_or_the_county_lost_it, WithEscrow)
{
    make_key();
    set_escrow(laptop.store, true, laptop.clerk);
    deposit(key);
    const auto other = DataKey::make(random);
    BOOST_TEST(escrow_state(laptop.store, other).is_due());
    deposit(other);
    BOOST_TEST((opened() == other));

    make_key("李保管", "另一个托管口令也够长");
    BOOST_TEST((opened() == other)); // with the passphrase of before, until it is deposited anew
    deposit(other);
    BOOST_TEST((opened("另一个托管口令也够长") == other));
    BOOST_CHECK_THROW(opened(), Error);

    county.db.handle().exec("DELETE FROM hub_escrow");
    deposit(other);
    BOOST_TEST((opened("另一个托管口令也够长") == other));
}

BOOST_FIXTURE_TEST_CASE(what_is_no_deposit_is_refused, WithEscrow)
{
    const auto refused = [&](const std::string& sealed, const std::string& to) {
        try {
            shelf.take(number(), "x", {{"key", to}, {"sealed", sealed}});
        } catch (const Problem& problem) {
            return problem.code;
        }
        return std::string("taken");
    };
    const std::string sealed(160, 'a');
    BOOST_TEST(refused(sealed, std::string(64, 'b')) == "escrow"); // the county has none
    make_key();
    const auto right = to_hex(shelf.newest()->public_key);
    BOOST_TEST(refused(sealed, std::string(64, 'b')) == "escrow");
    for (const auto& wrong : {std::string(), std::string(158, 'a'), std::string(160, 'x')})
        BOOST_TEST(refused(wrong, right) == "malformed");
    BOOST_TEST(refused(sealed, right) == "taken");
}

BOOST_AUTO_TEST_SUITE_END()
