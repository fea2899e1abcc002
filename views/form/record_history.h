#pragma once

#include "model/store/record_store.h"

#include <wx/panel.h>

#include <functional>
#include <vector>

class wxButton;
class wxDataViewListCtrl;

namespace views {

class WrappedText;

/// What happened to a record, newest first: when, who, on which device, which field, from what to
/// what, and the document an entry on behalf rests on. A single value can be put back.
class RecordHistory : public wxPanel {
public:
    RecordHistory(wxWindow* parent, model::RecordStore& store);

    void show(const model::Uuid& id);

    /// Personal values stand masked, as they do until somebody asks for the form's, or whole.
    void mask_personal(bool masked);

    std::size_t count() const { return steps_.size(); }
    void choose(std::size_t line);

    /// The user wants the field to hold that value again.
    std::function<void(const model::FieldDef&, const model::Value&)> on_restore;

private:
    void add_list();
    wxSizer* make_buttons();
    void show_chosen();
    void restore(const model::Value& value);
    const model::HistoryStep* chosen() const;
    wxString text(const model::HistoryStep& step, const model::Value& value) const;
    void wrap();

    model::RecordStore& store_;
    model::Uuid id_;
    bool is_masked_ = true;
    std::vector<model::HistoryStep> steps_; ///< newest first
    wxDataViewListCtrl* list_;
    WrappedText* detail_; ///< the values in full
    wxButton* before_ = nullptr;
    wxButton* after_ = nullptr;
};

} // namespace views
