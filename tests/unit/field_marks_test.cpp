#include "model/commands/field_marks.h"

#include "tests/support/editing.h"

using namespace model;

namespace {

struct WithPosting : tests::Editing {
    Uuid police = made("unit", {{"name", "县公安局"}});
    Uuid zhang = made("person", {{"name", "张桂山"}});
    Uuid posting =
        made("posting", {{"person", zhang.text()}, {"unit", police.text()}, {"source", "sent"}});

    FieldMark mark(const Uuid& id, std::string_view field)
    {
        const auto& record_def = *store.find_any(id).value().first.def;
        return field_marks(store, id, {}).at(record_def.index_of(field));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(field_marks_test, WithPosting)

BOOST_AUTO_TEST_CASE(a_field_of_the_sending_unit_names_it)
{
    const auto rank = mark(zhang, "rank");
    BOOST_TEST(!rank.is_ours);
    BOOST_TEST(rank.owner_name == "县公安局");
    BOOST_TEST(!rank.why_locked); // the agency may enter it, on behalf

    BOOST_TEST(mark(zhang, "badge").is_ours);
    BOOST_TEST(!mark(zhang, "phone").owner);
}

BOOST_AUTO_TEST_CASE(an_entry_by_document_is_marked_until_the_field_is_entered_again)
{
    set(zhang, {{"rank", "科员"}, {"badge", "007"}},
        {.on_behalf = true, .document = "桃公政〔2026〕3号"});

    const auto rank = mark(zhang, "rank");
    BOOST_REQUIRE(rank.on_behalf);
    BOOST_TEST(rank.on_behalf->document == "桃公政〔2026〕3号");
    BOOST_TEST(rank.on_behalf->user == "李文员");
    BOOST_TEST(!mark(zhang, "badge").on_behalf); // the agency's own field
    BOOST_TEST(!mark(zhang, "major").on_behalf); // nothing stands there

    set(zhang, {{"rank", "副科长"}});
    BOOST_TEST(!mark(zhang, "rank").on_behalf);
}

BOOST_AUTO_TEST_CASE(a_record_that_is_not_there_has_no_marks)
{
    BOOST_CHECK_THROW(field_marks(store, new_id(), {}), UsageError);
}

BOOST_AUTO_TEST_CASE(a_township_is_told_why_the_fields_of_others_are_locked)
{
    tests::TownshipEditing township;
    const auto unit = township.made("unit", {{"name", "县公安局"}});

    const auto marks = field_marks(township.store, unit, {});

    const auto& name = marks.at(township.def("unit").index_of("name"));
    BOOST_TEST(!name.is_ours);
    BOOST_TEST(name.why_locked.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
