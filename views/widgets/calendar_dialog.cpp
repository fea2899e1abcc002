#include "views/widgets/calendar_dialog.h"

#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/calctrl.h>
#include <wx/dialog.h>
#include <wx/display.h>
#include <wx/sizer.h>

namespace views {

namespace {

wxDateTime to_wx(model::Date date)
{
    return {static_cast<wxDateTime::wxDateTime_t>(static_cast<unsigned>(date.day())),
        static_cast<wxDateTime::Month>(static_cast<unsigned>(date.month()) - 1),
        static_cast<int>(date.year())};
}

model::Date from_wx(const wxDateTime& date)
{
    return {std::chrono::year{date.GetYear()},
        std::chrono::month{static_cast<unsigned>(date.GetMonth()) + 1},
        std::chrono::day{static_cast<unsigned>(date.GetDay())}};
}

/// Below the window, or wherever it is still whole on its screen.
void place(wxDialog& dialog, const wxWindow& under)
{
    auto at = under.ClientToScreen(wxPoint(0, under.GetSize().y));
    const int display = wxDisplay::GetFromWindow(&under);
    if (display != wxNOT_FOUND) {
        const auto room = wxDisplay(static_cast<unsigned>(display)).GetClientArea();
        const auto size = dialog.GetSize();
        if (at.y + size.y > room.GetBottom())
            at.y -= size.y + under.GetSize().y;
        at.x = std::max(room.x, std::min(at.x, room.GetRight() - size.x));
        at.y = std::max(at.y, room.y);
    }
    dialog.SetPosition(at);
}

} // namespace

std::optional<model::Date> ask_date(wxWindow* under, model::Date first, model::Date today)
{
    wxDialog dialog(wxGetTopLevelParent(under), wxID_ANY, tr("Pick a day"), wxDefaultPosition,
        wxDefaultSize, wxCAPTION | wxCLOSE_BOX);
    auto* calendar = new wxCalendarCtrl(&dialog, wxID_ANY, to_wx(first), wxDefaultPosition,
        wxDefaultSize, wxCAL_MONDAY_FIRST | wxCAL_SHOW_HOLIDAYS);
    name_control(calendar, "calendar", tr("Pick a day"));
    auto* now = new wxButton(&dialog, wxID_ANY, tr("&Today"));
    auto* ok = new wxButton(&dialog, wxID_OK, tr("OK"));
    auto* cancel = new wxButton(&dialog, wxID_CANCEL, tr("Cancel"));
    name_control(now, "today");
    ok->SetDefault();
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(now);
    buttons->AddStretchSpacer();
    buttons->Add(ok, wxSizerFlags().Border(wxLEFT, dialog.FromDIP(6)));
    buttons->Add(cancel, wxSizerFlags().Border(wxLEFT, dialog.FromDIP(6)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(calendar, wxSizerFlags(1).Expand().Border(wxALL, dialog.FromDIP(6)));
    all->Add(buttons, wxSizerFlags().Expand().Border(wxALL, dialog.FromDIP(6)));
    dialog.SetSizerAndFit(all);
    place(dialog, *under);

    now->Bind(wxEVT_BUTTON, [&](wxCommandEvent&) {
        calendar->SetDate(to_wx(today));
        dialog.EndModal(wxID_OK);
    });
    calendar->Bind(
        wxEVT_CALENDAR_DOUBLECLICKED, [&](wxCalendarEvent&) { dialog.EndModal(wxID_OK); });
    // The calendar keeps Enter for itself.
    dialog.Bind(wxEVT_CHAR_HOOK, [&](wxKeyEvent& event) {
        const bool enter =
            event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
        if (enter && calendar->HasFocus())
            dialog.EndModal(wxID_OK);
        else
            event.Skip();
    });
    calendar->SetFocus();
    if (dialog.ShowModal() != wxID_OK)
        return std::nullopt;
    return from_wx(calendar->GetDate());
}

} // namespace views
