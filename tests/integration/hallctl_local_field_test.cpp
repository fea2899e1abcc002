// Fields that an office adds itself, from the command line.
#include "tests/support/hallctl.h"

using namespace tests;

BOOST_FIXTURE_TEST_SUITE(hallctl_local_field_test, HallctlWithFile)

BOOST_AUTO_TEST_CASE(a_field_is_added_filled_in_listed_and_ended)
{
    create({"person", "name=张桂山"});
    create({"local_field", "register=person", "label=车牌号", "kind=text"});
    create({"local_field", "register=person", "label=班次", "kind=choice", "choices=上午|下午|其他",
        "required=yes"});
    ask({"set", "person", "张桂山", "车牌号=湘H12345", "班次=上午"});

    const auto found = ask({"list", "person", "--where", "车牌号~H123"});
    BOOST_TEST(found.at("total").as_int64() == 1);
    const auto shown = on_file({"--lang", "zh_CN", "get", "person", "张桂山"});
    BOOST_TEST(shown.out.find("车牌号") != std::string::npos, shown.out);
    BOOST_TEST(shown.out.find("湘H12345") != std::string::npos, shown.out);

    const auto wrong = on_file({"--lang", "zh_CN", "set", "person", "张桂山", "班次=半夜"});
    BOOST_TEST(wrong.exit == 1);
    BOOST_TEST(wrong.err.find("上午") != std::string::npos, wrong.err);
    const auto refused =
        on_file({"--lang", "zh_CN", "set", "local_field", "车牌号", "kind=number"});
    BOOST_TEST(refused.exit == 1);
    BOOST_TEST(refused.err.find("停用") != std::string::npos, refused.err);

    ask({"set", "local_field", "车牌号", "retired=2026-01-01"});
    BOOST_TEST(on_file({"get", "person", "张桂山"}).out.find("湘H12345") == std::string::npos);
    ask({"undo"});
    BOOST_TEST(on_file({"get", "person", "张桂山"}).out.find("湘H12345") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
