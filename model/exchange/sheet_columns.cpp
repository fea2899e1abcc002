#include "model/exchange/sheet_columns.h"

#include "model/base/text.h"
#include "model/commands/new_record.h"
#include "model/entities/catalog.h"
#include "model/exchange/head_words.h"
#include "model/schema/extra_field.h"
#include "model/schema/reached_field.h"

#include <algorithm>

namespace model {

namespace {

constexpr double width_of_a_character = 8; // of a list's column, in DIPs
constexpr double usual_width = 16;
constexpr double id_width = 36;

std::optional<Message> how_to_fill(const FieldDef& field, const Translate& translate)
{
    switch (field.type) {
    case Type::date:
        return Message{msgid("A date, such as 2026-01-31"), {}};
    case Type::month:
        return Message{msgid("A month, such as 2026-01"), {}};
    case Type::time_of_day:
        return Message{msgid("A time of day, such as 08:30"), {}};
    case Type::integer:
        return Message{msgid("A whole number"), {}};
    case Type::decimal:
        return Message{msgid("A number"), {}};
    case Type::boolean:
    case Type::choice:
        return Message{msgid("Choose from the list"), {}};
    case Type::set:
        return Message{msgid("Several may stand in the cell, parted by 、"), {}};
    case Type::reference:
        return Message{msgid("A record of the register “{1}”, by its name"),
            {translate(hall_catalog().get(field.refers_to).plural)}};
    default:
        return std::nullopt;
    }
}

/// A field in whose place another may stand is told with it.
std::optional<Message> must_be_filled(
    const EntityDef& def, const FieldDef& field, const Translate& translate)
{
    for (const auto& need : needs_of(def, EntryWay::sheet)) {
        if (std::ranges::find(need, &field) == need.end())
            continue;
        if (need.size() == 1)
            return Message{msgid("Must be filled"), {}};
        return Message{msgid("One of these must be filled: {1}"), {labels_of(need, translate)}};
    }
    return std::nullopt;
}

std::string hint_of(const EntityDef& def, const FieldDef& field, const Translate& translate)
{
    std::vector<std::string> sentences;
    for (const auto& sentence :
        {must_be_filled(def, field, translate), how_to_fill(field, translate)})
        if (sentence)
            sentences.push_back(render(*sentence, translate));
    if (const auto* extra = extra_of(field); extra && !extra->hint.empty())
        sentences.push_back(extra->hint);
    return join(sentences, "\n");
}

std::vector<std::string> words_of(const FieldDef& field, const Translate& translate)
{
    if (field.type == Type::boolean)
        return {translate(msgid("yes")), translate(msgid("no"))};
    std::vector<std::string> words;
    for (const auto& choice : field.choices)
        words.push_back(translate(choice.label));
    return words;
}

} // namespace

std::vector<const FieldDef*> fields_of_sheets(const EntityDef& def)
{
    std::vector<const FieldDef*> fields;
    for (const auto& field : def.fields)
        if (field.type != Type::attachment)
            fields.push_back(&field);
    return fields;
}

SheetColumn id_column()
{
    return {.head = std::string(id_head), .width = id_width, .hidden = true};
}

SheetColumn sheet_column(const EntityDef& def, const FieldDef& field, const Translate& translate)
{
    SheetColumn column{.head = column_label(field, translate),
        .width = std::max(field.width / width_of_a_character, usual_width),
        .words = words_of(field, translate),
        .only_words = field.type != Type::set,
        .hint = hint_of(def, field, translate)};
    if (field.type == Type::integer || field.type == Type::decimal)
        column.decimals = field.scale;
    return column;
}

} // namespace model
