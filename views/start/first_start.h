#pragma once

#include "model/sync/join_file.h"
#include "views/widgets/background.h"

#include <wx/dialog.h>

#include <functional>
#include <optional>
#include <string>

class wxButton;
class wxSimplebook;
class wxStaticText;

namespace views {

class FilePage;
class OfficePage;
class RecoveryPage;
class WrappedText;

/// What the user wants made: a file of his own office, or one that joins a county.
struct OfficeWish {
    std::string region; ///< division code; empty where the county says it
    std::string office;
    std::optional<model::JoinFile> join;
    std::string path;
    std::string account;
    std::string passphrase;
};

/// What making needs from outside.
struct OfficeMaking {
    /// Makes the file and gives its recovery key. In a thread of its own; what it throws is told
    /// to the user, who may mend his wish. Leaves nothing behind when it throws.
    std::function<std::string(const OfficeWish&)> make;

    std::string account; ///< proposed for the first account; may be empty
    std::string folder;  ///< proposed for the file
};

/// Makes the data file of an office in three steps: which office, where and with what passphrase,
/// and the recovery key, which is shown once and has to be typed in part before it goes away.
class FirstStart : public wxDialog {
public:
    enum Step { office, file, recovery, steps };

    /// With a joining file the county says which office it is.
    FirstStart(wxWindow* parent, OfficeMaking making, std::optional<model::JoinFile> join = {});
    ~FirstStart() override;

    void next();
    void back();
    Step step() const { return step_; }
    bool is_working() const { return is_working_; }

    /// What was made; meaningful from the last step on.
    const OfficeWish& wish() const { return wish_; }
    bool is_made() const { return step_ == recovery; }

private:
    void go_to(Step step);
    void make();
    void grow();
    void update();
    void say(const wxString& problem);
    void end(int code);
    bool may_close();

    OfficeMaking making_;
    OfficeWish wish_;
    Step step_ = office;
    bool is_working_ = false;

    wxStaticText* title_;
    wxSimplebook* book_;
    OfficePage* office_;
    FilePage* file_;
    RecoveryPage* recovery_;
    WrappedText* problem_;
    wxButton* back_;
    wxButton* next_;
    wxButton* cancel_;
    Background background_; ///< last, so that its work ends first
};

} // namespace views
