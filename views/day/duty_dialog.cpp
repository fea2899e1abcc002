#include "views/day/duty_dialog.h"

#include "model/entities/roster.h"
#include "views/form/seen_records.h"
#include "views/help/help_menu.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace views {

namespace {

constexpr int width = 360;

class DutyDialog : public wxDialog {
public:
    DutyDialog(
        wxWindow* parent, model::Editor& editor, const wxString& question, const wxString& typed)
        : wxDialog(parent, wxID_ANY, tr("Who is on duty"))
        , editor_(FieldEditor::make(
              this, *model::def_of<model::Roster>().find("person"), editor.store()))
        , problem_(new WrappedText(this))
    {
        SetName("duty_person");
        name_control(problem_, "problem");
        name_control(editor_->focus(), "person", question);
        editor_->offer_only(seen_records(editor));
        offer_help(*this, "duty");
        auto* ok = new wxButton(this, wxID_OK, tr("OK"));
        auto* all = new wxBoxSizer(wxVERTICAL);
        const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
        all->Add(new wxStaticText(this, wxID_ANY, question), flags);
        all->Add(editor_->control(), flags);
        all->Add(problem_, flags);
        all->Add(dialog_buttons(*this, ok), flags);
        editor_->control()->SetMinSize({word_width(*this, width), -1});
        SetSizerAndFit(all);
        CentreOnParent();
        ok->SetDefault();
        ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { try_it(); });
        editor_->on_enter = [this] { try_it(); };
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE && editor_->takes_escape())
                event.DoAllowNextEvent(); // it closes the list, and not the dialog
            else
                event.Skip();
        });
        editor_->focus()->SetFocus();
        if (!typed.empty())
            CallAfter([this, typed] { go_on_typing(typed); });
    }

    std::optional<model::Uuid> chosen() const { return chosen_; }

private:
    /// As if the letter had been the first one typed here.
    void go_on_typing(const wxString& typed)
    {
        auto* text = dynamic_cast<wxTextCtrl*>(editor_->focus());
        if (!text)
            return;
        text->SetValue(typed);
        text->SetInsertionPointEnd();
    }

    void try_it()
    {
        const auto entry = editor_->get();
        const auto* value = std::get_if<model::Value>(&entry);
        const auto* person = value ? std::get_if<model::Uuid>(value) : nullptr;
        if (!person) {
            problem_->show(
                value ? tr("Choose somebody, or press Esc") : tr(std::get<model::Message>(entry)));
            problem_->wrap(word_width(*this, width));
            return Fit();
        }
        chosen_ = *person;
        end_dialog(*this, wxID_OK);
    }

    std::unique_ptr<FieldEditor> editor_;
    WrappedText* problem_;
    std::optional<model::Uuid> chosen_;
};

} // namespace

std::optional<model::Uuid> ask_on_duty(
    wxWindow* parent, model::Editor& editor, const wxString& question, const wxString& typed)
{
    DutyDialog dialog(parent, editor, question, typed);
    if (dialog.ShowModal() != wxID_OK)
        return std::nullopt;
    return dialog.chosen();
}

} // namespace views
