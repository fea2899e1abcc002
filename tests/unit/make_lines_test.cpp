#include "model/commands/make_lines.h"

#include "model/commands/checklists.h"
#include "model/commands/store_lookup.h"
#include "model/entities/inspection.h"
#include "model/entities/inspection_line.h"
#include "tests/support/editing.h"

#include <set>

using namespace model;

namespace {

struct Lists : tests::Editing {
    Uuid hall =
        made("place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
    Uuid unit = made("unit", {{"name", "县水利局"}});
    Uuid person = made("person", {{"name", "张桂山"}});

    Uuid inspected(const std::string& kind, const std::string& list = {})
    {
        return made("inspection",
            {{"name", "清廉大厅自查"}, {"kind", kind}, {"place", hall.text()},
                {"day", "2026-01-01"}, {"checklist", list}});
    }

    Uuid posted(const std::string& to = {})
    {
        return made("posting",
            {{"person", person.text()}, {"unit", unit.text()}, {"place", hall.text()},
                {"source", "sent"}, {"from", "2023-06-01"}, {"to", to},
                {"end_kind", to.empty() ? "" : "rotation"}});
    }

    std::int64_t count(std::string_view entity) { return store.count({.def = &def(entity)}); }

    /// The texts of the lines for a matter.
    static std::vector<std::string> of(const LinesOffered& lines, const std::string& matter)
    {
        std::vector<std::string> texts;
        for (const auto& line : lines.lines)
            if (to_text(line["matter"]) == matter)
                texts.push_back(to_text(line["text"]));
        return texts;
    }

    static std::vector<std::string> names(const std::vector<LinesOffered>& offered)
    {
        std::vector<std::string> names;
        for (const auto& each : offered)
            names.push_back(each.name);
        return names;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(make_lines_test, Lists)

BOOST_AUTO_TEST_CASE(what_comes_along_has_a_list_of_each_kind_that_the_rules_find_sound)
{
    std::set<ChecklistKind> kinds;
    for (const auto& full : shipped_checklists()) {
        kinds.insert(full.list.kind.value());
        BOOST_TEST(!full.list.source.empty(), full.list.name);
        BOOST_TEST(full.lines.size() >= 10u, full.list.name);
        const bool hands_over =
            full.list.kind == ChecklistKind::joining || full.list.kind == ChecklistKind::leaving;
        for (const auto& line : full.lines)
            BOOST_TEST(line.matter.has_value() == hands_over, line.text);
    }
    BOOST_TEST(kinds.size() == choices_of<ChecklistKind>.size());

    const auto entered = enter_shipped_checklists(editor);
    BOOST_TEST(entered.changed);
    std::size_t lines = 0;
    for (const auto& full : shipped_checklists())
        lines += full.lines.size();
    BOOST_TEST(count("checklist") == std::ssize(shipped_checklists()));
    BOOST_TEST(count("checklist_line") == static_cast<std::int64_t>(lines));
    StoreLookup lookup(store);
    for (const auto* entity : {"checklist", "checklist_line"})
        for (const auto& record : store.select({.def = &def(entity)}))
            BOOST_TEST(check(record, lookup, store.today()).empty(), record.title());

    BOOST_TEST(!enter_shipped_checklists(editor).changed);
    editor.undo();
    BOOST_TEST(count("checklist") == 0);
    BOOST_TEST(!enter_shipped_checklists(editor).changed); // thrown away is thrown away
}

BOOST_AUTO_TEST_CASE(a_self_check_gets_its_lines_in_one_step_and_only_once)
{
    const auto inspection = inspected("self_check");
    const auto offered = lines_for(store, inspection);
    BOOST_TEST(
        (names(offered) == std::vector<std::string>{"清廉大厅自查清单", "大厅日常巡查清单"}));
    const auto outcome = make_lines(editor, inspection, offered.front());
    BOOST_TEST(outcome.changed);
    BOOST_TEST(count("inspection_line") == std::ssize(offered.front().lines));
    BOOST_TEST(text(inspection, "checklist") == "清廉大厅自查清单");
    const auto lines = store.where(def("inspection_line"), "inspection", inspection);
    std::set<std::string> orders;
    bool is_shown = false;
    for (const auto& line : lines) {
        orders.insert(to_text(line["order"]));
        is_shown = is_shown || to_text(line["evidence"]) == "1";
        BOOST_TEST(!is_empty(line["category"]));
    }
    BOOST_TEST(orders.size() == lines.size());
    BOOST_TEST(is_shown);

    const auto again = lines_for(store, inspection);
    BOOST_TEST(again.front().lines.empty());
    BOOST_TEST(again.front().there == lines.size());
    BOOST_TEST(!make_lines(editor, inspection, again.front()).changed);

    editor.undo();
    BOOST_TEST(count("inspection_line") == 0);
    BOOST_TEST(text(inspection, "checklist") == "");
}

BOOST_AUTO_TEST_CASE(an_inspection_that_names_its_list_gets_that_one_first)
{
    const auto offered = lines_for(store, inspected("self_check", "大厅日常巡查清单"));
    BOOST_TEST(offered.front().name == "大厅日常巡查清单");
    BOOST_TEST(offered.front().others.empty());
}

BOOST_AUTO_TEST_CASE(the_office_s_own_lists_stand_before_what_comes_along)
{
    const auto own = made("checklist", {{"name", "桃江巡查表"}, {"kind", "patrol"}});
    made("checklist_line", {{"checklist", own.text()}, {"order", "2"}, {"text", "灯"}});
    made("checklist_line", {{"checklist", own.text()}, {"order", "1"}, {"text", "门"}});
    const auto inspection = inspected("daily");
    auto offered = lines_for(store, inspection);
    BOOST_TEST((names(offered) == std::vector<std::string>{"桃江巡查表", "清廉大厅自查清单"}));
    BOOST_REQUIRE(offered.front().lines.size() == 2u);
    BOOST_TEST(to_text(offered.front().lines[0]["question"]) == "门");

    editor.end(own, std::chrono::year{2025} / 12 / 31, "停用");
    offered = lines_for(store, inspection);
    BOOST_TEST((names(offered) == std::vector<std::string>{"清廉大厅自查清单"}));
}

BOOST_AUTO_TEST_CASE(the_lines_of_a_leaver_say_what_the_file_knows)
{
    made("authorisation",
        {{"unit", unit.text()}, {"person", person.text()}, {"document", "桃水授〔2025〕3号"},
            {"from", "2025-01-01"}});
    made("authorisation",
        {{"unit", unit.text()}, {"person", person.text()}, {"document", "桃水授〔2023〕1号"},
            {"from", "2023-01-01"}, {"to", "2024-01-01"}});
    made("complaint",
        {{"number", "投诉7号"}, {"received", "2025-12-30"}, {"matter", "多要一份材料"},
            {"person", person.text()}});
    made("complaint",
        {{"number", "投诉1号"}, {"received", "2025-03-01"}, {"matter", "态度生硬"},
            {"person", person.text()}, {"replied", "2025-03-03"}, {"closed", "2025-03-04"}});
    const auto window = made("window", {{"number", "A07"}, {"place", hall.text()}});
    const auto cover = made("person", {{"name", "文国强"}});
    made("window_staff", {{"window", window.text()}, {"person", person.text()}, {"slot", "A"}});
    made("window_staff", {{"window", window.text()}, {"person", cover.text()}, {"slot", "B"}});
    made("equipment",
        {{"name", "高拍仪"}, {"code", "SB-9"}, {"place", hall.text()}, {"keeper", person.text()}});
    made("equipment",
        {{"name", "旧打印机"}, {"place", hall.text()}, {"keeper", person.text()},
            {"state", "scrapped"}});
    const auto posting = posted("2026-01-31");
    const auto offered = lines_for(store, posting);
    const auto& leaving = offered.front();
    BOOST_TEST(leaving.name == "离岗交接清单");

    using Texts = std::vector<std::string>;
    BOOST_TEST((of(leaving, "authorisation")
        == Texts{"终止授权，交回审批专用章：桃水授〔2025〕3号（县水利局）"}));
    BOOST_TEST((of(leaving, "cases")
        == Texts{"办结或移交未结投诉、差评、问题和在办件：投诉7号（2025-12-30）"}));
    BOOST_TEST((of(leaving, "window") == Texts{"移交窗口，落实A、B岗接替：A07窗口A岗（文国强）"}));
    BOOST_TEST((of(leaving, "equipment") == Texts{"移交保管的设备：高拍仪（SB-9）"}));
    BOOST_TEST((of(leaving, "badge") == Texts{"交回工牌"}));

    const auto outcome = make_lines(editor, posting, leaving);
    BOOST_TEST(outcome.changed);
    BOOST_TEST(count("handover_check") == std::ssize(leaving.lines));
    const auto check = store.where(def("handover_check"), "person", person).front();
    BOOST_TEST(to_text(check["posting"]) == posting.text());
    BOOST_TEST(to_text(check["kind"]) == "leaving");
    BOOST_TEST(to_text(check["due"]) == "2026-03-02"); // thirty days after the last
    BOOST_TEST(lines_for(store, posting).front().lines.empty());
}

BOOST_AUTO_TEST_CASE(a_matter_entered_by_hand_is_not_asked_for_twice)
{
    const auto posting = posted("2026-01-31");
    made("handover_check",
        {{"person", person.text()}, {"posting", posting.text()}, {"kind", "leaving"},
            {"matter", "badge"}});
    const auto leaving = lines_for(store, posting).front();
    BOOST_TEST(of(leaving, "badge").empty());
    BOOST_TEST(leaving.there == 1u);
}

BOOST_AUTO_TEST_CASE(who_stays_is_offered_the_joining_list_first)
{
    const auto offered = lines_for(store, posted());
    BOOST_TEST((names(offered) == std::vector<std::string>{"入驻交接清单", "离岗交接清单"}));
}

BOOST_AUTO_TEST_CASE(other_records_get_no_lines)
{
    BOOST_TEST(!gets_lines(def("person")));
    BOOST_CHECK_THROW(lines_for(store, person), UsageError);
    BOOST_CHECK_THROW(lines_for(store, Uuid{}), UsageError);
}

BOOST_AUTO_TEST_CASE(evidence_that_is_needed_is_named)
{
    const auto inspection = inspected("daily");
    const auto line = [&](const std::string& evidence, const std::string& remark) {
        return told(create("inspection_line",
                        {{"inspection", inspection.text()}, {"question", "灯" + evidence + remark},
                            {"answer", "yes"}, {"evidence", evidence}, {"remark", remark}}),
            "J04");
    };
    BOOST_TEST(line("1", "") == "remind J04 remark");
    BOOST_TEST(line("1", "照片1号") == "");
    BOOST_TEST(line("", "") == "");
}

BOOST_AUTO_TEST_SUITE_END()
