#include "model/commands/serials.h"

#include "tests/support/editing.h"

using namespace model;

namespace {

struct Serials : tests::Editing {
    std::string number_of_new(std::string_view entity,
        std::initializer_list<std::pair<std::string_view, std::string>> fields = {})
    {
        const auto outcome = create(entity, fields);
        BOOST_REQUIRE_MESSAGE(outcome.done, told(outcome));
        return text(outcome.id, "number");
    }

    void join_as(std::uint32_t device)
    {
        auto self = store.self();
        self.device = device;
        store.set_self(self);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(serials_test, Serials)

BOOST_AUTO_TEST_CASE(a_new_record_has_the_next_number_of_the_year)
{
    BOOST_TEST(number_of_new("complaint") == "投诉〔2026〕001号");
    BOOST_TEST(number_of_new("complaint") == "投诉〔2026〕002号");
    BOOST_TEST(number_of_new("task", {{"name", "整改"}}) == "督办〔2026〕001号");
    clock.set(tests::new_year_2026 + 366 * a_day);
    BOOST_TEST(number_of_new("complaint") == "投诉〔2027〕001号");
}

BOOST_AUTO_TEST_CASE(the_year_is_that_of_the_record_s_own_day)
{
    BOOST_TEST(number_of_new("complaint", {{"received", "2025-12-30"}}) == "投诉〔2025〕001号");
    BOOST_TEST(number_of_new("complaint") == "投诉〔2026〕001号");
    BOOST_TEST(number_of_new("agency_case", {{"day", "2025-12-31"}, {"matter", "代领"}})
        == "帮代办〔2025〕001号");
    BOOST_TEST(
        number_of_new("task", {{"name", "整改"}, {"set_on", "2025-12-31"}}) == "督办〔2025〕001号");
}

BOOST_AUTO_TEST_CASE(numbers_of_other_digits_are_counted_on_from)
{
    number_of_new("complaint", {{"number", "投诉〔2026〕7号"}});
    BOOST_TEST(number_of_new("complaint") == "投诉〔2026〕008号");
    number_of_new("complaint", {{"number", "投诉〔2026〕1234号"}});
    BOOST_TEST(number_of_new("complaint") == "投诉〔2026〕1235号");
}

BOOST_AUTO_TEST_CASE(a_typed_number_is_kept_and_counted_on_from)
{
    BOOST_TEST(number_of_new("complaint", {{"number", "投诉〔2026〕40号"}}) == "投诉〔2026〕40号");
    BOOST_TEST(number_of_new("complaint", {{"number", "12345-7"}}) == "12345-7");
    BOOST_TEST(
        number_of_new("complaint", {{"number", "投诉〔2026〕99号补"}}) == "投诉〔2026〕99号补");
    BOOST_TEST(number_of_new("complaint") == "投诉〔2026〕041号");
}

BOOST_AUTO_TEST_CASE(a_number_is_not_given_out_again_after_its_record_was_deleted)
{
    const auto first = create("complaint", {});
    editor.remove(first.id);
    BOOST_TEST(number_of_new("complaint") == "投诉〔2026〕002号");
}

BOOST_AUTO_TEST_CASE(each_computer_of_a_county_has_a_range_of_its_own)
{
    BOOST_TEST(number_of_new("complaint") == "投诉〔2026〕001号");
    join_as(3);
    BOOST_TEST(number_of_new("complaint") == "投诉〔2026〕3-001号");
    BOOST_TEST(number_of_new("complaint") == "投诉〔2026〕3-002号");
    join_as(33);
    BOOST_TEST(number_of_new("complaint") == "投诉〔2026〕33-001号");
}

BOOST_AUTO_TEST_CASE(numbers_of_documents_and_of_the_platform_are_never_invented)
{
    BOOST_TEST(number_of_new("bad_rating") == "");
    BOOST_TEST(number_of_new("certificate") == "");
    for (const auto* each : hall_catalog().all())
        if (const auto* field = serial_field(*each))
            BOOST_TEST((field->type == Type::text && !field->required));
}

BOOST_AUTO_TEST_SUITE_END()
