#pragma once

#include "model/commands/reorganise_places.h"
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

struct ReformTexts;

/// A reform of institutions (机构改革) or of places as one step: which units or places change and
/// how, what follows them, and which records go over, each of which may be left where it is.
class ReorganiseDialog : public wxDialog {
public:
    /// `of` is the register of units or of places; `old` are chosen at first. The desk's services
    /// outlive the window.
    ReorganiseDialog(wxWindow* parent, const Desk& desk, const model::EntityDef& of,
        const std::vector<model::Uuid>& old);

    /// Does it, where it makes sense; then the window closes.
    void carry_out();

    /// Says what the rules and rights would say, and does nothing.
    void look_first();

    const model::ReformOutcome& outcome() const { return outcome_; }

private:
    enum Column { goes_to, in_register, record, old_one, field };
    static constexpr std::size_t most_successors = 3;
    static constexpr std::size_t site_fields = 4;

    /// A record that refers to an old one, and which successor it goes to; none: it stays.
    struct Line {
        model::ReformReference reference;
        std::optional<std::size_t> to;
    };

    wxSizer* make_top();
    wxSizer* make_old();
    wxSizer* make_site();
    wxSizer* make_filter();
    void wire();
    std::vector<Suggestion> offer(const wxString& typed) const;
    void read_old(const std::vector<model::Uuid>& chosen);
    void kind_changed();
    void show_site();
    void read_lines();
    void show_registers();
    void show_lines();
    void update();
    void switch_lines();
    void move_shown(bool goes);
    void tell_chosen();
    void say(const wxString& text);
    void tell(const wxString& first, bool warnings);

    model::ReformKind kind() const;
    bool has_successors() const;
    bool makes_sense() const;
    std::vector<model::Uuid> old() const;
    std::optional<model::PlaceSite> site() const;
    model::ReformOutcome run(bool is_dry_run);
    std::vector<std::string> successors() const;
    std::optional<model::Date> day() const;
    std::optional<std::size_t> next_of(const std::optional<std::size_t>& to) const;
    wxString cell_of(const Line& line, std::size_t column) const;
    std::size_t going() const;

    const Desk& desk_;
    const model::EntityDef& of_;
    const ReformTexts& texts_;
    std::vector<model::Uuid> old_ids_;
    std::vector<Line> lines_;
    std::vector<std::size_t> shown_;
    std::vector<const model::EntityDef*> registers_;
    model::ReformOutcome outcome_;
    std::optional<model::Message> accounts_left_;
    bool goes_at_first_ = true;
    std::size_t naming_ = 0; ///< records that refer to the old ones
    wxPanel* page_;
    wxChoice* kind_;
    std::unique_ptr<FieldEditor> day_;
    wxTextCtrl* document_;
    wxCheckListBox* old_;
    WrappedText* chosen_; ///< by name, for the list shows a part
    std::array<SuggestBox*, most_successors> successors_{};
    std::array<wxStaticText*, most_successors> successor_labels_{};
    std::array<std::optional<model::Uuid>, most_successors> taken_{}; ///< from the list
    std::array<std::unique_ptr<FieldEditor>, site_fields> site_{};    ///< of places alone
    std::array<wxStaticText*, site_fields> site_labels_{};
    wxTextCtrl* new_name_;
    wxStaticText* new_name_label_ = nullptr;
    wxCheckBox* ends_;
    wxChoice* register_;
    wxButton* move_;
    wxButton* stay_;
    CellTable* table_;
    WrappedText* said_;
    wxButton* look_;
    wxButton* ok_;
};

} // namespace views
