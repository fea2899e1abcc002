#pragma once

#include "views/dashboard/chart_drawing.h"

namespace views {

/// A bar for each head, its number behind it.
class BarDrawing : public ChartDrawing {
public:
    BarDrawing(const model::Chart& chart, const ChartLook& look) : ChartDrawing(chart, look) {}

    int beside(int spot, Step step) const override;

protected:
    int lay_out_marks(wxDC& dc, const wxRect& area) override;
    void draw_marks(wxGraphicsContext& gc) const override;

private:
    std::vector<wxRect> labels_;
    std::vector<wxRect> bars_;
};

/// Of each head a full bar for the part in an empty one for the whole, and both numbers with the
/// share behind it. With much room the heads stand in two columns.
class PartDrawing : public ChartDrawing {
public:
    PartDrawing(const model::Chart& chart, const ChartLook& look) : ChartDrawing(chart, look) {}

    int beside(int spot, Step step) const override;

protected:
    int lay_out_marks(wxDC& dc, const wxRect& area) override;
    void draw_marks(wxGraphicsContext& gc) const override;

private:
    void add_line(const wxRect& line, int head, int label_width, int text_width);

    std::vector<wxRect> labels_;
    std::vector<wxRect> bars_;
    std::vector<wxRect> texts_;
    int lines_ = 1; ///< in a column
};

/// A tile for each head: its name, its number and a share with a bar.
class TileDrawing : public ChartDrawing {
public:
    TileDrawing(const model::Chart& chart, const ChartLook& look) : ChartDrawing(chart, look) {}

    int beside(int spot, Step step) const override;

protected:
    int lay_out_marks(wxDC& dc, const wxRect& area) override;
    void draw_marks(wxGraphicsContext& gc) const override;

private:
    void draw_tile(wxGraphicsContext& gc, int head) const;

    int columns_ = 1;
    int line_ = 0;
};

/// A line for each series over months: the first one drawn through with round points, the second
/// dashed with square ones.
class LineDrawing : public ChartDrawing {
public:
    LineDrawing(const model::Chart& chart, const ChartLook& look) : ChartDrawing(chart, look) {}

    int beside(int spot, Step step) const override;

protected:
    int lay_out_marks(wxDC& dc, const wxRect& area) override;
    void draw_marks(wxGraphicsContext& gc) const override;

private:
    wxPoint point(int spot) const;
    wxRect spot_of(int spot) const;
    bool stands_below(int spot) const;
    static void part(wxRect& one, wxRect& two);
    int height_of(double value) const;
    void draw_scale(wxGraphicsContext& gc) const;
    void draw_months(wxGraphicsContext& gc) const;
    void draw_legend(wxGraphicsContext& gc) const;
    void draw_line(wxGraphicsContext& gc, int series_at) const;
    void draw_point(wxGraphicsContext& gc, wxPoint at, int series_at) const;
    void draw_figures(wxGraphicsContext& gc) const;

    wxRect plot_;
    wxRect legend_;
    double top_ = 1;  ///< the value at the upper edge
    double step_ = 1; ///< between two lines to measure by
    int small_ = 0;   ///< the height of small letters
};

} // namespace views
