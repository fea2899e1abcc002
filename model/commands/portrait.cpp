#include "model/commands/portrait.h"

#include "model/commands/entry_check.h"
#include "model/commands/rights.h"
#include "model/commands/store_lookup.h"
#include "model/entities/person.h"
#include "model/rules/media_types.h"
#include "model/store/contents.h"

#include <algorithm>

namespace model {

namespace {

constexpr std::int64_t million = 1'000'000;

std::vector<AttachedFile> portraits_of(RecordStore& store, const Uuid& person)
{
    std::vector<AttachedFile> all;
    for (const auto& record : store.where(def_of<AttachedFile>(), "record", person)) {
        auto file = from_record<AttachedFile>(record);
        const auto media = media_named(file.media);
        if (file.kind == AttachmentKind::portrait && media && media->is_image && !file.minimised)
            all.push_back(std::move(file));
    }
    std::ranges::sort(all, {}, &AttachedFile::id);
    return all;
}

std::optional<Message> why_no_portrait(const NewAttachment& file)
{
    const auto media = media_of(file.bytes, file.file_name);
    const auto dots = media && media->is_image ? dots_of_image(file.bytes) : std::nullopt;
    if (!dots)
        return Message{msgid("“{1}” is no PNG or JPG picture: save the portrait as one of these, "
                             "and choose it then"),
            {file.file_name}};
    if (*dots > most_dots_of_image)
        return Message{msgid("“{1}” has {2} million dots, and a portrait may have {3}: make it "
                             "smaller"),
            {file.file_name, std::to_string(*dots / million),
                std::to_string(most_dots_of_image / million)}};
    return std::nullopt;
}

Outcome refused(const Uuid& person, Message why)
{
    return {.id = person,
        .findings = {{.rule = "attachment", .field = "title", .message = std::move(why)}}};
}

Message why_not_seen(Editor& editor)
{
    return editor.permission().why_not(Action::reveal);
}

} // namespace

bool may_see_portrait(Editor& editor, const Uuid& person)
{
    auto& store = editor.store();
    const auto meta = guarded(store.db(), [&] { return store.rows().meta(person); });
    return meta && !meta->deleted && meta->def->id == def_of<Person>().id
        && editor.permission().may(Action::reveal, *meta->def, Rights(store).around(*meta), true);
}

std::optional<Portrait> portrait_of(Editor& editor, const Uuid& person)
{
    if (!may_see_portrait(editor, person))
        return std::nullopt;
    const auto all = portraits_of(editor.store(), person);
    if (all.empty())
        return std::nullopt;
    const auto& newest = all.back();
    return Portrait{.attachment = newest.id,
        .title = newest.title,
        .size = newest.size.value_or(0),
        .hash = newest.hash,
        .is_here = Contents(editor.store()).has(newest.hash)};
}

std::optional<std::string> portrait_picture(RecordStore& store, const Portrait& portrait)
{
    return Contents(store).read(portrait.hash);
}

Outcome set_portrait(Editor& editor, const Uuid& person, const NewAttachment& file)
{
    if (!may_see_portrait(editor, person))
        return refused(person, why_not_seen(editor));
    if (auto why = why_no_portrait(file))
        return refused(person, std::move(*why));
    auto picture = file;
    picture.kind = AttachmentKind::portrait;
    return Attachments(editor).add_only(
        person, picture, {msgid("Portrait of {1}"), {editor.store().title_of(person)}});
}

Outcome remove_portrait(Editor& editor, const Uuid& person)
{
    if (!may_see_portrait(editor, person))
        return refused(person, why_not_seen(editor));
    auto& store = editor.store();
    if (auto why = Attachments(editor).why_not(person))
        return refused(person, std::move(*why));
    Transaction transaction(store.db());
    Outcome outcome{.done = true, .id = person};
    StoreLookup lookup(store);
    EntryCheck check(editor, lookup);
    const auto all = portraits_of(store, person);
    for (const auto& file : all) {
        const auto found = store.find_any(file.id).value();
        auto checked = check.gone(found.first, found.second);
        outcome.done = outcome.done && checked.is_allowed;
        add(outcome.findings, std::move(checked.findings));
    }
    if (outcome.done && !all.empty()) {
        Batch batch(store,
            {.label = {msgid("Portrait of {1} removed"), {store.title_of(person)}},
                .account = editor.account()});
        for (const auto& file : all)
            batch.remove(file.id);
        outcome.command = batch.commit();
        outcome.changed = outcome.command != 0;
    }
    transaction.commit();
    return outcome;
}

} // namespace model
