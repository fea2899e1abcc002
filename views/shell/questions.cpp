#include "views/shell/questions.h"

#include "views/widgets/tr.h"

#include <wx/msgdlg.h>

namespace views {

Unsaved ask_unsaved(wxWindow* parent)
{
    wxMessageDialog dialog(parent, tr("This record has entries that are not saved yet."),
        tr("Hallkeeper"), wxYES_NO | wxCANCEL | wxICON_WARNING);
    dialog.SetYesNoCancelLabels(tr("&Save"), tr("&Do not save"), tr("&Go on editing"));
    switch (dialog.ShowModal()) {
    case wxID_YES:
        return Unsaved::save;
    case wxID_NO:
        return Unsaved::give_up;
    default:
        return Unsaved::go_on;
    }
}

bool ask_give_up(wxWindow* parent)
{
    wxMessageDialog dialog(parent, tr("Give up the entries that are not saved yet?"),
        tr("Hallkeeper"), wxYES_NO | wxNO_DEFAULT | wxICON_WARNING);
    dialog.SetYesNoLabels(tr("G&ive up"), tr("&Go on editing"));
    return dialog.ShowModal() == wxID_YES;
}

bool ask_remove(wxWindow* parent, const wxString& title)
{
    wxMessageDialog dialog(parent, tr("Put \"{1}\" into the recycle bin?", {from_wx(title)}),
        tr("Hallkeeper"), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
    dialog.SetExtendedMessage(tr("Undo brings it back at any time."));
    dialog.SetYesNoLabels(tr("&Delete"), tr("&Keep"));
    return dialog.ShowModal() == wxID_YES;
}

bool ask_merge(wxWindow* parent, const wxString& fields)
{
    wxMessageDialog dialog(parent, tr("The two differ in: {1}", {from_wx(fields)}),
        tr("Hallkeeper"), wxYES_NO | wxNO_DEFAULT | wxICON_WARNING);
    dialog.SetExtendedMessage(tr("Are they the same all the same? Look at both before you merge."));
    dialog.SetYesNoLabels(tr("&Merge all the same"), tr("Do &not merge"));
    return dialog.ShowModal() == wxID_YES;
}

bool ask_join(wxWindow* parent, const wxString& doubt)
{
    wxMessageDialog dialog(
        parent, doubt, tr("Hallkeeper"), wxYES_NO | wxNO_DEFAULT | wxICON_WARNING);
    dialog.SetExtendedMessage(tr("A copy of the file as it is now is kept beside it."));
    dialog.SetYesNoLabels(tr("&Join all the same"), tr("&Do not join"));
    return dialog.ShowModal() == wxID_YES;
}

void tell(wxWindow* parent, const wxString& sentence)
{
    wxMessageDialog dialog(parent, sentence, tr("Hallkeeper"), wxOK | wxICON_INFORMATION);
    dialog.SetOKLabel(tr("OK"));
    dialog.ShowModal();
}

} // namespace views
