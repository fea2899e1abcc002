#pragma once

#include "model/base/message.h"

#include <wx/timer.h>

#include <functional>
#include <optional>

class wxButton;

namespace views {

/// Counts down, in a dialog that asks for a passphrase, how long its account still has to wait
/// after too many wrong ones. What is typed meanwhile stays.
class WaitNote {
public:
    using Held =
        std::function<std::optional<model::Message>()>; ///< why it waits; none: it does not
    using Say = std::function<void(const wxString&)>;

    WaitNote(wxButton& ok, Held held, Say say);

    /// Somebody else is chosen, or a try was refused.
    void look();

private:
    wxButton& ok_;
    Held held_;
    Say say_;
    wxTimer seconds_;
};

} // namespace views
