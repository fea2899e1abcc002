#pragma once

#include <wx/panel.h>

#include <functional>
#include <string>

class wxTextCtrl;

namespace views {

class WrappedText;

/// A place to type or paste a recovery key, which tells mistakes group by group as they are typed.
class RecoveryEntry : public wxPanel {
public:
    explicit RecoveryEntry(wxWindow* parent);

    std::string key() const;

    /// Whether all groups are there and right, as far as their check characters tell.
    bool is_complete() const;

    void focus();

    /// The key is complete, or no longer.
    std::function<void()> on_change;

private:
    void typed();

    wxTextCtrl* text_;
    WrappedText* state_;
};

} // namespace views
