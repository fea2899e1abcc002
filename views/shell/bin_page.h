#pragma once

#include "model/commands/editor.h"
#include "model/commands/recycle_bin.h"

#include <wx/panel.h>

#include <functional>

class wxButton;
class wxStaticText;
class wxTextCtrl;

namespace views {

class CellTable;
class WrappedText;

/// The recycle bin: deleted records of all registers, who deleted them and when, found by words and
/// brought back, several at once as one step.
class BinPage : public wxPanel {
public:
    using Shows = std::function<bool(const model::EntityDef&)>;

    /// `shows` tells the registers this office works with.
    BinPage(wxWindow* parent, model::Editor& editor, Shows shows);

    /// Reads anew what lies there.
    void refresh();

    /// Leaves the records in which all the words occur.
    void filter(const wxString& typed);
    void focus_filter();

    void focus();

    /// Brings the chosen ones back.
    void restore();

    std::size_t count() const { return shown_.size(); }

    std::function<void()> on_written;
    std::function<void(const wxString&)> on_say;

private:
    void lay_out();
    std::vector<model::Uuid> chosen_ids() const;
    void show(const std::vector<model::Uuid>& chosen);
    void update();
    wxString text_of(const model::DeletedRecord& record, std::size_t column) const;
    bool passes(const model::DeletedRecord& record, const std::vector<std::string>& words) const;

    model::Editor& editor_;
    Shows shows_;
    std::vector<model::DeletedRecord> all_;
    std::vector<std::size_t> shown_; ///< places in all_
    wxStaticText* count_;
    wxTextCtrl* filter_;
    CellTable* table_;
    WrappedText* told_;
    wxButton* restore_;
};

} // namespace views
