// How long the window is busy at each key typed into the filters of a list of a hundred thousand
// persons, or as many as are asked for, at a click on a head, and at a screen of scrolling; grouped
// and not. Needs a display.
#include "model/exchange/demo_people.h"
#include "tests/support/gui.h"
#include "views/list/record_list.h"

#include <wx/srchctrl.h>
#include <wx/textctrl.h>

#include <ctime>
#include <iostream>

using namespace model;

namespace {

constexpr std::size_t usual = 100'000;

wxWindow* painted = nullptr; ///< what a key has to have painted

template <class Work>
void timed(const std::string& what, Work work)
{
    const auto start = std::chrono::steady_clock::now();
    const auto cpu = std::clock();
    work();
    painted->Update();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    std::cout << what << ": " << took.count() << " ms, of the processor "
              << 1000.0 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC << " ms\n";
    for (int i = 0; i < 200; ++i) { // the rest of the rows comes while nobody types
        wxTheApp->Yield();
        wxMilliSleep(10);
    }
}

void fill(tests::Office& office, std::size_t many)
{
    Batch batch(office.store, {.label = {msgid("Add {1}"), {"persons"}}, .account = office.clerk});
    for (const auto& person : demo_people(1, many)) {
        auto record = Record::empty(office.def("person"), office.new_id());
        record["name"] = person.name;
        record["id_number"] = person.id_number;
        record["phone"] = person.phone;
        record["sex"] = std::string(choices_of<Sex>[static_cast<std::size_t>(person.sex)].code);
        batch.create(record);
    }
    batch.commit();
}

} // namespace

int main(int argc, char** argv)
{
    tests::WithOffice desk;
    fill(desk.office, argc > 1 ? std::stoul(argv[1]) : usual);
    const auto& def = desk.office.def("person");
    views::RecordList* list = nullptr;
    painted = desk.frame;
    timed("open", [&] {
        list = new views::RecordList(desk.frame, desk.office.store, def);
        desk.frame->Show();
        desk.frame->SendSizeEvent();
    });
    auto& name = tests::control<wxTextCtrl>(list, "filter.name");
    auto& anywhere = tests::control<wxSearchCtrl>(list, "filter");
    for (const auto* text : {"张", "张文", "张", ""})
        timed("name: " + std::string(text), [&] { name.SetValue(views::to_wx(text)); });
    for (const auto* text : {"1", "13", "139", "139 李", "139", ""})
        timed("anywhere: " + std::string(text), [&] { anywhere.SetValue(views::to_wx(text)); });
    timed("sort by name", [&] { list->sort_by(*def.find("name"), false); });
    timed("sort by name, downwards", [&] { list->sort_by(*def.find("name"), false); });
    timed("then by sex", [&] { list->sort_by(*def.find("sex"), true); });
    for (const auto* text : {"张", ""})
        timed("name, sorted: " + std::string(text), [&] { name.SetValue(views::to_wx(text)); });
    timed("group by sex", [&] { list->group_by(def.find("sex")); });
    for (const auto* text : {"张", ""})
        timed("name, grouped: " + std::string(text), [&] { name.SetValue(views::to_wx(text)); });
    timed("fold all", [&] { list->fold_groups(); });
    timed("name, folded: 张", [&] { name.SetValue(views::to_wx("张")); });
    list->clear_filters();
    timed("open all", [&] { list->open_groups(); });
    timed("group by none", [&] { list->group_by(nullptr); });
    list->select(*list->first());
    for (const int rows : {1, 30, 30, 50'000})
        timed("scroll by " + std::to_string(rows), [&] { list->step(rows); });
    timed("nothing", [] {});
}
