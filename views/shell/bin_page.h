#pragma once

#include "model/commands/editor.h"
#include "model/commands/recycle_bin.h"
#include "views/widgets/background.h"

#include <wx/panel.h>

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

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

    /// Where a long bin is read: on that thread, with the file opened once more. Without them the
    /// page reads it itself.
    struct Reading {
        Background* thread = nullptr;
        std::function<void(const std::function<void(model::RecordStore&)>&)> with_file = {};
    };

    /// `shows` tells the registers this office works with.
    BinPage(wxWindow* parent, model::Editor& editor, Shows shows, Reading reading);

    /// Reads anew what lies there, unless nothing in the file was written since. Until a long bin
    /// is read, what was shown stays.
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
    /// A record in the bin, and the words by which it is found.
    struct Row {
        model::DeletedRecord record;
        std::string words;
    };
    using Rows = std::vector<Row>;

    /// Those shown, and what the account sees of each.
    using Registers = std::map<const model::EntityDef*, model::Extent>;

    static Rows rows_of(model::RecordStore& store, const Registers& registers);
    static wxString text_of(const model::DeletedRecord& record, std::size_t column);

    void lay_out();
    Registers registers() const;
    void read_elsewhere(model::RecordStore::State state);
    void take(Rows rows, model::RecordStore::State state);
    void drop_restored(const std::vector<model::Uuid>& ids, bool all);
    std::vector<model::Uuid> chosen_ids() const;
    void show(std::vector<model::Uuid> chosen);
    void show_count();
    void update();

    model::Editor& editor_;
    Shows shows_;
    Reading reading_;
    Rows all_;
    model::RecordStore::State state_{-1, -1}; ///< of the file before they were read
    bool is_reading_ = false;
    bool is_filtered_ = false;
    std::vector<std::size_t> shown_; ///< places in all_
    wxStaticText* count_;
    wxTextCtrl* filter_;
    CellTable* table_;
    WrappedText* told_;
    wxButton* restore_;
};

} // namespace views
