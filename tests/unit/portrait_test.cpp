// The portrait of a person: one at a time, and only for who reads personal values.
#include "model/commands/portrait.h"

#include "tests/support/editing.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

/// A picture of so many bytes, as far as anybody looks who does not draw it.
NewAttachment picture(std::size_t bytes)
{
    using namespace std::string_literals;
    auto content = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x36\0\0\0\x48\x08\x02\0\0\0"s;
    content.resize(bytes, '.');
    return {.file_name = "照片.png", .bytes = content};
}

struct WithPerson : tests::Editing {
    Outcome take(std::size_t bytes) { return set_portrait(editor, person, picture(bytes)); }

    /// An account with these roles, and the editor it works with.
    Editor editor_as(const std::string& roles)
    {
        const auto id = add("user", {{"name", roles}, {"roles", roles}});
        return {store, {id, roles}};
    }

    Uuid person = add("person", {{"name", "张桂山"}});
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(portrait_test, WithPerson)

BOOST_AUTO_TEST_CASE(the_newest_shows_and_the_one_before_stays_as_a_photo)
{
    BOOST_TEST(!portrait_of(editor, person));
    BOOST_REQUIRE(take(2000).done);
    const auto first = portrait_of(editor, person);
    BOOST_REQUIRE(first.has_value());
    BOOST_TEST(first->is_here);
    BOOST_TEST(first->size == 2000);
    BOOST_TEST((portrait_picture(store, *first) == picture(2000).bytes));

    BOOST_REQUIRE(take(3000).done);
    BOOST_TEST(portrait_of(editor, person)->size == 3000);
    Attachments files(editor);
    BOOST_TEST(files.count(person) == 2);
    BOOST_TEST((files.find(first->attachment).file.kind == AttachmentKind::photo));
    editor.undo();
    BOOST_TEST(portrait_of(editor, person)->size == 2000);
}

BOOST_AUTO_TEST_CASE(a_removed_one_is_in_the_recycle_bin_and_undo_brings_it_back)
{
    BOOST_REQUIRE(take(2000).done);
    const auto id = portrait_of(editor, person)->attachment;
    const auto outcome = remove_portrait(editor, person);
    BOOST_TEST(outcome.done);
    BOOST_TEST(outcome.changed);
    BOOST_TEST(!portrait_of(editor, person));
    BOOST_TEST(is_deleted(id));
    BOOST_TEST(!remove_portrait(editor, person).changed);
    editor.undo();
    BOOST_TEST(portrait_of(editor, person)->size == 2000);
}

BOOST_AUTO_TEST_CASE(what_is_no_picture_or_too_large_is_refused_with_a_sentence)
{
    auto outcome =
        set_portrait(editor, person, {.file_name = "表.pdf", .bytes = "%PDF-1.7\n%%EOF"});
    BOOST_TEST(!outcome.done);
    BOOST_TEST(english(outcome.findings.at(0).message).find("no PNG or JPG") != std::string::npos);
    BOOST_TEST(!portrait_of(editor, person));
}

BOOST_AUTO_TEST_CASE(who_may_not_read_personal_values_neither_sees_nor_sets_it)
{
    BOOST_REQUIRE(take(2000).done);
    auto leader = editor_as("duty_leader");
    BOOST_TEST(!may_see_portrait(leader, person));
    BOOST_TEST(!portrait_of(leader, person));
    BOOST_TEST(!set_portrait(leader, person, picture(3000)).done);
    BOOST_TEST(!remove_portrait(leader, person).done);
    auto business = editor_as("business");
    BOOST_TEST(may_see_portrait(business, person));
    BOOST_TEST(portrait_of(business, person)->size == 2000);
    BOOST_TEST(!may_see_portrait(business, add("place", {{"name", "大厅"}})));
}

BOOST_AUTO_TEST_SUITE_END()
