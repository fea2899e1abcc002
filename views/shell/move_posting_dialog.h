#pragma once

#include "model/commands/move_posting.h"
#include "views/form/field_editor.h"

#include <wx/dialog.h>

#include <memory>
#include <string>
#include <vector>

class wxButton;
class wxChoice;
class wxPanel;
class wxStaticText;

namespace views {

class WrappedText;

/// Changes the status of a posting (办理状态变动) as one step: to which of those that are allowed
/// from where it is, on which day, and what that change demands. Ends with wxID_OK once it is done.
class MovePostingDialog : public wxDialog {
public:
    /// The editor outlives it; the posting is live.
    MovePostingDialog(wxWindow* parent, model::Editor& editor, const model::Uuid& posting);
    ~MovePostingDialog() override;

    /// As if the user had chosen that change, and typed that into the field ("until"); "day" is the
    /// day of the change.
    void choose(std::string_view to);
    void type(std::string_view field, const wxString& text);

    /// Does it; says what hinders where something does.
    void move();

    /// The status that is chosen, as a code.
    const std::string& chosen() const;

private:
    struct Line {
        std::string name;
        const model::FieldDef* field;
        std::unique_ptr<FieldEditor> editor;
    };

    void lay_out();
    void wire();
    void show_fields();
    void add(std::string_view name, const model::FieldDef& field, const wxString& words);
    wxStaticText* label(wxWindow* parent, const wxString& words);
    std::optional<model::StatusChange> change();
    void tell(const wxString& sentence, bool is_refusal);
    const model::OfferedMove& offered() const;
    wxString status_now() const;

    model::Editor& editor_;
    model::Uuid posting_;
    std::vector<model::OfferedMove> offered_;
    wxChoice* to_;
    wxPanel* fields_;
    std::vector<Line> lines_;
    WrappedText* told_;
    wxButton* move_;
};

} // namespace views
