#pragma once

#include "model/commands/editor.h"
#include "tests/support/office.h"
#include "views/widgets/tr.h"

#include <wx/app.h>
#include <wx/frame.h>
#include <wx/modalhook.h>

#include <chrono>
#include <functional>
#include <stdexcept>

namespace tests {

/// A window to put controls in. wxWidgets is started once for the whole program.
struct WithWindow {
    WithWindow()
    {
        static const bool started = start();
        if (!started)
            throw std::runtime_error("No display: run the gui tests under Xvfb");
        frame = new wxFrame(nullptr, wxID_ANY, "tests", wxDefaultPosition, {1200, 700});
    }
    ~WithWindow() { delete frame; }

    wxFrame* frame = nullptr;

private:
    static bool start()
    {
        static int no_arguments = 0;
        wxApp::SetInstance(new wxApp);
        views::set_language("zh_CN");
        return wxEntryStart(no_arguments, static_cast<wxChar**>(nullptr)) && wxTheApp->CallOnInit();
    }
};

/// A window, and an office whose clerk may work.
struct WithOffice : WithWindow {
    Office office;
    Editor editor{office.store, office.clerk};
};

/// Lets timers and events have their turn until it is so, five seconds at the most.
inline bool wait_until(const std::function<bool()>& is_so, int milliseconds = 5000)
{
    const auto deadline =
        std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    while (!is_so() && std::chrono::steady_clock::now() < deadline) {
        wxTheApp->Yield();
        wxMilliSleep(5);
    }
    return is_so();
}

/// The control of that name under `parent`, as the type it is; fails the test where it is not.
template <class Control>
Control& control(wxWindow* parent, const wxString& name)
{
    auto* found = dynamic_cast<Control*>(wxWindow::FindWindowByName(name, parent));
    if (!found)
        throw std::runtime_error("No such control: " + name.utf8_string());
    return *found;
}

/// Answers every message box and dialog with the same button, and counts them.
class Answering : public wxModalDialogHook {
public:
    explicit Answering(int button) : button_(button) { Register(); }
    ~Answering() override { Unregister(); }

    int asked() const { return asked_; }

private:
    int Enter(wxDialog*) override
    {
        ++asked_;
        return button_;
    }

    int button_;
    int asked_ = 0;
};

} // namespace tests
