#include "model/schema/extra_field.h"

#include "model/base/hash.h"
#include "model/base/text.h"

#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <mutex>

namespace model {

namespace {

constexpr int width_of_text = 120;
constexpr int width_of_number = 80;
constexpr int width_of_date = 110;
constexpr int places_of_decimal = 2;

/// An entity with extra fields, and all that its definitions point at.
struct Extended {
    EntityDef def;
    std::vector<ExtraField> extras;
    std::vector<FieldDef> fields;
    std::deque<std::string> texts;
    std::deque<std::vector<Choice>> choices;

    const char* kept(std::string text) { return texts.emplace_back(std::move(text)).c_str(); }
};

/// Whatever was ever put together, for all threads.
struct Kept {
    std::mutex mutex;
    std::map<std::string, std::unique_ptr<Extended>> entities;
    std::map<const FieldDef*, const ExtraField*> extras;
    std::map<std::vector<const EntityDef*>, std::unique_ptr<std::vector<const EntityDef*>>> lists;
};

Kept& kept()
{
    static Kept all;
    return all;
}

/// All that a field says, as one text.
std::string key_of(const ExtraField& field)
{
    std::string key = std::to_string(field.id);
    const auto add = [&key](std::string_view part) {
        key.append(1, '\x1f').append(std::to_string(part.size())).append(1, ':').append(part);
    };
    add(field.office);
    add(field.region_code);
    add(field.label);
    add(std::to_string(static_cast<int>(field.kind)));
    add(join(field.choices, "|"));
    add(field.required ? "1" : "0");
    add(field.personal ? "1" : "0");
    add(field.hint);
    return key;
}

/// "车牌号（马迹塘镇便民服务中心）" where another office calls one of its own so, and a number
/// behind it where the same office does.
std::vector<std::string> labels_of(const EntityDef& def, const std::vector<ExtraField>& extras)
{
    std::vector<std::string> labels;
    for (const auto& extra : extras) {
        const auto is_like = [&](const ExtraField& other) { return other.label == extra.label; };
        const bool is_alone = std::ranges::count_if(extras, is_like) == 1
            && std::ranges::none_of(
                def.fields, [&](const FieldDef& own) { return own.label == extra.label; });
        auto label = extra.label;
        if (!is_alone)
            label += "（" + extra.office + "）";
        const auto before = std::ranges::count(labels, label);
        if (before > 0)
            label.insert(
                label.size() - std::string_view("）").size(), ' ' + std::to_string(before + 1));
        labels.push_back(std::move(label));
    }
    return labels;
}

int width_of(ExtraKind kind)
{
    if (kind == ExtraKind::date)
        return width_of_date;
    return kind == ExtraKind::number || kind == ExtraKind::decimal ? width_of_number
                                                                   : width_of_text;
}

FieldDef field_of(Extended& all, const ExtraField& extra, const std::string& label)
{
    FieldDef field;
    field.id = extra.id;
    field.name = all.kept('x' + std::to_string(extra.id));
    field.label = all.kept(label);
    field.owner = Owner::agency;
    field.type = extra.type();
    field.required = extra.required;
    field.personal = extra.personal;
    field.width = width_of(extra.kind);
    field.scale = extra.kind == ExtraKind::decimal ? places_of_decimal : 0;
    if (extra.kind == ExtraKind::choice) {
        auto& choices = all.choices.emplace_back();
        for (const auto& word : extra.choices) {
            const auto* text = all.kept(word);
            choices.push_back({text, text});
        }
        field.choices = choices;
    }
    return field;
}

std::unique_ptr<Extended> put_together(const EntityDef& def, const std::vector<ExtraField>& extras)
{
    auto all = std::make_unique<Extended>();
    all->def = def;
    all->extras = extras;
    all->fields.assign(def.fields.begin(), def.fields.end());
    const auto labels = labels_of(def, extras);
    for (std::size_t i = 0; i < extras.size(); ++i)
        all->fields.push_back(field_of(*all, extras[i], labels[i]));
    if (!extras.empty())
        all->fields[def.fields.size()].group = msgid("Fields of this office");
    all->def.fields = all->fields;
    return all;
}

} // namespace

bool ExtraField::applies_to(Scope scope) const
{
    return region == Region{} || region.contains(scope);
}

Type ExtraField::type() const
{
    switch (kind) {
    case ExtraKind::number:
        return Type::integer;
    case ExtraKind::decimal:
        return Type::decimal;
    case ExtraKind::date:
        return Type::date;
    case ExtraKind::choice:
        return Type::choice;
    case ExtraKind::text:
        break;
    }
    return Type::text;
}

int extra_field_id(const Uuid& definition)
{
    constexpr unsigned most = 1'000'000 - first_extra_field;
    const auto hash = Hash128::of("extra field " + definition.text());
    unsigned number = 0;
    for (int i = 0; i < 4; ++i)
        number = number << 8U | static_cast<unsigned char>(hash.bytes[static_cast<std::size_t>(i)]);
    return first_extra_field + static_cast<int>(number % most);
}

std::vector<std::string> choices_in(std::string_view text)
{
    std::string plain(text);
    for (const std::string_view sign : {"、", "｜", "\r", "\n"})
        for (auto at = plain.find(sign); at != std::string::npos; at = plain.find(sign, at))
            plain.replace(at, sign.size(), "|");
    std::vector<std::string> choices;
    for (const auto& word : split(plain, '|'))
        if (auto choice = std::string(trimmed(word)); !choice.empty())
            choices.push_back(std::move(choice));
    return choices;
}

const EntityDef& extended(const EntityDef& def, const std::vector<ExtraField>& extras)
{
    if (extras.empty())
        return def;
    std::string key = std::to_string(def.id) + ' ' + std::string(def.name);
    for (const auto& extra : extras)
        key.append(1, '\x1e').append(key_of(extra));
    auto& all = kept();
    const std::lock_guard lock(all.mutex);
    auto& entity = all.entities[key];
    if (!entity) {
        entity = put_together(def, extras);
        for (std::size_t i = 0; i < extras.size(); ++i)
            all.extras.emplace(&entity->fields[def.fields.size() + i], &entity->extras[i]);
    }
    return entity->def;
}

const ExtraField* extra_of(const FieldDef& field)
{
    if (field.id < first_extra_field)
        return nullptr;
    auto& all = kept();
    const std::lock_guard lock(all.mutex);
    const auto found = all.extras.find(&field);
    return found == all.extras.end() ? nullptr : found->second;
}

Record fitted(const EntityDef& def, const Record& record)
{
    auto same = Record::empty(def, record.id);
    for (std::size_t i = 0; i < def.fields.size(); ++i)
        if (const auto at = record.def->index_of(def.fields[i].id); at < record.values.size())
            same.values[i] = record.values[at];
    return same;
}

std::span<const EntityDef* const> kept_list(const std::vector<const EntityDef*>& entities)
{
    auto& all = kept();
    const std::lock_guard lock(all.mutex);
    auto& list = all.lists[entities];
    if (!list)
        list = std::make_unique<std::vector<const EntityDef*>>(entities);
    return *list;
}

} // namespace model
