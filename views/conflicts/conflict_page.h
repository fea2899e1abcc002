#pragma once

#include "views/conflicts/conflict.h"
#include "views/widgets/record_text.h"

#include <wx/panel.h>

#include <map>

class wxButton;
class wxDataViewListCtrl;
class wxDataViewEvent;
class wxStaticText;

namespace views {

class WrappedText;

/// Every entry that two sides made differently, what it was before, what each wrote, and the
/// buttons that decide; and what was refused or entered on somebody's behalf, to be seen.
class ConflictPage : public wxPanel {
public:
    ConflictPage(wxWindow* parent, const Conflicts& conflicts, model::RecordStore& store);

    void refresh();

    void focus();

    /// Shows that item, where it still waits.
    void select(const model::Hash128& id);

    std::size_t count() const { return open_.size(); }

    /// A conflict was settled.
    std::function<void()> on_written;

    /// The user wants to see the record.
    std::function<void(const model::EntityDef&, const model::Uuid&)> on_open_record;

private:
    void add_list();
    wxSizer* make_values();
    wxSizer* make_buttons();
    void add_button(wxSizer& row, const wxString& label, const char* name, model::Take take);
    void show(std::size_t at);
    void show_buttons(const model::InboxItem& item);
    const model::InboxItem* chosen() const;
    void settle(const std::function<void(const model::InboxItem&)>& decide);
    void enter_another();
    void tell(const model::InboxItem& item, const model::Outcome& outcome);
    wxString title(const model::InboxItem& item) const;
    wxString field(const model::InboxItem& item) const;
    wxString text(const model::InboxItem& item, const model::Value& value) const;
    wxString side(const model::InboxItem& item, model::Take take) const;
    wxString told_apart(const model::InboxItem& item, const model::Value& value,
        const wxString& shown, const model::Value& other) const;
    void wrap();

    const Conflicts& conflicts_;
    model::RecordStore& store_;
    std::vector<model::InboxItem> open_;
    bool reads_whole_ = true; ///< the personal values of the one shown
    WrappedText* told_; ///< what the rules found in the value that settled the last one
    wxStaticText* empty_;
    wxDataViewListCtrl* list_;
    wxPanel* detail_;
    WrappedText* what_;
    WrappedText* base_ = nullptr;
    WrappedText* mine_ = nullptr;
    WrappedText* theirs_ = nullptr;
    wxStaticText* mine_by_ = nullptr;
    wxStaticText* theirs_by_ = nullptr;
    wxButton* other_ = nullptr;
    wxButton* seen_ = nullptr;
    std::map<model::Take, wxButton*> takes_;
};

} // namespace views
