#pragma once

#include <wx/string.h>

#include <exception>
#include <functional>

class wxWindow;

namespace views {

/// What went wrong, in words a user can pass on: the whole chain of a nested exception.
wxString describe(const std::exception_ptr& error);

/// One of the three places where exceptions end: a message box over the window.
void show_error(wxWindow* parent, const std::exception_ptr& error);

/// What is offered where the data file turns out to be damaged, instead of telling it: many readings
/// fail at once then, and it is called for the first only, until it is set anew. None: each is told.
void on_damage(std::function<void()> mend);

/// Does what a menu or a button asks for; what fails is told over the window and goes no further.
template <class Work>
void guarded(wxWindow* parent, Work work)
{
    try {
        work();
    } catch (...) {
        show_error(parent, std::current_exception());
    }
}

} // namespace views
