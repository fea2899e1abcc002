#include "views/shell/page_table.h"

#include "model/entities/attachment.h"
#include "model/entities/catalog.h"
#include "model/rules/role_rights.h"
#include "model/store/own_accounts.h"
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
#include <wx/toolbar.h>
#include <wx/utils.h>

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
        add_keys(all, *window->GetMenuBar()->GetMenu(2));
        return all;
    }

    static void add_keys(std::vector<std::string>& all, const wxMenu& menu)
    {
        for (auto* item : menu.GetMenuItems()) {
            if (item->GetSubMenu())
                add_keys(all, *item->GetSubMenu());
            else if (const auto label = item->GetItemLabel(); label.Contains("Alt+"))
                all.push_back(views::from_wx(
                    wxStripMenuCodes(label, wxStrip_Menu) + ' ' + label.AfterFirst('\t')));
        }
    }

    /// Of the groups that are open from the start; `more`, of those that are not.
    std::size_t lines_of_navigation(bool more = false)
    {
        auto& tree = tests::control<wxDataViewTreeCtrl>(window, "navigation");
        std::size_t count = 0;
        for (int i = 0; i < tree.GetChildCount({}); ++i) {
            const auto group = tree.GetNthChild({}, i);
            const bool is_more = tree.GetItemText(group) == views::to_wx("更多台账");
            if (is_more && more)
                for (int j = 0; j < tree.GetChildCount(group); ++j)
                    count +=
                        static_cast<std::size_t>(tree.GetChildCount(tree.GetNthChild(group, j)));
            else if (!is_more && !more)
                count += static_cast<std::size_t>(tree.GetChildCount(group));
        }
        return count;
    }

    views::MainFrame* window = nullptr;
};

const Org township{Role::outlet, "430922101"};

Names daily_of(const views::Viewer& viewer)
{
    Names names;
    for (const auto& group : views::page_groups(viewer))
        if (!group.further)
            names.insert(names.end(), group.pages.begin(), group.pages.end());
    return names;
}

/// Every page but those.
Names all_but(const Names& left_out)
{
    Names names;
    for (const auto name : views::page_names())
        if (std::ranges::find(left_out, name) == left_out.end())
            names.push_back(name);
    return names;
}

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
    BOOST_TEST((daily_of(Role::outlet)
        == Names{"board", "place", "person", "posting", "leave", "item", "outlet_item",
            "agency_case", "finding", "task", "sync", "conflicts", "bin", "backup", "local_field",
            "user", "audit"}));
    BOOST_TEST((daily_of(Role::unit)
        == Names{"board", "person", "posting", "authorisation", "authorised_item", "posting_change",
            "certificate", "leave", "item", "item_change", "negative_entry", "finding",
            "bad_rating", "task", "score", "objection", "annual_grade", "sync", "conflicts", "bin",
            "backup", "user", "audit"}));
    for (const auto* page :
        {"window", "equipment", "complaint", "outlet_patrol", "inspection", "hall_plan", "morning"})
        BOOST_TEST(views::sees(Role::outlet, page), page);
    for (const auto* page : {"setting", "retention", "minimise", "devices", "tip"})
        BOOST_TEST(!views::sees(Role::outlet, page), page);
    BOOST_TEST(views::sees(Role::unit, "complaint")); // to read
    BOOST_TEST(!views::sees(Role::unit, "window"));
    BOOST_TEST(!views::sees(Role::agency, "no such page"));
}

BOOST_AUTO_TEST_CASE(navigation_and_keys_of_a_township_are_short)
{
    open(township);
    BOOST_TEST(lines_of_navigation() == 16u);
    BOOST_TEST(lines_of_navigation(true)
        == views::page_names(Role::outlet).size() - daily_of(Role::outlet).size());
    const auto all = keys();
    BOOST_REQUIRE(all.size() == 10u);
    BOOST_TEST(all[0] == "待办 Alt+1");
    BOOST_TEST(all[1] == "场所 Alt+2");
    BOOST_TEST(all[2] == "窗口人员 Alt+3");
    BOOST_TEST(all[9] == "督办事项 Alt+0");
    BOOST_TEST(!window->show_page("setting"));
    BOOST_TEST(window->show_page("window"));
    BOOST_TEST(window->show_page("item"));
}

/// Each page of the menu opens the page it names, those under “More” too.
BOOST_AUTO_TEST_CASE(every_line_of_a_townships_menu_opens_its_page)
{
    auto& main = open(township);
    const auto names = views::page_names(Role::outlet);
    std::vector<std::pair<int, std::string>> items;
    const std::function<void(const wxMenu&)> collect = [&](const wxMenu& menu) {
        for (auto* item : menu.GetMenuItems()) {
            if (item->GetSubMenu())
                collect(*item->GetSubMenu());
            else if (!item->IsSeparator())
                items.emplace_back(item->GetId(), views::from_wx(item->GetItemLabelText()));
        }
    };
    collect(*main.GetMenuBar()->GetMenu(2));
    BOOST_REQUIRE(items.size() == names.size() + 1); // and Refresh
    for (std::size_t i = 0; i < names.size(); ++i) {
        BOOST_TEST(items[i].second == views::from_wx(views::page_label(names[i], Role::outlet)));
        if (!hall_catalog().find(names[i]))
            continue;
        wxCommandEvent event(wxEVT_MENU, items[i].first);
        main.ProcessWindowEvent(event);
        BOOST_REQUIRE(main.record_page());
        BOOST_TEST(main.record_page()->def().name == names[i]);
    }
}

/// What the hall keeps of it a unit answers to, without adding or deleting anything.
BOOST_AUTO_TEST_CASE(a_unit_opens_its_problems_and_adds_none)
{
    const auto police = office.add("unit", {{"name", "县公安局"}});
    const auto problem = office.add("finding", {{"name", "窗口无人值守"}, {"unit", police.text()}});
    auto& main = open({Role::unit, police.text()});
    BOOST_REQUIRE(main.show_page("finding"));
    auto& tools = *main.GetToolBar();
    BOOST_TEST(!tools.GetToolByPos(0)->IsEnabled()); // new
    BOOST_TEST(tools.GetToolByPos(1)->IsEnabled());  // save
    BOOST_TEST(!tools.GetToolByPos(2)->IsEnabled()); // delete
    BOOST_TEST(
        tools.GetToolByPos(0)->GetShortHelp().Contains(views::to_wx("由政务服务中心管理机构")));
    main.record_page()->open(problem);
    const auto& def = office.def("finding");
    BOOST_TEST(!editor.why_locked(problem, *def.find("correction")).has_value());
    BOOST_TEST(editor.why_locked(problem, *def.find("due")).has_value());
    const tests::Answering yes(wxID_YES);
    main.record_page()->add();
    main.record_page()->remove();
    BOOST_TEST(yes.asked() == 0);
    BOOST_TEST(main.record_page()->list().count() == 1u);
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
    const auto unit = office.add("unit", {{"name", "县公安局"}});
    office.add("negative_entry", {{"name", "张家项目"}, {"unit", unit.text()}});
    office.add("person", {{"name", "张桂山"}});
    auto& main = open(township);
    main.show_page("unit");
    main.record_page()->open(unit);
    main.record_page()->tabs().SetSelection(views::RecordTabs::links_tab);
    BOOST_TEST(main.record_page()->tabs().links().lines().empty());

    main.record_page()->on_open_record(office.def("negative_entry"), {});
    BOOST_TEST(main.record_page()->def().name == "unit");
    BOOST_TEST(main.GetStatusBar()->GetStatusText(0)
        == views::to_wx("本单位不使用“") + views::tr(office.def("negative_entry").plural)
            + views::to_wx("”台账"));

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
    main.show_page("setting");
    BOOST_TEST(keys().size() == 10u);
    auto self = office.store.self();
    self.org = township;
    office.store.set_self(self);

    main.refresh();

    BOOST_TEST(keys().size() == 10u);
    BOOST_TEST(lines_of_navigation() == 16u);
    BOOST_TEST(!main.record_page()); // the board, which comes first
}

BOOST_AUTO_TEST_CASE(what_the_account_may_not_enter_is_grey_and_says_why)
{
    office.add("person", {{"name", "张桂山"}});
    auto& main = open({Role::agency, "430922"});
    main.show_page("person");
    auto& tools = *main.GetToolBar();
    const auto tool = [&](std::size_t place) {
        return tools.GetToolByPos(static_cast<int>(place));
    };
    constexpr std::size_t last_of_a_record = 3; // new, save, delete
    for (std::size_t i = 0; i < last_of_a_record; ++i)
        BOOST_TEST(tool(i)->IsEnabled());

    Batch batch(office.store, {.label = {msgid("Add {1}"), {"user"}}, .account = office.clerk});
    batch.create(tests::make(office.def("user"), office.clerk.id,
        {{"name", "李文员"}, {"roles", "director"}, {"state", "active"}}));
    batch.commit();
    add_own_account(office.store, office.clerk);
    main.refresh();

    for (std::size_t i = 0; i < last_of_a_record; ++i) {
        BOOST_TEST(!tool(i)->IsEnabled());
        BOOST_TEST(tool(i)->GetShortHelp().Contains(views::to_wx("李文员")));
    }
    const tests::Answering yes(wxID_YES);
    main.record_page()->remove();
    main.record_page()->add();
    BOOST_TEST(yes.asked() == 0);
    BOOST_TEST(main.record_page()->list().count() == 1u);
    BOOST_TEST(main.GetStatusBar()->GetStatusText(0).Contains(views::to_wx("李文员")));
}

BOOST_AUTO_TEST_CASE(each_duty_sees_its_own_pages)
{
    const auto pages = [&](const char* role, Role of = Role::agency) {
        const auto id = office.add("user", {{"name", role}, {"roles", role}, {"state", "active"}});
        add_own_account(office.store, {id, role});
        return views::page_names({of, Permission(office.store, id)});
    };
    BOOST_TEST((pages("system")
        == Names{"board", "place", "unit", "dashboard", "crosstab", "coverage", "sync", "conflicts",
            "bin", "backup", "user", "devices"}));
    BOOST_TEST((pages("auditor")
        == Names{
            "board", "impact_assessment", "provision", "retention", "crosstab", "user", "audit"}));
    BOOST_TEST((pages("business") == all_but({"tip", "reporter", "user", "devices", "audit"})));
    const auto of_township = pages("township_clerk", Role::outlet);
    BOOST_TEST((Names(of_township.begin(), of_township.begin() + 14)
        == Names{"board", "place", "person", "posting", "leave", "item", "outlet_item",
            "agency_case", "finding", "task", "sync", "conflicts", "bin", "backup"}));
    for (const auto* def : hall_catalog().all())
        if (RoleRights::ours().where("township_clerk", Action::enter, def)
                != RoleRights::Where::nowhere
            && !belongs_to_any(*def))
            BOOST_TEST(std::ranges::count(of_township, def->name) == 1, def->name);
    const auto police = office.add("unit", {{"name", "县公安局"}});
    const auto liaison = office.add("user",
        {{"name", "联络员"}, {"roles", "liaison"}, {"state", "active"}, {"unit", police.text()}});
    add_own_account(office.store, {liaison, "联络员"});
    const auto of_unit = views::page_names({Role::unit, Permission(office.store, liaison)});
    for (const auto* page : {"posting", "leave", "finding", "bad_rating", "task", "complaint"})
        BOOST_TEST(std::ranges::count(of_unit, page) == 1, page);
    for (const auto* page : {"unable_case", "user", "place"})
        BOOST_TEST(
            std::ranges::count(of_unit, page) == (page == std::string_view("unable_case")), page);
    BOOST_TEST(
        (pages("director") == all_but({"tip", "reporter", "morning", "user", "devices", "audit"})));
    BOOST_TEST((pages("supervision")
        == all_but({"tip", "reporter", "morning", "minimise", "impact_assessment", "provision",
            "user", "devices", "audit"})));
    BOOST_TEST((pages("tip_handler").size() < pages("supervision").size()));
    BOOST_TEST((pages("founder") == views::page_names()));
}

BOOST_AUTO_TEST_CASE(an_account_that_gets_other_duties_gets_other_menus)
{
    const auto id = office.add("user", {{"name", "李文员"}, {"roles", "founder"}});
    add_own_account(office.store, {id, "李文员"});
    Editor founder(office.store, {id, "李文员"});
    window = new views::MainFrame({.editor = founder, .file = "大厅.db"});
    window->show_page("person");
    BOOST_TEST(lines_of_navigation() == views::page_names().size() - 1); // the board is in no group

    office.change(id, "roles", "system");
    window->refresh();

    BOOST_TEST(lines_of_navigation() == 11u);
    BOOST_TEST(!window->record_page()); // the board, which comes first
    BOOST_TEST(!window->show_page("person"));
    window->show_page("user");
    BOOST_TEST(window->record_page()->list().count() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
