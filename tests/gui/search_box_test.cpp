#include "views/shell/search_box.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"

#include <wx/dataview.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

struct WithSearch : tests::WithOffice {
    WithSearch()
    {
        shan = office.add("person", {{"name", "单雪梅"}, {"phone", "13807371234"}});
        hall = office.add("unit", {{"name", "桃江县税务局"}});
        main = new views::MainFrame({.editor = editor, .file = "大厅.db"});
        main->Show();
        main->show_page("place");
        main->search();
        box = dynamic_cast<views::SearchBox*>(wxWindow::FindWindowByName("search_box", main));
    }
    ~WithSearch() { delete main; }

    void type(const char* text)
    {
        tests::control<wxTextCtrl>(box, "search").SetValue(views::to_wx(text));
    }

    void press(int key)
    {
        wxKeyEvent event(wxEVT_CHAR);
        event.m_keyCode = key;
        tests::control<wxTextCtrl>(box, "search").GetEventHandler()->ProcessEvent(event);
    }

    std::string cell(int row, int column)
    {
        return tests::control<wxDataViewListCtrl>(box, "hits")
            .GetTextValue(static_cast<unsigned>(row), static_cast<unsigned>(column))
            .utf8_string();
    }

    std::string message()
    {
        return tests::control<wxStaticText>(box, "message").GetLabel().utf8_string();
    }

    Uuid shan;
    Uuid hall;
    views::MainFrame* main = nullptr;
    views::SearchBox* box = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(search_box_test, WithSearch)

BOOST_AUTO_TEST_CASE(hits_appear_while_words_are_typed_and_enter_opens_the_first)
{
    BOOST_REQUIRE(box);
    type("shanx");
    BOOST_REQUIRE(box->hits().size() == 1);
    BOOST_TEST(cell(0, 0) == "窗口人员");
    BOOST_TEST(cell(0, 1) == "单雪梅");

    box->accept();

    BOOST_TEST(!box->IsShown());
    BOOST_REQUIRE(main->record_page());
    BOOST_TEST(tests::control<wxTextCtrl>(main->record_page(), "name").GetValue()
        == views::to_wx("单雪梅"));
}

BOOST_AUTO_TEST_CASE(arrows_choose_a_line_and_stop_at_the_ends)
{
    office.add("unit", {{"name", "单家坪村"}});
    type("单");
    BOOST_REQUIRE(box->hits().size() == 2);
    auto& list = tests::control<wxDataViewListCtrl>(box, "hits");
    BOOST_TEST(list.GetSelectedRow() == 0);

    press(WXK_DOWN);
    press(WXK_DOWN);
    BOOST_TEST(list.GetSelectedRow() == 1);
    press(WXK_UP);
    press(WXK_UP);
    BOOST_TEST(list.GetSelectedRow() == 0);
}

BOOST_AUTO_TEST_CASE(a_personal_number_that_was_found_is_shown_masked)
{
    type("1234");

    BOOST_REQUIRE(box->hits().size() == 1);
    BOOST_TEST(cell(0, 2).find("138****1234") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(esc_closes_and_the_search_comes_back_with_its_words)
{
    type("税务");
    press(WXK_ESCAPE);
    BOOST_TEST(!box->IsShown());

    office.change(hall, "name", "桃江县税务局一分局");
    main->search();

    BOOST_TEST(box->IsShown());
    BOOST_TEST(cell(0, 1) == "桃江县税务局一分局");
}

BOOST_AUTO_TEST_CASE(that_nothing_is_found_is_said)
{
    type("没有的");

    BOOST_TEST(box->hits().empty());
    BOOST_TEST(message() == "没有找到");
    box->accept();
    BOOST_TEST(box->IsShown());
}

BOOST_AUTO_TEST_CASE(of_what_is_typed_during_a_search_only_the_last_is_looked_for)
{
    std::vector<std::string> asked;
    std::mutex mutex;
    std::condition_variable_any free;
    bool may_go = false;
    views::Background thread;
    views::SearchBox other(
        main,
        [&](const std::string& typed) {
            std::unique_lock lock(mutex);
            free.wait(lock, [&] { return may_go; });
            asked.push_back(typed);
            return std::vector<Hit>{};
        },
        &thread);
    auto& text = tests::control<wxTextCtrl>(&other, "search");
    for (const auto* typed : {"z", "zh", "zha"})
        text.SetValue(typed);
    {
        const std::scoped_lock lock(mutex);
        may_go = true;
    }
    free.notify_all();

    BOOST_TEST(tests::wait_until([&] {
        const std::scoped_lock lock(mutex);
        return asked.size() == 2;
    }));
    BOOST_TEST(asked.back() == "zha");
    tests::wait_until([&] {
        return tests::control<wxStaticText>(&other, "message").GetLabel()
            == views::to_wx("没有找到");
    });
}

/// Whoever knows what he wants types and presses Enter at once.
BOOST_AUTO_TEST_CASE(enter_during_a_search_opens_what_is_found_and_not_what_was)
{
    std::mutex mutex;
    std::condition_variable_any free;
    bool may_go = true;
    views::Background thread;
    const auto hit = [](const Record& record) {
        return Hit{.record = record, .title = record.title(), .field = record.def->find("name")};
    };
    const auto first = office.store.find_any(office.add("person", {{"name", "单雪梅"}}))->second;
    const auto second = office.store.find_any(office.add("person", {{"name", "文国强"}}))->second;
    views::SearchBox other(
        main,
        [&](const std::string& typed) {
            std::unique_lock lock(mutex);
            free.wait(lock, [&] { return may_go; });
            return std::vector<Hit>{hit(typed == "wgq" ? second : first)};
        },
        &thread);
    std::vector<Uuid> opened;
    other.on_open = [&](const EntityDef&, const Uuid& id) { opened.push_back(id); };
    auto& text = tests::control<wxTextCtrl>(&other, "search");
    text.SetValue("sxm");
    BOOST_TEST(tests::wait_until([&] { return other.hits().size() == 1; }));

    may_go = false;
    text.SetValue("wgq");
    other.enter();
    BOOST_TEST(opened.empty());
    {
        const std::scoped_lock lock(mutex);
        may_go = true;
    }
    free.notify_all();
    BOOST_TEST(tests::wait_until([&] { return !opened.empty(); }));
    BOOST_TEST((opened == std::vector{second.id}));
}

BOOST_AUTO_TEST_SUITE_END()
