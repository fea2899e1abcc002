#pragma once

#include "model/entities/negative_entry.h"
#include "model/entities/posting.h"
#include "model/entities/window.h"
#include "model/rules/rule.h"

namespace model {

/// Whether the window is in use: neither closed nor called closed.
bool is_open(const Window& window, Date today);

/// Whether the posting goes on: it has not ended and the person has not left.
bool is_current(const Posting& posting, Date today);

/// Whether something with these two days goes on: it has begun and is not over.
bool is_current(const Span& span, Date today);

/// Whether the person has a current posting besides that one.
bool serves_elsewhere(const Posting& posting, const Context& context);

/// Whether the entry of the negative list (不进驻负面清单) is in force.
bool binds(const NegativeEntry& entry, Date today);

/// Whether the list in force keeps that item out of the hall.
bool is_on_the_negative_list(const Uuid& item, const Context& context);

/// What goes on although the thing it belongs to is over.
struct StillOpen {
    std::size_t windows = 0;
    std::size_t postings = 0;

    bool any() const { return windows + postings > 0; }
};

/// The open windows and current postings whose `field` ("unit", "place") is that record.
StillOpen still_open(std::string_view field, const Uuid& id, const Context& context);

} // namespace model
