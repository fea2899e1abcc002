#include "views/day/field_dialog.h"

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

class FieldDialog : public wxDialog {
public:
    FieldDialog(wxWindow* parent, model::Editor& editor, const FieldQuestion& asked)
        : wxDialog(parent, wxID_ANY, asked.title)
        , editor_(FieldEditor::make(this, *asked.def.find(asked.field), editor.store()))
        , problem_(new WrappedText(this))
        , must_(asked.must)
    {
        SetName(asked.window);
        name_control(problem_, "problem");
        name_control(editor_->focus(), std::string(asked.field), asked.question);
        editor_->offer_only(seen_records(editor));
        editor_->set(asked.before);
        offer_help(*this, asked.topic);
        lay_out(asked.question);
        editor_->on_enter = [this] { try_it(); };
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_ESCAPE && editor_->takes_escape())
                event.DoAllowNextEvent(); // it closes the list, and not the dialog
            else
                event.Skip();
        });
        editor_->focus()->SetFocus();
        if (!asked.typed.empty())
            CallAfter([this, typed = asked.typed] { go_on_typing(typed); });
    }

    const model::Value& entered() const { return entered_; }

private:
    void lay_out(const wxString& question)
    {
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
    }

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
        if (!value)
            return refuse(tr(std::get<model::Message>(entry)));
        if (must_ && std::holds_alternative<std::monostate>(*value))
            return refuse(*must_);
        entered_ = *value;
        end_dialog(*this, wxID_OK);
    }

    void refuse(const wxString& sentence)
    {
        problem_->show(sentence);
        problem_->wrap(word_width(*this, width));
        Fit();
    }

    std::unique_ptr<FieldEditor> editor_;
    WrappedText* problem_;
    std::optional<wxString> must_;
    model::Value entered_;
};

} // namespace

std::optional<model::Value> ask_field(
    wxWindow* parent, model::Editor& editor, const FieldQuestion& question)
{
    FieldDialog dialog(parent, editor, question);
    if (dialog.ShowModal() != wxID_OK)
        return std::nullopt;
    return dialog.entered();
}

} // namespace views
