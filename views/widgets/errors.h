#pragma once

#include <wx/string.h>

#include <exception>

class wxWindow;

namespace views {

/// What went wrong, in words a user can pass on: the whole chain of a nested exception.
wxString describe(const std::exception_ptr& error);

/// One of the three places where exceptions end: a message box over the window.
void show_error(wxWindow* parent, const std::exception_ptr& error);

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
