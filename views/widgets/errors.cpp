#include "views/widgets/errors.h"

#include "model/base/error.h"
#include "views/widgets/tr.h"

#include <wx/msgdlg.h>

namespace views {

wxString describe(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& known) {
        return to_wx(model::describe(known, language()));
    } catch (...) {
        return tr("An error of an unknown kind");
    }
}

void show_error(wxWindow* parent, const std::exception_ptr& error)
{
    wxMessageDialog dialog(
        parent, tr("This could not be done."), tr("Hallkeeper"), wxOK | wxICON_ERROR);
    dialog.SetExtendedMessage(describe(error));
    dialog.SetOKLabel(tr("OK"));
    dialog.ShowModal();
}

} // namespace views
