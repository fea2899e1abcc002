#pragma once

#include <wx/html/htmprint.h>

#include <memory>
#include <vector>

namespace views {

/// HTML on sheets of A4 paper; <div style="page-break-before:always"></div> begins a new one.
/// Lengths are in pixels of a screen of 96 to the inch.
class HtmlPages {
public:
    /// Laid out as the DC measures texts.
    HtmlPages(wxDC& dc, const wxString& body);

    int count() const { return static_cast<int>(pages_.size()); }

    /// Draws a page, from 1, with the paper's corner at the origin of the DC.
    void draw(wxDC& dc, int page);

private:
    void lay_out(wxDC& dc, const wxString& section);

    struct Page {
        wxHtmlDCRenderer* section;
        int from;
        int to;
    };
    std::vector<std::unique_ptr<wxHtmlDCRenderer>> sections_;
    std::vector<Page> pages_;
};

/// Whether this system lets us write PDF ourselves; elsewhere its printer for PDF does it.
bool can_write_pdf();

/// Writes what stands in the body of HTML as A4 pages and tells how many. Throws Error where the
/// file cannot be written.
int write_pdf(const wxString& path, const wxString& title, const wxString& body);

} // namespace views
