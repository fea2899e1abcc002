#pragma once

#include <wx/panel.h>

#include <string>

namespace views {

/// Says on top of a window that it shows a copy in which nothing can be changed.
class CopyNote : public wxPanel {
public:
    /// `when` the copy was made.
    CopyNote(wxWindow* parent, const std::string& when);
};

} // namespace views
