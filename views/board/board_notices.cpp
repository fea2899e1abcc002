#include "views/board/board_notices.h"

#include "model/commands/store_lookup.h"
#include "views/shell/backup_words.h"
#include "views/shell/desk.h"
#include "views/shell/page_table.h"
#include "views/widgets/tr.h"

#include <algorithm>
#include <chrono>

namespace views {

namespace {

using namespace std::chrono;

constexpr std::int64_t most_told = 200;      ///< conflicts one by one
constexpr std::int64_t looked_through = 200; ///< records that wait
constexpr days may_wait{3};

model::Date after(model::Date day, days passed)
{
    return sys_days(day) + passed;
}

void add_conflicts(std::vector<model::BoardNotice>& notices, const Desk& desk, std::int64_t count,
    model::Date today)
{
    if (count == 0)
        return;
    if (count > most_told) {
        auto& notice = notices.emplace_back();
        notice.finding = {.rule = "conflict",
            .level = model::Level::warn,
            .message = {model::msgid("{1} entries wait for a decision on the page Conflicts"),
                {std::to_string(count)}},
            .due = today};
        notice.page = conflicts_page;
        return;
    }
    for (const auto& item : desk.conflicts.open()) {
        const bool is_refused = item.kind == "refused";
        auto& notice = notices.emplace_back();
        notice.finding.rule = is_refused ? "refused" : item.asks() ? "conflict" : "notice";
        notice.finding.level =
            is_refused || item.asks() ? model::Level::warn : model::Level::remind;
        notice.finding.field = item.field ? item.field->name : std::string_view();
        notice.finding.message = {is_refused
                ? model::msgid("The county did not take this: look at the reason and enter it anew")
                : item.asks()
                ? model::msgid("Entered differently by two sides: decide which one stands")
                : model::msgid("Entered by somebody else on your behalf: look at it")};
        if (notice.finding.level == model::Level::warn)
            notice.finding.due = today;
        notice.page = conflicts_page;
        notice.def = item.def;
        notice.id = item.record;
    }
}

/// While the county acknowledges, nothing waits for long, and nobody looks how long.
void add_unsent(std::vector<model::BoardNotice>& notices, const Desk& desk,
    const SyncStatus& status, model::Date today)
{
    const auto now = desk.editor.store().clock().now();
    if (!status.enrolled || status.unsent == 0 || !desk.sync.waiting
        || now - status.last_acknowledged < may_wait.count() * model::a_day)
        return;
    const auto waiting = desk.sync.waiting(looked_through);
    if (waiting.empty())
        return;
    const auto oldest = std::ranges::min_element(waiting, {}, &model::WaitingRecord::since)->since;
    const auto day = model::china_date(oldest);
    const auto due = after(day, may_wait);
    if (sys_days(due) > sys_days(today))
        return;
    auto& notice = notices.emplace_back();
    notice.finding = {.rule = "unsent",
        .level = model::Level::warn,
        .message = {model::msgid("{1} entries are not sent, the oldest since {2}: sync now"),
            {std::to_string(status.unsent), model::to_iso(day)}},
        .due = due};
    notice.page = sync_page;
}

void add_backups(std::vector<model::BoardNotice>& notices, const Desk& desk,
    const model::BackupState& backups, model::Date today)
{
    if (!backups.is_late())
        return;
    const auto& place = backups.first.is_late ? backups.first : *backups.second;
    const auto settings = desk.backups.settings ? desk.backups.settings() : model::BackupSettings{};
    const days may_pass(backups.first.is_late ? settings.first_days : settings.second_days);
    auto& notice = notices.emplace_back();
    notice.finding = {.rule = "backup",
        .message = {model::msgid("Back up now: {1}"), {from_wx(warning_of(backups))}},
        .due = place.last == 0 ? today : after(model::china_date(place.last), may_pass)};
    notice.page = backup_page;
}

/// The notice on the days off of a year comes out late in the year before; deadlines that reach
/// into a year without it count its weekends only.
void add_days_off(std::vector<model::BoardNotice>& notices, const Desk& desk, model::Date today)
{
    constexpr auto last_month = December;
    if (today.month() < last_month || !sees(viewer_of(desk), "calendar_day"))
        return;
    const auto next = today.year() + years{1};
    model::StoreLookup lookup(desk.editor.store());
    if (lookup.calendar().knows(next))
        return;
    auto& notice = notices.emplace_back();
    notice.finding = {.rule = "days_off",
        .message = {model::msgid("The days off of {1} are not entered: import the State Council's "
                                 "notice before deadlines reach into that year"),
            {std::to_string(static_cast<int>(next))}},
        .due = today.year() / last_month / 31};
    notice.page = "calendar_day";
}

} // namespace

std::vector<model::BoardNotice> board_notices(
    const Desk& desk, const std::optional<model::BackupState>& backups)
{
    std::vector<model::BoardNotice> notices;
    if (!desk.copy_of.empty())
        return notices;
    const auto today = desk.editor.store().today();
    const auto status = desk.sync.status();
    add_conflicts(notices, desk, status.conflicts, today);
    add_unsent(notices, desk, status, today);
    if (backups)
        add_backups(notices, desk, *backups, today);
    add_days_off(notices, desk, today);
    return notices;
}

} // namespace views
