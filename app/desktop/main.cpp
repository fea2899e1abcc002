#include "app/desktop/arguments.h"
#include "app/desktop/office_making.h"
#include "app/desktop/only_window.h"
#include "app/desktop/recent_files.h"
#include "app/desktop/session.h"
#include "app/desktop/user_settings.h"
#include "views/shell/appearance.h"
#include "views/shell/main_frame.h"
#include "views/start/first_start.h"
#include "views/start/passphrase_dialog.h"
#include "views/start/start_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/tr.h"

#include <Poco/Environment.h>
#include <wx/app.h>
#include <wx/log.h>
#include <wx/stdpaths.h>
#include <wx/translation.h>
#include <wx/utils.h>

#include "i18n/translations.h"
#include <iostream>
#include <memory>

namespace app {

namespace {

constexpr int failed = 1;
constexpr int wrong_usage = 2;
constexpr const char* passphrase_variable = "HALLKEEPER_PASSPHRASE";

class DesktopApp : public wxApp {
public:
    bool OnInit() override
    {
        SetAppName("hallkeeper");
        wxStandardPaths::Get().SetFileLayout(wxStandardPaths::FileLayout_XDG);
        // What wxWidgets itself has to say is for whoever started it from a terminal.
        delete wxLog::SetActiveTarget(new wxLogStderr);
        return true;
    }

    int OnRun() override
    {
        try {
            arguments_ = parse_arguments(words());
        } catch (const model::Error& error) {
            std::cerr << model::describe(error, views::language()) << '\n';
            return wrong_usage;
        }
        take_settings();
        if (!open_file())
            return failed_ ? failed : 0;
        make_frame();
        if (!arguments_.page.empty())
            frame_->show_page(arguments_.page);
        else
            frame_->resume_draft();
        frame_->Show();
        if (has_just_joined_)
            frame_->sync();
        return wxApp::OnRun();
    }

    /// What no button or menu caught itself ends here, and the window goes on.
    bool OnExceptionInMainLoop() override
    {
        views::show_error(GetTopWindow(), std::current_exception());
        return true;
    }

private:
    std::vector<std::string> words() const
    {
        std::vector<std::string> words;
        for (int i = 1; i < argc; ++i)
            words.push_back(views::from_wx(argv[i]));
        return words;
    }

    /// The language of the command line stands before the one that was chosen.
    void take_settings()
    {
        const auto appearance = views::read_appearance(user_settings());
        const auto& asked = arguments_.language.empty() ? appearance.language : arguments_.language;
        speak(std::string(i18n::language_of(asked)));
        views::apply(appearance);
    }

    void make_frame()
    {
        auto desk = session_->desk();
        desk.settings = user_settings();
        desk.show_anew = [this](const std::string& page) {
            CallAfter([this, page] { show_anew(page); }); // the old window still has to answer
        };
        frame_ = new views::MainFrame(std::move(desk));
        SetTopWindow(frame_);
    }

    void show_anew(const std::string& page)
    {
        arguments_.language.clear(); // what was chosen since stands
        take_settings();
        auto* before = frame_;
        make_frame();
        if (before->IsMaximized())
            frame_->Maximize();
        else
            frame_->SetSize(before->GetRect());
        frame_->show_page(page);
        frame_->Show();
        before->Destroy();
    }

    /// The catalogue of wxWidgets brings the words of its own dialogs, where it is installed.
    static void speak(const std::string& language)
    {
        views::set_language(language);
        auto* translations = new wxTranslations;
        wxTranslations::Set(translations);
        translations->SetLanguage(views::to_wx(language));
        translations->AddStdCatalog();
    }

    /// Opens the file of the command line, else the one the user chooses; asks again where one
    /// cannot be opened. False where nothing is to be shown.
    bool open_file()
    {
        auto file = arguments_.file;
        // As hallctl reads it: UTF-8 in every locale, which wxGetEnv would take for the locale's
        // own.
        const auto passphrase = Poco::Environment::get(passphrase_variable, "");
        const bool unattended = Poco::Environment::has(passphrase_variable) && !file.empty();
        while (!session_) {
            try {
                if (file.empty()) {
                    const auto start = views::ask_start(nullptr, recent_files());
                    if (!start)
                        return false;
                    file = begin(*start);
                    continue;
                }
                take_alone(file);
                if (open(file, unattended, passphrase))
                    break;
                if (file == arguments_.file)
                    return false;
                file.clear();
            } catch (...) {
                if (!tell(std::current_exception(), unattended))
                    return false;
                file.clear();
            }
        }
        add_recent_file(file);
        return true;
    }

    /// The file to open next: the chosen one; none where one was made, which is open then, or where
    /// there is more to ask.
    std::string begin(const views::Start& start)
    {
        if (start.way == views::Start::open)
            return start.file;
        if (start.way == views::Start::speak) {
            speak(start.file);
            user_settings().write("language", start.file);
            return {};
        }
        std::optional<model::JoinFile> join;
        if (start.way == views::Start::join) {
            model::SystemFiles files;
            join = model::read_join(files, start.file);
        }
        views::FirstStart dialog(nullptr, office_making(), std::move(join));
        if (dialog.ShowModal() != wxID_OK || !dialog.is_made())
            return {};
        const auto& made = dialog.wish();
        take_alone(made.path);
        model::SystemFiles files;
        session_ = std::make_unique<Session>(
            made.path, model::KeyFile::load(files, made.path), made.account, made.passphrase);
        has_just_joined_ = made.join.has_value();
        return made.path;
    }

    /// Tells what went wrong; whether the user may choose again.
    bool tell(const std::exception_ptr& error, bool unattended)
    {
        if (!unattended) {
            views::show_error(nullptr, error);
            return true;
        }
        std::cerr << views::from_wx(views::describe(error)) << '\n';
        failed_ = true;
        return false;
    }

    void take_alone(const std::string& file)
    {
        only_one_.reset();
        only_one_ = std::make_unique<OnlyWindow>(
            views::from_wx(wxStandardPaths::Get().GetUserDataDir()), file);
    }

    bool open(const std::string& file, bool unattended, const std::string& passphrase)
    {
        model::SystemFiles files;
        const auto keys = model::KeyFile::load(files, file);
        const auto unlock = [&](const std::string& account, const std::string& words) {
            session_ = std::make_unique<Session>(file, keys, account, words);
        };
        if (unattended) {
            unlock(arguments_.user, passphrase);
            return true;
        }
        std::vector<std::string> names;
        for (const auto& account : keys.accounts())
            names.push_back(account.name);
        views::PassphraseDialog dialog(nullptr, file, names, unlock);
        return dialog.ShowModal() == wxID_OK;
    }

    Arguments arguments_;
    std::unique_ptr<OnlyWindow> only_one_;
    std::unique_ptr<Session> session_;
    views::MainFrame* frame_ = nullptr; ///< wxWidgets owns it
    bool failed_ = false;
    bool has_just_joined_ = false; ///< and has nothing of the county yet
};

} // namespace

} // namespace app

wxIMPLEMENT_APP(app::DesktopApp);
