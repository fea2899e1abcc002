#include "views/hall/floor_picture.h"

#include "model/rules/media_types.h"
#include "views/form/attachment_picture.h"

#include <wx/log.h>
#include <wx/mstream.h>

#include <algorithm>

namespace views {

namespace {

constexpr int longest_side = 2600; ///< of what is kept in memory
constexpr double least_depth = 0.25;
constexpr double most_depth = 2;
constexpr int whole = 100;

/// The same with the page showing through.
wxImage covered(const wxImage& image, const wxColour& page, int paleness)
{
    auto pale = image.Copy();
    const int ground[]{page.Red(), page.Green(), page.Blue()};
    auto* dots = pale.GetData();
    const auto count = static_cast<std::size_t>(pale.GetWidth()) * pale.GetHeight() * 3;
    for (std::size_t i = 0; i < count; ++i)
        dots[i] = static_cast<unsigned char>(
            (dots[i] * (whole - paleness) + ground[i % 3] * paleness) / whole);
    return pale;
}

} // namespace

std::shared_ptr<const FloorPicture> FloorPicture::read(const std::string& bytes)
{
    const auto dots = model::dots_of_image(bytes);
    if (!dots || *dots > model::most_dots_of_image)
        return nullptr;
    know_pictures();
    const wxLogNull no_words;
    wxMemoryInputStream in(bytes.data(), bytes.size());
    wxImage image;
    if (!image.LoadFile(in) || !image.IsOk())
        return nullptr;
    if (image.HasAlpha()) { // drawings without a ground are on paper
        wxImage paper(image.GetWidth(), image.GetHeight());
        paper.SetRGB(wxRect(0, 0, image.GetWidth(), image.GetHeight()), 255, 255, 255);
        paper.Paste(image, 0, 0, wxIMAGE_ALPHA_BLEND_COMPOSE);
        image = paper;
    }
    const int longer = std::max(image.GetWidth(), image.GetHeight());
    if (longer > longest_side)
        image.Rescale(std::max(1, image.GetWidth() * longest_side / longer),
            std::max(1, image.GetHeight() * longest_side / longer), wxIMAGE_QUALITY_HIGH);
    return std::shared_ptr<const FloorPicture>(new FloorPicture(std::move(image)));
}

double FloorPicture::depth() const
{
    return std::clamp(
        static_cast<double>(image_.GetHeight()) / image_.GetWidth(), least_depth, most_depth);
}

void FloorPicture::draw(
    wxGraphicsContext& gc, wxSize room, const wxColour& page, int paleness) const
{
    if (paleness_ != paleness || page_ != page || !pale_.IsOk()) {
        pale_ = wxBitmap(covered(image_, page, paleness));
        paleness_ = paleness;
        page_ = page;
    }
    const double scale = std::min(static_cast<double>(room.x) / image_.GetWidth(),
        static_cast<double>(room.y) / image_.GetHeight());
    const double width = image_.GetWidth() * scale;
    const double height = image_.GetHeight() * scale;
    gc.DrawBitmap(pale_, (room.x - width) / 2, (room.y - height) / 2, width, height);
}

} // namespace views
