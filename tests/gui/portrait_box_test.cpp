// The portrait over the form of a person.
#include "views/form/portrait_box.h"

#include "model/commands/portrait.h"
#include "model/store/own_accounts.h"
#include "tests/support/editing.h"
#include "tests/support/files.h"
#include "tests/support/gui.h"
#include "tests/support/temp_folder.h"
#include "views/form/attachment_picture.h"
#include "views/shell/record_page.h"

#include <wx/button.h>
#include <wx/image.h>
#include <wx/mstream.h>
#include <wx/statbmp.h>

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

struct WithPeople : tests::WithWindow, tests::Editing {
    WithPeople()
    {
        zhang = made("person", {{"name", "张桂山"}});
        wang = made("person", {{"name", "王秀英"}});
        path = folder.file("照片.png");
        tests::write_file(path, png(300, 400));
    }
    ~WithPeople() { delete page; }
    WithPeople(const WithPeople&) = delete;
    WithPeople& operator=(const WithPeople&) = delete;

    void open(Editor& with)
    {
        page = new views::RecordPage(frame, def("person"), with);
        page->open(zhang);
    }

    views::PortraitBox& box() { return tests::control<views::PortraitBox>(page, "portrait_box"); }

    /// Whether the picture's own colour is in the middle.
    bool shows_it()
    {
        const auto bitmap = tests::control<wxStaticBitmap>(page, "portrait").GetBitmap();
        if (!bitmap.IsOk())
            return false;
        const auto image = bitmap.ConvertToImage();
        const int x = image.GetWidth() / 2;
        const int y = image.GetHeight() / 2;
        return image.GetRed(x, y) > 180 && image.GetGreen(x, y) < 60;
    }

    bool is_enabled(const char* name)
    {
        return tests::control<wxButton>(page, name).IsThisEnabled();
    }

    views::RecordPage* page = nullptr;
    tests::TempFolder folder;
    std::string path;
    Uuid zhang;
    Uuid wang;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(portrait_box_test, WithPeople)

BOOST_AUTO_TEST_CASE(it_is_set_shown_of_that_person_alone_and_removed)
{
    open(editor);
    BOOST_TEST(box().IsShown());
    BOOST_TEST(!shows_it());
    BOOST_TEST(!is_enabled("remove_portrait"));
    box().set(path);
    BOOST_TEST(shows_it());
    BOOST_TEST(is_enabled("remove_portrait"));
    const auto size = tests::control<wxStaticBitmap>(page, "portrait").GetBitmap().GetSize();
    BOOST_TEST(size.x < size.y); // as it was cut

    page->open(wang);
    BOOST_TEST(!shows_it());
    page->open(zhang);
    BOOST_TEST(shows_it());
    box().remove();
    BOOST_TEST(!shows_it());
    editor.undo();
    page->refresh();
    BOOST_TEST(shows_it());
}

BOOST_AUTO_TEST_CASE(who_may_not_read_personal_values_sees_nothing_of_it)
{
    BOOST_REQUIRE(
        set_portrait(editor, zhang, {.file_name = "照片.png", .bytes = png(300, 400)}).done);
    const auto id = add("user", {{"name", "值班长"}, {"roles", "duty_leader"}});
    add_own_account(store, {id, "值班长"});
    Editor leader(store, {id, "值班长"});
    open(leader);
    BOOST_TEST(!box().IsShown());
    BOOST_TEST(!shows_it());
}

BOOST_AUTO_TEST_CASE(other_registers_and_new_people_have_none)
{
    open(editor);
    page->add();
    BOOST_TEST(!box().IsShown());
    delete page;
    page = new views::RecordPage(frame, def("unit"), editor);
    BOOST_TEST(!wxWindow::FindWindowByName("portrait_box", page));
}

BOOST_AUTO_TEST_SUITE_END()
