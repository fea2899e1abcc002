#include "model/commands/editor.h"
#include "model/commands/inverter.h"

#include <boost/json/parse.hpp>

#include <cstdlib>

namespace model {

// A step that was undone and done again is what its newest redo wrote; undoing takes that back, and
// redoing takes back the undo. So both are one thing: inverting what a command wrote.
struct Editor::Command {
    std::int64_t number = 0;
    Message label;
    std::string kind;
    std::int64_t undone = 0;
    std::int64_t first_rid = 0;
    std::int64_t last_rid = 0;
};

namespace {

/// How the inbox calls a decision. Once the county was told it is settled for all.
constexpr std::string_view label_of_settling = "Settle {1}";

// A step names the command that undid it: none while it stands; 0 where nothing could be taken
// back; less than 0 where redo was in vain, so that it is not in the way of others either.
constexpr std::int64_t undo_in_vain = 0;

} // namespace

Message Editor::label_of(const std::string& text, const std::string& arguments)
{
    Message label{.id = labels_.insert(text).first->c_str()};
    boost::system::error_code error;
    const auto list = boost::json::parse(arguments, error);
    if (const auto* words = list.if_array())
        for (const auto& word : *words)
            if (const auto* held = word.if_string())
                label.args.emplace_back(*held);
    return label;
}

std::optional<StepName> Editor::newest(const char* sql)
{
    return guarded(store_.db(), [&]() -> std::optional<StepName> {
        auto& row = store_.rows().statements().get(sql);
        bind(row, 1, account_.id);
        std::optional<StepName> name;
        if (row.executeStep())
            name = StepName{label_of(row.getColumn(1).getString(), row.getColumn(2).getString()),
                row.getColumn(0).getInt64()};
        row.reset();
        if (name)
            name->fields = fields_of(name->label, name->command);
        return name;
    });
}

std::optional<StepName> Editor::undoable()
{
    if (auto open =
            newest("SELECT id, label, args FROM command WHERE kind = 'do' AND undone IS NULL "
                   "AND account = (SELECT no FROM account WHERE id = ?) ORDER BY id DESC LIMIT 1"))
        return open;
    // What was tried in vain comes after all others: what was in its way may be gone.
    return newest("SELECT id, label, args FROM command WHERE kind = 'do' AND undone = 0 "
                  "AND account = (SELECT no FROM account WHERE id = ?) ORDER BY id DESC LIMIT 1");
}

std::optional<StepName> Editor::redoable()
{
    return newest(
        "SELECT id, label, args FROM command AS step WHERE kind = 'do' AND abs(undone) > id "
        "AND account = (SELECT no FROM account WHERE id = ?) AND NOT EXISTS (SELECT 1 FROM command "
        "AS later WHERE later.id > abs(step.undone) AND later.kind = 'do' "
        "AND later.account = step.account) ORDER BY undone < 0, abs(undone) DESC LIMIT 1");
}

std::optional<Editor::Command> Editor::command(std::int64_t number)
{
    auto& row = store_.rows().statements().get("SELECT label, args, kind, undone, first_rid, "
                                               "last_rid FROM command WHERE id = ?");
    row.bind(1, number);
    std::optional<Command> command;
    if (row.executeStep())
        command =
            Command{number, label_of(row.getColumn(0).getString(), row.getColumn(1).getString()),
                row.getColumn(2).getString(), row.getColumn(3).getInt64(),
                row.getColumn(4).getInt64(), row.getColumn(5).getInt64()};
    row.reset();
    return command;
}

void Editor::mark(std::int64_t step, std::optional<std::int64_t> undone)
{
    auto& row = store_.rows().statements().get("UPDATE command SET undone = ? WHERE id = ?");
    if (undone)
        row.bind(1, *undone);
    row.bind(2, step);
    row.exec();
}

Outcome Editor::invert(const Command& step, const Command& last, const char* kind)
{
    Batch batch(
        store_, {.label = step.label, .account = account_, .kind = kind, .target = step.number});
    Inverter inverter(store_, batch, permission(), std::string_view(kind) == "undo");
    const auto& first = last.kind == "redo" ? step : last;
    inverter.invert({last.number, last.first_rid, last.last_rid},
        {first.number, first.first_rid, first.last_rid});

    Outcome outcome{.done = true,
        .changed = !batch.touched().empty(),
        .findings = std::move(inverter.findings),
        .kept = std::move(inverter.kept)};
    if (outcome.changed)
        outcome.id = batch.touched().front();
    outcome.command = batch.commit();
    return outcome;
}

/// A decision that the county has not been told yet is as if it had never been.
std::optional<Outcome> Editor::open_again(const Command& step)
{
    Batch batch(
        store_, {.label = step.label, .account = account_, .kind = "undo", .target = step.number});
    if (!batch.unsettle(step.number)) {
        batch.commit(); // of nothing, so that the transaction around it can go on
        return std::nullopt;
    }
    Outcome outcome{.done = true, .changed = true, .id = batch.touched().front()};
    outcome.findings.push_back({.rule = "asked_again",
        .level = Level::warn,
        .message = {msgid("The conflict over \"{1}\" is open again"), step.label.args}});
    outcome.command = batch.commit();
    return outcome;
}

Outcome Editor::undo_step(std::int64_t number)
{
    return guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        const auto step = command(number);
        if (!step || step->kind != "do")
            throw UsageError(
                {msgid("There is no step {1} to take back"), {std::to_string(number)}});
        if (step->undone)
            throw UsageError({msgid("Step {1} is taken back already"), {std::to_string(number)}});
        auto& redone = store_.rows().statements().get(
            "SELECT max(id) FROM command WHERE id > ?1 AND kind = 'redo' AND target = ?1");
        redone.bind(1, number);
        redone.executeStep();
        const auto again = redone.getColumn(0).getInt64();
        redone.reset();

        const bool is_settling = std::string_view(step->label.id) == label_of_settling;
        if (is_settling && !again)
            if (auto opened = open_again(*step)) {
                mark(number, number); // a decision is not taken once more by redo
                transaction.commit();
                return *opened;
            }
        auto outcome = invert(*step, again ? command(again).value() : *step, "undo");
        if (outcome.changed && is_settling)
            outcome.findings.push_back({.rule = "settled",
                .level = Level::warn,
                .message = {msgid("\"{1}\" has its former value again; the conflict stays decided "
                                  "and is not asked again"),
                    step->label.args}});
        // Where nothing could be taken back the step stands, but is not in the way of older ones.
        mark(number, outcome.changed ? outcome.command : undo_in_vain);
        transaction.commit();
        return outcome;
    });
}

std::optional<Outcome> Editor::undo()
{
    Transaction transaction(store_.db());
    const auto name = undoable();
    auto outcome = name ? std::optional(undo_step(name->command)) : std::nullopt;
    transaction.commit();
    return outcome;
}

std::optional<Outcome> Editor::redo()
{
    return guarded(store_.db(), [&]() -> std::optional<Outcome> {
        Transaction transaction(store_.db());
        const auto name = redoable();
        std::optional<Outcome> outcome;
        if (name) {
            const auto step = command(name->command).value();
            const auto undo = std::abs(step.undone);
            outcome = invert(step, command(undo).value(), "redo");
            mark(step.number, outcome->changed ? std::nullopt : std::optional(-undo));
        }
        transaction.commit();
        return outcome;
    });
}

} // namespace model
