#include "app/cli/command.h"
#include "app/cli/duty_command.h"
#include "app/cli/hall_plan_command.h"
#include "app/cli/json.h"
#include "app/cli/lines_command.h"
#include "app/cli/move_command.h"
#include "app/cli/newcomer_command.h"
#include "app/cli/portrait_command.h"
#include "app/cli/reorganise_command.h"
#include "app/cli/roll_call_command.h"
#include "app/cli/taking_back.h"
#include "app/cli/typed_fields.h"
#include "app/terminal/text_table.h"
#include "model/base/text.h"
#include "model/commands/carry_out.h"
#include "model/commands/follow_up.h"
#include "model/commands/merging.h"
#include "model/commands/new_record.h"
#include "model/commands/store_lookup.h"
#include "model/exchange/reference_words.h"
#include "model/exchange/typed_date.h"

namespace app {

namespace {

using model::msgid;
using model::Outcome;
using model::UsageError;

constexpr std::int64_t most_steps = 50;

model::EntryOptions entry_options(Call& call)
{
    const auto& line = call.line();
    if (line.has("document") && !line.has("on-behalf"))
        throw UsageError({msgid("--document belongs to --on-behalf")});
    if (line.has("on-behalf") && line.value("document").empty())
        throw UsageError({msgid("An entry on behalf of the owner needs --document: what it rests "
                                "on")});
    return {.on_behalf = line.has("on-behalf"),
        .document = line.value("document"),
        .dry_run = line.has("dry-run")};
}

/// Whether nothing was done because a finding refuses it.
bool is_refused(const Outcome& outcome, Call& call)
{
    return !outcome.done
        && (!call.line().has("dry-run")
            || std::ranges::any_of(outcome.findings,
                [](const auto& finding) { return finding.level == model::Level::refuse; }));
}

/// Tells what became of a step on a record: {"id", "changed", "findings"} and what `more` holds. A
/// refused one has no id.
Exit report(Call& call, const model::EntityDef& def, const Outcome& outcome, const char* done,
    boost::json::object more = {})
{
    const bool refused = is_refused(outcome, call);
    call.note(def, outcome.findings);
    if (call.json()) {
        boost::json::object answer = std::move(more);
        answer["id"] = nullptr;
        if (!refused)
            answer["id"] = outcome.id.text();
        else if (!outcome.id.is_nil())
            answer["record"] = outcome.id.text();
        answer["changed"] = outcome.done && outcome.changed;
        answer["findings"] = to_json(outcome.findings, call.translate());
        call.answer(answer);
    } else if (!refused && call.line().has("dry-run")) {
        call.print(call.text(msgid("Nothing stands against it; nothing was saved (--dry-run)")));
    } else if (!refused) {
        const auto* sentence = outcome.changed ? done : msgid("{1} {2} was so already  {3}");
        call.print(call.text({sentence,
            {call.text(def.label), call.store().title_of(outcome.id), outcome.id.text()}}));
    }
    return refused ? Exit::failed : Exit::done;
}

Exit create(Call& call)
{
    const auto& def = call.writable(call.operand(0));
    const auto options = entry_options(call);
    auto typed = read_fields(call, def, 1);
    if (!typed.readable())
        return report(call, def, {.findings = std::move(typed.findings)}, "");
    const auto begun = model::new_record(def, call.store().today());
    const auto edits = model::entered_over(begun, std::move(typed.edits));
    return report(
        call, def, call.editor().create(def, edits, options), msgid("{1} {2} was added  {3}"));
}

Exit set(Call& call)
{
    const auto& def = call.writable(call.operand(0));
    const auto options = entry_options(call);
    const auto id = call.record(def, call.operand(1));
    auto typed = read_fields(call, def, 2, id);
    if (!typed.readable())
        return report(call, def, {.id = id, .findings = std::move(typed.findings)}, "");
    return report(
        call, def, call.editor().set(id, typed.edits, options), msgid("{1} {2} was changed  {3}"));
}

/// What the rule says of the record, as the board does. Throws UsageError where it says nothing.
std::optional<model::Finding> line_asked(
    Call& call, const model::EntityDef& def, const model::Uuid& id)
{
    if (!call.line().has("rule"))
        return std::nullopt;
    const auto record = call.store().find(def, id);
    model::StoreLookup lookup(call.store());
    for (auto& finding : model::check(record.value(), lookup, call.store().today()))
        if (finding.rule == call.line().value("rule"))
            return std::move(finding);
    throw UsageError({msgid("Rule {1} says nothing of this record: see hallctl check"),
        {call.line().value("rule")}});
}

Exit task_of(Call& call)
{
    const auto& def = call.entity(call.operand(0));
    call.require(model::Action::see, def);
    const auto id = call.record(def, call.operand(1));
    const auto& tasks = call.writable("task");
    auto typed = read_fields(call, tasks, 2);
    if (!typed.readable())
        return report(call, tasks, {.findings = std::move(typed.findings)}, "");
    const auto task = model::task_of(call.store(), id, line_asked(call, def, id), call.translate());
    return report(call, tasks,
        model::follow_up(call.editor(), task, typed.edits, call.line().has("dry-run")),
        msgid("{1} {2} was added  {3}"));
}

/// What a change plans for its item: the fields that would be others.
boost::json::array planned_json(Call& call, const model::PlannedVersion& planned)
{
    boost::json::array fields;
    for (const auto& field : planned.before.def->fields) {
        const auto& before = planned.before[field.name];
        const auto& after = planned.item[field.name];
        if (before != after)
            fields.push_back({{"field", field.name}, {"label", call.text(field.label)},
                {"old", call.shown(field, before, false)},
                {"new", call.shown(field, after, false)}});
    }
    return fields;
}

Exit carry_out(Call& call)
{
    const auto& def = call.writable("item_change");
    const auto& items = call.writable("item");
    const auto id = call.record(def, call.operand(0));
    const bool is_dry = call.line().has("dry-run");
    const auto planned =
        understood([&] { return model::planned_version(call.store(), id, call.translate()); });
    auto fields = planned_json(call, planned);
    if (is_dry && !call.json())
        for (const auto& each : fields)
            call.print(call.text({msgid("{1}: {2} → {3}"),
                {std::string(each.at("label").as_string()), std::string(each.at("old").as_string()),
                    std::string(each.at("new").as_string())}}));
    const auto outcome = is_dry ? Outcome{.done = true, .id = planned.item.id}
                                : model::carry_out(call.editor(), id, call.translate());
    return report(
        call, items, outcome, msgid("{1} {2} was changed  {3}"), {{"changes", std::move(fields)}});
}

Exit end(Call& call)
{
    const auto& def = call.writable(call.operand(0));
    for (const auto* option : {"on", "reason"})
        if (model::trimmed(call.line().value(option)).empty())
            throw UsageError(
                {msgid("An end needs its day and its reason: --on DATE --reason TEXT")});
    const auto typed = call.line().value("on");
    const auto on = model::parse_typed_date(typed, call.store().today());
    if (!on)
        throw UsageError({msgid("“{1}” is not a date: write it like 2026-01-31"), {typed}});
    const auto id = call.record(def, call.operand(1));
    return report(call, def, call.editor().end(id, *on, call.line().value("reason")),
        msgid("{1} {2} was ended  {3}"));
}

Exit remove(Call& call)
{
    const auto& def = call.writable(call.operand(0));
    const auto id = call.record(def, call.operand(1));
    return report(
        call, def, call.editor().remove(id), msgid("{1} {2} is now in the recycle bin  {3}"));
}

std::string told_to_follow(Call& call, const std::vector<model::Followers>& all)
{
    std::int64_t count = 0;
    std::vector<std::string> words;
    for (const auto& each : all) {
        count += each.count;
        words.push_back(call.text(each.def->plural) + ' ' + std::to_string(each.count));
    }
    return count == 0 ? call.text(msgid("Nothing refers to the other record"))
                      : call.text({msgid("{1} records go along to the one that stays: {2}"),
                          {std::to_string(count), model::join(words, call.text(msgid(", ")))}});
}

boost::json::array followers_json(const std::vector<model::Followers>& all)
{
    boost::json::array array;
    for (const auto& each : all)
        array.push_back({{"register", each.def->name}, {"count", each.count}});
    return array;
}

Exit merge(Call& call)
{
    const auto& def = call.writable(call.operand(0));
    const auto kept = call.record(def, call.operand(1));
    const auto other = call.record(def, call.operand(2));
    std::vector<const model::FieldDef*> taken;
    for (const auto& word : model::split(call.line().value("take"), ',')) {
        const auto name = model::trimmed(word);
        if (!name.empty())
            taken.push_back(&call.field(def, name));
    }
    std::vector<std::string> apart;
    for (const auto* each : model::telling_apart(model::differing(call.store(), kept, other), def))
        apart.push_back(call.text(each->label));
    if (!apart.empty() && !call.line().has("sure"))
        throw model::Error(
            {msgid("The two differ in: {1}. Look at both, and add --sure if they are "
                   "the same all the same"),
                {model::join(apart, call.text(msgid(", ")))}});
    const auto following = model::followers(call.editor(), kept, other);
    if (call.line().has("dry-run") && !call.json())
        call.print(told_to_follow(call, following));
    return report(call, def,
        model::merge_records(call.editor(), kept, other, taken, call.line().has("dry-run")),
        msgid("{1} {2} now stands for both  {3}"),
        boost::json::object{{"followers", followers_json(following)}});
}

/// The record in the recycle bin of that id or title.
model::Uuid deleted_record(Call& call, const model::EntityDef& def, const std::string& word)
{
    if (const auto id = model::Uuid::parse(word)) {
        const auto found = call.store().find_any(*id);
        if (found && found->first.def->id == def.id && found->first.deleted)
            return *id;
        if (found && found->first.def->id == def.id)
            throw model::Error({msgid("{1} “{2}” is not in the recycle bin"),
                {call.text(def.label), call.store().title_of(*id)}});
    }
    std::vector<model::Uuid> found;
    model::Query query{.def = &def, .deleted = true};
    Reader(call, def).narrow(query);
    for (const auto& record : call.store().select(query))
        if (call.store().title_of(record.id) == word)
            found.push_back(record.id);
    if (found.size() > 1)
        throw model::Error({msgid("“{1}” may be any of {2}, write one of these: {3}"),
            {word, std::to_string(found.size()),
                model::words_for(call.store(), found, call.translate())}});
    if (found.empty())
        throw model::Error(
            {msgid("There is no {1} “{2}” in the recycle bin"), {call.text(def.label), word}});
    return found[0];
}

Exit restore(Call& call)
{
    const auto& def = call.writable(call.operand(0));
    const auto id = deleted_record(call, def, call.operand(1));
    return report(call, def, call.editor().restore(id), msgid("{1} {2} was brought back  {3}"));
}

/// Undo and redo: {"undone": …} or {"redone": …} with what could not be taken back in findings and,
/// of what stays because others use it, in "kept".
Exit step(Call& call, const std::optional<model::StepName>& name,
    std::optional<Outcome> (model::Editor::*go)(), const char* key, const char* done,
    const char* none)
{
    if (!name)
        throw model::Error({none});
    const auto outcome = (call.editor().*go)();
    const auto label = model::words_of(*name, call.translate());
    if (!outcome)
        throw model::Error({none});
    const auto found = call.store().find_any(outcome->id);
    call.note(found ? *found->first.def : *call.store().catalog().all().front(), outcome->findings);
    if (call.json())
        call.answer({{key, label}, {"changed", outcome->changed},
            {"findings", to_json(outcome->findings, call.translate())},
            {"kept", kept_json(call, *outcome)}});
    else
        call.print(
            call.text({outcome->changed ? done : msgid("Nothing was changed: {1}"), {label}}));
    return exit_of_taking_back(*outcome);
}

/// The steps taken lately, and their numbers for `undo --back-to`.
Exit steps(Call& call)
{
    const auto all = call.editor().steps(call.line().number("limit", 1).value_or(most_steps));
    TextTable table({call.text(msgid("Number")), call.text(msgid("When")), call.text(msgid("Who")),
        call.text(msgid("Step")), {}});
    boost::json::array array;
    for (const auto& step : all) {
        const auto words = model::words_of(step.name, call.translate());
        table.add({std::to_string(step.name.command), moment(step.at), step.user, words,
            step.is_undone ? call.text(msgid("taken back")) : std::string()});
        array.push_back(
            {{"step", step.name.command}, {"at", model::to_iso_time(step.at)}, {"user", step.user},
                {"label", words}, {"own", step.is_own}, {"undone", step.is_undone}});
    }
    if (call.json())
        call.answer({{"steps", std::move(array)}});
    else
        call.print(all.empty() ? call.text(msgid("No step was taken yet")) : table.text());
    return Exit::done;
}

model::Message what_was_taken_back(const Outcome& outcome)
{
    if (!outcome.changed)
        return {msgid("Nothing of these steps could be taken back")};
    if (!is_kept_in_part(outcome))
        return {msgid("The steps are taken back")};
    return {msgid("{1} of {2} steps are taken back; what is kept of them stands in the warnings"),
        {std::to_string(outcome.taken_back.size()),
            std::to_string(outcome.taken_back.size() + outcome.standing.size())}};
}

Exit undo_back_to(Call& call, std::int64_t number)
{
    const auto outcome = understood([&] { return call.editor().undo_back_to(number); });
    call.note(*call.store().catalog().all().front(), outcome.findings);
    if (call.json())
        call.answer({{"undone", number}, {"changed", outcome.changed},
            {"findings", to_json(outcome.findings, call.translate())},
            {"kept", kept_json(call, outcome)},
            {"taken_back", boost::json::value_from(outcome.taken_back)},
            {"standing", boost::json::value_from(outcome.standing)}});
    else
        call.print(call.text(what_was_taken_back(outcome)));
    return exit_of_taking_back(outcome);
}

Exit undo(Call& call)
{
    if (const auto number = call.line().number("back-to", 1))
        return undo_back_to(call, *number);
    return step(call, call.editor().undoable(), &model::Editor::undo, "undone",
        msgid("Undone: {1}"), msgid("There is nothing to undo"));
}

Exit redo(Call& call)
{
    return step(call, call.editor().redoable(), &model::Editor::redo, "redone",
        msgid("Done again: {1}"), msgid("There is nothing to do again"));
}

} // namespace

const std::vector<Command>& edit_commands()
{
    static const std::vector<std::string_view> entry{"on-behalf", "document", "dry-run"};
    static const std::vector<Command> commands{
        {"create", msgid("create REGISTER field=value… | -"), msgid("add a record"), 2, any_number,
            entry, create,
            msgid("field= leaves a field empty, field=a,b fills a set, - reads one JSON object "
                  "from the standard input. Choices are written by code or label, references by "
                  "id or name, dates like 2026-01-31.\n--on-behalf --document TEXT  entered for "
                  "the field's owner, on the strength of that document\n--dry-run  checks "
                  "everything and saves nothing")},
        {"newcomer", msgid("newcomer field=value… [--document TEXT] [--person RECORD]"),
            msgid("add somebody new with posting and window in one step"), 1, any_number,
            {"document", "person"}, newcomer,
            msgid("Fields of the person, of the posting (unit, place, source, identity, post, "
                  "status, chief, from, trial_until) and of the window (window, slot). Birth and "
                  "sex follow from the ID number.\n--document  the stamped form, of an entry on "
                  "the unit's behalf\n--person  somebody of the register who comes back")},
        {"move-posting",
            msgid("move-posting POSTING [--to STATUS] [--on DAY] [--reason TEXT] [--document NO] "
                  "[--approver NAME] [--until DAY] [--end-kind KIND] [--trial-until DAY] "
                  "[--dry-run]"),
            msgid("change the status of a posting in one step, with its entry among the changes"),
            1, 1,
            {"to", "on", "reason", "document", "approver", "until", "end-kind", "trial-until",
                "dry-run"},
            move_posting,
            msgid("POSTING is an id, of the posting or of a person with only one that goes on. "
                  "Without --to it tells which changes the posting can make and what each needs. "
                  "--on is the day of the change, and the last day of who leaves; without it "
                  "today.")},
        {"portrait",
            msgid("portrait PERSON [--picture FILE | --no-picture | --out FILE "
                  "[--reason TEXT]]"),
            msgid("the portrait of a person: set, removed, or written into a file"), 1, 1,
            {"picture", "no-picture", "out", "reason"}, portrait,
            msgid("--picture FILE  a PNG or JPG, kept as an attachment of the person\n--no-picture "
                  " puts it into the recycle bin; undo takes each of these back\n--out FILE  "
                  "writes it there; the audit log tells of it. Only who may read the person's "
                  "personal values sees it.")},
        {"set", msgid("set REGISTER RECORD field=value… | -"), msgid("change fields of a record"),
            3, any_number, entry, set,
            msgid("RECORD is an id or a name that only one record has. field= clears a field; for "
                  "the rest see help create.")},
        {"task-of", msgid("task-of REGISTER RECORD [field=value…] [--rule RULE] [--dry-run]"),
            msgid("make a task of a problem, a complaint, a line of the board or any record"), 2,
            any_number, {"rule", "dry-run"}, task_of,
            msgid("What is to be done, by when, who answers and what it is about are filled in "
                  "from the record; field=value says otherwise. Where such a task is open already, "
                  "nothing is added.\n--rule  the line of the board it comes of, as check names "
                  "it")},
        {"roll-call",
            msgid("roll-call [--place NAME] [--day DAY] [--mark PERSON=STATE[:MINUTES][@COVER],…] "
                  "[--save]"),
            msgid("the morning roll-call of a hall, window by window"), 0, 0,
            {"place", "day", "mark", "save"}, roll_call,
            msgid("Everybody is present unless a leave, the attendance or a mark says otherwise. "
                  "Nothing is saved without --mark or --save; undo takes all of it back.\n--mark  "
                  "PERSON=late:10, PERSON=leave@COVER, PERSON=dress for who is not in uniform; "
                  "several parted by commas\n--save  saves it with these marks, or with nobody "
                  "amiss")},
        {"duty-roster",
            msgid("duty-roster [--week DAY] [--place NAME] [--set DAY:KIND=PERSON,…] [--out "
                  "OUT.(xlsx|csv)]"),
            msgid("the duty roster of a week: days across, kinds of duty down"), 0, 0,
            {"week", "place", "set", "out"}, duty_roster,
            msgid("Without --week the week of today; without --place every place of which "
                  "something is entered.\n--set  puts people there instead of whoever stands "
                  "there, as 2026-01-31:hall_leader=PERSON; without a person the cell is emptied. "
                  "undo takes each of them back\n--out  writes the week to a sheet")},
        {"fill-roster",
            msgid("fill-roster --from DAY --to DAY [--place NAME] [--kind KIND] [--people "
                  "PERSON,…] [--days working|off|every] [--times FROM-TO] [--dry-run]"),
            msgid("fill the duty roster by turn, in one step"), 0, 0,
            {"from", "to", "place", "kind", "people", "days", "times", "dry-run"}, fill_roster,
            msgid("The order goes on behind whoever of it was last on duty, past those who are on "
                  "leave, have left or are on duty elsewhere; a day that has somebody stays. "
                  "Without --people those who had this duty in the last two months take turns.\n"
                  "--dry-run  only says what would come of it")},
        {"reorganise",
            msgid("reorganise renamed|merged|split|moved|closed UNIT… [--to UNIT,…] [--new-name "
                  "NAME] [--on DAY] [--document NO] [--give REGISTER=UNIT,…] [--dry-run]"),
            msgid("a reform of institutions: units are renamed, merged, split or dissolved in one "
                  "step"),
            2, any_number, {"to", "new-name", "on", "document", "give", "stays", "dry-run"},
            reorganise,
            msgid(
                "What refers to the old units and goes on goes to the first unit of --to; past "
                "counts and cases stay. One undo takes all of it back.\n--to  the units that take "
                "over; one that is not there is made\n--give  where a register or a record goes "
                "instead: window=UNIT, ID=UNIT; nothing behind = for what stays\n--stays  the old "
                "unit does not leave the hall\n--dry-run  says what would happen")},
        {"reorganise-place",
            msgid("reorganise-place renamed|merged|split|moved|closed PLACE… [--to PLACE,…] "
                  "[--new-name NAME] [--parent PLACE] [--address TEXT] [--region CODE] [--type "
                  "KIND] [--on DAY] [--document NO] [--give REGISTER=PLACE,…] [--dry-run]"),
            msgid("places are merged, split, moved, renamed or closed in one step, and their "
                  "history is kept"),
            2, any_number,
            {"to", "new-name", "parent", "address", "region", "type", "on", "document", "give",
                "stays", "ends", "dry-run"},
            reorganise_place,
            msgid(
                "Windows, people on duty, equipment, items and outlets below go to the first place "
                "of --to; what is past stays. A place that is split goes on, and only what --give "
                "names leaves it. One undo takes all of it back.\n--to  the places that follow, by "
                "name or id; one that is not there is made\n--parent, --address, --region  where a "
                "moved place goes, or where a new one lies\n--type  the kind of a new place\n"
                "--give  where a register or a record goes: window=PLACE, ID=PLACE; nothing behind "
                "= for what stays\n--stays  the old places do not close\n--ends  a place that is "
                "split closes\n--dry-run  says what would happen")},
        {"make-lines", msgid("make-lines REGISTER RECORD [--list NAME] [--dry-run]"),
            msgid("make the lines of a record from a check-list, or the steps of its approval, in "
                  "one step"),
            2, 2, {"list", "dry-run"}, make_lines,
            msgid("An inspection gets the lines of a check-list; a posting those for joining or "
                  "leaving, filled with what the file knows: authorisations, open complaints, "
                  "windows, devices. Lines that are there stay; undo takes the new ones back.\n"
                  "--list  which list; without it the one that fits best\n--dry-run  says which "
                  "lines it would be")},
        {"add-shipped", msgid("add-shipped checklist|chain_step"),
            msgid("enter what comes along with the program, to change it"), 1, 1, {}, add_shipped},
        {"carry-out", msgid("carry-out CHANGE [--dry-run]"),
            msgid("carry out a change of an item on the day it takes effect, in one step"), 1, 1,
            {"dry-run"}, carry_out,
            msgid(
                "CHANGE is a record of the register item_change that is made public. The item is "
                "stationed, cancelled, merged or suspended as it says, with the new name, limits, "
                "unit and version; one undo takes all of it back.\n--dry-run  says what would "
                "become of the item")},
        {"hall-plan",
            msgid("hall-plan [--place NAME] [--arrange | --put NUMBER=X,Y,WIDTH,HEIGHT | --off "
                  "NUMBER | --picture FILE | --no-picture]"),
            msgid("the windows of a hall on its plan, and what is amiss there today"), 0, 0,
            {"place", "arrange", "put", "off", "picture", "no-picture"}, hall_plan,
            msgid(
                "--arrange  puts all windows in rows by their numbers\n--put A01=20,40,90,110  "
                "one of them there, in thousandths of the floor from its upper left corner\n"
                "--off A01  takes it off the plan\n--picture FILE  lays a PNG or JPG of the floor "
                "under it, kept as an attachment of the place\n--no-picture  takes it away from "
                "there; undo takes each of these back")},
        {"end", msgid("end REGISTER RECORD --on DATE --reason TEXT"),
            msgid("end what was used: a window closes, a posting ends"), 2, 2, {"on", "reason"},
            end},
        {"merge", msgid("merge REGISTER KEPT OTHER [--take FIELD,…] [--sure] [--dry-run]"),
            msgid("make one record of two that stand for the same thing"), 3, 3,
            {"take", "sure", "dry-run"}, merge,
            msgid("KEPT gets what it lacks from OTHER, and everything that refers to OTHER; OTHER "
                  "goes into the recycle bin. Undo takes all of it back.\n--take  fields of which "
                  "OTHER's value counts, parted by commas\n--sure  also where they differ in a "
                  "number, "
                  "code or name by which things are told apart")},
        {"delete", msgid("delete REGISTER RECORD"), msgid("put a record into the recycle bin"), 2,
            2, {}, remove},
        {"restore", msgid("restore REGISTER RECORD"), msgid("bring it back from there"), 2, 2, {},
            restore},
        {"undo", msgid("undo [--back-to NUMBER]"), msgid("take back your last step"), 0, 0,
            {"back-to"}, undo,
            msgid("--back-to  takes back that step and all your newer ones; see steps")},
        {"steps", msgid("steps [--limit NUMBER]"), msgid("the steps taken lately, newest first"), 0,
            0, {"limit"}, steps},
        {"redo", "redo", msgid("do again what you took back"), 0, 0, {}, redo},
    };
    return commands;
}

} // namespace app
