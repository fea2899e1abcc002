#include "model/exchange/entry.h"

#include "tests/support/office.h"
#include "tests/support/print.h"

#include <boost/test/data/test_case.hpp>

using namespace model;

namespace {

/// Chinese as far as these tests need it, whatever the catalogue holds.
std::string chinese(const char* id)
{
    const std::string_view label = id;
    if (label == "Service hall")
        return "政务服务中心";
    if (label == "Banks, post and other convenience")
        return "银行、邮政等便民服务";
    if (label == "General service")
        return "综合办事";
    if (label == "yes")
        return "是";
    return id;
}

struct Reading : tests::Office {
    EntryReader reader{store, {chinese}};

    Value value(std::string_view entity, std::string_view field, std::string_view text)
    {
        const auto entry = reader.read(*def(entity).find(field), text);
        if (const auto* refused = std::get_if<Message>(&entry))
            BOOST_FAIL(field << " does not take " << text << ": " << english(*refused));
        return std::get<Value>(entry);
    }

    std::string refusal(std::string_view entity, std::string_view field, std::string_view text)
    {
        const auto entry = reader.read(*def(entity).find(field), text);
        BOOST_REQUIRE_MESSAGE(std::holds_alternative<Message>(entry), field << " takes " << text);
        return english(std::get<Message>(entry));
    }
};

struct Typed {
    const char* entity;
    const char* field;
    const char* text;
    const char* meant;
};

std::ostream& operator<<(std::ostream& out, const Typed& typed)
{
    return out << typed.field << " <- " << typed.text;
}

const Typed understood[] = {
    {"person", "name", "  袁燕涛　", "袁燕涛"},
    {"person", "name", "欧阳\r\n娜", "欧阳 娜"},
    {"person", "remark", "一\r\n二", "一\n二"},
    {"person", "id_number", "１１０１０１１９９００３０７４５７ｘ", "11010119900307457X"},
    {"person", "id_number", "110101 1990 0307 457x", "11010119900307457X"},
    {"person", "birth", "1990-03-07", "1990-03-07"},
    {"person", "birth", "19900307", "1990-03-07"},
    {"person", "birth", "1990年3月7日", "1990-03-07"},
    {"person", "birth", "1990/3/7", "1990-03-07"},
    {"person", "birth", "1990.03.07", "1990-03-07"},
    {"person", "birth", "１９９０－０３－０７", "1990-03-07"},
    {"person", "birth", "1990-03-07T00:00:00", "1990-03-07"},
    {"person", "birth", "1990/3/7 0:00:00", "1990-03-07"},
    {"person", "birth", "今天", "2026-01-01"},
    {"person", "sex", "male", "male"},
    {"person", "sex", "Female", "female"},
    {"person", "own_uniform", "是", "1"},
    {"person", "own_uniform", "×", "0"},
    {"person", "own_uniform", "FALSE", "0"},
    {"place", "type", "政务服务中心", "hall"},
    {"place", "floor_area", "11,000.5", "11000.50"},
    {"place", "floor_area", "１１０００", "11000.00"},
    {"place", "floors", "3", "3"},
    {"item", "type", "1", "01"},
    {"item", "type", "20", "20"},
    {"item", "type", "行政许可", "01"},
    {"item", "type", "许可", "01"},
    {"item", "type", "其他行政权力", "10"},
    {"item", "code", "43A031100000-430922000000-000-11430922000000115K-1-00",
        "43A031100000-430922000000-000-11430922000000115K-1-00"},
    {"window", "types", "综合办事、payment，自己的说法", "general,payment,自己的说法"},
    {"window", "types", "银行、邮政等便民服务；综合办事", "convenience,general"},
    {"window", "types", "综合办事、银行、邮政等便民服务", "convenience,general"},
    {"window", "types", "Banks, post and other convenience", "convenience"},
    {"window", "types", "、、", ""},
    {"window", "types", " ", ""},
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(entry_test, Reading)

BOOST_DATA_TEST_CASE_F(
    Reading, what_people_type_is_understood, boost::unit_test::data::make(understood), typed)
{
    BOOST_TEST(to_text(value(typed.entity, typed.field, typed.text)) == typed.meant);
}

BOOST_AUTO_TEST_CASE(what_is_no_such_thing_gets_a_sentence)
{
    BOOST_TEST(refusal("person", "birth", "1990-02-30")
        == "“1990-02-30” is not a date: write it like 2026-01-31");
    BOOST_TEST(refusal("person", "birth", "1990").size() > 0);
    BOOST_TEST(refusal("person", "birth", "1990-3/7").size() > 0);
    BOOST_TEST(refusal("place", "floors", "3.5") == "“3.5” is not a whole number");
    BOOST_TEST(refusal("place", "floor_area", "1,2").size() > 0);
    BOOST_TEST(refusal("place", "floor_area", "1.005")
        == "“1.005” is not a number with at most 2 decimal places");
    BOOST_TEST(refusal("person", "own_uniform", "也许") == "“也许” is neither yes nor no");
    BOOST_TEST(
        refusal("person", "sex", "人") == "“人” is not in the list: write one of Male / Female");
    BOOST_TEST(refusal("person", "name", "\xff").size() > 0);
    BOOST_TEST(refusal("person", "name", "a\x01z").size() > 0);
    BOOST_TEST(refusal("person", "photo", "me.jpg") == "“me.jpg” is not a stored file");
}

BOOST_AUTO_TEST_CASE(a_reference_is_found_by_id_title_and_other_names)
{
    const auto unit = add("unit", {{"name", "县公安局"}, {"short_name", "公安"}});

    BOOST_TEST(value("window", "unit", "县公安局") == Value{unit});
    BOOST_TEST(value("window", "unit", "公安") == Value{unit});
    BOOST_TEST(value("window", "unit", " 县公安局 ") == Value{unit});
    BOOST_TEST(value("window", "unit", unit.text()) == Value{unit});
    BOOST_TEST(refusal("window", "unit", "县税务局")
        == "There is no Unit “县税务局”: enter it first, or correct the name");
    BOOST_TEST(refusal("window", "unit", new_id().text()).size() > 0);
}

BOOST_AUTO_TEST_CASE(of_two_records_of_a_name_the_one_without_end_is_meant)
{
    add("window", {{"number", "A01"}, {"name", "旧窗口"}, {"closed", "2025-01-01"}});
    const auto open = add("window", {{"number", "A01"}, {"name", "新窗口"}});

    BOOST_TEST(value("window_item", "window", "A01") == Value{open});
}

BOOST_AUTO_TEST_CASE(a_name_of_two_records_is_refused_with_words_that_tell_them_apart)
{
    const auto police = add("window", {{"number", "A01"}, {"name", "公安窗口"}});
    const auto tax = add("window", {{"number", "A01"}, {"name", "税务窗口"}});
    const auto& field = *def("window_item").find("window");

    BOOST_TEST(refusal("window_item", "window", "A01")
        == "“A01” may be any of 2, write one of these: A01（公安窗口）; A01（税务窗口）");
    BOOST_TEST(value("window_item", "window", "A01（公安窗口）") == Value{police});
    BOOST_TEST(value("window_item", "window", "A01(税务窗口)") == Value{tax});
    BOOST_TEST(entry_text(field, Value{tax}, store, chinese) == "A01（税务窗口）");
}

BOOST_AUTO_TEST_CASE(what_is_shown_reads_as_the_same_value)
{
    add("person", {{"name", "张伟"}});
    const auto second = add("person", {{"name", "张伟"}});
    const auto closed = add("unit", {{"name", "县粮食局"}, {"closed", "2020-01-01"}});
    const auto reads_back = [&](std::string_view entity, std::string_view name, const Value& held) {
        const auto& field = *def(entity).find(name);
        const auto shown = entry_text(field, held, store, chinese);
        BOOST_TEST(value(entity, name, shown) == held);
    };

    reads_back("posting", "person", Value{second});
    reads_back("posting", "unit", Value{closed});
    reads_back("window", "types", Value{Set{"convenience", "general", "自己的"}});
    reads_back("place", "type", Value{std::string("hall")});
    reads_back("person", "own_uniform", Value{true});
    reads_back("place", "floor_area", Value{Decimal{1100050, 2}});
}

BOOST_AUTO_TEST_SUITE_END()
