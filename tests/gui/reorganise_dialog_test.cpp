#include "views/shell/reorganise_dialog.h"

#include "tests/gui/screen.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/import/cell_table.h"

#include <wx/button.h>
#include <wx/checklst.h>
#include <wx/choice.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

struct WithDialog : tests::WithOffice {
    WithDialog()
    {
        commerce = office.add("unit", {{"name", "县商务局"}});
        grain = office.add("unit", {{"name", "县粮食局"}});
        window_of("1", commerce);
        window_of("2", grain);
        office.add(
            "case_count", {{"month", "2025-11"}, {"unit", commerce.text()}, {"received", "3"}});
        dialog = new views::ReorganiseDialog(frame, desk, office.def("unit"), {commerce, grain});
    }

    void window_of(const char* number, const Uuid& unit)
    {
        office.add("window", {{"number", number}, {"name", "综合"}, {"unit", unit.text()}});
    }

    template <class Control>
    Control& control(const char* named)
    {
        return tests::control<Control>(dialog, named);
    }

    void choose_kind(ReformKind kind)
    {
        auto& choice = control<wxChoice>("kind");
        choice.SetSelection(static_cast<int>(kind));
        wxCommandEvent event(wxEVT_CHOICE, choice.GetId());
        choice.ProcessWindowEvent(event);
    }

    void press(const char* named)
    {
        auto& button = control<wxButton>(named);
        wxCommandEvent event(wxEVT_BUTTON, button.GetId());
        button.ProcessWindowEvent(event);
    }

    void space()
    {
        wxKeyEvent event(wxEVT_KEY_DOWN);
        event.m_keyCode = WXK_SPACE;
        auto& table = control<views::CellTable>("references");
        event.SetEventObject(&table);
        table.GetEventHandler()->ProcessEvent(event);
    }

    std::string cell(std::size_t at, std::size_t column)
    {
        return views::from_wx(control<views::CellTable>("references").cell(at, column).text);
    }
    std::string said() { return control<wxStaticText>("said").GetLabelText().utf8_string(); }

    std::size_t windows_of(const Uuid& unit)
    {
        return office.store.where(office.def("window"), "unit", unit).size();
    }

    Uuid commerce;
    Uuid grain;
    views::Desk desk{.editor = editor};
    views::ReorganiseDialog* dialog = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(reorganise_dialog_test, WithDialog)

BOOST_AUTO_TEST_CASE(chosen_units_are_merged_into_a_new_one)
{
    BOOST_TEST(!control<wxButton>("ok").IsEnabled());
    BOOST_TEST(control<views::CellTable>("references").rows() == 3u);
    control<wxTextCtrl>("successor1").SetValue(views::to_wx("县商粮局"));
    BOOST_TEST(control<wxButton>("ok").IsEnabled());
    BOOST_TEST(said().starts_with("划转 2 条记录，1 条留在原单位。"), said());
    BOOST_TEST(cell(0, 0) == "县商粮局");

    press("ok");

    BOOST_TEST(dialog->outcome().done);
    BOOST_TEST(windows_of(dialog->outcome().successors.at(0)) == 2u);
    editor.undo();
    BOOST_TEST(windows_of(commerce) == 1u);
}

BOOST_AUTO_TEST_CASE(the_space_bar_leaves_a_record_where_it_is)
{
    control<wxTextCtrl>("successor1").SetValue(views::to_wx("县商粮局"));
    control<views::CellTable>("references").go_to(0, 0);
    space();
    BOOST_TEST(cell(0, 0) == "（保留）");
    press("ok");

    BOOST_TEST(dialog->outcome().moved == 1);
}

BOOST_AUTO_TEST_CASE(a_split_goes_to_several_and_only_then_are_several_asked_for)
{
    BOOST_TEST(!control<wxTextCtrl>("successor2").GetParent()->IsShown());
    choose_kind(ReformKind::split);
    BOOST_TEST(control<wxTextCtrl>("successor2").GetParent()->IsShown());
    control<wxCheckListBox>("units").Check(
        static_cast<unsigned>(
            control<wxCheckListBox>("units").FindString(views::to_wx("县粮食局"))),
        false);
    wxCommandEvent event(wxEVT_CHECKLISTBOX, control<wxCheckListBox>("units").GetId());
    control<wxCheckListBox>("units").ProcessWindowEvent(event);
    control<wxTextCtrl>("successor1").SetValue(views::to_wx("县投促局"));
    control<wxTextCtrl>("successor2").SetValue(views::to_wx("县粮食局"));
    BOOST_TEST_REQUIRE(control<views::CellTable>("references").rows() == 2u);
    control<views::CellTable>("references").go_to(0, 0);
    space();
    BOOST_TEST(cell(0, 0) == "县粮食局");
    press("ok");

    BOOST_TEST(dialog->outcome().done);
    BOOST_TEST(windows_of(grain) == 2u);
}

BOOST_AUTO_TEST_CASE(what_is_refused_is_told_and_changes_nothing)
{
    control<wxTextCtrl>("successor1").SetValue(views::to_wx("县商务局"));
    press("ok");

    BOOST_TEST(!dialog->outcome().done);
    BOOST_TEST(said().starts_with("没有改动："), said());
    BOOST_TEST(windows_of(commerce) == 1u);

    choose_kind(ReformKind::renamed);
    BOOST_TEST(control<views::CellTable>("references").rows() == 0u);
    BOOST_TEST(!control<wxButton>("ok").IsEnabled());
    control<wxTextCtrl>("new_name").SetValue(views::to_wx("县商务和粮食局"));
    press("ok");
    BOOST_TEST(said().find("只有合并才有几个原单位") != std::string::npos, said());
}

BOOST_AUTO_TEST_CASE(accounts_that_stay_are_told_before_it_is_carried_out)
{
    office.add("user",
        {{"name", "联络员"}, {"roles", "liaison"}, {"unit", commerce.text()}, {"state", "active"}});
    choose_kind(ReformKind::closed);
    BOOST_TEST(said().find("还有 1 个账号") != std::string::npos, said());
    choose_kind(ReformKind::merged); // it is among the records that go over
    BOOST_TEST(said().find("个账号") == std::string::npos, said());
}

BOOST_AUTO_TEST_CASE(all_chosen_units_are_seen_and_a_missing_document_is_told)
{
    for (int i = 0; i < 30; ++i)
        office.add("unit", {{"name", "县第" + std::to_string(i) + "局"}});
    delete dialog;
    dialog = new views::ReorganiseDialog(frame, desk, office.def("unit"), {commerce, grain});
    auto& units = control<wxCheckListBox>("units");
    BOOST_TEST(units.IsChecked(0));
    BOOST_TEST(units.IsChecked(1));
    BOOST_TEST(!units.IsChecked(2));
    const auto chosen = [&] {
        return control<wxStaticText>("chosen").GetLabelText().utf8_string();
    };
    BOOST_TEST(chosen().find("县商务局") != std::string::npos, chosen());
    BOOST_TEST(chosen().find("县粮食局") != std::string::npos, chosen());

    BOOST_TEST(said().find("还没有填文号") != std::string::npos, said());
    control<wxTextCtrl>("document").SetValue(views::to_wx("桃办发〔2026〕1号"));
    BOOST_TEST(said().find("文号") == std::string::npos, said());
    control<wxTextCtrl>("successor1").SetValue(views::to_wx("县商粮局"));
    press("ok");
    BOOST_TEST(office.text(commerce, "closed_reason") == "合并：县商粮局；桃办发〔2026〕1号");
}

BOOST_AUTO_TEST_CASE(it_is_chinese_and_speaks)
{
    dialog->Show();
    wxTheApp->Yield();
    for (const auto& text : tests::said_by(*dialog))
        BOOST_TEST(tests::english_in(text).empty(), text.utf8_string());
    for (const auto& [role, spoken] : tests::focusable_in(*dialog))
        BOOST_TEST(tests::has_chinese(spoken), role << " \"" << spoken << '"');
}

BOOST_AUTO_TEST_CASE(what_would_happen_is_said_first)
{
    control<wxTextCtrl>("successor1").SetValue(views::to_wx("县商粮局"));
    control<wxTextCtrl>("document").SetValue(views::to_wx("桃办发〔2026〕1号"));
    press("look_first");
    BOOST_TEST(said() == "没有问题，将划转 2 条记录。");
    BOOST_TEST(!dialog->outcome().done);
    BOOST_TEST(windows_of(commerce) == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

struct WithPlaces : WithDialog {
    WithPlaces()
    {
        dialog->Destroy();
        hall = office.add(
            "place", {{"name", "桃江县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
        village = place("舒塘村便民服务站", "village_station", "430922101201");
        other = place("九都村便民服务站", "village_station", "430922101202");
        for (const auto& at : {village, other})
            office.add("window", {{"number", "1"}, {"place", at.text()}});
        dialog = new views::ReorganiseDialog(frame, desk, office.def("place"), {village});
    }

    Uuid place(const char* name, const char* type, const char* region)
    {
        return office.add(
            "place", {{"name", name}, {"type", type}, {"region", region}, {"parent", hall.text()}});
    }

    Uuid hall;
    Uuid village;
    Uuid other;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(reorganise_places_dialog_test, WithPlaces)

BOOST_AUTO_TEST_CASE(a_station_goes_into_another_and_its_window_gets_a_number)
{
    control<wxTextCtrl>("successor1").SetValue(views::to_wx("九都村便民服务站"));
    control<wxTextCtrl>("document").SetValue(views::to_wx("桃政发〔2026〕2号"));
    BOOST_TEST(said() == "转入 1 条记录，0 条留在原场所。");
    press("look_first");
    BOOST_TEST(said().find("改编为 2") != std::string::npos, said());
    BOOST_TEST(office.text(village, "closed") == "");

    press("ok");

    BOOST_TEST(dialog->outcome().done);
    BOOST_TEST(office.store.where(office.def("window"), "place", other).size() == 2u);
    BOOST_TEST(office.text(village, "closed") != "");
}

BOOST_AUTO_TEST_CASE(a_split_leaves_all_where_it_is_until_a_line_goes)
{
    choose_kind(ReformKind::split);
    control<wxTextCtrl>("successor1").SetValue(views::to_wx("舒塘村第二便民服务站"));
    BOOST_TEST_REQUIRE(control<views::CellTable>("references").rows() == 1u);
    BOOST_TEST(cell(0, 0) == "（保留）");
    control<views::CellTable>("references").go_to(0, 0);
    space();
    BOOST_TEST(cell(0, 0) == "舒塘村第二便民服务站");
    press("ok");

    BOOST_TEST(dialog->outcome().moved == 1);
    BOOST_TEST(office.text(village, "closed") == "");
}

BOOST_AUTO_TEST_CASE(a_move_asks_where_to_and_nothing_else)
{
    choose_kind(ReformKind::moved);
    BOOST_TEST(!control<wxTextCtrl>("successor1").GetParent()->IsShown());
    BOOST_TEST(!control<wxWindow>("ends").IsShown());
    press("ok");
    BOOST_TEST(said().find("请说明") != std::string::npos, said());
    control<wxTextCtrl>("address").SetValue(views::to_wx("新街 9 号"));
    press("ok");

    BOOST_TEST(dialog->outcome().done);
    BOOST_TEST(office.text(village, "address") == "新街 9 号");
    BOOST_TEST(office.store.count({.def = &office.def("place_change")}) == 1);
}

BOOST_AUTO_TEST_CASE(every_kind_is_chinese_and_speaks)
{
    dialog->Show();
    for (const auto kind : {ReformKind::renamed, ReformKind::merged, ReformKind::split,
             ReformKind::moved, ReformKind::closed}) {
        choose_kind(kind);
        wxTheApp->Yield();
        for (const auto& text : tests::said_by(*dialog))
            BOOST_TEST(tests::english_in(text).empty(), text.utf8_string());
        for (const auto& [role, spoken] : tests::focusable_in(*dialog))
            BOOST_TEST(tests::has_chinese(spoken), role << " \"" << spoken << '"');
    }
}

BOOST_AUTO_TEST_SUITE_END()
