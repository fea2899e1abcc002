#include "tests/gui/screen.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/list/record_list.h"
#include "views/shell/main_frame.h"
#include "views/shell/navigation.h"
#include "views/shell/record_page.h"

#include <boost/test/unit_test.hpp>

#include <gtk/gtk.h>
#include <memory>

using namespace model;

namespace {

bool is_seen(AtkObject* object)
{
    auto* states = atk_object_ref_state_set(object);
    const bool is_set = atk_state_set_contains_state(states, ATK_STATE_SHOWING);
    g_object_unref(states);
    return is_set;
}

/// The first part with that interface and name that is seen at or under the object, with a
/// reference of its own.
AtkObject* find(AtkObject* object, GType interface, std::string_view name)
{
    const auto* own = atk_object_get_name(object);
    if (!is_seen(object))
        return nullptr;
    if (g_type_is_a(G_OBJECT_TYPE(object), interface) && own && name == own)
        return ATK_OBJECT(g_object_ref(object));
    for (int i = 0; i < atk_object_get_n_accessible_children(object); ++i) {
        auto* child = atk_object_ref_accessible_child(object, i);
        if (!child)
            continue;
        auto* found = find(child, interface, name);
        g_object_unref(child);
        if (found)
            return found;
    }
    return nullptr;
}

struct WithMain : tests::WithOffice {
    WithMain()
    {
        zhang = office.add("person", {{"name", "张桂山"}});
        main.reset(new views::MainFrame({.editor = editor, .file = "大厅.hall"}));
        main->Show();
        wxTheApp->Yield();
    }

    /// What the frame holds for who only hears it.
    AtkObject* part(GType interface, std::string_view name)
    {
        auto* found = find(
            gtk_widget_get_accessible(static_cast<GtkWidget*>(main->GetHandle())), interface, name);
        BOOST_REQUIRE_MESSAGE(found, "Nothing is called " << name);
        return found;
    }

    Uuid zhang;
    std::unique_ptr<views::MainFrame> main;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(accessible_test, WithMain)

BOOST_AUTO_TEST_CASE(whatever_the_keyboard_reaches_has_a_chinese_name)
{
    for (const auto page : views::page_names()) {
        main->show_page(std::string(page));
        wxTheApp->Yield();
        const auto parts = tests::focusable_in(*main);
        BOOST_TEST(parts.size() > 3u, page);
        for (const auto& [role, name] : parts)
            BOOST_TEST(tests::has_chinese(name), page << ": " << role << " \"" << name << '"');
    }
}

BOOST_AUTO_TEST_CASE(a_record_is_filled_in_and_saved_through_the_names_alone)
{
    main->show_page("person");
    wxTheApp->Yield();

    auto* field = part(ATK_TYPE_EDITABLE_TEXT, "联系电话");
    atk_editable_text_set_text_contents(ATK_EDITABLE_TEXT(field), "10012345678");
    auto* save = part(ATK_TYPE_ACTION, "保存");
    BOOST_TEST(atk_action_do_action(ATK_ACTION(save), 0));

    BOOST_TEST(tests::wait_until([this] { return office.text(zhang, "phone") == "10012345678"; }));
    g_object_unref(field);
    g_object_unref(save);
}

BOOST_AUTO_TEST_CASE(the_table_can_be_read_cell_by_cell)
{
    main->show_page("person");
    wxTheApp->Yield();
    auto* table = part(ATK_TYPE_TABLE, "窗口人员");
    auto* cell = atk_table_ref_at(ATK_TABLE(table), 0, 0);
    BOOST_REQUIRE(cell);
    BOOST_TEST(std::string(atk_object_get_name(cell)) == "张桂山");
    g_object_unref(cell);
    g_object_unref(table);
}

BOOST_AUTO_TEST_SUITE_END()
