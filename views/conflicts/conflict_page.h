#pragma once

#include "views/conflicts/conflict.h"
#include "views/widgets/record_text.h"

#include <wx/panel.h>

class wxButton;
class wxDataViewListCtrl;
class wxDataViewEvent;
class wxStaticText;

namespace model {
class RecordStore;
}

namespace views {

class WrappedText;

/// Every entry that two sides made differently, what it was before, what each wrote, and the
/// buttons that decide.
class ConflictPage : public wxPanel {
public:
    ConflictPage(wxWindow* parent, const Conflicts& conflicts, model::RecordStore& store);

    void refresh();

    std::size_t count() const { return open_.size(); }

    /// A conflict was settled.
    std::function<void()> on_written;

    /// The user wants to see the record.
    std::function<void(const model::EntityDef&, const model::Uuid&)> on_open_record;

private:
    void add_list();
    wxSizer* make_values();
    wxSizer* make_buttons();
    void show(std::size_t at);
    const Conflict* chosen() const;
    void take(Take take);
    wxString text(const Conflict& conflict, const model::Value& value) const;

    const Conflicts& conflicts_;
    model::RecordStore& store_;
    std::vector<Conflict> open_;
    wxStaticText* empty_;
    wxDataViewListCtrl* list_;
    wxPanel* detail_;
    WrappedText* what_;
    wxStaticText* base_ = nullptr;
    wxStaticText* mine_ = nullptr;
    wxStaticText* theirs_ = nullptr;
    wxStaticText* mine_by_ = nullptr;
    wxStaticText* theirs_by_ = nullptr;
    wxButton* take_theirs_ = nullptr;
};

} // namespace views
