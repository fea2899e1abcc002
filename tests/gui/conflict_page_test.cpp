#include "views/conflicts/conflict_page.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"

#include <wx/button.h>
#include <wx/stattext.h>

using namespace model;

namespace {

struct WithConflict : tests::WithOffice {
    WithConflict()
    {
        const auto& def = office.def("person");
        open.push_back({.id = "c1",
            .field = def.find("sex"),
            .entity = &def,
            .record = office.add("person", {{"name", "张桂山"}}),
            .title = "张桂山",
            .mine = std::string("male"),
            .theirs = std::string("female"),
            .mine_by = "李文员",
            .theirs_by = "桃花江镇 王主任"});
        source.open = [this] { return open; };
        source.settle = [this](
                            const views::Conflict& conflict, views::Take take, const Value& value) {
            settled = {conflict.id, take, value};
            open.clear();
        };
    }

    struct Settled {
        std::string id;
        views::Take take;
        Value value;
    };

    std::vector<views::Conflict> open;
    std::optional<Settled> settled;
    views::Conflicts source;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(conflict_page_test, WithConflict)

BOOST_AUTO_TEST_CASE(both_entries_are_shown_by_their_labels)
{
    auto* page = new views::ConflictPage(frame, source, office.store);
    const auto shown = [&](const char* name) {
        return tests::control<wxStaticText>(page, name).GetLabelText();
    };
    BOOST_TEST(shown("mine") == views::tr("Male"));
    BOOST_TEST(shown("theirs") == views::tr("Female"));
}

BOOST_AUTO_TEST_CASE(taking_theirs_settles_the_conflict_with_their_value)
{
    auto* page = new views::ConflictPage(frame, source, office.store);
    auto& button = tests::control<wxButton>(page, "take_theirs");

    wxCommandEvent press(wxEVT_BUTTON, button.GetId());
    button.ProcessWindowEvent(press);

    BOOST_REQUIRE(settled.has_value());
    BOOST_TEST(settled->id == "c1");
    BOOST_TEST((settled->take == views::Take::theirs));
    BOOST_TEST(settled->value == Value{std::string("female")});
    BOOST_TEST(page->count() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
