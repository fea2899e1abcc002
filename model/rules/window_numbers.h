#pragma once

#include "model/schema/entity.h"

#include <string>
#include <string_view>
#include <vector>

namespace model {

/// The numbers that the window had before, newest last, as its record keeps them; none for a record
/// of another register. Somebody may have written them in by hand, parted by 、 , ; or a space.
std::vector<std::string> former_numbers(const Record& window);

/// Whether the window once had that number and has another now.
bool once_had_number(const Record& window, std::string_view number);

/// Where `after` has another number than `before`, its former numbers hold the old one, and the new
/// one no more: a number that is printed on call screens and papers is found after a renumbering.
/// Leaves records of other registers as they are.
void keep_former_number(const Record& before, Record& after);

} // namespace model
