// What steps are called, and going back over several of them.
#include "model/base/text.h"
#include "model/commands/editor.h"

#include <algorithm>

namespace model {

namespace {

constexpr std::size_t named_fields = 3; ///< more would fill the menu

/// Steps on one record whose fields are named beside it, and what they are called then.
constexpr std::pair<std::string_view, const char*> with_fields[] = {
    {"Edit {1}", msgid("Edit {1}: {2}")},
    {"Settle {1}", msgid("Settle {1}: {2}")},
};

const char* label_with_fields(const Message& label)
{
    for (const auto& [plain, detailed] : with_fields)
        if (plain == label.id)
            return detailed;
    return nullptr;
}

/// Whether the account sees the records the step wrote, whose names its own names tell.
bool sees_all_of(RecordStore& store, const Permission& permission, std::int64_t command)
{
    auto& rows = store.rows().statements().get(
        "SELECT DISTINCT kind, scope, home FROM rec WHERE rid IN (SELECT rid FROM history WHERE "
        "command = ?1) OR rid BETWEEN (SELECT first_rid FROM command WHERE id = ?1 AND first_rid > "
        "0) AND (SELECT last_rid FROM command WHERE id = ?1) LIMIT 1000");
    rows.bind(1, command);
    bool sees = true;
    while (sees && rows.executeStep()) {
        const auto* def = store.catalog().find(rows.getColumn(0).getInt());
        const auto home = rows.getColumn(2);
        sees = def
            && permission.extent(Action::see, *def)
                   .holds(rows.getColumn(1).getInt64(), home.isNull() ? Uuid{} : column_id(home));
    }
    rows.reset();
    return sees;
}

} // namespace

std::string words_of(const StepName& step, const Translate& translate)
{
    const auto* detailed = step.fields.empty() ? nullptr : label_with_fields(step.label);
    if (!detailed)
        return render(step.label, translate);
    std::vector<std::string> names;
    for (const auto* field : step.fields)
        names.push_back(translate(field->label));
    auto arguments = step.label.args;
    arguments.resize(1);
    arguments.push_back(join(names, translate(msgid(", "))));
    return render({detailed, arguments}, translate);
}

std::vector<const FieldDef*> Editor::fields_of(const Message& label, std::int64_t command)
{
    std::vector<const FieldDef*> fields;
    if (!label_with_fields(label))
        return fields;
    auto& rows = store_.rows().statements().get(
        "SELECT DISTINCT kind, fid FROM history JOIN rec USING (rid) WHERE command = ? AND fid > 0 "
        "ORDER BY fid LIMIT ?");
    rows.bind(1, command);
    rows.bind(2, static_cast<std::int64_t>(named_fields) + 1);
    while (rows.executeStep())
        if (const auto* def = store_.catalog().find(rows.getColumn(0).getInt()))
            if (const auto* field = def->find(rows.getColumn(1).getInt()))
                fields.push_back(field);
    rows.reset();
    if (fields.size() > named_fields)
        fields.clear();
    return fields;
}

std::vector<PastStep> Editor::steps(std::int64_t limit)
{
    return guarded(store_.db(), [&] {
        auto& rows = store_.rows().statements().get(
            "SELECT command.id, label, args, at, ifnull(undone, 0), account.id, account.name "
            "FROM command LEFT JOIN account ON account.no = command.account WHERE kind = 'do' "
            "ORDER BY command.id DESC LIMIT ?");
        rows.bind(1, limit);
        std::vector<PastStep> steps;
        while (rows.executeStep())
            steps.push_back(
                {.name = {label_of(rows.getColumn(1).getString(), rows.getColumn(2).getString()),
                     rows.getColumn(0).getInt64()},
                    .at = rows.getColumn(3).getInt64(),
                    .user = rows.getColumn(6).getString(),
                    .is_own = column_id(rows.getColumn(5)) == account_.id,
                    .is_undone = rows.getColumn(4).getInt64() != 0});
        rows.reset();
        const auto may = permission();
        if (!may.may_everything())
            std::erase_if(steps, [&](const PastStep& step) {
                return !step.is_own && !sees_all_of(store_, may, step.name.command);
            });
        for (auto& step : steps)
            step.name.fields = fields_of(step.name.label, step.name.command);
        return steps;
    });
}

Outcome Editor::undo_back_to(std::int64_t command)
{
    return guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        auto& rows = store_.rows().statements().get(
            "SELECT id FROM command WHERE kind = 'do' AND ifnull(undone, 0) = 0 AND id >= ? "
            "AND account = (SELECT no FROM account WHERE id = ?) ORDER BY id DESC");
        rows.bind(1, command);
        bind(rows, 2, account_.id);
        std::vector<std::int64_t> steps;
        while (rows.executeStep())
            steps.push_back(rows.getColumn(0).getInt64());
        rows.reset();
        if (steps.empty() || steps.back() != command)
            throw UsageError(
                {msgid("There is no step {1} to take back"), {std::to_string(command)}});
        Outcome all{.done = true};
        for (const auto step : steps) {
            auto one = undo_step(step);
            all.changed = all.changed || one.changed;
            if (one.changed)
                all.id = one.id;
            if (one.command)
                all.command = one.command;
            (one.changed ? all.taken_back : all.standing).push_back(step);
            std::ranges::move(one.findings, std::back_inserter(all.findings));
            std::ranges::move(one.kept, std::back_inserter(all.kept));
        }
        transaction.commit();
        return all;
    });
}

} // namespace model
