#pragma once

#include "views/hall/hall_drawing.h"

#include <wx/scrolwin.h>

#include <functional>
#include <memory>

namespace views {

/// The plan on the screen. Windows are dragged to their place, or moved with Ctrl and the arrow
/// keys (with Shift besides, made larger and smaller); arrows alone go from window to window, Enter
/// and a click open, Delete takes off the plan, + and - zoom.
class HallCanvas : public wxScrolledCanvas {
public:
    explicit HallCanvas(wxWindow* parent);

    /// Where the same window is there again, the keyboard stays with it.
    void show(std::shared_ptr<const model::HallPlan> plan, Underlay under = {});

    /// The window where the keyboard is; nullptr where none is on the plan.
    const model::PlanWindow* current() const;
    void go_to(const model::Uuid& window);

    /// 100: as large as there is room for the whole floor.
    int zoom() const { return zoom_; }
    void zoom_to(int percent);

    /// For tests: where a window is drawn, in what is scrolled.
    const HallDrawing* drawing() const { return drawing_.get(); }

    std::function<void()> on_open;
    std::function<void()> on_take_off;
    std::function<void()> on_go; ///< the keyboard is elsewhere
    std::function<void(const model::Uuid& window, const model::PlanArea& area)> on_place;

private:
    struct Drag {
        model::Uuid window;
        wxPoint from;
        model::PlanArea area;    ///< where it stood
        model::PlanArea area_to; ///< where it would stand now
        bool is_moved = false;
    };

    void bind();
    void on_paint(wxPaintEvent& event);
    void on_key(wxKeyEvent& event);
    void on_press(wxMouseEvent& event);
    void on_motion(wxMouseEvent& event);
    void on_release(wxMouseEvent& event);
    void on_wheel(wxMouseEvent& event);
    void end_drag();
    void arrange();
    void go(wxPoint direction);
    void move(wxPoint direction, bool is_sized);
    void gone();

    std::shared_ptr<const model::HallPlan> plan_;
    Underlay under_;
    std::unique_ptr<HallDrawing> drawing_;
    model::Uuid current_;
    std::optional<Drag> drag_;
    model::Uuid pointed_;
    int zoom_ = 100;
};

} // namespace views
