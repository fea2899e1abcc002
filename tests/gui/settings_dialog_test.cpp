#include "views/shell/settings_dialog.h"

#include "tests/support/gui.h"
#include "tests/support/print.h"
#include "views/shell/main_frame.h"
#include "views/widgets/colours.h"

#include <boost/test/unit_test.hpp>
#include <wx/choice.h>
#include <wx/menu.h>
#include <wx/settings.h>
#include <wx/stattext.h>

#include <memory>

using namespace views;

namespace {

/// Puts the look of the windows back for the tests that follow.
struct WithSettings : tests::WithOffice {
    ~WithSettings() { views::apply(Appearance{}); }

    Settings settings;
};

/// Makes its choices in the dialog that is shown, and takes OK.
class Choosing : public wxModalDialogHook {
public:
    explicit Choosing(int letters) : letters_(letters) { Register(); }
    ~Choosing() override { Unregister(); }

private:
    int Enter(wxDialog* dialog) override
    {
        tests::control<wxChoice>(dialog, "letters").SetSelection(letters_);
        return wxID_OK;
    }

    int letters_;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(settings_dialog_test, WithSettings)

BOOST_AUTO_TEST_CASE(what_is_chosen_is_kept_and_read_again)
{
    SettingsDialog dialog(frame, read_appearance(settings));
    tests::control<wxChoice>(&dialog, "letters").SetSelection(2);
    tests::control<wxChoice>(&dialog, "look").SetSelection(2);
    tests::control<wxChoice>(&dialog, "language").SetSelection(1);

    write_appearance(settings, dialog.chosen());

    BOOST_TEST((read_appearance(settings)
        == Appearance{.language = "en", .letters = 150, .look = Look::dark}));
}

BOOST_AUTO_TEST_CASE(a_language_left_alone_stays_as_the_system_has_it)
{
    const SettingsDialog dialog(frame, Appearance{});
    BOOST_TEST((dialog.chosen() == Appearance{}));
}

BOOST_AUTO_TEST_CASE(settings_that_cannot_be_understood_are_as_if_not_there)
{
    settings.write("letters", "9000");
    settings.write("look", "purple");
    BOOST_TEST((read_appearance(settings) == Appearance{}));
}

BOOST_AUTO_TEST_CASE(nothing_is_written_where_nothing_is_changed)
{
    const tests::Answering ok(wxID_OK);
    BOOST_TEST(!ask_settings(frame, settings));
    BOOST_TEST(settings.read("letters").empty());
}

BOOST_AUTO_TEST_CASE(the_window_is_made_anew_where_something_is_changed)
{
    std::string shown_anew;
    Desk desk{.editor = editor, .settings = settings};
    desk.show_anew = [&](const std::string& page) { shown_anew = page; };
    const std::unique_ptr<MainFrame> window(new MainFrame(desk));
    window->show_page("unit");
    const Choosing large(1);

    wxCommandEvent event(wxEVT_MENU, wxID_PREFERENCES);
    window->ProcessWindowEvent(event);

    BOOST_TEST(shown_anew == "unit");
    BOOST_TEST(read_appearance(settings).letters == 125);
}

BOOST_AUTO_TEST_CASE(larger_letters_make_larger_words_and_rows)
{
    const auto height = [this] {
        wxStaticText text(frame, wxID_ANY, L"窗口人员");
        return text.GetBestSize();
    };
    const auto before = height();
    views::apply({.letters = 150});
    wxTheApp->Yield();
    const auto after = height();
    BOOST_TEST(after.x * 10 > before.x * 14);
    BOOST_TEST(after.y > before.y);

    views::apply(Appearance{});
    wxTheApp->Yield();
    BOOST_TEST(height().x == before.x);
}

/// The contrast of two colours as WCAG 2.1 has it; 4.5 is enough for text.
double contrast(const wxColour& one, const wxColour& other)
{
    const double a = one.GetLuminance() + 0.05;
    const double b = other.GetLuminance() + 0.05;
    return std::max(a, b) / std::min(a, b);
}

BOOST_AUTO_TEST_CASE(a_finding_can_be_read_on_light_and_on_dark)
{
    for (const auto look : {Look::light, Look::dark}) {
        views::apply({.look = look});
        wxTheApp->Yield();
        const auto background = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW);
        BOOST_TEST((wxSystemSettings::GetAppearance().IsDark() == (look == Look::dark)));
        for (const auto level : {model::Level::remind, model::Level::warn, model::Level::refuse}) {
            BOOST_TEST(contrast(colour_of(level), background) > 2.2);
            BOOST_TEST(
                contrast(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT), background_of(level))
                > 2.2);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
