#include "tests/support/office.h"
#include "tests/support/print.h"

#include <string>
#include <vector>

using namespace model;

BOOST_FIXTURE_TEST_SUITE(insert_shapes_test, tests::Office)

BOOST_AUTO_TEST_CASE(records_alike_keep_every_field_in_its_place)
{
    for (int i = 0; i < 8; ++i) {
        const auto number = std::to_string(i);
        const auto id = add("unit",
            {{"name", "县" + number + "局"}, {"phone", "0737-888000" + number},
                {"address", "桃花江路" + number + "号"}});

        BOOST_TEST(text(id, "name") == "县" + number + "局");
        BOOST_TEST(text(id, "phone") == "0737-888000" + number);
        BOOST_TEST(text(id, "address") == "桃花江路" + number + "号");
        BOOST_TEST(text(id, "short_name") == "");
    }
}

BOOST_AUTO_TEST_CASE(records_of_other_fields_come_between)
{
    for (int i = 0; i < 12; ++i) {
        const auto number = std::to_string(i);
        const std::string field = i % 2 == 0 ? "contact" : "remark";
        const auto id = add("unit", {{"name", "县" + number + "局"}, {field, "周" + number}});

        BOOST_TEST(text(id, field) == "周" + number);
        BOOST_TEST(text(id, i % 2 == 0 ? "remark" : "contact") == "");
    }
}

BOOST_AUTO_TEST_CASE(more_shapes_than_are_kept_do_no_harm)
{
    const std::vector<std::string> fields{
        "short_name", "phone", "contact", "address", "remark", "closed_reason"};
    const auto is_in = [](unsigned shape, std::size_t field) { return (shape >> field & 1U) != 0; };
    for (int round = 0; round < 5; ++round)
        for (unsigned shape = 0; shape < 1U << fields.size(); ++shape) {
            auto record = tests::make(def("unit"), new_id(), {{"name", "县统计局"}});
            for (std::size_t i = 0; i < fields.size(); ++i)
                if (is_in(shape, i))
                    record[fields[i]] = fields[i] + std::to_string(round);
            Batch batch(store, {.label = {msgid("Add {1}"), {"县统计局"}}, .account = clerk});
            batch.create(record);
            batch.commit();

            const auto kept = store.find_any(record.id).value().second;
            BOOST_TEST((kept.values == record.values), "round " << round << ", shape " << shape);
        }
}

BOOST_AUTO_TEST_SUITE_END()
