#include "model/commands/put_back.h"

#include "model/store/contents.h"
#include "tests/support/attached.h"
#include "tests/support/editing.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

/// A file, and what its records were at some moment.
struct WithPast : tests::Editing {
    Uuid police = made("unit", {{"name", "县公安局"}, {"category", "standing"}});
    Uuid zhang = made("person", {{"name", "张桂山"}, {"phone", "13800000000"}, {"badge", "1"}});

    Record now(const Uuid& id) { return store.find_any(id).value().second; }

    Outcome take(std::vector<Record> records) { return put_back(editor, records); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(put_back_test, WithPast)

BOOST_AUTO_TEST_CASE(fields_are_as_they_were_and_undo_takes_that_back)
{
    const auto then = now(zhang);
    set(zhang, {{"phone", "13900000000"}, {"badge", "2"}});

    const auto outcome = take({then});

    BOOST_TEST(outcome.done);
    BOOST_TEST(outcome.changed);
    BOOST_TEST((now(zhang) == then));
    BOOST_TEST(words_of(editor.undoable().value(), [](const char* id) {
        return std::string(id);
    }).starts_with("Take 张桂山 from a backup"));
    editor.undo();
    BOOST_TEST(text(zhang, "phone") == "13900000000");
    BOOST_TEST(text(zhang, "badge") == "2");
}

BOOST_AUTO_TEST_CASE(what_is_so_already_is_no_step)
{
    const auto outcome = take({now(zhang)});
    BOOST_TEST(outcome.done);
    BOOST_TEST(!outcome.changed);
    BOOST_TEST(outcome.command == 0);
}

BOOST_AUTO_TEST_CASE(deleted_ones_come_back_with_what_they_held)
{
    const auto then = now(zhang);
    const auto unit = now(police);
    set(zhang, {{"phone", "13900000000"}});
    editor.remove(zhang);
    editor.remove(police);

    BOOST_TEST(take({then, unit}).changed);
    BOOST_TEST(!is_deleted(zhang));
    BOOST_TEST(!is_deleted(police));
    BOOST_TEST(text(zhang, "phone") == "13800000000");
    editor.undo();
    BOOST_TEST(is_deleted(zhang));
    BOOST_TEST(is_deleted(police));
}

BOOST_AUTO_TEST_CASE(one_that_is_gone_altogether_comes_back_under_its_id)
{
    auto gone = tests::make(def("person"), new_id(), {{"name", "李秀英"}});
    BOOST_TEST(take({gone}).changed);
    BOOST_TEST((now(gone.id) == gone));
    BOOST_TEST((digest() == digest_of({police, zhang, gone.id})));
}

BOOST_AUTO_TEST_CASE(an_attachment_comes_back_with_what_it_holds)
{
    Attachments files(editor);
    const auto kept = files.add(zhang, tests::photo_file());
    BOOST_REQUIRE(kept.done);
    const auto then = now(kept.id);
    const auto hash = to_text(then["hash"]);
    editor.remove(kept.id);
    db.handle().exec(
        "DELETE FROM content_piece; DELETE FROM content"); // as a file does that never had it
    BOOST_TEST(!Contents(store).has(hash));

    const auto wrong = put_back(editor, {&then, 1}, [](const auto&) { return "x"; });
    BOOST_TEST(wrong.changed);
    BOOST_TEST(!Contents(store).has(hash));
    editor.remove(kept.id);
    const auto outcome = put_back(editor, {&then, 1}, [&](const std::string& asked) {
        return asked == hash ? std::optional(tests::photo()) : std::nullopt;
    });

    BOOST_TEST(outcome.changed);
    BOOST_TEST((files.content(kept.id, ContentUse::open) == tests::photo()));
    BOOST_TEST(words_of(editor.undoable().value(), [](const char* id) { return std::string(id); })
                   .find("现场照片")
        == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_attachment_is_among_what_is_other_now)
{
    tests::Editing copy;
    for (const auto& record : {now(police), now(zhang)}) {
        Batch batch(copy.store, {.label = {msgid("Add {1}"), {"x"}}, .account = copy.clerk});
        batch.create(record);
        batch.commit();
    }
    BOOST_REQUIRE(Attachments(copy.editor).add(zhang, tests::photo_file()).done);
    const auto others = others_now(copy.store, store);
    BOOST_REQUIRE(others.size() == 1u);
    BOOST_TEST(others[0].record.def->name == "attachment");
    BOOST_TEST(others[0].title == "现**");
}

BOOST_AUTO_TEST_CASE(what_the_rules_say_of_it_is_told_and_does_not_stop_it)
{
    const auto then = now(zhang);
    auto odd = then;
    odd["id_number"] = std::string("430922199001011234"); // its last sign is wrong
    const auto outcome = take({odd});
    BOOST_TEST(outcome.changed);
    BOOST_TEST(!outcome.findings.empty());
    for (const auto& finding : outcome.findings)
        BOOST_TEST((finding.level != Level::refuse));
}

BOOST_AUTO_TEST_CASE(others_now_tells_what_is_not_the_same)
{
    tests::Editing copy;
    for (const auto& record : {now(police), now(zhang)}) {
        Batch batch(copy.store, {.label = {msgid("Add {1}"), {"x"}}, .account = copy.clerk});
        batch.create(record);
        batch.commit();
    }
    const auto gone = copy.made("person", {{"name", "李秀英"}});
    made("person", {{"name", "新来的"}}); // not in the copy
    set(zhang, {{"badge", "2"}});
    editor.remove(police);

    const auto others = others_now(copy.store, store);

    BOOST_REQUIRE(others.size() == 3u);
    const auto of = [&](const Uuid& id) {
        return *std::ranges::find_if(
            others, [&](const OtherNow& other) { return other.record.id == id; });
    };
    BOOST_TEST((of(police).since == Since::deleted));
    BOOST_TEST((of(gone).since == Since::gone));
    BOOST_TEST((of(zhang).since == Since::changed));
    BOOST_REQUIRE(of(zhang).fields.size() == 1u);
    BOOST_TEST(of(zhang).fields[0]->name == "badge");
    BOOST_TEST(of(zhang).title == "张桂山");
}

BOOST_FIXTURE_TEST_CASE(what_another_office_decides_is_refused, tests::TownshipEditing)
{
    const auto county = tests::make(
        def("place"), new_id(), {{"name", "县大厅"}, {"type", "hall"}, {"region", "430922"}});
    const auto outcome = put_back(editor, {&county, 1});
    BOOST_TEST(!outcome.done);
    BOOST_TEST(told(outcome, "rights") != "");
    BOOST_TEST(!store.find_any(county.id).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
