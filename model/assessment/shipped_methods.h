#pragma once

#include "model/assessment/method.h"

#include <string_view>
#include <vector>

namespace model {

/// A method the program brings along (assets/methods), as an office may copy it: what a published
/// one says, as far as it is published.
struct ShippedMethod {
    AssessmentMethod method;
    std::string_view bytes; ///< the file itself
};

/// All of them, by id. std::logic_error where one of our own files is wrong.
const std::vector<ShippedMethod>& shipped_methods();

/// The one of that id, or nullptr.
const ShippedMethod* shipped_method(std::string_view id);

} // namespace model
