#include "views/start/new_passphrase.h"

#include "model/access/passphrase.h"
#include "views/widgets/errors.h"
#include "views/widgets/tr.h"

#include <wx/textctrl.h>

namespace views {

wxString problem_of(
    wxTextCtrl& passphrase, wxTextCtrl& again, std::span<const std::string> names)
{
    const auto refuse = [](wxTextCtrl& where, const wxString& why) {
        where.SelectAll();
        where.SetFocus();
        return why;
    };
    try {
        model::expect_hard_to_guess(from_wx(passphrase.GetValue()));
        model::expect_uncommon(from_wx(passphrase.GetValue()), names);
    } catch (...) {
        return refuse(passphrase, describe(std::current_exception()));
    }
    if (passphrase.GetValue().Trim().Trim(false) != again.GetValue().Trim().Trim(false))
        return refuse(again, tr("The two passphrases differ: type the second one again."));
    return {};
}

} // namespace views
