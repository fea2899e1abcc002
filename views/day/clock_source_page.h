#pragma once

#include "views/day/clock_draft.h"

#include <wx/panel.h>

#include <functional>
#include <optional>

class wxButton;
class wxCheckBox;
class wxChoice;
class wxSizer;
class wxStaticText;
class wxTextCtrl;

namespace views {

class CellTable;
class WrappedText;

/// Chooses a clock file and shows how it is laid out: what each column holds can be said where the
/// program is wrong, and of which month the days are.
class ClockSourcePage : public wxPanel {
public:
    ClockSourcePage(wxWindow* parent, ClockDraft& draft);

    void show(const wxString& problem = {});
    void focus();

    /// Says what the column holds, as if the user had chosen it.
    void take_role(std::size_t column, model::ClockRole role);
    void take_month(const wxString& typed);

    std::function<void(const std::string& path)> on_file;
    std::function<void()> on_change; ///< the file is to be read anew
    std::function<void(const wxString&)> on_say;

    /// What the column holds; nothing where the user thinks better of it. A dialog asks him.
    std::function<std::optional<model::ClockRole>(const model::ClockColumn&)> on_ask_role;

private:
    wxSizer* make_top();
    wxSizer* make_how();
    void wire();
    void ask_file();
    void show_columns();
    wxString example(std::size_t column) const;

    ClockDraft& draft_;
    wxTextCtrl* file_;
    wxButton* browse_;
    wxStaticText* sheet_label_ = nullptr;
    wxChoice* sheet_;
    wxTextCtrl* month_;
    wxCheckBox* absences_;
    wxStaticText* form_;
    WrappedText* problem_;
    CellTable* columns_;
};

} // namespace views
