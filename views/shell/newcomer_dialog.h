#pragma once

#include "model/commands/newcomer.h"
#include "views/form/field_editor.h"

#include <wx/dialog.h>

#include <memory>
#include <string_view>
#include <vector>

class wxButton;
class wxFlexGridSizer;
class wxPanel;
class wxStaticText;

namespace views {

class WrappedText;

/// Somebody new from the form that his unit stamped (窗口工作人员基本情况表), in the order of the
/// paper: the person, the posting and the window in one step, on the unit's behalf. Enter goes from
/// field to field, the ID number fills birth and sex, and whoever is called so already is named
/// while one types.
class NewcomerDialog : public wxDialog {
public:
    NewcomerDialog(wxWindow* parent, model::Editor& editor);
    ~NewcomerDialog() override;

    /// As if the user had typed it into that field ("person.name", "posting.unit", "window").
    void type(std::string_view field, const wxString& text);

    void save();

    /// Takes the one in the register who is called so for the newcomer, who comes back.
    void take_namesake();

    /// Something was entered that leaving would lose.
    bool is_begun() const;

    const model::Uuid& made() const { return made_; }

private:
    /// A line of the form: a field of one of the registers.
    struct Line {
        const model::EntityDef* def;
        const model::FieldDef* field;
        std::unique_ptr<FieldEditor> editor;
        model::Value first; ///< what stands there by itself

        std::string name() const;
    };

    void add(wxFlexGridSizer& grid, const model::EntityDef& def, const model::FieldDef& field);
    void lay_out();
    void wire();
    void set_defaults();
    void keep_defaults();
    Line& line(std::string_view name);
    const Line* focused() const;
    void go_on_from(const Line& line);
    void on_typed(const Line& line);
    void fill_from_number();
    void look_for_namesakes();
    std::optional<model::Newcomer> newcomer();
    void tell(const model::Findings& findings);
    void leave();

    model::Editor& editor_;
    std::vector<Line> lines_;
    std::vector<model::Namesake> namesakes_;
    model::Uuid taken_; ///< somebody of the register; nil: a new person
    model::Uuid made_;
    wxPanel* page_;
    WrappedText* doubles_;
    WrappedText* told_;
    wxButton* take_;
    wxButton* save_;
    wxButton* cancel_;
};

} // namespace views
