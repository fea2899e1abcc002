#include "app/desktop/arguments.h"
#include "app/desktop/copy_windows.h"
#include "app/desktop/damaged_file.h"
#include "app/desktop/opening.h"
#include "app/desktop/platform_complaint.h"
#include "app/desktop/platform_words.h"
#include "app/desktop/recent_files.h"
#include "app/desktop/user_settings.h"
#include "model/base/platform_heap.h"
#include "model/base/platform_secrecy.h"
#include "model/commands/require.h"
#include "model/custody/purge.h"
#include "views/shell/appearance.h"
#include "views/shell/main_frame.h"
#include "views/shell/page_table.h"
#include "views/shell/questions.h"
#include "views/widgets/errors.h"
#include "views/widgets/platform_words.h"
#include "views/widgets/tr.h"

#include <Poco/Environment.h>
#include <wx/app.h>
#include <wx/log.h>
#include <wx/msgdlg.h>
#include <wx/stdpaths.h>
#include <wx/translation.h>
#include <wx/utils.h>

#include "i18n/translations.h"
#include <cstdlib>
#include <memory>
#include <utility>

namespace app {

namespace {

constexpr int failed = 1;
constexpr int wrong_usage = 2;
constexpr const char* passphrase_variable = "HALLKEEPER_PASSPHRASE";

class DesktopApp : public wxApp {
public:
    bool OnInit() override
    {
        model::keep_memory_private();
        model::share_heaps();
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
            complain(model::describe(error, views::language()));
            return wrong_usage;
        }
        take_settings();
        go_on_purging();
        if (!open_first())
            return failed_ ? failed : 0;
        try {
            show(arguments_.page);
        } catch (...) {
            views::show_error(nullptr, std::current_exception());
            return failed;
        }
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

    /// What we say ourselves, and what wxWidgets and the toolkit say in dialogs of their own.
    static void speak(const std::string& language)
    {
        views::set_language(language);
        views::speak_in_toolkit(language);
        auto* translations = new wxTranslations;
        wxTranslations::Set(translations);
        translations->SetLanguage(views::to_wx(language));
        add_stock_words(*translations);
    }

    Opening opening()
    {
        return {views::from_wx(wxStandardPaths::Get().GetUserDataDir()),
            [](const std::string& language) {
                speak(language);
                user_settings().write("language", language);
            }};
    }

    /// Opens the file of the command line, else the one the user chooses. False where nothing is to
    /// be shown.
    bool open_first()
    {
        // As hallctl reads it: UTF-8 in every locale, which wxGetEnv would take for the locale's
        // own.
        const auto passphrase = Poco::Environment::get(passphrase_variable, "");
        const bool unattended = Poco::Environment::has(passphrase_variable)
            && !arguments_.file.empty() && Opening::knows_whose(arguments_.file, arguments_.user);
        try {
            if (unattended)
                open_ = opening().open(arguments_.file, arguments_.user, passphrase);
            else if (!arguments_.file.empty())
                open_ = opening().open(nullptr, arguments_.file).value_or(OpenFile{});
            if (!arguments_.file.empty())
                return bool(open_.session);
        } catch (...) {
            if (unattended) {
                complain(views::from_wx(views::describe(std::current_exception())));
                failed_ = true;
                return false;
            }
            views::show_error(nullptr, std::current_exception());
        }
        open_ = opening().ask(nullptr).value_or(OpenFile{});
        return bool(open_.session);
    }

    /// The window of the open file.
    void show(const std::string& page)
    {
        add_recent_file(open_.path);
        open_.session->on_purge = [this] { CallAfter([this] { purge(); }); };
        auto desk = open_.session->desk();
        desk.settings = user_settings();
        // Once the menu that asks for it is done: its window may be gone afterwards.
        desk.access.open_other = [this] { CallAfter([this] { open_other(); }); };
        desk.access.lock.open_anew = [this] { CallAfter([this] { open_anew(); }); };
        desk.access.lock.leave = [this](bool is_alone) { leave(is_alone); };
        desk.backups.look = [this, &editor = desk.editor](const model::Backup& copy) {
            model::Audit(editor.store())
                .note({.what = model::audited::copy_looked_at,
                    .who = editor.account(),
                    .detail = {model::msgid("Looked into the copy {1}"), {copy.path}}});
            copies_.open(copy, open_.session->unlocked());
        };
        desk.backups.restore = [this, &editor = desk.editor](const model::Backup& copy) {
            model::require(editor, model::Action::backup);
            CallAfter([this, copy] { restore(copy); });
        };
        desk.backups.mend = [this] { CallAfter([this] { mend(); }); };
        views::on_damage(desk.backups.mend);
        desk.show_anew = [this](const std::string& shown) {
            CallAfter([this, shown] { show_anew(shown); });
        };
        desk.page = page;
        auto window = std::make_unique<views::MainFrame>(std::move(desk));
        if (page.empty())
            window->resume_draft();
        window->Show();
        if (open_.has_just_joined)
            window->sync();
        window_ = window.release(); // wxWidgets owns it
        if (const auto warning = open_.session->take_warning())
            CallAfter([this, said = *warning] { views::tell(window_, views::tr(said)); });
        wxString news;
        for (const auto& each : open_.session->take_news())
            news += (news.empty() ? "" : "\n") + views::tr(each);
        if (!news.empty())
            CallAfter([this, news] { views::tell(window_, news); });
        window_->Bind(wxEVT_DESTROY, [this, shown = window_](wxWindowDestroyEvent& event) {
            event.Skip();
            if (event.GetEventObject() == shown && window_ == shown)
                copies_.close(); // the program ends with its last window
        });
    }

    /// Shows another window and gives the one before, which stays where the new one cannot be made.
    /// The keyboard follows once that is gone.
    std::unique_ptr<wxFrame> replace_window(const std::string& page)
    {
        auto* before = window_;
        copies_.close();
        show(page);
        CallAfter([this] { window_->Raise(); });
        return std::unique_ptr<wxFrame>(before);
    }

    /// The window there is stays until another file is open.
    void open_other()
    {
        auto other = opening().ask(window_);
        if (!other || !window_->may_close_file())
            return;
        auto kept = std::exchange(open_, std::move(*other)); // outlives its window
        try {
            const std::unique_ptr<wxFrame> before(replace_window({}));
        } catch (...) {
            open_ = std::move(kept);
            throw;
        }
    }

    /// The locked file is let go of before whoever comes next is asked who he is.
    void open_anew()
    {
        const auto file = open_.path;
        SetExitOnFrameDelete(false);
        copies_.close();
        delete std::exchange(window_, nullptr); // its threads end with it
        open_ = {};
        try {
            open_ = opening().open(nullptr, file).value_or(OpenFile{});
        } catch (...) {
            views::show_error(nullptr, std::current_exception());
        }
        if (!open_.session)
            open_ = opening().ask(nullptr).value_or(OpenFile{});
        SetExitOnFrameDelete(true);
        if (open_.session)
            show({});
        else
            ExitMainLoop();
    }

    /// From under the lock, where nothing can be asked. What is half typed is in the file; so is
    /// all else, as after a power cut, where dialogs that wait for an answer leave no other way.
    void leave(bool is_alone)
    {
        if (!is_alone)
            std::_Exit(0);
        copies_.close();
        window_->Close(true);
    }

    /// Nothing may have the file open while a copy takes its place; afterwards it is opened again,
    /// restored or as it was.
    void restore(const model::Backup& copy)
    {
        model::Restored done;
        const auto work = [&](const model::KeyFile::Unlocked& unlocked) {
            const wxBusyCursor busy;
            done = put_in_place(copy, unlocked, open_.path);
        };
        if (!with_file_closed(work))
            return;
        wxMessageDialog told(window_,
            views::tr("The file is restored: {1} records. What it was until now is kept as {2}. If "
                      "it has joined a county, sync it now (F9).",
                {std::to_string(done.records), done.kept_as}),
            views::tr("Restore the whole file"), wxOK | wxICON_INFORMATION);
        told.SetExtendedMessage(sentences(done.news));
        told.SetOKLabel(views::tr("OK"));
        told.ShowModal();
    }

    /// The file was lost with its computer and its keys are destroyed: nothing is asked and nothing
    /// kept. Dialogs end first, for they would outlive their window.
    void purge()
    {
        for (auto* top : wxTopLevelWindows)
            if (auto* dialog = dynamic_cast<wxDialog*>(top); dialog && dialog->IsModal()) {
                dialog->EndModal(wxID_CANCEL);
                CallAfter([this] { purge(); });
                return;
            }
        if (!open_.session)
            return;
        copies_.close();
        if (window_)
            window_->Hide();
        delete std::exchange(window_, nullptr); // its threads end with it
        open_.session.reset();
        tell_purged(open_.path);
        ExitMainLoop();
    }

    /// What a power cut or a crash left of an order to purge.
    void go_on_purging()
    {
        model::SystemFiles files;
        auto known = all_recent_files();
        known.push_back(arguments_.file);
        for (const auto& file : known)
            if (!file.empty() && model::purge_under_way(files, file))
                tell_purged(file);
    }

    static void tell_purged(const std::string& file)
    try {
        model::SystemFiles files;
        views::tell(nullptr, views::tr(model::finish_purge(files, file)));
    } catch (...) {
        views::show_error(nullptr, std::current_exception());
    }

    /// The same where the file was found to be damaged.
    void mend()
    {
        views::guarded(window_, [this] {
            auto desk = open_.session->desk();
            model::require(desk.editor, model::Action::backup);
            // Neither sync nor backup is of use now; what is half typed is kept as a draft.
            close_file_for([this](const model::KeyFile::Unlocked& unlocked) {
                mend_damaged(nullptr, open_.path, unlocked);
            });
        });
    }

    using Work = std::function<void(const model::KeyFile::Unlocked&)>;

    /// The same, unless the user would rather keep the window.
    bool with_file_closed(const Work& work)
    {
        return window_->may_close_file() && close_file_for(work);
    }

    /// Does the work while no window has the file, and shows it again; the program does not end
    /// meanwhile, though it has no window. Tells what the work throws, and is false then.
    bool close_file_for(const Work& work)
    {
        const auto unlocked = open_.session->unlocked();
        views::on_damage({});
        const bool ends = GetExitOnFrameDelete();
        SetExitOnFrameDelete(false);
        const auto where = window_->GetRect();
        const bool was_maximised = window_->IsMaximized();
        copies_.close();
        window_->Hide();
        delete std::exchange(window_, nullptr); // its threads end with it
        open_.session.reset();
        std::exception_ptr trouble;
        try {
            work(unlocked);
        } catch (...) {
            trouble = std::current_exception();
        }
        const bool is_shown = show_again(unlocked);
        SetExitOnFrameDelete(ends);
        if (!is_shown) {
            ExitMainLoop();
            return false;
        }
        if (was_maximised)
            window_->Maximize();
        else
            window_->SetSize(where);
        if (trouble)
            views::show_error(window_, trouble);
        return !trouble;
    }

    /// The file as it is now; where that does not open for whoever had it open, the user chooses
    /// again, until he would rather end.
    bool show_again(const model::KeyFile::Unlocked& unlocked)
    {
        try {
            open_.session = std::make_unique<Session>(open_.path, unlocked);
            show(std::string(views::backup_page));
            return true;
        } catch (...) {
            views::show_error(nullptr, std::current_exception());
        }
        open_ = {};
        auto other = opening().ask(nullptr);
        if (!other)
            return false;
        open_ = std::move(*other);
        show({});
        return true;
    }

    /// The window of the same file, with the settings as they are now, where it was.
    void show_anew(const std::string& page)
    {
        arguments_.language.clear(); // what was chosen since stands
        open_.has_just_joined = false;
        take_settings();
        const auto before = replace_window(page);
        if (before->IsMaximized())
            window_->Maximize();
        else
            window_->SetSize(before->GetRect());
    }

    Arguments arguments_;
    OpenFile open_;
    CopyWindows copies_;
    views::MainFrame* window_ = nullptr;
    bool failed_ = false;
};

} // namespace

} // namespace app

wxIMPLEMENT_APP(app::DesktopApp);
