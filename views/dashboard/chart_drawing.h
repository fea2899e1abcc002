#pragma once

#include "model/dashboard/chart.h"
#include "views/dashboard/chart_look.h"

#include <wx/gdicmn.h>
#include <wx/string.h>

#include <memory>
#include <vector>

class wxDC;
class wxGraphicsContext;

namespace views {

/// Where the arrow keys go.
enum class Step { left, right, up, down };

/// A chart as it is drawn, with a place on it for each mark: head by head, of each one a series.
/// All lengths are from the chart's upper left corner.
class ChartDrawing {
public:
    /// As the shape of the chart wants it. The chart and the look outlive the drawing.
    static std::unique_ptr<ChartDrawing> of(const model::Chart& chart, const ChartLook& look);

    virtual ~ChartDrawing() = default;
    ChartDrawing(const ChartDrawing&) = delete;
    ChartDrawing& operator=(const ChartDrawing&) = delete;

    /// Puts everything in its place for that width; the letters are measured with `dc`.
    void lay_out(wxDC& dc, int width);

    /// Makes the chart as high as its neighbours, if it is lower.
    void stretch(int height);

    wxSize size() const { return size_; }

    /// Whether the chart needs the room of two.
    bool is_wide() const;

    /// The marks that can be gone to: none where there is nothing to draw.
    const std::vector<wxRect>& spots() const { return spots_; }

    /// The mark at that point, or -1.
    int hit(wxPoint point) const;

    /// The mark beside that one, or -1 where the chart ends.
    virtual int beside(int spot, Step step) const = 0;

    /// With a ring around the mark where the keyboard is, if it is on this chart.
    void draw(wxGraphicsContext& gc, int current = -1) const;

    const model::Chart& chart() const { return chart_; }

    /// "综合窗口 12 个".
    wxString spoken(int spot) const;

protected:
    ChartDrawing(const model::Chart& chart, const ChartLook& look) : chart_(chart), look_(look) {}

    /// Puts the marks below `top` between the margins, and gives where they end.
    virtual int lay_out_marks(wxDC& dc, const wxRect& area) = 0;
    virtual void draw_marks(wxGraphicsContext& gc) const = 0;

    int heads() const { return static_cast<int>(chart_.heads.size()); }
    int series() const { return static_cast<int>(chart_.series.size()); }
    const model::ChartMark& mark(int spot) const
    {
        return chart_.marks.at(static_cast<std::size_t>(spot));
    }
    wxString figure(int spot) const;
    bool is_gap(int spot) const;
    double value(const model::ChartMark& mark, int series_at) const;
    double largest() const;

    const model::Chart& chart_;
    const ChartLook& look_;
    std::vector<wxRect> spots_;

private:
    void draw_frame(wxGraphicsContext& gc) const;
    wxString totals() const;

    wxSize size_;
    int title_height_ = 0;
    int small_height_ = 0;
    int notes_height_ = 0;
    std::vector<wxString> notes_;
    std::vector<wxString> empty_; ///< what is said instead of marks
};

/// Text at a place of a chart: cut with … where it is wider than `width`.
struct ChartText {
    enum class Side { left, middle, right };
    wxString text;
    wxRect where;
    Side side = Side::left;
};
void draw_text(
    wxGraphicsContext& gc, const ChartText& text, const wxFont& font, const wxColour& colour);

} // namespace views
