#include "views/widgets/calendar_dialog.h"

#include "views/widgets/platform_accessible.h"
#include "views/widgets/platform_calendar.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/calctrl.h>
#include <wx/dialog.h>
#include <wx/display.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <array>

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

wxString weekday(model::Date date)
{
    static constexpr std::array names{model::msgid("Sunday"), model::msgid("Monday"),
        model::msgid("Tuesday"), model::msgid("Wednesday"), model::msgid("Thursday"),
        model::msgid("Friday"), model::msgid("Saturday")};
    return tr(names.at(std::chrono::weekday{std::chrono::sys_days{date}}.c_encoding()));
}

/// Where a key leads from that day: arrows by days and weeks, Page Up and Page Down by months.
std::optional<wxDateTime> moved_by(int key, const wxDateTime& from)
{
    switch (key) {
    case WXK_LEFT:
        return from - wxDateSpan::Day();
    case WXK_RIGHT:
        return from + wxDateSpan::Day();
    case WXK_UP:
        return from - wxDateSpan::Week();
    case WXK_DOWN:
        return from + wxDateSpan::Week();
    case WXK_PAGEUP:
        return from - wxDateSpan::Month();
    case WXK_PAGEDOWN:
        return from + wxDateSpan::Month();
    default:
        return std::nullopt;
    }
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
    name_days();
    wxDialog dialog(wxGetTopLevelParent(under), wxID_ANY, tr("Pick a day"), wxDefaultPosition,
        wxDefaultSize, wxCAPTION | wxCLOSE_BOX);
    auto* calendar = new wxCalendarCtrl(&dialog, wxID_ANY, to_wx(first), wxDefaultPosition,
        wxDefaultSize, wxCAL_MONDAY_FIRST | wxCAL_SHOW_HOLIDAYS);
    name_control(calendar, "calendar", tr("Pick a day"));
    // In the user's language, whatever that of the system's own calendar.
    auto* what = new wxStaticText(&dialog, wxID_ANY, {});
    name_control(what, "picked");
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
    all->Add(what, wxSizerFlags().Expand().Border(wxALL, dialog.FromDIP(6)));
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
    const auto show = [&] {
        const auto date = from_wx(calendar->GetDate());
        what->SetLabelText(tr("{1}, {2}", {model::to_iso(date), views::from_wx(weekday(date))}));
    };
    calendar->Bind(wxEVT_CALENDAR_SEL_CHANGED, [&](wxCalendarEvent&) { show(); });
    show();
    // The calendar keeps Enter for itself, and its arrows choose nothing.
    dialog.Bind(wxEVT_CHAR_HOOK, [&](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        const auto moved = moved_by(key, calendar->GetDate());
        const bool is_enter = key == WXK_RETURN || key == WXK_NUMPAD_ENTER;
        if (!calendar->HasFocus() || event.HasAnyModifiers() || (!moved && !is_enter))
            return event.Skip();
        if (is_enter)
            return dialog.EndModal(wxID_OK);
        calendar->SetDate(*moved);
        show();
    });
    calendar->SetFocus();
    if (dialog.ShowModal() != wxID_OK)
        return std::nullopt;
    return from_wx(calendar->GetDate());
}

} // namespace views
