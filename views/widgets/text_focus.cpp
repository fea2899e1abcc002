#include "views/widgets/text_focus.h"

#include <wx/textctrl.h>
#include <wx/toplevel.h>

namespace views {

void unselect_when_left(wxTextCtrl& text)
{
    text.Bind(wxEVT_KILL_FOCUS, [&text](wxFocusEvent& event) {
        event.Skip();
        // Only afterwards it is known who has the keyboard; of parts of native controls never. Who
        // comes back from another program goes on where he was.
        text.CallAfter([&text] {
            const auto* now = wxWindow::FindFocus();
            auto* top = dynamic_cast<wxTopLevelWindow*>(wxGetTopLevelParent(&text));
            if ((now ? now != &text : top && top->IsActive()) && text.HasSelection())
                text.SelectNone();
        });
    });
}

void lead_to_table(wxTextCtrl& filter, std::function<void()> focus_table)
{
    filter.Bind(wxEVT_CHAR, [&filter, focus_table = std::move(focus_table)](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        if (key == WXK_ESCAPE)
            filter.Clear();
        if (key == WXK_ESCAPE || key == WXK_DOWN)
            return focus_table();
        event.Skip();
    });
}

} // namespace views
