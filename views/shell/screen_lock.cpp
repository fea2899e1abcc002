#include "views/shell/screen_lock.h"

#include "model/base/error.h"
#include "views/shell/lock_dialog.h"
#include "views/widgets/platform_hidden_windows.h"

#include <wx/app.h>
#include <wx/event.h>

namespace views {

namespace {

constexpr int look = 2000; ///< milliseconds between two looks at the time
constexpr model::Instant minute = 60'000;

bool is_use(const wxEventType type)
{
    return type == wxEVT_KEY_DOWN || type == wxEVT_CHAR_HOOK || type == wxEVT_LEFT_DOWN
        || type == wxEVT_RIGHT_DOWN || type == wxEVT_MOUSEWHEEL || type == wxEVT_MOTION;
}

bool is_lock_key(const wxEvent& event)
{
    const auto* key = dynamic_cast<const wxKeyEvent*>(&event);
    return key && event.GetEventType() == wxEVT_CHAR_HOOK && key->GetModifiers() == wxMOD_CONTROL
        && key->GetKeyCode() == 'L';
}

} // namespace

ScreenLock::ScreenLock(const Locking& lock, std::string account, int minutes, PassedTime idle)
    : lock_(lock)
    , account_(std::move(account))
    , after_(minutes * minute)
    , idle_(std::move(idle))
{
    wxEvtHandler::AddFilter(this);
    looks_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        if (!is_locked() && idle_.passed() >= after_)
            this->lock(LockedBy::itself);
    });
    if (minutes != never_lock)
        looks_.Start(look);
}

ScreenLock::~ScreenLock()
{
    wxEvtHandler::RemoveFilter(this);
}

int ScreenLock::FilterEvent(wxEvent& event)
{
    if (!is_use(event.GetEventType()) || is_locked())
        return Event_Skip;
    idle_.begin();
    if (!is_lock_key(event))
        return Event_Skip;
    lock(LockedBy::user);
    return Event_Processed;
}

int ScreenLock::Enter(wxDialog* dialog)
{
    return dialog == dialog_ ? wxID_NONE : wxID_CANCEL;
}

void ScreenLock::lock(LockedBy by)
{
    if (is_locked())
        return;
    on_lock();
    const bool is_alone = dialogs() == 0;
    int answer = wxID_NONE;
    {
        HiddenWindows hidden;
        try {
            lock_.noted(by);
        } catch (const model::Error&) { // NOLINT(bugprone-empty-catch): a full disk leaves nothing
        }                               // open to who passes by
        LockDialog dialog(lock_, account_, is_alone);
        dialog_ = &dialog;
        Register(); // now, so that it is asked before all others
        answer = dialog.ShowModal();
        Unregister();
        dialog_ = nullptr;
        if (answer == wxID_OPEN || answer == wxID_EXIT)
            hidden.stay_hidden();
    }
    idle_.begin();
    leave(answer, is_alone);
}

void ScreenLock::leave(int answer, bool is_alone)
{
    if (answer == wxID_OPEN)
        lock_.open_anew();
    else if (answer == wxID_EXIT)
        lock_.leave(is_alone);
}

} // namespace views
