// A task that comes of what is shown.
#include "model/commands/follow_up.h"
#include "model/entities/task.h"
#include "views/board/board_page.h"
#include "views/shell/page_table.h"
#include "views/shell/pages.h"
#include "views/shell/record_page.h"
#include "views/widgets/tr.h"

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
    const auto outcome = model::follow_up(desk_.editor, task);
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
