#include "views/start/wait_note.h"

#include "views/widgets/tr.h"

#include <wx/button.h>

namespace views {

namespace {

constexpr int second = 1000;

} // namespace

WaitNote::WaitNote(wxButton& ok, Held held, Say say)
    : ok_(ok)
    , held_(std::move(held))
    , say_(std::move(say))
{
    seconds_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look(); });
}

void WaitNote::look()
{
    const auto why = held_ ? held_() : std::nullopt;
    if (why)
        say_(tr(*why));
    else if (!ok_.IsEnabled())
        say_({}); // it is over
    ok_.Enable(!why);
    if (why && !seconds_.IsRunning())
        seconds_.Start(second);
    else if (!why)
        seconds_.Stop();
}

} // namespace views
