#include "model/base/hash.h"
#include "model/entities/catalog.h"
#include "model/store/contents.h"
#include "model/sync/http_transport.h"
#include "model/sync/link.h"
#include "tests/support/attached.h"
#include "tests/support/files.h"
#include "tests/support/hallctl.h"
#include "tests/support/server_process.h"

namespace json = boost::json;

namespace {

/// A laptop with a finding.
struct Laptop : tests::HallctlWithFile {
    Laptop()
    {
        found = create({"finding", "name=台席无人"});
        person = create({"person", "name=张桂山"});
    }

    std::string write(const std::string& name, const std::string& bytes) const
    {
        tests::write_file(file(name), bytes);
        return file(name);
    }

    json::array attachments(const std::string& entity, const std::string& id) const
    {
        return ask({"attachments", entity, id}).at("attachments").as_array();
    }

    std::string attach(const std::string& entity, const std::string& id, const std::string& path)
    {
        return text(ask({"attach", entity, id, path}), "id");
    }

    /// An account with that role, which is its name and its passphrase, too.
    void account(const std::string& role)
    {
        const auto id = create({"user", "name=" + role, "state=active", "roles=" + role});
        model::SystemFiles files;
        model::SystemRandom random;
        auto keys = model::KeyFile::load(files, file("hall.db"));
        const auto open = keys.unlock({}, passphrase);
        keys.add_slot({model::Uuid::parse(id).value(), role}, role, open.key, random,
            {.passes = 1, .memory = 1U << 16U});
        keys.save(files, file("hall.db"));
    }

    tests::Run as(const std::string& role, std::vector<std::string> words)
    {
        environment["HALLKEEPER_PASSPHRASE"] = role;
        words.insert(words.begin(), {"--user", role});
        auto run = on_file(std::move(words));
        environment["HALLKEEPER_PASSPHRASE"] = passphrase;
        return run;
    }

    void damage_contents() const
    {
        model::SystemFiles files;
        const auto open = model::KeyFile::load(files, file("hall.db")).unlock("李文员", passphrase);
        model::Database db(file("hall.db"), open.key);
        db.handle().exec("UPDATE content_piece SET bytes = zeroblob(length(bytes))");
    }

    std::string found;
    std::string person;
};

/// A county server and two laptops of its office.
struct County {
    County()
    {
        for (const tests::HallctlWithFile* laptop :
            std::initializer_list<const tests::HallctlWithFile*>{&here, &there}) {
            model::SystemFiles files;
            model::write_join(
                files, laptop->file("county.join"), server.new_code("agency", "430922"));
            laptop->ask({"enrol", "--join", laptop->file("county.join")});
            laptop->ask({"sync"});
        }
    }

    tests::ServerProcess server;
    Laptop here;
    tests::HallctlWithFile there;
};

std::int64_t number(const json::object& answer, const char* key)
{
    return answer.at("contents").as_object().at(key).as_int64();
}

} // namespace

BOOST_AUTO_TEST_SUITE(hallctl_attachments_test)

BOOST_FIXTURE_TEST_CASE(a_photo_is_attached_listed_fetched_and_detached, Laptop)
{
    const auto path = write("现场.jpg", tests::photo());
    const auto id = text(ask({"attach", "finding", found, path, "--title", "台席", "--kind", "照片",
                             "--on", "2026-01-02", "--remark", "上午"}),
        "id");
    const auto all = attachments("finding", found);
    BOOST_REQUIRE(all.size() == 1u);
    const auto& one = all[0].as_object();
    BOOST_TEST(text(one, "id") == id);
    BOOST_TEST(text(one, "title") == "台席");
    BOOST_TEST(text(one, "kind") == "photo");
    BOOST_TEST(text(one, "media") == "image/jpeg");
    BOOST_TEST(text(one, "day") == "2026-01-02");
    BOOST_TEST(text(one, "by") == "李文员");
    BOOST_TEST(one.at("size").as_int64() == 2000);
    BOOST_TEST(one.at("here").as_bool());
    const auto shown = on_file({"attachments", "finding", found}).out;
    BOOST_TEST(shown.find("台席") != std::string::npos, shown);
    BOOST_TEST(shown.find("已在本机") != std::string::npos, shown);

    ask({"fetch", id, file("out.jpg"), "--reason", "报送"});
    BOOST_TEST((tests::bytes_of(file("out.jpg")) == tests::photo()));
    BOOST_TEST(on_file({"fetch", id, file("out.jpg")}).exit == 1);
    const auto log = on_file({"audit"}).out;
    BOOST_TEST(log.find("报送") != std::string::npos, log);

    ask({"rename-attachment", id, "一号台席"});
    ask({"detach", id});
    BOOST_TEST(attachments("finding", found).empty());
    BOOST_TEST(
        ask({"attachments", "finding", found, "--deleted"}).at("attachments").as_array().size()
        == 1u);
    ask({"detach", id, "--back"});
    ask({"undo"});
    BOOST_TEST(attachments("finding", found).empty());
    ask({"redo"});
    BOOST_TEST(text(attachments("finding", found)[0].as_object(), "title") == "一号台席");
}

BOOST_FIXTURE_TEST_CASE(what_cannot_be_kept_is_told_in_a_sentence, Laptop)
{
    const auto refusal = [&](const std::string& path) {
        const auto run = on_file({"attach", "finding", found, path});
        BOOST_TEST(run.exit == 1);
        return run.err;
    };
    const auto expect = [](const std::string& said, const char* words) {
        BOOST_TEST(said.find(words) != std::string::npos, said);
    };
    expect(refusal(write("程序.jpg", "MZ")), "按内容它不是jpg、png、pdf");
    expect(refusal(write("空.txt", "")), "是空文件");
    expect(refusal(write("大.jpg", tests::photo((10U << 20U) + 1))), "超过附件上限 10 MB");
    expect(refusal(file("没有.jpg")), "没有文件");
    attach("finding", found, write("a.jpg", tests::photo()));
    expect(refusal(file("a.jpg")), "内容相同的附件");
    BOOST_TEST(on_file({"attach", "finding", found}).exit == 2);
    BOOST_TEST(on_file({"detach", "台席"}).exit == 2);
}

BOOST_FIXTURE_TEST_CASE(verify_names_the_attachment_whose_content_is_damaged, Laptop)
{
    const auto id = attach("finding", found, write("现场.jpg", tests::photo()));
    BOOST_TEST(ask({"verify"}).at("attachments").as_array().empty());
    damage_contents();
    const auto run = on_file({"--json", "verify"});
    BOOST_TEST(run.exit == 1);
    const auto damaged = run.json().at("attachments").as_array();
    BOOST_REQUIRE(damaged.size() == 1u);
    BOOST_TEST(text(damaged[0].as_object(), "attachment") == id);
    const auto said = on_file({"verify"});
    BOOST_TEST(said.out.find("附件“现场.jpg”的内容已损坏") != std::string::npos, said.out);
    BOOST_TEST(on_file({"fetch", id, file("out.jpg")}).exit == 1);
}

BOOST_FIXTURE_TEST_CASE(who_may_not_read_it_whole_is_not_told_what_it_is_called, Laptop)
{
    const auto of_person = attach("person", person, write("张桂山身份证.jpg", tests::photo(2000)));
    const auto tip = create({"tip", "number=线索1号", "content=窗口收红包"});
    const auto of_tip = attach("tip", tip, write("收红包录像.jpg", tests::photo(2000, 2)));
    attach("finding", found, write("现场.jpg", tests::photo(2000, 3)));

    BOOST_TEST(attachments("person", person)[0].as_object().contains("hash"));
    account("duty_leader");

    const auto list = as("duty_leader", {"--json", "attachments", "person", person}).json();
    const auto& one = list.at("attachments").as_array().at(0).as_object();
    BOOST_TEST(text(one, "title") == "张**");
    BOOST_TEST(!one.contains("hash"));

    damage_contents();
    for (const auto& words :
        {std::vector<std::string>{"verify"}, std::vector<std::string>{"--json", "verify"}}) {
        const auto run = as("duty_leader", words);
        BOOST_TEST(run.exit == 1);
        for (const auto& told : {of_person, of_tip, std::string("现场.jpg")})
            BOOST_TEST(run.out.find(told) != std::string::npos, run.out);
        for (const auto* hidden : {"身份证", "红包"})
            BOOST_TEST(run.out.find(hidden) == std::string::npos, run.out);
    }
    const auto whole = on_file({"--user", "李文员", "verify"}).out;
    BOOST_TEST(whole.find("张桂山身份证.jpg") != std::string::npos, whole);
}

BOOST_FIXTURE_TEST_CASE(backups_carry_the_contents, Laptop)
{
    const auto id = attach("finding", found, write("现场.jpg", tests::photo(700'000)));
    ask({"backup", file("copy.hall")});
    {
        model::SystemFiles files;
        const auto open = model::KeyFile::load(files, file("hall.db")).unlock({}, passphrase);
        model::Database db(file("copy.hall"), open.key);
        model::SystemClock clock;
        model::SystemRandom random;
        model::RecordStore store(db, model::hall_catalog(), clock, random);
        BOOST_TEST((model::Contents(store).read(model::sha256_hex(tests::photo(700'000)))
            == tests::photo(700'000)));
    }
    ask({"detach", id});
    ask({"restore-from", file("copy.hall")});
    BOOST_TEST(attachments("finding", found).size() == 1u);
    ask({"fetch", id, file("out.jpg")});
    BOOST_TEST((tests::bytes_of(file("out.jpg")) == tests::photo(700'000)));
}

BOOST_FIXTURE_TEST_CASE(one_attachment_comes_out_of_a_copy_with_its_content, Laptop)
{
    const auto id = attach("finding", found, write("现场.jpg", tests::photo()));
    ask({"backup", file("copy.hall")});
    ask({"detach", id});
    {
        model::SystemFiles files;
        const auto open = model::KeyFile::load(files, file("hall.db")).unlock({}, passphrase);
        model::Database(file("hall.db"), open.key)
            .handle()
            .exec("DELETE FROM content_piece; DELETE FROM content");
    }
    ask({"restore-from", file("copy.hall"), "--record", id});
    BOOST_TEST(attachments("finding", found).size() == 1u);
    ask({"fetch", id, file("out.jpg")});
    BOOST_TEST((tests::bytes_of(file("out.jpg")) == tests::photo()));
}

BOOST_FIXTURE_TEST_CASE(two_laptops_exchange_a_photo_through_the_server, County)
{
    const auto path = here.write("现场.jpg", tests::photo(1'000'000));
    const auto id = here.attach("finding", here.found, path);
    here.attach("person", here.person, path);
    BOOST_TEST(number(here.ask({"sync", "--dry-run"}), "to_send") == 1);
    const auto sent = here.ask({"sync"});
    BOOST_TEST(number(sent, "sent") == 1); // named twice, sent once
    BOOST_TEST(number(sent, "to_send") == 0);
    const auto came = there.ask({"sync"});
    BOOST_TEST(number(came, "fetched") == 1);
    BOOST_TEST(number(came, "to_fetch") == 0);
    there.ask({"fetch", id, there.file("out.jpg")});
    BOOST_TEST((tests::bytes_of(there.file("out.jpg")) == tests::photo(1'000'000)));
}

BOOST_FIXTURE_TEST_CASE(what_is_damaged_on_a_laptop_comes_again_from_the_server, County)
{
    const auto bytes = tests::photo(700'000);
    const auto id = here.attach("finding", here.found, here.write("现场.jpg", bytes));
    here.ask({"sync"});
    here.damage_contents();
    BOOST_TEST(here.on_file({"fetch", id, here.file("out.jpg")}).exit == 1);
    const auto row = here.attachments("finding", here.found)[0].as_object();
    BOOST_TEST(row.at("damaged").as_bool());
    BOOST_TEST(!row.at("here").as_bool());

    BOOST_TEST(number(here.ask({"sync"}), "fetched") == 1);

    here.ask({"fetch", id, here.file("out.jpg")});
    BOOST_TEST((tests::bytes_of(here.file("out.jpg")) == bytes));
    BOOST_TEST(here.ask({"verify"}).at("attachments").as_array().empty());
}

BOOST_FIXTURE_TEST_CASE(a_server_that_dies_half_way_is_given_the_rest, County)
{
    const auto bytes = tests::photo(4'000'000);
    const auto id = here.attach("finding", here.found, here.write("现场.jpg", bytes));
    here.ask({"sync", "--dry-run"});
    {
        // What hallctl does, until the server is killed between two pieces.
        struct Killing : model::Transport {
            Killing(model::Transport& to, tests::ServerProcess& killed) : way(to), server(killed) {}
            model::HttpResponse send(const model::HttpRequest& request) override
            {
                if (request.path == "/v1/bring" && ++pieces == 5)
                    server.kill();
                return way.send(request);
            }
            model::Transport& way;
            tests::ServerProcess& server;
            int pieces = 0;
        };
        model::SystemFiles files;
        const auto open =
            model::KeyFile::load(files, here.file("hall.db")).unlock({}, here.passphrase);
        model::Database db(here.file("hall.db"), open.key);
        model::SystemClock clock;
        model::SystemRandom random;
        model::RecordStore store(db, model::hall_catalog(), clock, random);
        model::HttpTransport way(server.address(), server.pin());
        Killing killing(way, server);
        const auto cut = model::Link(store, killing).sync();
        BOOST_TEST(cut.complete);
        BOOST_TEST(cut.contents_to_send == 1);
        BOOST_TEST(killing.pieces == 5);
    }
    server.start();
    const auto rest = here.ask({"sync"});
    BOOST_TEST(number(rest, "sent") == 1);
    BOOST_TEST(number(there.ask({"sync"}), "fetched") == 1);
    there.ask({"fetch", id, there.file("out.jpg")});
    BOOST_TEST((tests::bytes_of(there.file("out.jpg")) == bytes));
}

BOOST_AUTO_TEST_SUITE_END()
