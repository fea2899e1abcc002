#pragma once

#include "model/store/audit_check.h"
#include "views/shell/desk.h"
#include "views/widgets/background.h"

#include <functional>
#include <optional>
#include <vector>

namespace views {

/// Looks aside whether the audit log is as it was written, and notes in it what was found: once for
/// all who ask meanwhile. Takes some microseconds an entry.
class LogCheck {
public:
    struct Found {
        model::AuditCheck check;
        bool is_news = false; ///< what was found was not noted before
    };
    using Done = std::function<void(const Found&)>;

    /// Both outlive it. Without Desk::with_file it looks there and then.
    LogCheck(const Desk& desk, Background& thread) : desk_(desk), thread_(thread) {}

    /// For whoever opens the file; what was found serves the next show() too.
    void look(wxWindow* window, Done done);

    /// For whoever reads the log. A look that is under way serves, and so does that of look() as
    /// long as nothing was added to the log since.
    void show(wxWindow* window, Done done, Background::Failed failed);

private:
    struct Asking {
        wxWeakRef<wxWindow> window;
        Done done;
        Background::Failed failed;
    };
    void begin(Asking asking);
    void end(const std::function<void(const Asking&)>& tell);

    const Desk& desk_;
    Background& thread_;
    std::vector<Asking> asking_;
    std::optional<Found> unread_; ///< found by look(), and shown to nobody yet
};

} // namespace views
