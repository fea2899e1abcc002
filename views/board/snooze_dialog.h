#pragma once

#include "model/rules/finding.h"

#include <wx/dialog.h>

#include <functional>
#include <string>

class wxRadioButton;
class wxTextCtrl;

namespace views {

class WrappedText;

/// Asks until when a line of the board is put off, and why, which may stay empty. What putting it
/// off throws is told in the dialog, which stays until it worked or the user thinks better of it.
class SnoozeDialog : public wxDialog {
public:
    using PutOff = std::function<void(model::Date until, const std::string& reason)>;

    SnoozeDialog(wxWindow* parent, model::Date today, model::Level level, PutOff put_off);

private:
    void lay_out(model::Level level);
    void try_it();
    model::Date until() const;

    PutOff put_off_;
    model::Date today_;
    wxRadioButton* tomorrow_;
    wxRadioButton* in_a_week_;
    wxRadioButton* on_day_;
    wxTextCtrl* day_;
    wxTextCtrl* reason_;
    WrappedText* problem_;
};

} // namespace views
