#pragma once

#include "model/day/hall_plan.h"
#include "views/dashboard/chart_look.h"

#include <wx/gdicmn.h>

#include <memory>
#include <optional>

class wxGraphicsContext;

namespace views {

class FloorPicture;

/// How deep a floor without a picture is drawn for its width.
constexpr double floor_depth = 0.5;

/// What lies under the windows, if anything does.
struct Underlay {
    std::shared_ptr<const FloorPicture> picture = {};
    int paleness = 0; ///< 0 to 90, in percent
};

/// The floor of a hall as it is drawn: a rectangle with its windows, each with its number, what
/// stands over it and a letter for whatever is amiss. The same for the screen and for paper.
class HallDrawing {
public:
    /// The plan outlives the drawing.
    HallDrawing(const model::HallPlan& plan, ChartLook look, Underlay under = {})
        : plan_(plan)
        , look_(std::move(look))
        , under_(std::move(under))
    {
    }

    /// How deep this floor is for its width: as deep as its picture.
    double depth() const;

    /// As wide as that many pixels, its depth in proportion.
    void lay_out(int width);
    wxSize size() const { return size_; }

    wxRect rect_of(const model::PlanArea& area) const;

    /// How far so many pixels are on the floor, in its thousandths.
    wxPoint on_floor(wxPoint pixels) const;

    /// The uppermost window at that point; nullptr: none.
    const model::PlanWindow* hit(wxPoint point) const;

    /// With a frame around one window, and another drawn where it is being dragged to.
    struct Shown {
        model::Uuid current = {};
        model::Uuid dragged = {};
        model::PlanArea dragged_to = {};
    };
    void draw(wxGraphicsContext& gc, const Shown& shown) const;

    const ChartLook& look() const { return look_; }
    const model::HallPlan& plan() const { return plan_; }

private:
    void draw_window(
        wxGraphicsContext& gc, const model::PlanWindow& window, const wxRect& rect) const;
    void draw_letters(wxGraphicsContext& gc, const model::PlanWindow& window, const wxRect& line,
        const wxFont& font) const;

    const model::HallPlan& plan_;
    ChartLook look_;
    Underlay under_;
    wxSize size_;
};

} // namespace views
