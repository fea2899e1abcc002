#pragma once

#include "model/access/audit_log.h"
#include "views/shell/desk.h"

#include <wx/string.h>

#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class wxWindow;

namespace views {

class Background;

/// The columns of the audit log.
enum class AuditColumn { when, who, computer, kind, entity, what, change };

/// What the page of the audit log shows: the entries that were asked for, read aside where they are
/// many, and of those the ones in which words occur.
class AuditRows {
public:
    /// `reader` reads long logs for `owner`, with the file opened once more. All outlive it.
    AuditRows(wxWindow& owner, const Desk& desk, Background& reader);

    /// Reads those entries. What is asked for anew is there as far as a screen goes at once; of the
    /// same, what is there stays until all of it is read.
    void ask(const model::AuditQuery& query);

    /// Reads all of it at once where it is still being read, for whoever gives it away.
    void read_on();

    /// Leaves the entries in which all the words occur.
    void find(const std::string& words);

    std::size_t size() const { return shown_.size(); }
    const model::AuditEntry& entry(std::size_t row) const;

    /// The row of the entry of that id, if it is shown.
    std::optional<std::size_t> row_of(std::int64_t id) const;

    wxString text(const model::AuditEntry& entry, AuditColumn column);

    /// Whether there is more than is shown yet.
    bool is_reading() const { return is_reading_; }

    std::function<void()> on_taking = [] {};  ///< others are about to be read in their place
    std::function<void()> on_rows = [] {};    ///< other ones are shown
    std::function<void()> on_reading = [] {}; ///< is_reading() is another
    std::function<void(const std::exception_ptr&)> on_trouble = [](const auto&) {};

private:
    struct Log;
    static std::shared_ptr<Log> read(model::RecordStore& store, const model::AuditQuery& query);
    void read_aside();
    void reading_ended();
    void take(std::shared_ptr<Log> log);
    void show_words();
    bool passes(std::size_t entry);

    wxWindow& owner_;
    const Desk& desk_;
    Background& reader_;
    std::shared_ptr<Log> log_;
    std::vector<std::string> words_;
    std::vector<std::size_t> shown_; ///< entries of log_
    std::optional<model::AuditQuery> asked_;
    bool is_reading_ = false;
    bool is_asked_anew_ = false;                  ///< while it reads
    std::map<std::int64_t, std::string> changes_; ///< of the entries seen, which never change
};

} // namespace views
