#include "views/shell/sync_light.h"

#include "views/widgets/colours.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <wx/settings.h>
#include <wx/window.h>

#include <cstdlib>

namespace views {

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t clock_trouble = 5 * minute;
constexpr std::int64_t fresh = 24 * 60 * minute; ///< older agreement is no news

using Level = SyncLight::Level;

} // namespace

SyncLight light_of(const SyncStatus& status, model::Instant now)
{
    const auto& last = status.last;
    if (!status.enrolled)
        return {Level::plain, tr("This file has not joined a county: nothing is sent")};
    if (last.failed_at != 0)
        return {Level::bad,
            tr("The sync of {1} failed: {2}",
                {from_wx(display(last.failed_at)),
                    model::render({last.failure.c_str(), last.failure_args}, language())})};
    if (last.is_comparing)
        return {Level::warning,
            tr("The county server was restored from a backup, and not all is compared yet: sync "
               "again")};
    if (std::abs(last.clock_off) >= clock_trouble)
        return {Level::warning,
            tr(last.clock_off > 0
                    ? model::msgid("The clock of this computer is {1} minutes fast: set it right")
                    : model::msgid("The clock of this computer is {1} minutes slow: set it right"),
                {std::to_string(std::abs(last.clock_off) / minute)})};
    if (status.last_acknowledged == 0)
        return {Level::warning, tr("Never synced yet")};
    if (status.last_acknowledged > now + clock_trouble)
        return {Level::warning,
            tr("The last sync lies in the future: the clock of this computer is wrong")};
    if (status.unsent > 0)
        return {
            Level::warning, tr("{1} entries are not sent yet", {std::to_string(status.unsent)})};
    if (status.conflicts > 0)
        return {Level::warning,
            tr("{1} conflicts or refusals wait for you", {std::to_string(status.conflicts)})};
    const auto when = from_wx(display(status.last_acknowledged));
    if (now - status.last_acknowledged > fresh)
        return {
            Level::plain, tr("Everything is sent; what came from the county is of {1}", {when})};
    return {Level::good, tr("This file and the county agreed on {1}", {when})};
}

wxColour colour_of(const SyncLight& light, const wxWindow& window)
{
    switch (light.level) {
    case Level::bad:
        return colour_of(model::Level::refuse);
    case Level::warning:
        return colour_of(model::Level::warn);
    case Level::good:
        return wxSystemSettings::GetAppearance().IsDark() ? wxColour(120, 200, 120)
                                                          : wxColour(0, 110, 40);
    case Level::plain:
        break;
    }
    return window.GetForegroundColour();
}

wxString acknowledged_text(const SyncStatus& status)
{
    if (!status.enrolled)
        return tr("not joined to a county");
    const auto when =
        status.last_acknowledged == 0 ? tr("never") : display(status.last_acknowledged);
    return status.last.failed_at == 0 ? when : tr("{1} (failed since)", {from_wx(when)});
}

} // namespace views
