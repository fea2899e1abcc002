#include "model/day/morning_reader.h"

#include "model/entities/posting.h"
#include "model/entities/window.h"
#include "model/listing/collation.h"
#include "model/rules/day_rules.h"

#include <algorithm>

namespace model {

namespace {

/// Of a register with days `from` and `to`: what holds on a day. It is over on its last day, as
/// rules have it (is_over()): who takes over the post that day is expected, and who leaves it is
/// not.
constexpr const char* holds_on = "(t.\"from\" IS NULL OR t.\"from\" <= ?) AND (t.\"to\" IS NULL OR "
                                 "t.\"to\" > ?)";

bool is_open_on(const Window& window, Date day)
{
    return window.status.value_or(WindowStatus::open) == WindowStatus::open
        && (!window.opened || *window.opened <= day) && (!window.closed || *window.closed > day);
}

bool is_self_service(const Window& window)
{
    return window.types == Set{"self_service"};
}

std::optional<Attendance> state_of(PostingStatus status)
{
    switch (status) {
    case PostingStatus::on_leave:
        return Attendance::leave;
    case PostingStatus::out:
    case PostingStatus::seconded:
        return Attendance::out;
    case PostingStatus::training:
        return Attendance::training;
    default:
        return std::nullopt;
    }
}

bool is_served(const Posting& posting)
{
    return posting.status != PostingStatus::proposed && posting.status != PostingStatus::left;
}

} // namespace

MorningReader::MorningReader(
    MorningSheet& sheet, RecordStore& store, const Permission& permission, std::string at)
    : sheet_(sheet)
    , store_(store)
    , permission_(permission)
    , at_(std::move(at))
{
}

template <class E>
std::vector<E> MorningReader::select(const std::string& where, std::vector<Value> arguments)
{
    const auto& def = def_of<E>();
    Query query{.def = &def, .where = '(' + where + ')', .arguments = std::move(arguments)};
    const auto seen = permission_.extent(Action::see, def).condition(def);
    if (!seen.empty())
        query.where += " AND (" + seen + ')';
    std::vector<E> found;
    for (const auto& record : store_.select(query))
        found.push_back(from_record<E>(record));
    return found;
}

void MorningReader::read()
{
    read_desks();
    read_posts();
    read_back_office();
    read_statuses();
    read_leaves();
    read_attendance();
    read_made();
}

void MorningReader::read_desks()
{
    std::vector<std::pair<std::string, MorningSheet::Desk>> desks;
    for (const auto& window : select<Window>("t.\"place\" = ?", {sheet_.place_}))
        if (is_open_on(window, sheet_.day_) && !is_self_service(window))
            desks.emplace_back(sort_key(window.number),
                MorningSheet::Desk{.id = window.id,
                    .number = window.number,
                    .plate = window.name.empty() ? window.business : window.name,
                    .posts = {}});
    std::ranges::stable_sort(desks, {}, [](const auto& desk) { return desk.first; });
    for (auto& [key, desk] : desks)
        sheet_.desks_.push_back(std::move(desk));
}

void MorningReader::read_posts()
{
    for (const auto& link : select<WindowStaff>(holds_on, {sheet_.day_, sheet_.day_})) {
        const auto desk = std::ranges::find_if(
            sheet_.desks_, [&](const auto& each) { return link.window == each.id; });
        if (desk == sheet_.desks_.end() || !link.person)
            continue;
        const auto slot = link.slot.value_or(Slot::a);
        auto& posts = desk->posts;
        if (std::ranges::find(posts, *link.person, &MorningSheet::Post::person) == posts.end())
            posts.push_back({*link.person, slot, link.shift});
        posted_.insert(*link.person);
    }
    for (auto& desk : sheet_.desks_) {
        std::ranges::stable_sort(desk.posts, {}, &MorningSheet::Post::slot);
        for (const auto& post : desk.posts)
            expect(post.person);
    }
}

void MorningReader::read_back_office()
{
    std::vector<std::pair<std::string, Uuid>> others;
    for (const auto& posting : select<Posting>("t.\"place\" = ? AND " + std::string(holds_on),
             {sheet_.place_, sheet_.day_, sheet_.day_}))
        if (posting.person && is_served(posting) && posting.status != PostingStatus::seconded
            && !posted_.contains(*posting.person))
            others.emplace_back(sort_key(store_.title_of(*posting.person)), *posting.person);
    std::ranges::stable_sort(others, {}, [](const auto& other) { return other.first; });
    for (const auto& [key, person] : others)
        expect(person);
}

void MorningReader::expect(const Uuid& person)
{
    if (sheet_.people_.try_emplace(person).second) {
        sheet_.people_[person].name = store_.title_of(person);
        sheet_.order_.push_back(person);
    }
}

/// A posting says how somebody is today, not how it was on another day.
void MorningReader::read_statuses()
{
    if (sheet_.day_ != store_.today())
        return;
    for (const auto& posting : select<Posting>(holds_on, {sheet_.day_, sheet_.day_})) {
        const auto found =
            posting.person ? sheet_.people_.find(*posting.person) : sheet_.people_.end();
        const auto state = posting.status ? state_of(*posting.status) : std::nullopt;
        if (found != sheet_.people_.end() && state && is_served(posting))
            found->second.mark.state = *state;
    }
}

/// A leave of some hours counts while it lasts.
bool MorningReader::covers(const Leave& leave) const
{
    const bool is_agreed = leave.state == RequestState::agreed || leave.state == RequestState::done;
    if (!is_agreed || !leave.from)
        return false;
    const auto last = leave.to.value_or(*leave.from);
    const auto day = sheet_.day_;
    if (day < *leave.from || last < day || (leave.back && *leave.back <= day))
        return false;
    const auto& begins = leave.from_time.text;
    const auto& ends = leave.to_time.text;
    const bool begins_later = day == *leave.from && !at_.empty() && at_ < begins;
    const bool is_over = day == last && !ends.empty() && !at_.empty() && ends <= at_;
    return !begins_later && !is_over;
}

void MorningReader::read_leaves()
{
    for (const auto& leave : select<Leave>(
             "t.\"from\" <= ? AND ifnull(t.\"to\", t.\"from\") >= ?", {sheet_.day_, sheet_.day_})) {
        const auto found = leave.person ? sheet_.people_.find(*leave.person) : sheet_.people_.end();
        if (found == sheet_.people_.end() || !covers(leave))
            continue;
        found->second.leave = leave.id;
        found->second.mark.state = away_as(leave.kind.value_or(LeaveKind::other));
        found->second.mark.cover = leave.cover;
        if (leave.cover)
            sheet_.names_[*leave.cover] = store_.title_of(*leave.cover);
    }
}

/// What was entered says more than what was asked for.
void MorningReader::read_attendance()
{
    for (const auto& entered : select<AttendanceDay>("t.\"day\" = ?", {sheet_.day_})) {
        const auto found =
            entered.person ? sheet_.people_.find(*entered.person) : sheet_.people_.end();
        if (found == sheet_.people_.end() || found->second.entered)
            continue;
        auto& mark = found->second.mark;
        mark.state = entered.state.value_or(Attendance::present);
        mark.minutes = entered.minutes;
        mark.cover = entered.cover;
        found->second.entered = entered;
        if (entered.cover)
            sheet_.names_[*entered.cover] = store_.title_of(*entered.cover);
    }
}

void MorningReader::read_made()
{
    const auto made =
        select<RollCall>("t.\"place\" = ? AND t.\"day\" = ?", {sheet_.place_, sheet_.day_});
    if (!made.empty())
        sheet_.made_ = made.front();
}

} // namespace model
