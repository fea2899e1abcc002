#include "model/exchange/encoding.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <utility>

using namespace model;
namespace data = boost::unit_test::data;

namespace {

const std::string rare = "鲊 㙍 𬭎 ４３Ｘ ·—€";

std::string decoded(std::string_view bytes, Encoding encoding, std::size_t piece)
{
    Decoder decoder(encoding);
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += piece)
        BOOST_REQUIRE(decoder.feed(bytes.substr(at, piece), text));
    BOOST_REQUIRE(decoder.complete());
    return text;
}

} // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(Encoding)

BOOST_AUTO_TEST_SUITE(encoding_test)

BOOST_TEST_DECORATOR(*boost::unit_test::label("gb18030"))
BOOST_DATA_TEST_CASE(rare_characters_come_back_from_every_encoding_of_all_unicode,
    data::make({Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::gb18030}), encoding)
{
    std::vector<std::string> missing;
    const auto bytes = encode(rare, encoding, missing);
    BOOST_TEST(missing.empty());
    for (const std::size_t piece : {1U, 2U, 3U, 5U, 1000U})
        BOOST_TEST(decoded(bytes, encoding, piece) == rare);
}

BOOST_TEST_DECORATOR(*boost::unit_test::label("gb18030"))
BOOST_AUTO_TEST_CASE(gb18030_bytes_are_those_of_the_standard)
{
    std::vector<std::string> missing;
    BOOST_TEST(encode("中鲊", Encoding::gb18030, missing) == "\xD6\xD0\xF7\x87");
    BOOST_TEST(encode("㙍", Encoding::gb18030, missing) == "\x82\x30\xAB\x33");
    BOOST_TEST(encode("𬭎", Encoding::gb18030, missing) == "\x99\x33\xA9\x32");
    BOOST_TEST(decoded("\x81\x30\x81\x30\x90\x30\x81\x30", Encoding::gb18030, 3) == "\u0080𐀀");
}

BOOST_TEST_DECORATOR(*boost::unit_test::label("gb18030"))
BOOST_AUTO_TEST_CASE(what_gbk_cannot_write_is_listed_once_and_never_replaced)
{
    std::vector<std::string> missing;
    const auto bytes = encode("张㙍𬭎三㙍", Encoding::gbk, missing);
    BOOST_TEST(bytes == "\xD5\xC5\xC8\xFD");
    BOOST_TEST(
        missing == (std::vector<std::string>{"㙍", "𬭎"}), boost::test_tools::per_element());
}

BOOST_TEST_DECORATOR(*boost::unit_test::label("gb18030"))
BOOST_AUTO_TEST_CASE(a_bad_byte_ends_decoding_after_what_stands_before_it)
{
    const std::vector<std::pair<Encoding, std::string>> broken{
        {Encoding::utf8, "ab\xD6\xD0"},
        {Encoding::utf8, "ab\xC0\x80"},
        {Encoding::gb18030, "ab\xFF\xFF"},
        {Encoding::gb18030, "ab\x80"},
        {Encoding::utf16le, std::string("a\0b\0\x00\xDC", 6)},
        {Encoding::utf16be, std::string("\0a\0b\xD8\x00\0c", 8)},
    };
    for (const auto& [encoding, bytes] : broken) {
        BOOST_TEST_CONTEXT(encoding_name(encoding))
        {
            Decoder decoder(encoding);
            std::string text;
            const bool sound = decoder.feed(bytes, text) && decoder.complete();
            BOOST_TEST(!sound);
            BOOST_TEST(text == "ab");
        }
    }
}

BOOST_AUTO_TEST_CASE(encodings_are_known_by_the_names_people_use)
{
    BOOST_CHECK(parse_encoding("UTF-8") == Encoding::utf8);
    BOOST_CHECK(parse_encoding("utf8") == Encoding::utf8);
    BOOST_CHECK(parse_encoding("GBK") == Encoding::gbk);
    BOOST_CHECK(parse_encoding("gb18030") == Encoding::gb18030);
    BOOST_CHECK(parse_encoding("utf_16le") == Encoding::utf16le);
    BOOST_CHECK(parse_encoding("UTF-16BE") == Encoding::utf16be);
    BOOST_CHECK(!parse_encoding("latin1"));
}

BOOST_AUTO_TEST_SUITE_END()
