#include "views/list/record_list.h"

#include "model/base/files.h"
#include "model/schema/reached_field.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"
#include "views/list/shown_rows.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/menu.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>

namespace {

struct WithStaff : tests::WithOffice {
    WithStaff()
    {
        zhang = office.add("person",
            {{"name", "张桂山"}, {"phone", "13873712345"}, {"id_number", "43092219850312001X"}});
        office.add("person", {{"name", "李秀英"}, {"sex", "female"}});
        office.add("person", {{"name", "王建国"}, {"sex", "male"}});
    }

    std::vector<std::string> names(views::RecordList& list)
    {
        std::vector<std::string> all;
        for (std::size_t row = 0; row < list.count(); ++row)
            all.push_back(views::from_wx(list.text(row, 0)));
        return all;
    }

    model::Uuid zhang;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(record_list_test, WithStaff)

BOOST_AUTO_TEST_CASE(the_columns_are_the_fields_with_a_width)
{
    const auto& def = office.def("person");
    auto* list = new views::RecordList(frame, office.store, def);
    const auto& table = tests::control<wxDataViewCtrl>(list, "table");
    const auto listed = std::ranges::count_if(def.fields, [](auto& field) { return field.width; });
    BOOST_TEST(table.GetColumnCount() == static_cast<unsigned>(listed));
}

BOOST_AUTO_TEST_CASE(the_rows_are_the_records_of_the_file)
{
    auto* list = new views::RecordList(frame, office.store, office.def("person"));
    const std::vector<std::string> all{"张桂山", "李秀英", "王建国"};
    BOOST_TEST(names(*list) == all, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(personal_values_are_masked)
{
    auto* list = new views::RecordList(frame, office.store, office.def("person"));
    BOOST_TEST(views::from_wx(list->text(0, 2)) == "430922**********1X");
    BOOST_TEST(views::from_wx(list->text(0, 3)) == "138****2345");
}

BOOST_AUTO_TEST_CASE(typing_into_the_filter_leaves_the_rows_that_hold_the_words)
{
    auto* list = new views::RecordList(frame, office.store, office.def("person"));

    tests::control<wxSearchCtrl>(list, "filter").SetValue(views::to_wx("秀英"));
    tests::wait_until([&] { return list->count() == 1; });

    const std::vector<std::string> found{"李秀英"};
    BOOST_TEST(names(*list) == found, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_filter_under_a_head_filters_at_every_key)
{
    auto* list = new views::RecordList(frame, office.store, office.def("person"));
    auto& cell = tests::control<wxTextCtrl>(list, "filter.sex");

    cell.SetValue(views::to_wx("女"));
    BOOST_TEST(list->count() == 1u);
    BOOST_TEST(list->is_filtered());

    tests::control<wxTextCtrl>(list, "filter.name").SetValue(views::to_wx("张"));
    BOOST_TEST(list->count() == 0u);
    cell.SetValue({});
    BOOST_TEST(list->count() == 1u);
}

BOOST_AUTO_TEST_CASE(a_sign_tells_that_rows_are_hidden_and_shows_them_again)
{
    auto* list = new views::RecordList(frame, office.store, office.def("person"));
    auto& sign = tests::control<wxButton>(list, "filtered");
    auto& cell = tests::control<wxTextCtrl>(list, "filter.name");
    const auto& counts = tests::control<wxStaticText>(list, "counts");
    const auto before = counts.GetLabelText();
    BOOST_TEST(!sign.IsShown());

    cell.SetValue(views::to_wx("张"));
    list->filter("1");
    BOOST_TEST(sign.IsShown());
    BOOST_TEST(counts.GetLabelText() != before);

    wxCommandEvent press(wxEVT_BUTTON, sign.GetId());
    sign.ProcessWindowEvent(press);

    BOOST_TEST(list->count() == 3u);
    BOOST_TEST(!sign.IsShown());
    BOOST_TEST(cell.GetValue().empty());
    BOOST_TEST(counts.GetLabelText() == before);
}

BOOST_AUTO_TEST_CASE(the_marked_record_is_marked_again_once_a_filter_shows_it)
{
    auto* list = new views::RecordList(frame, office.store, office.def("person"));
    list->select(zhang);

    list->filter(views::to_wx("秀英"));
    BOOST_TEST(!list->selected().has_value());
    list->clear_filters();

    BOOST_TEST((list->selected() == zhang));
}

BOOST_AUTO_TEST_CASE(names_sort_by_pinyin_and_a_second_click_turns_them_round)
{
    auto* list = new views::RecordList(frame, office.store, office.def("person"));
    const auto& name = *office.def("person").find("name");

    list->sort_by(name, false);
    const std::vector<std::string> upwards{"李秀英", "王建国", "张桂山"};
    BOOST_TEST(names(*list) == upwards, boost::test_tools::per_element());

    list->sort_by(name, false);
    const std::vector<std::string> downwards{"张桂山", "王建国", "李秀英"};
    BOOST_TEST(names(*list) == downwards, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(one_more_column_sorts_what_the_first_leaves_equal)
{
    office.add("person", {{"name", "陈建国"}, {"sex", "male"}});
    auto* list = new views::RecordList(frame, office.store, office.def("person"));
    const auto& def = office.def("person");

    list->sort_by(*def.find("sex"), false);
    list->sort_by(*def.find("name"), true);

    BOOST_TEST(list->layout().order.size() == 2u);
    const std::vector<std::string> expected{"陈建国", "王建国", "李秀英", "张桂山"};
    BOOST_TEST(names(*list) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_list_comes_back_as_it_was_arranged)
{
    const auto& def = office.def("person");
    const views::ListWorld world;
    auto* list = new views::RecordList(frame, office.store, def, world);
    views::ListLayout layout;
    layout.columns = {{def.find("education"), 90}, {def.find("name"), 150}};
    layout.order = {{def.find("name"), true}};
    list->arrange(layout);

    auto* again = new views::RecordList(frame, office.store, def, world);

    BOOST_TEST((again->layout() == layout));
    BOOST_TEST(views::from_wx(again->text(0, 1)) == "张桂山");
}

/// In the dialog, as the user does it: the phone of a posting's person.
class Reaching : public wxModalDialogHook {
public:
    explicit Reaching(const char* field) : field_(views::tr(field)) { Register(); }
    ~Reaching() override { Unregister(); }

private:
    int Enter(wxDialog* dialog) override
    {
        BOOST_TEST(tests::control<wxChoice>(dialog, "through").GetString(0) == views::tr("Person"));
        BOOST_TEST(tests::control<wxChoice>(dialog, "reached").SetStringSelection(field_));
        auto& add = tests::control<wxButton>(dialog, "add");
        for (int i = 0; i < 2; ++i) { // the second time it is there already
            wxCommandEvent event(wxEVT_BUTTON, add.GetId());
            add.ProcessWindowEvent(event);
        }
        return wxID_OK;
    }

    wxString field_;
};

BOOST_AUTO_TEST_CASE(a_column_of_the_record_a_reference_names_is_added_and_remembered)
{
    office.add("posting", {{"person", zhang.text()}, {"from", "2026-01-05"}});
    office.add("posting", {{"from", "2026-02-05"}});
    const auto& def = office.def("posting");
    const views::ListWorld world;
    auto* list = new views::RecordList(frame, office.store, def, world);
    {
        const Reaching reaching("Phone");
        list->ask_columns();
    }
    const auto* phone = model::find_column(def, office.store.catalog(), "person.phone");
    const auto& columns = list->layout().columns;
    BOOST_TEST(std::ranges::count(columns, phone, &views::ListLayout::Column::field) == 1);
    BOOST_REQUIRE(columns.at(1).field == phone); // below the marked line, which was the first
    BOOST_TEST(list->text(0, 1) == "138****2345");
    BOOST_TEST(tests::control<wxTextCtrl>(list, "filter.person.phone").GetParent());
    BOOST_TEST(views::as_text(list->rows(), {0}).find(views::from_wx(views::tr("Person")) + "：")
        != std::string::npos);

    tests::control<wxTextCtrl>(list, "filter.person.phone").SetValue("2345");
    BOOST_TEST(list->count() == 1U);
    list->sort_by(*phone, false);
    list->group_by(phone);
    list->views().save("带电话");
    list->clear_filters();
    BOOST_TEST(list->paste_target().columns.at(1) == phone); // in which nothing is pasted

    auto* again = new views::RecordList(frame, office.store, def, world);
    BOOST_TEST((again->layout() == list->layout()));
    const views::SavedViews saved(def, office.store.catalog(), world.settings);
    BOOST_REQUIRE(saved.find("带电话"));
    BOOST_REQUIRE(saved.find("带电话")->cells.size() == 1U);
    BOOST_TEST(saved.find("带电话")->cells.front().first == phone);
}

BOOST_AUTO_TEST_CASE(a_layout_without_a_column_of_today_is_the_usual_one)
{
    const auto& def = office.def("person");
    BOOST_TEST((views::ListLayout::parse(def, office.store.catalog(), "")
        == views::ListLayout::standard(def)));
    BOOST_TEST((views::ListLayout::parse(def, office.store.catalog(), "gone:80/gone")
        == views::ListLayout::standard(def)));
    const auto layout = views::ListLayout::parse(
        def, office.store.catalog(), "gone:80 name:x sex:5 name:9/-sex gone");
    BOOST_TEST(layout.text() == "name:100 sex:30/-sex");
}

BOOST_AUTO_TEST_CASE(rows_are_copied_under_their_heads_as_a_spreadsheet_takes_them)
{
    office.change(zhang, "rank", "=1+1");
    office.change(zhang, "badge", "<017>");
    const auto& def = office.def("person");
    views::RecordRows rows(office.store, def);
    rows.show({def.find("name"), def.find("rank"), def.find("badge")});
    rows.read();
    rows.query({});

    BOOST_TEST(views::as_text(rows, {0, 2})
        == "姓名\t职务\t工号\r\n张桂山\t'=1+1\t<017>\r\n王建国\t\t\r\n");
    const auto html = views::as_html(rows, {0});
    BOOST_TEST(html.find("mso-number-format") != std::string::npos);
    BOOST_TEST(html.find("&lt;017&gt;</td>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_shown_is_exported_in_its_order)
{
    const tests::TempFolder folder;
    const auto& def = office.def("person");
    views::RecordRows rows(office.store, def);
    rows.show({def.find("name"), def.find("phone")});
    rows.read();
    rows.query({.listing = {
                    .anywhere = "138", .searched = rows.columns(), .order = {{def.find("name")}}}});
    views::write_rows(rows, folder.file("shown.csv"), "人员");

    model::SystemFiles files;
    const auto text = files.read(folder.file("shown.csv")).value();
    BOOST_TEST(text.find(",张桂山,138****2345") != std::string::npos, text);
    BOOST_TEST(text.find("id,") < 4U, text); // behind the mark of UTF-8
    BOOST_TEST(text.find(rows.found_id(0).text() + ',') != std::string::npos, text);
    BOOST_TEST(text.find("王建国") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_long_list_gets_all_its_rows_after_the_first)
{
    {
        model::Batch batch(office.store, {.label = {"Add", {}}, .account = office.clerk});
        for (int i = 0; i < 9000; ++i)
            batch.create(tests::make(
                office.def("person"), office.new_id(), {{"name", "人员" + std::to_string(i)}}));
        batch.commit();
    }
    auto* list = new views::RecordList(frame, office.store, office.def("person"));
    auto& table = tests::control<wxDataViewCtrl>(list, "table");
    auto& model = dynamic_cast<wxDataViewVirtualListModel&>(*table.GetModel());

    BOOST_TEST(list->count() == 9003u);
    BOOST_TEST(tests::wait_until([&] { return model.GetCount() == 9003u; }));
    list->filter(views::to_wx("人员899"));
    BOOST_TEST(model.GetCount() == 11u);
}

BOOST_AUTO_TEST_CASE(a_reference_is_shown_by_the_title_of_its_record)
{
    const auto unit = office.add("unit", {{"name", "桃江县公安局"}});
    office.add("window", {{"number", "A01"}, {"unit", unit.text()}});
    auto* list = new views::RecordList(frame, office.store, office.def("window"));
    BOOST_TEST(views::from_wx(list->text(0, 3)) == "桃江县公安局");
}

BOOST_AUTO_TEST_CASE(the_chosen_record_stays_chosen_when_another_is_added)
{
    auto* list = new views::RecordList(frame, office.store, office.def("person"));
    list->select(zhang);

    office.add("person", {{"name", "赵敏"}});
    list->refresh();

    BOOST_TEST((list->selected() == zhang));
    BOOST_TEST(list->count() == 4u);
}

BOOST_AUTO_TEST_CASE(rows_are_grouped_under_a_row_that_counts_them)
{
    const auto& def = office.def("person");
    office.add("person", {{"name", "陈建国"}, {"sex", "male"}});
    views::RecordRows rows(office.store, def);
    rows.read();
    rows.query({.listing = {.order = {{def.find("name")}}}, .group = def.find("sex")});

    const auto row = [&](std::size_t at) {
        return views::from_wx(rows.text(at, 0)) + '|' + views::from_wx(rows.text(at, 1));
    };
    BOOST_TEST(rows.size() == 7u);
    BOOST_TEST(rows.found() == 4u);
    BOOST_TEST(row(0) == "▼ 共 2 条|男");
    BOOST_TEST(row(1) == "陈建国|男");
    BOOST_TEST(row(2) == "王建国|男");
    BOOST_TEST(row(3) == "▼ 共 1 条|女");
    BOOST_TEST(row(5) == "▼ 共 1 条|（空）");
    BOOST_TEST(rows.id(0).is_nil());

    rows.fold(0, true);
    BOOST_TEST(rows.size() == 5u);
    BOOST_TEST(rows.found() == 4u);
    BOOST_TEST(rows.is_folded(0));
    BOOST_TEST(row(0) == "▶ 共 2 条|男");
    BOOST_TEST(row(1) == "▼ 共 1 条|女");

    rows.query({.group = def.find("sex")});
    BOOST_TEST(rows.is_folded(0));
    rows.fold_all(true);
    BOOST_TEST(rows.size() == 3u);
    rows.fold_all(false);
    BOOST_TEST(rows.size() == 7u);
    rows.query({.group = def.find("name")});
    BOOST_TEST(row(0) == "▼ 陈建国|共 1 条");
}

BOOST_AUTO_TEST_CASE(groups_are_folded_in_the_table_and_are_no_records)
{
    auto* list = new views::RecordList(frame, office.store, office.def("person"));
    auto& table = tests::control<wxDataViewCtrl>(list, "table");
    auto& model = dynamic_cast<wxDataViewVirtualListModel&>(*table.GetModel());
    list->group_by(office.def("person").find("sex"));
    BOOST_TEST(model.GetCount() == 6u);
    BOOST_TEST(list->count() == 3u);

    list->select_all();
    BOOST_TEST(list->selected_records().size() == 3u);
    BOOST_TEST(list->paste_target().records.size() == 3u);
    BOOST_TEST(list->paste_target().selected.size() == 3u);
    list->select(*list->first());
    BOOST_TEST(list->selected().has_value());

    list->fold_groups();
    BOOST_TEST(model.GetCount() == 3u);
    BOOST_TEST(!list->first().has_value());
    BOOST_TEST(!list->near_last().has_value());
    list->step(1);
    list->open_groups();
    BOOST_TEST(model.GetCount() == 6u);
    list->group_by(nullptr);
    BOOST_TEST(model.GetCount() == 3u);
}

BOOST_AUTO_TEST_CASE(page_down_steps_over_the_rows_of_groups)
{
    auto* list = new views::RecordList(frame, office.store, office.def("person"));
    list->group_by(office.def("person").find("sex"));
    list->select(*list->first());
    const auto first = list->selected();
    list->step(1);
    BOOST_TEST((list->selected().has_value() && list->selected() != first));
    list->step(-1);
    BOOST_TEST((list->selected() == first));
    list->step(-1);
    BOOST_TEST((list->selected() == first));
}

BOOST_AUTO_TEST_CASE(a_row_that_has_ended_says_so_in_words)
{
    office.add("posting", {{"person", zhang.text()}, {"to", "2025-06-30"}});
    office.add("posting", {{"person", zhang.text()}, {"to", "2027-06-30"}});
    auto* list = new views::RecordList(frame, office.store, office.def("posting"));
    auto& table = tests::control<wxDataViewCtrl>(list, "table");

    int ended = 0;
    for (unsigned row = 0; row < 2; ++row) {
        wxVariant cell;
        dynamic_cast<wxDataViewVirtualListModel&>(*table.GetModel()).GetValueByRow(cell, row, 0);
        ended += cell.GetString().Contains(views::to_wx("已终止")) ? 1 : 0;
    }
    BOOST_TEST(ended == 1);
}

BOOST_AUTO_TEST_CASE(rows_with_a_conflict_are_marked_and_can_be_shown_alone)
{
    std::set<model::Uuid> conflicting;
    auto* list = new views::RecordList(
        frame, office.store, office.def("person"), {.conflicting = [&] { return conflicting; }});
    auto& only = tests::control<wxToggleButton>(list, "conflicting");
    auto& table = tests::control<wxDataViewCtrl>(list, "table");
    BOOST_TEST(!only.IsShown());

    conflicting = {zhang};
    office.change(zhang, "rank", "科员");
    list->refresh();
    BOOST_TEST(only.IsShown());
    wxVariant cell;
    dynamic_cast<wxDataViewVirtualListModel&>(*table.GetModel()).GetValueByRow(cell, 0, 0);
    BOOST_TEST(views::from_wx(cell.GetString()) == "▲ 张桂山");

    list->switch_conflicts();
    BOOST_TEST(list->count() == 1u);
    BOOST_TEST(list->is_filtered());
    list->clear_filters();
    BOOST_TEST(list->count() == 3u);
    BOOST_TEST(!only.GetValue());

    list->show_only(views::RowsQuery::Only::conflicts);
    conflicting.clear();
    office.change(zhang, "rank", "主任");
    list->refresh();
    BOOST_TEST(list->count() == 3u);
    BOOST_TEST(!only.IsShown());
}

BOOST_AUTO_TEST_CASE(a_check_marks_what_the_rules_find_until_it_is_put_right)
{
    office.change(zhang, "id_number", "430922198503120011");
    auto* list = new views::RecordList(frame, office.store, office.def("person"));
    auto& only = tests::control<wxToggleButton>(list, "findings");
    list->show_only(views::RowsQuery::Only::findings);
    BOOST_TEST(list->count() == 3u);
    BOOST_TEST(!only.IsShown());

    list->check();
    BOOST_TEST(only.IsShown());
    BOOST_TEST((list->rows().mark(0) == views::RowMark::error));
    list->switch_findings();
    BOOST_TEST(list->count() == 1u);

    list->select(zhang);
    office.change(zhang, "id_number", "430922198503120017");
    list->refresh();
    BOOST_TEST(list->count() == 3u);
    BOOST_TEST(!only.IsShown());
    BOOST_TEST((list->rows().mark(0) == views::RowMark::none));
}

BOOST_AUTO_TEST_CASE(a_saved_view_brings_columns_order_groups_and_filters_back)
{
    const auto& def = office.def("person");
    const views::ListWorld world;
    auto* list = new views::RecordList(frame, office.store, def, world);
    auto& box = tests::control<wxChoice>(list, "view");
    tests::control<wxTextCtrl>(list, "filter.sex").SetValue(views::to_wx("女"));
    list->sort_by(*def.find("name"), false);
    list->group_by(def.find("sex"));
    list->views().save("女同志");
    BOOST_TEST(box.GetSelection() == 1);
    const auto menu = list->views().make_menu();
    BOOST_REQUIRE(menu->GetMenuItemCount() == 4u); // with a line before the two commands
    BOOST_TEST(menu->FindItemByPosition(0)->GetItemLabelText() == views::to_wx("女同志"));
    BOOST_TEST(menu->IsChecked(1));

    list->clear_filters();
    list->group_by(nullptr);
    BOOST_TEST(box.GetSelection() == 0);
    BOOST_TEST(list->count() == 3u);

    box.SetSelection(1);
    wxCommandEvent event(wxEVT_CHOICE, box.GetId());
    event.SetInt(1);
    box.ProcessWindowEvent(event);

    BOOST_TEST(list->count() == 1u);
    BOOST_TEST((list->layout().group == def.find("sex")));
    BOOST_TEST(tests::control<wxTextCtrl>(list, "filter.sex").GetValue() == views::to_wx("女"));
    BOOST_TEST(box.GetSelection() == 1);

    views::SavedViews(def, office.store.catalog(), world.settings).begin_with("女同志");
    auto* again = new views::RecordList(frame, office.store, def, world);
    BOOST_TEST(again->count() == 1u);
}

BOOST_AUTO_TEST_CASE(the_last_of_two_thousand_rows_is_there)
{
    {
        model::Batch batch(office.store, {.label = {"Add", {}}, .account = office.clerk});
        for (int i = 0; i < 2000; ++i)
            batch.create(tests::make(
                office.def("person"), office.new_id(), {{"name", "人员" + std::to_string(i)}}));
        batch.commit();
    }
    views::RecordRows rows(office.store, office.def("person"));
    rows.read();
    rows.query({});

    BOOST_TEST(rows.size() == 2003u);
    BOOST_TEST(views::from_wx(rows.text(2002, 0)) == "人员1999");
}

BOOST_AUTO_TEST_CASE(a_column_of_references_is_sorted_by_their_titles)
{
    const auto b = office.add("unit", {{"name", "B局"}});
    const auto a = office.add("unit", {{"name", "A局"}});
    office.add("window", {{"number", "1"}, {"unit", b.text()}});
    office.add("window", {{"number", "2"}, {"unit", a.text()}});
    office.add("window", {{"number", "3"}});
    const auto& def = office.def("window");
    views::RecordRows rows(office.store, def);

    rows.read();
    rows.query({.listing = {.order = {{def.find("unit")}}}});

    BOOST_TEST(views::from_wx(rows.text(0, 0)) == "2");
    BOOST_TEST(views::from_wx(rows.text(1, 0)) == "1");
    BOOST_TEST(views::from_wx(rows.text(2, 0)) == "3");
}

BOOST_AUTO_TEST_SUITE_END()
