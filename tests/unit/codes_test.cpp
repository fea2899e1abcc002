#include "model/base/codes.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace model;
using namespace std::chrono;
namespace data = boost::unit_test::data;

namespace model {

std::ostream& operator<<(std::ostream& out, PhoneKind kind)
{
    return out << "PhoneKind " << static_cast<int>(kind);
}

} // namespace model

BOOST_AUTO_TEST_SUITE(codes_test)

BOOST_DATA_TEST_CASE(published_and_made_up_id_numbers_are_right,
    data::make({"11010519491231002X", "440524188001010014", "430922199001010015",
        "430922198512310023", "430922200002290034"}),
    text)
{
    const std::string id(text);
    BOOST_TEST(id_check_digit(id.substr(0, 17)) == id[17]);
    BOOST_TEST(is_id_number(id));
}

BOOST_DATA_TEST_CASE(a_wrong_id_number_is_none,
    data::make({"", "110105194912310021", "11010519491231002x", "1101051949123100",
        "11010519491231002X ", "11010519491231A02X", "43092219900230001X", "430922199013010011",
        "430922990101001", "１１０１０５１９４９１２３１００２Ｘ"}),
    text)
{
    BOOST_TEST(!is_id_number(text));
    BOOST_TEST(!id_birth(text));
    BOOST_TEST(!id_is_male(text));
}

BOOST_AUTO_TEST_CASE(a_day_that_never_was_is_refused_though_the_check_digit_fits)
{
    for (const std::string first17 :
        {"43092219900230001", "43092219901301001", "43092219010229001", "43092209900101001"}) {
        const auto id = first17 + id_check_digit(first17);
        BOOST_TEST(!is_id_number(id), id);
    }
}

BOOST_AUTO_TEST_CASE(every_single_wrong_digit_is_noticed)
{
    const std::string id = "430922198512310023";
    for (std::size_t i = 0; i < id.size(); ++i)
        for (char c = '0'; c <= '9'; ++c) {
            auto other = id;
            other[i] = c;
            BOOST_TEST(is_id_number(other) == (other == id), other);
        }
}

BOOST_AUTO_TEST_CASE(an_id_number_tells_birth_and_sex)
{
    BOOST_TEST((id_birth("430922200002290034") == Date(2000y / February / 29)));
    BOOST_TEST(id_is_male("430922200002290034").value());
    BOOST_TEST(!id_is_male("11010519491231002X").value());
}

BOOST_AUTO_TEST_CASE(full_width_lower_case_and_spaces_in_codes_are_put_right)
{
    BOOST_TEST(normal_id_number(" 110105 19491231　002x\n") == "11010519491231002X");
    BOOST_TEST(normal_id_number("１１０１０５１９４９１２３１００２ｘ") == "11010519491231002X");
    BOOST_TEST(normal_credit_code("９1350100m000100y43 ") == "91350100M000100Y43");
}

BOOST_DATA_TEST_CASE(published_and_made_up_credit_codes_are_right,
    data::make({"12441500196720244T", "11511301008778183N", "11330800MB0R57773W",
        "115113010833722043", "91350100M000100Y43", "11430922000000019A", "124309220000000197",
        "11430922MB0000019F", "12430922MB0000019C"}),
    code)
{
    BOOST_TEST(is_credit_code(code));
    BOOST_TEST(credit_check_digit(std::string_view(code).substr(0, 17)) == code[17]);
}

BOOST_DATA_TEST_CASE(a_wrong_credit_code_is_none,
    data::make({"", "91350100M000100Y4Z", "91350100M000100Y4", "91350100M000100Y433",
        "91350100m000100Y43", "9135010OM000100Y43", "083372204", "11511301008778183A",
        "1151130000877869M", "1151130108778239R_6918"}),
    code)
{
    BOOST_TEST(!is_credit_code(code));
}

BOOST_AUTO_TEST_CASE(what_is_no_front_of_a_code_has_no_check_character)
{
    BOOST_TEST(id_check_digit("1101051949123100") == '\0');
    BOOST_TEST(id_check_digit("1101051949123100X") == '\0');
    BOOST_TEST(credit_check_digit("91350100M000100Y43") == '\0');
    BOOST_TEST(credit_check_digit("91350100I000100Y4") == '\0');
}

const std::pair<const char*, PhoneKind> phones[] = {
    {"13807370001", PhoneKind::mobile},
    {"138 0737-0001", PhoneKind::mobile},
    {"１３８０７３７０００１", PhoneKind::mobile},
    {"+86 13807370001", PhoneKind::mobile},
    {"8613807370001", PhoneKind::mobile},
    {"12807370001", PhoneKind::none},
    {"1380737000", PhoneKind::none},
    {"138073700011", PhoneKind::none},
    {"0737-8820000", PhoneKind::landline},
    {"07378820000", PhoneKind::landline},
    {"（0737）8820000", PhoneKind::landline},
    {"0737-8820000-801", PhoneKind::landline},
    {"07378820000转801", PhoneKind::landline},
    {"010-66000000", PhoneKind::landline},
    {"0731-82210000", PhoneKind::landline},
    {"0737-882000", PhoneKind::none},
    {"0737-1820000", PhoneKind::none},
    {"021-8820000", PhoneKind::none},
    {"0737-8820000-", PhoneKind::landline},
    {"13807370001转8", PhoneKind::none},
    {"8820000", PhoneKind::local},
    {"87716305", PhoneKind::local},
    {"87818206/87818209", PhoneKind::none},
    {"400-8812345", PhoneKind::service},
    {"12345", PhoneKind::short_number},
    {"668001", PhoneKind::short_number},
    {"118114", PhoneKind::short_number},
    {"139073", PhoneKind::none},
    {"012345", PhoneKind::none},
    {"12", PhoneKind::none},
    {"10012345678", PhoneKind::sample},
    {"10112345678", PhoneKind::none},
    {"", PhoneKind::none},
    {"-", PhoneKind::none},
    {"转", PhoneKind::none},
    {"无", PhoneKind::none},
    {"1.38E+10", PhoneKind::none},
};

BOOST_AUTO_TEST_CASE(a_phone_number_is_known_by_its_shape)
{
    for (const auto& [text, kind] : phones)
        BOOST_TEST(phone_kind(text) == kind, text << " is " << phone_kind(text));
}

BOOST_AUTO_TEST_SUITE_END()
