#pragma once

#include "model/commands/reorganise.h"
#include "views/form/field_editor.h"
#include "views/shell/desk.h"

#include <wx/dialog.h>

#include <array>
#include <map>
#include <memory>

class wxButton;
class wxCheckBox;
class wxCheckListBox;
class wxChoice;
class wxPanel;
class wxStaticText;
class wxTextCtrl;

namespace views {

class CellTable;
class SuggestBox;
struct Suggestion;
class WrappedText;

/// A reform of institutions (机构改革) as one step: which units change and how, what follows them,
/// and which records go over, each of which may be left where it is.
class ReorganiseDialog : public wxDialog {
public:
    /// `units` are chosen at first. The desk's services outlive the window.
    ReorganiseDialog(wxWindow* parent, const Desk& desk, const std::vector<model::Uuid>& units);

    /// Does it, where it makes sense; then the window closes.
    void carry_out();

    const model::ReformOutcome& outcome() const { return outcome_; }

private:
    enum Column { goes_to, in_register, record, unit, field };
    static constexpr std::size_t most_successors = 3;

    /// A record that refers to an old unit, and which successor it goes to; none: it stays.
    struct Line {
        model::UnitReference reference;
        std::optional<std::size_t> to;
    };

    wxSizer* make_top();
    wxSizer* make_units();
    wxSizer* make_filter();
    void wire();
    std::vector<Suggestion> offer(const wxString& typed) const;
    void read_units(const std::vector<model::Uuid>& chosen);
    void kind_changed();
    void read_lines();
    void show_registers();
    void show_lines();
    void update();
    void switch_lines();
    void move_shown(bool goes);
    void tell_chosen();
    void say(const wxString& text);
    void tell_refusals();

    model::UnitChangeKind kind() const;
    std::vector<model::Uuid> units() const;
    std::vector<std::string> successors() const;
    std::optional<model::Date> day() const;
    std::optional<std::size_t> next_of(const std::optional<std::size_t>& to) const;
    wxString cell_of(const Line& line, std::size_t column) const;
    std::size_t going() const;

    const Desk& desk_;
    std::vector<model::Uuid> unit_ids_;
    std::vector<Line> lines_;
    std::vector<std::size_t> shown_;
    std::vector<const model::EntityDef*> registers_;
    model::ReformOutcome outcome_;
    std::optional<model::Message> accounts_left_;
    wxPanel* page_;
    wxChoice* kind_;
    std::unique_ptr<FieldEditor> day_;
    wxTextCtrl* document_;
    wxCheckListBox* units_;
    WrappedText* chosen_; ///< by name, for the list shows a part
    std::array<SuggestBox*, most_successors> successors_{};
    std::array<wxStaticText*, most_successors> successor_labels_{};
    wxTextCtrl* new_name_;
    wxStaticText* new_name_label_ = nullptr;
    wxCheckBox* ends_;
    wxChoice* register_;
    wxButton* move_;
    wxButton* stay_;
    CellTable* table_;
    WrappedText* said_;
    wxButton* ok_;
};

} // namespace views
