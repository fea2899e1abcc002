#pragma once

#include "model/access/audit_log.h"
#include "views/shell/desk.h"
#include "views/shell/log_check.h"

#include <wx/panel.h>

#include <functional>
#include <map>
#include <memory>
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

    std::size_t count() const { return shown_.size(); }

    /// Whether there is more in the log than the page knows yet.
    bool is_reading() const { return is_reading_; }

    std::function<void(const model::EntityDef&, const model::Uuid&)> on_open_record;
    std::function<void(const wxString&)> on_say;

private:
    void lay_out();
    void wire();
    void on_key(wxKeyEvent& event);
    void show_all();
    void wrap();
    struct Log;
    void read();
    void read_aside(const model::AuditQuery& asked);
    void read_on();
    void take(std::shared_ptr<Log> log);
    bool passes(std::size_t entry, const std::vector<std::string>& words);
    void tell_count();
    static std::shared_ptr<Log> read_log(model::RecordStore& store, const model::AuditQuery& asked);
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

    const Desk& desk_;
    Background& reader_;
    LogCheck& check_;
    std::shared_ptr<Log> log_;
    std::vector<std::size_t> shown_; ///< entries of log_
    std::optional<model::AuditQuery> asked_;
    bool is_reading_ = false;
    bool is_asked_anew_ = false;                  ///< while it reads
    std::map<std::int64_t, std::string> changes_; ///< of the entries seen, which never change
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
