#include "views/day/cover_dialog.h"

#include "views/form/field_editor.h"
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

class CoverDialog : public wxDialog {
public:
    CoverDialog(wxWindow* parent, model::RecordStore& store, const model::MorningRow& row)
        : wxDialog(parent, wxID_ANY, tr("Who covers"))
        , editor_(
              FieldEditor::make(this, *model::def_of<model::AttendanceDay>().find("cover"), store))
        , problem_(new WrappedText(this))
    {
        SetName("cover_dialog");
        name_control(problem_, "problem");
        auto* ok = new wxButton(this, wxID_OK, tr("OK"));
        auto* all = new wxBoxSizer(wxVERTICAL);
        const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
        const auto who = row.number.empty()
            ? tr("Who covers for {1}?", {row.name})
            : tr("Who is at window {1} instead of {2}?", {row.number, row.name});
        all->Add(new wxStaticText(this, wxID_ANY, who), flags);
        all->Add(editor_->control(), flags);
        all->Add(problem_, flags);
        all->Add(dialog_buttons(*this, ok), flags);
        editor_->control()->SetMinSize({word_width(*this, width), -1});
        if (row.mark.cover)
            editor_->set(model::Value{*row.mark.cover});
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

    std::optional<model::Uuid> chosen() const { return chosen_; }

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
        const auto* person = std::get_if<model::Uuid>(value);
        chosen_ = person ? std::optional(*person) : std::nullopt;
        end_dialog(*this, wxID_OK);
    }

    std::unique_ptr<FieldEditor> editor_;
    WrappedText* problem_;
    std::optional<model::Uuid> chosen_;
};

} // namespace

std::optional<CoverChoice> ask_cover(
    wxWindow* parent, model::RecordStore& store, const model::MorningRow& row)
{
    CoverDialog dialog(parent, store, row);
    if (dialog.ShowModal() != wxID_OK)
        return std::nullopt;
    const auto person = dialog.chosen();
    return CoverChoice{person, person ? store.title_of(*person) : std::string()};
}

} // namespace views
