#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/terminal/text_table.h"
#include "model/base/text.h"
#include "model/commands/attachments.h"
#include "model/exchange/typed_date.h"

#include <algorithm>

namespace app {

namespace {

namespace json = boost::json;
using model::AttachmentKind;
using model::msgid;
using model::UsageError;

model::Uuid id_asked(const std::string& word)
{
    const auto id = model::Uuid::parse(model::trimmed(word));
    if (!id)
        throw UsageError(
            {msgid("“{1}” is no id of an attachment: see hallctl attachments"), {word}});
    return *id;
}

std::optional<AttachmentKind> kind_asked(Call& call)
{
    if (!call.line().has("kind"))
        return std::nullopt;
    const auto& word = call.line().value("kind");
    const auto& choices = model::choices_of<AttachmentKind>;
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (word == choices[i].code || word == call.text(choices[i].label))
            return static_cast<AttachmentKind>(i);
    throw UsageError(
        {msgid("--kind is photo, scan, document, plan or portrait, not “{1}”"), {word}});
}

std::optional<model::Date> day_asked(Call& call)
{
    if (!call.line().has("on"))
        return std::nullopt;
    const auto day = model::parse_typed_date(call.line().value("on"), call.store().today());
    if (!day)
        throw UsageError({msgid("--{1} takes a day such as 2026-01-31, not “{2}”"),
            {"on", call.line().value("on")}});
    return day;
}

std::string size_text(std::int64_t bytes)
{
    constexpr double kilo = 1024.0;
    const auto size = static_cast<double>(bytes);
    char text[32];
    if (size < kilo * kilo)
        std::snprintf(text, sizeof text, "%.0f KB", std::max(1.0, size / kilo));
    else
        std::snprintf(text, sizeof text, "%.1f MB", size / kilo / kilo);
    return text;
}

std::string kind_text(Call& call, const model::AttachedFile& file)
{
    return file.kind ? call.text(
               model::choices_of<AttachmentKind>.at(static_cast<std::size_t>(*file.kind)).label)
                     : std::string();
}

json::object to_json(const model::KeptAttachment& kept)
{
    const auto record = model::to_record(kept.file);
    json::object object{{"id", kept.file.id.text()}};
    for (const auto* name :
        {"register", "record", "title", "kind", "media", "size", "hash", "day", "remark"})
        object[name] = app::to_json(record[name]);
    if (kept.is_masked)
        object.erase("hash"); // it tells a file that somebody has from all others
    object["by"] = kept.by;
    object["at"] = kept.at ? json::value(model::to_iso_time(kept.at)) : json::value();
    object["here"] = kept.is_here;
    object["damaged"] = kept.is_damaged;
    return object;
}

/// What became of a step: {"id", "changed", "findings"}.
Exit report(Call& call, const model::Outcome& outcome, const char* done)
{
    call.note(model::def_of<model::AttachedFile>(), outcome.findings);
    if (call.json()) {
        json::object answer{{"id", nullptr}, {"changed", outcome.done && outcome.changed},
            {"findings", app::to_json(outcome.findings, call.translate())}};
        if (outcome.done)
            answer["id"] = outcome.id.text();
        call.answer(answer);
    } else if (outcome.done) {
        call.print(call.text(
            {done, {model::Attachments(call.editor()).title_of(outcome.id), outcome.id.text()}}));
    }
    return outcome.done ? Exit::done : Exit::failed;
}

Exit attach(Call& call)
{
    const auto& def = call.readable(call.operand(0));
    const auto record = call.record(def, call.operand(1));
    model::Attachments attachments(call.editor());
    const auto kind = kind_asked(call);
    const auto day = day_asked(call);
    auto file = attachments.read(call.world().files, call.operand(2));
    file.title = call.line().value("title");
    file.remark = call.line().value("remark");
    file.kind = kind;
    file.day = day;
    return report(call, attachments.add(record, file), msgid("“{1}” is kept with the record  {2}"));
}

Exit attachments(Call& call)
{
    const auto& def = call.readable(call.operand(0));
    const auto record = call.record(def, call.operand(1));
    const auto all = model::Attachments(call.editor()).of(record, call.line().has("deleted"));
    if (call.json()) {
        json::array array;
        for (const auto& each : all)
            array.push_back(to_json(each));
        call.answer({{"record", record.text()}, {"attachments", std::move(array)}});
        return Exit::done;
    }
    TextTable table(
        {call.text(msgid("Name of the attachment")), call.text(msgid("Kind of attachment")),
            call.text(msgid("Size")), call.text(msgid("Taken or entered on")),
            call.text(msgid("Who")), call.text(msgid("State")), call.text(msgid("Record id"))});
    for (const auto& each : all)
        table.add(
            {each.file.title, kind_text(call, each.file), size_text(each.file.size.value_or(0)),
                each.file.day ? model::to_iso(*each.file.day) : std::string(), each.by,
                call.text(model::content_state(each)), each.file.id.text()});
    call.print(
        table.empty() ? call.text(msgid("No files are kept with this record")) : table.text());
    return Exit::done;
}

Exit detach(Call& call)
{
    const auto id = id_asked(call.operand(0));
    model::Attachments attachments(call.editor());
    return understood([&] {
        return call.line().has("back")
            ? report(call, attachments.restore(id), msgid("“{1}” was brought back  {2}"))
            : report(call, attachments.remove(id), msgid("“{1}” is now in the recycle bin  {2}"));
    });
}

Exit rename(Call& call)
{
    const auto id = id_asked(call.operand(0));
    return understood([&] {
        return report(call, model::Attachments(call.editor()).rename(id, call.operand(1)),
            msgid("The attachment is called “{1}” now  {2}"));
    });
}

Exit fetch(Call& call)
{
    const auto id = id_asked(call.operand(0));
    const auto& to = call.operand(1);
    auto& files = call.world().files;
    if (files.exists(to))
        throw model::Error({msgid("There is a file {1} already: choose another name"), {to}});
    model::Attachments attachments(call.editor());
    const auto bytes = understood([&] {
        return attachments.content(id, model::ContentUse::save, call.line().value("reason"));
    });
    files.write(to, bytes, model::Readers::owner);
    if (call.json())
        call.answer({{"id", id.text()}, {"file", to}, {"bytes", bytes.size()}});
    else
        call.print(
            call.text({msgid("“{1}” was written to {2}"), {attachments.find(id).file.title, to}}));
    return Exit::done;
}

} // namespace

const std::vector<Command>& attachment_commands()
{
    static const std::vector<Command> commands{
        {"attach",
            msgid("attach REGISTER RECORD FILE [--title TEXT] [--kind photo|scan|document] [--on "
                  "DAY] [--remark TEXT]"),
            msgid("keep a photo, a scan or a document with a record"), 3, 3,
            {"title", "kind", "on", "remark"}, attach,
            msgid("Kept are jpg, png, pdf, docx, xlsx, wps, et, txt and ofd, by what the file "
                  "holds and not by its name, of at most 10 MB unless the register of settings "
                  "says otherwise.\n--title  what it is called; else as the file\n--on  the day on "
                  "which it was taken or entered; else today")},
        {"attachments", msgid("attachments REGISTER RECORD [--deleted]"),
            msgid("the files that are kept with a record"), 2, 2, {"deleted"}, attachments,
            msgid("--deleted  those in the recycle bin")},
        {"fetch", msgid("fetch ID OUT [--reason TEXT]"),
            msgid("write the content of an attachment into a file"), 2, 2, {"reason"}, fetch,
            msgid("The audit log tells of it, with the reason.")},
        {"detach", msgid("detach ID [--back]"), msgid("put an attachment into the recycle bin"), 1,
            1, {"back"}, detach, msgid("--back  brings it back from there")},
        {"rename-attachment", msgid("rename-attachment ID TITLE"),
            msgid("call an attachment something else"), 2, 2, {}, rename},
    };
    return commands;
}

} // namespace app
