#include "views/shell/copy_note.h"

#include "views/widgets/colours.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/sizer.h>

namespace views {

CopyNote::CopyNote(wxWindow* parent, const std::string& when) : wxPanel(parent)
{
    auto* text = new WrappedText(this);
    name_control(text, "copy_note");
    text->show(L"\u203B "
        + tr("This is the backup of {1}, not your file: look at it, nothing in it can be changed. "
             "To bring something back, use the page Backup and restore of your own window.",
            {when}));
    text->SetForegroundColour(colour_of(model::Level::warn));
    SetBackgroundColour(background_of(model::Level::warn));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(text, wxSizerFlags(1).CenterVertical().Border(wxALL, FromDIP(6)));
    SetSizer(row);
    Bind(wxEVT_SIZE, [this, text](wxSizeEvent& event) {
        event.Skip();
        if (text->wrap(GetParent()->GetClientSize().x - FromDIP(12)))
            InvalidateBestSize();
    });
}

} // namespace views
