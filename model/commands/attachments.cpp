#include "model/commands/attachments.h"

#include "model/base/hash.h"
#include "model/base/text.h"
#include "model/commands/edit_check.h"
#include "model/commands/enter_all.h"
#include "model/commands/require.h"
#include "model/commands/rights.h"
#include "model/commands/store_lookup.h"
#include "model/rules/limits.h"
#include "model/rules/media_types.h"
#include "model/store/contents.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <functional>

namespace model {

namespace {

constexpr std::int64_t megabyte = 1 << 20;
constexpr std::int64_t usual_megabytes = 10;

const EntityDef& own_def()
{
    return def_of<AttachedFile>();
}

std::string megabytes_of(std::uint64_t bytes)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", static_cast<double>(bytes) / megabyte);
    return text;
}

AttachmentKind usual_kind(const MediaType& media)
{
    if (media.is_image)
        return AttachmentKind::photo;
    return media.ending == "pdf" || media.ending == "ofd" ? AttachmentKind::scan
                                                          : AttachmentKind::document;
}

std::string kind_code(AttachmentKind kind)
{
    return std::string(choices_of<AttachmentKind>.at(static_cast<std::size_t>(kind)).code);
}

/// The files of the record, with none of that kind any more.
std::vector<Record> with_usual_kinds(RecordStore& store, const Uuid& record, AttachmentKind kind)
{
    auto files = store.where(own_def(), "record", record);
    for (auto& file : files)
        if (to_text(file["kind"]) == kind_code(kind))
            if (const auto media = media_named(to_text(file["media"])))
                file["kind"] = kind_code(usual_kind(*media));
    return files;
}

std::string without_folders(const std::string& name)
{
    const auto slash = name.find_last_of("/\\");
    return slash == std::string::npos ? name : name.substr(slash + 1);
}

/// As all words that are no numbers are masked (access/masking.h).
std::string masked(const std::string& words)
{
    return words.empty() ? words : to_utf8(to_utf32(words).substr(0, 1)) + "**";
}

/// What another device said of a content proves nothing: by its bytes it is what its ending says.
bool is_as_said(const AttachedFile& file, std::string_view bytes)
{
    const auto said = media_named(file.media);
    const auto found = said ? media_of(bytes, "x." + std::string(said->ending)) : std::nullopt;
    return found && found->name == said->name;
}

} // namespace

bool holds_personal(const EntityDef& def)
{
    return std::ranges::any_of(def.fields, &FieldDef::personal);
}

const char* content_state(const KeptAttachment& attachment)
{
    if (attachment.is_here)
        return msgid("here");
    return attachment.is_damaged ? msgid("Damaged on this computer: the next sync fetches it again")
                                 : msgid("The content has not come to this computer yet");
}

std::string file_name_of(const AttachedFile& file)
{
    std::string name;
    for (const char c : without_folders(file.title))
        name += std::string_view(":*?\"<>|\r\n\t").find(c) == std::string_view::npos ? c : '_';
    if (trimmed(name).empty())
        name = "attachment";
    const auto media = media_named(file.media);
    const auto ending = '.' + std::string(media ? media->ending : "bin");
    const bool is_ended =
        folded(name).ends_with(ending) || (ending == ".jpg" && folded(name).ends_with(".jpeg"));
    return is_ended ? name : name + ending;
}

Meta Attachments::record_of(const AttachedFile& file)
{
    const auto meta = file.record ? store_.rows().meta(*file.record) : std::nullopt;
    if (!meta)
        throw Error({msgid("The record that this attachment belongs to is not in this file")});
    return *meta;
}

KeptAttachment Attachments::kept(const Record& record)
{
    KeptAttachment kept{.file = from_record<AttachedFile>(record), .by = {}};
    kept.is_here = Contents(store_).has(kept.file.hash);
    kept.is_damaged = !kept.is_here && Contents(store_).is_damaged(kept.file.hash);
    if (const auto of = kept.file.record ? store_.rows().meta(*kept.file.record) : std::nullopt) {
        kept.is_masked = holds_personal(*of->def)
            && !editor_.permission().may(
                Action::reveal, *of->def, Rights(store_).around(*of), true);
        if (kept.is_masked)
            for (auto* words : {&kept.file.title, &kept.file.remark})
                *words = masked(*words);
    }
    auto& row = store_.rows().statements().get(
        "SELECT stamp.at, account.name FROM rec JOIN stamp ON ver = born "
        "LEFT JOIN account ON account.no = stamp.account WHERE rec.id = ?");
    bind(row, 1, record.id);
    if (row.executeStep()) {
        kept.at = row.getColumn(0).getInt64();
        kept.by = row.getColumn(1).getString();
    }
    row.reset();
    return kept;
}

std::vector<KeptAttachment> Attachments::of(const Uuid& record, bool deleted)
{
    return guarded(store_.db(), [&] {
        std::vector<KeptAttachment> all;
        const auto meta = store_.rows().meta(record);
        if (!meta)
            return all;
        require(editor_, Action::see, *meta);
        for (const auto& found : store_.select({.def = &own_def(),
                                 .where = "t.record = ?",
                                 .arguments = {record},
                                 .deleted = deleted}))
            if (!minimised_on(found))
                all.push_back(kept(found));
        std::ranges::stable_sort(all, {}, &KeptAttachment::at);
        return all;
    });
}

std::int64_t Attachments::count(const Uuid& record)
{
    const auto meta = guarded(store_.db(), [&] { return store_.rows().meta(record); });
    if (!meta || !editor_.permission().may(Action::see, *meta->def, Rights(store_).around(*meta)))
        return 0;
    return store_.count({.def = &own_def(),
        .where = "t.record = ? AND t.minimised IS NULL",
        .arguments = {record}});
}

KeptAttachment Attachments::find(const Uuid& id)
{
    const auto found = store_.find(own_def(), id);
    if (!found)
        throw UsageError({msgid("There is no attachment {1}"), {id.text()}});
    auto one = kept(*found);
    require(editor_, Action::see, record_of(one.file));
    return one;
}

std::string Attachments::title_of(const Uuid& id)
{
    return guarded(store_.db(), [&]() -> std::string {
        const auto found = store_.find_any(id);
        if (!found || found->first.def->id != own_def().id)
            return {};
        const auto one = kept(found->second);
        const auto of = one.file.record ? store_.rows().meta(*one.file.record) : std::nullopt;
        const bool is_seen =
            of && editor_.permission().may(Action::see, *of->def, Rights(store_).around(*of));
        return is_seen ? one.file.title : std::string();
    });
}

std::optional<Message> Attachments::why_not(const Uuid& record)
{
    const auto meta = guarded(store_.db(), [&] { return store_.rows().meta(record); });
    if (!meta || meta->deleted)
        return Message{msgid("Files are kept with records that are here and not in the recycle "
                             "bin: save or restore it first")};
    const auto& def = *meta->def;
    if (def.hidden || def.administrative)
        return Message{msgid("No files are kept with records of this register")};
    Rights rights(store_, editor_.permission());
    const auto where = rights.around(*meta);
    const auto role = rights.self().org.role;
    if (meta->scope == county_wide && role != Role::agency && role != Role::upstream)
        return Message{msgid("This record is the whole county's: the hall office of the county "
                             "keeps the files with it")};
    const auto may = [&](const FieldDef& field) { return rights.may(def, field, where); };
    if (std::ranges::any_of(def.fields, may))
        return std::nullopt;
    return rights.why_not(def, *def.find(def.title), where);
}

Outcome Attachments::refused(const Uuid& record, Message why)
{
    return {.id = record,
        .findings = {{.rule = "attachment", .field = "title", .message = std::move(why)}}};
}

std::int64_t Attachments::most_megabytes()
{
    StoreLookup lookup(store_);
    const auto limit = limit_on("attachment_megabytes", {lookup, store_.today()});
    return std::clamp<std::int64_t>(
        limit ? limit->value : usual_megabytes, 1, largest_content / megabyte);
}

Message Attachments::too_large(const std::string& name, std::uint64_t bytes)
{
    if (most_megabytes() == largest_content / megabyte)
        return {
            msgid("“{1}” has {2} MB, and no attachment may have more than {3} MB: make the photo "
                  "smaller, scan it with fewer dots, or divide the document"),
            {name, megabytes_of(bytes), std::to_string(most_megabytes())}};
    return {msgid("“{1}” has {2} MB, and an attachment may have {3} MB: make the photo smaller or "
                  "scan it with fewer dots, or have the limit raised in the register of settings"),
        {name, megabytes_of(bytes), std::to_string(most_megabytes())}};
}

NewAttachment Attachments::read(Files& files, const std::string& path)
{
    std::error_code unknown;
    const auto size = std::filesystem::file_size(path_of(path), unknown);
    if (!unknown && size > static_cast<std::uint64_t>(most_megabytes() * megabyte))
        throw Error(too_large(without_folders(path), size));
    auto bytes = is_folder(path) ? std::nullopt : files.read(path);
    if (!bytes)
        throw Error(
            {msgid("There is no file {1}: check the name, or plug in the disk it is on"), {path}});
    return {.file_name = without_folders(path), .bytes = std::move(*bytes)};
}

std::optional<Message> Attachments::why_not_content(const NewAttachment& file)
{
    const auto name = without_folders(file.file_name);
    if (file.bytes.empty())
        return Message{msgid("“{1}” is empty: choose another file"), {name}};
    if (std::ssize(file.bytes) > most_megabytes() * megabyte)
        return too_large(name, file.bytes.size());
    if (!media_of(file.bytes, name))
        return Message{msgid("“{1}” cannot be kept: by its content it is none of {2}, or it has "
                             "macros; save it as one of these and add it then"),
            {name, endings_kept()}};
    return std::nullopt;
}

std::optional<Message> Attachments::why_not_twice(const Uuid& record, const NewAttachment& file)
{
    const auto hash = sha256_hex(file.bytes);
    for (const auto& other : store_.where(own_def(), "record", record))
        if (to_text(other["hash"]) == hash)
            return Message{msgid("This record has a file with the same content already: “{1}”"),
                {kept(other).file.title}};
    return std::nullopt;
}

/// The same as why_not(), noted where the account has no right.
std::optional<Message> Attachments::why_not_record(const Uuid& record)
{
    auto why = why_not(record);
    if (why) {
        const auto meta = store_.rows().meta(record);
        note_refused(store_, editor_.account(), msgid("Had no right to add this record"),
            meta ? meta->def : &own_def(), record);
    }
    return why;
}

/// Keeps the content, and gives the record that is to name it.
Record Attachments::put(const Uuid& record, const NewAttachment& file)
{
    const auto name = without_folders(file.file_name);
    const auto media = media_of(file.bytes, name).value();
    const auto content = Contents(store_).put(file.bytes);
    return to_record(AttachedFile{.id = {},
        .register_name = std::string(store_.rows().meta(record)->def->name),
        .record = record,
        .title = trimmed(file.title).empty() ? name : trimmed(file.title),
        .kind = file.kind ? file.kind : std::optional(usual_kind(media)),
        .media = std::string(media.name),
        .size = content.size,
        .hash = content.hash,
        .day = file.day ? file.day : std::optional(store_.today()),
        .remark = file.remark});
}

Outcome Attachments::add(const Uuid& record, const NewAttachment& file)
{
    return guarded(store_.db(), [&]() -> Outcome {
        Transaction transaction(store_.db());
        auto why = why_not_record(record);
        if (!why)
            why = why_not_content(file);
        if (!why)
            why = why_not_twice(record, file);
        if (why) {
            transaction.commit();
            return refused(record, std::move(*why));
        }
        const auto kept = put(record, file);
        auto outcome = editor_.create(own_def(), differences(Record::empty(own_def(), {}), kept));
        if (!outcome.done)
            Contents(store_).drop_unnamed();
        transaction.commit();
        return outcome;
    });
}

Outcome Attachments::add_only(const Uuid& record, const NewAttachment& file, const Message& label)
{
    return guarded(store_.db(), [&]() -> Outcome {
        Transaction transaction(store_.db());
        auto why = why_not_record(record);
        if (!why)
            why = why_not_content(file);
        if (why) {
            transaction.commit();
            return refused(record, std::move(*why));
        }
        const auto hash = sha256_hex(file.bytes);
        auto records = with_usual_kinds(store_, record, file.kind.value());
        const auto same = std::ranges::find_if(
            records, [&](const Record& each) { return to_text(each["hash"]) == hash; });
        if (same == records.end())
            records.insert(records.begin(), put(record, file));
        else
            (*same)["kind"] = kind_code(*file.kind);
        auto outcome = enter_all(editor_, label, records);
        if (!outcome.done)
            Contents(store_).drop_unnamed();
        transaction.commit();
        return outcome;
    });
}

Outcome Attachments::make_usual(const Uuid& record, AttachmentKind kind, const Message& label)
{
    return guarded(store_.db(), [&]() -> Outcome {
        Transaction transaction(store_.db());
        auto why = why_not_record(record);
        auto outcome = why ? refused(record, std::move(*why))
                           : enter_all(editor_, label, with_usual_kinds(store_, record, kind));
        transaction.commit();
        return outcome;
    });
}

Outcome Attachments::rename(const Uuid& id, const std::string& title)
{
    const auto file = find(id).file;
    if (auto why = why_not(record_of(file).id))
        return refused(id, std::move(*why));
    if (trimmed(title).empty())
        return refused(id, {msgid("An attachment needs a name")});
    const FieldEdit edit{own_def().find("title"), trimmed(title)};
    return editor_.set(id, {&edit, 1});
}

Outcome Attachments::remove(const Uuid& id)
{
    const auto file = find(id).file;
    if (auto why = why_not(record_of(file).id))
        return refused(id, std::move(*why));
    return editor_.remove(id);
}

Outcome Attachments::restore(const Uuid& id)
{
    const auto found = store_.find_any(id);
    if (!found || found->first.def->id != own_def().id)
        throw UsageError({msgid("There is no attachment {1}"), {id.text()}});
    const auto record = record_of(from_record<AttachedFile>(found->second));
    require(editor_, Action::see, record);
    if (auto why = why_not(record.id))
        return refused(id, std::move(*why));
    return editor_.restore(id);
}

bool Attachments::is_personal(const Uuid& id)
{
    return holds_personal(*record_of(find(id).file).def);
}

std::string Attachments::content(const Uuid& id, ContentUse use, const std::string& reason)
{
    const auto one = find(id);
    const auto record = record_of(one.file);
    const bool is_personal = holds_personal(*record.def);
    if (is_personal)
        require(editor_, Action::reveal, record, true);
    if (use == ContentUse::save)
        require(editor_, Action::export_out, record, is_personal);
    auto bytes = Contents(store_).read(one.file.hash);
    if (!bytes)
        throw Error({msgid("The content of “{1}” has not come to this computer yet: sync, and try "
                           "again then"),
            {one.file.title}});
    if (use == ContentUse::open && !is_as_said(one.file, *bytes))
        throw Error(
            {msgid("“{1}” is not opened: its content is none of the kinds that are kept, or "
                   "another than is said of it. Ask who added it; if you need it all the "
                   "same, save it as a file and have it checked for viruses first"),
                {one.file.title}});
    AuditEvent event{.what = use == ContentUse::save ? audited::export_rows : audited::reveal,
        .who = editor_.account(),
        .detail = {use == ContentUse::save ? msgid("Attachment saved as a file")
                                           : msgid("Attachment opened")},
        .kind = own_def().id,
        .record = id};
    if (!trimmed(reason).empty())
        event.detail = {use == ContentUse::save ? msgid("Attachment saved as a file: {1}")
                                                : msgid("Attachment opened: {1}"),
            {trimmed(reason)}};
    if (is_personal || use == ContentUse::save)
        Audit(store_).note(event);
    return std::move(*bytes);
}

bool Attachments::may_preview(const KeptAttachment& attachment)
{
    const auto media = media_named(attachment.file.media);
    return attachment.is_here && media && media->is_image
        && !holds_personal(*record_of(attachment.file).def);
}

std::string Attachments::preview(const KeptAttachment& attachment)
{
    if (!may_preview(attachment))
        return {};
    try {
        return Contents(store_).read(attachment.file.hash).value_or(std::string());
    } catch (const StoreError&) { // its row says that it is damaged
        return {};
    }
}

std::vector<Uuid> attachments_about(RecordStore& store, const Uuid& person)
{
    constexpr std::array of_the_person{
        "posting", "leave", "certificate", "training", "posting_change"};
    return guarded(store.db(), [&] {
        std::vector<Uuid> records{person};
        const auto each_of = [&](const EntityDef& def, const char* link, const Uuid& to,
                                 const std::function<void(const Record&)>& visit) {
            for (const bool is_deleted : {false, true})
                for (const auto& record : store.select({.def = &def,
                                          .where = std::string("t.") + link + " = ?",
                                          .arguments = {to},
                                          .deleted = is_deleted}))
                    visit(record);
        };
        for (const auto* name : of_the_person)
            if (const auto& def = store.catalog().get(name); def.find("person"))
                each_of(def, "person", person,
                    [&](const Record& record) { records.push_back(record.id); });
        std::vector<Uuid> found;
        for (const auto& id : records)
            each_of(own_def(), "record", id, [&](const Record& file) {
                if (!minimised_on(file))
                    found.push_back(file.id);
            });
        return found;
    });
}

} // namespace model
