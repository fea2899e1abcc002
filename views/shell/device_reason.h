#pragma once

#include "model/sync/county_devices.h"

#include <wx/dialog.h>

#include <string>

class wxButton;
class wxTextCtrl;

namespace views {

/// Tells what is about to be done to a computer and asks why; the answer goes into the audit logs.
class DeviceReason : public wxDialog {
public:
    DeviceReason(wxWindow* parent, const model::CountyDevice& device, model::DeviceChange change);

    /// Without blanks at its ends; the dialog ends well with one alone.
    std::string reason() const;

private:
    wxTextCtrl* reason_;
    wxButton* ok_;
};

/// "Report lost and purge"
const char* label_of(model::DeviceChange change); ///< msgid

} // namespace views
