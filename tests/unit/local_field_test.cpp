// Fields that an office adds to a register itself: on one computer.
#include "model/access/masking.h"
#include "model/commands/merging.h"
#include "model/commands/recycle_bin.h"
#include "model/exchange/entry.h"
#include "model/exchange/export.h"
#include "model/exchange/template_sheet.h"
#include "model/listing/cross_table.h"
#include "model/listing/listing.h"
#include "model/rules/local_field_rules.h"
#include "model/store/filter.h"
#include "model/store/search.h"
#include "model/store/search_index.h"
#include "tests/support/extra_fields.h"
#include "tests/support/importing.h"
#include "tests/support/print.h"

using namespace model;

namespace {

std::string plain(const char* id)
{
    return id;
}

struct Extending : tests::Importing {
    Editor editor{store, clerk};
    Uuid zhang = add("person", {{"name", "张桂山"}, {"phone", "13900000041"}});
    Uuid wen = add("person", {{"name", "文国强"}});

    const EntityDef& person() { return *store.catalog().find("person"); }

    Uuid plate()
    {
        return tests::define(*this,
            {{"register", "person"}, {"label", "车牌号"}, {"kind", "text"}, {"position", "1"}});
    }
    Uuid shift()
    {
        return tests::define(*this,
            {{"register", "person"}, {"label", "班次"}, {"kind", "choice"},
                {"choices", "上午|下午|其他"}});
    }
    const FieldDef& field(const Uuid& definition)
    {
        const auto* found = tests::extra(*this, "person", definition);
        BOOST_REQUIRE(found != nullptr);
        return *found;
    }
    std::string value(const Uuid& record, const Uuid& definition)
    {
        return tests::extra_text(*this, record, definition);
    }

    /// The rule that refuses such a definition; empty where none does.
    std::string refused(std::initializer_list<std::pair<std::string_view, std::string>> fields)
    {
        const auto& all = *store.catalog().find("local_field");
        std::vector<FieldEdit> edits;
        for (const auto& [name, text] : fields)
            edits.push_back({all.find(name), parse_value(all.find(name)->type, text).value()});
        const auto outcome = editor.create(all, edits, {.dry_run = true});
        for (const auto& finding : outcome.findings)
            if (finding.level == Level::refuse)
                return std::string(finding.rule);
        return {};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(local_field_test, Extending)

BOOST_AUTO_TEST_CASE(a_field_is_there_as_soon_as_it_is_defined_and_holds_what_is_entered)
{
    const auto before = person().fields.size();
    const auto id = plate();
    BOOST_TEST(person().fields.size() == before + 1);
    BOOST_TEST(field(id).label == std::string("车牌号"));
    BOOST_TEST(to_text(store.find_any(id)->second["office"]) == "桃江县政务服务中心");
    BOOST_TEST(store.find_any(id)->first.scope == county_wide);

    BOOST_TEST(tests::enter(*this, zhang, field(id), std::string("湘H12345")).done);
    BOOST_TEST(value(zhang, id) == "湘H12345");
    BOOST_TEST(value(wen, id) == "");
    const auto steps = store.history(zhang);
    BOOST_REQUIRE(steps.back().field != nullptr);
    BOOST_TEST(steps.back().field->label == std::string("车牌号"));
    BOOST_TEST(to_text(steps.back().after) == "湘H12345");
    BOOST_TEST((*editor.undoable()).fields.size() == 1U);

    editor.undo();
    BOOST_TEST(value(zhang, id) == "");
    editor.redo();
    BOOST_TEST(value(zhang, id) == "湘H12345");
}

BOOST_AUTO_TEST_CASE(another_connection_to_the_same_program_state_shares_the_entity)
{
    const auto id = plate();
    tests::Office other;
    BOOST_TEST(tests::extra(other, "person", id) == nullptr); // each file has its own fields
    BOOST_TEST(other.store.catalog().find("person") == &def("person"));
    RecordStore again(db, hall_catalog(), clock, random);
    BOOST_TEST(again.catalog().find("person") == &person());
}

BOOST_AUTO_TEST_CASE(undoing_the_definition_hides_the_field_and_doing_it_again_brings_its_values)
{
    const auto id = plate();
    tests::enter(*this, zhang, field(id), std::string("湘H12345"));
    const auto stale = &field(id);
    BOOST_TEST(editor.remove(id).done);
    BOOST_TEST(tests::extra(*this, "person", id) == nullptr);
    BOOST_TEST(store.rows().unknown_fields(store.rows().meta(zhang)->rid).size() == 1U);
    for (const auto& step : store.history(zhang))
        BOOST_TEST(step.fid < first_extra_field);
    BOOST_CHECK_THROW(tests::enter(*this, zhang, *stale, std::string("x")), UsageError);

    BOOST_TEST(editor.restore(id).done);
    BOOST_TEST(value(zhang, id) == "湘H12345");
    BOOST_TEST(store.rows().unknown_fields(store.rows().meta(zhang)->rid).empty());
}

BOOST_AUTO_TEST_CASE(an_ended_field_keeps_its_values_of_every_kind)
{
    const std::pair<const char*, Value> kinds[]{{"text", std::string("a\"b\n湘")},
        {"number", std::int64_t{7}}, {"decimal", Decimal{1250, 2}},
        {"date", Date{std::chrono::year{2026} / 3 / 1}}, {"choice", std::string("上午")}};
    for (const auto& [kind, entered] : kinds) {
        const auto id = tests::define(*this,
            {{"register", "person"}, {"label", std::string("甲") + kind}, {"kind", kind},
                {"choices", std::string_view(kind) == "choice" ? "上午|下午" : ""}});
        BOOST_TEST(tests::enter(*this, wen, field(id), entered).done, kind);
        BOOST_TEST(editor.end(id, store.today(), {}).done, kind);
        BOOST_TEST(tests::extra(*this, "person", id) == nullptr, kind);
        const FieldEdit again{store.catalog().find("local_field")->find("retired"), Value{}};
        BOOST_TEST(editor.set(id, {&again, 1}).done, kind);
        BOOST_TEST(value(wen, id) == to_text(entered), kind);
    }
}

BOOST_AUTO_TEST_CASE(a_new_label_or_a_longer_list_leaves_the_values_alone)
{
    const auto id = shift();
    tests::enter(*this, zhang, field(id), std::string("下午"));
    const auto& all = *store.catalog().find("local_field");
    const std::vector<FieldEdit> edits{{all.find("label"), std::string("值班时段")},
        {all.find("choices"), std::string("上午|中午|下午")}};
    BOOST_TEST(editor.set(id, edits).done);
    BOOST_TEST(field(id).label == std::string("值班时段"));
    BOOST_TEST(field(id).choices.size() == 3U);
    BOOST_TEST(value(zhang, id) == "下午");

    const FieldEdit kind{all.find("kind"), std::string("text")};
    const auto refused = editor.set(id, {&kind, 1});
    BOOST_TEST(!refused.done);
    BOOST_TEST(refused.findings.back().rule == "LF07");
    // Another computer may hold values that were not sent yet.
    tests::enter(*this, zhang, field(id), Value{});
    BOOST_TEST(!editor.set(id, {&kind, 1}).done);
    BOOST_TEST((field(id).type == Type::choice));
}

BOOST_AUTO_TEST_CASE(what_makes_no_sound_field_is_refused)
{
    const std::pair<std::string_view, std::string> on{"register", "person"};
    BOOST_TEST(refused({on, {"label", "车牌号"}, {"kind", "text"}}) == "");
    BOOST_TEST(refused({on, {"kind", "text"}}) == "D01");
    BOOST_TEST(refused({on, {"label", "车牌 号"}, {"kind", "text"}}) == "LF01");
    BOOST_TEST(refused({on, {"label", "2号车"}, {"kind", "text"}}) == "LF01");
    BOOST_TEST(refused({on, {"label", "班次"}, {"kind", "choice"}}) == "LF04");
    BOOST_TEST(
        refused({on, {"label", "班次"}, {"kind", "choice"}, {"choices", "早|早"}}) == "LF05");
    BOOST_TEST(
        refused({on, {"label", "班次"}, {"kind", "choice"}, {"choices", "早,晚|夜"}}) == "LF05");
    plate();
    BOOST_TEST(refused({on, {"label", "车牌号"}, {"kind", "number"}}) == "LF02");
    BOOST_TEST(refused({{"register", "window"}, {"label", "车牌号"}, {"kind", "text"}}) == "");
    std::string name = "甲";
    for (int i = 1; i < most_local_fields; ++i, name += "乙")
        tests::define(*this,
            {{"register", "person"},
                {"label",
                    "字段" + std::string(1, static_cast<char>('a' + i % 26))
                        + std::string(1, static_cast<char>('a' + i / 26))},
                {"kind", "number"}});
    BOOST_TEST(refused({on, {"label", "再一个"}, {"kind", "text"}}) == "LF03");
}

BOOST_AUTO_TEST_CASE(a_required_field_is_asked_of_new_records_and_told_of_old_ones)
{
    tests::define(
        *this, {{"register", "person"}, {"label", "车牌号"}, {"kind", "text"}, {"required", "1"}});
    const FieldEdit name{person().find("name"), std::string("李秀英")};
    BOOST_TEST(!editor.create(person(), {&name, 1}).done);
    const FieldEdit phone{person().find("phone"), std::string("13900000042")};
    BOOST_TEST(editor.set(zhang, {&phone, 1}).done); // nobody's other work stops

    // A sending unit is not asked for what it may not write.
    auto self = store.self();
    self.org = {Role::unit, new_id().text()};
    store.set_self(self);
    store.state();
    BOOST_TEST(!person().fields.back().required);
    BOOST_TEST(person().fields.back().label == std::string("车牌号"));
}

BOOST_AUTO_TEST_CASE(lists_filters_search_and_figures_know_the_field)
{
    const auto car = plate();
    const auto when = shift();
    tests::enter(*this, zhang, field(car), std::string("湘H12345"));
    tests::enter(*this, zhang, field(when), std::string("上午"));
    tests::enter(*this, wen, field(when), std::string("下午"));

    std::vector<const FieldDef*> fields;
    for (const auto& each : person().fields)
        fields.push_back(&each);
    Listing all(person(), plain);
    all.read(store, fields);
    BOOST_TEST(all.select({.cells = {{&field(car), "h123"}}}).size() == 1U);
    const auto sorted = all.select({.order = {{&field(when), true}}});
    BOOST_TEST((all.id(sorted.front()) == wen));

    Query query{.def = &person()};
    compile("车牌号~H123", query, store.catalog(), plain);
    BOOST_TEST(store.count(query) == 1);
    while (index_changes(store))
        continue;
    BOOST_REQUIRE(search(store, "H12345", 10).size() == 1U);
    BOOST_TEST((search(store, "H12345", 10)[0].record.id == zhang));

    CrossQuestion question{
        .def = &person(), .rows = parse_cross_field("班次", person(), store.catalog(), plain)};
    const auto table = cross(store, question, plain);
    BOOST_TEST(table.rows.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_sheet_goes_out_and_comes_back_with_the_field)
{
    const auto car = plate();
    const auto when = shift();
    const auto& zh = options.languages.front();
    const auto empty = folder.file("人员.xlsx");
    write_template(person(), empty, zh);
    SheetRow heads;
    BOOST_REQUIRE(open_sheet(empty)->next(heads));
    BOOST_TEST(heads.cells.at(heads.cells.size() - 2).text == "车牌号");
    BOOST_TEST(heads.cells.back().text == "班次");

    const auto path = sheet("姓名,车牌号,班次\n张桂山,湘H12345,上午\n李秀英,湘H54321,晚上\n");
    const auto wrong = import_sheet(store, clerk, person(), path, options);
    BOOST_TEST(tests::counts_of(wrong) == "0 new, 1 changed, 0 same, 1 wrong"); // all or nothing
    BOOST_TEST(tests::places_of(wrong).at(0) == "3/班次/晚上");
    const auto good = sheet("姓名,车牌号,班次\n张桂山,湘H12345,上午\n李秀英,湘H54321,下午\n");
    BOOST_TEST(tests::counts_of(import_sheet(store, clerk, person(), good, options))
        == "1 new, 1 changed, 0 same, 0 wrong");
    BOOST_TEST(value(zhang, car) == "湘H12345");
    BOOST_TEST(value(zhang, when) == "上午");

    const auto out = folder.file("导出.xlsx");
    export_records(store, {.def = &person()}, {}, out, {.reveal = true, .translate = zh});
    BOOST_TEST(tests::counts_of(import_sheet(store, clerk, person(), out, options))
        == "0 new, 0 changed, 3 same, 0 wrong");
}

BOOST_AUTO_TEST_CASE(merging_and_the_recycle_bin_keep_the_value)
{
    const auto car = plate();
    const auto twin = add("person", {{"name", "张桂山"}});
    tests::enter(*this, twin, field(car), std::string("湘H12345"));
    BOOST_TEST(merge_records(editor, zhang, twin).done);
    BOOST_TEST(value(zhang, car) == "湘H12345");
    BOOST_TEST(editor.remove(zhang).done);
    BOOST_TEST(editor.restore(zhang).done);
    BOOST_TEST(value(zhang, car) == "湘H12345");
}

BOOST_AUTO_TEST_CASE(a_field_marked_personal_is_masked_and_found_by_nobody_who_may_not_read_it)
{
    const auto id = tests::define(*this,
        {{"register", "person"}, {"label", "家庭住址"}, {"kind", "text"}, {"personal", "1"}});
    tests::enter(*this, zhang, field(id), std::string("桃花江镇凤凰山路"));
    BOOST_TEST(field(id).personal);
    Listing all(person(), plain,
        {.masked = [](const auto& of, const auto& held) { return masked(of, held); }});
    all.read(store, {&field(id)});
    BOOST_TEST(all.text(0, field(id)) == "桃**");
    BOOST_TEST(all.select({.cells = {{&field(id), "凤凰"}}}).empty());
    Query query{.def = &person()};
    BOOST_CHECK_THROW(compile("家庭住址~凤凰", query, store.catalog(), plain, false), UsageError);
}

BOOST_AUTO_TEST_CASE(fields_of_one_name_are_told_apart_by_their_offices)
{
    const auto ours = plate();
    const auto theirs = tests::define(*this,
        {{"register", "person"}, {"label", "车牌号"}, {"kind", "text"}, {"region", "430922101"},
            {"office", "修山镇便民服务中心"}});
    BOOST_TEST(field(ours).label == std::string("车牌号（桃江县政务服务中心）"));
    BOOST_TEST(field(theirs).label == std::string("车牌号（修山镇便民服务中心）"));
    BOOST_TEST(extra_of(field(ours))->applies_to(430922000000));
    BOOST_TEST(!extra_of(field(theirs))->applies_to(430922000000));
    BOOST_TEST(extra_of(field(theirs))->applies_to(430922101005));
    const auto good = sheet("姓名,车牌号（修山镇便民服务中心）\n张桂山,湘H00001\n");
    import_sheet(store, clerk, person(), good, options);
    BOOST_TEST(value(zhang, theirs) == "湘H00001");
    BOOST_TEST(value(zhang, ours) == "");
}

BOOST_AUTO_TEST_CASE(what_was_rolled_back_leaves_no_field)
{
    const auto count = person().fields.size();
    const auto& all = *store.catalog().find("local_field");
    const auto definition = tests::make(all, new_id(),
        {{"register", "person"}, {"label", "车牌号"}, {"kind", "text"}, {"region", "430922"}});
    {
        Transaction outer(db);
        Batch batch(store, {.label = {msgid("Add {1}"), {"车牌号"}}, .account = clerk});
        batch.create(definition);
        batch.commit();
    }
    BOOST_TEST(person().fields.size() == count);
    BOOST_TEST(store.find(person(), zhang).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
