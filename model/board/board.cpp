#include "model/board/board.h"

#include "model/board/sorted_lines.h"
#include "model/commands/workplace.h"

#include <algorithm>
#include <chrono>

namespace model {

namespace {

using namespace std::chrono;

bool is_pressing(const KindOfLines& kind)
{
    return kind.when != When::put_off
        && (kind.when <= When::this_week || kind.level != Level::remind);
}

/// What the account may see and has something to do with: it may enter or confirm it, and its
/// organisation is one that fills in the field. The county's office fills in all.
class Concern {
public:
    Concern(const Permission& permission, Self self)
        : permission_(permission)
        , self_(std::move(self))
    {
    }

    bool is_shown(const Meta& meta, const Finding& finding)
    {
        auto [known, is_new] = extents_.try_emplace(meta.def);
        auto& [seen, entered, confirmed] = known->second;
        if (is_new)
            known->second = {permission_.extent(Action::see, *meta.def),
                permission_.extent(Action::enter, *meta.def),
                permission_.extent(Action::confirm, *meta.def)};
        const auto holds = [&](const Extent& extent) {
            return extent.is_everything() || extent.holds(meta.scope, meta.home);
        };
        return works_with(self_.org.role, *meta.def) && holds(seen)
            && (holds(entered) || holds(confirmed)) && lies_here(meta)
            && is_filled_here(meta, finding);
    }

private:
    /// What the whole county reads is no matter of one place.
    bool lies_here(const Meta& meta) const
    {
        const auto& region = permission_.region();
        return !region || region->contains(meta.scope);
    }

    bool is_filled_here(const Meta& meta, const Finding& finding) const
    {
        if (self_.org.role == Role::agency || self_.org.role == Role::upstream)
            return true;
        const Surroundings where{meta.scope, meta.home, self_.county()};
        const auto may = [&](const FieldDef& field) { return may_write(self_.org, field, where); };
        const auto* field = meta.def->find(finding.field);
        return field ? may(*field) : std::ranges::any_of(meta.def->fields, may);
    }

    struct Extents {
        Extent seen;
        Extent entered;
        Extent confirmed;
    };
    const Permission& permission_;
    Self self_;
    std::map<const EntityDef*, Extents> extents_;
};

} // namespace

const char* label_of(When when)
{
    switch (when) {
    case When::overdue:
        return msgid("Overdue");
    case When::today:
        return msgid("Today");
    case When::this_week:
        return msgid("This week");
    case When::later:
        return msgid("Later");
    case When::undated:
        return msgid("To be completed");
    case When::put_off:
        break;
    }
    return msgid("Put off");
}

When when_due(const std::optional<Date>& due, Date today)
{
    if (!due || !due->ok())
        return When::undated;
    const auto day = sys_days(*due);
    const auto now = sys_days(today);
    if (day <= now)
        return day < now ? When::overdue : When::today;
    const auto sunday = now + days(7 - weekday(now).iso_encoding());
    return day <= sunday ? When::this_week : When::later;
}

BoardNews BoardReader::read(RecordStore& store, const OnJudged& progress)
{
    const auto refreshed = verdicts_.refresh(store, progress);
    BoardNews news{.is_done = refreshed.is_done};
    if (!refreshed.is_done)
        return news;
    const Permission permission(store, account_);
    news.is_whole = refreshed.is_whole || permission_ != permission;
    permission_ = permission;
    news.pool = verdicts_.pool();
    news.judged = verdicts_.records();
    news.today = verdicts_.today();
    news.at = store.clock().now();
    Concern concern(permission, guarded(store.db(), [&] { return store.self(); }));
    std::optional<Meta> meta;
    const auto add = [&](Rid rid, const Finding& finding) {
        if (!meta || meta->rid != static_cast<std::int64_t>(rid))
            meta = guarded(store.db(), [&] { return store.rows().meta(std::int64_t{rid}); });
        if (meta && concern.is_shown(*meta, finding))
            news.lines.push_back({rid, meta->def, meta->id, &finding});
    };
    if (news.is_whole) {
        news.lines.reserve(verdicts_.findings());
        verdicts_.each(add);
        return news;
    }
    news.records = refreshed.records;
    for (const auto rid : news.records)
        for (const auto* finding : verdicts_.of(rid))
            add(rid, *finding);
    return news;
}

Board::Board(Date today)
    : sorted_(std::make_shared<SortedLines>(Grouping::when, today))
    , today_(today)
{
}

void Board::sort(BoardNews& news, Grouping grouping, const std::vector<Snooze>& snoozes)
{
    if (!news.is_whole)
        return;
    auto sorted = std::make_shared<SortedLines>(grouping, news.today);
    for (const auto& snooze : snoozes)
        sorted->snoozes.emplace(snooze.line, snooze);
    sorted->reserve(news.lines.size());
    for (const auto& line : news.lines)
        sorted->collect(line);
    news.lines = {};
    sorted->finish();
    news.sorted = std::move(sorted);
}

void Board::take(const BoardNews& news)
{
    if (!news.is_done)
        return;
    is_judged_ = true;
    judged_ = news.judged;
    at_ = news.at;
    today_ = news.today;
    if (news.is_whole) {
        auto snoozes = std::move(sorted_->snoozes);
        auto given = news;
        if (!given.sorted || given.sorted->grouping != grouping_) {
            if (given.sorted)
                given.sorted->each([&](const BoardLine& line) { given.lines.push_back(line); });
            sort(given, grouping_, {});
        }
        sorted_ = given.sorted;
        std::vector<Snooze> all;
        for (const auto& [name, snooze] : snoozes)
            all.push_back(snooze);
        sorted_->take(all);
        put_notices();
    } else {
        for (const auto rid : news.records)
            sorted_->drop(rid);
        for (const auto& line : news.lines)
            sorted_->put(line);
    }
    pool_ = news.pool;
    lay_rows();
}

void Board::take_notices(std::vector<BoardNotice> notices)
{
    sorted_->drop(0);
    notices_ = std::move(notices);
    put_notices();
    lay_rows();
}

void Board::put_notices()
{
    for (const auto& notice : notices_)
        sorted_->put({0, notice.def, notice.id, &notice.finding, notice.page});
}

void Board::take_snoozes(const std::vector<Snooze>& snoozes)
{
    sorted_->take(snoozes);
    lay_rows();
}

void Board::group_by(Grouping grouping)
{
    if (grouping == grouping_)
        return;
    grouping_ = grouping;
    auto sorted = std::make_shared<SortedLines>(grouping, sorted_->today);
    sorted->snoozes = sorted_->snoozes;
    sorted_->each([&](const BoardLine& line) { sorted->collect(line); });
    sorted->finish();
    sorted_ = std::move(sorted);
    lay_rows();
}

void Board::lay_rows()
{
    rows_.clear();
    groups_.clear();
    shown_.clear();
    int group = -1;
    for (const auto& [order, kind] : sorted_->kinds) {
        if (kind.lines.size() == 0)
            continue;
        if (order.group != group)
            add_group(kind);
        group = order.group;
        add_kind(kind);
    }
}

void Board::add_group(const Kind& kind)
{
    groups_.push_back(
        {.when = kind.when, .area = grouping_ == Grouping::area ? kind.area : nullptr, .count = 0});
    rows_.push_back({.what = Row::What::group, .group = groups_.size() - 1});
}

void Board::add_kind(const Kind& kind)
{
    const auto group = groups_.size() - 1;
    groups_.back().count += kind.lines.size();
    const bool is_long = kind.lines.size() > most_alike;
    const BoardLine* first = nullptr;
    std::size_t shown = 0;
    kind.lines.each([&](const LineOfKind& of) {
        const auto* line = &shown_.emplace_back(kind.line(of));
        if (shown == 0 && is_long)
            rows_.push_back({Row::What::kind, group, &kind, first = line});
        if (is_long && !is_open(kind))
            return false;
        if (shown++ == most_shown) {
            rows_.push_back({Row::What::more, group, &kind, first});
            return false;
        }
        rows_.push_back({Row::What::line, group, &kind, line});
        return true;
    });
}

std::size_t Board::count(const Kind& kind)
{
    return kind.lines.size();
}

When Board::when(const Kind& kind)
{
    return kind.when;
}

const char* Board::area(const Kind& kind)
{
    return kind.area;
}

bool Board::is_open(const Kind& kind) const
{
    return opened_.contains(kind.name);
}

void Board::open(const Kind& kind, bool open)
{
    if (open)
        opened_.insert(kind.name);
    else
        opened_.erase(kind.name);
    lay_rows();
}

const Snooze* Board::snooze_of(const BoardLine& line) const
{
    const auto found = sorted_->snoozes.find(line.name());
    return found == sorted_->snoozes.end() ? nullptr : &found->second;
}

std::optional<std::size_t> Board::row_of(const LineName& line) const
{
    const auto found = std::ranges::find_if(rows_, [&](const Row& row) {
        return row.what == Row::What::line && row.line->id == line.record
            && row.line->name() == line;
    });
    return found == rows_.end() ? std::nullopt : std::optional<std::size_t>(found - rows_.begin());
}

std::size_t Board::size() const
{
    std::size_t count = 0;
    for (const auto& [order, kind] : sorted_->kinds)
        count += kind.when == When::put_off ? 0 : kind.lines.size();
    return count;
}

std::size_t Board::pressing() const
{
    std::size_t count = 0;
    for (const auto& [order, kind] : sorted_->kinds)
        count += is_pressing(kind) ? kind.lines.size() : 0;
    return count;
}

std::size_t Board::pressing(const EntityDef& def) const
{
    std::size_t count = 0;
    for (const auto& [order, kind] : sorted_->kinds)
        count += kind.def && kind.def->id == def.id && is_pressing(kind) ? kind.lines.size() : 0;
    return count;
}

} // namespace model
