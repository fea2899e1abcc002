#include "model/store/filter_terms.h"

#include "model/base/text.h"
#include "model/store/cells.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

constexpr std::array<std::string_view, 7> signs{"=", "!=", "<", "<=", ">", ">=", "~"};

std::string column(const FieldDef& field)
{
    return "t." + quoted(field.name);
}

[[noreturn]] void cannot(const FieldDef& field, Compare compare)
{
    throw UsageError({msgid("{1} makes no sense with the field {2}"),
        {std::string(sign_of(compare)), std::string(field.name)}});
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// The ways in which a text may have been entered: as typed here, in half width, and in half width
/// but for the brackets and commas, which a Chinese keyboard makes full-width.
std::vector<std::string> spellings(const std::string& text)
{
    const auto narrow = half_width(text);
    auto wide = narrow;
    for (const auto& [half, full] : {std::pair{"(", "（"}, {")", "）"}, {",", "，"}})
        wide = replaced(wide, half, full);
    std::vector<std::string> all{text, narrow, wide};
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::string pattern(const std::string& text)
{
    std::string escaped = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\')
            escaped += '\\';
        escaped += c;
    }
    return escaped + '%';
}

/// LIKE has no regard to the case of ASCII letters.
FilterTerm contains_term(const std::string& what, const std::string& text)
{
    FilterTerm term;
    for (const auto& spelling : spellings(text)) {
        term.sql += (term.sql.empty() ? "(" : " OR ") + what + " LIKE ? ESCAPE '\\'";
        term.arguments.emplace_back(pattern(spelling));
    }
    term.sql += ')';
    return term;
}

FilterTerm value_term(const std::string& what, Compare compare, Value value)
{
    // IS NOT, so that what is not even filled in is unequal too.
    const auto sign = compare == Compare::unequal ? "IS NOT" : std::string(sign_of(compare));
    return {what + ' ' + sign + " ?", {std::move(value)}};
}

FilterTerm any_of(std::vector<FilterTerm> terms)
{
    FilterTerm any;
    for (auto& term : terms) {
        any.sql += (any.sql.empty() ? "(" : " OR ") + term.sql;
        std::ranges::move(term.arguments, std::back_inserter(any.arguments));
    }
    any.sql = any.sql.empty() ? "0" : any.sql + ')';
    return any;
}

Message what_is_wrong(const FieldDef& field, const std::string& text)
{
    switch (field.type) {
    case Type::integer:
        return {msgid("\"{1}\" is no whole number"), {text}};
    case Type::decimal:
        return {msgid("\"{1}\" is no number with at most {2} decimal places"),
            {text, std::to_string(field.scale)}};
    case Type::date:
        return {msgid("\"{1}\" is no date: write it like 2024-01-31"), {text}};
    case Type::month:
        return {msgid("\"{1}\" is no month: write it like 2024-01"), {text}};
    case Type::time_of_day:
        return {msgid("\"{1}\" is no time of day: write it like 08:30"), {text}};
    default:
        return {msgid("\"{1}\" is no value for the field {2}"), {text, std::string(field.name)}};
    }
}

FilterTerm ordered_term(const FieldDef& field, Compare compare, const std::string& text)
{
    if (compare == Compare::contains) {
        if (field.type == Type::decimal) // kept as a whole number of its smallest parts
            cannot(field, compare);
        return contains_term(column(field), text);
    }
    auto value = parse_value(field.type, text, field.scale);
    if (!value)
        throw UsageError(what_is_wrong(field, text));
    return value_term(column(field), compare, std::move(*value));
}

FilterTerm boolean_term(
    const FieldDef& field, Compare compare, const std::string& text, const FilterWorld& world)
{
    if (compare != Compare::equal && compare != Compare::unequal)
        cannot(field, compare);
    const auto word = folded(text);
    const auto is_one_of = [&](const char* label, std::initializer_list<std::string_view> words) {
        return word == folded(world.translate(label))
            || std::ranges::find(words, word) != words.end();
    };
    if (is_one_of(msgid("yes"), {"yes", "true", "1", "是"}))
        return value_term(column(field), compare, true);
    if (is_one_of(msgid("no"), {"no", "false", "0", "否"}))
        return value_term(column(field), compare, false);
    throw UsageError({msgid("\"{1}\" is neither yes nor no"), {text}});
}

/// The codes that the text names: itself, or those with that label; with `part`, those whose label
/// holds it.
std::vector<std::string> codes_of(
    const FieldDef& field, const std::string& text, bool part, const FilterWorld& world)
{
    std::vector<std::string> codes;
    for (const auto& choice : field.choices) {
        const auto label = folded(world.translate(choice.label));
        if (choice.code == text || label == folded(text)
            || (part && label.find(folded(text)) != std::string::npos))
            codes.emplace_back(choice.code);
    }
    return codes;
}

std::string labels(const FieldDef& field, const FilterWorld& world)
{
    std::vector<std::string> all;
    for (const auto& choice : field.choices)
        all.push_back(std::string(choice.code) + " (" + world.translate(choice.label) + ')');
    return join(all, ", ");
}

FilterTerm choice_term(
    const FieldDef& field, Compare compare, const std::string& text, const FilterWorld& world)
{
    const bool is_part = compare == Compare::contains;
    if (!is_part && compare != Compare::equal && compare != Compare::unequal)
        cannot(field, compare);
    std::vector<FilterTerm> terms;
    for (const auto& code : codes_of(field, text, is_part, world))
        terms.push_back(value_term(column(field), Compare::equal, code));
    if (is_part)
        terms.push_back(contains_term(column(field), text)); // a code of a newer version too
    if (terms.empty())
        throw UsageError(
            {msgid("\"{1}\" is none of the choices: {2}"), {text, labels(field, world)}});
    auto term = any_of(std::move(terms));
    return compare == Compare::unequal ? negated(std::move(term)) : term;
}

FilterTerm set_term(
    const FieldDef& field, Compare compare, const std::string& text, const FilterWorld& world)
{
    const bool is_part = compare == Compare::contains;
    if (!is_part && compare != Compare::equal && compare != Compare::unequal)
        cannot(field, compare);
    auto words = codes_of(field, text, is_part, world);
    if (words.empty())
        words.push_back(text); // sets may hold words of their own
    std::vector<FilterTerm> terms;
    for (const auto& word : words)
        terms.push_back({"instr(',' || " + column(field) + " || ',', ?) > 0", {',' + word + ','}});
    if (is_part)
        terms.push_back(contains_term(column(field), text));
    auto term = any_of(std::move(terms));
    return compare == Compare::unequal ? negated(std::move(term)) : term;
}

/// The ids of the records of an entity whose title compares so; a title that is itself a reference
/// is followed.
FilterTerm titled_term(const EntityDef& def, Compare compare, const std::string& text,
    const FilterWorld& world, int depth)
{
    constexpr int deepest = 3;
    const auto alias = "r" + std::to_string(depth);
    const auto title = alias + '.' + quoted(def.title);
    const auto* field = def.find(def.title);
    const auto* other = field && field->type == Type::reference && depth < deepest
        ? world.catalog.find(field->refers_to)
        : nullptr;
    FilterTerm term;
    if (other) {
        term = titled_term(*other, compare, text, world, depth + 1);
        term.sql = title + " IN " + term.sql;
    } else {
        term = compare == Compare::contains ? contains_term(title, text)
                                            : value_term(title, Compare::equal, text);
    }
    term.sql = "(SELECT rec.id FROM " + quoted(def.name) + " AS " + alias
        + " JOIN rec USING (rid) WHERE " + term.sql + ')';
    return term;
}

FilterTerm reference_term(
    const FieldDef& field, Compare compare, const std::string& text, const FilterWorld& world)
{
    if (compare != Compare::equal && compare != Compare::unequal && compare != Compare::contains)
        cannot(field, compare);
    if (const auto id = Uuid::parse(text); id && compare != Compare::contains)
        return value_term(column(field), compare, *id);
    const auto* other = world.catalog.find(field.refers_to);
    if (!other)
        cannot(field, compare);
    auto term = titled_term(*other, compare, text, world, 1);
    term.sql = column(field) + " IN " + term.sql;
    return compare == Compare::unequal ? negated(std::move(term)) : term;
}

} // namespace

std::optional<Compare> parse_compare(std::string_view sign)
{
    const auto found = std::ranges::find(signs, sign);
    if (found == signs.end())
        return std::nullopt;
    return static_cast<Compare>(found - signs.begin());
}

std::string_view sign_of(Compare compare)
{
    return signs.at(static_cast<std::size_t>(compare));
}

FilterTerm negated(FilterTerm term)
{
    term.sql = "NOT ifnull(" + term.sql + ", 0)";
    return term;
}

/// The inner table has the alias of the outer one, which its own terms do not ask for.
FilterTerm term_through(
    const FieldDef& reference, const EntityDef& other, const std::string& seen, FilterTerm term)
{
    term.sql = column(reference) + " IN (SELECT rec.id FROM " + quoted(other.name)
        + " AS t JOIN rec USING (rid) WHERE " + (seen.empty() ? seen : seen + " AND ") + '('
        + term.sql + "))";
    return term;
}

FilterTerm filled_term(const FieldDef& field, bool filled)
{
    return {column(field) + (filled ? " IS NOT NULL" : " IS NULL")};
}

FilterTerm compare_term(
    const FieldDef& field, Compare compare, const std::string& text, const FilterWorld& world)
{
    switch (field.type) {
    case Type::text:
    case Type::attachment:
        return compare == Compare::contains ? contains_term(column(field), text)
                                            : value_term(column(field), compare, text);
    case Type::integer:
    case Type::decimal:
    case Type::date:
    case Type::month:
    case Type::time_of_day:
        return ordered_term(field, compare, text);
    case Type::boolean:
        return boolean_term(field, compare, text, world);
    case Type::choice:
        return choice_term(field, compare, text, world);
    case Type::set:
        return set_term(field, compare, text, world);
    case Type::reference:
        return reference_term(field, compare, text, world);
    }
    cannot(field, compare);
}

} // namespace model
