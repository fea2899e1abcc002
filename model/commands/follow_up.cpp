#include "model/commands/follow_up.h"

#include "model/base/text.h"
#include "model/commands/edit_check.h"
#include "model/entities/task.h"
#include "model/rules/supervision_rules.h"
#include "model/schema/extra_field.h"
#include "model/store/shown_title.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

/// What a task of a record of that register is called and whence it comes.
struct Kind {
    std::string_view entity;
    std::string_view source;
    std::string_view matter; ///< the field that says what is to be done about
    const char* name;        ///< msgid
};

constexpr std::array kinds{
    Kind{"finding", "finding", "name", msgid("Correct: {1}")},
    Kind{"complaint", "complaint", "matter", msgid("Deal with the complaint: {1}")},
    Kind{"unable_case", "unable", "matter", msgid("Solve: {1}")},
};

/// Who answers for it and by when, in the fields of any register.
constexpr std::array owner_fields{"owner", "handler", "responsible", "contact"};
constexpr std::array due_fields{"extended", "due"};

constexpr std::size_t longest_name = 200;

std::string shortened(const std::string& words)
{
    const auto letters = to_utf32(words);
    return letters.size() <= longest_name ? words
                                          : to_utf8(letters.substr(0, longest_name - 1)) + "…";
}

const Value* filled(const Record& record, std::string_view name)
{
    const auto at = record.def->index_of(name);
    return at < record.values.size() && !is_empty(record.values[at]) ? &record.values[at] : nullptr;
}

Record source_of(RecordStore& store, const Uuid& id)
{
    const auto found = store.find_any(id);
    if (!found || found->first.deleted)
        throw UsageError({msgid("There is no such record: {1}"), {id.text()}});
    const auto& [meta, record] = *found;
    if (meta.def->administrative || meta.def->hidden || meta.def->id == def_of<Task>().id)
        throw UsageError({msgid("No task comes of a record of this register")});
    if (meta.def->reach == Reach::restricted)
        throw UsageError({msgid("Tips and who gave them stay with their handlers: enter the task "
                                "by hand, without what could name anybody")});
    return record;
}

/// The record itself, or what it names, in each field of the task that can refer to it.
void link(Record& task, const Record& source)
{
    for (const auto& field : task.def->fields) {
        if (field.type != Type::reference)
            continue;
        if (field.refers_to == source.def->name) {
            task[field.name] = source.id;
            continue;
        }
        const auto same = std::ranges::find_if(source.def->fields, [&](const FieldDef& each) {
            return each.type == Type::reference && each.refers_to == field.refers_to
                && filled(source, each.name);
        });
        if (same != source.def->fields.end())
            task[field.name] = *filled(source, same->name);
    }
}

void name_task(RecordStore& store, Record& task, const Record& source,
    const std::optional<Finding>& line, const Translate& translate)
{
    const auto kind = std::ranges::find(kinds, source.def->name, &Kind::entity);
    const auto title = shown_title(store, source);
    if (line) {
        task["name"] = shortened(
            render({msgid("{1}: {2}"), {title, render(line->message, translate)}}, translate));
        task["source"] = std::string("board");
        task["remark"] = render({msgid("From the board: {1} “{2}”, rule {3}"),
                                    {translate(source.def->label), title, std::string(line->rule)}},
            translate);
        return;
    }
    const auto* matter = kind != kinds.end() ? filled(source, kind->matter) : nullptr;
    task["name"] = shortened(render({kind != kinds.end() ? kind->name : msgid("See to it: {1}"),
                                        {matter ? to_text(*matter) : title}},
        translate));
    task["source"] = std::string(kind != kinds.end() ? kind->source : "other");
}

} // namespace

Record task_of(RecordStore& store, const Uuid& record, const std::optional<Finding>& line,
    const Translate& translate)
{
    const auto source = source_of(store, record);
    auto task = Record::empty(def_of<Task>(), {});
    link(task, source);
    name_task(store, task, source, line, translate);
    task["set_on"] = store.today();
    task["state"] = std::string("open");
    for (const auto* name : owner_fields)
        if (const auto* field = source.def->find(name);
            field && field->type == Type::text && !field->personal && is_empty(task["owner"]))
            if (const auto* who = filled(source, name))
                task["owner"] = *who;
    const auto take_day = [&](const Value& day) {
        const auto* date = std::get_if<Date>(&day);
        if (date && *date >= store.today() && is_empty(task["due"]))
            task["due"] = *date;
    };
    for (const auto* name : due_fields)
        if (const auto* day = filled(source, name))
            take_day(*day);
    if (line && line->due)
        take_day(*line->due);
    return task;
}

std::optional<Uuid> open_task_of(RecordStore& store, const Record& task)
{
    for (const auto& each : store.where(def_of<Task>(), "name", task["name"])) {
        const bool is_same = std::ranges::all_of(task.def->fields, [&](const FieldDef& field) {
            return field.type != Type::reference || each[field.name] == task[field.name];
        });
        if (is_same && !is_over(from_record<Task>(each)))
            return each.id;
    }
    return std::nullopt;
}

Outcome follow_up(
    Editor& editor, const Record& task, std::span<const FieldEdit> edits, bool is_dry_run)
{
    if (const auto same = open_task_of(editor.store(), task); same && edits.empty())
        return {.done = true, .changed = false, .id = *same};
    const auto& def = *editor.store().catalog().find(task.def->id); // with what offices added
    auto wanted = fitted(def, task);
    for (const auto& edit : edits)
        wanted[edit.field->name] = edit.value;
    return editor.create(def, differences(Record::empty(def, {}), wanted), {.dry_run = is_dry_run});
}

} // namespace model
