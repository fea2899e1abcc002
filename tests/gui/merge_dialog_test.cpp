#include "views/shell/merge_dialog.h"

#include "tests/support/editing.h"
#include "tests/support/gui.h"
#include "views/import/cell_table.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/textctrl.h>

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

    void open() { dialog = new views::MergeDialog(frame, editor, kept); }

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
