#include "views/form/record_attachments.h"

#include "model/store/contents.h"
#include "tests/gui/screen.h"
#include "tests/support/attached.h"
#include "tests/support/files.h"
#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "tests/support/temp_folder.h"
#include "views/form/attachment_picture.h"
#include "views/shell/main_frame.h"
#include "views/shell/opened_copies.h"
#include "views/shell/record_page.h"
#include "views/shell/record_tabs.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/image.h>
#include <wx/mstream.h>

#include <filesystem>

using namespace model;

namespace {

/// A real picture of one colour.
std::string png(int width, int height)
{
    views::know_pictures();
    wxImage image(width, height);
    image.SetRGB(wxRect(0, 0, width, height), 200, 30, 30);
    wxMemoryOutputStream out;
    image.SaveFile(out, wxBITMAP_TYPE_PNG);
    std::string bytes(static_cast<std::size_t>(out.GetSize()), '\0');
    out.CopyTo(bytes.data(), bytes.size());
    return bytes;
}

struct WithAttachments : tests::WithOffice {
    WithAttachments()
    {
        zhang = office.add("person", {{"name", "张桂山"}});
        found = office.add("finding", {{"name", "台席无人"}});
        show("finding", found);
    }

    void show(const char* entity, const Uuid& id)
    {
        page = new views::RecordPage(frame, office.def(entity), editor);
        page->open(id);
        tab().on_open = [this](const std::string& name, const std::string& bytes) {
            opened[name] = bytes;
        };
        page->tabs().go_to(views::RecordTabs::attachments_tab);
    }

    views::RecordAttachments& tab() { return page->tabs().attachments(); }

    std::string write(const std::string& name, const std::string& bytes)
    {
        const auto path = folder.file(name);
        tests::write_file(path, bytes);
        return path;
    }

    std::string cell(int row, int column)
    {
        return views::from_wx(
            tests::control<wxDataViewListCtrl>(page, "attachments")
                .GetTextValue(static_cast<unsigned>(row), static_cast<unsigned>(column)));
    }

    Uuid attachment_at(std::size_t line) { return Attachments(editor).of(found).at(line).file.id; }

    bool is_enabled(const char* name)
    {
        return tests::control<wxButton>(page, name).IsThisEnabled();
    }

    tests::TempFolder folder;
    std::map<std::string, std::string> opened;
    Uuid zhang;
    Uuid found;
    views::RecordPage* page = nullptr;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(record_attachments_test, WithAttachments)

BOOST_AUTO_TEST_CASE(a_file_is_added_shown_as_a_picture_and_opened)
{
    BOOST_TEST(
        page->tabs().GetPageText(views::RecordTabs::attachments_tab) == views::to_wx("附件"));
    BOOST_TEST(!is_enabled("open_attachment"));
    tab().add({write("现场.png", png(400, 200))});

    BOOST_REQUIRE(tab().count() == 1u);
    BOOST_TEST(cell(0, 1) == "现场.png");
    BOOST_TEST(cell(0, 3) == "已在本机");
    BOOST_TEST(cell(0, 4) == "照片");
    BOOST_TEST(cell(0, 6) == "李文员");
    BOOST_TEST(tests::wait_until([&] { return tab().has_picture(0); }));
    tab().open();
    BOOST_TEST((opened["现场.png"] == png(400, 200)));
    page->open(found);
    BOOST_TEST(
        page->tabs().GetPageText(views::RecordTabs::attachments_tab) == views::to_wx("附件（1）"));
}

BOOST_AUTO_TEST_CASE(what_is_shown_again_stays_as_it_was)
{
    tab().add({write("现场.png", png(400, 200)), write("说明.txt", "已整改")});
    tab().choose(1);
    BOOST_TEST(tests::wait_until([&] { return tab().has_picture(0); }));
    const auto chosen = [&] {
        return tests::control<wxDataViewListCtrl>(page, "attachments").GetSelectedRow();
    };
    page->refresh();
    tab().show(found);
    BOOST_TEST(chosen() == 1);
    BOOST_TEST(tab().has_picture(0)); // and is not made anew

    office.change(attachment_at(0), "title", "现场照片.png");
    tab().show(found);
    BOOST_TEST(cell(0, 1) == "现场照片.png");
    BOOST_TEST(chosen() == 1);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_kept_is_told_and_the_others_are_kept)
{
    const tests::Answering answer(wxID_OK);
    tab().add({write("程序.jpg", "MZ"), write("说明.txt", "已整改")});
    BOOST_TEST(answer.asked() == 1);
    BOOST_REQUIRE(tab().count() == 1u);
    BOOST_TEST(cell(0, 1) == "说明.txt");
}

BOOST_AUTO_TEST_CASE(a_picture_of_the_clipboard_is_kept_as_png)
{
    wxImage image(20, 10);
    tab().add_picture(image);
    BOOST_REQUIRE(tab().count() == 1u);
    BOOST_TEST(cell(0, 1) == "截图 2026-01-01 08:00.png");
}

BOOST_AUTO_TEST_CASE(it_is_renamed_and_deleted_and_both_are_taken_back)
{
    tab().add({write("说明.txt", "已整改")});
    tab().rename("整改说明");
    BOOST_TEST(cell(0, 1) == "整改说明");
    {
        const tests::Answering yes(wxID_YES);
        tab().remove();
        BOOST_TEST(yes.asked() == 1);
    }
    BOOST_TEST(tab().count() == 0u);
    editor.undo();
    page->refresh();
    tab().show(found);
    BOOST_TEST(cell(0, 1) == "整改说明");
    editor.undo();
    tab().show(found);
    BOOST_TEST(cell(0, 1) == "说明.txt");
}

BOOST_AUTO_TEST_CASE(enter_opens_it_after_it_was_renamed_and_that_was_undone)
{
    const auto press_enter = [&] {
        auto& list = tests::control<wxDataViewListCtrl>(page, "attachments");
        list.SetFocus();
        wxTheApp->Yield();
        wxKeyEvent event(wxEVT_CHAR_HOOK);
        event.m_keyCode = WXK_RETURN;
        event.SetEventObject(&list);
        list.GetEventHandler()->ProcessEvent(event);
    };
    frame->Show();
    tab().add({write("说明.txt", "已整改")});
    tab().rename("整改说明");
    press_enter();
    BOOST_TEST(opened.contains("整改说明.txt"));
    editor.undo();
    tab().show(found);
    press_enter();
    BOOST_TEST(opened.contains("说明.txt"));
}

BOOST_AUTO_TEST_CASE(where_the_content_has_not_come_the_tab_says_so)
{
    tab().add({write("说明.txt", "已整改")});
    office.db.handle().exec("DELETE FROM content");
    tab().show(found);
    BOOST_TEST(cell(0, 3) == "内容尚未同步到本机");
    BOOST_TEST(!is_enabled("open_attachment"));
    BOOST_TEST(is_enabled("remove_attachment"));
}

BOOST_AUTO_TEST_CASE(a_photo_of_a_person_is_opened_for_a_reason_alone)
{
    show("person", zhang);
    tab().add({write("证件照.png", png(40, 40))});
    BOOST_TEST(!tests::wait_until([&] { return tab().has_picture(0); }, 200));
    std::string asked;
    tab().ask_reason = [&](const wxString& title, const auto& read) {
        asked = views::from_wx(title);
        read("核对身份");
        return true;
    };
    tab().open();
    BOOST_TEST(asked == "证件照.png");
    BOOST_TEST(opened.size() == 1u);
    tab().ask_reason = [](const wxString&, const auto&) { return false; };
    opened.clear();
    tab().open();
    BOOST_TEST(opened.empty());
}

BOOST_AUTO_TEST_CASE(who_may_not_enter_the_record_reads_why)
{
    tab().add({write("说明.txt", "已整改")});
    page->freeze({msgid("This is a copy, in which nothing can be changed")});
    tab().show(found);
    for (const auto* name :
        {"attach", "paste_attachment", "rename_attachment", "remove_attachment"})
        BOOST_TEST(!is_enabled(name), name);
    BOOST_TEST(is_enabled("save_attachment"));
    tab().save(folder.file("out.txt"));
    BOOST_TEST(tests::bytes_of(folder.file("out.txt")) == "已整改");
}

BOOST_AUTO_TEST_CASE(all_of_the_tab_is_chinese_and_spoken)
{
    tab().add({write("现场.png", png(40, 20))});
    for (const auto& text : tests::said_by(tab()))
        BOOST_TEST(tests::english_in(text).empty(), text);
    for (const auto& part : tests::focusable_in(tab()))
        BOOST_TEST(!part.name.empty(), part.role);
}

BOOST_AUTO_TEST_CASE(opened_copies_are_private_and_gone_afterwards)
{
    namespace fs = std::filesystem;
    const auto place = folder.file("opened");
    std::string path;
    {
        views::OpenedCopies copies(place);
        copies.launch = [&](const wxString& shown) {
            path = views::from_wx(shown);
            return true;
        };
        copies.open("现场.png", "内容");
        BOOST_TEST(tests::bytes_of(path) == "内容");
        BOOST_TEST((fs::status(path_of(place)).permissions() == fs::perms::owner_all));
        copies.remove_all();
        BOOST_TEST(!fs::exists(path_of(place)));
        copies.open("现场.png", "内容");
    }
    BOOST_TEST(!fs::exists(path_of(place)));

    fs::create_directories(path_of(place + "/7")); // of a program that ended badly
    tests::write_file(place + "/7/a.png", "x");
    views::OpenedCopies copies(place);
    BOOST_TEST(!fs::exists(path_of(place)));
    copies.launch = [](const wxString&) { return false; };
    BOOST_CHECK_THROW(copies.open("a.ofd", "x"), Error);
}

BOOST_AUTO_TEST_SUITE_END()
