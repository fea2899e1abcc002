#include "views/shell/bin_page.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/import/cell_table.h"
#include "views/shell/main_frame.h"

#include <wx/button.h>
#include <wx/menu.h>
#include <wx/stattext.h>
#include <wx/statusbr.h>
#include <wx/textctrl.h>

#include <atomic>
#include <chrono>
#include <thread>

using namespace model;

namespace {

struct WithBin : tests::WithOffice {
    WithBin()
    {
        zhang = office.add("person", {{"name", "张桂山"}});
        police = office.add("unit", {{"name", "县公安局"}});
        tax = office.add("unit", {{"name", "县税务局"}});
        for (const auto& id : {zhang, police, tax}) {
            office.clock.advance(60'000);
            editor.remove(id);
        }
    }
    ~WithBin() { delete window; }

    views::BinPage& open()
    {
        window = new views::MainFrame({.editor = editor, .file = "大厅.db"});
        BOOST_REQUIRE(window->show_page("bin"));
        return *dynamic_cast<views::BinPage*>(
            tests::control<wxButton>(window, "restore").GetParent());
    }

    views::CellTable& table() { return tests::control<views::CellTable>(window, "deleted"); }
    bool is_deleted(const Uuid& id) { return office.store.find_any(id).value().first.deleted; }
    std::string cell(std::size_t row, std::size_t column)
    {
        return views::from_wx(table().cell(row, column).text);
    }
    std::string status() { return window->GetStatusBar()->GetStatusText(0).utf8_string(); }
    std::string count()
    {
        return tests::control<wxStaticText>(window, "count").GetLabelText().utf8_string();
    }

    Uuid zhang;
    Uuid police;
    Uuid tax;
    views::MainFrame* window = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(bin_page_test, WithBin)

BOOST_AUTO_TEST_CASE(the_bin_shows_all_registers_what_was_deleted_last_first)
{
    auto& page = open();
    BOOST_TEST(page.count() == 3u);
    BOOST_TEST(cell(0, 1) == "县税务局");
    BOOST_TEST(cell(0, 2) == "2026-01-01 08:03");
    BOOST_TEST(cell(0, 3) == "李文员");
    BOOST_TEST(cell(2, 0) == "窗口人员");
    BOOST_TEST(cell(2, 1) == "张桂山");
    BOOST_TEST(count() == "共 3 条");
}

BOOST_AUTO_TEST_CASE(words_find_what_is_to_come_back)
{
    auto& page = open();
    page.filter(views::to_wx("县 公安"));
    BOOST_TEST(page.count() == 1u);
    BOOST_TEST(count() == "显示 1 条，共 3 条");
    page.filter(views::to_wx("没有的"));
    BOOST_TEST(page.count() == 0u);
    BOOST_TEST(!tests::control<wxButton>(window, "restore").IsEnabled());
    page.filter({});
    BOOST_TEST(page.count() == 3u);
}

BOOST_AUTO_TEST_CASE(what_was_chosen_stays_chosen_when_more_is_deleted)
{
    auto& page = open();
    table().go_to(1, 0); // the police
    editor.remove(office.add("unit", {{"name", "县民政局"}}));

    page.refresh();
    page.restore();

    BOOST_TEST(!is_deleted(police));
    BOOST_TEST(is_deleted(tax));
    BOOST_TEST(is_deleted(zhang));
    BOOST_TEST(page.count() == 3u);
}

BOOST_AUTO_TEST_CASE(several_come_back_at_once_and_undo_takes_that_back)
{
    auto& page = open();
    table().SelectAll();
    page.restore();
    for (const auto& id : {zhang, police, tax})
        BOOST_TEST(!is_deleted(id));
    BOOST_TEST(page.count() == 0u);
    BOOST_TEST(count() == "回收站是空的");
    BOOST_TEST(status() == "已恢复 3 条记录；可以撤销");

    window->undo();
    for (const auto& id : {zhang, police, tax})
        BOOST_TEST(is_deleted(id));
    BOOST_TEST(page.count() == 3u);
}

BOOST_AUTO_TEST_CASE(enter_brings_the_chosen_one_back)
{
    auto& page = open();
    table().go_to(1, 0);
    table().on_activate(1);
    BOOST_TEST(!is_deleted(police));
    BOOST_TEST(is_deleted(tax));
    BOOST_TEST(page.count() == 2u);
}

BOOST_AUTO_TEST_CASE(what_is_deleted_elsewhere_in_the_window_is_there_when_the_bin_is_shown)
{
    auto& page = open();
    const auto other = office.add("person", {{"name", "李秀英"}});
    window->show_page("person");
    office.clock.advance(60'000);
    editor.remove(other);
    window->show_page("bin");
    BOOST_TEST(page.count() == 4u);
    BOOST_TEST(cell(0, 1) == "李秀英");
}

BOOST_AUTO_TEST_CASE(a_long_bin_is_read_aside_and_the_window_goes_on)
{
    constexpr std::size_t many = 3100;
    std::vector<Uuid> units;
    {
        Batch batch(office.store, {.label = {msgid("Import {1}"), {"x"}}, .account = office.clerk});
        for (std::size_t i = 0; i < many; ++i) {
            units.push_back(office.new_id());
            batch.create(tests::make(
                office.def("unit"), units.back(), {{"name", "单位" + std::to_string(i)}}));
            batch.remove(units.back());
        }
        batch.commit();
    }
    std::atomic<int> readings = 0;
    std::atomic<bool> may_read = false;
    views::Background thread;
    auto* page = new views::BinPage(frame, editor, [](const EntityDef&) { return true; },
        {.thread = &thread, .with_file = [&](const std::function<void(RecordStore&)>& work) {
             while (!may_read)
                 std::this_thread::sleep_for(std::chrono::milliseconds(1));
             ++readings;
             work(office.store);
         }});
    const auto count = [&] {
        return tests::control<wxStaticText>(page, "count").GetLabelText().utf8_string();
    };
    auto& rows = tests::control<views::CellTable>(page, "deleted");
    BOOST_TEST(count() == "正在读取…");
    BOOST_TEST(page->count() == 0u);
    page->filter("1");
    page->refresh();
    page->filter({});
    may_read = true;
    BOOST_TEST(tests::wait_until([&] { return page->count() == many + 3; }));
    BOOST_TEST(count() == "共 3103 条");
    BOOST_TEST(readings == 1);
    page->refresh();
    BOOST_TEST(readings == 1); // nothing was written since

    rows.go_to(1, 0);
    const auto chosen = rows.cell(1, 1).text;
    may_read = false;
    office.clock.advance(60'000);
    editor.remove(office.add("unit", {{"name", "县民政局"}}));
    page->refresh();
    BOOST_TEST(count() == "正在读取…");
    BOOST_TEST(page->count() == many + 3);
    may_read = true;
    BOOST_TEST(tests::wait_until([&] { return page->count() == many + 4; }));
    BOOST_REQUIRE(rows.chosen().size() == 1u);
    BOOST_TEST(rows.cell(rows.chosen()[0], 1).text.utf8_string() == chosen.utf8_string());

    may_read = false;
    page->restore();
    BOOST_TEST(page->count() == many + 3); // before it is read anew
    may_read = true;
    BOOST_TEST(tests::wait_until([&] { return count() == "共 3103 条"; }));
    page->filter(views::to_wx("单位 3099"));
    BOOST_TEST(page->count() == 1u);
    BOOST_TEST(count() == "显示 1 条，共 3103 条");
}

BOOST_AUTO_TEST_SUITE_END()
