#include "app/cli/command.h"
#include "app/cli/cross_command.h"
#include "app/cli/json.h"
#include "app/cli/list_command.h"
#include "app/terminal/text_table.h"
#include "model/access/searcher.h"
#include "model/assessment/assessed_by.h"
#include "model/base/text.h"
#include "model/commands/new_record.h"
#include "model/commands/require.h"
#include "model/entities/catalog.h"
#include "model/store/search.h"

#include <algorithm>

namespace app {

namespace {

namespace json = boost::json;
using model::FieldDef;
using model::msgid;
using model::UsageError;

json::object field_json(Call& call, const model::EntityDef& def, const FieldDef& field)
{
    json::object object{{"name", field.name}, {"label", call.text(field.label)},
        {"type", model::type_name(field.type)}, {"owner", model::owner_name(field.owner)},
        {"required", model::is_needed(def, field)}, {"personal", field.personal}};
    if (!field.refers_to.empty())
        object["refers_to"] = field.refers_to;
    if (field.type == model::Type::decimal)
        object["scale"] = field.scale;
    if (!field.choices.empty()) {
        json::array choices;
        for (const auto& choice : field.choices)
            choices.push_back({{"code", choice.code}, {"label", call.text(choice.label)}});
        object["choices"] = std::move(choices);
    }
    return object;
}

const char* type_label(model::Type type)
{
    switch (type) {
    case model::Type::text:
        return msgid("text");
    case model::Type::integer:
        return msgid("whole number");
    case model::Type::decimal:
        return msgid("number with decimals");
    case model::Type::boolean:
        return msgid("yes or no");
    case model::Type::date:
        return msgid("date");
    case model::Type::month:
        return msgid("month");
    case model::Type::time_of_day:
        return msgid("time of day");
    case model::Type::choice:
        return msgid("one of a list");
    case model::Type::set:
        return msgid("several of a list");
    case model::Type::reference:
        return msgid("record of another register");
    case model::Type::attachment:
        break;
    }
    return msgid("file");
}

const char* owner_label(model::Owner owner)
{
    switch (owner) {
    case model::Owner::agency:
        return msgid("hall office");
    case model::Owner::home_unit:
        return msgid("sending unit");
    case model::Owner::outlet:
        return msgid("township or village");
    case model::Owner::upstream:
        return msgid("city or province");
    case model::Owner::shared:
        break;
    }
    return msgid("all");
}

void print_entity(Call& call, const model::EntityDef& def)
{
    call.print(std::string(def.name) + "  " + call.text(def.label));
    TextTable table({call.text(msgid("Field")), call.text(msgid("Label")), call.text(msgid("Type")),
        call.text(msgid("Owner")), "", ""});
    for (const auto& field : def.fields) {
        auto type = call.text(type_label(field.type));
        if (!field.refers_to.empty())
            type = call.text(call.entity(field.refers_to).label);
        table.add({"  " + std::string(field.name), call.text(field.label), type,
            call.text(owner_label(field.owner)),
            model::is_needed(def, field) ? call.text(msgid("required")) : "",
            field.personal ? call.text(msgid("personal")) : ""});
    }
    call.print(table.text());
}

Exit entities(Call& call)
{
    if (call.line().has("db"))
        call.session(); // with the fields that its offices added
    const auto all =
        call.line().has("db") ? call.store().catalog().all() : model::hall_catalog().all();
    if (!call.json()) {
        for (const auto* def : all)
            print_entity(call, *def);
        return Exit::done;
    }
    json::array array;
    for (const auto* def : all) {
        json::array fields;
        for (const auto& field : def->fields)
            fields.push_back(field_json(call, *def, field));
        array.push_back({{"name", def->name}, {"label", call.text(def->label)},
            {"plural", call.text(def->plural)}, {"title", def->title},
            {"fields", std::move(fields)}});
    }
    call.answer({{"entities", std::move(array)}});
    return Exit::done;
}

/// Whether the record is given whole; throws Error where --reveal asks for one that may not be, and
/// for a record that is not seen.
bool whole_asked(Call& call, const model::EntityDef& def, const model::Uuid& id)
{
    const Reader reader(call, def);
    reader.expect(id);
    if (const auto meta = call.store().rows().meta(id); meta && call.line().has("reveal"))
        model::require(call.editor(), model::Action::reveal, *meta, true);
    return reader.whole(id);
}

/// What follows from the record and stands in no field: of a posting, who assesses.
std::vector<std::string> follows_from(Call& call, const model::Record& record)
{
    std::vector<std::string> sentences;
    if (record.def->id != model::def_of<model::Posting>().id)
        return sentences;
    const auto posting = model::from_record<model::Posting>(record);
    const auto unit = posting.unit ? call.store().find(model::def_of<model::Unit>(), *posting.unit)
                                   : std::nullopt;
    const auto sender = unit ? std::optional(model::from_record<model::Unit>(*unit)) : std::nullopt;
    for (const auto& each : model::assessed_by(posting, sender))
        sentences.push_back(call.text(each));
    return sentences;
}

Exit get(Call& call)
{
    const auto& def = call.readable(call.operand(0));
    const auto id = call.record(def, call.operand(1));
    const auto record = call.store().find(def, id).value();
    const bool whole = whole_asked(call, def, id);
    call.note_revealed(&def, whole ? 1 : 0, id);
    const auto sentences = follows_from(call, record);
    if (call.json()) {
        call.answer({{"entity", def.name}, {"record", to_json(record, whole)},
            {"follows", json::array(sentences.begin(), sentences.end())}});
        return Exit::done;
    }
    int width = cells(call.text(msgid("Record id")));
    for (std::size_t i = 0; i < def.fields.size(); ++i)
        if (!model::is_empty(record.values[i]))
            width = std::max(width, cells(call.text(def.fields[i].label)));
    for (std::size_t i = 0; i < def.fields.size(); ++i)
        if (!model::is_empty(record.values[i]))
            call.print(padded(call.text(def.fields[i].label), width + 2)
                + call.shown(def.fields[i], record.values[i], whole));
    call.print(padded(call.text(msgid("Record id")), width + 2) + id.text());
    for (const auto& sentence : sentences)
        call.print(sentence);
    return Exit::done;
}

/// The record an id or a name means, in the recycle bin or not.
model::Uuid any_record(Call& call, const model::EntityDef& def, const std::string& word)
{
    const auto id = model::Uuid::parse(word);
    const auto found = id ? call.store().find_any(*id) : std::nullopt;
    return found && found->first.def->id == def.id ? *id : call.record(def, word);
}

std::string step_name(Call& call, const model::HistoryStep& step)
{
    if (step.lost)
        return call.text({msgid("{1} (did not stand)"), {call.text(step.field->label)}});
    if (step.field && step.decided)
        return call.text({msgid("{1} (conflict decided)"), {call.text(step.field->label)}});
    if (step.field)
        return call.text(step.field->label);
    if (step.fid < 0)
        return call.text(msgid("Added"));
    return call.text(
        step.after == model::Value{true} ? msgid("Into the recycle bin") : msgid("Brought back"));
}

void print_history(Call& call, const std::vector<model::HistoryStep>& steps, bool whole)
{
    TextTable table({call.text(msgid("When")), call.text(msgid("Who")), call.text(msgid("What")),
        call.text(msgid("Before")), call.text(msgid("After")), call.text(msgid("Document"))});
    for (const auto& step : steps) {
        const auto value = [&](const model::Value& held) {
            return step.field ? call.shown(*step.field, held, whole) : std::string();
        };
        const auto who = step.device.empty() ? step.user : step.user + " (" + step.device + ')';
        table.add({moment(step.at), who, step_name(call, step), value(step.before),
            value(step.after), step.document});
    }
    call.print(table.text());
}

Exit history(Call& call)
{
    const auto& def = call.readable(call.operand(0));
    const auto id = any_record(call, def, call.operand(1));
    const bool whole = whole_asked(call, def, id);
    const auto steps = call.store().history(id);
    call.note_revealed(&def, whole ? 1 : 0, id);
    if (!call.json()) {
        print_history(call, steps, whole);
        return Exit::done;
    }
    json::array array;
    for (const auto& step : steps) {
        const auto value = [&](const model::Value& held) {
            return step.field ? to_json(*step.field, held, whole) : to_json(held);
        };
        json::object object{{"at", model::to_iso_time(step.at)}, {"user", step.user},
            {"field", nullptr}, {"old", value(step.before)}, {"new", value(step.after)}};
        if (step.field)
            object["field"] = step.field->name;
        else if (step.fid == 0)
            object["field"] = "deleted";
        if (!step.device.empty())
            object["device"] = step.device;
        if (step.lost)
            object["stood"] = false;
        if (!step.document.empty())
            object["document"] = step.document;
        array.push_back(std::move(object));
    }
    call.answer({{"steps", std::move(array)}});
    return Exit::done;
}

/// Takes away what goes beyond the limit of a register; tells whether anything did.
bool keep_to_limit(std::vector<model::Hit>& hits, std::int64_t limit)
{
    std::map<const model::EntityDef*, std::int64_t> counts;
    return std::erase_if(hits, [&](const model::Hit& hit) {
        return ++counts[hit.record.def] > limit;
    }) > 0;
}

Exit search(Call& call)
{
    const auto limit = call.line().number("limit", 1).value_or(100);
    if (model::folded(model::join(call.line().operands, "")).empty())
        throw UsageError({msgid("Say what to look for: hallctl search TEXT")});
    auto hits = model::search(call.store(), model::join(call.line().operands, " "), limit + 1,
        model::searcher(call.editor().permission()));
    const bool is_cut = keep_to_limit(hits, limit);
    const auto is_whole = [&](const model::Hit& hit) {
        return hit.field->personal && Reader(call, *hit.record.def).whole(hit.record.id);
    };
    if (!call.json()) // whose answer holds titles alone
        call.note_revealed(
            nullptr, static_cast<std::size_t>(std::ranges::count_if(hits, is_whole)));
    if (!call.json()) {
        TextTable table({call.text(msgid("Register")), call.text(msgid("Title")),
            call.text(msgid("Found in")), "", call.text(msgid("Record id"))});
        for (const auto& hit : hits)
            table.add({call.text(hit.record.def->label), hit.title, call.text(hit.field->label),
                call.shown(*hit.field, hit.record[hit.field->name], is_whole(hit)),
                hit.record.id.text()});
        call.print(table.empty() ? call.text(msgid("Nothing found")) : table.text());
        if (is_cut)
            call.print(call.text({msgid("There are more: of each register the first {1} are "
                                        "listed; --limit NUMBER lists more"),
                {std::to_string(limit)}}));
        return Exit::done;
    }
    json::array array;
    for (const auto& hit : hits)
        array.push_back({{"entity", hit.record.def->name}, {"id", hit.record.id.text()},
            {"title", hit.title}, {"matched", hit.field->name}});
    call.answer({{"hits", std::move(array)}, {"more", is_cut}});
    return Exit::done;
}

} // namespace

const std::vector<Command>& register_commands()
{
    static const std::vector<Command> commands{
        {"entities", "entities", msgid("the registers with their fields"), 0, 0, {}, entities},
        {"list",
            msgid(
                "list REGISTER [--where EXPR] [--columns FIELD,FIELD.FIELD] [--sort FIELD,-FIELD] "
                "[--limit N] [--deleted] [--reveal]"),
            msgid("the records of a register"), 1, 1,
            {"where", "columns", "sort", "limit", "deleted", "reveal"}, list,
            msgid("EXPR is like: status=on_duty and unit~公安 and from<2024-01-01\n"
                  "= != < <= > >= compare, ~ contains, in (a, b) is one of; and, or, not and "
                  "brackets join; field= asks for empty ones.\n--columns name,person.phone  these "
                  "fields "
                  "alone; person.phone is one of the record that the reference “person” names\n"
                  "--sort -from  the newest first\n"
                  "--deleted  the recycle bin\n--reveal  personal values in full")},
        {"cross",
            msgid("cross REGISTER --rows FIELD [--columns FIELD] [--sum FIELD] [--where EXPR] "
                  "[--out OUT.(xlsx|csv)]"),
            msgid("a table of how many records there are by one or two fields"), 1, 1,
            {"rows", "columns", "sum", "where", "out"}, cross,
            msgid("--rows unit  a line for each unit; --columns identity  a column for each kind\n"
                  "unit.category  a field of the record that a reference leads to\nfrom:month, "
                  "from:year  days by month or year\n--sum received  adds the field up instead of "
                  "counting\n--where EXPR  of these records alone, as in list\nWith --json each "
                  "number brings the filter that lists its records.")},
        {"get", msgid("get REGISTER RECORD [--reveal]"), msgid("one record"), 2, 2, {"reveal"},
            get},
        {"history", msgid("history REGISTER RECORD [--reveal]"), msgid("who changed what and when"),
            2, 2, {"reveal"}, history},
        {"search", msgid("search TEXT [--limit N] [--reveal]"),
            msgid("records that hold all the words, also by pinyin, initials and the end of a "
                  "phone number"),
            1, any_number, {"limit", "reveal"}, search,
            msgid(
                "--limit  how many of each register, 100 if not said\n--reveal  personal values in "
                "full")},
    };
    return commands;
}

} // namespace app
