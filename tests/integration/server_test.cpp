#include "model/commands/editor.h"
#include "model/sync/connect.h"
#include "model/sync/http_transport.h"
#include "model/sync/inbox.h"
#include "tests/support/office.h"
#include "tests/support/print.h"
#include "tests/support/recorder.h"
#include "tests/support/server_process.h"

#include <atomic>
#include <thread>

using namespace model;

namespace {

struct WithServer {
    void join(tests::Office& office, const std::string& role = "agency",
        const std::string& scope = "430922", const std::vector<std::string>& more = {})
    {
        const bool is_another = role != role_name(office.store.self().org.role);
        enrol_with(office.store, server.new_code(role, scope, more), is_another);
    }

    /// Until nobody has news for anybody.
    void settle(std::initializer_list<tests::Office*> offices)
    {
        for (int round = 0; round < 3; ++round)
            for (auto* office : offices)
                sync_now(office->store);
    }

    /// Why the server does not take the sync; empty if it does.
    std::string refusal(tests::Office& office)
    {
        try {
            sync_now(office.store);
        } catch (const Problem& problem) {
            return problem.code;
        }
        return {};
    }

    tests::ServerProcess server;
};

bool has(tests::Office& office, const Uuid& id)
{
    return office.store.find_any(id).has_value();
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(server_test, WithServer)

BOOST_AUTO_TEST_CASE(an_office_joins_with_a_joining_file_and_its_records_reach_another_one)
{
    tests::Office hall;
    tests::Office deputy("430922", 2);
    join(hall);
    join(deputy);

    const auto id = hall.add("unit", {{"name", "县公安局"}});
    const auto sent = sync_now(hall.store);
    const auto got = sync_now(deputy.store);

    BOOST_TEST(sent.pushed == 1);
    BOOST_TEST(got.pulled == 1);
    BOOST_TEST(deputy.text(id, "name") == "县公安局");
}

BOOST_AUTO_TEST_CASE(a_code_may_be_typed_in_small_letters_with_dashes_and_is_good_once)
{
    auto join_file = server.new_code("agency", "430922");
    auto typed = join_file;
    for (auto& c : typed.code)
        c = static_cast<char>(std::tolower(c));
    typed.code.insert(5, "-");
    tests::Office hall;
    enrol_with(hall.store, typed);
    BOOST_TEST(hall.store.self().device == 1U);

    tests::Office other("430922", 2);
    BOOST_CHECK_EXCEPTION(enrol_with(other.store, join_file), Problem,
        [](const Problem& problem) { return problem.code == "bad_code"; });
}

BOOST_AUTO_TEST_CASE(who_gives_five_wrong_codes_has_to_wait)
{
    const auto right = server.new_code("agency", "430922");
    tests::Office hall;
    auto wrong = right;
    wrong.code = "2222222222";
    for (int i = 0; i < 5; ++i)
        BOOST_CHECK_THROW(enrol_with(hall.store, wrong), Problem);

    BOOST_CHECK_EXCEPTION(enrol_with(hall.store, right), Problem,
        [](const Problem& problem) { return problem.code == "guessing"; });
    BOOST_TEST(!Replica(hall.store).is_enrolled());
}

BOOST_AUTO_TEST_CASE(a_revoked_device_is_refused_and_keeps_its_edits)
{
    tests::Office hall;
    join(hall);
    hall.add("unit", {{"name", "县公安局"}});
    BOOST_TEST(server.command({"revoke", "1"}).exit == 0);

    BOOST_TEST(refusal(hall) == "revoked");
    BOOST_TEST(hall.store.unsent() == 1);
}

BOOST_AUTO_TEST_CASE(edits_of_different_fields_of_one_person_merge_in_silence)
{
    tests::Office hall;
    tests::Office deputy("430922", 2);
    join(hall);
    join(deputy);
    const auto id = hall.add("person", {{"name", "袁燕涛"}});
    settle({&hall, &deputy});

    hall.change(id, "phone", "13907370001");
    deputy.change(id, "rank", "副主任科员");
    settle({&hall, &deputy});

    for (auto* office : {&hall, &deputy}) {
        BOOST_TEST(office->text(id, "phone") == "13907370001");
        BOOST_TEST(office->text(id, "rank") == "副主任科员");
        BOOST_TEST(Inbox(office->store).open(true).empty());
    }
}

BOOST_AUTO_TEST_CASE(edits_of_one_field_make_one_conflict_that_is_settled_once_for_all)
{
    tests::Office hall;
    tests::Office deputy("430922", 2);
    join(hall);
    join(deputy);
    const auto id = hall.add("person", {{"name", "袁燕涛"}, {"phone", "13907370000"}});
    settle({&hall, &deputy});

    hall.change(id, "phone", "13907370001");
    deputy.change(id, "phone", "13907370002");
    settle({&hall, &deputy});

    const auto at_hall = Inbox(hall.store).open();
    const auto at_deputy = Inbox(deputy.store).open();
    BOOST_REQUIRE(at_hall.size() == 1);
    BOOST_REQUIRE(at_deputy.size() == 1);
    BOOST_TEST((at_hall[0].id == at_deputy[0].id));
    BOOST_TEST(to_text(at_hall[0].base) == "13907370000");
    BOOST_TEST(to_text(at_hall[0].mine) == "13907370001");
    BOOST_TEST(to_text(at_hall[0].theirs) == "13907370002");
    BOOST_TEST(to_text(at_deputy[0].mine) == "13907370002");
    BOOST_TEST(to_text(at_deputy[0].theirs) == "13907370001");

    Inbox(deputy.store).resolve(at_deputy[0].id, Take::theirs, deputy.clerk);
    settle({&deputy, &hall});

    for (auto* office : {&hall, &deputy}) {
        BOOST_TEST(office->text(id, "phone") == "13907370001");
        BOOST_TEST(Inbox(office->store).open().empty());
        BOOST_TEST(Inbox(office->store).open(true).size() == 1);
    }
}

BOOST_AUTO_TEST_CASE(two_who_decide_differently_at_once_end_with_one_value)
{
    tests::Office hall;
    tests::Office deputy("430922", 2);
    join(hall);
    join(deputy);
    const auto id = hall.add("person", {{"name", "袁燕涛"}});
    settle({&hall, &deputy});
    hall.change(id, "rank", "主任科员");
    deputy.change(id, "rank", "副主任科员");
    settle({&hall, &deputy});

    for (auto* office : {&hall, &deputy}) {
        Inbox inbox(office->store);
        inbox.resolve(inbox.open().at(0).id, Take::mine, office->clerk);
    }
    settle({&hall, &deputy});

    BOOST_TEST(hall.text(id, "rank") == deputy.text(id, "rank"));
    BOOST_TEST((Replica(hall.store).digest() == Replica(deputy.store).digest()));
}

BOOST_AUTO_TEST_CASE(a_township_reads_the_county_s_records_and_its_own_subtree)
{
    tests::Office hall;
    tests::Office township("430922101", 2);
    const auto unit = hall.add("unit", {{"name", "县公安局"}});
    const auto own = hall.add("place",
        {{"name", "桃花江镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    const auto village = hall.add("place",
        {{"name", "崆峒村便民服务站"}, {"type", "village_station"}, {"region", "430922101005"}});
    const auto other = hall.add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922102"}});
    const auto window = hall.add("window", {{"number", "1"}, {"place", other.text()}});
    join(hall);
    join(township, "outlet", "430922101");
    settle({&hall, &township});

    BOOST_TEST(has(township, unit));
    BOOST_TEST(has(township, own));
    BOOST_TEST(has(township, village));
    BOOST_TEST(!has(township, other));
    BOOST_TEST(!has(township, window));

    township.change(own, "phone", "0737-8880101");
    settle({&township, &hall});
    BOOST_TEST(hall.text(own, "phone") == "0737-8880101");
}

BOOST_AUTO_TEST_CASE(a_township_that_enters_something_for_another_one_is_refused_and_told)
{
    tests::Office hall;
    tests::Office township("430922101", 2);
    join(hall);
    join(township, "outlet", "430922101");
    const auto stray = township.add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922102"}});

    const auto result = sync_now(township.store);
    settle({&township, &hall});

    BOOST_TEST(result.refused == 1);
    BOOST_TEST(!has(hall, stray));
    const auto items = Inbox(township.store).open();
    BOOST_REQUIRE(items.size() == 1);
    BOOST_TEST(items[0].kind == "refused");
}

BOOST_AUTO_TEST_CASE(
    what_an_office_enters_on_behalf_is_taken_but_the_owner_s_own_word_stands_before_it)
{
    tests::Office hall;
    tests::Office township("430922101", 2);
    join(hall);
    join(township, "outlet", "430922101");
    const auto id = township.add("place",
        {{"name", "桃花江镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    settle({&township, &hall});
    const auto on_behalf = [&](const char* field, const std::string& text) {
        const FieldEdit edit{hall.def("place").find(field), Value(text)};
        Batch batch(hall.store,
            {.label = {msgid("Test")}, .account = hall.clerk, .document = "桃政函〔2026〕3号"});
        batch.set(id, {&edit, 1});
        batch.commit();
    };

    on_behalf("closed_reason", "搬迁");
    settle({&hall, &township});
    BOOST_TEST(township.text(id, "closed_reason") == "搬迁");
    BOOST_REQUIRE(Inbox(township.store).open().size() == 1);
    BOOST_TEST(Inbox(township.store).open()[0].kind == "on_behalf");

    township.change(id, "basis_document", "桃编办〔2026〕1号");
    on_behalf("basis_document", "桃编办〔2026〕2号"); // at the same time, and sent later
    settle({&township, &hall});
    for (auto* office : {&hall, &township})
        BOOST_TEST(office->text(id, "basis_document") == "桃编办〔2026〕1号");
    auto waiting = Inbox(hall.store).open();
    std::erase_if(waiting, [](const InboxItem& item) { return !item.asks(); });
    BOOST_REQUIRE(waiting.size() == 1);
    BOOST_TEST(to_text(waiting[0].mine) == "桃编办〔2026〕2号");
}

BOOST_AUTO_TEST_CASE(a_sending_unit_reads_its_own_people_and_no_others)
{
    tests::Office hall;
    const auto police = hall.add("unit", {{"name", "县公安局"}});
    const auto health = hall.add("unit", {{"name", "县卫生健康局"}});
    const auto place =
        hall.add("place", {{"name", "政务大厅"}, {"type", "hall"}, {"region", "430922"}});
    const auto mine = hall.add("person", {{"name", "袁燕涛"}});
    const auto other = hall.add("person", {{"name", "周立"}});
    for (const auto& [person, unit] : {std::pair{mine, police}, std::pair{other, health}})
        hall.add("posting",
            {{"person", person.text()}, {"unit", unit.text()}, {"place", place.text()},
                {"from", "2026-01-05"}});
    join(hall);
    sync_now(hall.store);

    tests::Office unit("430922", 2);
    join(unit, "unit", "430922", {"--org", "县公安局"}); // looked up by its name
    settle({&unit});

    BOOST_TEST(unit.store.self().org.id == police.text());
    BOOST_TEST(has(unit, mine));
    BOOST_TEST(!has(unit, other));
}

BOOST_AUTO_TEST_CASE(one_catalog_entered_on_both_sides_before_the_first_sync_is_one_set)
{
    tests::Office hall;
    tests::Office deputy("430922", 2);
    constexpr int items = 40;
    for (auto* office : {&hall, &deputy}) {
        Editor editor(office->store, office->clerk);
        const auto& unit_def = office->def("unit");
        const FieldEdit unit_name{unit_def.find("name"), Value(std::string("县公安局"))};
        const auto unit = editor.create(unit_def, {&unit_name, 1}).id;
        const auto& def = office->def("item");
        for (int i = 0; i < items; ++i) {
            const auto code = "4309220010" + std::to_string(10 + i);
            const std::array edits{FieldEdit{def.find("code"), Value(code)},
                FieldEdit{def.find("name"), Value("事项" + std::to_string(i))},
                FieldEdit{def.find("unit"), Value(unit)}};
            BOOST_REQUIRE(editor.create(def, edits).done);
        }
    }
    join(hall);
    join(deputy);
    settle({&hall, &deputy});

    for (auto* office : {&hall, &deputy}) {
        BOOST_TEST(office->store.count({.def = &office->def("item")}) == items);
        BOOST_TEST(office->store.count({.def = &office->def("unit")}) == 1);
        BOOST_TEST(Inbox(office->store).open(true).empty());
    }
    BOOST_TEST((Replica(hall.store).digest() == Replica(deputy.store).digest()));
}

BOOST_AUTO_TEST_CASE(a_sync_that_finds_nothing_is_one_small_request)
{
    tests::Office hall;
    join(hall);
    hall.add("unit", {{"name", "县公安局"}});
    settle({&hall});
    HttpTransport transport(server.address(), server.pin());
    tests::Recorder recorder(transport);
    Link link(hall.store, recorder);
    link.sync();
    recorder.heard.clear();

    const auto result = link.sync();

    BOOST_TEST(result.pushed + result.pulled + result.unsent == 0);
    for (const auto& [request, response] : recorder.heard)
        BOOST_TEST_INFO(request.path);
    BOOST_REQUIRE(recorder.heard.size() == 1);
    std::size_t bytes = 0;
    const auto& [request, response] = recorder.heard[0];
    for (const auto& headers : {request.headers, response.headers})
        for (const auto& [name, value] : headers)
            bytes += name.size() + value.size() + 4;
    bytes += request.body.size() + response.body.size();
    BOOST_TEST(bytes < 800U); // HTTP's own lines come on top
}

BOOST_AUTO_TEST_CASE(nothing_acknowledged_is_lost_when_the_server_is_killed_again_and_again)
{
    tests::Office hall;
    join(hall);
    SeededRandom random(20260101);
    int made = 0;
    for (int cycle = 0; cycle < 10; ++cycle) {
        std::atomic<bool> stop = false;
        std::thread killer([&, wait = random.below(60)] {
            std::this_thread::sleep_for(std::chrono::milliseconds(wait));
            server.kill();
            stop = true;
        });
        while (!stop) {
            hall.add("unit", {{"name", "单位" + std::to_string(made++)}});
            try {
                sync_now(hall.store);
            } catch (const Error&) {
            }
        }
        killer.join();
        server.start();
    }

    sync_now(hall.store);
    BOOST_TEST(hall.store.unsent() == 0);
    tests::Office fresh("430922", 2);
    join(fresh);
    const auto result = sync_now(fresh.store);
    BOOST_TEST(result.pulled == made);
    BOOST_TEST(result.repaired == 0);
    BOOST_TEST((Replica(hall.store).digest() == Replica(fresh.store).digest()));
    BOOST_TEST(server.command({"check"}).exit == 0);
}

BOOST_AUTO_TEST_SUITE_END()
