#include "model/day/morning.h"

#include "model/base/text.h"
#include "model/commands/enter_all.h"
#include "model/day/morning_reader.h"

#include <algorithm>

namespace model {

namespace {

bool has_minutes(Attendance state)
{
    return state == Attendance::late || state == Attendance::early;
}

} // namespace

bool is_there(Attendance state)
{
    return state == Attendance::present || state == Attendance::late || state == Attendance::early
        || state == Attendance::missed;
}

std::string remark_of(const MorningRow& row, const Translate& translate)
{
    std::vector<std::string> parts;
    const auto say = [&](const Message& message) { parts.push_back(render(message, translate)); };
    if (row.is_unmanned)
        say({msgid("Nobody is at the window")});
    if (row.lacks_b)
        say({msgid("No B post")});
    if (!row.also_at.empty())
        say({msgid("{1} is at window {2} too"), {row.doubled, row.also_at}});
    if (row.mark.is_undressed)
        say({msgid("Not in uniform")});
    if (row.clock_says)
        say({msgid("The clock file says: {1}"),
            {translate(
                choices_of<Attendance>.at(static_cast<std::size_t>(*row.clock_says)).label)}});
    if (!row.clocked.empty())
        say({msgid("The clock saw him at {1}"), {row.clocked}});
    return join(parts, translate(msgid(", ")));
}

MorningSheet::MorningSheet(
    RecordStore& store, const Permission& permission, const Uuid& place, Date day, std::string at)
    : place_(place)
    , day_(day)
{
    guarded(store.db(), [&] { MorningReader(*this, store, permission, std::move(at)).read(); });
    settle();
}

void MorningSheet::mark(const Uuid& person, const MorningMark& mark, const std::string& cover_name)
{
    const auto found = people_.find(person);
    if (found == people_.end())
        throw UsageError({msgid("This person is not expected at the place on this day")});
    if (mark.cover == person)
        throw UsageError({msgid("Nobody covers for himself: choose another person")});
    if (mark.cover)
        names_.try_emplace(*mark.cover, cover_name);
    found->second.mark = mark;
    if (!has_minutes(mark.state))
        found->second.mark.minutes.reset();
    if (!is_away(person))
        found->second.mark.cover.reset(); // who is there covers for himself
    if (std::ranges::find(touched_, person) == touched_.end())
        touched_.push_back(person);
    settle();
}

void MorningSheet::take_marks(const MorningSheet& older)
{
    if (older.place_ != place_ || older.day_ != day_)
        return;
    names_.insert(older.names_.begin(), older.names_.end());
    for (const auto& person : older.touched_)
        if (people_.contains(person))
            mark(person, older.people_.at(person).mark);
}

bool MorningSheet::is_away(const Uuid& person) const
{
    const auto found = people_.find(person);
    return found != people_.end() && !is_there(found->second.mark.state);
}

bool MorningSheet::has_a_post(const Uuid& person) const
{
    return std::ranges::any_of(desks_, [&](const Desk& desk) {
        return std::ranges::any_of(desk.posts,
            [&](const Post& post) { return post.person == person && post.slot == Slot::a; });
    });
}

/// Who is at the window though it is not his.
std::vector<MorningSheet::Holding> MorningSheet::stand_ins(std::size_t desk) const
{
    const auto& posts = desks_[desk].posts;
    for (const auto& post : posts)
        if (const auto found = people_.find(post.person); found != people_.end())
            if (const auto& cover = found->second.mark.cover;
                post.slot == Slot::a && cover && !is_away(*cover))
                return {{*cover, desk, post.shift}};
    std::vector<Holding> there;
    for (const auto& post : posts)
        if (post.slot == Slot::b && !is_away(post.person))
            there.push_back({post.person, desk, post.shift});
    // One who has no window of his own is no loss to another.
    const auto free = std::ranges::find_if(
        there, [&](const Holding& holding) { return !has_a_post(holding.person); });
    if (free != there.end())
        return {*free};
    if (!there.empty())
        there.resize(1);
    return there;
}

/// The A posts who are there, or else whoever stands in.
std::vector<MorningSheet::Holding> MorningSheet::holders(std::size_t desk) const
{
    std::vector<Holding> all;
    for (const auto& post : desks_[desk].posts)
        if (post.slot == Slot::a && !is_away(post.person))
            all.push_back({post.person, desk, post.shift});
    return all.empty() ? stand_ins(desk) : all;
}

void MorningSheet::settle()
{
    std::vector<Holding> all;
    for (std::size_t desk = 0; desk < desks_.size(); ++desk)
        std::ranges::copy(holders(desk), std::back_inserter(all));
    rows_.clear();
    for (std::size_t desk = 0; desk < desks_.size(); ++desk)
        add_rows(desk, all);
    for (const auto& person : order_) {
        const bool is_shown =
            std::ranges::any_of(rows_, [&](const MorningRow& row) { return row.person == person; });
        if (!is_shown)
            rows_.push_back(row_of(person));
    }
    count();
}

std::string MorningSheet::name_of(const Uuid& person) const
{
    const auto known = people_.find(person);
    return known != people_.end() ? known->second.name : names_.at(person);
}

/// What is to be said of the window, whoever stands in its line.
MorningRow MorningSheet::line_of(std::size_t at, const std::vector<Holding>& all) const
{
    const auto& desk = desks_[at];
    MorningRow line{.window = desk.id, .number = desk.number, .plate = desk.plate};
    line.is_unmanned =
        std::ranges::none_of(all, [&](const Holding& holding) { return holding.desk == at; });
    line.lacks_b =
        std::ranges::none_of(desk.posts, [](const Post& post) { return post.slot == Slot::b; });
    for (const auto& here : all)
        for (const auto& there : all)
            if (here.desk == at && there.desk != at && here.person == there.person
                && here.shift == there.shift) {
                line.doubled = name_of(here.person);
                line.also_at = desks_[there.desk].number;
            }
    return line;
}

/// A line for each A post, and for each B post of somebody who has no window of his own. What is
/// true of the window is said in the first.
void MorningSheet::add_rows(std::size_t at, const std::vector<Holding>& all)
{
    const auto& desk = desks_[at];
    auto line = line_of(at, all);
    for (const auto& holding : all)
        if (holding.desk == at)
            line.cover = name_of(holding.person);
    const auto before = rows_.size();
    for (const auto& post : desk.posts) {
        if (post.slot == Slot::b && has_a_post(post.person))
            continue;
        auto row = rows_.size() == before
            ? line
            : MorningRow{.window = line.window, .number = line.number, .plate = line.plate};
        const auto person = row_of(post.person);
        row.person = person.person;
        row.name = person.name;
        row.mark = person.mark;
        row.clock_says = person.clock_says;
        row.clocked = person.clocked;
        row.slot = post.slot;
        const bool needs_cover = post.slot == Slot::a && is_away(post.person);
        row.cover = person.cover.empty() && needs_cover ? line.cover : person.cover;
        rows_.push_back(std::move(row));
    }
    if (rows_.size() == before)
        rows_.push_back(std::move(line));
}

MorningRow MorningSheet::row_of(const Uuid& id) const
{
    const auto& person = people_.at(id);
    MorningRow row{.person = id, .name = person.name, .mark = person.mark};
    if (person.mark.cover)
        row.cover = name_of(*person.mark.cover);
    say_clock(row, person);
    return row;
}

/// The clock is held against the roll-call once that has its time.
void MorningSheet::say_clock(MorningRow& row, const Person& person) const
{
    if (!person.entered)
        return;
    const auto& entered = *person.entered;
    const auto& state = entered.clock_state         ? entered.clock_state
        : entered.source == AttendanceSource::clock ? entered.state
                                                    : entered.clock_state;
    if (state && *state != row.mark.state)
        row.clock_says = state;
    const auto& came = person.entered->came.text;
    if (came.empty() || !made_)
        return;
    const auto& called = made_->finished.text.empty() ? made_->begun.text : made_->finished.text;
    if (called.empty())
        return;
    const bool was_there = row.mark.state != Attendance::late && is_there(row.mark.state);
    if (was_there != (came <= called))
        row.clocked = came;
}

void MorningSheet::count()
{
    counts_ = {};
    for (const auto& [id, person] : people_) {
        counts_.expected += person.mark.state != Attendance::rest ? 1 : 0;
        counts_.present += is_there(person.mark.state) ? 1 : 0;
        counts_.dress += person.mark.is_undressed ? 1 : 0;
    }
    for (const auto& row : rows_)
        counts_.unmanned += row.is_unmanned ? 1 : 0;
    if (counts_.dress == 0 && made_)
        counts_.dress = made_->dress.value_or(0);
}

RollCall MorningSheet::roll_call(
    const std::optional<Uuid>& leader, const std::string& begun, const std::string& finished) const
{
    auto call = made_.value_or(RollCall{});
    call.place = place_;
    call.day = day_;
    if (leader)
        call.leader = leader;
    if (!begun.empty())
        call.begun.text = begun;
    if (!finished.empty())
        call.finished.text = finished;
    call.expected = counts_.expected;
    call.present = counts_.present;
    call.unmanned = counts_.unmanned;
    call.dress = counts_.dress;
    return call;
}

std::optional<Uuid> MorningSheet::window_of(const Uuid& person) const
{
    for (const auto& desk : desks_)
        for (const auto& post : desk.posts)
            if (post.person == person && post.slot == Slot::a)
                return desk.id;
    return std::nullopt;
}

std::optional<AttendanceDay> MorningSheet::attendance(const Uuid& id, const Person& person) const
{
    const auto& mark = person.mark;
    const bool is_touched = std::ranges::find(touched_, id) != touched_.end();
    if (person.entered ? !is_touched : mark.state == Attendance::present)
        return std::nullopt;
    auto entry = person.entered.value_or(AttendanceDay{});
    const bool says_other =
        entry.state != mark.state || entry.minutes != mark.minutes || entry.cover != mark.cover;
    if (!says_other)
        return std::nullopt;
    entry.person = id;
    entry.day = day_;
    entry.state = mark.state;
    entry.minutes = mark.minutes;
    entry.cover = mark.cover;
    entry.source = entry.call_source = AttendanceSource::roll_call;
    entry.call_state = mark.state;
    entry.call_minutes = mark.minutes;
    entry.decided.reset();
    if (!entry.window)
        entry.window = window_of(id);
    if (!is_there(mark.state) && !entry.leave)
        entry.leave = person.leave;
    return entry;
}

Outcome MorningSheet::save(Editor& editor, const std::optional<Uuid>& leader,
    const std::string& begun, const std::string& finished)
{
    std::vector<Record> records{to_record(roll_call(leader, begun, finished))};
    for (const auto& id : order_)
        if (const auto entry = attendance(id, people_.at(id)))
            records.push_back(to_record(*entry));
    auto outcome = enter_all(editor, {msgid("Morning roll-call of {1}"), {to_iso(day_)}}, records);
    if (outcome.done)
        touched_.clear();
    return outcome;
}

} // namespace model
