#pragma once

#include "model/access/audit_log.h"
#include "model/store/audit_check.h"
#include "views/shell/desk.h"

#include <wx/panel.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

class wxButton;
class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace views {

class Background;
class CellTable;
class WrappedText;

/// The audit log: who did what, when and where, found by days, person, kind and words, written to a
/// sheet; and whether anybody changed it.
class AuditPage : public wxPanel {
public:
    /// `thread` looks through the whole log, with the file opened once more; the desk outlives the
    /// page.
    AuditPage(wxWindow* parent, const Desk& desk, Background& thread);

    /// Reads anew what is in the log, and looks whether it is as it was written.
    void refresh();

    /// Leaves the entries in which all the words occur.
    void filter(const wxString& typed);
    void focus_filter();

    void focus();

    /// Shows the record of the chosen entry.
    void open_chosen();

    /// Writes what is shown to a sheet of that name, and notes that in the log.
    void write(const std::string& path);

    std::size_t count() const { return shown_.size(); }

    std::function<void(const model::EntityDef&, const model::Uuid&)> on_open_record;
    std::function<void(const wxString&)> on_say;

private:
    void lay_out();
    void wire();
    void on_key(wxKeyEvent& event);
    void show_all();
    void wrap();
    void read();
    void show_words();
    void update();
    void look_at_log();
    void tell(const model::AuditCheck& check);
    void export_shown();
    void offer_users();
    model::AuditQuery query();
    std::optional<model::Date> day_of(const wxTextCtrl& typed);
    const model::AuditEntry* chosen() const;
    wxString text_of(const model::AuditEntry& entry, std::size_t column);
    bool passes(std::size_t entry, const std::vector<std::string>& words);

    const Desk& desk_;
    Background& thread_;
    std::vector<model::AuditEntry> all_;
    std::vector<std::size_t> shown_; ///< of all_
    std::vector<std::string> texts_; ///< of all_, as words are looked for in them; empty: not yet
    std::map<std::int64_t, std::string> changes_; ///< of the entries seen, which never change
    std::vector<std::string> users_;
    wxString trouble_; ///< why a day cannot be read
    bool is_looking_ = false;
    wxStaticText* count_;
    wxTextCtrl* from_;
    wxTextCtrl* to_;
    wxChoice* user_;
    wxChoice* kind_;
    wxTextCtrl* filter_;
    CellTable* table_;
    WrappedText* whole_; ///< of the chosen entry, which its row may cut
    WrappedText* state_;
    wxButton* export_;
    wxButton* open_;
};

} // namespace views
