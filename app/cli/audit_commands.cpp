#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/terminal/text_table.h"
#include "model/base/files.h"
#include "model/base/text.h"
#include "model/exchange/audit_sheet.h"
#include "model/exchange/sheet_writer.h"
#include "model/exchange/typed_date.h"

#include <algorithm>

namespace app {

namespace {

namespace json = boost::json;
using model::msgid;
using model::UsageError;

constexpr std::int64_t usual_limit = 200;

std::optional<model::Date> day_asked(Call& call, std::string_view option)
{
    if (!call.line().has(option))
        return std::nullopt;
    const auto day = model::parse_typed_date(call.line().value(option), call.store().today());
    if (!day)
        throw UsageError({msgid("--{1} takes a day such as 2026-01-31, not “{2}”"),
            {std::string(option), call.line().value(option)}});
    return day;
}

/// Whoever watches over the log need not know the persons in it: personal values are masked.
json::value value_json(const model::FieldDef* field, const model::Value& value)
{
    return field ? to_json(*field, value, false) : to_json(value);
}

/// The code of that name, or of that label in the user's language; empty where none is asked for.
std::string kind_asked(Call& call)
{
    const auto wanted = model::trimmed(call.line().value("what"));
    if (!call.line().has("what"))
        return {};
    std::vector<std::string> labels;
    for (const auto& kind : model::audit_kinds()) {
        if (wanted == kind.code || wanted == call.text(kind.label))
            return kind.code;
        labels.push_back(call.text(kind.label) + " (" + kind.code + ')');
    }
    throw UsageError({msgid("There is no kind of entry “{1}”: there are {2}"),
        {wanted, model::join(labels, call.text(msgid(", ")))}});
}

json::array changes_json(Call& call, const model::AuditEntry& entry)
{
    constexpr std::int64_t most_changes = 1000;
    json::array array;
    for (const auto& change : model::changes_of(call.store(), entry, most_changes))
        array.push_back({{"title", change.title},
            {"field", change.field ? json::value(change.field->name) : json::value("deleted")},
            {"old", value_json(change.field, change.before)},
            {"new", value_json(change.field, change.after)}});
    return array;
}

json::object entry_json(Call& call, const model::AuditEntry& entry)
{
    json::object object{{"number", entry.id}, {"at", model::to_iso_time(entry.at)},
        {"user", entry.user}, {"device", entry.device}, {"what", entry.what}, {"entity", nullptr},
        {"record", nullptr}, {"sentence", model::sentence_of(entry, call.translate())},
        {"changes", changes_json(call, entry)}};
    if (entry.def)
        object["entity"] = entry.def->name;
    if (!entry.record.is_nil())
        object["record"] = entry.record.text();
    return object;
}

void print_entries(Call& call, const std::vector<model::AuditEntry>& entries)
{
    constexpr int room_for_words = 60;
    TextTable table({call.text(msgid("Number")), call.text(msgid("When")), call.text(msgid("Who")),
                        call.text(msgid("Computer")), call.text(msgid("Kind")),
                        call.text(msgid("What")), call.text(msgid("Before → after"))},
        room_for_words);
    for (const auto& entry : entries)
        table.add({std::to_string(entry.id), moment(entry.at), entry.user, entry.device,
            call.text(model::label_of_audited(entry.what)),
            model::sentence_of(entry, call.translate()),
            model::words_of_changes(call.store(), entry, call.translate())});
    call.print(table.empty() ? call.text(msgid("The audit log has no such entry")) : table.text());
}

void export_entries(Call& call, const std::vector<model::AuditEntry>& entries)
{
    const auto path = call.line().value("export");
    call.note_given(model::audited::export_rows,
        {msgid("{1} entries of the audit log written to {2}"),
            {std::to_string(entries.size()), path}});
    model::write_audit(call.store(), entries, model::path_of(path), call.translate());
    if (call.json())
        call.answer({{"file", path}, {"entries", entries.size()}});
    else
        call.print(call.text({msgid("{1} entries of the audit log written to {2}"),
            {std::to_string(entries.size()), path}}));
}

Exit keep(Call& call)
{
    call.require(model::Action::settings);
    const auto months = call.line().number("keep", 1).value();
    model::Audit log(call.store());
    log.keep_months(
        static_cast<int>(std::min<std::int64_t>(months, 1200)), call.session().account());
    const auto dropped = log.drop_old(true);
    if (call.json())
        call.answer({{"months", log.months()}, {"dropped", dropped}});
    else
        call.print(call.text({msgid("The audit log is kept for {1} months; {2} older entries were "
                                    "dropped"),
            {std::to_string(log.months()), std::to_string(dropped)}}));
    return Exit::done;
}

Exit audit(Call& call)
{
    if (call.line().has("keep"))
        return keep(call);
    call.require(model::Action::log);
    const bool exports = call.line().has("export");
    if (exports)
        model::expect_sheet_name(model::path_of(call.line().value("export")));
    const model::AuditQuery query{.from = day_asked(call, "from"),
        .to = day_asked(call, "to"),
        .user = model::trimmed(call.line().value("who")),
        .what = kind_asked(call),
        .limit = call.line().number("limit", 1).value_or(exports ? -1 : usual_limit)};
    const auto entries = model::audit_entries(call.store(), query);
    if (exports) {
        export_entries(call, entries);
    } else if (call.json()) {
        json::array array;
        for (const auto& entry : entries)
            array.push_back(entry_json(call, entry));
        call.answer(
            {{"months", model::Audit(call.store()).months()}, {"entries", std::move(array)}});
    } else {
        print_entries(call, entries);
    }
    return Exit::done;
}

} // namespace

const std::vector<Command>& audit_commands()
{
    static const std::vector<Command> commands{
        {"audit",
            msgid("audit [--from DAY] [--to DAY] [--who NAME] [--what KIND] [--limit N] [--export "
                  "OUT.(xlsx|csv)] | --keep MONTHS"),
            msgid("who did what, when and where; the newest first"), 0, 0,
            {"from", "to", "who", "what", "limit", "export", "keep"}, audit,
            msgid("--from, --to  days, both included\n--who  the name of an account\n--what  a "
                  "kind of entry, such as sign_in, edit or export\n--limit  how many, 200 if not "
                  "said\n--export  writes them into a sheet\n--keep  how many months entries are "
                  "kept, 6 at the least\nWhether anybody changed the log is told by verify.")},
    };
    return commands;
}

} // namespace app
