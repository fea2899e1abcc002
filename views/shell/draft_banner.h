#pragma once

#include "model/store/drafts.h"

#include <wx/panel.h>

#include <functional>

namespace views {

class WrappedText;

/// Tells that a form shows what was typed before the program ended without saving, and offers to
/// drop it.
class DraftBanner : public wxPanel {
public:
    explicit DraftBanner(wxWindow* parent);

    /// `changed_since` names the fields that others changed meanwhile.
    void tell(const model::Draft& draft, const wxString& changed_since);
    void hide();

    std::function<void()> on_drop;

private:
    void wrap();

    WrappedText* text_;
};

} // namespace views
