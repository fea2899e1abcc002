#include "views/form/attachment_picture.h"

#include "model/rules/media_types.h"
#include "views/widgets/icons.h"

#include <wx/image.h>
#include <wx/log.h>
#include <wx/mstream.h>
#include <wx/window.h>

#include <algorithm>

namespace views {

namespace {

/// Dots of the screen for one of the system's own pixels.
double scale_of(const wxWindow& window)
{
    return window.GetContentScaleFactor();
}

wxSize dots_of(wxSize box, const wxWindow& window)
{
    const auto dots = window.FromDIP(box);
    const auto scaled = [&](int side) { return static_cast<int>(side * scale_of(window)); };
    return {scaled(dots.x), scaled(dots.y)};
}

/// All are of one size, so that all rows are.
wxBitmapBundle in_the_middle(wxImage image, const wxWindow& window, wxSize box)
{
    const auto dots = dots_of(box, window);
    if (!image.HasAlpha())
        image.InitAlpha();
    image.Resize(dots, {(dots.x - image.GetWidth()) / 2, (dots.y - image.GetHeight()) / 2});
    return wxBitmapBundle::FromBitmap(wxBitmap(image, wxBITMAP_SCREEN_DEPTH, scale_of(window)));
}

} // namespace

void know_pictures()
{
    if (!wxImage::FindHandler(wxBITMAP_TYPE_PNG))
        wxImage::AddHandler(new wxPNGHandler);
    if (!wxImage::FindHandler(wxBITMAP_TYPE_JPEG))
        wxImage::AddHandler(new wxJPEGHandler);
}

wxBitmapBundle drawing_of(const model::AttachedFile& file, const wxWindow& window)
{
    const auto media = model::media_named(file.media);
    const bool is_image = media && media->is_image;
    const auto drawing = icon(is_image ? "photo" : "attachment", picture_size * 2 / 3);
    return in_the_middle(
        drawing.GetBitmap(drawing.GetPreferredLogicalSizeFor(&window) * scale_of(window))
            .ConvertToImage(),
        window, {picture_size, picture_size});
}

wxBitmapBundle picture_of(const std::string& bytes, const wxWindow& window, wxSize box)
{
    const auto dots = model::dots_of_image(bytes);
    if (!dots || *dots > model::most_dots_of_image)
        return {};
    know_pictures();
    const wxLogNull no_words; // what is no picture stays a drawing
    wxMemoryInputStream in(bytes.data(), bytes.size());
    wxImage image;
    if (!image.LoadFile(in) || !image.IsOk())
        return {};
    const auto most = dots_of(box, window);
    const auto shrunk = std::min(static_cast<double>(most.x) / image.GetWidth(),
        static_cast<double>(most.y) / image.GetHeight());
    const auto side = [&](int dots_of_side) {
        return std::max(1, static_cast<int>(dots_of_side * shrunk));
    };
    image.Rescale(side(image.GetWidth()), side(image.GetHeight()), wxIMAGE_QUALITY_HIGH);
    return in_the_middle(std::move(image), window, box);
}

} // namespace views
