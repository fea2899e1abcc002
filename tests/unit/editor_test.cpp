#include "model/commands/editor.h"

#include "tests/support/editing.h"

using namespace model;
using namespace std::chrono;

BOOST_FIXTURE_TEST_SUITE(editor_test, tests::Editing)

BOOST_AUTO_TEST_CASE(a_new_record_is_kept_in_the_form_it_is_compared_in)
{
    const auto outcome =
        create("person", {{"name", " 袁燕涛 "}, {"id_number", "１１０１０５19491231002x"}});

    BOOST_TEST(outcome.done);
    BOOST_TEST(outcome.changed);
    BOOST_TEST(outcome.command == 1);
    BOOST_TEST(text(outcome.id, "name") == "袁燕涛");
    BOOST_TEST(text(outcome.id, "id_number") == "11010519491231002X");
    BOOST_TEST(told(outcome) == "");
}

BOOST_AUTO_TEST_CASE(a_record_that_a_rule_refuses_is_not_made)
{
    const auto outcome = create("person", {{"name", "袁燕涛"}, {"id_number", "1"}});

    BOOST_TEST(!outcome.done);
    BOOST_TEST(told(outcome) == "refuse P01 id_number");
    BOOST_TEST(store.count({.def = &def("person")}) == 0);
    BOOST_TEST(store.unsent() == 0);
}

BOOST_AUTO_TEST_CASE(a_record_without_its_name_is_not_made)
{
    BOOST_TEST(told(create("unit", {{"name", " "}})) == "refuse D01 name");
}

BOOST_AUTO_TEST_CASE(two_machines_make_one_record_of_one_thing)
{
    tests::Editing other;
    other.clock.set(tests::new_year_2026 + 12345);
    BOOST_TEST(made("item", {{"code", "43A1"}, {"name", "食品经营许可"}})
        == other.made("item", {{"code", "43A1"}, {"name", "食品经营许可证"}}));
    BOOST_TEST(made("unit", {{"name", "县公安局"}}) == other.made("unit", {{"name", "县公安局"}}));
    BOOST_TEST(made("person", {{"name", "单雪梅"}}) != other.made("person", {{"name", "单雪梅"}}));
}

BOOST_AUTO_TEST_CASE(what_is_already_there_is_not_made_again_but_named)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    set(id, {{"credit_code", "11430922000000019A"}});
    const auto again = create("unit", {{"name", "县公安局"}});

    BOOST_TEST(!again.done);
    BOOST_TEST(told(again) == "refuse same name");
    BOOST_TEST(again.id == id);
    BOOST_TEST(store.count({.def = &def("unit")}) == 1);
}

BOOST_AUTO_TEST_CASE(the_same_window_is_told_at_its_number)
{
    made("window", {{"number", "A01"}});
    BOOST_TEST(told(create("window", {{"number", "A01"}}), "same") == "refuse same number");
}

BOOST_AUTO_TEST_CASE(a_name_that_a_renamed_record_left_makes_a_record_of_its_own)
{
    const auto old = made("unit", {{"name", "县质监局"}});
    set(old, {{"name", "县市场监管局"}});
    const auto anew = made("unit", {{"name", "县质监局"}});
    BOOST_TEST(anew != old);
    BOOST_TEST(text(old, "name") == "县市场监管局");
}

BOOST_AUTO_TEST_CASE(making_what_lies_in_the_recycle_bin_brings_it_back_with_the_new_values)
{
    const auto id = made("unit", {{"name", "县公安局"}, {"phone", "12345"}});
    editor.remove(id);
    const auto again = create("unit", {{"name", "县公安局"}, {"contact", "李文"}});

    BOOST_TEST(again.done);
    BOOST_TEST(again.id == id);
    BOOST_TEST(!is_deleted(id));
    BOOST_TEST(text(id, "contact") == "李文");
    BOOST_TEST(text(id, "phone") == "");
}

BOOST_AUTO_TEST_CASE(a_change_is_one_step_and_nothing_new_is_no_step)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    const auto outcome = set(id, {{"phone", "0737-8820000"}, {"contact", "李文"}});
    const auto nothing = set(id, {{"phone", " 0737-8820000"}});

    BOOST_TEST(outcome.command == 2);
    BOOST_TEST(store.history(id).size() == 3);
    BOOST_TEST(nothing.done);
    BOOST_TEST(!nothing.changed);
    BOOST_TEST(nothing.command == 0);
}

BOOST_AUTO_TEST_CASE(an_empty_value_clears_a_field)
{
    const auto id = made("unit", {{"name", "县公安局"}, {"phone", "12345"}});
    BOOST_TEST(set(id, {{"phone", ""}}).done);
    BOOST_TEST(text(id, "phone") == "");
    BOOST_TEST(told(set(id, {{"name", ""}})) == "refuse D01 name");
}

BOOST_AUTO_TEST_CASE(a_dry_run_tells_everything_and_writes_nothing)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    const auto before = digest();
    const auto good = set(id, {{"phone", "12345"}}, {.dry_run = true});
    const auto bad = set(id, {{"credit_code", "1"}}, {.dry_run = true});
    const auto fresh = create("unit", {{"name", "县民政局"}}, {.dry_run = true});

    BOOST_TEST(good.done);
    BOOST_TEST(good.changed);
    BOOST_TEST(good.command == 0);
    BOOST_TEST(!bad.done);
    BOOST_TEST(fresh.done);
    BOOST_TEST(text(id, "phone") == "");
    BOOST_TEST(store.count({.def = &def("unit")}) == 1);
    BOOST_TEST((digest() == before));

    made("unit", {{"name", "县民政局"}});
    BOOST_TEST((digest() == digest_of({id, fresh.id})));
}

BOOST_AUTO_TEST_CASE(an_error_that_was_there_before_does_not_stop_other_work)
{
    const auto hall = made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}});
    made("window", {{"number", "A01"}, {"place", hall.text()}});
    const auto synced = add("window", {{"number", "A01"}, {"place", hall.text()}});

    const auto phone = set(synced, {{"phone", "12345"}});
    BOOST_TEST(phone.done);
    BOOST_TEST(told(phone, "W01") == "warn W01 number");
    BOOST_TEST(text(synced, "phone") == "12345");

    BOOST_TEST(set(synced, {{"number", "A02"}}).done);
    const auto back = set(synced, {{"number", "A01"}});
    BOOST_TEST(!back.done);
    BOOST_TEST(told(back, "W01") == "refuse W01 number");
}

BOOST_AUTO_TEST_CASE(a_wrong_value_is_not_replaced_by_another_wrong_one)
{
    const auto synced = add("person", {{"name", "单雪梅"}, {"id_number", "1"}});
    BOOST_TEST(told(set(synced, {{"badge", "001"}}), "P01") == "warn P01 id_number");
    BOOST_TEST(told(set(synced, {{"id_number", "2"}}), "P01") == "refuse P01 id_number");
    BOOST_TEST(set(synced, {{"id_number", ""}}).done);
}

BOOST_AUTO_TEST_CASE(ending_fills_the_end_and_its_reason)
{
    const auto id = made("posting",
        {{"person", made("person", {{"name", "单雪梅"}}).text()}, {"from", "2024-01-01"}});
    const auto outcome = editor.end(id, 2026y / January / 31, "退休");

    BOOST_TEST(outcome.done);
    BOOST_TEST(text(id, "to") == "2026-01-31");
    BOOST_TEST(text(id, "end_reason") == "退休");
    BOOST_TEST(english(editor.undoable()->label) == "End 单雪梅");
    db.handle().exec("UPDATE op SET payload = x'00'");
    editor.end(id, 2026y / February / 28, "退休");
    BOOST_TEST((Outbox(store).read(1, 10, store.self()).back().type == OpType::end));
}

BOOST_AUTO_TEST_CASE(an_end_before_the_beginning_is_refused)
{
    const auto id = made("posting", {{"from", "2024-01-01"}});
    BOOST_TEST(!editor.end(id, 2023y / December / 31, "").done);
    BOOST_TEST(text(id, "to") == "");
}

BOOST_AUTO_TEST_CASE(what_has_no_end_cannot_be_ended)
{
    const auto id = made("person", {{"name", "单雪梅"}});
    BOOST_CHECK_THROW(editor.end(id, 2026y / January / 31, ""), UsageError);
}

BOOST_AUTO_TEST_CASE(deleting_a_record_in_use_tells_by_how_many)
{
    const auto window = made("window", {{"number", "A01"}});
    const auto item = made("item", {{"code", "43A1"}, {"name", "食品经营许可"}});
    const auto other = made("item", {{"code", "43A2"}, {"name", "药品经营许可"}});
    made("window_item", {{"window", window.text()}, {"item", item.text()}});
    const auto ended = made("window_item", {{"window", window.text()}, {"item", other.text()}});
    editor.end(ended, 2026y / January / 31, "");

    const auto outcome = editor.remove(window);
    BOOST_TEST(outcome.done);
    BOOST_TEST(told(outcome) == "warn referred_to ");
    BOOST_TEST(sentence(outcome, "referred_to").starts_with("1 "));
    BOOST_TEST(is_deleted(window));
    BOOST_TEST(told(editor.remove(other)) == "");
}

BOOST_AUTO_TEST_CASE(restoring_brings_a_record_back_and_tells_what_came_in_its_way)
{
    const auto hall = made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}});
    const auto id = made("window", {{"number", "A01"}, {"place", hall.text()}, {"name", "老窗口"}});
    editor.remove(id);
    BOOST_CHECK_THROW(set(id, {{"phone", "12345"}}), UsageError);
    add("window", {{"number", "A01"}, {"place", hall.text()}});

    const auto outcome = editor.restore(id);
    BOOST_TEST(outcome.done);
    BOOST_TEST(told(outcome, "W01") == "warn W01 number");
    BOOST_TEST(!is_deleted(id));
    BOOST_TEST(!editor.restore(id).changed);
}

BOOST_AUTO_TEST_CASE(several_that_come_back_tell_as_well_what_came_in_their_way)
{
    const auto hall = made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}});
    const std::vector ids{made("unit", {{"name", "县公安局"}}),
        made("window", {{"number", "A01"}, {"place", hall.text()}, {"name", "老窗口"}})};
    for (const auto& id : ids)
        editor.remove(id);
    add("window", {{"number", "A01"}, {"place", hall.text()}});

    const auto outcome = editor.restore(ids);
    BOOST_TEST(outcome.done);
    BOOST_TEST(told(outcome, "W01") == "warn W01 number");
    for (const auto& id : ids)
        BOOST_TEST(!is_deleted(id));
}

BOOST_AUTO_TEST_CASE(a_record_that_is_not_there_is_told_by_its_id)
{
    const auto id = new_id();
    BOOST_CHECK_THROW(set(id, {}), std::exception);
    BOOST_CHECK_THROW(editor.remove(id), UsageError);
    BOOST_CHECK_THROW(editor.end(id, 2026y / January / 1, ""), UsageError);
}

BOOST_AUTO_TEST_CASE(the_office_may_type_what_a_unit_owns_and_is_asked_for_the_document)
{
    const auto unit = made("unit", {{"name", "县公安局"}});
    const auto person = made("person", {{"name", "单雪梅"}});
    const auto posting = create("posting", {{"person", person.text()}, {"unit", unit.text()}});
    BOOST_TEST(posting.done);
    BOOST_TEST(told(posting, "on_behalf") == "remind on_behalf person");
    BOOST_TEST(sentence(posting, "on_behalf").find("县公安局") != std::string::npos);

    const auto plain = set(person, {{"rank", "科员"}, {"education", "bachelor"}});
    BOOST_TEST(plain.done);
    BOOST_TEST(told(plain, "on_behalf") == "remind on_behalf education");

    const auto own = set(person, {{"badge", "001"}, {"phone", "13800000000"}});
    BOOST_TEST(told(own, "on_behalf") == "");
}

BOOST_AUTO_TEST_CASE(an_account_of_a_township_is_entered_without_a_document)
{
    const auto centre = made("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    const auto account = create("user",
        {{"name", "修山镇王敏"}, {"roles", "township_clerk"}, {"place", centre.text()},
            {"state", "active"}});
    BOOST_TEST(account.done);
    BOOST_TEST(told(account, "on_behalf") == "");
    BOOST_TEST(told(set(account.id, {{"remark", "兼值班"}}), "on_behalf") == "");
}

BOOST_AUTO_TEST_CASE(an_office_spoken_for_is_called_by_the_name_of_its_centre)
{
    const auto centre = [&](const char* name, const char* type) {
        return create("place", {{"name", name}, {"type", type}, {"region", "430922101"}});
    };

    BOOST_TEST(sentence(centre("修山镇", "township_centre"), "on_behalf")
                   .find("the office with the code 430922101")
        != std::string::npos);
    const auto next = centre("修山镇政务超市", "business_station");
    BOOST_TEST(sentence(next, "on_behalf").starts_with("This is entered on behalf of 修山镇:"),
        sentence(next, "on_behalf"));
}

BOOST_AUTO_TEST_CASE(an_entry_on_behalf_carries_its_document_and_needs_one)
{
    const auto unit = made("unit", {{"name", "县公安局"}});
    const auto person = made("person", {{"name", "单雪梅"}});
    made("posting", {{"person", person.text()}, {"unit", unit.text()}});

    BOOST_TEST(told(set(person, {{"rank", "科员"}}, {.on_behalf = true}), "on_behalf")
        == "refuse on_behalf ");
    BOOST_TEST(text(person, "rank") == "");

    const auto stated =
        set(person, {{"rank", "科员"}}, {.on_behalf = true, .document = "桃公函〔2026〕3号"});
    BOOST_TEST(stated.done);
    BOOST_TEST(told(stated, "on_behalf") == "");
    BOOST_TEST(store.history(person).back().document == "桃公函〔2026〕3号");
}

BOOST_AUTO_TEST_CASE(a_catalog_item_may_be_entered_by_whoever_meets_it_first)
{
    BOOST_TEST(
        told(create("item", {{"code", "43A1"}, {"name", "食品经营许可"}}), "on_behalf") == "");
    const auto item = create("item", {{"code", "43A1"}, {"name", "食品经营许可"}}).id;
    BOOST_TEST(told(set(item, {{"name", "食品许可"}}), "on_behalf") == "remind on_behalf name");
}

BOOST_AUTO_TEST_CASE(nothing_is_locked_for_the_office_in_its_county)
{
    const auto id = made("unit", {{"name", "县公安局"}});
    for (const auto& field : def("unit").fields)
        BOOST_TEST(!editor.why_locked(id, field).has_value(), field.name);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(township_editor_test, tests::TownshipEditing)

BOOST_AUTO_TEST_CASE(a_township_makes_and_changes_what_lies_in_it)
{
    const auto centre = made("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    const auto window = made("window", {{"number", "1"}, {"place", centre.text()}});
    BOOST_TEST(set(window, {{"name", "综合窗口"}}).done);
    BOOST_TEST(made("person", {{"name", "单雪梅"}}) != Uuid{});
    BOOST_TEST(
        made("place",
            {{"name", "花桥村便民服务站"}, {"type", "village_station"}, {"region", "430922101005"}})
        != Uuid{});
}

BOOST_AUTO_TEST_CASE(a_township_makes_nothing_elsewhere)
{
    const auto outcome = create("place",
        {{"name", "沾溪镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922118"}});
    BOOST_TEST(!outcome.done);
    BOOST_TEST(told(outcome, "rights").starts_with("refuse rights name"));
    BOOST_TEST(store.count({.def = &def("place")}) == 0);
}

BOOST_AUTO_TEST_CASE(a_township_brings_back_no_unit_that_the_county_deleted)
{
    const auto unit = made("unit", {{"name", "撤销局"}});
    Batch batch(store, {.label = {msgid("Delete {1}"), {}}, .account = clerk});
    batch.remove(unit);
    batch.commit();

    for (const auto& outcome : {create("unit", {{"name", "撤销局"}}), editor.restore(unit)}) {
        BOOST_TEST(!outcome.done);
        BOOST_TEST(sentence(outcome, "rights").starts_with("“撤销局” was deleted"));
    }
    BOOST_TEST(is_deleted(unit));
}

BOOST_AUTO_TEST_CASE(a_township_moves_nothing_out_of_its_area)
{
    const auto centre = made("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    const auto outcome = set(centre, {{"region", "430922118"}});
    BOOST_TEST(told(outcome, "rights") == "refuse rights region");
    BOOST_TEST(text(centre, "region") == "430922101");
}

BOOST_AUTO_TEST_CASE(a_township_meets_an_item_first_but_does_not_change_the_catalog)
{
    const auto item = made("item", {{"code", "43A1"}, {"name", "生育登记"}});
    const auto outcome = set(item, {{"name", "生育服务登记"}});
    BOOST_TEST(!outcome.done);
    BOOST_TEST(told(outcome, "rights") == "refuse rights name");
    BOOST_TEST(english(*editor.why_locked(item, *def("item").find("name")))
        == sentence(outcome, "rights"));
    BOOST_TEST(sentence(outcome, "rights").find("city or province") != std::string::npos);
    BOOST_TEST(editor.undo()->changed);
    BOOST_TEST(is_deleted(item));
}

BOOST_AUTO_TEST_CASE(an_item_without_a_name_is_not_made_by_anyone)
{
    BOOST_TEST(!create("item", {{"code", "43A1"}}).done);
}

BOOST_AUTO_TEST_CASE(a_locked_field_says_whose_it_is)
{
    const auto hall =
        add("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
    const auto why = [&](const Uuid& id, std::string_view field) {
        const auto message = editor.why_locked(id, *store.find_any(id)->first.def->find(field));
        return message ? english(*message) : std::string();
    };
    BOOST_TEST(why(hall, "name").find("hall office") != std::string::npos);
    BOOST_TEST(why(hall, "phone").find("another office") != std::string::npos);

    const auto town = add("place",
        {{"name", "沾溪镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922118"}});
    BOOST_TEST(why(town, "name").find("沾溪镇便民服务中心") != std::string::npos);

    const auto centre = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    const auto unit = add("unit", {{"name", "县公安局"}});
    const auto person = add("person", {{"name", "单雪梅"}});
    add("posting", {{"person", person.text()}, {"unit", unit.text()}, {"place", centre.text()}});
    BOOST_TEST(why(person, "rank").starts_with("县公安局"));
    BOOST_TEST(why(person, "badge") == "");
    BOOST_TEST(told(set(person, {{"rank", "科员"}}), "rights") == "refuse rights rank");
}

BOOST_AUTO_TEST_CASE(a_sending_unit_enters_its_own_people_before_they_are_posted)
{
    const auto unit = add("unit", {{"name", "县公安局"}});
    auto self = store.self();
    self.org = {Role::unit, unit.text()};
    store.set_self(self);

    const auto person = create("person", {{"name", "解小雪"}, {"rank", "科员"}});
    BOOST_TEST(person.done, told(person));
    BOOST_TEST(told(create("person", {{"name", "单雪梅"}, {"badge", "007"}}), "rights")
        == "refuse rights badge");
    BOOST_TEST(!create("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}}).done);
}

BOOST_AUTO_TEST_CASE(an_error_in_a_field_of_others_does_not_stop_a_township)
{
    const auto centre = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    const auto unit = add("unit", {{"name", "县公安局"}});
    const auto person = add("person", {{"name", "单雪梅"}, {"id_number", "1"}});
    add("posting", {{"person", person.text()}, {"unit", unit.text()}, {"place", centre.text()}});
    BOOST_TEST(set(person, {{"badge", "001"}}).done);
    BOOST_TEST(text(person, "badge") == "001");
}

BOOST_AUTO_TEST_CASE(only_the_county_office_enters_on_behalf_of_others)
{
    const auto person = made("person", {{"name", "单雪梅"}});
    const auto outcome =
        set(person, {{"badge", "001"}}, {.on_behalf = true, .document = "桃函〔2026〕3号"});
    BOOST_TEST(told(outcome, "on_behalf") == "refuse on_behalf ");
}

BOOST_AUTO_TEST_CASE(a_township_deletes_its_own_and_nothing_of_the_county)
{
    const auto person = made("person", {{"name", "单雪梅"}});
    const auto unit = made("unit", {{"name", "县公安局"}});
    BOOST_TEST(editor.remove(person).done);
    BOOST_TEST(told(editor.remove(unit)) == "refuse rights name");
    BOOST_TEST(!is_deleted(unit));
}

BOOST_AUTO_TEST_CASE(ending_says_so_in_the_status_too)
{
    const auto person = made("person", {{"name", "袁燕涛"}});
    const auto posting =
        made("posting", {{"person", person.text()}, {"status", "on_duty"}, {"from", "2025-01-01"}});
    const auto window = made("window", {{"number", "A01"}, {"status", "open"}});

    BOOST_TEST(editor.end(posting, store.today(), "调回").done);
    BOOST_TEST(text(posting, "status") == "left");
    BOOST_TEST(editor.end(window, store.today(), "合并").done);
    BOOST_TEST(text(window, "status") == "closed");

    editor.undo();
    BOOST_TEST(text(window, "status") == "open");
    BOOST_TEST(text(window, "closed") == "");
}

BOOST_AUTO_TEST_CASE(an_end_to_come_leaves_the_status_until_then)
{
    const auto window = made("window", {{"number", "A01"}, {"status", "open"}});
    BOOST_TEST(editor.end(window, 2027y / January / 1, "合并").done);
    BOOST_TEST(text(window, "status") == "open");
}

BOOST_AUTO_TEST_CASE(ending_a_posting_names_the_window_still_held)
{
    const auto person = made("person", {{"name", "袁燕涛"}});
    const auto posting = made("posting", {{"person", person.text()}, {"from", "2025-01-01"}});
    const auto window = made("window", {{"number", "A01"}});
    made("window_staff", {{"person", person.text()}, {"window", window.text()}});

    const auto outcome = editor.end(posting, store.today(), "调回");
    BOOST_TEST(outcome.done);
    BOOST_TEST(told(outcome, "S10") == "warn S10 to");
}

BOOST_AUTO_TEST_SUITE_END()
