#pragma once

#include "model/commands/portrait.h"

#include <wx/bmpbndl.h>
#include <wx/panel.h>

#include <functional>
#include <string>

class wxButton;
class wxStaticBitmap;

namespace views {

class WrappedText;

/// The portrait of the person in the form, with buttons to set and remove it. It takes no room
/// where the account may not read the person's personal values.
class PortraitBox : public wxPanel {
public:
    /// The editor outlives it.
    PortraitBox(wxWindow* parent, model::Editor& editor);

    /// Shows that of the person; nil: none is shown.
    void show(const model::Uuid& person);

    /// From now on it can only be looked at.
    void freeze() { is_frozen_ = true; }

    void choose(); ///< asks for the file
    void set(const std::string& path);
    void remove();

    std::function<void()> on_written;
    std::function<void(const wxString&)> on_say;

private:
    void lay_out();
    wxBitmapBundle drawn() const;
    wxString words() const;
    void update();
    void tell(const model::Outcome& outcome, const wxString& done);

    model::Editor& editor_;
    model::Uuid person_;
    std::optional<model::Portrait> portrait_;
    std::string drawn_; ///< the hash of the picture that is shown; empty: a drawing
    bool is_seen_ = false;
    bool is_frozen_ = false;
    wxStaticBitmap* picture_;
    WrappedText* told_;
    wxButton* choose_;
    wxButton* remove_;
};

} // namespace views
