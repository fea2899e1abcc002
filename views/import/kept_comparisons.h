#pragma once

#include "model/exchange/edition_keep.h"

#include <wx/panel.h>

#include <functional>

class wxButton;
class wxChoice;

namespace views {

/// The comparisons that were left for another day: to go on with one, or to give it up. Hidden
/// where there are none.
class KeptComparisons : public wxPanel {
public:
    explicit KeptComparisons(wxWindow* parent);

    void show(std::vector<model::KeptEdition> kept);
    void focus();

    std::function<void(std::int64_t no)> on_resume;
    std::function<void(std::int64_t no)> on_drop;

private:
    const model::KeptEdition* chosen() const;

    std::vector<model::KeptEdition> kept_;
    wxChoice* list_;
    wxButton* resume_;
    wxButton* drop_;
};

} // namespace views
