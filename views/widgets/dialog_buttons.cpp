#include "views/widgets/dialog_buttons.h"

#include "views/widgets/tr.h"

namespace views {

wxSizer* dialog_buttons(wxDialog& dialog, wxButton* ok)
{
    return dialog_buttons(dialog, ok, new wxButton(&dialog, wxID_CANCEL, tr("Cancel")));
}

wxSizer* dialog_buttons(wxDialog& dialog, wxButton* ok, wxButton* cancel)
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->AddStretchSpacer();
    row->Add(ok);
    row->Add(cancel, wxSizerFlags().Border(wxLEFT, dialog.FromDIP(8)));
    return row;
}

} // namespace views
