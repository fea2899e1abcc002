#include "model/sync/join_file.h"

#include "model/base/error.h"
#include "tests/support/files.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

const JoinFile some_join{.server = "https://10.1.2.3:8622",
    .code = "ZV4PNHFS5G",
    .pin = std::string(64, 'a'),
    .county = "430922",
    .name = "桃花江镇便民服务中心",
    .expires = 1795452210966};

std::string refusal(const std::string& text)
{
    try {
        parse_join(text, "a.join");
    } catch (const Error& error) {
        return error.what();
    }
    return "read";
}

} // namespace

BOOST_AUTO_TEST_SUITE(join_file_test)

BOOST_AUTO_TEST_CASE(a_joining_file_is_read_as_it_was_written)
{
    const tests::TempFolder folder;
    SystemFiles files;
    write_join(files, folder.file("桃花江.join"), some_join);
    BOOST_TEST((read_join(files, folder.file("桃花江.join")) == some_join));
}

BOOST_AUTO_TEST_CASE(what_an_editor_or_a_newer_version_adds_does_no_harm)
{
    auto text = to_json(some_join);
    text.insert(1, R"("motto": {"a": [1]}, )");
    BOOST_TEST((parse_join("\xEF\xBB\xBF" + text + "\r\n", "a.join") == some_join));
    BOOST_TEST(
        parse_join(R"({"format":1,"server":"s","code":"c","pin":""})", "a.join").code == "c");
}

BOOST_AUTO_TEST_CASE(a_fingerprint_is_the_same_however_it_is_written)
{
    for (const auto* typed : {"AB12cd", "ab:12:CD", " Ab 12 cd\n", "ab-12-cd", "ＡＢ：１２　ｃｄ"})
        BOOST_TEST(normal_pin(typed) == "ab12cd", typed);
    BOOST_TEST(normal_pin("ab12cg") == "ab12cg");
    BOOST_TEST(normal_pin("") == "");
    auto typed = some_join;
    typed.pin = "AA:" + std::string(62, 'A');
    BOOST_TEST(parse_join(to_json(typed), "a.join").pin == some_join.pin);
}

BOOST_AUTO_TEST_CASE(what_is_no_joining_file_gets_one_sentence_with_the_remedy)
{
    const std::string damaged =
        "a.join is no joining file, or damaged: ask the county for a new one";
    const auto text = to_json(some_join);
    for (const auto& wrong : {std::string(), std::string("[]"), text.substr(0, 40),
             std::string("{}"), std::string(R"({"format":"1"})"),
             std::string(R"({"format":1,"server":"s","code":5,"pin":""})"), std::string("\xD7\xC0"),
             std::string(100'000, ' ')})
        BOOST_TEST(refusal(wrong) == damaged);
    BOOST_TEST(refusal(R"({"format":2})") == "a.join needs a newer version of this program");
    SystemFiles files;
    BOOST_CHECK_THROW(read_join(files, "/no/such/file.join"), Error);
}

BOOST_AUTO_TEST_SUITE_END()
