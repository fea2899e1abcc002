#include "views/shell/self_syncing.h"

#include <wx/event.h>

namespace views {

SelfSyncing::SelfSyncing(const SyncLink& link)
    : link_(link)
    , timer_(link.clock ? *link.clock : clock_, link.random ? *link.random : random_,
          link.schedule(), link.status().last_acknowledged)
{
    wxEvtHandler::AddFilter(this);
}

SelfSyncing::~SelfSyncing()
{
    wxEvtHandler::RemoveFilter(this);
}

bool SelfSyncing::is_due()
{
    const auto status = link_.status();
    return status.enrolled && timer_.is_due(status.unsent);
}

int SelfSyncing::FilterEvent(wxEvent& event)
{
    const auto type = event.GetEventType();
    if (type == wxEVT_KEY_DOWN || type == wxEVT_CHAR_HOOK || type == wxEVT_LEFT_DOWN
        || type == wxEVT_RIGHT_DOWN || type == wxEVT_MOUSEWHEEL)
        timer_.used();
    return Event_Skip;
}

} // namespace views
