#include "views/day/cover_dialog.h"

#include "views/form/seen_records.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/stattext.h>

namespace views {

namespace {

constexpr int width = 360;

/// Asks for one field of an attendance.
class FieldDialog : public wxDialog {
public:
    FieldDialog(wxWindow* parent, model::Editor& editor, std::string_view field,
        const wxString& title, const wxString& question, const model::Value& before)
        : wxDialog(parent, wxID_ANY, title)
        , editor_(FieldEditor::make(
              this, *model::def_of<model::AttendanceDay>().find(field), editor.store()))
        , problem_(new WrappedText(this))
    {
        SetName("attendance_dialog");
        name_control(problem_, "problem");
        auto* ok = new wxButton(this, wxID_OK, tr("OK"));
        auto* all = new wxBoxSizer(wxVERTICAL);
        const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
        all->Add(new wxStaticText(this, wxID_ANY, question), flags);
        all->Add(editor_->control(), flags);
        all->Add(problem_, flags);
        all->Add(dialog_buttons(*this, ok), flags);
        editor_->offer_only(seen_records(editor));
        name_control(editor_->focus(), std::string(field), question);
        editor_->control()->SetMinSize({word_width(*this, width), -1});
        editor_->set(before);
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
    }

    const model::Value& entered() const { return entered_; }

private:
    void try_it()
    {
        const auto entry = editor_->get();
        const auto* value = std::get_if<model::Value>(&entry);
        if (!value) {
            problem_->show(tr(std::get<model::Message>(entry)));
            problem_->wrap(word_width(*this, width));
            return Fit();
        }
        entered_ = *value;
        end_dialog(*this, wxID_OK);
    }

    std::unique_ptr<FieldEditor> editor_;
    WrappedText* problem_;
    model::Value entered_;
};

} // namespace

std::optional<CoverChoice> ask_cover(
    wxWindow* parent, model::Editor& editor, const model::MorningRow& row)
{
    const auto question = row.number.empty()
        ? tr("Who covers for {1}?", {row.name})
        : tr("Who is at window {1} instead of {2}?", {row.number, row.name});
    FieldDialog dialog(parent, editor, "cover", tr("Who covers"), question,
        row.mark.cover ? model::Value{*row.mark.cover} : model::Value{});
    if (dialog.ShowModal() != wxID_OK)
        return std::nullopt;
    const auto* person = std::get_if<model::Uuid>(&dialog.entered());
    return person ? CoverChoice{*person, editor.store().title_of(*person)} : CoverChoice{};
}

std::optional<MinutesChoice> ask_minutes(
    wxWindow* parent, model::Editor& editor, const model::MorningRow& row)
{
    FieldDialog dialog(parent, editor, "minutes", tr("Minutes"),
        tr("How many minutes late is {1}?", {row.name}),
        row.mark.minutes ? model::Value{*row.mark.minutes} : model::Value{});
    if (dialog.ShowModal() != wxID_OK)
        return std::nullopt;
    const auto* minutes = std::get_if<std::int64_t>(&dialog.entered());
    return minutes ? MinutesChoice{*minutes} : MinutesChoice{};
}

std::optional<model::Uuid> ask_person(
    wxWindow* parent, model::Editor& editor, const wxString& title, const wxString& question)
{
    FieldDialog dialog(parent, editor, "person", title, question, {});
    if (dialog.ShowModal() != wxID_OK)
        return std::nullopt;
    const auto* person = std::get_if<model::Uuid>(&dialog.entered());
    return person ? std::optional(*person) : std::nullopt;
}

} // namespace views
