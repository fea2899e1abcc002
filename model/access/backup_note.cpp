#include "model/access/backup_note.h"

#include "model/base/error.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace model {

namespace {

namespace json = boost::json;

constexpr std::int64_t format = 1;

struct ReasonWords {
    BackupReason reason;
    std::string_view name;
    const char* label;
};

constexpr std::array reasons{
    ReasonWords{BackupReason::asked, "asked", msgid("Asked for")},
    ReasonWords{BackupReason::daily, "daily", msgid("Every day")},
    ReasonWords{BackupReason::exit, "exit", msgid("When the program ended")},
    ReasonWords{BackupReason::before_import, "before_import", msgid("Before an import")},
    ReasonWords{BackupReason::before_migration, "before_migration",
        msgid("Before a new version took the file over")},
};

std::string text_in(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t number_in(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    return value && value->is_int64() ? value->get_int64() : 0;
}

} // namespace

std::string_view reason_name(BackupReason reason)
{
    return std::ranges::find(reasons, reason, &ReasonWords::reason)->name;
}

std::optional<BackupReason> parse_reason(std::string_view name)
{
    const auto* found = std::ranges::find(reasons, name, &ReasonWords::name);
    return found == reasons.end() ? std::nullopt : std::optional(found->reason);
}

const char* reason_label(BackupReason reason)
{
    return std::ranges::find(reasons, reason, &ReasonWords::reason)->label;
}

std::string note_path(const std::string& copy)
{
    return copy + ".json";
}

void write_note(Files& files, const std::string& copy, const BackupNote& note)
{
    const json::object object{{"format", format}, {"at", note.at}, {"time", to_iso_time(note.at)},
        {"office", note.office}, {"region", note.region}, {"reason", reason_name(note.reason)},
        {"records", note.sum.records}, {"digest", note.sum.digest.hex()}, {"schema", note.schema},
        {"program", note.program}, {"bytes", note.bytes}, {"mark", note.mark.hex()},
        {"file", note.key.hex()}};
    files.write(note_path(copy), json::serialize(object) + '\n');
}

std::optional<BackupNote> read_note(Files& files, const std::string& copy)
{
    boost::system::error_code error;
    std::optional<std::string> text;
    try {
        text = files.read(note_path(copy));
    } catch (const Error&) {
        return std::nullopt;
    }
    const auto value = json::parse(text.value_or(""), error);
    if (error || !value.is_object() || number_in(value.get_object(), "format") != format)
        return std::nullopt;
    const auto& object = value.get_object();
    return BackupNote{.at = number_in(object, "at"),
        .office = text_in(object, "office"),
        .region = text_in(object, "region"),
        .reason = parse_reason(text_in(object, "reason")).value_or(BackupReason::asked),
        .sum = {number_in(object, "records"), Hash128::from_hex(text_in(object, "digest"))},
        .schema = static_cast<int>(number_in(object, "schema")),
        .program = text_in(object, "program"),
        .bytes = number_in(object, "bytes"),
        .mark = Hash128::from_hex(text_in(object, "mark")),
        .key = Hash128::from_hex(text_in(object, "file"))};
}

std::string setting_of(SQLite::Database& db, const char* name)
{
    SQLite::Statement row(db, "SELECT value FROM meta WHERE name = ?");
    row.bind(1, name);
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

} // namespace model
