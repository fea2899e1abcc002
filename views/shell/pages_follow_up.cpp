// A task that comes of what is shown.
#include "model/commands/follow_up.h"
#include "model/entities/task.h"
#include "model/schema/extra_field.h"
#include "views/board/board_page.h"
#include "views/shell/new_record_dialog.h"
#include "views/shell/page_table.h"
#include "views/shell/pages.h"
#include "views/shell/record_page.h"
#include "views/widgets/tr.h"

#include <algorithm>

namespace views {

namespace {

/// Where the user goes on: what is still missing.
const model::FieldDef* first_missing(const model::Record& task)
{
    for (const auto* name : {"owner", "due", "name"})
        if (model::is_empty(task[name]))
            return task.def->find(name);
    return task.def->find("name");
}

/// Whether nothing keeps the task from being made but fields that offices added and that nobody
/// could fill in yet.
bool lacks_own_fields(const model::Findings& findings, model::RecordStore& store)
{
    const auto& tasks = *store.catalog().find(model::def_of<model::Task>().id);
    return std::ranges::all_of(findings, [&](const model::Finding& finding) {
        const auto* field = tasks.find(finding.field);
        return finding.level != model::Level::refuse || (field && model::extra_of(*field));
    });
}

/// Asks for what is still missing of the task, which begins with what is known.
std::optional<model::Uuid> ask_task(
    wxWindow* parent, model::Editor& editor, const model::Record& task)
{
    std::vector<model::FieldEdit> begun;
    for (const auto& field : task.def->fields)
        if (!model::is_empty(task[field.name]))
            begun.push_back({&field, task[field.name]});
    const auto& tasks = *editor.store().catalog().find(task.def->id);
    return ask_new_record(parent, editor, tasks, begun);
}

} // namespace

void Pages::follow_up()
{
    if (!may_leave())
        return;
    model::Uuid record;
    std::optional<model::Finding> finding;
    if (const auto* page = record_page()) {
        record = page->shown();
    } else if (board_ && shown_ == board_page) {
        if (const auto* line = board_->chosen_line(); line && line->def) {
            record = line->id;
            finding = *line->finding;
        }
    }
    if (record.is_nil())
        throw model::UsageError({model::msgid("Choose a record, or a line of the board, first")});
    const auto task = model::task_of(desk_.editor.store(), record, finding, language());
    auto outcome = model::follow_up(desk_.editor, task);
    if (!outcome.done && lacks_own_fields(outcome.findings, desk_.editor.store())) {
        const auto made = ask_task(wxGetTopLevelParent(this), desk_.editor, task);
        if (!made)
            return;
        outcome = {.done = true, .changed = true, .id = *made};
    }
    for (const auto& each : outcome.findings)
        if (!outcome.done && each.level == model::Level::refuse)
            throw model::Error(each.message);
    if (outcome.changed)
        on_written();
    open_record(*task.def, outcome.id, first_missing(task));
    on_say(outcome.changed ? tr("A task was made of it; Undo takes it back")
                           : tr("There is such a task already: here it is"));
}

} // namespace views
