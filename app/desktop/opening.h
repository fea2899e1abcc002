#pragma once

#include "app/desktop/only_window.h"
#include "app/desktop/session.h"
#include "model/sync/join_file.h"
#include "views/start/start_dialog.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

class wxWindow;

namespace app {

/// A file that is open for one window, and held for it.
struct OpenFile {
    std::string path;
    std::unique_ptr<OnlyWindow> hold;
    std::unique_ptr<Session> session;
    bool has_just_joined = false; ///< and has nothing of the county yet
};

/// The way from nothing to an open file: which one, or a new one, and its passphrase.
class Opening {
public:
    /// `folder` is where this user's programs may write. `speak` changes the language of what is
    /// asked.
    Opening(std::string folder, std::function<void(const std::string& language)> speak);

    /// Lets the user choose among files opened lately, others, a joining file or a new office until
    /// one is open; what fails is told, and he chooses again. Nothing where he would rather not.
    std::optional<OpenFile> ask(wxWindow* parent);

    /// Asks the passphrase of that file. Nothing where the user thinks better of it. Throws Error
    /// where the file cannot be opened, or another window has it.
    std::optional<OpenFile> open(wxWindow* parent, const std::string& file);

    /// Whether it is known whose passphrase is meant: an account is named, or the file has one
    /// alone. A file whose accounts cannot be read says what is wrong when it is opened.
    static bool knows_whose(const std::string& file, const std::string& account);

    /// The same without asking; an empty account is the only one there is. Throws Error.
    OpenFile open(
        const std::string& file, const std::string& account, const std::string& passphrase);

private:
    std::optional<OpenFile> begin(wxWindow* parent, const views::Start& start);
    std::optional<OpenFile> make(wxWindow* parent, std::optional<model::JoinFile> join);
    OpenFile held(const std::string& file);

    std::string folder_;
    std::function<void(const std::string&)> speak_;
};

} // namespace app
