#include "model/rules/catalog_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct CatalogParts : tests::Rulebook {
    Uuid item = add("item", {{"code", "43A1"}, {"name", "食品经营许可"}});
    Uuid unit = add("unit", {{"name", "县市场监督管理局"}});
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(catalog_rules_test, CatalogParts)

BOOST_AUTO_TEST_CASE(a_document_that_runs_out_is_told)
{
    today = 2026y / November / 23;
    BOOST_TEST(says("R01", "basis_document", {{"from", "2026-03-02"}, {"to", "2026-03-01"}})
        == "refuse to");
    BOOST_TEST(says("R02", "basis_document", {{"to", "2027-02-21"}}) == "remind to");
    BOOST_TEST(says("R02", "basis_document", {{"to", "2027-02-22"}}) == "");
    BOOST_TEST(says("R02", "basis_document", {{"to", "2026-11-23"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_material_is_asked_for_once_and_with_a_basis)
{
    BOOST_TEST(says("R11", "item_material", {{"name", "申请书"}}) == "remind item");
    BOOST_TEST(says("D05", "item_material", {{"copies", "-1"}}) == "refuse copies");
    BOOST_TEST(says("R13", "item_material", {{"need", "always"}}) == "remind basis");
    BOOST_TEST(says("R13", "item_material", {{"need", "always"}, {"source", "shared"}}) == "");
    add("item_material", {{"item", item.text()}, {"name", "申请书"}});
    BOOST_TEST(
        says("R14", "item_material", {{"item", item.text()}, {"name", "申请书"}}) == "refuse item");
    BOOST_TEST(says("R14", "item_material", {{"item", item.text()}, {"name", "身份证明"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_fee_is_an_amount_with_a_basis)
{
    BOOST_TEST(says("R21", "item_fee", {{"name", "工本费"}}) == "remind item");
    BOOST_TEST(
        says("R22", "item_fee", {{"from", "2026-03-02"}, {"to", "2026-03-01"}}) == "refuse to");
    BOOST_TEST(says("D05", "item_fee", {{"amount", "-0.01"}}) == "refuse amount");
    BOOST_TEST(says("R24", "item_fee", {{"amount", "10.00"}}) == "warn basis");
    BOOST_TEST(says("R24", "item_fee", {{"amount", "0.00"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_bundle_is_led_and_makes_it_easier)
{
    BOOST_TEST(says("R32", "bundle", {{"name", "新生儿出生一件事"}}) == "remind lead");
    BOOST_TEST(
        says("R33", "bundle", {{"steps_before", "3"}, {"steps_after", "4"}}) == "warn steps_after");
    BOOST_TEST(says("R33", "bundle", {{"materials_before", "3"}, {"materials_after", "4"}})
        == "warn materials_after");
    BOOST_TEST(
        says("R31", "bundle", {{"from", "2026-03-02"}, {"to", "2026-03-01"}}) == "refuse to");
    const auto bundle = add("bundle", {{"name", "新生儿出生一件事"}, {"state", "running"}});
    BOOST_TEST(says("R34", bundle) == "remind name");
    add("bundle_item", {{"bundle", bundle.text()}, {"item", item.text()}});
    BOOST_TEST(says("R34", bundle) == "remind name");
    BOOST_TEST(says("R43", "bundle_item", {{"bundle", bundle.text()}, {"item", item.text()}})
        == "refuse item");
    const auto other = add("item", {{"code", "43A2"}, {"name", "户口登记"}});
    add("bundle_item", {{"bundle", bundle.text()}, {"item", other.text()}});
    BOOST_TEST(says("R34", bundle) == "");
}

BOOST_AUTO_TEST_CASE(the_back_office_of_a_bundle_can_be_reached)
{
    BOOST_TEST(says("R41", "bundle_item", {{"contact", "王工"}}) == "remind item");
    BOOST_TEST(says("R42", "bundle_item", {{"item", item.text()}}) == "remind bundle");
    BOOST_TEST(says("R44", "bundle_item", {{"item", item.text()}}) == "remind contact");
    BOOST_TEST(
        says("R44", "bundle_item", {{"item", item.text()}, {"contact", "王工"}}) == "remind phone");
    BOOST_TEST(says("R44", "bundle_item",
                   {{"item", item.text()}, {"contact", "王工"}, {"phone", "0737-8886666"}})
        == "");
}

BOOST_AUTO_TEST_CASE(a_unit_that_changed_has_another_after_it)
{
    BOOST_TEST(says("R51", "unit_change", {{"kind", "merged"}}) == "remind unit");
    BOOST_TEST(says("R51", "unit_change", {{"unit", unit.text()}, {"kind", "merged"}})
        == "remind successor");
    BOOST_TEST(says("R51", "unit_change", {{"unit", unit.text()}, {"kind", "renamed"}}) == "");
    BOOST_TEST(says("R52", "unit_change",
                   {{"unit", unit.text()}, {"successor", unit.text()}, {"kind", "merged"}})
        == "refuse successor");
    BOOST_TEST(says("R53", "unit_change", {{"kind", "renamed"}, {"old_name", "政务中心"}})
        == "warn new_name");
    BOOST_TEST(says("R53", "unit_change",
                   {{"kind", "renamed"}, {"old_name", "政务中心"}, {"new_name", "数据局"}})
        == "");
}

BOOST_AUTO_TEST_SUITE_END()
