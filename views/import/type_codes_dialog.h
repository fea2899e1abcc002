#pragma once

#include "model/exchange/type_codes.h"

#include <wx/dialog.h>

class wxChoice;

namespace views {

/// Which item type of ours each code of a sheet means.
class TypeCodesDialog : public wxDialog {
public:
    TypeCodesDialog(wxWindow* parent, const std::vector<model::TypeCodeUse>& used);

    /// What codes were given another meaning.
    model::TypeCodes codes() const;

private:
    std::vector<model::TypeCodeUse> used_;
    std::vector<wxChoice*> choices_;
};

} // namespace views
