#pragma once

#include "model/store/record_store.h"

#include <wx/panel.h>

#include <functional>
#include <string>

namespace views {

class SuggestBox;

/// The document an entry on behalf of the owner rests on. The same one often stands behind the
/// entries of a whole day, so those used last are offered.
class DocumentField : public wxPanel {
public:
    /// `label_width` is that of the form above it.
    DocumentField(wxWindow* parent, model::RecordStore& store, int label_width);

    std::string document() const;
    void show(const std::string& document);
    void focus();

    std::function<void()> on_change;
    std::function<void()> on_enter;
    std::function<void()> on_escape;

private:
    void wire();

    SuggestBox* box_ = nullptr;
};

} // namespace views
