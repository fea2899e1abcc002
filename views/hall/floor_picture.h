#pragma once

#include <wx/colour.h>
#include <wx/gdicmn.h>
#include <wx/graphics.h>
#include <wx/image.h>

#include <memory>
#include <string>

namespace views {

/// The picture that lies under a hall plan, as large as a screen or a page needs it.
class FloorPicture {
public:
    /// Nothing where the bytes are no picture, or one of more dots than are worth the memory.
    static std::shared_ptr<const FloorPicture> read(const std::string& bytes);

    /// How deep a floor is drawn for its width, so that the picture fills it; strips that are
    /// longer than four to one, or higher than one to two, leave some of it empty.
    double depth() const;

    /// Draws it as large as there is room, so much of it covered by the colour of the page: 0 as it
    /// is, 100 nothing left. The last one drawn is kept.
    void draw(wxGraphicsContext& gc, wxSize room, const wxColour& page, int paleness) const;

private:
    explicit FloorPicture(wxImage image) : image_(std::move(image)) {}

    wxImage image_;
    mutable wxBitmap pale_;
    mutable wxColour page_;
    mutable int paleness_ = -1;
};

} // namespace views
