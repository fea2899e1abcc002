#pragma once

#include "model/base/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace model {

/// A kind of file that is kept with records.
struct MediaType {
    std::string_view name;   ///< "image/jpeg"
    std::string_view ending; ///< without the dot: "jpg"
    bool is_image = false;
};

/// What the content is, by its own bytes: jpg, png, pdf, docx, xlsx, ofd; wps, et and txt, whose
/// bytes other kinds share, where the name says so, too. Nothing for any other, for files with
/// macros and for what the bytes do not prove.
std::optional<MediaType> media_of(std::string_view bytes, std::string_view file_name);

/// The kind of that media type; nothing for one that is not kept.
std::optional<MediaType> media_named(std::string_view name);

/// An image of more dots is not drawn.
constexpr std::int64_t most_dots_of_image = 60'000'000;

/// How many dots an image has, by its own head; nothing where it has none. A small file may be a
/// picture that no memory holds.
std::optional<std::int64_t> dots_of_image(std::string_view bytes);

/// "jpg、png、pdf": the endings of all kinds that are kept.
std::string endings_kept();

} // namespace model
