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

int dots_of_picture(const wxWindow& window)
{
    return static_cast<int>(window.FromDIP(picture_size) * scale_of(window));
}

/// All are of one size, so that all rows are.
wxBitmapBundle in_the_middle(wxImage image, const wxWindow& window)
{
    const auto side = dots_of_picture(window);
    if (!image.HasAlpha())
        image.InitAlpha();
    image.Resize({side, side}, {(side - image.GetWidth()) / 2, (side - image.GetHeight()) / 2});
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
        window);
}

wxBitmapBundle picture_of(const std::string& bytes, const wxWindow& window)
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
    const auto most = dots_of_picture(window);
    const auto longer = std::max(image.GetWidth(), image.GetHeight());
    const auto side = [&](int dots_of_side) {
        return std::max(1, static_cast<int>(std::int64_t{dots_of_side} * most / longer));
    };
    image.Rescale(side(image.GetWidth()), side(image.GetHeight()), wxIMAGE_QUALITY_HIGH);
    return in_the_middle(std::move(image), window);
}

} // namespace views
