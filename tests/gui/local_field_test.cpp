// Fields that an office adds itself, in the windows.
#include "model/entities/local_field.h"

#include "tests/support/extra_fields.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/form/record_form.h"
#include "views/list/record_list.h"
#include "views/shell/main_frame.h"
#include "views/shell/record_page.h"
#include "views/stats/cross_page.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

using namespace model;

namespace {

struct Extending : tests::WithOffice {
    Extending() { zhang = office.add("person", {{"name", "张桂山"}}); }
    ~Extending() { delete window; }

    Uuid plate()
    {
        return tests::define(office,
            {{"register", "person"}, {"label", "车牌号"}, {"kind", "text"}, {"required", "1"},
                {"hint", "如湘H12345"}});
    }
    static std::string name_of(const Uuid& definition)
    {
        return 'x' + std::to_string(extra_field_id(definition));
    }
    views::RecordForm* form_of(const Uuid& id)
    {
        const auto record = office.store.find_any(id).value().second;
        auto* form = new views::RecordForm(frame, *record.def, office.store);
        form->load(record, [](const FieldDef&) { return std::optional<Message>(); });
        return form;
    }
    wxTextCtrl& text(wxWindow* in, const Uuid& definition)
    {
        return tests::control<wxTextCtrl>(in, name_of(definition));
    }

    Uuid zhang;
    views::MainFrame* window = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(local_field_gui_test, Extending)

BOOST_AUTO_TEST_CASE(the_form_has_the_field_with_its_hint_and_takes_what_is_typed)
{
    const auto car = plate();
    const auto when = tests::define(office,
        {{"register", "person"}, {"label", "班次"}, {"kind", "choice"}, {"choices", "上午|下午"}});
    auto* form = form_of(zhang);
    BOOST_TEST(!form->is_changed());
    BOOST_TEST(tests::control<wxStaticText>(form, name_of(car) + ".label").GetLabelText()
        == views::to_wx("车牌号 *"));
    BOOST_TEST(tests::control<views::WrappedText>(form, name_of(car) + ".hint").text()
        == views::to_wx("如湘H12345"));
    text(form, car).SetValue(views::to_wx("湘H12345"));
    BOOST_REQUIRE(form->edits().size() == 1U);
    BOOST_TEST(to_text(form->edits()[0].value) == "湘H12345");
    BOOST_TEST(editor.set(zhang, form->edits()).done);
    BOOST_TEST(tests::extra_text(office, zhang, car) == "湘H12345");
    BOOST_TEST(tests::extra(office, "person", when)->choices.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_townships_field_stands_only_in_the_forms_of_its_records)
{
    const auto theirs = tests::define(office,
        {{"register", "place"}, {"label", "门牌号"}, {"kind", "text"}, {"region", "430922101"},
            {"office", "修山镇便民服务中心"}});
    const auto hall = office.add("place", {{"name", "县大厅"}, {"region", "430922"}});
    const auto centre = office.add("place", {{"name", "修山镇"}, {"region", "430922101"}});
    frame->Show();
    BOOST_TEST(text(form_of(centre), theirs).IsShown());
    auto* form = form_of(hall);
    BOOST_TEST(!text(form, theirs).IsShown());
    BOOST_TEST(!form->is_changed());
}

BOOST_AUTO_TEST_CASE(pages_that_are_open_get_the_field_without_a_restart)
{
    window = new views::MainFrame({.editor = editor, .file = "大厅.db"});
    window->show_page("person");
    window->record_page()->open(zhang);
    const auto before = window->record_page()->list().view().cells.size();
    BOOST_TEST(before == 0U);
    window->record_page()->list().filter(views::to_wx("张"));
    const auto car = plate();
    window->refresh();
    auto* page = window->record_page();
    BOOST_TEST(page->list().view().anywhere == "张");
    page->list().clear_filters();
    BOOST_REQUIRE(page != nullptr);
    BOOST_TEST((page->shown() == zhang));
    BOOST_TEST((&page->def() == office.store.catalog().find("person")));
    text(page, car).SetValue(views::to_wx("湘H12345"));
    BOOST_TEST(page->save());
    BOOST_TEST(tests::extra_text(office, zhang, car) == "湘H12345");

    window->show_page("local_field");
    BOOST_TEST(editor.end(car, office.store.today(), {}).done);
    window->show_page("person");
    page = window->record_page();
    BOOST_TEST((page->def().find(extra_field_id(car)) == nullptr));
    wxTheApp->Yield(); // pages that went are deleted by now
    BOOST_TEST((&page->def() == &hall_catalog().get("person")));
}

BOOST_AUTO_TEST_CASE(what_is_being_typed_is_waited_for)
{
    window = new views::MainFrame({.editor = editor, .file = "大厅.db"});
    window->show_page("person");
    window->record_page()->open(zhang);
    auto& phone = tests::control<wxTextCtrl>(window->record_page(), "phone");
    phone.SetValue("0737");
    const auto id =
        tests::define(office, {{"register", "person"}, {"label", "车牌号"}, {"kind", "text"}});
    window->refresh();
    BOOST_TEST(window->record_page()->is_changed());
    BOOST_TEST(phone.GetValue() == "0737");
    BOOST_TEST(window->record_page()->save());
    window->refresh();
    BOOST_TEST(text(window->record_page(), id).IsEnabled());
    BOOST_TEST(office.text(zhang, "phone") == "0737");
}

BOOST_AUTO_TEST_CASE(what_is_typed_into_a_field_that_ends_meanwhile_is_told_and_kept)
{
    const auto car =
        tests::define(office, {{"register", "person"}, {"label", "车牌号"}, {"kind", "text"}});
    window = new views::MainFrame({.editor = editor, .file = "大厅.db"});
    window->show_page("person");
    window->record_page()->open(zhang);
    text(window->record_page(), car).SetValue(views::to_wx("湘H12345"));
    tests::control<wxTextCtrl>(window->record_page(), "phone").SetValue("0737");
    BOOST_TEST(editor.end(car, office.store.today(), {}).done);
    window->refresh();
    BOOST_TEST(window->record_page()->is_changed()); // what is being typed is waited for

    const auto told = [this] {
        return tests::control<views::WrappedText>(window->record_page(), "draft.text").text();
    };
    BOOST_TEST(window->record_page()->save());
    window->refresh();
    BOOST_TEST(office.text(zhang, "phone") == "0737");
    BOOST_TEST((window->record_page()->def().find(extra_field_id(car)) == nullptr));
    BOOST_TEST(told().Contains(views::to_wx("湘H12345")));
    BOOST_TEST(told().Contains(views::to_wx("车牌号")));

    tests::control<wxTextCtrl>(window->record_page(), "phone").SetValue("0738");
    BOOST_TEST(window->record_page()->save());
    BOOST_TEST(told().Contains(views::to_wx("湘H12345"))); // until it is dropped
    auto& drop = tests::control<wxButton>(window->record_page(), "drop_draft");
    wxCommandEvent click(wxEVT_BUTTON, drop.GetId());
    click.SetEventObject(&drop);
    drop.GetEventHandler()->ProcessEvent(click);
    const auto left = Drafts(office.store, office.clerk).find(office.def("person"), zhang);
    BOOST_TEST(!left.has_value());
    BOOST_TEST(office.text(zhang, "phone") == "0738");
}

BOOST_AUTO_TEST_SUITE_END()
