#include "model/access/key_file.h"

#include "model/base/clock.h"
#include "model/base/error.h"
#include "model/store/database.h"
#include "model/store/store_message.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <fstream>

using namespace model;

namespace {

constexpr PassphraseCost cheap{1, 8192};

template <class Function>
std::string refusal(Function function)
{
    try {
        function();
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

struct WithKeys {
    tests::TempFolder folder;
    SystemFiles files;
    SystemClock clock;
    SystemRandom random;
    DataKey key = DataKey::make(random);
    std::string path = folder.file("hall.db");
    KeyFile::Account wang{Uuid::make(clock, random), "王敏"};
    KeyFile::Account li{Uuid::make(clock, random), "Li"};
    KeyFile keys;

    WithKeys() { keys.add_slot(wang, "correct horse", key, random, cheap); }

    KeyFile reloaded()
    {
        keys.save(files, path);
        return KeyFile::load(files, path);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(key_file_test, WithKeys)

BOOST_AUTO_TEST_CASE(the_passphrase_gives_back_the_data_key_and_the_account)
{
    const auto open = reloaded().unlock("王敏", "correct horse");

    BOOST_TEST((open.key == key));
    BOOST_TEST((open.account == wang.id));
    BOOST_TEST(open.name == "王敏");
}

BOOST_AUTO_TEST_CASE(a_wrong_passphrase_is_refused_with_one_sentence)
{
    for (const char* wrong : {"", "Correct horse", "correct  horse", "correct hors"})
        BOOST_TEST(refusal([&] { keys.unlock("王敏", wrong); })
            == "The passphrase of 王敏 is not right: try again, or use the recovery key");
}

BOOST_AUTO_TEST_CASE(blanks_at_the_ends_of_a_passphrase_do_not_count)
{
    BOOST_TEST((keys.unlock("", " correct horse\r\n").key == key));
}

BOOST_AUTO_TEST_CASE(the_name_may_be_left_out_only_while_there_is_one_account)
{
    BOOST_TEST((keys.unlock("", "correct horse").key == key));

    keys.add_slot(li, "battery", key, random, cheap);

    BOOST_TEST(
        contains(refusal([&] { keys.unlock("", "battery"); }), "Several people open this file"));
    BOOST_TEST((keys.unlock("li", "battery").key == key));
}

BOOST_AUTO_TEST_CASE(an_unknown_account_is_refused_without_naming_the_others)
{
    const auto sentence = refusal([&] { keys.unlock("Zhao", "correct horse"); });
    BOOST_TEST(sentence == "This file has no account Zhao: check the name");
}

BOOST_AUTO_TEST_CASE(accounts_have_passphrases_and_names_of_their_own)
{
    keys.add_slot(li, "battery", key, random, cheap);

    BOOST_TEST(contains(refusal([&] { keys.unlock("Li", "correct horse"); }), "not right"));
    BOOST_TEST(contains(refusal([&] {
        keys.add_slot({Uuid{}, "LI"}, "x", key, random, cheap);
    }),
        "already"));
    BOOST_TEST(contains(refusal([&] {
        keys.add_slot({li.id, "Other"}, "x", key, random, cheap);
    }),
        "already"));
    BOOST_TEST(reloaded().accounts().size() == 2);
}

BOOST_AUTO_TEST_CASE(an_empty_passphrase_is_refused)
{
    BOOST_TEST(
        contains(refusal([&] { keys.add_slot(li, " \t", key, random, cheap); }), "not be empty"));
    BOOST_TEST(
        contains(refusal([&] { keys.change_passphrase("", "correct horse", "", random, cheap); }),
            "not be empty"));
}

BOOST_AUTO_TEST_CASE(a_changed_passphrase_replaces_the_old_one)
{
    keys.change_passphrase("", "correct horse", "staple", random, cheap);

    BOOST_TEST((reloaded().unlock("", "staple").key == key));
    BOOST_TEST(contains(refusal([&] { keys.unlock("", "correct horse"); }), "not right"));
    BOOST_TEST(contains(
        refusal([&] { keys.change_passphrase("", "wrong", "x", random, cheap); }), "not right"));
}

BOOST_AUTO_TEST_CASE(a_removed_account_opens_nothing_and_the_last_one_stays)
{
    keys.add_slot(li, "battery", key, random, cheap);
    keys.remove_slot(wang.id);

    BOOST_TEST(contains(refusal([&] { keys.unlock("王敏", "correct horse"); }), "no account"));
    BOOST_TEST(contains(refusal([&] { keys.remove_slot(wang.id); }), "no account"));
    BOOST_TEST(contains(refusal([&] { keys.remove_slot(li.id); }), "last account"));
}

BOOST_AUTO_TEST_CASE(a_missing_key_file_is_told_with_its_path_and_the_remedy)
{
    const auto sentence = refusal([&] { KeyFile::load(files, path); });
    BOOST_TEST(contains(sentence, path + ".keys is missing"));
    BOOST_TEST(contains(sentence, "recover --key"));
}

BOOST_AUTO_TEST_CASE(any_changed_byte_of_the_key_file_is_told_as_damage)
{
    keys.save(files, path);
    const auto text = files.read(path + ".keys").value();
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        auto wrong = text;
        wrong[i] = static_cast<char>(wrong[i] ^ 0x04);
        std::ofstream(path + ".keys", std::ios::binary) << wrong; // without waiting for the disk
        const auto sentence = refusal([&] { KeyFile::load(files, path); });
        BOOST_TEST((contains(sentence, "is damaged") || contains(sentence, "newer version")),
            i << " " << wrong);
    }
    for (const char* wrong : {"", "{}", "[]", "{\"format\":\"hallkeeper-keys\",\"version\":1}"}) {
        files.write(path + ".keys", wrong);
        BOOST_TEST(contains(refusal([&] { KeyFile::load(files, path); }), "is damaged"));
    }
}

BOOST_AUTO_TEST_CASE(a_key_file_of_a_newer_version_is_told_so)
{
    files.write(path + ".keys", R"({"format":"hallkeeper-keys","version":2,"vault":[]})");
    BOOST_TEST(contains(refusal([&] { KeyFile::load(files, path); }), "newer version"));
}

BOOST_AUTO_TEST_CASE(the_key_file_holds_neither_key_nor_passphrase)
{
    keys.save(files, path);
    const auto text = files.read(path + ".keys").value();
    const std::string raw(key.bytes.begin(), key.bytes.end());
    BOOST_TEST(!contains(text, raw));
    BOOST_TEST(!contains(text, "correct horse"));
}

BOOST_AUTO_TEST_CASE(the_key_file_of_another_data_file_does_not_open_this_one)
{
    Database(path, key, {.opening = Opening::fresh});
    KeyFile other;
    other.add_slot(wang, "correct horse", DataKey::make(random), random, cheap);
    other.save(files, path);

    const auto open = KeyFile::load(files, path).unlock("", "correct horse");

    BOOST_TEST(refusal([&] { Database(path, open.key); }) == english(wrong_key_message(path)));
}

BOOST_AUTO_TEST_CASE(one_guess_at_the_default_cost_takes_a_while)
{
    keys.change_passphrase("", "correct horse", "staple", random);
    const auto begin = std::chrono::steady_clock::now();
    keys.unlock("", "staple");
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    BOOST_TEST_MESSAGE("unlocking takes " << taken.count() << " s");
    BOOST_TEST(taken.count() > 0.02);
}

BOOST_AUTO_TEST_SUITE_END()
