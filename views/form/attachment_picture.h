#pragma once

#include "model/entities/attachment.h"

#include <wx/bmpbndl.h>

#include <string>

class wxWindow;

namespace views {

constexpr int picture_size = 48; ///< DIPs, high and wide

/// Teaches wxWidgets the pictures that are kept; as often as one likes.
void know_pictures();

/// A drawing for the kind of file.
wxBitmapBundle drawing_of(const model::AttachedFile& file, const wxWindow& window);

/// A small picture of an image in a box of that size, in DIPs, as sharp as the screen; none where
/// the bytes are no image, or one of more dots than are worth the memory.
wxBitmapBundle picture_of(
    const std::string& bytes, const wxWindow& window, wxSize box = {picture_size, picture_size});

} // namespace views
