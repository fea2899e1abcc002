#pragma once

#include "model/base/clock.h"
#include "views/start/file_access.h"

#include <wx/eventfilter.h>
#include <wx/modalhook.h>
#include <wx/timer.h>

#include <functional>
#include <string>

namespace views {

/// How long nobody has used the program. A computer that slept counts as one that nobody used,
/// which the steady clock alone does not tell; a clock that is set back takes nothing away.
class IdleTime {
public:
    using Now = std::function<model::Instant()>;

    IdleTime(Now steady, Now wall);

    void used();

    /// Milliseconds.
    model::Instant passed() const;

private:
    Now steady_;
    Now wall_;
    model::Instant steady_used_ = 0;
    model::Instant wall_used_ = 0;
};

inline constexpr int never_lock = 0;

/// Locks the program where its user says so (Ctrl+L in any of its windows) or nobody used it for
/// some minutes: all windows go off the screen, and a passphrase brings them back as they were.
class ScreenLock : public wxEventFilter, private wxModalDialogHook {
public:
    /// `lock` outlives it. `minutes` may be never_lock.
    ScreenLock(const Locking& lock, std::string account, int minutes, IdleTime idle = usual_idle());
    ~ScreenLock() override;

    /// Comes back once it is unlocked, or the program is about to be left. While it is locked no
    /// other dialog comes up: what it would ask is not answered.
    void lock(LockedBy by);

    bool is_locked() const { return dialog_ != nullptr; }

    /// How many dialogs stand open.
    std::function<int()> dialogs = [] { return 0; };

    static IdleTime usual_idle();

private:
    int FilterEvent(wxEvent& event) override;
    int Enter(wxDialog* dialog) override;
    void Exit(wxDialog*) override {}
    void leave(int answer, bool is_alone);

    const Locking& lock_;
    std::string account_;
    model::Instant after_;
    IdleTime idle_;
    wxDialog* dialog_ = nullptr;
    wxTimer looks_;
};

} // namespace views
