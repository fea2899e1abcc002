#include "views/widgets/progress_view.h"

#include "views/widgets/background.h"
#include "views/widgets/tr.h"

#include <wx/gauge.h>
#include <wx/stattext.h>

#include <algorithm>

namespace views {

void show_progress(const Progress& progress, wxStaticText& state, wxGauge& gauge)
{
    if (const char* step = progress.step; *step)
        state.SetLabelText(tr(step));
    const int total = progress.total;
    if (total <= 0)
        return gauge.Pulse();
    gauge.SetRange(total);
    gauge.SetValue(std::min(progress.done.load(), total));
}

} // namespace views
