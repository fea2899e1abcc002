#include "views/shell/merge_dialog.h"

#include "model/entities/catalog.h"
#include "tests/support/data_file.h"
#include "tests/support/editing.h"
#include "tests/support/gui.h"
#include "views/import/cell_table.h"
#include "views/widgets/suggest_box.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/textctrl.h>

#include <map>

using namespace model;

namespace {

/// Somebody who was entered twice, with a leave each.
struct Twice : tests::WithWindow, tests::Editing {
    Twice()
    {
        kept = made("person", {{"name", "单雪梅"}, {"badge", "007"}});
        other = made("person", {{"name", "单雪梅"}, {"badge", "008"}, {"rank", "窗口负责人"}});
        made("leave", {{"person", other.text()}, {"from", "2026-02-01"}, {"to", "2026-02-02"}});
    }
    ~Twice() { delete dialog; }

    void open() { dialog = new views::MergeDialog(frame, desk, kept); }

    views::CellTable& table() { return tests::control<views::CellTable>(dialog, "differing"); }

    /// "工号 007|008|保留记录的值 …"
    std::string rows()
    {
        std::string all;
        for (std::size_t row = 0; row < table().rows(); ++row) {
            all += all.empty() ? "" : " ";
            for (std::size_t column = 0; column < table().columns(); ++column)
                all += (column == 0 ? "" : "|") + table().cell(row, column).text.utf8_string();
        }
        return all;
    }

    std::string told()
    {
        return tests::control<views::WrappedText>(dialog, "told").text().utf8_string();
    }

    bool may_merge() { return tests::control<wxButton>(dialog, "merge_now").IsEnabled(); }

    views::Desk desk{.editor = editor};
    views::MergeDialog* dialog = nullptr;
    Uuid kept;
    Uuid other;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(merge_dialog_test, Twice)

BOOST_AUTO_TEST_CASE(the_one_of_the_same_name_is_proposed_with_what_differs_and_what_follows)
{
    open();
    BOOST_TEST(may_merge());
    BOOST_TEST(rows().find("007|008|保留记录的值") != std::string::npos, rows());
    BOOST_TEST(rows().find("|窗口负责人|多余记录的值") != std::string::npos, rows());
    BOOST_TEST(told().find("1 条记录改为指向保留的一条：请假外出 1") != std::string::npos, told());
}

BOOST_AUTO_TEST_CASE(a_line_turns_to_the_other_s_value_and_the_merger_takes_it)
{
    open();
    constexpr std::size_t rank = 0;
    constexpr std::size_t badge = 1;
    table().on_activate(badge);
    BOOST_TEST(rows().find("007|008|多余记录的值") != std::string::npos, rows());
    table().on_activate(rank); // of what the kept one lacks there is one value
    BOOST_TEST(rows().find("|窗口负责人|多余记录的值") != std::string::npos, rows());

    dialog->merge();
    BOOST_TEST(dialog->GetReturnCode() == wxID_OK);
    BOOST_TEST(text(kept, "badge") == "008");
    BOOST_TEST(text(kept, "rank") == "窗口负责人");
    BOOST_TEST(store.find_any(other).value().first.deleted);
}

BOOST_AUTO_TEST_CASE(where_several_have_the_name_the_user_names_one)
{
    const auto third = made("person", {{"name", "单雪梅"}});
    open();
    BOOST_TEST(!may_merge());
    BOOST_TEST(told().find("请选出重复登记的那一条") != std::string::npos, told());
    dialog->name_other(third);
    BOOST_TEST(may_merge());
    dialog->name_other(kept);
    BOOST_TEST(!may_merge());
    BOOST_TEST(told().find("这就是保留的那一条") != std::string::npos, told());
}

BOOST_AUTO_TEST_CASE(the_record_that_stays_is_not_offered_and_those_of_its_name_are_told_apart)
{
    const auto third = made("person",
        {{"name", "单雪梅"}, {"id_number", "430922198503120017"}, {"phone", "13907371234"}});
    const auto police = made("unit", {{"name", "县公安局"}});
    made("posting", {{"person", third.text()}, {"unit", police.text()}, {"from", "2025-06-01"}});
    open();
    auto& text = tests::control<wxTextCtrl>(dialog, "other");
    auto& box = dynamic_cast<views::SuggestBox&>(*text.GetParent());
    text.SetValue(views::to_wx("单雪梅"));
    box.open();
    std::map<Uuid, std::string> offered;
    for (const auto& each : box.offered())
        offered[each.id] = views::from_wx(each.detail);
    BOOST_TEST(offered.size() == 2u);
    BOOST_TEST(!offered.contains(kept));
    BOOST_TEST(offered[other].find("008") != std::string::npos, offered[other]);
    for (const auto* part : {"县公安局", "430922**********17", "139****1234"})
        BOOST_TEST(offered[third].find(part) != std::string::npos, offered[third]);
    BOOST_TEST(offered[third].find("19850312") == std::string::npos, offered[third]);
}

BOOST_AUTO_TEST_CASE(the_name_that_is_proposed_is_typed_over)
{
    open();
    auto& text = tests::control<wxTextCtrl>(dialog, "other");
    BOOST_TEST(text.GetValue() == views::to_wx("单雪梅"));
    BOOST_TEST(text.GetStringSelection() == views::to_wx("单雪梅"));
}

BOOST_FIXTURE_TEST_CASE(the_window_waits_for_a_thread_that_merges, tests::WithWindow)
{
    tests::DataFile file;
    const auto session = file.open();
    auto desk = session->desk();
    const auto made = [&](std::string_view entity, const Uuid& id,
                          std::initializer_list<std::pair<const char*, std::string>> fields) {
        const auto& def = hall_catalog().get(entity);
        auto record = Record::empty(def, id);
        for (const auto& [name, text] : fields)
            record[name] = parse_value(def.find(name)->type, text).value();
        Batch batch(desk.editor.store(),
            {.label = {msgid("Add {1}"), {"x"}}, .account = desk.editor.account()});
        batch.create(record);
        batch.commit();
        return id;
    };
    const auto kept = made("unit", Uuid::named("unit", "kept"), {{"name", "县公安局"}});
    const auto other = made("unit", Uuid::named("unit", "other"), {{"name", "公安"}});
    for (int i = 0; i < 300; ++i)
        made("item", Uuid::named("item", std::to_string(i)),
            {{"code", "C" + std::to_string(i)}, {"name", "事项"}, {"unit", other.text()}});
    {
        views::MergeDialog dialog(frame, desk, kept);
        dialog.name_other(other);
        {
            const tests::Answering yes(wxID_YES);
            dialog.merge();
        }
        BOOST_TEST(dialog.is_working());
        BOOST_TEST(tests::control<wxButton>(&dialog, "stop").IsShown());
        BOOST_TEST(!tests::control<wxButton>(&dialog, "merge_now").IsEnabled());
        BOOST_TEST(tests::wait_until([&] { return !dialog.is_working(); }, 20000));
        BOOST_TEST(dialog.GetReturnCode() == wxID_OK);
    }
    auto& store = desk.editor.store();
    BOOST_TEST(store.find_any(other).value().first.deleted);
    BOOST_TEST(store.where(hall_catalog().get("item"), "unit", kept).size() == 300u);
}

BOOST_AUTO_TEST_CASE(two_that_differ_in_what_tells_people_apart_are_asked_about)
{
    set(kept, {{"id_number", "11010519491231002X"}});
    set(other, {{"id_number", "430922198503120017"}});
    open();
    {
        const tests::Answering no(wxID_NO);
        dialog->merge();
        BOOST_TEST(no.asked() == 1);
    }
    BOOST_TEST(!store.find_any(other).value().first.deleted);
    const tests::Answering yes(wxID_YES);
    dialog->merge();
    BOOST_TEST(store.find_any(other).value().first.deleted);
}

BOOST_AUTO_TEST_CASE(what_hinders_is_told_and_the_dialog_stays)
{
    made("attendance_day", {{"person", kept.text()}, {"day", "2026-01-05"}});
    made("attendance_day", {{"person", other.text()}, {"day", "2026-01-05"}});
    open();
    dialog->merge();
    BOOST_TEST(told().find("不能一并改过来") != std::string::npos, told());
    BOOST_TEST(!store.find_any(other).value().first.deleted);
}

BOOST_AUTO_TEST_SUITE_END()
