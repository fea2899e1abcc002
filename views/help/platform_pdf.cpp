#include "model/base/error.h"
#include "views/help/html_pages.h"
#include "views/widgets/tr.h"

#ifdef __WXGTK__
#include <wx/dcgraph.h>
#include <wx/graphics.h>

#include <cairo-pdf.h>
#include <memory>
#endif

namespace views {

#ifdef __WXGTK__

namespace {

constexpr double paper_width = 595.28; ///< A4, in points
constexpr double paper_height = 841.89;
constexpr double points_of_a_pixel = 72.0 / 96;

struct Close {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

/// A sheet to draw on. What one context has drawn and clipped stays with it, so each sheet has its
/// own.
class Sheet {
public:
    explicit Sheet(cairo_surface_t* paper) : cairo_(cairo_create(paper))
    {
        cairo_scale(cairo_.get(), points_of_a_pixel, points_of_a_pixel);
        auto* renderer = wxGraphicsRenderer::GetCairoRenderer();
        dc_ = std::make_unique<wxGCDC>(renderer->CreateContextFromNativeContext(cairo_.get()));
    }

    wxDC& dc() { return *dc_; }

    /// Lays it on those before it.
    void finish()
    {
        dc_.reset(); // which draws what it held back
        cairo_show_page(cairo_.get());
    }

private:
    std::unique_ptr<cairo_t, Close> cairo_;
    std::unique_ptr<wxGCDC> dc_;
};

} // namespace

bool can_write_pdf()
{
    return true;
}

int write_pdf(const wxString& path, const wxString& title, const wxString& body)
{
    const std::unique_ptr<cairo_surface_t, Close> paper(
        cairo_pdf_surface_create(path.utf8_str(), paper_width, paper_height));
    cairo_pdf_surface_set_metadata(paper.get(), CAIRO_PDF_METADATA_TITLE, title.utf8_str());
    Sheet first(paper.get());
    HtmlPages pages(first.dc(), body);
    for (int page = 1; page <= pages.count(); ++page) {
        Sheet sheet(paper.get());
        pages.draw(sheet.dc(), page);
        sheet.finish();
    }
    cairo_surface_finish(paper.get());
    if (cairo_surface_status(paper.get()) != CAIRO_STATUS_SUCCESS)
        throw model::Error({model::msgid("{1} cannot be written: is the folder there, and is there "
                                         "room on the disk?"),
            {from_wx(path)}});
    return pages.count();
}

#else

bool can_write_pdf()
{
    return false;
}

int write_pdf(const wxString& path, const wxString&, const wxString&)
{
    throw model::Error(
        {model::msgid("{1} cannot be written: print to the system's PDF printer instead"),
            {from_wx(path)}});
}

#endif

} // namespace views
