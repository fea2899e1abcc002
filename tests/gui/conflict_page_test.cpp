#include "views/conflicts/conflict_page.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/msgdlg.h>
#include <wx/stattext.h>

using namespace model;

namespace {

/// Says yes to every dialog, and keeps what the last message box told.
class Reading : public wxModalDialogHook {
public:
    Reading() { Register(); }
    ~Reading() override { Unregister(); }

    std::string extended;

private:
    int Enter(wxDialog* dialog) override
    {
        if (const auto* box = dynamic_cast<wxMessageDialog*>(dialog))
            extended = views::from_wx(box->GetExtendedMessage());
        return wxID_OK;
    }
};

struct WithConflict : tests::WithOffice {
    WithConflict()
    {
        const auto& def = office.def("person");
        InboxItem item{.kind = "conflict",
            .state = "open",
            .def = &def,
            .record = office.add("person", {{"name", "张桂山"}}),
            .field = def.find("sex"),
            .mine = std::string("male"),
            .theirs = std::string("female"),
            .mine_by = "李文员",
            .theirs_by = "桃花江镇 王主任"};
        open.push_back(item);
        source.open = [this] { return open; };
        source.take = [this](const InboxItem&, Take take) {
            taken = take;
            open.clear();
        };
    }

    void press(wxWindow* page, const char* name)
    {
        auto& button = tests::control<wxButton>(page, name);
        wxCommandEvent pressed(wxEVT_BUTTON, button.GetId());
        button.ProcessWindowEvent(pressed);
    }

    std::vector<InboxItem> open;
    std::optional<Take> taken;
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

BOOST_AUTO_TEST_CASE(taking_theirs_settles_the_conflict_so)
{
    auto* page = new views::ConflictPage(frame, source, office.store);

    press(page, "take_theirs");

    BOOST_TEST((taken == Take::theirs));
    BOOST_TEST(page->count() == 0u);
}

BOOST_AUTO_TEST_CASE(the_conflict_that_was_read_is_decided_though_others_came_before_it)
{
    open.front().id = Hash128::of("read");
    std::optional<Hash128> decided;
    source.take = [&](const InboxItem& item, Take) { decided = item.id; };
    auto* page = new views::ConflictPage(frame, source, office.store);
    auto other = open.front();
    other.id = Hash128::of("came later");
    open.insert(open.begin(), other);

    page->refresh();
    press(page, "take_theirs");

    BOOST_TEST((decided == Hash128::of("read")));
}

BOOST_AUTO_TEST_CASE(what_the_rules_find_in_a_typed_value_is_told_by_its_field)
{
    source.enter = [this](const InboxItem&, const Value&) {
        open.clear();
        return Outcome{.done = true,
            .findings = {{.level = Level::warn, .field = "phone", .message = {"too short"}},
                {.level = Level::remind, .field = "name", .message = {"still missing"}}}};
    };
    auto* page = new views::ConflictPage(frame, source, office.store);
    const tests::Answering yes(wxID_OK);
    const auto told = [&] {
        return views::from_wx(tests::control<views::WrappedText>(page, "told").text());
    };
    const auto waiting = open;

    press(page, "take_other");

    BOOST_TEST(yes.asked() == 1);
    BOOST_TEST(page->count() == 0u);
    BOOST_TEST(told().find("张桂山") != std::string::npos, told());
    BOOST_TEST(told().find("联系电话：too short") != std::string::npos, told());
    BOOST_TEST(told().find("still missing") == std::string::npos, told());

    open = waiting;
    page->refresh();
    press(page, "take_theirs");
    BOOST_TEST(told() == "");
}

BOOST_AUTO_TEST_CASE(a_typed_value_that_is_refused_leaves_the_conflict_and_names_the_field)
{
    source.enter = [](const InboxItem&, const Value&) {
        return Outcome{
            .findings = {{.level = Level::refuse, .field = "phone", .message = {"too short"}}}};
    };
    auto* page = new views::ConflictPage(frame, source, office.store);
    bool is_written = false;
    page->on_written = [&] { is_written = true; };
    Reading reading;

    press(page, "take_other");

    BOOST_TEST(reading.extended == "联系电话：too short");
    BOOST_TEST(page->count() == 1u);
    BOOST_TEST(!is_written);
}

BOOST_AUTO_TEST_CASE(a_notice_can_only_be_put_away)
{
    open.front().kind = "refused";
    open.front().reason = "The record was deleted";
    auto* page = new views::ConflictPage(frame, source, office.store);

    BOOST_TEST(!wxWindow::FindWindowByName("take_theirs", page)->IsShown());
    BOOST_TEST(wxWindow::FindWindowByName("put_away", page)->IsShown());
    press(page, "put_away");

    BOOST_TEST(page->count() == 0u);
}

BOOST_AUTO_TEST_CASE(a_record_that_was_not_let_in_is_told_by_its_name_and_no_time_is_made_up)
{
    auto& item = open.front();
    item = {.kind = "refused", .state = "open", .def = item.def, .record = office.new_id()};
    item.fid = -1;
    item.title = "冯甲";
    item.step = OpType::create;
    item.mine = std::string(R"({"n":1,"t":"create"})");
    item.reason = "This record lies outside what this device may enter";
    auto* page = new views::ConflictPage(frame, source, office.store);
    const auto shown = [&](const char* name) {
        return tests::control<wxStaticText>(page, name).GetLabelText();
    };

    BOOST_TEST(shown("what").Contains(wxString::FromUTF8("冯甲")));
    BOOST_TEST(shown("mine") == views::tr("Added"));
    for (auto* child : page->GetChildren())
        for (auto* text : child->GetChildren())
            BOOST_TEST(!text->GetLabel().Contains("1970"), text->GetLabel());
    auto& list = tests::control<wxDataViewListCtrl>(page, "conflicts");
    BOOST_TEST(list.GetTextValue(0, 2) == wxString::FromUTF8("冯甲"));
    BOOST_TEST(list.GetTextValue(0, 5) == "");
}

BOOST_AUTO_TEST_CASE(a_side_that_deleted_the_record_offers_to_leave_it_deleted)
{
    open.front().kind = "after_deletion";
    open.front().mine_stands = true;
    auto* page = new views::ConflictPage(frame, source, office.store);

    BOOST_TEST(tests::control<wxStaticText>(page, "mine").GetLabelText() == views::tr("(deleted)"));
    BOOST_TEST(tests::control<wxButton>(page, "take_mine").GetLabelText()
        == views::tr("Leave it deleted"));
    BOOST_TEST(wxWindow::FindWindowByName("take_theirs", page)->IsShown());
    BOOST_TEST(wxWindow::FindWindowByName("take_base", page)->IsShown());
}

BOOST_AUTO_TEST_CASE(a_conflict_that_cannot_be_settled_stays_and_says_why)
{
    source.take = [](const InboxItem&, Take) { throw UsageError({"不是本单位的栏目"}); };
    auto* page = new views::ConflictPage(frame, source, office.store);
    const tests::Answering ok(wxID_OK);

    press(page, "take_mine");

    BOOST_TEST(ok.asked() == 1);
    BOOST_TEST(page->count() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
