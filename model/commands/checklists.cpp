#include "model/commands/checklists.h"

#include "assets/assets.h"
#include "model/base/text.h"
#include "model/commands/entry_check.h"
#include "model/commands/require.h"
#include "model/commands/store_lookup.h"
#include "model/rules/still_open.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace model {

namespace {

/// The rows of one of our own lists below its heads; no cell holds a comma.
std::vector<std::vector<std::string>> rows_of(std::string_view asset, std::size_t columns)
{
    std::vector<std::vector<std::string>> rows;
    const auto lines = split(assets::text(asset), '\n');
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].empty())
            continue;
        rows.push_back(split(lines[i], ','));
        if (rows.back().size() != columns)
            throw std::logic_error(std::string(asset) + ": " + lines[i]);
    }
    return rows;
}

/// Ids made of what the records hold need neither clock nor chance.
Uuid named_id(const Record& record)
{
    struct NoRandom : Random {
        void fill(std::span<std::uint8_t>) override
        {
            throw std::logic_error("a list without its own identity");
        }
    } random;
    ManualClock clock(0);
    return identity_for(record, clock, random);
}

template <class E>
void set_code(std::optional<E>& member, const std::string& code)
{
    if (!code.empty())
        member = detail::Codec<std::optional<E>>::from_value(Value{code});
}

std::vector<FullChecklist> read_shipped()
{
    std::vector<FullChecklist> all;
    for (const auto& row : rows_of("codes/checklists.csv", 3)) {
        FullChecklist full;
        set_code(full.list.kind, row[0]);
        full.list.name = row[1];
        full.list.source = row[2];
        full.list.id = named_id(to_record(full.list));
        all.push_back(std::move(full));
    }
    for (const auto& row : rows_of("codes/checklist_lines.csv", 5)) {
        const auto full = std::ranges::find(
            all, row[0], [](const FullChecklist& each) { return each.list.name; });
        if (full == all.end())
            throw std::logic_error("a line of no check-list: " + row[0]);
        ChecklistLine line;
        line.checklist = full->list.id;
        line.order = std::ssize(full->lines) + 1;
        line.category = row[1];
        set_code(line.matter, row[2]);
        if (row[3] == "yes")
            line.evidence = true;
        line.text = row[4];
        line.id = named_id(to_record(line));
        full->lines.push_back(std::move(line));
    }
    return all;
}

bool is_in_use(const Checklist& list, Date day)
{
    return is_current(Span{list.from, list.to}, day);
}

std::vector<ChecklistLine> lines_of(RecordStore& store, const Uuid& list)
{
    std::vector<ChecklistLine> lines;
    for (const auto& record : store.where(def_of<ChecklistLine>(), "checklist", list))
        lines.push_back(from_record<ChecklistLine>(record));
    std::ranges::stable_sort(lines, {}, [](const ChecklistLine& line) {
        return line.order.value_or(std::numeric_limits<std::int64_t>::max());
    });
    return lines;
}

} // namespace

const std::vector<FullChecklist>& shipped_checklists()
{
    static const auto all = read_shipped();
    return all;
}

std::vector<FullChecklist> checklists_in_use(RecordStore& store, ChecklistKind kind, Date day)
{
    std::vector<FullChecklist> lists;
    const auto code =
        std::string(choices_of<ChecklistKind>.at(static_cast<std::size_t>(kind)).code);
    const auto own = store.where(def_of<Checklist>(), "kind", code);
    for (const auto& record : own)
        if (const auto list = from_record<Checklist>(record); is_in_use(list, day))
            lists.push_back({list, lines_of(store, list.id)});
    std::ranges::stable_sort(lists, {}, [](const FullChecklist& full) { return full.list.name; });
    if (own.empty())
        std::ranges::copy_if(shipped_checklists(), std::back_inserter(lists),
            [&](const FullChecklist& full) { return full.list.kind == kind; });
    return lists;
}

Outcome enter_shipped_checklists(Editor& editor)
{
    require(editor, Action::enter, def_of<Checklist>());
    require(editor, Action::enter, def_of<ChecklistLine>());
    auto& store = editor.store();
    Transaction transaction(store.db());
    Outcome outcome{.done = true};
    StoreLookup lookup(store);
    EntryCheck check(editor, lookup);
    std::vector<Record> made;
    for (const auto& full : shipped_checklists()) {
        if (store.find_any(full.list.id))
            continue;
        auto list = to_record(full.list);
        auto checked = check.made(list);
        outcome.done = outcome.done && checked.is_allowed;
        add(outcome.findings, std::move(checked.findings));
        made.push_back(std::move(list));
        for (const auto& line : full.lines)
            if (!store.find_any(line.id))
                made.push_back(to_record(line));
    }
    std::erase_if(
        outcome.findings, [](const Finding& finding) { return finding.level != Level::refuse; });
    if (outcome.done && !made.empty()) {
        Batch batch(store,
            {.label = {msgid("Enter the check-lists that come along")},
                .account = editor.account()});
        for (const auto& record : made)
            batch.create(record);
        outcome.id = made.front().id;
        outcome.command = batch.commit();
        outcome.changed = true;
    }
    transaction.commit();
    return outcome;
}

} // namespace model
