#include "views/form/record_form.h"

#include "model/entities/item_change.h"
#include "model/entities/leave.h"
#include "model/entities/posting_change.h"
#include "model/rules/approval_chain.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/widgets/suggest_box.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

using namespace model;

namespace {

struct WithForm : tests::WithOffice {
    views::RecordForm* open(const Uuid& id, const views::RecordForm::Locks& locks = free)
    {
        const auto record = office.store.find_any(id).value().second;
        auto* form = new views::RecordForm(frame, *record.def, office.store);
        form->load(record, locks);
        return form;
    }

    wxTextCtrl& text(wxWindow* form, const char* field)
    {
        return tests::control<wxTextCtrl>(form, field);
    }

    static std::optional<Message> free(const FieldDef&) { return std::nullopt; }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(record_form_test, WithForm)

BOOST_AUTO_TEST_CASE(an_untouched_form_of_any_entity_has_no_edits)
{
    for (const auto* def : hall_catalog().all()) {
        auto* form = new views::RecordForm(frame, *def, office.store);
        form->load(Record::empty(*def, {}), free);
        BOOST_TEST(!form->is_changed(), def->name);
    }
}

BOOST_AUTO_TEST_CASE(values_this_version_does_not_know_are_no_edits)
{
    const auto id = office.add(
        "window", {{"number", "A01"}, {"types", "general,某局自设"}, {"status", "moved_abroad"}});
    BOOST_TEST(!open(id)->is_changed());
}

BOOST_AUTO_TEST_CASE(one_reason_for_several_fields_in_a_row_is_told_once)
{
    const auto locks = [](const FieldDef& field) {
        return field.name == "name" || field.name == "sex" || field.name == "phone"
            ? std::optional(Message{"别处填写"})
            : std::nullopt;
    };
    auto* form = open(office.add("person", {{"name", "张桂山"}}), locks);
    const auto told = [&](const char* field) {
        return wxWindow::FindWindowByName(std::string(field) + ".reason", form)->IsShown();
    };

    BOOST_TEST(told("name"));
    BOOST_TEST(!told("sex"));
    BOOST_TEST(told("phone"));
    BOOST_TEST(!told("badge"));
    BOOST_TEST(!text(form, "phone").IsEditable());
}

BOOST_AUTO_TEST_CASE(only_the_field_with_the_keyboard_looks_selected)
{
    auto* form = open(office.add("person", {{"name", "张桂山"}}));
    auto& name = text(form, "name");
    name.SetFocus();
    name.SelectAll();
    BOOST_REQUIRE(tests::wait_until([&] { return name.HasFocus(); }));
    BOOST_REQUIRE(name.HasSelection());

    text(form, "phone").SetFocus();
    wxFocusEvent left(wxEVT_KILL_FOCUS, name.GetId()); // none comes without a window manager
    left.SetEventObject(&name);
    name.HandleWindowEvent(left);

    BOOST_TEST(tests::wait_until([&] { return !name.HasSelection(); }));
    BOOST_TEST(views::from_wx(name.GetValue()) == "张桂山");
}

BOOST_AUTO_TEST_CASE(what_the_user_types_is_an_edit)
{
    auto* form = open(office.add("person", {{"name", "张桂山"}}));

    text(form, "phone").SetValue("13873712345");

    const auto edits = form->edits();
    BOOST_REQUIRE(edits.size() == 1u);
    BOOST_TEST(edits[0].field->name == "phone");
    BOOST_TEST(edits[0].value == Value{std::string("13873712345")});
}

BOOST_AUTO_TEST_CASE(a_date_may_be_typed_without_signs)
{
    auto* form = open(office.add("person", {{"name", "张桂山"}}));

    text(form, "working_since").SetValue("20260108");

    BOOST_REQUIRE(form->edits().size() == 1u);
    BOOST_TEST(to_text(form->edits()[0].value) == "2026-01-08");
}

BOOST_AUTO_TEST_CASE(an_entry_that_cannot_be_read_is_a_finding_and_no_edit)
{
    auto* form = open(office.add("person", {{"name", "张桂山"}}));

    text(form, "working_since").SetValue(views::to_wx("去年"));

    BOOST_TEST(form->is_changed());
    BOOST_TEST(form->edits().empty());
    BOOST_REQUIRE(form->unreadable().size() == 1u);
    BOOST_TEST(form->unreadable()[0].field == "working_since");
}

BOOST_AUTO_TEST_CASE(a_choice_is_kept_by_its_code)
{
    auto* form = open(office.add("person", {{"name", "张桂山"}}));

    auto& sex = tests::control<wxChoice>(form, "sex");
    sex.SetSelection(2);

    BOOST_REQUIRE(form->edits().size() == 1u);
    BOOST_TEST(to_text(form->edits()[0].value) == "female");
}

BOOST_AUTO_TEST_CASE(ticking_a_box_adds_its_word_to_the_set)
{
    auto* form = open(office.add("window", {{"number", "A01"}, {"types", "general,某局自设"}}));

    tests::control<wxCheckBox>(form, "types.payment").SetValue(true);

    BOOST_REQUIRE(form->edits().size() == 1u);
    BOOST_TEST((form->edits()[0].value == Value{make_set({"general", "payment", "某局自设"})}));
}

BOOST_AUTO_TEST_CASE(words_of_an_office_s_own_are_typed_below_the_boxes)
{
    auto* form = open(office.add("window", {{"number", "A01"}, {"types", "general"}}));
    BOOST_TEST(!form->is_changed());

    tests::control<wxTextCtrl>(form, "types.own").SetValue(views::to_wx("潮汐窗口，缴费窗口"));

    BOOST_REQUIRE(form->edits().size() == 1u);
    BOOST_TEST((form->edits()[0].value == Value{make_set({"general", "payment", "潮汐窗口"})}));
}

BOOST_AUTO_TEST_CASE(what_is_chosen_from_a_list_alone_has_no_field_for_other_words)
{
    auto* roles = open(office.add("user", {{"name", "李文员"}, {"roles", "director"}}));
    BOOST_TEST(!tests::control<wxTextCtrl>(roles, "roles.own").IsShown());
    auto* types = open(office.add("window", {{"number", "A01"}}));
    BOOST_TEST(tests::control<wxTextCtrl>(types, "types.own").IsShown());
}

BOOST_AUTO_TEST_CASE(the_arrows_go_from_box_to_box_and_stay_in_the_field)
{
    auto* form = open(office.add("user", {{"name", "李文员"}, {"roles", "director"}}));
    frame->Show();
    const auto box = [&](const char* name) { return &tests::control<wxWindow>(form, name); };
    // The first of the boxes has the name of the field.
    auto* first = box("roles");
    const auto press = [&](int key) {
        auto* focused = wxWindow::FindFocus();
        BOOST_REQUIRE(focused);
        wxKeyEvent event(wxEVT_CHAR_HOOK);
        event.m_keyCode = key;
        event.SetEventObject(focused);
        focused->GetEventHandler()->ProcessEvent(event);
        wxTheApp->Yield();
        return wxWindow::FindFocus();
    };
    first->SetFocus();
    BOOST_REQUIRE(tests::wait_until([&] { return wxWindow::FindFocus() == first; }));
    BOOST_TEST(press(WXK_UP) == first);
    BOOST_TEST(press(WXK_LEFT) == first);
    BOOST_TEST(press(WXK_RIGHT) == box("roles.director"));
    BOOST_TEST(press(WXK_RIGHT) == box("roles.business"));
    BOOST_TEST(press(WXK_LEFT) == box("roles.director"));
}

BOOST_AUTO_TEST_CASE(the_title_of_a_record_is_read_as_a_reference_to_it)
{
    const auto unit = office.add("unit", {{"name", "桃江县公安局"}});
    auto* form = open(office.add("window", {{"number", "A01"}}));

    text(form, "unit").SetValue(views::to_wx("桃江县公安局"));

    BOOST_REQUIRE(form->edits().size() == 1u);
    BOOST_TEST(form->edits()[0].value == Value{unit});
}

BOOST_AUTO_TEST_CASE(esc_closes_the_list_of_a_reference_before_it_leaves_the_form)
{
    frame->Show();
    office.add("unit", {{"name", "桃江县公安局"}});
    auto* form = open(office.add("window", {{"number", "A01"}}));
    int left = 0;
    form->on_escape = [&] { ++left; };
    auto& unit = text(form, "unit");
    auto& box = dynamic_cast<views::SuggestBox&>(*unit.GetParent());
    unit.WriteText("gaj");
    box.open();
    BOOST_REQUIRE(box.is_open());
    const auto escape = [&] {
        wxKeyEvent event(wxEVT_CHAR);
        event.m_keyCode = WXK_ESCAPE;
        unit.GetEventHandler()->ProcessEvent(event);
    };

    escape();
    BOOST_TEST(!box.is_open());
    BOOST_TEST(left == 0);
    escape();
    BOOST_TEST(left == 1);
}

BOOST_AUTO_TEST_CASE(a_finding_stands_beside_its_field)
{
    auto* form = open(office.add("person", {{"name", "张桂山"}}));

    form->show({{.rule = "P01", .field = "id_number", .message = {"号码有误"}}});

    const auto& said = tests::control<wxStaticText>(form, "id_number.findings");
    BOOST_TEST(said.IsShown());
    BOOST_TEST(said.GetLabelText().utf8_string().find("号码有误") != std::string::npos);
    BOOST_TEST(!tests::control<wxStaticText>(form, "name.findings").IsShown());
}

BOOST_AUTO_TEST_CASE(the_levels_of_findings_differ_by_their_signs_too)
{
    auto* form = open(office.add("person", {{"name", "张桂山"}}));

    form->show({{.level = Level::refuse, .field = "id_number", .message = {"号码有误"}},
        {.level = Level::warn, .field = "phone", .message = {"少一位"}},
        {.level = Level::remind, .field = "name", .message = {"请核对"}}});

    const auto said = [&](const char* field) {
        return tests::control<wxStaticText>(form, std::string(field) + ".findings").GetLabelText();
    };
    BOOST_TEST(said("id_number").StartsWith(L"×"));
    BOOST_TEST(said("phone").StartsWith(L"▲"));
    BOOST_TEST(said("name").StartsWith(L"ⓘ"));
}

BOOST_AUTO_TEST_CASE(a_locked_field_cannot_be_changed_and_says_why)
{
    const auto id = office.add("person", {{"name", "张桂山"}, {"rank", "科员"}});
    auto* form = open(id, [](const FieldDef& field) -> std::optional<Message> {
        if (field.name == "rank")
            return Message{"由派驻单位填写"};
        return std::nullopt;
    });

    BOOST_TEST(!text(form, "rank").IsEditable());
    BOOST_TEST(text(form, "name").IsEditable());
    const auto& why = tests::control<wxStaticText>(form, "rank.reason");
    BOOST_TEST(why.GetLabelText().utf8_string().find("由派驻单位填写") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_reason_that_all_fields_share_is_said_once)
{
    const auto id = office.add("person", {{"name", "张桂山"}});
    auto* form = open(id, [](const FieldDef&) -> std::optional<Message> {
        return Message{"这份档案属于另一个乡镇"};
    });

    BOOST_TEST(tests::control<wxStaticText>(form, "lock").IsShown());
    BOOST_TEST(!tests::control<wxStaticText>(form, "name.reason").IsShown());
}

BOOST_AUTO_TEST_CASE(a_difference_stands_at_its_field_with_the_way_to_decide_it)
{
    const auto id = office.add("person", {{"name", "张桂山"}, {"sex", "male"}});
    auto* form = open(id);
    InboxItem item{.kind = "conflict",
        .state = "open",
        .def = &office.def("person"),
        .record = id,
        .field = office.def("person").find("sex"),
        .mine = std::string("male"),
        .theirs = std::string("female"),
        .theirs_by = "桃花江镇 王主任"};
    item.id.bytes[0] = 7;
    Hash128 decided;
    form->on_decide = [&](const Hash128& which) { decided = which; };

    form->show_conflicts({item});

    const auto told = tests::control<wxStaticText>(form, "sex.conflict").GetLabelText();
    for (const auto* part : {"原来：（空）", "您填的：男", "桃花江镇 王主任", "女"})
        BOOST_TEST(told.utf8_string().find(part) != std::string::npos, part);
    BOOST_TEST(!wxWindow::FindWindowByName("name.conflict", form)->IsShown());
    auto& decide = tests::control<wxButton>(form, "sex.decide");
    BOOST_TEST(decide.IsShown());
    wxCommandEvent pressed(wxEVT_BUTTON, decide.GetId());
    decide.ProcessWindowEvent(pressed);
    BOOST_TEST((decided == item.id));

    form->show_conflicts({});
    BOOST_TEST(!decide.IsShown());
}

BOOST_AUTO_TEST_CASE(the_summary_names_the_fields_and_goes_from_one_to_the_next)
{
    frame->Show();
    auto* form = open(office.add("person", {{"name", "张桂山"}}));
    form->SetSize(frame->GetClientSize());
    form->show({{.rule = "x", .field = "phone", .message = {"号码有误"}},
        {.rule = "x", .field = "badge", .message = {"工号重复"}}});
    auto& summary = tests::control<wxButton>(form, "summary");
    BOOST_TEST(summary.GetLabelText().utf8_string().find("联系电话、工号") != std::string::npos);
    const auto goes_to = [&](const char* field) {
        wxCommandEvent pressed(wxEVT_BUTTON, summary.GetId());
        summary.ProcessWindowEvent(pressed);
        return tests::wait_until([&] { return text(form, field).HasFocus(); });
    };

    BOOST_TEST(goes_to("phone"));
    BOOST_TEST(goes_to("badge"));
    BOOST_TEST(goes_to("phone"));
}

BOOST_AUTO_TEST_CASE(enter_moves_on_over_locked_fields)
{
    frame->Show();
    const auto unit = office.add("unit", {{"name", "县公安局"}});
    auto* form = open(unit, [](const FieldDef& field) {
        return field.name == "short_name" ? std::optional(Message{"由县里填写"}) : std::nullopt;
    });
    form->SetSize(frame->GetClientSize());
    const auto enter = [&](const char* field) {
        wxCommandEvent pressed(wxEVT_TEXT_ENTER, text(form, field).GetId());
        text(form, field).GetEventHandler()->ProcessEvent(pressed);
    };

    enter("name");
    BOOST_TEST(tests::wait_until([&] { return text(form, "credit_code").HasFocus(); }));
}

BOOST_AUTO_TEST_CASE(the_worst_finding_has_the_keyboard_before_an_earlier_one)
{
    frame->Show();
    auto* form = open(office.add("person", {{"name", "张桂山"}}));
    form->show({{.level = Level::remind, .field = "name", .message = {"请核对"}},
        {.level = Level::refuse, .field = "phone", .message = {"号码有误"}},
        {.level = Level::refuse, .field = "rank", .message = {"太长"}}});

    form->go_to_worst_finding();

    BOOST_TEST(tests::wait_until([&] { return text(form, "phone").HasFocus(); }));
}

BOOST_AUTO_TEST_CASE(a_step_of_a_chain_offers_the_kinds_of_its_matter)
{
    const auto id = office.add(
        "chain_step", {{"matter", "leave"}, {"post", "主任"}, {"step", "1"}, {"kinds", "sick"}});
    auto* form = open(id);
    const auto shows = [&](const std::string& code) {
        return wxWindow::FindWindowByName("kinds." + code, form)->IsShown();
    };
    const std::string of_leave(choices_of<LeaveKind>[2].code);
    const std::string of_change(choices_of<ChangeKind>[1].code);
    const std::string of_item(choices_of<ItemChangeKind>[1].code);
    BOOST_TEST(shows(of_leave));
    BOOST_TEST(!shows(of_change));
    BOOST_TEST(!shows(of_item));

    auto& matter = tests::control<wxChoice>(form, "matter");
    const auto choose = [&](ApprovalMatter which) {
        for (unsigned i = 0; i < matter.GetCount(); ++i)
            if (matter.GetString(i)
                == views::tr(choices_of<ApprovalMatter>[static_cast<std::size_t>(which)].label))
                matter.SetSelection(static_cast<int>(i));
        wxCommandEvent chosen(wxEVT_CHOICE, matter.GetId());
        matter.ProcessWindowEvent(chosen);
    };
    choose(ApprovalMatter::item);
    BOOST_TEST(shows(of_item));
    BOOST_TEST(!shows(of_leave == "sick" ? std::string(choices_of<LeaveKind>[3].code) : of_leave));
    BOOST_TEST(shows("sick")); // what is ticked stays in sight
    choose(ApprovalMatter::change);
    BOOST_TEST(shows(of_change));
    BOOST_TEST(!shows(of_item));
}

BOOST_AUTO_TEST_SUITE_END()
