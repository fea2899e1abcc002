#pragma once

#include <memory>

class wxWindow;

namespace views {

/// Takes every window of the program off the screen, those of the system and dialogs that wait for
/// an answer too, and puts them back as they were in its destructor. None of them hears of it: what
/// is typed in them, where the keyboard is, and what waits for them stay.
class HiddenWindows {
public:
    /// A menu that is open is closed.
    HiddenWindows();
    ~HiddenWindows();

    HiddenWindows(const HiddenWindows&) = delete;
    HiddenWindows& operator=(const HiddenWindows&) = delete;

    /// They are about to be closed, and are not shown again before.
    void stay_hidden();

private:
    struct Held;
    std::unique_ptr<Held> held_;
};

} // namespace views
