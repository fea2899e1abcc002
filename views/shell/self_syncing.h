#pragma once

#include "views/shell/sync_link.h"

#include <wx/eventfilter.h>

namespace views {

/// Tells the window when to sync by itself: it watches the user's keys and clicks and asks the
/// schedule of the file. From the beginning to the end of its life; one for a window.
class SelfSyncing : public wxEventFilter {
public:
    /// The link has a schedule and outlives this.
    explicit SelfSyncing(const SyncLink& link);
    ~SelfSyncing() override;

    SelfSyncing(const SelfSyncing&) = delete;
    SelfSyncing& operator=(const SelfSyncing&) = delete;

    /// Whether a sync is to begin now. Throws StoreError where the file fails.
    bool is_due();

    void began() { timer_.began(); }
    void ended(bool well) { timer_.ended(well); }

    /// The file's schedule is another.
    void follow() { timer_.follow(link_.schedule()); }

    int FilterEvent(wxEvent& event) override;

private:
    const SyncLink& link_;
    model::SystemClock clock_;
    model::SystemRandom random_;
    model::SyncTimer timer_;
};

} // namespace views
