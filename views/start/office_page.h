#pragma once

#include "views/start/first_start.h"
#include "views/widgets/suggest_box.h"

#include <wx/panel.h>

namespace views {

/// Which office the file is for.
class OfficePage : public wxPanel {
public:
    explicit OfficePage(wxWindow* parent);

    /// The name the county has given the office, in place of the questions.
    void show_join(const model::JoinFile& join);

    /// Puts what was entered into the wish; what is missing or wrong is told in a sentence.
    wxString take(OfficeWish& wish);

    /// As if the user had typed there.
    void type_division(const wxString& text);

private:
    void division_typed();
    void propose_name(const std::string& region);

    SuggestBox* division_;
    wxStaticText* where_;
    wxTextCtrl* office_;
    std::string region_;
    wxString proposed_; ///< the name proposed last, which may be replaced
};

/// What an office of that division is called: "桃江县政务服务中心"; of a township or village only
/// its own people know the name.
wxString office_name(const std::string& region);

} // namespace views
