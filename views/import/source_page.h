#pragma once

#include "views/import/import_draft.h"

#include <wx/panel.h>

#include <functional>

class wxButton;
class wxChoice;
class wxTextCtrl;

namespace views {

class CellTable;
class WrappedText;

/// First page: which sheet for which register, how its characters are written and where its heads
/// stand, with the beginning of it as it would be read.
class SourcePage : public wxPanel {
public:
    SourcePage(wxWindow* parent, ImportDraft& draft,
        const std::vector<const model::EntityDef*>& registers);

    /// Shows the sheet that was looked at; `problem` is why it could not be read.
    void show(const wxString& problem = {});
    void focus();

    /// What the clipboard holds, as if the user had asked for it.
    void paste();

    std::function<void()> on_register;                      ///< another register
    std::function<void(const std::string& path)> on_file;   ///< a file was chosen
    std::function<void(const std::string& text)> on_pasted; ///< a table was pasted
    std::function<void()> on_change; ///< encoding, sheet or head row: to be looked at anew
    std::function<void(const wxString&)> on_say;

private:
    wxSizer* make_top();
    wxSizer* make_how();
    void wire();
    void ask_file();
    void save_template();
    void show_choices();
    void show_head_rows();
    void show_rows();
    void take_head_row(int number);

    ImportDraft& draft_;
    std::vector<const model::EntityDef*> registers_;
    wxChoice* register_;
    wxButton* template_;
    wxTextCtrl* file_;
    wxButton* browse_;
    wxButton* paste_;
    wxChoice* encoding_;
    wxChoice* sheet_;
    wxChoice* head_row_;
    wxWindow* encoding_label_ = nullptr;
    wxWindow* sheet_label_ = nullptr;
    WrappedText* problem_;
    CellTable* rows_;
};

} // namespace views
