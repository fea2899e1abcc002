#include "views/import/work_bar.h"

#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <initializer_list>

namespace views {

namespace {

constexpr int tick = 100; ///< milliseconds between two looks at how far the work is
constexpr int whole = 1000;

} // namespace

WorkBar::WorkBar(wxDialog& window, FileWork& work)
    : window_(window)
    , work_(work)
    , said_(new WrappedText(&window))
    , working_(new wxStaticText(&window, wxID_ANY, {}))
    , gauge_(new wxGauge(&window, wxID_ANY, whole))
    , stop_(new wxButton(&window, wxID_STOP, tr("Sto&p")))
    , back_(new wxButton(&window, wxID_BACKWARD, tr("&Back")))
    , next_(new wxButton(&window, wxID_FORWARD, tr("&Next")))
    , close_(new wxButton(&window, wxID_CANCEL, tr("Close")))
{
    name_control(said_, "said");
    name_control(working_, "working");
    name_control(gauge_, "progress", tr("Progress"));
    name_control(stop_, "stop");
    name_control(back_, "back");
    name_control(next_, "next");
    name_control(close_, "close");
}

void WorkBar::lay_out(wxSizer& all)
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto gap = wxSizerFlags().CenterVertical().Border(wxRIGHT, window_.FromDIP(8));
    row->Add(working_, gap);
    row->Add(gauge_, wxSizerFlags(1).CenterVertical().Border(wxRIGHT, window_.FromDIP(8)));
    row->Add(stop_, gap);
    row->AddStretchSpacer();
    row->Add(back_, gap);
    row->Add(next_, gap);
    row->Add(close_, wxSizerFlags().CenterVertical());
    const auto flags = wxSizerFlags().Expand().Border(wxALL, window_.FromDIP(10));
    all.Add(said_, flags);
    all.Add(row, flags);
}

void WorkBar::wire(const std::function<void()>& on_state, std::function<bool()> may_close)
{
    if (!may_close)
        may_close = [this] { return !stops_first(); };
    work_.on_state = [this, on_state] {
        work_.is_running() ? void(ticks_.Start(tick)) : ticks_.Stop();
        on_state();
    };
    ticks_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { gauge_->SetValue(work_.done()); });
    stop_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { work_.cancel(); });
    window_.Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (wrap())
            window_.Layout();
    });
    close_->Bind(wxEVT_BUTTON, [may_close](wxCommandEvent& event) { event.Skip(may_close()); });
    window_.Bind(wxEVT_CLOSE_WINDOW, [may_close](wxCloseEvent& event) {
        if (event.CanVeto() && !may_close())
            return event.Veto();
        event.Skip();
    });
}

/// Whether there was something to stop.
bool WorkBar::stops_first()
{
    const bool works = work_.is_running();
    if (works)
        work_.cancel();
    return works;
}

bool WorkBar::wrap()
{
    return said_->wrap(window_.GetClientSize().x - window_.FromDIP(20));
}

void WorkBar::say(const wxString& text)
{
    said_->show(text);
    wrap();
    window_.Layout();
}

void WorkBar::name_work(const wxString& what)
{
    working_->SetLabelText(what);
}

void WorkBar::show_work()
{
    const bool works = work_.is_running();
    for (auto* shown_while_working : std::initializer_list<wxWindow*>{working_, gauge_, stop_})
        shown_while_working->Show(works);
    if (works)
        gauge_->SetValue(work_.done());
    stop_->Enable(!work_.is_stopping());
}

} // namespace views
