#include "model/exchange/template_sheet.h"

#include "model/base/text.h"
#include "model/entities/catalog.h"
#include "model/exchange/sheet_writer.h"
#include "model/schema/extra_field.h"

#include <algorithm>

namespace model {

namespace {

constexpr double width_of_a_character = 8; // of a list's column, in DIPs
constexpr double usual_width = 16;

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

std::string hint_of(const FieldDef& field, const Translate& translate)
{
    std::vector<std::string> sentences;
    if (field.required)
        sentences.push_back(translate(msgid("Must be filled")));
    if (const auto how = how_to_fill(field, translate))
        sentences.push_back(render(*how, translate));
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

void write_template(
    const EntityDef& def, const std::filesystem::path& path, const Translate& translate)
{
    std::vector<SheetColumn> columns;
    for (const auto& field : def.fields) {
        if (field.type == Type::attachment)
            continue;
        columns.push_back({.head = (field.required ? "*" : "") + translate(field.label),
            .width = std::max(field.width / width_of_a_character, usual_width),
            .words = words_of(field, translate),
            .only_words = field.type != Type::set,
            .hint = hint_of(field, translate)});
    }
    create_sheet(path, columns, {.sheet = translate(def.plural)})->finish();
}

} // namespace model
