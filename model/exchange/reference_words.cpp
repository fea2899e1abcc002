#include "model/exchange/reference_words.h"

#include "model/base/text.h"
#include "model/rules/window_numbers.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace model {

namespace {

/// Fields whose text alone may name a record, best first.
std::vector<const FieldDef*> naming_fields(const EntityDef& def)
{
    std::vector<const FieldDef*> fields;
    const auto add = [&](std::string_view name) {
        const auto* field = def.find(name);
        if (field && field->type == Type::text && std::ranges::find(fields, field) == fields.end())
            fields.push_back(field);
    };
    add(def.title);
    for (const auto& group : def.match)
        if (group.find('+') == std::string_view::npos)
            add(group);
    add(def.subtitle);
    return fields;
}

bool has_ended(const Record& record)
{
    return !record.def->end.empty() && !is_empty(record[record.def->end]);
}

/// Those without an end, if there are any.
std::vector<Record> current(std::vector<Record> records)
{
    if (std::ranges::any_of(records, [](const Record& record) { return !has_ended(record); }))
        std::erase_if(records, has_ended);
    return records;
}

std::string subtitle_text(RecordStore& store, const Record& record, const Translate& translate)
{
    const auto* field = record.def->find(record.def->subtitle);
    if (!field)
        return {};
    const auto& value = record[field->name];
    if (const auto* id = std::get_if<Uuid>(&value))
        return store.title_of(*id);
    const auto* label = label_of(field->choices, to_text(value));
    return label ? translate(label) : to_text(value);
}

/// "A01（综合窗口）" in two; no value if the word does not end with a bracket.
std::optional<std::pair<std::string, std::string>> parted(std::string_view word)
{
    const auto narrow = half_width(word);
    const auto open = narrow.rfind('(');
    if (open == std::string::npos || open == 0 || narrow.back() != ')')
        return std::nullopt;
    return std::pair{trimmed(narrow.substr(0, open)),
        trimmed(narrow.substr(open + 1, narrow.size() - open - 2))};
}

std::vector<Record> titled_alike(RecordStore& store, const EntityDef& def, std::string_view title)
{
    const auto wanted = folded(title);
    auto records = store.select({.def = &def});
    std::erase_if(records,
        [&](const Record& record) { return folded(to_text(record[def.title])) != wanted; });
    return records;
}

/// Those called so, or else windows that once were.
std::vector<Record> titled_now_or_once(
    RecordStore& store, const EntityDef& def, const std::string& word)
{
    auto records = titled_alike(store, def, word);
    return records.empty() ? once_called(store, def, word) : records;
}

/// What an entity has no words of its own for: a posting is called by its person.
const FieldDef* reference_or_null(const EntityDef& def, std::string_view name)
{
    const auto* field = def.find(name);
    return field && field->type == Type::reference ? field : nullptr;
}

/// The records whose reference names what people call so.
std::vector<Record> naming(RecordStore& store, const EntityDef& def, const FieldDef& field,
    std::string_view word, const Translate& translate)
{
    std::vector<Record> records;
    for (const auto& id : meant_by(store, store.catalog().get(field.refers_to), word, translate))
        std::ranges::move(store.where(def, field.name, id), std::back_inserter(records));
    return records;
}

std::vector<Record> named(
    RecordStore& store, const EntityDef& def, const std::string& word, const Translate& translate)
{
    for (const auto* field : naming_fields(def))
        if (auto records = store.where(def, field->name, word); !records.empty())
            return current(std::move(records));
    if (!reference_or_null(def, def.title))
        return current(titled_now_or_once(store, def, word));
    for (const auto name : {def.title, def.subtitle})
        if (const auto* field = reference_or_null(def, name))
            if (auto records = naming(store, def, *field, word, translate); !records.empty())
                return current(std::move(records));
    return {};
}

/// Leaves those whose subtitle is called so.
void keep_subtitled(std::vector<Record>& records, RecordStore& store, const EntityDef& def,
    const std::string& subtitle, const Translate& translate)
{
    std::vector<Uuid> meant;
    if (const auto* field = reference_or_null(def, def.subtitle))
        meant = meant_by(store, store.catalog().get(field->refers_to), subtitle, translate);
    std::erase_if(records, [&](const Record& record) {
        const auto* other = std::get_if<Uuid>(&record[def.subtitle]);
        return !(other && std::ranges::find(meant, *other) != meant.end())
            && folded(subtitle_text(store, record, translate)) != folded(subtitle);
    });
}

/// The records of "张伟" or, where records have no name of their own, of the person called so.
std::vector<Record> titled(
    RecordStore& store, const EntityDef& def, const std::string& title, const Translate& translate)
{
    if (const auto* field = reference_or_null(def, def.title))
        return naming(store, def, *field, title, translate);
    auto records = store.where(def, def.title, Value{title});
    return records.empty() ? titled_now_or_once(store, def, title) : records;
}

/// "A01 张伟", "张伟+A01": both names of a record that has none of its own, in either order.
std::vector<Record> named_by_both(
    RecordStore& store, const EntityDef& def, const std::string& word, const Translate& translate)
{
    const auto narrow = half_width(word);
    const auto part = narrow.find_first_of(" +");
    if (!reference_or_null(def, def.title) || part == std::string::npos)
        return {};
    const auto one = trimmed(narrow.substr(0, part));
    const auto other = trimmed(narrow.substr(part + 1));
    for (const auto& [title, subtitle] : {std::pair(one, other), std::pair(other, one)}) {
        auto records = titled(store, def, title, translate);
        keep_subtitled(records, store, def, subtitle, translate);
        if (!records.empty())
            return records;
    }
    return {};
}

std::vector<Uuid> ids_of(const std::vector<Record>& records)
{
    std::vector<Uuid> ids;
    for (const auto& record : records)
        ids.push_back(record.id);
    return ids;
}

std::string in_brackets(const std::string& title, const std::string& more)
{
    return title + "（" + more + "）";
}

} // namespace

std::vector<Record> once_called(RecordStore& store, const EntityDef& def, std::string_view number)
{
    if (!def.find("former_numbers"))
        return {};
    auto records = store.select({.def = &def, .where = "t.former_numbers IS NOT NULL"});
    std::erase_if(
        records, [&](const Record& record) { return !once_had_number(record, trimmed(number)); });
    return records;
}

std::vector<Uuid> meant_by(
    RecordStore& store, const EntityDef& def, std::string_view word, const Translate& translate)
{
    const auto typed = trimmed(word);
    if (const auto id = Uuid::parse(typed))
        return {*id};
    const auto parts = parted(typed);
    if (const auto id = parts ? Uuid::parse(parts->second) : std::nullopt)
        return {*id};
    auto records = named(store, def, typed, translate);
    if (records.empty() && parts) {
        const auto title = typed.substr(0, std::min(typed.rfind("（"), typed.rfind('(')));
        records = titled(store, def, trimmed(title), translate);
        keep_subtitled(records, store, def, parts->second, translate);
    }
    if (records.empty())
        records = named_by_both(store, def, typed, translate);
    return ids_of(current(std::move(records)));
}

std::string word_for(RecordStore& store, const Uuid& id, const Translate& translate)
{
    const auto found = store.find_any(id);
    if (!found)
        return id.text();
    const auto& record = found->second;
    const auto title = store.title_of(id);
    if (is_empty(record[record.def->title]) || found->first.deleted)
        return in_brackets(title, id.text());
    const auto* other = reference_or_null(*record.def, record.def->title);
    auto rivals = other ? naming(store, *record.def, *other, title, translate)
                        : store.where(*record.def, record.def->title, title);
    if (!has_ended(record))
        rivals = current(std::move(rivals));
    if (rivals.size() <= 1)
        return title;
    const auto subtitle = subtitle_text(store, record, translate);
    const auto same = std::ranges::count_if(rivals, [&](const Record& rival) {
        return folded(subtitle_text(store, rival, translate)) == folded(subtitle);
    });
    return in_brackets(title, subtitle.empty() || same > 1 ? id.text() : subtitle);
}

std::string words_for(RecordStore& store, const std::vector<Uuid>& ids, const Translate& translate)
{
    constexpr std::size_t most = 5;
    std::vector<std::string> words;
    for (const auto& id : ids) {
        if (words.size() == most) {
            words.emplace_back("…");
            break;
        }
        words.push_back(word_for(store, id, translate));
    }
    return join(words, translate(msgid("; ")));
}

} // namespace model
