#pragma once

#include "model/base/message.h"

#include <vector>

namespace views {

/// The languages in which heads and words of sheets are understood, the user's first.
std::vector<model::Translate> all_languages();

} // namespace views
