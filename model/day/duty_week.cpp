#include "model/day/duty_week.h"

#include "model/base/text.h"
#include "model/commands/enter_all.h"
#include "model/commands/entry_check.h"
#include "model/commands/store_lookup.h"
#include "model/listing/collation.h"
#include "model/store/batch.h"

#include <algorithm>
#include <tuple>

namespace model {

namespace {

using namespace std::chrono;

const EntityDef& duties()
{
    return def_of<Roster>();
}

std::size_t rank_of(std::string_view kind)
{
    const auto& kinds = choices_of<RosterKind>;
    return static_cast<std::size_t>(std::ranges::find(kinds, kind, &Choice::code) - kinds.begin());
}

/// The duties between two days that the account sees, in the order in which they were entered.
std::vector<Record> duties_between(
    RecordStore& store, const Permission& permission, Date first, Date last)
{
    auto where = permission.extent(Action::see, duties()).condition(duties());
    if (!where.empty())
        where = '(' + where + ") AND ";
    return store.select({.def = &duties(),
        .where = where + "t.\"day\" BETWEEN ? AND ?",
        .arguments = {first, last}});
}

class WeekReader {
public:
    WeekReader(RecordStore& store, const Permission& permission, const std::optional<Uuid>& place)
        : store_(store)
        , permission_(permission)
        , place_(place)
        , lookup_(store)
    {
    }

    DutyWeek read(Date day)
    {
        const sys_days at{day};
        DutyWeek week{.monday = at - days(weekday(at).iso_encoding() - 1)};
        for (std::size_t i = 0; i < days_of_week; ++i)
            week.works[i] = lookup_.calendar().is_working_day(week.day(i));
        for (const auto& each : duty_places(store_, permission_))
            if (!place_ || place_ == each.id)
                for (const auto& kind : choices_of<RosterKind>)
                    week.lines.push_back({.place = each.id,
                        .place_name = each.name,
                        .kind = std::string(kind.code)});
        const auto own = week.lines.size();
        for (const auto& record :
            duties_between(store_, permission_, week.monday, week.day(days_of_week - 1)))
            put(week, record);
        std::stable_sort(week.lines.begin() + static_cast<std::ptrdiff_t>(own), week.lines.end(),
            [](const DutyLine& one, const DutyLine& other) {
                return std::tuple(sort_key(one.place_name), rank_of(one.kind))
                    < std::tuple(sort_key(other.place_name), rank_of(other.kind));
            });
        drop_unused(week);
        return week;
    }

private:
    /// Of further places only what is used, or a county would have a line for each of its centres.
    static void drop_unused(DutyWeek& week)
    {
        const auto own = week.lines.empty() ? std::nullopt : week.lines.front().place;
        std::erase_if(week.lines, [&](const DutyLine& line) {
            return line.place != own
                && std::ranges::all_of(line.days, [](const auto& names) { return names.empty(); });
        });
    }

    void put(DutyWeek& week, const Record& record)
    {
        const auto duty = from_record<Roster>(record);
        if (place_ && duty.place != place_)
            return;
        const auto column =
            static_cast<std::size_t>((sys_days(*duty.day) - sys_days(week.monday)).count());
        DutyName name{.duty = duty.id,
            .person = duty.person,
            .name = duty.person ? store_.title_of(*duty.person) : std::string(),
            .from = duty.from_time.text,
            .to = duty.to_time.text};
        for (const auto& finding : check(record, lookup_, store_.today()))
            if (finding.level != Level::remind)
                name.amiss.push_back(finding.message);
        line_of(week, duty.place, to_text(record["kind"])).days[column].push_back(std::move(name));
    }

    DutyLine& line_of(
        DutyWeek& week, const std::optional<Uuid>& place, const std::string& kind) const
    {
        const auto found = std::ranges::find_if(week.lines,
            [&](const DutyLine& line) { return line.place == place && line.kind == kind; });
        if (found != week.lines.end())
            return *found;
        return week.lines.emplace_back(DutyLine{.place = place,
            .place_name = place ? store_.title_of(*place) : std::string(),
            .kind = kind});
    }

    RecordStore& store_;
    const Permission& permission_;
    const std::optional<Uuid>& place_;
    StoreLookup lookup_;
};

/// The duties that stand in the cell.
std::vector<Record> duties_in(RecordStore& store, const DutyCell& cell)
{
    auto found = store.where(duties(), "day", cell.day);
    std::erase_if(found, [&](const Record& record) {
        return from_record<Roster>(record).place != cell.place
            || to_text(record["kind"]) != cell.kind;
    });
    return found;
}

Record new_duty(RecordStore& store, const DutyCell& cell, const Uuid& person)
{
    auto record = Record::empty(*store.catalog().find(duties().id), {}); // with what offices added
    if (cell.place)
        record["place"] = *cell.place;
    if (!cell.kind.empty())
        record["kind"] = cell.kind;
    record["day"] = cell.day;
    record["person"] = person;
    if (const auto last = last_duty(store, cell.place, cell.kind, cell.day)) {
        const auto as_before = to_record(*last);
        record["from_time"] = as_before["from_time"];
        record["to_time"] = as_before["to_time"];
    }
    return record;
}

/// Changes the first of the duties and deletes the others, or deletes all: one step.
Outcome replace(Editor& editor, const Message& label, std::span<const Record> duties_there,
    const std::optional<Uuid>& person)
{
    auto& store = editor.store();
    Transaction transaction(store.db());
    StoreLookup lookup(store);
    EntryCheck check(editor, lookup);
    Outcome outcome{.done = true, .id = duties_there.front().id};
    std::vector<FieldEdit> edits;
    for (const auto& duty : duties_there) {
        const auto meta = store.rows().meta(duty.id).value();
        const bool is_kept = person && duty.id == outcome.id;
        auto after = duty;
        if (is_kept)
            after["person"] = *person;
        auto checked = is_kept ? check.changed(meta, duty, after) : check.gone(meta, duty);
        outcome.done = outcome.done && (checked.is_allowed || (is_kept && checked.edits.empty()));
        add(outcome.findings, std::move(checked.findings));
        if (is_kept)
            edits = std::move(checked.edits);
    }
    if (!outcome.done)
        note_denied(editor, msgid("Had no right to change this record"), duties(), outcome.id,
            outcome.findings);
    else {
        Batch batch(store, {.label = label, .account = editor.account()});
        for (const auto& duty : duties_there)
            if (!person || duty.id != outcome.id)
                batch.remove(duty.id);
        if (!edits.empty())
            batch.set(outcome.id, edits);
        outcome.command = batch.commit();
        outcome.changed = outcome.command != 0;
    }
    transaction.commit();
    return outcome;
}

} // namespace

Date DutyWeek::day(std::size_t column) const
{
    return sys_days(monday) + days(static_cast<int>(column));
}

DutyWeek read_duty_week(
    RecordStore& store, const Permission& permission, Date day, const std::optional<Uuid>& place)
{
    return guarded(store.db(), [&] { return WeekReader(store, permission, place).read(day); });
}

std::string name_of(const DutyWeek& week, const DutyLine& line, const Translate& translate)
{
    const auto label = label_of(choices_of<RosterKind>, line.kind);
    const auto kind = label ? translate(label)
        : line.kind.empty() ? translate(msgid("No kind of duty"))
                            : line.kind;
    const bool is_alone = std::ranges::all_of(
        week.lines, [&](const DutyLine& each) { return each.place == line.place; });
    if (is_alone)
        return kind;
    const auto place = line.place_name.empty() ? translate(msgid("No place")) : line.place_name;
    return render({msgid("{1} {2}"), {place, kind}}, translate);
}

std::string title_of(const DutyWeek& week, const Translate& translate)
{
    return render({msgid("Duty roster {1} to {2}"),
                      {to_iso(week.monday), to_iso(week.day(days_of_week - 1))}},
        translate);
}

std::vector<std::vector<std::string>> lines_of(const DutyWeek& week, const Translate& translate)
{
    constexpr std::array names{msgid("Monday"), msgid("Tuesday"), msgid("Wednesday"),
        msgid("Thursday"), msgid("Friday"), msgid("Saturday"), msgid("Sunday")};
    constexpr std::size_t year = std::string_view("2026-").size();
    std::vector<std::vector<std::string>> lines{{translate(msgid("Kind of duty"))}};
    for (std::size_t i = 0; i < days_of_week; ++i)
        lines.front().push_back(translate(names.at(i)) + ' ' + to_iso(week.day(i)).substr(year)
            + (week.works[i] ? std::string() : ' ' + translate(msgid("(off)"))));
    for (const auto& line : week.lines) {
        auto& texts = lines.emplace_back();
        texts.push_back(name_of(week, line, translate));
        for (const auto& day : line.days) {
            std::vector<std::string> people;
            for (const auto& each : day)
                people.push_back(each.name.empty() ? translate(msgid("nobody named")) : each.name);
            texts.push_back(join(people, "、"));
        }
    }
    return lines;
}

std::optional<Roster> last_duty(
    RecordStore& store, const std::optional<Uuid>& place, std::string_view kind, Date before)
{
    Query query{.def = &duties(), .where = "t.\"day\" < ?", .arguments = {before}};
    const auto same = [&](const char* column, const Value& value) {
        query.where += std::string(" AND t.") + column + (is_empty(value) ? " IS NULL" : " = ?");
        if (!is_empty(value))
            query.arguments.push_back(value);
    };
    same("place", place ? Value{*place} : Value{});
    same("kind", kind.empty() ? Value{} : Value{std::string(kind)});
    query.order = "day DESC";
    query.limit = 1;
    const auto found = store.select(query);
    return found.empty() ? std::nullopt : std::optional(from_record<Roster>(found.front()));
}

Outcome put_duty(Editor& editor, const DutyCell& cell, const Uuid& person, PutDuty how)
{
    auto& store = editor.store();
    auto there = duties_in(store, cell);
    std::ranges::stable_partition(there, // his own stays, where he has one
        [&](const Record& duty) { return from_record<Roster>(duty).person == person; });
    for (const auto& duty : there)
        if (from_record<Roster>(duty).person == person
            && (how == PutDuty::besides || there.size() == 1))
            return {.done = true, .id = duty.id};
    if (there.empty() || how == PutDuty::besides) {
        const auto record = new_duty(store, cell, person);
        return enter_all(
            editor, {msgid("Put {1} on duty"), {store.title_of(person)}}, {&record, 1});
    }
    return replace(editor, {msgid("Put {1} on duty"), {store.title_of(person)}}, there, person);
}

Outcome clear_duty(Editor& editor, const DutyCell& cell)
{
    const auto there = duties_in(editor.store(), cell);
    if (there.empty())
        return {.done = true};
    return replace(editor, {msgid("Clear the duty of {1}"), {to_iso(cell.day)}}, there, {});
}

} // namespace model
