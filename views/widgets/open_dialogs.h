#pragma once

#include <wx/modalhook.h>

namespace views {

/// Counts the dialogs that stand open, of whatever kind: what is done by the clock waits for them,
/// because it would change what they ask about. GTK goes on ticking under a dialog, and its windows
/// count as enabled.
class OpenDialogs : public wxModalDialogHook {
public:
    OpenDialogs() { Register(); }

    bool any() const { return open_ > 0; }
    int count() const { return open_; }

protected:
    int Enter(wxDialog*) override
    {
        ++open_;
        return wxID_NONE;
    }
    void Exit(wxDialog*) override { --open_; }

private:
    int open_ = 0;
};

} // namespace views
