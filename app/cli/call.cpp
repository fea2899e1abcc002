#include "app/cli/call.h"

#include "app/terminal/nearest.h"
#include "model/access/credentials.h"
#include "model/access/masking.h"
#include "model/base/text.h"
#include "model/commands/require.h"
#include "model/entities/catalog.h"
#include "model/exchange/entry.h"
#include "model/exchange/reference_words.h"

#include <algorithm>
#include <iostream>

namespace app {

using model::msgid;
using model::UsageError;

namespace {

/// The one thing of that name, or of that label in English or the user's language.
template <class Things, class Names>
auto named(const Things& things, std::string_view name, Names names) -> decltype(&things[0])
{
    const auto wanted = model::folded(name);
    for (const auto& thing : things)
        for (const auto& known : names(thing))
            if (model::folded(known) == wanted)
                return &thing;
    return nullptr;
}

/// The labels that hold the word, "联系电话、紧急联系电话" for 电话: Chinese labels are shortened
/// rather than misspelt.
template <class Things>
std::string labels_with(
    const Things& things, std::string_view word, const model::Translate& translate)
{
    const auto part = model::folded(word);
    std::vector<std::string> labels;
    for (const auto& thing : things)
        if (const auto label = translate(thing.label);
            !part.empty() && model::folded(label).find(part) != std::string::npos)
            labels.push_back(label);
    return model::join(labels, "、");
}

bool is_in_bin(model::RecordStore& store, const Reader& reader, const model::EntityDef& def,
    const std::string& word)
{
    model::Query query{.def = &def, .deleted = true};
    reader.narrow(query);
    return std::ranges::any_of(
        store.select(query), [&](const auto& record) { return record.title() == word; });
}

} // namespace

Call::Call(const CommandLine& line, model::Translate translate)
    : line_(line)
    , translate_(std::move(translate))
{
}

std::string Call::text(const model::Message& message) const
{
    return model::render(message, translate_);
}

void Call::print(std::string_view text)
{
    std::cout << text;
    if (!text.ends_with('\n'))
        std::cout << '\n';
}

void Call::note(std::string_view text)
{
    std::cerr << text << '\n';
}

void Call::answer(const boost::json::object& document)
{
    std::cout << boost::json::serialize(document) << '\n';
}

void Call::note(const model::EntityDef& def, const model::Findings& findings)
{
    for (const auto& finding : findings) {
        const auto* field = def.find(finding.field);
        const auto level = text(level_label(finding.level));
        const auto sentence = text(finding.message);
        if (field)
            note(text({msgid("{1}: {2}: {3}"), {level, text(field->label), sentence}}));
        else
            note(text({msgid("{1}: {2}"), {level, sentence}}));
    }
}

std::string Call::shown(const model::FieldDef& field, const model::Value& value, bool whole)
{
    if (field.personal && !whole)
        return model::masked(field, value);
    if (const auto* id = std::get_if<model::Uuid>(&value))
        if (const auto found = store().find_any(*id); found && found->first.deleted)
            return text({msgid("{1} (deleted)"), {store().title_of(*id)}});
    return model::entry_text(field, value, store(), translate_);
}

void Call::note_given(
    const char* what, model::Message detail, const model::EntityDef* def, const model::Uuid& record)
{
    model::Audit(store()).note({.what = what,
        .who = session().account(),
        .detail = std::move(detail),
        .kind = def ? def->id : 0,
        .record = record});
}

void Call::note_revealed(
    const model::EntityDef* def, std::size_t records, const model::Uuid& record)
{
    const auto has_personal = [](const model::EntityDef& of) {
        return std::ranges::any_of(of.fields, &model::FieldDef::personal);
    };
    if (!asks_for_whole() || records == 0 || (def && !has_personal(*def)))
        return;
    note_given(model::audited::reveal,
        {msgid("Personal values of {1} records in full, by hallctl {2}"),
            {std::to_string(records), line_.command}},
        def, record);
}

std::string Call::command(const std::string& words) const
{
    const auto typed = [](const std::string& word) {
        const bool is_plain = word.find_first_of(" '\"\\$`&;()") == std::string::npos;
        return is_plain ? word : '"' + word + '"';
    };
    auto text = "hallctl --db " + typed(line_.value("db"));
    if (line_.has("user"))
        text += " --user " + typed(line_.value("user"));
    return text + ' ' + words;
}

const model::KeyFile::Unlocked& Call::opened()
{
    if (!opened_)
        opened_ = unlock(world_, line_, text(msgid("Passphrase: ")));
    return *opened_;
}

Session& Call::session()
{
    if (!session_) {
        const auto& open = opened();
        session_.emplace(world_, data_file(line_), open.key,
            model::Account{open.account, open.name}, model::Opening::existing,
            line_.value("backup-folder"));
        if (session_->warning)
            note(text(*session_->warning));
        for (const auto& news : model::settle_sign_in(session_->store, world_.files, open))
            note(text(news));
    }
    return *session_;
}

const model::EntityDef& Call::readable(std::string_view name)
{
    entity(name); // before anybody is asked for a passphrase
    session();
    const auto& def = entity(name);
    require(model::Action::see, def);
    if (line_.has("reveal"))
        require(model::Action::reveal, def);
    return def;
}

const model::EntityDef& Call::writable(std::string_view name)
{
    entity(name);
    session();
    const auto& def = entity(name);
    require(model::Action::enter, def);
    return def;
}

void Call::require(model::Action action, const model::EntityDef& def)
{
    model::require(editor(), action, def);
}

void Call::require(model::Action action)
{
    model::require(editor(), action);
}

Reader::Reader(Call& call, const model::EntityDef& def) : call_(call), def_(def)
{
    const auto permission = call.editor().permission();
    seen_ = permission.extent(model::Action::see, def);
    read_whole_ = permission.extent(model::Action::reveal, def, true);
    compares_personal_ = permission.reads_all_whole(def);
}

void Reader::narrow(model::Query& query) const
{
    const auto condition = seen_.condition(def_);
    if (condition.empty())
        return;
    query.where = query.where.empty() ? condition : '(' + query.where + ") AND " + condition;
}

bool Reader::sees(const model::Meta& record) const
{
    return record.def && record.def->id == def_.id && seen_.holds(record.scope, record.home);
}

void Reader::expect(const model::Uuid& record) const
{
    if (const auto meta = call_.store().rows().meta(record))
        model::require(call_.editor(), model::Action::see, *meta);
}

bool Reader::whole(const model::Uuid& record) const
{
    if (!call_.asks_for_whole())
        return false;
    if (read_whole_.is_everything() || read_whole_.is_nothing)
        return !read_whole_.is_nothing;
    const auto meta = call_.store().rows().meta(record);
    return meta && read_whole_.holds(meta->scope, meta->home);
}

std::size_t Reader::count_whole(const std::vector<model::Record>& records) const
{
    return static_cast<std::size_t>(std::ranges::count_if(
        records, [this](const model::Record& record) { return whole(record.id); }));
}

const model::EntityDef& Call::entity(std::string_view name) const
{
    const auto all = session_ ? session_->store.catalog().all() : model::hall_catalog().all();
    const auto* found = named(all, name, [&](const model::EntityDef* def) {
        return std::vector<std::string>{
            std::string(def->name), text(def->label), text(def->plural), def->label, def->plural};
    });
    if (found)
        return **found;
    std::vector<std::string> names;
    std::vector<model::EntityDef> defs;
    for (const auto* def : all) {
        names.emplace_back(def->name);
        defs.push_back(*def);
    }
    auto similar = labels_with(defs, name, translate_);
    if (similar.empty())
        similar = nearest(name, names);
    if (similar.empty())
        throw UsageError({msgid("There is no register “{1}”: there are {2}"),
            {std::string(name), choices_of(defs, translate_)}});
    throw UsageError(
        {msgid("There is no register “{1}”: did you mean {2}?"), {std::string(name), similar}});
}

const model::FieldDef& Call::field(const model::EntityDef& def, std::string_view name) const
{
    const auto* found = named(def.fields, name, [&](const model::FieldDef& field) {
        return std::vector<std::string>{std::string(field.name), text(field.label), field.label};
    });
    if (found)
        return *found;
    if (model::folded(name).empty())
        throw UsageError({msgid("The name of a field is missing; there are {1}"),
            {choices_of(def.fields, translate_)}});
    std::vector<std::string> names;
    for (const auto& field : def.fields)
        names.emplace_back(field.name);
    auto similar = labels_with(def.fields, name, translate_);
    if (similar.empty())
        similar = nearest(name, names);
    const auto entity = text(def.label);
    if (similar.empty())
        throw UsageError({msgid("{1} has no field “{2}”: there are {3}"),
            {entity, std::string(name), choices_of(def.fields, translate_)}});
    throw UsageError(
        {msgid("{1} has no field “{2}”: did you mean {3}?"), {entity, std::string(name), similar}});
}

model::Uuid Call::record(const model::EntityDef& def, const std::string& word)
{
    auto meant = model::meant_by(store(), def, word, translate_);
    const Reader reader(*this, def);
    std::erase_if(meant, [&](const model::Uuid& id) {
        const auto meta = store().rows().meta(id);
        return meta && meta->def->id == def.id && !reader.sees(*meta);
    });
    if (meant.empty() && is_in_bin(store(), reader, def, word))
        throw model::Error({msgid("{1} “{2}” is in the recycle bin: restore brings it back"),
            {text(def.label), word}});
    if (meant.size() > 1)
        throw model::Error({msgid("“{1}” may be any of {2}, write one of these: {3}"),
            {word, std::to_string(meant.size()), model::words_for(store(), meant, translate_)}});
    const auto found = meant.empty() ? std::nullopt : store().find_any(meant[0]);
    if (!found || found->first.def->id != def.id)
        throw model::Error(
            {msgid("There is no {1} “{2}”: check the name, or look for it with search"),
                {text(def.label), word}});
    if (found->first.deleted)
        throw model::Error({msgid("{1} “{2}” is in the recycle bin: restore brings it back"),
            {text(def.label), found->second.title()}});
    return meant[0];
}

const char* level_label(model::Level level)
{
    switch (level) {
    case model::Level::refuse:
        return msgid("Refused");
    case model::Level::warn:
        return msgid("Warning");
    case model::Level::remind:
        break;
    }
    return msgid("Reminder");
}

} // namespace app
