#include "views/start/first_start.h"

#include "views/start/file_page.h"
#include "views/start/office_page.h"
#include "views/start/recovery_page.h"
#include "views/widgets/colours.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/msgdlg.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace views {

namespace {

constexpr int width = 560;

const char* title_of(FirstStart::Step step)
{
    switch (step) {
    case FirstStart::office:
        return model::msgid("1 of 3: the office");
    case FirstStart::file:
        return model::msgid("2 of 3: the data file and its passphrase");
    default:
        return model::msgid("3 of 3: the recovery key");
    }
}

} // namespace

FirstStart::FirstStart(wxWindow* parent, OfficeMaking making, std::optional<model::JoinFile> join)
    : wxDialog(parent, wxID_ANY,
        tr(join ? model::msgid("Join a county") : model::msgid("New data file")), wxDefaultPosition,
        wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , making_(std::move(making))
    , title_(new wxStaticText(this, wxID_ANY, {}))
    , book_(new wxSimplebook(this))
    , office_(new OfficePage(book_))
    , file_(new FilePage(book_, making_))
    , recovery_(new RecoveryPage(book_))
    , problem_(new WrappedText(this))
    , back_(new wxButton(this, wxID_BACKWARD, tr("&Back")))
    , next_(new wxButton(this, wxID_FORWARD, tr("&Next")))
    , cancel_(new wxButton(this, wxID_CANCEL, tr("Cancel")))
{
    wish_.join = std::move(join);
    title_->SetFont(title_->GetFont().Bold().Scaled(1.2F));
    problem_->SetForegroundColour(colour_of(model::Level::refuse));
    name_control(problem_, "problem");
    name_control(title_, "title");
    for (auto* page : {static_cast<wxWindow*>(office_), static_cast<wxWindow*>(file_),
             static_cast<wxWindow*>(recovery_)})
        book_->AddPage(page, {});
    if (wish_.join)
        office_->show_join(*wish_.join);

    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    buttons->Add(back_, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
    buttons->Add(next_, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
    buttons->Add(cancel_);
    next_->SetDefault();
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(14));
    all->Add(title_, flags);
    all->Add(book_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(14)));
    all->Add(problem_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(14)));
    all->Add(buttons, flags);
    SetSizer(all);
    SetMinSize(dialog_size(*this, wxSize(width, 400)));
    Fit();
    Centre();
    go_to(office);

    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { back(); });
    next_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { next(); }); });
    cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { Close(); });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        if (event.CanVeto() && !may_close())
            return event.Veto();
        end(is_made() ? wxID_OK : wxID_CANCEL);
    });
}

FirstStart::~FirstStart() = default;

void FirstStart::next()
{
    if (is_working_)
        return;
    say({});
    if (step_ == office) {
        if (const auto problem = office_->take(wish_); !problem.empty())
            return say(problem);
        file_->propose(wish_.office);
        go_to(file);
    } else if (step_ == file) {
        if (const auto problem = file_->take(wish_); !problem.empty())
            return say(problem);
        make();
    } else {
        if (const auto problem = recovery_->proven(); !problem.empty())
            return say(problem);
        end(wxID_OK);
    }
}

void FirstStart::end(int code)
{
    SetReturnCode(code);
    if (IsModal())
        EndModal(code);
}

void FirstStart::back()
{
    say({});
    if (step_ == file && !is_working_)
        go_to(office);
}

void FirstStart::make()
{
    is_working_ = true;
    say(tr(wish_.join ? model::msgid("Joining the county…") : model::msgid("Making the file…")));
    update();
    background_.run(
        this, [make = making_.make, wish = wish_] { return make(wish); },
        [this](const std::string& key) {
            is_working_ = false;
            say({});
            go_to(recovery);
            recovery_->show(key, wish_.office, wish_.path);
            grow();
        },
        [this](const std::exception_ptr& error) {
            is_working_ = false;
            say(describe(error));
            update();
        });
}

void FirstStart::go_to(Step step)
{
    step_ = step;
    title_->SetLabel(tr(title_of(step)));
    book_->SetSelection(static_cast<std::size_t>(step));
    update();
    if (step == office)
        office_->SetFocus();
    else if (step == file)
        file_->focus();
    grow();
}

/// As high as the sentences of the page have become; never smaller under the user's hand.
void FirstStart::grow()
{
    book_->InvalidateBestSize();
    auto wanted = GetSizer()->CalcMin();
    wanted.IncTo(GetClientSize());
    SetClientSize(wanted);
    Layout();
}

void FirstStart::update()
{
    back_->Enable(step_ == file && !is_working_);
    next_->Enable(!is_working_);
    next_->SetLabel(tr(step_ == recovery ? model::msgid("&Finish") : model::msgid("&Next")));
    book_->Enable(!is_working_);
}

void FirstStart::say(const wxString& problem)
{
    problem_->SetForegroundColour(
        is_working_ ? GetForegroundColour() : colour_of(model::Level::refuse));
    problem_->show(problem);
    problem_->wrap(GetClientSize().x - 2 * FromDIP(14));
    grow();
}

/// A file that is being made is waited for; the key is not let go of by mistake.
bool FirstStart::may_close()
{
    if (is_working_)
        return false;
    if (!is_made())
        return true;
    wxMessageDialog dialog(this,
        tr("The recovery key is not shown again. Without it a forgotten passphrase makes the file "
           "useless. Close all the same?"),
        tr("The recovery key"), wxYES_NO | wxNO_DEFAULT | wxICON_WARNING);
    dialog.SetYesNoLabels(tr("&Close all the same"), tr("&Write it down"));
    return dialog.ShowModal() == wxID_YES;
}

} // namespace views
