#pragma once

#include "model/commands/period_steps.h"

#include <wx/dialog.h>

#include <memory>
#include <vector>

class wxCheckBox;
class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace views {

class FieldEditor;
class WrappedText;

/// Asks what the next step of an assessment period needs, and takes it.
class PeriodStepDialog : public wxDialog {
public:
    PeriodStepDialog(wxWindow* parent, model::Editor& editor, const model::Period& period,
        model::PeriodMove move);
    ~PeriodStepDialog() override;

    /// As if the user had typed it.
    void type_words(const wxString& text);
    void accept_doubts();

    void take();

private:
    void tell(const model::Outcome& outcome);

    model::Editor& editor_;
    model::Period period_;
    model::PeriodMove move_;
    std::unique_ptr<FieldEditor> on_;
    std::unique_ptr<FieldEditor> until_; ///< of what has a last day
    wxTextCtrl* words_ = nullptr;        ///< the reason, the number of the bulletin
    wxCheckBox* anyway_ = nullptr;
    WrappedText* told_;
};

/// Opens a period: for which place and method, and which months.
class OpenPeriodDialog : public wxDialog {
public:
    OpenPeriodDialog(wxWindow* parent, model::Editor& editor);

    /// As if the user had typed it.
    void type_span(const wxString& text);

    void take();

    const model::Uuid& opened() const { return opened_; }

private:
    model::Editor& editor_;
    std::vector<std::string> codes_;
    std::vector<model::Uuid> places_;
    wxChoice* place_;
    wxChoice* method_;
    wxTextCtrl* span_;
    WrappedText* told_;
    model::Uuid opened_;
};

} // namespace views
