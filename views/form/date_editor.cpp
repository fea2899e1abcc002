#include "model/base/text.h"
#include "model/exchange/typed_date.h"
#include "views/form/field_editor.h"
#include "views/widgets/calendar_dialog.h"
#include "views/widgets/colours.h"
#include "views/widgets/errors.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/text_focus.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace views {

namespace {

/// A date, typed in whatever way or picked from a calendar (F4, Alt+Down). It is shown as
/// 2026-01-08 once the keyboard has left.
class DateEditor : public FieldEditor {
public:
    DateEditor(wxWindow* parent, model::RecordStore& store)
        : store_(store)
        , control_(new wxPanel(parent))
        , text_(new wxTextCtrl(
              control_, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER))
        , pick_(new wxButton(
              control_, wxID_ANY, L"▼", wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT))
    {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(text_, wxSizerFlags(1).Expand());
        row->Add(pick_, wxSizerFlags().Expand());
        control_->SetSizer(row);
        keep_line_height(*text_);
        unselect_when_left(*text_);
        text_->SetHint(hint());
        name_control(pick_, "pick", tr("Pick a day (F4)"));
        pick_->SetToolTip(tr("Pick a day (F4)"));
        pick_->DisableFocusFromKeyboard();
        text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { changed(); });
        text_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { entered(); });
        text_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
            event.Skip();
            tidy();
        });
        text_->Bind(wxEVT_CHAR, [this](wxKeyEvent& event) {
            const int key = event.GetKeyCode();
            if (key == WXK_F4 || (key == WXK_DOWN && event.AltDown()))
                pick();
            else
                event.Skip();
        });
        pick_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { pick(); });
    }

    wxWindow* control() const override { return control_; }
    wxWindow* focus() const override { return text_; }

    void set(const model::Value& value) override
    {
        value_ = value;
        shown_ = to_wx(model::to_text(value));
        text_->ChangeValue(shown_);
    }

    model::Entry get() const override
    {
        if (text_->GetValue() == shown_)
            return value_;
        const auto typed = model::trimmed(from_wx(text_->GetValue()));
        if (typed.empty())
            return model::Value{};
        const auto read = model::read_entered_date(typed, store_.today());
        if (const auto* date = std::get_if<model::Date>(&read))
            return model::Value{*date};
        return std::get<model::Message>(read);
    }

    wxString typed() const override { return text_->GetValue(); }

    void type(const wxString& words) override { text_->ChangeValue(words); }

    void allow(bool allowed) override
    {
        text_->SetEditable(allowed);
        text_->SetHint(allowed ? hint() : wxString());
        look_locked(*text_, !allowed);
        pick_->Enable(allowed);
    }

private:
    static wxString hint() { return tr("20260108, 1-8, today, +7"); }

    std::optional<model::Date> date() const
    {
        const auto entry = get();
        const auto* value = std::get_if<model::Value>(&entry);
        const auto* date = value ? std::get_if<model::Date>(value) : nullptr;
        return date ? std::optional(*date) : std::nullopt;
    }

    void pick()
    {
        if (!text_->IsEditable())
            return;
        guarded(control_, [this] {
            const auto today = store_.today();
            const auto picked = ask_date(control_, date().value_or(today), today);
            text_->SetFocus();
            if (!picked)
                return;
            text_->ChangeValue(to_wx(model::to_iso(*picked)));
            text_->SetInsertionPointEnd();
            changed();
        });
    }

    void tidy()
    {
        if (text_->GetValue() == shown_)
            return;
        if (const auto read = date())
            text_->ChangeValue(to_wx(model::to_iso(*read)));
        else
            changed();
    }

    model::RecordStore& store_;
    wxPanel* control_;
    wxTextCtrl* text_;
    wxButton* pick_;
    model::Value value_;
    wxString shown_;
};

} // namespace

std::unique_ptr<FieldEditor> make_date_editor(wxWindow* parent, model::RecordStore& store)
{
    return std::make_unique<DateEditor>(parent, store);
}

} // namespace views
