#include "model/commands/attachments.h"

#include "model/commands/minimise.h"
#include "model/commands/recycle_bin.h"
#include "model/rules/media_types.h"
#include "model/store/contents.h"
#include "tests/support/attached.h"
#include "tests/support/office.h"
#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>

using namespace model;
using tests::photo;
using tests::photo_file;

namespace {

struct Kept : tests::Office {
    Kept()
    {
        inspection = add("inspection", {{"day", "2026-01-01"}});
        found = add("finding", {{"name", "台席无人"}, {"inspection", inspection.text()}});
    }

    std::int64_t contents() { return number("SELECT count(*) FROM content"); }
    std::int64_t number(const std::string& sql) { return db.handle().execAndGet(sql).getInt64(); }

    /// The sentence that refuses; empty where nothing does.
    std::string why(const Uuid& record, const NewAttachment& file)
    {
        const auto outcome = files.add(record, file);
        return outcome.done ? std::string() : english(outcome.findings.at(0).message);
    }

    Uuid attach(const Uuid& record, const NewAttachment& file)
    {
        const auto outcome = files.add(record, file);
        BOOST_REQUIRE(outcome.done);
        return outcome.id;
    }

    /// An account with these roles, and the editor it works with.
    Editor editor_as(const std::string& roles)
    {
        const Account who{new_id(), roles};
        Batch batch(store, {.label = {msgid("Add {1}"), {"账号"}}, .account = clerk});
        batch.create(tests::make(def("user"), who.id, {{"name", roles}, {"roles", roles}}));
        batch.commit();
        return {store, who};
    }

    Editor editor{store, clerk};
    Attachments files{editor};
    Uuid inspection;
    Uuid found;
};

std::string zip_with(const std::string& name)
{
    const auto number = [](std::size_t value, int size) {
        std::string bytes;
        for (int i = 0; i < size; ++i)
            bytes += static_cast<char>(value >> (8 * i) & 255U);
        return bytes;
    };
    std::string bytes = "PK\x03\x04" + std::string(26, '\0') + name;
    const auto start = bytes.size();
    bytes += "PK\x01\x02" + std::string(24, '\0') + number(name.size(), 2) + std::string(16, '\0')
        + name;
    const auto size = bytes.size() - start;
    return bytes + "PK\x05\x06" + std::string(4, '\0') + number(1, 2) + number(1, 2)
        + number(size, 4) + number(start, 4) + std::string(2, '\0');
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(attachments_test, Kept)

BOOST_AUTO_TEST_CASE(a_photo_is_kept_with_a_finding_and_read_again)
{
    const auto id = attach(found, photo_file());

    const auto all = files.of(found);
    BOOST_REQUIRE(all.size() == 1);
    BOOST_TEST((all[0].file.id == id));
    BOOST_TEST(all[0].file.register_name == "finding");
    BOOST_TEST(all[0].file.title == "现场照片.jpg");
    BOOST_TEST((all[0].file.kind == AttachmentKind::photo));
    BOOST_TEST(all[0].file.media == "image/jpeg");
    BOOST_TEST(all[0].file.size.value() == 2000);
    BOOST_TEST(all[0].by == "李文员");
    BOOST_TEST(all[0].is_here);
    BOOST_TEST(files.count(found) == 1);
    BOOST_TEST(files.count(inspection) == 0);
    BOOST_TEST((files.content(id, ContentUse::open) == photo()));
}

BOOST_AUTO_TEST_CASE(the_same_content_is_kept_once_and_not_twice_with_one_record)
{
    attach(found, photo_file());
    attach(inspection, photo_file());
    BOOST_TEST(contents() == 1);
    BOOST_TEST(why(found, photo_file()).find("same content already") != std::string::npos);
    attach(found, photo_file(2000, 2));
    BOOST_TEST(contents() == 2);
}

BOOST_AUTO_TEST_CASE(no_byte_of_a_content_is_in_history_or_edits)
{
    attach(found, {.file_name = "说明.txt", .bytes = "一段独特的内容"});
    for (const auto* table : {"history", "op_field", "op", "command"}) {
        SQLite::Statement rows(db.handle(), std::string("SELECT * FROM ") + table);
        while (rows.executeStep())
            for (int i = 0; i < rows.getColumnCount(); ++i)
                BOOST_TEST(
                    rows.getColumn(i).getString().find("一段独特的内容") == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(what_is_too_large_is_refused_and_the_county_sets_how_large)
{
    const auto most = std::size_t{10} << 20;
    BOOST_TEST(why(found, photo_file(most + 1)).find("may have 10 MB") != std::string::npos);
    attach(found, photo_file(most));
    add("setting", {{"matter", "attachment_megabytes"}, {"value", "12"}, {"from", "2026-01-01"}});
    BOOST_TEST(why(found, photo_file(most + 1)) == "");
    const auto setting = add(
        "setting", {{"matter", "attachment_megabytes"}, {"value", "1"}, {"from", "2026-01-01"}});
    BOOST_TEST(why(found, photo_file((1 << 20) + 1, 3)).find("1 MB") != std::string::npos);
    change(setting, "value", "500");
    BOOST_TEST(why(found, {.file_name = "a.txt", .bytes = std::string((64U << 20U) + 1, 'a')})
                   .find("no attachment may have more than 64 MB")
        != std::string::npos);
}

BOOST_AUTO_TEST_CASE(kinds_are_told_by_what_the_file_holds)
{
    const auto kind = [](const std::string& bytes, const std::string& name) {
        const auto media = media_of(bytes, name);
        return media ? std::string(media->ending) : std::string();
    };
    const std::string ole("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
    BOOST_TEST(kind(photo(), "a.png") == "jpg");
    BOOST_TEST(kind("\x89PNG\r\n\x1a\n....", "a") == "png");
    BOOST_TEST(kind("%PDF-1.7\n", "a.exe") == "pdf");
    BOOST_TEST(kind(zip_with("word/document.xml"), "a.docx") == "docx");
    BOOST_TEST(kind(zip_with("xl/workbook.xml"), "a.xlsx") == "xlsx");
    BOOST_TEST(kind(zip_with("OFD.xml"), "a.ofd") == "ofd");
    BOOST_TEST(kind(zip_with("a.txt"), "a.docx") == "");
    BOOST_TEST(kind(zip_with("word/vbaProject.bin"), "a.docx") == "");
    BOOST_TEST(kind(ole, "表.et") == "et");
    BOOST_TEST(kind(ole, "表.WPS") == "wps");
    BOOST_TEST(kind(ole, "表.doc") == "");
    BOOST_TEST(kind("桃江县", "a.txt") == "txt");
    BOOST_TEST(kind(std::string("a\0b", 3), "a.txt") == "");
    BOOST_TEST(kind("桃江县", "a.jpg") == "");
    BOOST_TEST(kind("MZ\x90", "a.jpg") == "");
    BOOST_TEST(why(found, {.file_name = "程序.jpg", .bytes = "MZ\x90"}).find("by its content")
        != std::string::npos);
    BOOST_TEST(
        why(found, {.file_name = "空.txt", .bytes = ""}).find("is empty") != std::string::npos);
    BOOST_TEST(contents() == 0);
}

BOOST_AUTO_TEST_CASE(an_image_says_how_many_dots_it_has)
{
    const auto head = [](const char* bytes, std::size_t size) {
        return dots_of_image(std::string(bytes, size));
    };
    BOOST_TEST(
        head("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\0\0\0\0\x02\0", 24).value() == 65536LL * 512);
    BOOST_TEST(head("\xff\xd8\xff\xe0\0\x04..\xff\xc0\0\x11\x08\x01\0\x02\0\x03", 20).value()
        == 256 * 512);
    BOOST_TEST(!head("\xff\xd8\xff\xe0\0\x04..\xff", 9).has_value());
    BOOST_TEST(!head("\xff\xd8\xff\xe0\0\x00....", 10).has_value());
    BOOST_TEST(!head("%PDF-1.7", 8).has_value());
}

BOOST_AUTO_TEST_CASE(a_saved_file_has_the_ending_of_its_content)
{
    BOOST_TEST(file_name_of({.title = "照片", .media = "image/jpeg"}) == "照片.jpg");
    BOOST_TEST(file_name_of({.title = "照片.JPEG", .media = "image/jpeg"}) == "照片.JPEG");
    BOOST_TEST(file_name_of({.title = "../a:b.exe", .media = "application/pdf"}) == "a_b.exe.pdf");
    BOOST_TEST(
        file_name_of({.title = "点我.exe", .media = "application/x-msdownload"}) == "点我.exe.bin");
    BOOST_TEST(file_name_of({.title = "点我.bat"}) == "点我.bat.bin");
}

BOOST_AUTO_TEST_CASE(what_is_not_what_it_is_said_to_be_is_never_opened)
{
    const std::string program("MZ\x90\0", 4);
    const auto claimed = [&](const std::string& media) {
        const auto content = Contents(store).put(program);
        return add("attachment",
            {{"register", "finding"}, {"record", found.text()}, {"title", "点我.exe"},
                {"media", media}, {"size", "4"}, {"hash", content.hash}});
    };
    for (const auto* media : {"application/x-msdownload", "", "image/jpeg", "text/plain"}) {
        const auto id = claimed(media);
        BOOST_CHECK_THROW(files.content(id, ContentUse::open), Error);
        BOOST_TEST(files.content(id, ContentUse::save) == program);
    }
}

BOOST_AUTO_TEST_CASE(undo_and_the_recycle_bin_bring_it_back_with_its_content)
{
    const auto id = attach(found, photo_file());
    BOOST_REQUIRE(editor.undo().has_value());
    BOOST_TEST(files.count(found) == 0);
    BOOST_REQUIRE(editor.redo().has_value());
    BOOST_TEST((files.content(id, ContentUse::open) == photo()));

    BOOST_REQUIRE(files.remove(id).done);
    BOOST_TEST(files.of(found).empty());
    BOOST_TEST(files.of(found, true).size() == 1);
    BOOST_TEST(recycle_bin(store).size() == 1);
    BOOST_TEST(Contents(store).drop_unnamed() == 0);
    BOOST_REQUIRE(files.restore(id).done);
    BOOST_TEST((files.content(id, ContentUse::open) == photo()));

    BOOST_REQUIRE(files.rename(id, "台席").done);
    BOOST_TEST(files.of(found)[0].file.title == "台席");
    editor.undo();
    BOOST_TEST(files.of(found)[0].file.title == "现场照片.jpg");
    BOOST_TEST(!files.rename(id, "  ").done);
}

BOOST_AUTO_TEST_CASE(it_lies_where_its_record_lies_and_follows_it)
{
    const auto hall = add("place", {{"name", "大厅"}, {"region", "430922"}});
    const auto town = add("place", {{"name", "修山镇"}, {"region", "430922101"}});
    const auto window = add("window", {{"number", "A01"}, {"place", hall.text()}});
    const auto id = attach(window, photo_file());
    const auto scope_of = [&](const Uuid& record) { return store.find_any(record)->first.scope; };
    BOOST_TEST(scope_of(id) == scope_of(window));
    change(window, "place", town.text());
    BOOST_TEST(scope_of(id) == scope_of(town));
}

BOOST_AUTO_TEST_CASE(of_a_restricted_record_it_is_as_restricted)
{
    const auto tip = add("tip", {{"number", "线索1号"}});
    const auto id = attach(tip, photo_file());
    BOOST_TEST(store.find_any(id)->first.scope == restricted_scope);

    auto business = editor_as("business");
    BOOST_CHECK_THROW(Attachments(business).of(tip), Error);
    BOOST_CHECK_THROW(Attachments(business).content(id, ContentUse::open), Error);
    BOOST_TEST(Attachments(business).count(tip) == 0);
    BOOST_TEST(!business.permission()
                    .extent(Action::see, def_of<AttachedFile>())
                    .holds(restricted_scope, {}));
    auto handler = editor_as("tip_handler");
    BOOST_TEST(Attachments(handler).of(tip).size() == 1);
    BOOST_TEST((Attachments(handler).content(id, ContentUse::open) == photo()));
}

BOOST_AUTO_TEST_CASE(whoever_may_not_enter_the_record_attaches_nothing)
{
    auto duty = editor_as("duty_leader");
    const auto unit = add("unit", {{"name", "县公安局"}});
    BOOST_TEST(!Attachments(duty).add(unit, photo_file()).done);
    BOOST_TEST(Attachments(duty).add(found, photo_file(2000, 2)).done);
    BOOST_TEST(contents() == 1);
    auto director = editor_as("director");
    BOOST_TEST(!Attachments(director).add(found, photo_file(2000, 3)).done);
    BOOST_TEST(Attachments(director).of(found).size() == 1);
    const auto id = Attachments(director).of(found)[0].file.id;
    BOOST_TEST(!Attachments(director).remove(id).done);
}

BOOST_AUTO_TEST_CASE(a_photo_of_a_person_is_a_personal_value)
{
    const auto person = add("person", {{"name", "张桂山"}});
    const auto id = attach(person, photo_file());
    const auto noted = [&](const char* what) {
        return number(std::string("SELECT count(*) FROM audit WHERE what = '") + what + "'");
    };
    BOOST_TEST(files.is_personal(id));
    BOOST_TEST(files.preview(files.of(person)[0]).empty());
    const auto before = noted("reveal");
    files.content(id, ContentUse::open, "核对证件");
    BOOST_TEST(noted("reveal") == before + 1);
    files.content(id, ContentUse::save, "报送");
    BOOST_TEST(noted("export") == 1);

    auto duty = editor_as("duty_leader");
    BOOST_TEST(Attachments(duty).of(person).size() == 1);
    BOOST_CHECK_THROW(Attachments(duty).content(id, ContentUse::open, "看看"), Error);

    const auto of_finding = attach(found, photo_file(2000, 2));
    BOOST_TEST(!files.is_personal(of_finding));
    BOOST_TEST(files.preview(files.of(found)[0]).size() == 2000);
}

BOOST_AUTO_TEST_CASE(what_names_a_person_is_masked_for_who_may_not_read_it_whole)
{
    const auto person = add("person", {{"name", "张桂山"}});
    auto file = photo_file();
    file.title = "张桂山身份证430922199003071233.jpg";
    file.remark = "张桂山本人提供";
    const auto id = attach(person, file);
    const auto whole = files.of(person).at(0);
    BOOST_TEST(!whole.is_masked);
    BOOST_TEST(whole.file.title == file.title);

    auto duty = editor_as("duty_leader");
    Attachments theirs(duty);
    for (const auto& seen : {theirs.of(person).at(0), theirs.find(id)}) {
        BOOST_TEST(seen.is_masked);
        BOOST_TEST(seen.file.title.find("桂山") == std::string::npos);
        BOOST_TEST(seen.file.title.find("1990") == std::string::npos);
        BOOST_TEST(seen.file.remark.find("桂山") == std::string::npos);
    }
    BOOST_TEST(theirs.title_of(id) == theirs.find(id).file.title);
    attach(found, photo_file(2000, 2));
    BOOST_TEST(theirs.of(found).at(0).file.title == "现场照片.jpg");
    const auto tip = add("tip", {{"number", "线索1号"}});
    BOOST_TEST(theirs.title_of(attach(tip, photo_file(2000, 3))) == "");
}

BOOST_AUTO_TEST_CASE(the_names_of_steps_and_the_recycle_bin_do_not_tell_whose_file_it_is)
{
    const auto person = add("person", {{"name", "张桂山"}});
    auto file = photo_file();
    file.title = "张桂山身份证.jpg";
    const auto id = attach(person, file);
    const auto named = [&] {
        std::string all;
        for (const auto& step : editor.steps(10))
            all += words_of(step.name, [](const char* words) { return std::string(words); }) + '\n';
        return all;
    };
    BOOST_REQUIRE(files.rename(id, "张桂山证件.jpg").done);
    BOOST_REQUIRE(files.remove(id).done);
    for (const auto* title : {"身份证", "证件"})
        BOOST_TEST(named().find(title) == std::string::npos, named());
    BOOST_REQUIRE(recycle_bin(store).size() == 1);
    BOOST_TEST(recycle_bin(store)[0].title == "张**");
    BOOST_TEST(store.title_of(id) == "张**");

    const auto plain = attach(found, photo_file(2000, 2));
    BOOST_TEST(named().find("现场照片.jpg") != std::string::npos, named());
    BOOST_TEST(store.title_of(plain) == "现场照片.jpg");
}

BOOST_AUTO_TEST_CASE(what_is_dropped_for_good_takes_its_content_with_it)
{
    const auto place = add("place", {{"name", "大厅"}, {"region", "430922"}});
    const auto person = add("person", {{"name", "张桂山"}, {"phone", "13800000000"}});
    const auto posting = add("posting",
        {{"person", person.text()}, {"place", place.text()}, {"from", "2018-01-01"},
            {"to", "2019-01-01"}});
    const auto portrait = attach(person, photo_file(2000, 2));
    const auto form = attach(posting, photo_file(2000, 3));
    attach(found, photo_file());
    const auto due = due_for_minimising(store, editor.permission(), store.today());
    BOOST_REQUIRE(due.size() == 1);
    BOOST_TEST(due[0].attachments == 2);

    BOOST_REQUIRE(minimise(editor, std::array{person}).done);

    BOOST_TEST(contents() == 1);
    BOOST_TEST(number("SELECT count(*) FROM content_piece") == 1);
    for (const auto& id : {portrait, form})
        BOOST_TEST(text(id, "hash") == "");
    BOOST_TEST(files.of(person).empty());
    BOOST_TEST(due_for_minimising(store, editor.permission(), store.today()).empty());
}

BOOST_AUTO_TEST_CASE(what_is_dropped_for_good_is_looked_for_in_the_recycle_bin)
{
    const auto place = add("place", {{"name", "大厅"}, {"region", "430922"}});
    const auto person = add("person", {{"name", "张桂山"}});
    const auto posting = add("posting",
        {{"person", person.text()}, {"place", place.text()}, {"from", "2018-01-01"},
            {"to", "2019-01-01"}});
    const auto leave =
        add("leave", {{"person", person.text()}, {"from", "2018-05-01"}, {"to", "2018-05-03"}});
    const auto portrait = attach(person, photo_file(2000, 2));
    const auto note = attach(leave, photo_file(2000, 3));
    attach(posting, photo_file(2000, 4));
    BOOST_REQUIRE(files.remove(portrait).done);
    BOOST_REQUIRE(editor.remove(leave).done);
    const auto due = due_for_minimising(store, editor.permission(), store.today());
    BOOST_REQUIRE(due.size() == 1);
    BOOST_TEST(due[0].attachments == 3);

    BOOST_REQUIRE(minimise(editor, std::array{person}).done);

    BOOST_TEST(contents() == 0);
    for (const auto& id : {portrait, note})
        BOOST_TEST(text(id, "hash") == "");
    BOOST_TEST(due_for_minimising(store, editor.permission(), store.today()).empty());
}

BOOST_AUTO_TEST_CASE(a_damaged_content_is_named_and_never_given_out)
{
    const auto id = attach(found, photo_file(600'000));
    attach(inspection, photo_file(2000, 2));
    BOOST_TEST(Contents(store).damaged().empty());
    db.handle().exec("UPDATE content_piece SET bytes = zeroblob(length(bytes)) WHERE start > 0");

    const auto damaged = Contents(store).damaged();
    BOOST_REQUIRE(damaged.size() == 1);
    BOOST_TEST((damaged[0].attachment == id));
    BOOST_TEST(damaged[0].title == "现场照片.jpg");
    BOOST_CHECK_THROW(files.content(id, ContentUse::open), StoreError);
    Contents(store).drop_damaged();
    BOOST_TEST(!files.of(found)[0].is_here);
    BOOST_TEST(files.of(inspection)[0].is_here);
}

BOOST_AUTO_TEST_CASE(pieces_are_taken_in_order_and_the_whole_is_compared)
{
    const auto bytes = photo(700'000);
    tests::Office other;
    Contents from(other.store);
    const auto name = from.put(bytes);
    Contents to(store);
    const auto piece = [&](std::int64_t at) { return from.piece(name.hash, at).value(); };

    BOOST_TEST(to.take(name, piece_of_content, piece(piece_of_content)) == 0);
    BOOST_TEST(to.take(name, 0, piece(0)) == piece_of_content);
    BOOST_TEST(to.take(name, 0, piece(0)) == piece_of_content);
    BOOST_TEST(!to.has(name.hash));
    BOOST_TEST(!to.piece(name.hash, 0).has_value());
    to.take(name, piece_of_content, piece(piece_of_content));
    BOOST_TEST(to.received(name.hash) == 2 * piece_of_content);
    auto wrong = piece(2 * piece_of_content);
    wrong.back() = static_cast<char>(wrong.back() + 1);
    BOOST_TEST(to.take(name, 2 * piece_of_content, wrong) == 0);
    BOOST_TEST(to.received(name.hash) == 0);
    for (std::int64_t at = 0; at < name.size;)
        at = to.take(name, at, piece(at));
    BOOST_TEST((to.read(name.hash).value() == bytes));
    BOOST_TEST(!from.piece(name.hash, name.size).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
