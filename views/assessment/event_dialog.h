#pragma once

#include "model/assessment/method.h"
#include "model/commands/ledger_steps.h"

#include <wx/dialog.h>

#include <memory>
#include <vector>

class wxButton;
class wxChoice;
class wxFlexGridSizer;
class wxPanel;
class wxStaticText;
class wxTextCtrl;

namespace views {

class CellTable;
class FieldEditor;
class SuggestBox;
class WrappedText;

/// Enters events of the assessment ledger one after the other: rule by its number, words or
/// initials, object by initials, Enter, the next. What was entered stands below.
class EventDialog : public wxDialog {
public:
    EventDialog(wxWindow* parent, model::Editor& editor);
    ~EventDialog() override;

    /// As if the user had typed it.
    void type_rule(const std::string& number);
    void name_object(const model::Uuid& object);
    void type_count(const wxString& text);
    void type_minutes(const wxString& text);
    void type_day(const wxString& text);

    /// Enters what stands there; then the fields wait for the next.
    void enter();

    std::size_t entered() const { return entered_.size(); }

private:
    void lay_out();
    void wire();
    void take_method();
    void take_rule(const model::RuleLine* line);
    void make_object();
    const model::RuleLine* rule() const;
    std::optional<model::Date> day() const;
    void show_points();
    void tell(const wxString& text);
    void leave();

    model::Editor& editor_;
    std::vector<std::string> codes_;
    std::optional<model::AssessmentMethod> shown_;
    std::string rule_; ///< its number; empty: none yet
    wxChoice* method_;
    std::unique_ptr<FieldEditor> day_;
    SuggestBox* line_;
    wxStaticText* object_label_;
    wxPanel* object_place_;
    std::unique_ptr<FieldEditor> object_;
    std::optional<model::AssessedKind> object_kind_;
    wxTextCtrl* count_;
    wxStaticText* minutes_label_;
    wxTextCtrl* minutes_;
    wxStaticText* each_label_;
    wxTextCtrl* each_;
    wxTextCtrl* evidence_;
    wxStaticText* points_;
    WrappedText* told_;
    CellTable* table_;
    wxButton* add_;
    std::vector<model::LedgerEntry> entered_; ///< in this dialog, the newest first
};

} // namespace views
