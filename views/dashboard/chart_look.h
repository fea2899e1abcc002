#pragma once

#include <wx/colour.h>
#include <wx/font.h>

class wxWindow;

namespace views {

/// The letters and colours of charts. No colour alone tells anything: what is full, what is empty
/// and which line is which is drawn differently and written beside it.
struct ChartLook {
    wxFont font;
    wxFont bold;
    wxFont small;
    wxColour page;   ///< behind the charts
    wxColour card;   ///< behind a chart
    wxColour border; ///< of charts, and lines to measure by
    wxColour text;
    wxColour faint; ///< of what matters less
    wxColour first; ///< of bars and of the first line
    wxColour second;
    wxColour alarm; ///< of what is badly amiss
    wxColour focus;
    double ratio = 1; ///< pixels of a DIP, and more for larger letters

    /// As the window has its letters, light or dark as the desktop is.
    static ChartLook on_screen(const wxWindow& window);

    /// For pictures and paper, which are light.
    static ChartLook on_paper(const wxWindow& window);

    int px(int dips) const;

    /// A little of the colour on the ground of a chart, for letters to stand on.
    wxColour tint(const wxColour& colour, double share = 0.15) const;
};

} // namespace views
