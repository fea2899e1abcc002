#pragma once

#include "views/hall/hall_drawing.h"

#include <wx/print.h>

#include <functional>
#include <memory>

class wxWindow;

namespace views {

/// A hall plan as it goes to paper.
struct PrintedHall {
    std::shared_ptr<const model::HallPlan> plan;
    wxString office;
    wxString date;
    wxString legend;
    Underlay under = {};
    std::function<void()> on_printed = {}; ///< it went to the printer
};

/// One page with the floor as large as the paper allows, its legend below.
class HallPrintout : public wxPrintout {
public:
    /// The window's letters are used, and it outlives the printout.
    HallPrintout(std::shared_ptr<const PrintedHall> hall, const wxWindow& window);

    bool HasPage(int page) override { return page == 1; }
    void GetPageInfo(int* first, int* last, int* from, int* to) override;
    bool OnPrintPage(int page) override;
    void OnEndPrinting() override;

private:
    std::shared_ptr<const PrintedHall> hall_;
    const wxWindow& window_;
};

} // namespace views
