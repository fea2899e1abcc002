#include "views/hall/hall_canvas.h"

#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>

#include <algorithm>
#include <cmath>

namespace views {

namespace {

constexpr int scroll_step = 10; ///< in DIPs
constexpr int least_zoom = 50;
constexpr int most_zoom = 400;
constexpr int zoom_step = 25;
constexpr int key_step = 10; ///< in thousandths of the floor
constexpr int least_drag = 4;

wxPoint direction_of(int key)
{
    switch (key) {
    case WXK_LEFT:
        return {-1, 0};
    case WXK_RIGHT:
        return {1, 0};
    case WXK_UP:
        return {0, -1};
    case WXK_DOWN:
        return {0, 1};
    default:
        return {};
    }
}

/// How far `to` lies in that direction, what lies aside counting double; nothing for what lies
/// behind.
std::optional<double> distance(
    const model::PlanArea& from, const model::PlanArea& to, wxPoint direction)
{
    const auto middle = [](const model::PlanArea& area) {
        return wxRealPoint(static_cast<double>(area.x) + static_cast<double>(area.width) / 2,
            static_cast<double>(area.y) + static_cast<double>(area.height) / 2);
    };
    const auto way = middle(to) - middle(from);
    const double ahead = way.x * direction.x + way.y * direction.y;
    const double aside = std::abs(way.x * direction.y) + std::abs(way.y * direction.x);
    if (ahead <= 0 || aside > 2 * ahead)
        return std::nullopt;
    return ahead + 2 * aside;
}

} // namespace

HallCanvas::HallCanvas(wxWindow* parent)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
        wxVSCROLL | wxHSCROLL | wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(FromDIP(scroll_step), FromDIP(scroll_step));
    name_control(this, "floor", tr("Hall plan"));
    bind();
}

void HallCanvas::bind()
{
    Bind(wxEVT_PAINT, &HallCanvas::on_paint, this);
    Bind(wxEVT_KEY_DOWN, &HallCanvas::on_key, this);
    Bind(wxEVT_LEFT_DOWN, &HallCanvas::on_press, this);
    Bind(wxEVT_MOTION, &HallCanvas::on_motion, this);
    Bind(wxEVT_LEFT_UP, &HallCanvas::on_release, this);
    Bind(wxEVT_MOUSEWHEEL, &HallCanvas::on_wheel, this);
    Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { end_drag(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        arrange();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        if (plan_)
            show(plan_, under_);
    });
    const auto draw_frame = [this](wxFocusEvent& event) {
        event.Skip();
        Refresh();
    };
    Bind(wxEVT_SET_FOCUS, draw_frame);
    Bind(wxEVT_KILL_FOCUS, draw_frame);
}

void HallCanvas::show(std::shared_ptr<const model::HallPlan> plan, Underlay under)
{
    end_drag();
    plan_ = std::move(plan);
    under_ = std::move(under);
    drawing_ = std::make_unique<HallDrawing>(*plan_, ChartLook::on_screen(*this), under_);
    pointed_ = {};
    if (!current()) {
        const auto first = std::ranges::find_if(
            plan_->windows, [](const auto& each) { return each.area.has_value(); });
        current_ = first == plan_->windows.end() ? model::Uuid() : first->id;
    }
    arrange();
    gone();
}

const model::PlanWindow* HallCanvas::current() const
{
    const auto* found = plan_ ? plan_->find(current_) : nullptr;
    return found && found->area ? found : nullptr;
}

void HallCanvas::go_to(const model::Uuid& window)
{
    current_ = window;
    if (const auto* found = current()) {
        const auto rect = drawing_->rect_of(*found->area);
        const int unit = FromDIP(scroll_step);
        const auto view = GetViewStart();
        const auto size = GetClientSize();
        const auto start = [unit](int from, int to, int view_from, int length) {
            if (from < view_from * unit)
                return from / unit;
            return to > view_from * unit + length ? (to - length) / unit + 1 : view_from;
        };
        Scroll(start(rect.x, rect.GetRight(), view.x, size.x),
            start(rect.y, rect.GetBottom(), view.y, size.y));
    }
    gone();
}

void HallCanvas::zoom_to(int percent)
{
    zoom_ = std::clamp(percent, least_zoom, most_zoom);
    arrange();
    if (on_go)
        on_go();
}

void HallCanvas::arrange()
{
    if (!drawing_)
        return;
    constexpr int whole = 100;
    const auto room = GetSize(); // with the scroll bars, which come and go
    const double width = std::min<double>(room.x, room.y / drawing_->depth());
    drawing_->lay_out(static_cast<int>(width) * zoom_ / whole);
    SetVirtualSize(drawing_->size());
    Refresh();
}

void HallCanvas::gone()
{
    const auto* window = current();
    name_control(this, "floor",
        tr("Hall plan")
            + (window ? L"　" + to_wx(model::spoken(*window, language())) : wxString()));
    if (on_go)
        on_go();
    Refresh();
}

void HallCanvas::on_paint(wxPaintEvent&)
{
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(wxBrush(GetBackgroundColour()));
    dc.Clear();
    if (!drawing_)
        return;
    const std::unique_ptr<wxGraphicsContext> gc(wxGraphicsContext::Create(dc));
    const auto top = CalcUnscrolledPosition({0, 0});
    gc->Translate(-top.x, -top.y);
    HallDrawing::Shown shown;
    if (HasFocus())
        shown.current = current_;
    if (drag_) {
        shown.dragged = drag_->window;
        shown.dragged_to = drag_->area_to;
    }
    drawing_->draw(*gc, shown);
}

void HallCanvas::on_key(wxKeyEvent& event)
{
    const int key = event.GetKeyCode();
    if (key == WXK_TAB && !event.ControlDown()) {
        Navigate(
            event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    }
    if (key == WXK_ESCAPE && drag_)
        return end_drag();
    if (const auto direction = direction_of(key); direction != wxPoint()) {
        if (event.ControlDown())
            return move(direction, event.ShiftDown());
        return go(direction);
    }
    if (event.HasModifiers()) // Shift is none: some keyboards need it for +
        return event.Skip();
    if (key == '+' || key == '=' || key == WXK_NUMPAD_ADD)
        return zoom_to(zoom_ + zoom_step);
    if (key == '-' || key == WXK_NUMPAD_SUBTRACT)
        return zoom_to(zoom_ - zoom_step);
    if ((key == WXK_RETURN || key == WXK_NUMPAD_ENTER) && current())
        return on_open();
    if (key == WXK_DELETE && current())
        return on_take_off();
    event.Skip();
}

void HallCanvas::go(wxPoint direction)
{
    const auto* from = current();
    if (!from)
        return;
    const model::PlanWindow* nearest = nullptr;
    double least = 0;
    for (const auto& window : plan_->windows) {
        const auto far =
            window.area ? distance(*from->area, *window.area, direction) : std::nullopt;
        if (far && (!nearest || *far < least)) {
            nearest = &window;
            least = *far;
        }
    }
    if (nearest)
        go_to(nearest->id);
}

void HallCanvas::move(wxPoint direction, bool is_sized)
{
    const auto* window = current();
    if (!window)
        return;
    auto area = *window->area;
    (is_sized ? area.width : area.x) += direction.x * key_step;
    (is_sized ? area.height : area.y) += direction.y * key_step;
    area = area.on_the_floor();
    if (area != *window->area)
        on_place(window->id, area);
}

void HallCanvas::on_press(wxMouseEvent& event)
{
    SetFocus();
    const auto at = CalcUnscrolledPosition(event.GetPosition());
    const auto* window = drawing_ ? drawing_->hit(at) : nullptr;
    if (!window)
        return;
    go_to(window->id);
    drag_ = Drag{window->id, at, *window->area, *window->area};
    if (!HasCapture())
        CaptureMouse();
}

void HallCanvas::on_motion(wxMouseEvent& event)
{
    event.Skip();
    if (!drawing_)
        return;
    const auto at = CalcUnscrolledPosition(event.GetPosition());
    if (drag_) {
        const auto way = at - drag_->from;
        drag_->is_moved = drag_->is_moved || std::abs(way.x) >= FromDIP(least_drag)
            || std::abs(way.y) >= FromDIP(least_drag);
        if (!drag_->is_moved)
            return;
        const auto moved = drawing_->on_floor(way);
        drag_->area_to = drag_->area;
        drag_->area_to.x += moved.x;
        drag_->area_to.y += moved.y;
        drag_->area_to = drag_->area_to.on_the_floor();
        return Refresh();
    }
    const auto* window = drawing_->hit(at);
    const auto id = window ? window->id : model::Uuid();
    if (id == pointed_)
        return;
    pointed_ = id;
    if (window)
        SetToolTip(to_wx(model::spoken(*window, language())));
    else
        UnsetToolTip();
}

void HallCanvas::on_release(wxMouseEvent&)
{
    if (!drag_)
        return;
    const auto done = *drag_;
    end_drag();
    if (!done.is_moved)
        return on_open();
    if (done.area_to != done.area)
        on_place(done.window, done.area_to);
}

void HallCanvas::on_wheel(wxMouseEvent& event)
{
    if (!event.ControlDown())
        return event.Skip();
    zoom_to(zoom_ + (event.GetWheelRotation() > 0 ? zoom_step : -zoom_step));
}

void HallCanvas::end_drag()
{
    drag_.reset();
    if (HasCapture())
        ReleaseMouse();
    Refresh();
}

} // namespace views
