#pragma once

#include "views/import/import_draft.h"

#include <wx/panel.h>

#include <functional>

class wxButton;
class wxStaticText;

namespace views {

class WrappedText;

/// Last page: what the import did, and how to take it back.
class ResultPage : public wxPanel {
public:
    ResultPage(wxWindow* parent, ImportDraft& draft);

    void show();

    /// Whether anything of the import was taken back is told; where it was, its button goes.
    void show_taken_back(bool changed, const wxString& sentence);
    void focus();

    std::function<void()> on_save_errors;
    std::function<void()> on_take_back;
    std::function<void()> on_another;

private:
    void say(const wxString& headline, const wxString& text);

    ImportDraft& draft_;
    wxStaticText* headline_;
    WrappedText* text_;
    wxButton* save_errors_;
    wxButton* take_back_;
    wxButton* another_;
};

} // namespace views
