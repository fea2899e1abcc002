#include "views/shell/new_record_dialog.h"

#include "model/commands/new_record.h"
#include "views/form/record_form.h"
#include "views/shell/draft_keeper.h"
#include "views/shell/questions.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>

#include <memory>

namespace views {

namespace {

class NewRecordDialog : public wxDialog {
public:
    NewRecordDialog(wxWindow* parent, model::Editor& editor, const model::EntityDef& def,
        const std::vector<model::Draft::Entry>& begun)
        : wxDialog(parent, wxID_ANY, tr("New: {1}", {from_wx(tr(def.label))}), wxDefaultPosition,
            wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , editor_(editor)
        , def_(def)
        , begun_(model::new_record(def, editor.store().today()))
        , form_(new RecordForm(this, def, editor.store()))
    {
        name_control(this, "new_record");
        auto* save = new wxButton(this, wxID_OK, tr("&Save"));
        auto* cancel = new wxButton(this, wxID_CANCEL, tr("Cancel"));
        name_control(save, "save_new");
        auto* buttons = dialog_buttons(*this, save, cancel);
        auto* all = new wxBoxSizer(wxVERTICAL);
        all->Add(form_, wxSizerFlags(1).Expand());
        all->Add(buttons, wxSizerFlags().Expand().Border(wxALL, FromDIP(10)));
        SetSizer(all);
        SetSize(dialog_size(*this, wxSize(560, 560)));
        CentreOnParent();

        form_->load(begun_, [](const auto&) { return std::nullopt; });
        form_->enter(begun);
        first_ = form_->draft();
        keep_drafts();
        form_->on_escape = [this] { leave(); };
        save->Bind(
            wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { this->save(); }); });
        cancel->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { leave(); });
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (event.GetModifiers() == wxMOD_CONTROL && event.GetKeyCode() == 'S')
                guarded(this, [this] { this->save(); });
            else
                event.Skip();
        });
        form_->focus_first();
    }

    std::optional<model::Uuid> made() const { return made_; }

private:
    /// As on the page of the register, where it comes back after a power cut, unless something else
    /// waits there.
    void keep_drafts()
    {
        model::Drafts drafts(editor_.store(), editor_.account());
        if (drafts.find(def_, {}))
            return;
        keeper_ = std::make_unique<DraftKeeper>(
            drafts, def_, *form_, [] { return std::optional(model::Uuid{}); },
            [] { return std::string(); });
        form_->on_change = [this] { keeper_->typed(); };
    }

    void end(int answer)
    {
        if (keeper_)
            keeper_->drop();
        EndModal(answer);
    }

    void save()
    {
        auto findings = form_->unreadable();
        if (findings.empty()) {
            const auto outcome = editor_.create(def_, model::entered_over(begun_, form_->edits()));
            if (outcome.done) {
                made_ = outcome.id;
                end(wxID_OK);
                return;
            }
            findings = outcome.findings;
        }
        form_->show(findings);
        form_->go_to_worst_finding();
    }

    void leave()
    {
        if (form_->draft() == first_ || ask_give_up(this))
            end(wxID_CANCEL);
    }

    model::Editor& editor_;
    const model::EntityDef& def_;
    model::Record begun_;
    RecordForm* form_;
    std::unique_ptr<DraftKeeper> keeper_; ///< none: the register has another draft
    std::vector<model::Draft::Entry> first_;
    std::optional<model::Uuid> made_;
};

} // namespace

std::optional<model::Uuid> ask_new_record(
    wxWindow* parent, model::Editor& editor, const model::EntityDef& def, const std::string& title)
{
    NewRecordDialog dialog(parent, editor, def, {{def.find(def.title), title, true, {}}});
    dialog.ShowModal();
    return dialog.made();
}

std::optional<model::Uuid> ask_new_record(wxWindow* parent, model::Editor& editor,
    const model::EntityDef& def, const std::vector<model::FieldEdit>& begun)
{
    std::vector<model::Draft::Entry> entries;
    for (const auto& edit : begun)
        entries.push_back({edit.field, model::to_text(edit.value), true, {}});
    NewRecordDialog dialog(parent, editor, def, entries);
    dialog.ShowModal();
    return dialog.made();
}

} // namespace views
