#include "views/import/import_history.h"

#include "model/entities/catalog.h"
#include "views/help/help_menu.h"
#include "views/import/cell_table.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/msgdlg.h>
#include <wx/settings.h>
#include <wx/sizer.h>

namespace views {

namespace {

enum Column { when, who, entity, file, added, changed, same, wrong, state };

bool ask_take_back(wxWindow* parent, const std::string& file)
{
    wxMessageDialog dialog(parent, tr("Take the import of {1} back?", {file}), tr("Hallkeeper"),
        wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
    dialog.SetExtendedMessage(tr("What it made goes to the recycle bin, what it changed gets its "
                                 "former values; what was edited since stays."));
    dialog.SetYesNoLabels(tr("&Take back"), tr("&Keep"));
    return dialog.ShowModal() == wxID_YES;
}

} // namespace

ImportHistory::ImportHistory(wxWindow* parent, const Desk& desk)
    : wxDialog(parent, wxID_ANY, tr("History of imports"), wxDefaultPosition, wxDefaultSize,
        wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , desk_(desk)
    , table_(new CellTable(this, "runs", tr("History of imports")))
    , said_(new WrappedText(this))
    , take_back_(new wxButton(this, wxID_ANY, tr("&Take back")))
    , work_(*this, desk)
{
    SetName("imports");
    name_control(said_, "said");
    name_control(take_back_, "take_back");
    table_->show({{.head = tr("When"), .width = 140}, {.head = tr("Who"), .width = 90},
                     {.head = tr("Register"), .width = 90}, {.head = tr("File"), .width = 260},
                     {.head = tr("New"), .width = 60}, {.head = tr("Changed"), .width = 60},
                     {.head = tr("The same"), .width = 60}, {.head = tr("Wrong"), .width = 60},
                     {.head = {}, .width = 80}},
        0, [this](std::size_t row, std::size_t column) {
            const auto& run = runs_.at(row);
            CellTable::Cell cell{.text = text_of(run, column)};
            if (run.undone)
                cell.colour = wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT);
            return cell;
        });
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(take_back_);
    buttons->AddStretchSpacer();
    buttons->Add(new wxButton(this, wxID_CANCEL, tr("Close")));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    all->Add(table_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
    all->Add(said_, flags);
    all->Add(buttons, flags);
    SetSizer(all);
    SetSize(dialog_size(*this, wxSize(940, 420)));
    CentreOnParent();
    offer_help(*this, "import");

    table_->on_choose = [this](std::size_t) { update(); };
    take_back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        const auto* run = chosen();
        if (run && ask_take_back(this, run->file))
            take_back();
    });
    work_.on_state = [this] { update(); };
    read();
    if (!runs_.empty())
        table_->go_to(0, 0);
    else
        say(tr("Nothing was imported yet"));
    update();
    table_->SetFocus();
}

void ImportHistory::read()
{
    runs_ = model::imports(desk_.editor.store());
    table_->show_rows(runs_.size());
}

void ImportHistory::update()
{
    const auto* run = chosen();
    take_back_->Enable(run && !run->undone && !work_.is_running());
}

const model::ImportRun* ImportHistory::chosen() const
{
    const auto row = table_->current();
    return row && *row < runs_.size() ? &runs_[*row] : nullptr;
}

wxString ImportHistory::text_of(const model::ImportRun& run, std::size_t column) const
{
    switch (column) {
    case when:
        return display(run.at);
    case who:
        return to_wx(run.user);
    case entity: {
        const auto* def = model::hall_catalog().find(run.entity);
        return def ? tr(def->plural) : to_wx(run.entity);
    }
    case file:
        return to_wx(run.file);
    case added:
        return std::to_string(run.new_);
    case changed:
        return std::to_string(run.changed);
    case same:
        return std::to_string(run.same);
    case wrong:
        return std::to_string(run.wrong);
    default:
        return run.undone ? tr("taken back") : wxString();
    }
}

void ImportHistory::say(const wxString& text)
{
    said_->show(text);
    said_->wrap(GetClientSize().x - FromDIP(20));
    Layout();
}

void ImportHistory::take_back()
{
    const auto* run = chosen();
    if (!run || run->undone || work_.is_running())
        return;
    say(tr("Taking the import back"));
    work_.run(
        [account = desk_.editor.account(), number = run->run](
            model::RecordStore& store, const model::Progress&) {
            model::Editor editor(store, account);
            return model::unimport(editor, number);
        },
        [this, file = run->file](model::Outcome& outcome) {
            has_written_ = true;
            wxString text = tr("The import of {1} was taken back", {file});
            for (const auto& finding : outcome.findings)
                text += "\n" + tr(finding.message);
            say(text);
            read();
            update();
        },
        [this](const std::exception_ptr& error) { say(describe(error)); });
}

} // namespace views
