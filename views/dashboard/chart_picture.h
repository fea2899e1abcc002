#pragma once

#include "model/dashboard/chart.h"

#include <wx/bitmap.h>
#include <wx/print.h>

#include <functional>
#include <memory>
#include <span>
#include <vector>

class wxWindow;

namespace views {

/// The charts as a picture on light ground, `width` DIPs wide and drawn with `scale` times as many
/// pixels; letters are those of the window.
wxBitmap picture_of(
    std::span<const model::Chart> charts, const wxWindow& window, int width, double scale = 2);

/// Writes the picture as a PNG. Throws FileError where it cannot be written; what stood there
/// before stands there still.
void save_png(const wxBitmap& picture, const std::string& path);

/// Puts it on the clipboard; false where another program holds that.
bool copy_picture(const wxBitmap& picture);

/// Draws a picture onto paper that speaks in pixels of a screen of 96 to the inch, shrunk so. It is
/// made with as many pixels for each of these as the paper has, three at the most.
void put_picture(
    wxDC& dc, wxPoint at, double shrunk, const std::function<wxBitmap(double fineness)>& drawn);

/// Charts as they go to paper: a copy, so that the page may go on meanwhile.
struct PrintedCharts {
    wxString title;
    wxString office;
    wxString date;
    std::vector<model::Chart> charts;
    std::function<void()> on_printed = {}; ///< they went to the printer
};

/// Printed charts for wxWidgets' printing and its preview: as many rows of them on a page as fit,
/// and one that is higher than the page made smaller.
class ChartPrintout : public wxPrintout {
public:
    /// The window's letters are used, and it outlives the printout.
    ChartPrintout(std::shared_ptr<const PrintedCharts> charts, const wxWindow& window);
    ~ChartPrintout() override;

    void OnPreparePrinting() override;
    bool HasPage(int page) override { return page >= 1 && page <= count(); }
    void GetPageInfo(int* first, int* last, int* from, int* to) override;
    bool OnPrintPage(int page) override;
    void OnEndPrinting() override;

    int count() const { return static_cast<int>(pages_.size()); }

private:
    struct Arranged;

    void scale();
    void fill_pages(wxSize paper);
    void draw_head(wxDC& dc, int page) const;

    std::shared_ptr<const PrintedCharts> charts_;
    const wxWindow& window_;
    std::unique_ptr<Arranged> arranged_;
    wxSize paper_;
    int head_ = 0;                                ///< the height of what stands above the charts
    std::vector<std::vector<std::size_t>> pages_; ///< the rows on each
};

} // namespace views
