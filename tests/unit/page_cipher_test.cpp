#include "model/store/chacha_poly.h"
#include "model/store/database.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>
#include <sqlite3.h>

#include <array>
#include <vector>

using namespace model;

namespace {

std::vector<std::uint8_t> bytes(std::size_t size)
{
    std::vector<std::uint8_t> all(size);
    for (std::size_t i = 0; i < size; ++i)
        all[i] = static_cast<std::uint8_t>(i * 7);
    return all;
}

SQLite::Database with_their_cipher(const std::string& path, const DataKey& key)
{
    SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    auto text = std::string("raw:").append(key.bytes.begin(), key.bytes.end());
    sqlite3mc_config(db.getHandle(), "cipher", sqlite3mc_cipher_index("chacha20"));
    sqlite3_key(db.getHandle(), text.data(), static_cast<int>(text.size()));
    return db;
}

} // namespace

BOOST_AUTO_TEST_SUITE(page_cipher_test)

BOOST_AUTO_TEST_CASE(the_stream_is_that_of_the_standard)
{
    // RFC 8439, 2.3.2: key 00…1f, nonce 00:00:00:09:00:00:00:4a:00:00:00:00, block 1.
    std::array<std::uint8_t, 32> key{};
    for (std::size_t i = 0; i < key.size(); ++i)
        key[i] = static_cast<std::uint8_t>(i);
    const std::array<std::uint8_t, 12> nonce{0, 0, 0, 9, 0, 0, 0, 0x4a, 0, 0, 0, 0};
    std::vector<std::uint8_t> zeros(16);

    detail::ChaChaPoly().xor_stream(zeros, key.data(), nonce.data(), 1);

    const std::vector<std::uint8_t> expected{0x10, 0xf1, 0xe7, 0xe4, 0xd1, 0x3b, 0x59, 0x15, 0x50,
        0x0f, 0xdd, 0x1f, 0xa3, 0x20, 0x71, 0xc4};
    BOOST_TEST(zeros == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_one_of_the_two_ciphers_wrote_the_other_reads)
{
    const tests::TempFolder folder;
    SystemRandom random;
    const auto key = DataKey::make(random);
    const auto ours = folder.file("ours.db");
    const auto theirs = folder.file("theirs.db");

    {
        Database db(ours, key, {.opening = Opening::fresh});
        db.handle().exec("CREATE TABLE t (text TEXT) STRICT; INSERT INTO t VALUES ('ours')");
        auto other = with_their_cipher(theirs, key);
        other.exec("PRAGMA journal_mode = WAL; CREATE TABLE t (text TEXT) STRICT;"
                   "INSERT INTO t VALUES ('theirs')");
    }

    BOOST_TEST(with_their_cipher(ours, key).execAndGet("SELECT text FROM t").getString() == "ours");
    Database db(theirs, key);
    BOOST_TEST(db.handle().execAndGet("SELECT text FROM t").getString() == "theirs");
}

BOOST_AUTO_TEST_CASE(the_number_of_the_block_goes_round)
{
    const std::array<std::uint8_t, 32> key{1, 2, 3};
    const std::array<std::uint8_t, 12> nonce{4, 5, 6};
    constexpr std::uint32_t begin = 0xFFFF'FFFE;
    auto whole = bytes(64 * 5 + 10);
    auto parts = whole;

    detail::ChaChaPoly().xor_stream(whole, key.data(), nonce.data(), begin);
    for (std::size_t at = 0; at < parts.size(); at += 64)
        detail::ChaChaPoly().xor_stream(
            std::span(parts).subspan(at, std::min<std::size_t>(64, parts.size() - at)), key.data(),
            nonce.data(), begin + static_cast<std::uint32_t>(at / 64));

    BOOST_TEST(whole == parts, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
