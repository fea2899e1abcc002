#pragma once

#include "model/base/message.h"

namespace model {

/// A msgid as an argument of a Message, such as the label of a choice: render() says it in the
/// language of the sentence, english() as it is.
std::string term(const char* id);

/// Several of them, one after the other.
std::string terms(const std::vector<const char*>& ids);

} // namespace model
