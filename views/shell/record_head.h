#pragma once

#include <wx/panel.h>

#include <functional>
#include <optional>

class wxButton;
class wxStaticText;

namespace views {

/// What stands above a record: what it is called, what tells it from another of that name, which of
/// the list's records it is, and the buttons to the one before and after it.
class RecordHead : public wxPanel {
public:
    explicit RecordHead(wxWindow* parent);

    void show(const wxString& title, const wxString& subtitle);

    /// The row of the list the record stands in, from 0; none: a new one, or one that is hidden.
    void show_position(std::optional<std::size_t> row, std::size_t count);

    std::function<void(int rows)> on_step;

private:
    void fit();
    wxButton* make_button(const wxString& label, const char* name, const wxString& tip, int rows);

    wxString beside_; ///< the subtitle, shown where it has room
    wxStaticText* heading_;
    wxStaticText* subtitle_;
    wxStaticText* position_;
    wxButton* previous_;
    wxButton* next_;
};

} // namespace views
