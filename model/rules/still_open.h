#pragma once

#include "model/entities/posting.h"
#include "model/entities/window.h"
#include "model/rules/rule.h"

namespace model {

/// Whether the window is in use: neither closed nor called closed.
bool is_open(const Window& window, Date today);

/// Whether the posting goes on: it has not ended and the person has not left.
bool is_current(const Posting& posting, Date today);

/// What goes on although the thing it belongs to is over.
struct StillOpen {
    std::size_t windows = 0;
    std::size_t postings = 0;

    bool any() const { return windows + postings > 0; }
};

/// The open windows and current postings whose `field` ("unit", "place") is that record.
StillOpen still_open(std::string_view field, const Uuid& id, const Context& context);

} // namespace model
