#include "model/commands/make_lines.h"

#include "model/commands/approval_chains.h"
#include "model/commands/checklists.h"
#include "model/commands/enter_all.h"
#include "model/commands/known_of_leaver.h"
#include "model/commands/store_lookup.h"
#include "model/entities/inspection.h"
#include "model/entities/inspection_line.h"
#include "model/entities/item_change.h"
#include "model/entities/leave.h"
#include "model/entities/posting_change.h"
#include "model/entities/roster.h"
#include "model/rules/limits.h"

#include <algorithm>
#include <array>
#include <set>

namespace model {

namespace {

Record live_record(RecordStore& store, const Uuid& id)
{
    const auto found = store.find_any(id);
    if (!found || found->first.deleted)
        throw UsageError({msgid("There is no such record: {1}"), {id.text()}});
    return found->second;
}

/// The lists of these kinds, one kind after the other.
std::vector<FullChecklist> lists_of(
    RecordStore& store, std::initializer_list<ChecklistKind> kinds, Date day)
{
    std::vector<FullChecklist> all;
    for (const auto kind : kinds)
        std::ranges::move(checklists_in_use(store, kind, day), std::back_inserter(all));
    return all;
}

/// A list of the register, or one that comes along, as what is offered of it.
LinesOffered offered(const FullChecklist& full)
{
    return {.name = full.list.name, .source = full.list.source};
}

LinesOffered lines_of_inspection(
    RecordStore& store, const Record& record, const FullChecklist& full)
{
    const auto inspection = from_record<Inspection>(record);
    std::set<std::string> there;
    std::int64_t last = 0;
    for (const auto& each : store.where(def_of<InspectionLine>(), "inspection", inspection.id)) {
        const auto line = from_record<InspectionLine>(each);
        there.insert(line.question);
        last = std::max(last, line.order.value_or(0));
    }
    auto all = offered(full);
    for (const auto& each : full.lines) {
        if (there.contains(each.text)) {
            ++all.there;
            continue;
        }
        InspectionLine line;
        line.inspection = inspection.id;
        line.order = ++last;
        line.category = each.category;
        line.question = each.text;
        line.evidence = each.evidence;
        all.lines.push_back(to_record(line));
    }
    if (inspection.checklist.empty() && !all.lines.empty()) {
        all.others.push_back(record);
        all.others.back()["checklist"] = full.list.name;
    }
    return all;
}

std::vector<LinesOffered> of_inspection(RecordStore& store, const Record& record)
{
    const auto inspection = from_record<Inspection>(record);
    using enum ChecklistKind;
    const auto day = inspection.day.value_or(store.today());
    auto lists = inspection.kind == InspectionKind::self_check
        ? lists_of(store, {self_check, patrol}, day)
        : lists_of(store, {patrol, self_check}, day);
    std::ranges::stable_partition(lists, [&](const FullChecklist& full) {
        return !inspection.checklist.empty() && full.list.name == inspection.checklist;
    });
    std::vector<LinesOffered> all;
    for (const auto& full : lists)
        all.push_back(lines_of_inspection(store, record, full));
    return all;
}

/// By when it is settled: a newcomer's list before the trial is over, a leaver's within the days of
/// the limit `leaving_list_days` after the last day.
std::optional<Date> due_of(RecordStore& store, const Posting& posting, CheckKind kind)
{
    if (kind == CheckKind::joining)
        return posting.trial_until;
    StoreLookup lookup(store);
    const auto days = limit_on("leaving_list_days", {lookup, store.today()});
    if (!posting.to || !days)
        return std::nullopt;
    return Date(std::chrono::sys_days{*posting.to} + std::chrono::days{days->value});
}

/// The lines of somebody who comes or goes that a list can give, and which of them are there.
class HandoverLines {
public:
    HandoverLines(RecordStore& store, const Posting& posting, CheckKind kind)
        : store_(store)
        , posting_(posting)
        , kind_(kind)
        , due_(due_of(store, posting, kind))
    {
        for (const auto& record :
            store.where(def_of<HandoverCheck>(), "person", posting.person.value())) {
            auto check = from_record<HandoverCheck>(record);
            if (check.kind == kind && (!check.posting || check.posting == posting.id))
                there_.push_back(std::move(check));
        }
    }

    LinesOffered of(const FullChecklist& full) const
    {
        auto all = offered(full);
        for (const auto& line : full.lines) {
            const auto matter = line.matter.value_or(CheckMatter::other);
            const auto known = kind_ == CheckKind::leaving
                ? known_of_leaver(store_, posting_, matter)
                : std::vector<std::string>{};
            for (const auto& text : known)
                add(all, matter, line.text + "：" + text);
            if (known.empty())
                add(all, matter, line.text);
        }
        return all;
    }

private:
    /// One entered by hand says no more than its matter.
    bool is_there(CheckMatter matter, const std::string& text) const
    {
        return std::ranges::any_of(there_, [&](const HandoverCheck& check) {
            return check.matter == matter
                && (check.text == text || (check.text.empty() && matter != CheckMatter::other));
        });
    }

    void add(LinesOffered& all, CheckMatter matter, const std::string& text) const
    {
        if (is_there(matter, text)) {
            ++all.there;
            return;
        }
        HandoverCheck check;
        check.person = posting_.person;
        check.posting = posting_.id;
        check.kind = kind_;
        check.matter = matter;
        check.text = text;
        check.due = due_;
        all.lines.push_back(to_record(check));
    }

    RecordStore& store_;
    const Posting& posting_;
    CheckKind kind_;
    std::optional<Date> due_;
    std::vector<HandoverCheck> there_;
};

/// Somebody of whom the end is known, or applied for, goes; all others came.
std::vector<LinesOffered> of_posting(RecordStore& store, const Posting& posting)
{
    if (!posting.person)
        throw UsageError({msgid("The posting names nobody yet: enter the person first")});
    const bool goes = posting.to || posting.status == PostingStatus::rotating
        || posting.status == PostingStatus::left;
    std::vector<LinesOffered> all;
    const auto add = [&](CheckKind kind, ChecklistKind list) {
        const HandoverLines lines(store, posting, kind);
        for (const auto& full : checklists_in_use(store, list, store.today()))
            all.push_back(lines.of(full));
    };
    add(goes ? CheckKind::leaving : CheckKind::joining,
        goes ? ChecklistKind::leaving : ChecklistKind::joining);
    add(goes ? CheckKind::joining : CheckKind::leaving,
        goes ? ChecklistKind::joining : ChecklistKind::leaving);
    return all;
}

} // namespace

bool gets_lines(const EntityDef& def)
{
    const std::array all{&def_of<Inspection>(), &def_of<Posting>(), &def_of<Leave>(),
        &def_of<PostingChange>(), &def_of<ItemChange>(), &def_of<Roster>()};
    return std::ranges::find(all, def.id, &EntityDef::id) != all.end();
}

std::vector<LinesOffered> lines_for(RecordStore& store, const Uuid& record)
{
    const auto found = live_record(store, record);
    if (found.def->id == def_of<Inspection>().id)
        return of_inspection(store, found);
    if (found.def->id == def_of<Posting>().id)
        return of_posting(store, from_record<Posting>(found));
    if (gets_lines(*found.def))
        return steps_for(store, found);
    throw UsageError({msgid("Records of this register get no lines from a list")});
}

Outcome make_lines(Editor& editor, const Uuid& record, const LinesOffered& lines)
{
    auto all = lines.lines;
    std::ranges::copy(lines.others, std::back_inserter(all));
    if (all.empty())
        return {.done = true, .id = record};
    auto outcome =
        enter_all(editor, {msgid("Make the lines of {1}"), {editor.store().title_of(record)}}, all);
    outcome.id = record;
    return outcome;
}

std::string text_of_line(const Record& line, const Translate& translate)
{
    for (const auto* name : {"question", "text", "post"})
        if (const auto* field = line.def->find(name); field && !is_empty(line[field->name]))
            return to_text(line[field->name]);
    return translate(line.def->label);
}

} // namespace model
