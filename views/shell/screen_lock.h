#pragma once

#include "views/start/file_access.h"
#include "views/widgets/passed_time.h"

#include <wx/eventfilter.h>
#include <wx/modalhook.h>
#include <wx/timer.h>

#include <functional>
#include <string>

namespace views {

inline constexpr int never_lock = 0;

/// Locks the program where its user says so (Ctrl+L in any of its windows) or nobody used it for
/// some minutes: all windows go off the screen, and a passphrase brings them back as they were.
class ScreenLock : public wxEventFilter, private wxModalDialogHook {
public:
    /// `lock` outlives it. `minutes` may be never_lock.
    ScreenLock(const Locking& lock, std::string account, int minutes,
        PassedTime idle = PassedTime([] { return model::SystemClock().now(); }));
    ~ScreenLock() override;

    /// Comes back once it is unlocked, or the program is about to be left. While it is locked no
    /// other dialog comes up: what it would ask is not answered.
    void lock(LockedBy by);

    bool is_locked() const { return dialog_ != nullptr; }

    /// How many dialogs stand open.
    std::function<int()> dialogs = [] { return 0; };

    /// All that is on the screen is about to go.
    std::function<void()> on_lock = [] {};

private:
    int FilterEvent(wxEvent& event) override;
    int Enter(wxDialog* dialog) override;
    void Exit(wxDialog*) override {}
    void leave(int answer, bool is_alone);

    const Locking& lock_;
    std::string account_;
    model::Instant after_;
    PassedTime idle_; ///< nobody used the program
    wxDialog* dialog_ = nullptr;
    wxTimer looks_;
};

} // namespace views
