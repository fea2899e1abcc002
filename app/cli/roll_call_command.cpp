#include "app/cli/roll_call_command.h"

#include "app/cli/json.h"
#include "app/terminal/text_table.h"
#include "model/base/text.h"
#include "model/commands/reorganise_places.h"
#include "model/day/morning.h"
#include "model/entities/person.h"
#include "model/exchange/typed_date.h"

#include <algorithm>
#include <charconv>

namespace app {

namespace {

namespace json = boost::json;
using model::Attendance;
using model::msgid;
using model::UsageError;

constexpr std::string_view not_in_uniform = "dress";

const model::Choice& choice_of(Attendance state)
{
    return model::choices_of<Attendance>.at(static_cast<std::size_t>(state));
}

model::Uuid place_asked(Call& call)
{
    const auto wanted = call.line().value("place");
    if (!wanted.empty())
        return call.record(model::def_of<model::Place>(), wanted);
    const auto places = model::roll_call_places(call.store(), call.editor().permission());
    if (places.empty())
        throw model::Error({msgid("There is no hall here whose roll-call this account makes: name "
                                  "one with --place")});
    return places.front().id;
}

model::Date day_asked(Call& call)
{
    const auto today = call.store().today();
    if (!call.line().has("day"))
        return today;
    const auto day = model::parse_typed_date(call.line().value("day"), today);
    if (!day)
        throw UsageError({msgid("--{1} takes a day such as 2026-01-31, not “{2}”"),
            {"day", call.line().value("day")}});
    return *day;
}

/// Somebody of the sheet by his name, or as any command finds people.
model::Uuid person_named(Call& call, const model::MorningSheet& sheet, const std::string& word)
{
    std::vector<model::Uuid> found;
    for (const auto& row : sheet.rows())
        if (!row.person.is_nil() && row.name == word
            && std::ranges::find(found, row.person) == found.end())
            found.push_back(row.person);
    return found.size() == 1 ? found.front() : call.record(model::def_of<model::Person>(), word);
}

Attendance state_named(Call& call, const std::string& word)
{
    const auto& choices = model::choices_of<Attendance>;
    const auto found = std::ranges::find_if(choices, [&](const model::Choice& choice) {
        return word == choice.code || word == call.text(choice.label);
    });
    if (found != choices.end())
        return static_cast<Attendance>(found - choices.begin());
    std::vector<std::string> names;
    for (const auto& choice : choices)
        names.push_back(call.text(choice.label) + " (" + std::string(choice.code) + ')');
    throw UsageError(
        {msgid("There is no state “{1}”; the states are {2}"), {word, model::join(names, "、")}});
}

std::int64_t minutes_of(const std::string& word)
{
    std::int64_t minutes = 0;
    const auto* end = word.data() + word.size();
    const auto [at, error] = std::from_chars(word.data(), end, minutes);
    if (error != std::errc{} || at != end || minutes < 0)
        throw UsageError({msgid("“{1}” is no number of minutes"), {word}});
    return minutes;
}

/// Takes the text behind the sign off the end of `text`; empty where the sign is not there.
std::string cut_off(std::string& text, char sign)
{
    const auto at = text.find(sign);
    if (at == std::string::npos)
        return {};
    auto rest = text.substr(at + 1);
    text.resize(at);
    return rest;
}

/// PERSON=STATE[:MINUTES][@COVER], or PERSON=dress.
void mark(Call& call, model::MorningSheet& sheet, std::string part)
{
    auto state = cut_off(part, '=');
    if (state.empty())
        throw UsageError(
            {msgid("“{1}” is no mark: write it like PERSON=late:10 or PERSON=leave@COVER"),
                {part}});
    const auto cover = cut_off(state, '@');
    const auto minutes = cut_off(state, ':');
    const auto person = person_named(call, sheet, part);
    model::MorningMark mark;
    for (const auto& row : sheet.rows())
        if (row.person == person)
            mark = row.mark;
    if (state == not_in_uniform)
        mark.is_undressed = true;
    else
        mark.state = state_named(call, state);
    if (!minutes.empty())
        mark.minutes = minutes_of(minutes);
    if (!cover.empty())
        mark.cover = person_named(call, sheet, cover);
    sheet.mark(person, mark, cover);
}

json::object to_json(Call& call, const model::MorningRow& row)
{
    json::object object{{"window", row.number}, {"plate", row.plate}, {"name", row.name},
        {"slot",
            !row.slot                         ? ""
                : *row.slot == model::Slot::a ? "A"
                                              : "B"},
        {"cover", row.cover}, {"unmanned", row.is_unmanned}, {"lacks_b", row.lacks_b},
        {"also_at", row.also_at}, {"remark", model::remark_of(row, call.translate())}};
    if (row.person.is_nil())
        return object;
    object["person"] = row.person.text();
    object["state"] = choice_of(row.mark.state).code;
    if (row.mark.minutes)
        object["minutes"] = *row.mark.minutes;
    return object;
}

json::object to_json(Call& call, const model::MorningSheet& sheet)
{
    json::array rows;
    for (const auto& row : sheet.rows())
        rows.push_back(to_json(call, row));
    const auto& counts = sheet.counts();
    return {{"place", model::place_called_on(call.store(), sheet.place(), sheet.day())},
        {"day", model::to_iso(sheet.day())}, {"expected", counts.expected},
        {"present", counts.present}, {"unmanned", counts.unmanned}, {"dress", counts.dress},
        {"rows", std::move(rows)}};
}

std::string state_text(Call& call, const model::MorningRow& row)
{
    if (row.person.is_nil())
        return {};
    auto text = call.text(choice_of(row.mark.state).label);
    if (row.mark.minutes)
        text += ' ' + std::to_string(*row.mark.minutes);
    return text;
}

void print(Call& call, const model::MorningSheet& sheet)
{
    const auto& counts = sheet.counts();
    call.print(call.text({msgid("{1} {2}: {3} expected, {4} there, {5} windows unmanned"),
        {model::place_called_on(call.store(), sheet.place(), sheet.day()),
            model::to_iso(sheet.day()), std::to_string(counts.expected),
            std::to_string(counts.present), std::to_string(counts.unmanned)}}));
    TextTable table(
        {call.text(msgid("Window")), call.text(msgid("Window name")), call.text(msgid("Person")),
            call.text(msgid("A or B")), call.text(msgid("State")), call.text(msgid("Covered by")),
            call.text(msgid("Remark"))},
        60);
    for (const auto& row : sheet.rows())
        table.add({row.window.is_nil() ? call.text(msgid("Back office")) : row.number, row.plate,
            row.name,
            !row.slot                         ? ""
                : *row.slot == model::Slot::a ? "A"
                                              : "B",
            state_text(call, row), row.cover, model::remark_of(row, call.translate())});
    call.print(table.text());
}

/// Today's begins and ends now; another day's keeps the times it has.
model::Outcome save(Call& call, model::MorningSheet& sheet, const std::string& begun)
{
    auto& store = call.store();
    const bool is_today = sheet.day() == store.today();
    const auto leader = sheet.made() && sheet.made()->leader
        ? sheet.made()->leader
        : model::roll_call_leader(store, sheet.place(), sheet.day(), call.editor().account().id);
    return sheet.save(call.editor(), leader, is_today ? begun : std::string(),
        is_today ? model::time_of_day(store.clock().now()) : std::string());
}

} // namespace

Exit roll_call(Call& call)
{
    call.require(model::Action::see, model::def_of<model::RollCall>());
    const auto place = place_asked(call);
    const auto now = model::time_of_day(call.store().clock().now());
    model::MorningSheet sheet(
        call.store(), call.editor().permission(), place, day_asked(call), now);
    for (const auto& part : model::split(call.line().value("mark"), ','))
        if (!model::trimmed(part).empty())
            mark(call, sheet, model::trimmed(part));
    const bool saves = call.line().has("save") || call.line().has("mark");
    const auto outcome = saves ? save(call, sheet, now) : model::Outcome{.done = true};
    call.note(model::def_of<model::AttendanceDay>(), outcome.findings);
    if (call.json()) {
        auto answer = to_json(call, sheet);
        answer["saved"] = saves && outcome.done;
        answer["findings"] = app::to_json(outcome.findings, call.translate());
        call.answer(answer);
    } else {
        print(call, sheet);
        if (saves && outcome.done)
            call.print(call.text(msgid("The roll-call is saved")));
    }
    return outcome.done ? Exit::done : Exit::failed;
}

} // namespace app
