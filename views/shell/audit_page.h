#pragma once

#include "views/shell/audit_rows.h"
#include "views/shell/log_check.h"

#include <wx/panel.h>

#include <functional>
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
    /// `reader` reads long logs, with the file opened once more. All outlive the page.
    AuditPage(wxWindow* parent, const Desk& desk, Background& reader, LogCheck& check);

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

    std::size_t count() const { return rows_.size(); }

    /// Whether there is more in the log than the page knows yet.
    bool is_reading() const { return rows_.is_reading(); }

    std::function<void(const model::EntityDef&, const model::Uuid&)> on_open_record;
    std::function<void(const wxString&)> on_say;

private:
    void lay_out();
    void wire();
    void on_key(wxKeyEvent& event);
    void show_all();
    void wrap();
    void read();
    void show_rows();
    void tell_count();
    void remember_chosen();
    void update();
    void look_at_log();
    void tell(const model::AuditCheck& check);
    void export_shown();
    void offer_users();
    model::AuditQuery query();
    std::optional<model::Date> day_of(const wxTextCtrl& typed);
    const model::AuditEntry* chosen() const;

    const Desk& desk_;
    LogCheck& check_;
    AuditRows rows_;
    std::int64_t chosen_ = 0; ///< the id of that entry
    std::vector<std::string> users_;
    wxString trouble_; ///< why a day cannot be read
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
