#include "views/conflicts/other_value.h"

#include "views/form/field_editor.h"
#include "views/widgets/colours.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace views {

std::optional<model::Value> ask_value(wxWindow* parent, const model::FieldDef& field,
    const model::Value& first, model::RecordStore& store, const FieldEditor::Seen& seen)
{
    wxDialog dialog(parent, wxID_ANY, tr("Another value"), wxDefaultPosition, wxDefaultSize,
        wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
    auto* label = new wxStaticText(&dialog, wxID_ANY, tr(field.label));
    auto editor = FieldEditor::make(&dialog, field, store);
    editor->offer_only(seen);
    editor->set(first);
    name_control(editor->focus(), std::string(field.name), tr(field.label));
    auto* why = new WrappedText(&dialog);
    why->SetForegroundColour(colour_of(model::Level::refuse));
    auto* ok = new wxButton(&dialog, wxID_OK, tr("Take this"));
    auto* cancel = new wxButton(&dialog, wxID_CANCEL, tr("Cancel"));

    ok->SetDefault();
    auto* buttons = dialog_buttons(dialog, ok, cancel);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, dialog.FromDIP(10));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(label, flags);
    all->Add(editor->control(), flags);
    all->Add(why, flags);
    all->Add(buttons, flags);
    all->SetMinSize(word_size(dialog, wxSize(420, -1)));
    dialog.SetSizerAndFit(all);
    editor->focus()->SetFocus();

    ok->Bind(wxEVT_BUTTON, [&](wxCommandEvent& event) {
        const auto entry = editor->get();
        const auto* reason = std::get_if<model::Message>(&entry);
        if (!reason)
            return event.Skip();
        why->wrap(dialog.GetClientSize().x - dialog.FromDIP(20));
        why->show(tr(*reason));
        dialog.Fit();
    });
    editor->on_enter = [&] {
        wxCommandEvent press(wxEVT_BUTTON, wxID_OK);
        ok->ProcessWindowEvent(press);
    };
    if (dialog.ShowModal() != wxID_OK)
        return std::nullopt;
    return std::get<model::Value>(editor->get());
}

} // namespace views
