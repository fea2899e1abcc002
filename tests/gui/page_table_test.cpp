#include "views/shell/page_table.h"

#include "model/entities/catalog.h"
#include "model/sync/replica.h"
#include "tests/gui/screen.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/form/record_links.h"
#include "views/list/record_list.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"
#include "views/shell/record_tabs.h"
#include "views/shell/search_box.h"

#include <wx/dataview.h>
#include <wx/menu.h>
#include <wx/statusbr.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <iterator>

using namespace model;

namespace {

using Names = std::vector<std::string_view>;

/// The window of an office of any role.
struct WithRole : tests::WithOffice {
    ~WithRole() { delete window; }

    views::MainFrame& open(const Org& org)
    {
        auto self = office.store.self();
        self.org = org;
        office.store.set_self(self);
        window = new views::MainFrame({.editor = editor, .file = "大厅.db"});
        return *window;
    }

    /// The items of the View menu with a key, as "窗口人员 Alt+2".
    std::vector<std::string> keys()
    {
        std::vector<std::string> all;
        for (auto* item : window->GetMenuBar()->GetMenu(2)->GetMenuItems())
            if (const auto label = item->GetItemLabel(); label.Contains("Alt+"))
                all.push_back(
                    views::from_wx(item->GetItemLabelText() + ' ' + label.AfterFirst('\t')));
        return all;
    }

    std::size_t lines_of_navigation()
    {
        auto& tree = tests::control<wxDataViewTreeCtrl>(window, "navigation");
        std::size_t count = 0;
        for (int i = 0; i < tree.GetChildCount({}); ++i)
            count += static_cast<std::size_t>(tree.GetChildCount(tree.GetNthChild({}, i)));
        return count;
    }

    views::MainFrame* window = nullptr;
};

const Org township{Role::outlet, "430922101"};

} // namespace

BOOST_FIXTURE_TEST_SUITE(page_table_test, WithRole)

BOOST_AUTO_TEST_CASE(the_hall_office_sees_every_register_and_every_page)
{
    for (const auto role : {Role::agency, Role::upstream}) {
        BOOST_TEST((views::page_names(role) == views::page_names()));
        for (const auto* def : hall_catalog().all())
            BOOST_TEST(views::sees(role, def->name), def->name);
    }
}

BOOST_AUTO_TEST_CASE(townships_and_units_see_what_is_theirs)
{
    BOOST_TEST((views::page_names(Role::outlet)
        == Names{"place", "person", "item", "sync", "conflicts", "bin", "backup"}));
    BOOST_TEST((views::page_names(Role::unit)
        == Names{"person", "posting", "item", "sync", "conflicts", "bin", "backup"}));
    BOOST_TEST(!views::sees(Role::outlet, "window"));
    BOOST_TEST(!views::sees(Role::agency, "no such page"));
}

BOOST_AUTO_TEST_CASE(navigation_and_keys_of_a_township_are_short)
{
    open(township);
    BOOST_TEST(lines_of_navigation() == 7u);
    const auto all = keys();
    BOOST_REQUIRE(all.size() == 7u);
    BOOST_TEST(all[0] == "场所 Alt+1");
    BOOST_TEST(all[1] == "窗口人员 Alt+2");
    BOOST_TEST(all[3] == "报送 Alt+4");
    BOOST_TEST(!window->show_page("window"));
    BOOST_TEST(window->show_page("item"));
}

/// Navigation, page, menus and status bar all call it 报送.
BOOST_AUTO_TEST_CASE(a_township_sends_under_one_word)
{
    auto& main = open(township);
    main.show_page("sync");
    auto said = tests::said_by(main);
    std::ranges::copy(tests::said_by(*main.GetMenuBar()), std::back_inserter(said));
    for (const auto& words : said)
        BOOST_TEST(!words.Contains(views::to_wx("上报")), words.utf8_string());
    BOOST_TEST(main.GetStatusBar()->GetStatusText(1).StartsWith(views::to_wx("未报送：")));
    BOOST_TEST(std::ranges::count(said, views::to_wx("与县级服务器同步（报送和接收）")) == 1);
}

BOOST_AUTO_TEST_CASE(search_and_links_lead_nowhere_a_township_does_not_work)
{
    const auto zhang = office.add("person", {{"name", "张桂山"}});
    office.add("posting", {{"person", zhang.text()}});
    office.add("unit", {{"name", "张家局"}});
    auto& main = open(township);
    main.show_page("person");
    main.record_page()->open(zhang);
    main.record_page()->tabs().SetSelection(views::RecordTabs::links_tab);
    BOOST_TEST(main.record_page()->tabs().links().lines().empty());

    main.record_page()->on_open_record(office.def("unit"), {});
    BOOST_TEST(main.record_page()->def().name == "person");
    BOOST_TEST(main.GetStatusBar()->GetStatusText(0) == views::to_wx("本单位不使用“单位”台账"));

    main.search();
    auto* box = wxWindow::FindWindowByName("search_box");
    tests::control<wxTextCtrl>(box, "search").SetValue(views::to_wx("张"));
    BOOST_TEST(tests::control<wxDataViewListCtrl>(box, "hits").GetItemCount() == 1);
}

BOOST_AUTO_TEST_CASE(a_sending_unit_begins_with_its_own_items)
{
    const auto police = office.add("unit", {{"name", "县公安局"}});
    const auto tax = office.add("unit", {{"name", "县税务局"}});
    office.add("item", {{"name", "户口迁移"}, {"code", "1"}, {"unit", police.text()}});
    office.add("item", {{"name", "税务登记"}, {"code", "2"}, {"unit", tax.text()}});
    auto& main = open({Role::unit, police.text()});
    main.show_page("item");
    BOOST_TEST(main.record_page()->list().count() == 1u);
    main.record_page()->list().clear_filters();
    BOOST_TEST(main.record_page()->list().count() == 2u);
}

BOOST_AUTO_TEST_CASE(a_file_that_becomes_a_townships_gets_its_menus_at_once)
{
    auto& main = open({Role::agency, "430922"});
    main.show_page("window");
    BOOST_TEST(keys().size() == 10u);
    auto self = office.store.self();
    self.org = township;
    office.store.set_self(self);

    main.refresh();

    BOOST_TEST(keys().size() == 7u);
    BOOST_TEST(lines_of_navigation() == 7u);
    BOOST_REQUIRE(main.record_page());
    BOOST_TEST(main.record_page()->def().name == "place");
}

BOOST_AUTO_TEST_SUITE_END()
