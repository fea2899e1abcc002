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
    Account wang{Uuid::make(clock, random), "王敏"};
    Account li{Uuid::make(clock, random), "Li"};
    KeyFile keys;

    WithKeys() { keys.add_slot(wang, "correct horse", key, random, cheap); }

    SealedPair pair_of_li()
    {
        return make_pair(li.id, 1, stretch("battery staple", random, cheap), random);
    }

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
    BOOST_TEST(sentence
        == "This file has no account Zhao, or it is locked or has left: check the name, or ask "
           "whoever manages the accounts");
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
    files.write(path + ".keys", R"({"format":"hallkeeper-keys","version":3,"vault":[]})");
    BOOST_TEST(contains(refusal([&] { KeyFile::load(files, path); }), "newer version"));
}

BOOST_AUTO_TEST_CASE(a_file_without_pairs_stays_of_the_first_format)
{
    keys.save(files, path);
    BOOST_TEST(contains(files.read(path + ".keys").value(), "\"version\":1"));
    keys.put_pair(li, pair_of_li(), key);
    keys.save(files, path);
    BOOST_TEST(contains(files.read(path + ".keys").value(), "\"version\":2"));
    keys.remove_slot(li.id);
    keys.save(files, path);
    BOOST_TEST(contains(files.read(path + ".keys").value(), "\"version\":1"));
}

BOOST_AUTO_TEST_CASE(the_passphrase_of_a_pair_gives_back_the_data_key)
{
    keys.put_pair(li, pair_of_li(), key);
    const auto open = reloaded().unlock("Li", "battery staple");

    BOOST_TEST((open.key == key));
    BOOST_TEST((open.account == li.id));
    BOOST_TEST((reloaded().unlock_account(li.id, "battery staple").key == key));
    BOOST_TEST((reloaded().unlock("王敏", "correct horse").key == key));
    BOOST_TEST((reloaded().pair_of(li.id) == keys.pair_of(li.id)));
    for (const char* wrong : {"", "Battery staple", "correct horse"})
        BOOST_TEST(contains(refusal([&] { keys.unlock("Li", wrong); }), "not right"));
}

BOOST_AUTO_TEST_CASE(who_came_from_elsewhere_is_not_meant_where_no_name_is_given)
{
    keys.put_pair(li, pair_of_li(), key, true);

    BOOST_TEST((reloaded().unlock("", "correct horse").account == wang.id));
    BOOST_TEST((reloaded().unlock("Li", "battery staple").account == li.id));
    keys.put_pair(
        wang, make_pair(wang.id, 2, stretch("newer words", random, cheap), random), key, true);
    BOOST_TEST((reloaded().unlock("", "newer words").account == wang.id));
    keys.remove_slot(wang.id);
    BOOST_TEST((reloaded().unlock("", "battery staple").account == li.id));
}

BOOST_AUTO_TEST_CASE(a_pair_takes_the_place_of_a_slot_and_the_other_way_round)
{
    keys.put_pair(wang, make_pair(wang.id, 1, stretch("newer words", random, cheap), random), key);
    BOOST_TEST(contains(refusal([&] { keys.unlock("", "correct horse"); }), "not right"));
    BOOST_TEST((keys.unlock("", "newer words").key == key));

    keys.put_slot(wang, "newest words", key, random, cheap);
    BOOST_TEST(contains(refusal([&] { keys.unlock("", "newer words"); }), "not right"));
    BOOST_TEST((keys.unlock("", "newest words").key == key));
    BOOST_TEST(keys.accounts().size() == 1);
}

BOOST_AUTO_TEST_CASE(the_pair_of_one_account_opens_nothing_as_that_of_another)
{
    const auto pair = pair_of_li();
    keys.put_pair(wang, pair, key);
    BOOST_TEST(contains(refusal([&] { keys.unlock("", "battery staple"); }), "not right"));

    auto other = pair;
    ++other.number;
    keys.put_pair(li, other, key);
    BOOST_TEST(contains(refusal([&] { keys.unlock("Li", "battery staple"); }), "not right"));
    other = pair;
    other.public_half[3] ^= 1U;
    keys.put_pair(li, other, key);
    BOOST_TEST(contains(refusal([&] { keys.unlock("Li", "battery staple"); }), "not right"));
}

BOOST_AUTO_TEST_CASE(what_is_no_key_takes_no_slots_place)
{
    auto bad = make_pair(wang.id, 1, stretch("newer words", random, cheap), random);
    bad.public_half = {};
    BOOST_TEST(refusal([&] { keys.put_pair(wang, bad, key); }) != "");
    BOOST_TEST((keys.unlock("", "correct horse").key == key));
    BOOST_TEST(contains(refusal([&] {
        keys.put_pair({li.id, "王敏"}, pair_of_li(), key);
    }),
        "already"));
}

BOOST_AUTO_TEST_CASE(any_changed_byte_of_a_pair_is_told_as_damage)
{
    keys.put_pair(li, pair_of_li(), key);
    keys.save(files, path);
    const auto text = files.read(path + ".keys").value();
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        auto wrong = text;
        wrong[i] = static_cast<char>(wrong[i] ^ 0x04);
        std::ofstream(path + ".keys", std::ios::binary) << wrong;
        const auto sentence = refusal([&] { KeyFile::load(files, path); });
        BOOST_TEST((contains(sentence, "is damaged") || contains(sentence, "newer version")),
            i << " " << wrong);
    }
}

BOOST_AUTO_TEST_CASE(a_pair_out_of_bounds_is_none)
{
    const auto pair = pair_of_li();
    BOOST_TEST((parse_pair(text_of(pair)) == pair));
    const auto with = [&](auto change) {
        auto other = pair;
        change(other);
        return parse_pair(text_of(other)).has_value();
    };
    BOOST_TEST(!with([](auto& p) { p.number = 0; }));
    BOOST_TEST(!with([](auto& p) { p.number = ~std::uint64_t{}; }));
    BOOST_TEST(!with([](auto& p) { p.cost.passes = 1ULL << 60U; }));
    BOOST_TEST(!with([](auto& p) { p.cost.passes = 0; }));
    BOOST_TEST(!with([](auto& p) { p.cost.memory = 1ULL << 40U; }));
    BOOST_TEST(!with([](auto& p) { p.cost.memory = 0; }));
    const auto text = text_of(pair);
    for (const auto& wrong :
        {std::string(), text + " ", " " + text, text + "0", text.substr(1), "2" + text.substr(1),
            text.substr(0, text.size() - 1) + "G", std::string(1 << 20, ' ')})
        BOOST_TEST(!parse_pair(wrong).has_value(), wrong.substr(0, 400));
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
