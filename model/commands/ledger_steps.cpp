#include "model/commands/ledger_steps.h"

#include "model/assessing/kept_methods.h"
#include "model/assessing/period_result.h"
#include "model/commands/entry_check.h"
#include "model/entities/place.h"
#include "model/entities/posting.h"
#include "model/entities/score.h"
#include "model/entities/unit.h"
#include "model/entities/window.h"

#include <algorithm>

namespace model {

namespace {

/// What each of a count gives by the rule; throws where the rule does not say.
Points each_of(const RuleLine& line, const LedgerEvent& event)
{
    if (!line.bands.empty()) {
        if (!event.minutes)
            throw UsageError({msgid("Rule {1} counts by minutes: say how many"), {line.number}});
        for (const auto& band : line.bands)
            if (band.from <= *event.minutes && (!band.to || *event.minutes <= *band.to))
                return band.points;
        throw UsageError({msgid("Rule {1} says nothing of {2} minutes"),
            {line.number, std::to_string(*event.minutes)}});
    }
    if (line.most) {
        const auto least = std::min(line.points.value_or(Points()), *line.most);
        const auto most = std::max(line.points.value_or(Points()), *line.most);
        if (!event.each)
            throw UsageError({msgid("Rule {1} leaves a choice: give points from {2} to {3}"),
                {line.number, least.text(), most.text()}});
        if (*event.each < least || most < *event.each)
            throw UsageError({msgid("Rule {1} gives points from {2} to {3}, not {4}"),
                {line.number, least.text(), most.text(), event.each->text()}});
        return *event.each;
    }
    return line.points.value_or(Points());
}

struct Where {
    std::optional<Uuid> place;
    std::optional<Uuid> unit;
};

Where where_is(RecordStore& store, AssessedKind kind, const Uuid& object, Date day)
{
    switch (kind) {
    case AssessedKind::window:
        if (const auto record = store.find(def_of<Window>(), object)) {
            const auto window = from_record<Window>(*record);
            return {window.place, window.unit};
        }
        break;
    case AssessedKind::staff:
    case AssessedKind::chief: {
        std::optional<Posting> then;
        for (const auto& record : store.where(def_of<Posting>(), "person", object)) {
            auto posting = from_record<Posting>(record);
            const bool is_then =
                (!posting.from || *posting.from <= day) && (!posting.to || day < *posting.to);
            if (is_then && (!then || then->from < posting.from))
                then = std::move(posting);
        }
        if (then)
            return {then->place, then->unit};
        break;
    }
    case AssessedKind::unit:
        if (store.find(def_of<Unit>(), object))
            return {std::nullopt, object};
        break;
    case AssessedKind::outlet:
        if (const auto record = store.find(def_of<Place>(), object))
            return {from_record<Place>(*record).parent, std::nullopt};
        break;
    }
    throw UsageError({msgid("The object of the entry was not at the hall on {1}"), {to_iso(day)}});
}

/// Of a unit's event, for units are at all places.
std::optional<Uuid> hall_of(RecordStore& store)
{
    const auto halls = store.where(def_of<Place>(), "type", Value{std::string("hall")});
    return halls.empty() ? std::nullopt : std::optional(halls.front().id);
}

std::optional<Period> closed_period(
    RecordStore& store, const std::optional<Uuid>& place, const Uuid& method, Date day)
{
    const auto record = store.find(def_of<Method>(), method);
    if (!place || !record)
        return std::nullopt;
    for (const auto& version : versions_of(store, from_record<Method>(*record).code))
        for (const auto& each : store.where(def_of<Period>(), "method", version.id)) {
            auto period = from_record<Period>(each);
            const auto places = assessed_places(store, period.place.value_or(Uuid()));
            if (period.locked && span_of(period).has(day)
                && std::ranges::find(places, *place) != places.end())
                return period;
        }
    return std::nullopt;
}

Outcome refused(const char* rule, std::string_view field, Message message)
{
    Outcome outcome;
    outcome.findings.push_back({.rule = rule, .field = field, .message = std::move(message)});
    return outcome;
}

std::optional<Finding> closed_finding(RecordStore& store, const LedgerEntry& entry)
{
    const auto closed = closed_period(
        store, entry.place, entry.method.value_or(Uuid()), entry.day.value_or(Date()));
    if (!closed)
        return std::nullopt;
    return Finding{.rule = "M10",
        .field = "day",
        .message = {msgid("“{1}” is confirmed and locked: it takes no more entries unless it is "
                          "opened again"),
            {closed->name}}};
}

/// A rule that the version does not have; nothing where its rules are not here.
std::optional<Finding> unknown_rule(RecordStore& store, const LedgerEntry& entry)
{
    const auto text = method_text(store, entry.method.value_or(Uuid()));
    if (text.empty())
        return std::nullopt;
    const auto method = kept_method(store, *entry.method);
    if (method.line(entry.line))
        return std::nullopt;
    return Finding{.rule = "M15",
        .field = "line",
        .message = {msgid("“{1}” has no rule {2}"), {method.name, entry.line}}};
}

Outcome create(Editor& editor, const Record& record)
{
    std::vector<FieldEdit> edits;
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!is_empty(record.values[i]))
            edits.push_back({&record.def->fields[i], record.values[i]});
    return editor.create(*record.def, edits);
}

} // namespace

ReadMethod method_of(RecordStore& store, const LedgerEvent& event)
{
    const auto version = version_on(store, event.method, event.day);
    if (!version)
        throw UsageError(
            {msgid("No version of the method “{1}” holds on {2}: bring it in first, or "
                   "give it its days"),
                {event.method, to_iso(event.day)}});
    return {version->id, kept_method(store, version->id)};
}

LedgerEntry ledger_entry(RecordStore& store, const ReadMethod& version, const LedgerEvent& event)
{
    const auto* line = version.method.line(event.line);
    if (!line)
        throw UsageError({msgid("“{1}” has no rule {2}"), {version.method.name, event.line}});
    if (line->object != event.kind)
        throw UsageError({msgid("Rule {1} of “{2}” is about objects of another kind"),
            {event.line, version.method.name}});
    if (store.today() < event.day)
        throw UsageError({msgid("{1} is still to come"), {to_iso(event.day)}});
    if (event.count < 1)
        throw UsageError({msgid("The count is at least 1; what was too much is taken back by an "
                                "adjustment")});
    const auto where = where_is(store, event.kind, event.object, event.day);
    const auto each = each_of(*line, event);
    LedgerEntry entry;
    entry.place = event.place ? event.place : where.place ? where.place : hall_of(store);
    entry.method = version.id;
    entry.kind = event.kind;
    entry.unit = where.unit;
    auto& object = event.kind == AssessedKind::window ? entry.window
        : event.kind == AssessedKind::unit            ? entry.unit
        : event.kind == AssessedKind::outlet          ? entry.outlet
                                                      : entry.person;
    object = event.object;
    entry.day = event.day;
    entry.line = event.line;
    entry.text = line->text;
    entry.count = event.count;
    entry.minutes = event.minutes;
    if (line->most)
        entry.each = decimal_of(each);
    entry.points = decimal_of(line->bands.empty() ? each * event.count : each);
    entry.evidence = event.evidence;
    entry.source = event.source;
    entry.remark = event.remark;
    return entry;
}

Outcome add_entry(Editor& editor, const LedgerEvent& event)
{
    auto& store = editor.store();
    auto entry = ledger_entry(store, method_of(store, event), event);
    entry.recorder = editor.account().name;
    entry.recorded = store.today();
    return create(editor, to_record(entry));
}

Outcome adjust_entry(Editor& editor, const Uuid& id, const LedgerAdjustment& adjustment)
{
    auto& store = editor.store();
    const auto found = store.find(def_of<LedgerEntry>(), id);
    if (!found)
        throw UsageError({msgid("There is no such record: {1}"), {id.text()}});
    const auto before = from_record<LedgerEntry>(*found);
    if (adjustment.reason.empty() || adjustment.approver.empty())
        return refused("M11", adjustment.reason.empty() ? "reason" : "approver",
            {msgid("An adjustment says why, and who approved it")});
    if (before.adjusts)
        return refused("M12", "adjusts",
            {msgid("This entry is itself an adjustment: adjust the entry that it is about")});
    std::int64_t left = before.count.value_or(1);
    for (const auto& each : store.where(def_of<LedgerEntry>(), "adjusts", id))
        left += from_record<LedgerEntry>(each).count.value_or(0);
    if (left + adjustment.count < 0)
        return refused("M18", "count",
            {msgid("{1} is left of this entry, and no more can be taken back"),
                {std::to_string(left)}});
    if (adjustment.count == 0 && !adjustment.minutes && !adjustment.each)
        return refused("M18", "count",
            {msgid("Say what is adjusted: the count, the minutes or the points each")});
    auto entry = before;
    entry.id = {};
    entry.adjusts = id;
    entry.count = adjustment.count;
    entry.minutes = adjustment.minutes;
    entry.each.reset();
    if (adjustment.each)
        entry.each = decimal_of(*adjustment.each);
    entry.points.reset();
    if (before.points && before.count.value_or(1) > 0 && adjustment.count != 0
        && before.points->units % before.count.value_or(1) == 0)
        entry.points = Decimal{before.points->units / before.count.value_or(1) * adjustment.count,
            before.points->scale};
    entry.reason = adjustment.reason;
    entry.approver = adjustment.approver;
    entry.recorder = editor.account().name;
    entry.recorded = store.today();
    entry.evidence.clear();
    entry.source.clear();
    entry.remark.clear();
    return create(editor, to_record(entry));
}

Findings check_entered(RecordStore& store, const Record& record)
{
    Findings findings;
    const auto add = [&](std::optional<Finding> finding) {
        if (finding)
            findings.push_back(std::move(*finding));
    };
    if (record.def->id == def_of<LedgerEntry>().id) {
        const auto entry = from_record<LedgerEntry>(record);
        add(closed_finding(store, entry));
        add(unknown_rule(store, entry));
    } else if (record.def->id == def_of<Period>().id) {
        const auto period = from_record<Period>(record);
        if (period.locked || period.published
            || period.state.value_or(PeriodState::open) != PeriodState::open)
            add(Finding{.rule = "M14",
                .field = "state",
                .message = {msgid("A period goes on by its own steps, which tell what each of them "
                                  "needs")}});
    } else if (record.def->id == def_of<ScoreRecord>().id) {
        add(Finding{.rule = "M14",
            .field = "total",
            .message = {msgid("A score comes from the ledger: adjust the entries behind it")}});
    }
    return findings;
}

Findings check_fixed(RecordStore& store, const Record& before, std::span<const FieldEdit> edits)
{
    const auto changes = [&](std::initializer_list<std::string_view> free) {
        return std::ranges::find_if(edits, [&](const FieldEdit& edit) {
            return std::ranges::find(free, edit.field->name) == free.end();
        });
    };
    Findings findings;
    const auto refuse = [&](const char* rule, const FieldEdit& edit, Message message) {
        findings.push_back(
            {.rule = rule, .field = edit.field->name, .message = std::move(message)});
    };
    if (before.def->id == def_of<LedgerEntry>().id) {
        if (const auto edit = changes({"remark", "evidence"}); edit != edits.end())
            refuse("M13", *edit,
                {msgid("What the ledger says is never changed: add an entry that adjusts it")});
    } else if (before.def->id == def_of<ScoreRecord>().id) {
        if (const auto edit = changes({"remark"}); edit != edits.end())
            refuse("M14", *edit,
                {msgid("A score comes from the ledger: adjust the entries behind it")});
    } else if (before.def->id == def_of<Period>().id) {
        if (const auto edit = changes({"name", "document", "public_until", "remark"});
            edit != edits.end())
            refuse("M14", *edit,
                {msgid("A period goes on by its own steps, which tell what each of them needs")});
    } else if (before.def->id == def_of<Method>().id) {
        const auto edit = changes({"remark", "to", "end_reason"});
        const auto closed = store.where(def_of<Period>(), "method", before.id);
        if (edit != edits.end() && std::ranges::any_of(closed, [](const Record& record) {
                return from_record<Period>(record).locked.has_value();
            }))
            refuse("M01", *edit,
                {msgid("A period was closed by this version, which therefore stays as it is")});
    }
    return findings;
}

Findings check_kept(const Record& record)
{
    Findings findings;
    if (record.def->id == def_of<LedgerEntry>().id)
        findings.push_back({.rule = "M13",
            .field = "line",
            .message = {msgid("The ledger keeps every entry: take it back by an adjustment")}});
    if (record.def->id == def_of<ScoreRecord>().id
        || (record.def->id == def_of<Period>().id && from_record<Period>(record).locked))
        findings.push_back({.rule = "M14",
            .field = record.def->title,
            .message = {msgid("What is locked is kept: open the period again first")}});
    return findings;
}

} // namespace model
