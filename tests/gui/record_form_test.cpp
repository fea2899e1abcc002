#include "views/form/record_form.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"

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

BOOST_AUTO_TEST_CASE(the_title_of_a_record_is_read_as_a_reference_to_it)
{
    const auto unit = office.add("unit", {{"name", "桃江县公安局"}});
    auto* form = open(office.add("window", {{"number", "A01"}}));

    text(form, "unit").SetValue(views::to_wx("桃江县公安局"));

    BOOST_REQUIRE(form->edits().size() == 1u);
    BOOST_TEST(form->edits()[0].value == Value{unit});
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

BOOST_AUTO_TEST_SUITE_END()
