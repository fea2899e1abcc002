#include "model/listing/cross_field.h"

#include "model/base/text.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

using By = CrossField::By;

bool is_day(const FieldDef& field)
{
    return field.type == Type::date;
}

bool parts(const FieldDef& field)
{
    return !field.personal && !field.long_text && field.type != Type::attachment;
}

bool is_summed(const FieldDef& field)
{
    return !field.personal && (field.type == Type::integer || field.type == Type::decimal);
}

/// Of a register reached by a reference, what is worth a line: its texts are names and numbers of
/// single records.
bool parts_from_afar(const FieldDef& field)
{
    return parts(field) && field.type != Type::text;
}

const FieldDef* field_called(
    const EntityDef& def, const std::string& name, const Translate& translate)
{
    if (const auto* found = def.find(name))
        return found;
    const auto wanted = folded(name);
    for (const auto& field : def.fields)
        if (folded(translate(field.label)) == wanted || folded(field.label) == wanted)
            return &field;
    return nullptr;
}

const FieldDef& field_of(const EntityDef& def, const std::string& name, const Translate& translate)
{
    if (const auto* found = field_called(def, name, translate))
        return *found;
    std::vector<std::string> names;
    for (const auto& field : def.fields)
        if (parts(field))
            names.push_back(translate(field.label) + " (" + std::string(field.name) + ')');
    throw UsageError({msgid("There is no field called \"{1}\" here; the fields are: {2}"),
        {name, join(names, ", ")}});
}

constexpr std::array<std::pair<std::string_view, By>, 3> ways{
    {{"day", By::value}, {"month", By::month}, {"year", By::year}}};

/// Only days have all three; a month has a year.
bool fits(const FieldDef& field, By by)
{
    return by == By::value || is_day(field) || (field.type == Type::month && by == By::year);
}

By way_of(const FieldDef& field, const std::string& word)
{
    const auto found = std::ranges::find(ways, word, &std::pair<std::string_view, By>::first);
    if (found == ways.end() || !(is_day(field) || field.type == Type::month))
        throw UsageError(
            {msgid("“{1}” is no way to part a field: days go by :day, :month or :year, "
                   "months by :month or :year"),
                {word}});
    return fits(field, found->second) ? found->second : By::value;
}

/// The ways in which lists of choices offer the field.
std::vector<By> ways_of(const FieldDef& field)
{
    if (is_day(field))
        return {By::month, By::year};
    if (field.type == Type::month)
        return {By::value, By::year};
    return {By::value};
}

std::string dotted(const CrossField& crossed)
{
    return (crossed.reference ? std::string(crossed.reference->name) + '.' : std::string())
        + std::string(crossed.field->name);
}

/// From the first day of the month or year up to the next one's.
std::string days_filter(const std::string& path, const CrossKey& key, By by)
{
    constexpr int last_month = 12;
    const int year = std::stoi(key.substr(0, 4));
    const auto first_of = [](int of_year, int month) {
        return to_iso(Date(std::chrono::year(of_year),
            std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(1)));
    };
    int month = by == By::month ? std::stoi(key.substr(5)) : last_month;
    const auto from = first_of(year, by == By::month ? month : 1);
    const auto to = month == last_month ? first_of(year + 1, 1) : first_of(year, month + 1);
    return path + ">=" + from + " and " + path + '<' + to;
}

/// A code that this version does not know is no choice of the filter, but part of what is none.
std::string unknown_choice_filter(
    const std::string& path, const FieldDef& field, const CrossKey& key)
{
    std::vector<std::string> known;
    for (const auto& choice : field.choices)
        known.push_back(filter_word(choice.code));
    return path + '~' + filter_word(key)
        + (known.empty() ? std::string() : " and not " + path + " in (" + join(known, ", ") + ')');
}

} // namespace

std::string to_text(const CrossField& crossed)
{
    const auto path = dotted(crossed);
    if (crossed.by == By::month)
        return path + ":month";
    if (crossed.by == By::year)
        return path + ":year";
    return is_day(*crossed.field) ? path + ":day" : path;
}

std::string label_of(const CrossField& crossed, const Translate& translate)
{
    auto label = translate(crossed.field->label);
    if (crossed.reference)
        label =
            render({msgid("{1}: {2}"), {translate(crossed.reference->label), label}}, translate);
    if (crossed.by == By::month)
        return render({msgid("{1} (by month)"), {label}}, translate);
    if (crossed.by == By::year)
        return render({msgid("{1} (by year)"), {label}}, translate);
    return label;
}

CrossField parse_cross_field(const std::string& text, const EntityDef& def, const Catalog& catalog,
    const Translate& translate)
{
    const auto colon = std::min(text.rfind(':'), text.size());
    const auto path = trimmed(std::string_view(text).substr(0, colon));
    const auto dot = std::min(path.find('.'), path.size());
    CrossField crossed{.field = &field_of(def, path.substr(0, dot), translate)};
    if (dot < path.size()) {
        crossed.reference = crossed.field;
        const auto* other = crossed.reference->type == Type::reference
            ? catalog.find(crossed.reference->refers_to)
            : nullptr;
        if (!other)
            throw UsageError({msgid("“{1}” leads to no other register: only references do"),
                {translate(crossed.reference->label)}});
        crossed.field = &field_of(*other, path.substr(dot + 1), translate);
    }
    for (const auto* field : {crossed.reference, crossed.field})
        if (field && !parts(*field))
            throw UsageError(
                {msgid("“{1}” is personal or a long text: records are not counted by it"),
                    {translate(field->label)}});
    if (colon < text.size())
        crossed.by = way_of(*crossed.field, trimmed(std::string_view(text).substr(colon + 1)));
    else if (is_day(*crossed.field))
        crossed.by = By::month;
    return crossed;
}

std::vector<CrossField> cross_fields(const EntityDef& def, const Catalog& catalog)
{
    std::vector<CrossField> all;
    const auto add = [&](const FieldDef* reference, const FieldDef& field) {
        for (const auto by : ways_of(field))
            all.push_back({reference, &field, by});
    };
    for (const auto& field : def.fields)
        if (parts(field))
            add(nullptr, field);
    for (const auto& reference : def.fields) {
        const auto* other = reference.type == Type::reference && parts(reference)
            ? catalog.find(reference.refers_to)
            : nullptr;
        if (!other || other->hidden || other->reach == Reach::restricted)
            continue;
        for (const auto& field : other->fields)
            if (parts_from_afar(field))
                add(&reference, field);
    }
    return all;
}

std::vector<const FieldDef*> summed_fields(const EntityDef& def)
{
    std::vector<const FieldDef*> all;
    for (const auto& field : def.fields)
        if (is_summed(field))
            all.push_back(&field);
    return all;
}

const FieldDef& parse_summed_field(
    const std::string& text, const EntityDef& def, const Translate& translate)
{
    const auto& field = field_of(def, text, translate);
    if (!is_summed(field))
        throw UsageError(
            {msgid("“{1}” is no number that can be added up"), {translate(field.label)}});
    return field;
}

std::string filter_for(const CrossField& crossed, const CrossKey& key)
{
    const auto& field = *crossed.field;
    const auto path = dotted(crossed);
    if (key.empty())
        return path + '=';
    if (crossed.by != By::value && is_day(field))
        return days_filter(path, key, crossed.by);
    if (crossed.by == By::year)
        return path + ">=" + key + "-01 and " + path + "<=" + key + "-12";
    if (field.type == Type::boolean)
        return path + (key == "1" ? "=yes" : "=no");
    if (field.type == Type::choice && !label_of(field.choices, key))
        return unknown_choice_filter(path, field, key);
    return path + '=' + filter_word(key);
}

} // namespace model
