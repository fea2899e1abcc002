#include "model/commands/minimise.h"

#include "model/commands/attachments.h"
#include "model/commands/rights.h"
#include "model/commands/store_lookup.h"
#include "model/entities/person.h"
#include "model/entities/posting.h"
#include "model/rules/left_staff.h"
#include "model/store/forget.h"

#include <algorithm>
#include <map>
#include <set>

namespace model {

namespace {

/// What the postings of somebody say together.
struct Serving {
    std::optional<Date> last;
    std::optional<Uuid> unit;
    bool is_open = false;
};

std::map<Uuid, Serving> servings(RecordStore& store, Date on)
{
    std::map<Uuid, Serving> all;
    store.each({.def = &def_of<Posting>()}, [&](const Record& record) {
        const auto posting = from_record<Posting>(record);
        if (!posting.person)
            return;
        auto& serving = all[*posting.person];
        if (!posting.to || *posting.to >= on) {
            serving.is_open = true;
        } else if (!serving.last || *serving.last <= *posting.to) {
            serving.last = *posting.to;
            serving.unit = posting.unit;
        }
    });
    return all;
}

std::vector<const FieldDef*> filled_of(const Record& record)
{
    std::vector<const FieldDef*> filled;
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (const auto& field = record.def->fields[i];
            is_minimised_away(field) && !is_empty(record.values[i]))
            filled.push_back(&field);
    return filled;
}

/// Ids, among them everybody whom attachments_about() has something to say of, with one query for
/// all of them.
std::set<Uuid> ids_with_attachments(RecordStore& store)
{
    std::string sql = "WITH kept AS (SELECT DISTINCT record AS id FROM attachment "
                      "WHERE minimised IS NULL AND record IS NOT NULL) SELECT id FROM kept";
    for (const auto* def : store.catalog().all())
        if (const auto* field = def->find("person"); field && field->refers_to == "person")
            sql += " UNION SELECT t.person FROM kept JOIN rec USING (id) JOIN " + quoted(def->name)
                + " AS t ON t.rid = rec.rid WHERE t.person IS NOT NULL";
    std::set<Uuid> ids;
    auto& list = store.rows().statements().get(sql);
    while (list.executeStep())
        ids.insert(column_id(list.getColumn(0)));
    list.reset();
    return ids;
}

std::optional<Message> why_not(
    RecordStore& store, const Rights& rights, const Meta& meta, std::span<const Uuid> attachments)
{
    const auto where = rights.around(meta);
    if (!may_write(rights.self().org, *minimised_field(*meta.def), where))
        return Message{msgid("The hall office that manages the place cleans up there")};
    if (!rights.permission().may(Action::minimise, *meta.def, where, true))
        return rights.permission().why_not(Action::minimise);
    const auto is_under_way = [&](const Uuid& file) {
        const auto of = store.rows().meta(file);
        return of && is_personal_edit_under_way(store.rows(), *of);
    };
    if (is_personal_edit_under_way(store.rows(), meta)
        || std::ranges::any_of(attachments, is_under_way))
        return Message{msgid("An edit of this person is on its way to the county: sync first")};
    return std::nullopt;
}

struct Found {
    DueForMinimising due;
    std::optional<Uuid> unit;
    std::vector<Uuid> attachments;
};

/// What the registers themselves say of who is due; units and rights are looked up afterwards.
std::vector<Found> found_due(RecordStore& store, Date on, std::int64_t months)
{
    std::vector<Found> found;
    const auto all = servings(store, on);
    const auto with_attachments = ids_with_attachments(store);
    store.each({.def = &def_of<Person>()}, [&](const Record& record) {
        const auto serving = all.find(record.id);
        if (serving == all.end() || serving->second.is_open || !serving->second.last
            || due_after(*serving->second.last, months) > on)
            return;
        auto filled = filled_of(record);
        auto files = with_attachments.contains(record.id) ? attachments_about(store, record.id)
                                                          : std::vector<Uuid>{};
        if (!filled.empty() || !files.empty())
            found.push_back({{.id = record.id,
                                 .name = record.title(),
                                 .unit = {},
                                 .left = *serving->second.last,
                                 .filled = std::move(filled),
                                 .attachments = std::ssize(files),
                                 .minimised = minimised_on(record)},
                serving->second.unit, std::move(files)});
    });
    return found;
}

} // namespace

std::vector<DueForMinimising> due_for_minimising(
    RecordStore& store, const Permission& permission, Date on)
{
    return guarded(store.db(), [&] {
        StoreLookup lookup(store);
        const Rights rights(store, permission);
        std::vector<DueForMinimising> due;
        for (auto& [each, unit, attachments] :
            found_due(store, on, months_kept_after_leaving(lookup, on))) {
            if (unit)
                each.unit = store.title_of(*unit);
            if (const auto meta = store.rows().meta(each.id))
                each.why_not = why_not(store, rights, *meta, attachments);
            due.push_back(std::move(each));
        }
        std::ranges::stable_sort(due, {}, &DueForMinimising::left);
        return due;
    });
}

Outcome minimise(Editor& editor, std::span<const Uuid> people)
{
    auto& store = editor.store();
    Outcome outcome;
    {
        Transaction transaction(store.db());
        const auto today = store.today();
        const auto due = due_for_minimising(store, editor.permission(), today);
        std::vector<Uuid> chosen;
        for (const auto& id : people) {
            const auto found = std::ranges::find(due, id, &DueForMinimising::id);
            if (found != due.end() && !found->why_not)
                chosen.push_back(id);
            else
                outcome.findings.push_back({.rule = "minimise",
                    .field = "minimised",
                    .message = found == due.end()
                        ? Message{msgid("{1} is not due to be cleaned up"), {store.title_of(id)}}
                        : *found->why_not});
        }
        if (!chosen.empty()) {
            Batch batch(store,
                {.label = {msgid("Clean up the personal information of {1} people"),
                     {std::to_string(chosen.size())}},
                    .account = editor.account(),
                    .kind = "forget",
                    .what = audited::minimise});
            for (const auto& id : chosen) {
                batch.forget(id, today);
                for (const auto& file : attachments_about(store, id))
                    batch.forget(file, today);
            }
            outcome.id = chosen.front();
            outcome.command = batch.commit();
            outcome.done = outcome.changed = true;
        }
        transaction.commit();
    }
    if (outcome.changed)
        clear_residue(store);
    return outcome;
}

} // namespace model
