#include "model/exchange/type_codes.h"

#include "model/base/error.h"
#include "model/base/text.h"
#include "model/entities/item.h"
#include "model/entities/type_code.h"
#include "model/exchange/choice_words.h"

#include <algorithm>

namespace model {

namespace {

const ImportPlan::Source* types_of(const ImportPlan& plan)
{
    return plan.source("type");
}

/// As "03" or "A1", not as "行政许可".
bool is_code(std::string_view text)
{
    return !text.empty() && text.size() <= 8
        && std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string text_in(const SheetRow& row, std::size_t column)
{
    return column < row.cells.size() ? half_width(trimmed(row.cells[column].text)) : std::string();
}

/// What a code goes with in the rows of a sheet: one type, or several.
struct Companion {
    std::string meaning;
    bool differs = false;
};

} // namespace

TypeCodes type_codes_of(RecordStore& store)
{
    TypeCodes codes;
    for (const auto& record : store.select({.def = &def_of<TypeCode>()})) {
        const auto code = half_width(trimmed(to_text(record["code"])));
        if (!code.empty() && !is_empty(record["type"]))
            codes.emplace(code, to_text(record["type"]));
    }
    return codes;
}

TypeCodes learn_type_codes(const ImportPlan& plan, const std::vector<SheetRow>& rows,
    const std::vector<Translate>& languages)
{
    const auto* source = types_of(plan);
    if (!source || source->columns.size() < 2)
        return {};
    ChoiceWords words(languages);
    const auto& choices = source->field->choices;
    std::map<std::string, Companion> companions;
    for (const auto& row : rows) {
        std::string code;
        const std::string* meaning = nullptr;
        for (const auto column : source->columns) {
            const auto text = text_in(row, column);
            if (is_code(text) && code.empty())
                code = text;
            else if (!text.empty() && !is_code(text) && !meaning)
                meaning = words.code(choices, text);
        }
        if (code.empty() || !meaning)
            continue;
        const auto [found, is_first] = companions.try_emplace(code, Companion{*meaning});
        found->second.differs = found->second.differs || found->second.meaning != *meaning;
    }
    TypeCodes codes;
    for (const auto& [code, companion] : companions) {
        const auto* ours = words.code(choices, code);
        if (!companion.differs && (!ours || *ours != companion.meaning))
            codes.emplace(code, companion.meaning);
    }
    return codes;
}

void put_type_codes(const ImportPlan& plan, SheetRow& row, const TypeCodes& codes)
{
    const auto* source = codes.empty() ? nullptr : types_of(plan);
    if (!source)
        return;
    for (const auto column : source->columns)
        if (const auto found = codes.find(text_in(row, column)); found != codes.end())
            row.cells[column] = {found->second, Cell::Kind::text};
}

std::vector<TypeCodeUse> type_codes_used(const ImportPlan& plan, const std::vector<SheetRow>& rows,
    const TypeCodes& codes, const std::vector<Translate>& languages)
{
    const auto* source = types_of(plan);
    if (!source)
        return {};
    std::map<std::string, int> counts;
    for (const auto& row : rows)
        for (const auto column : source->columns)
            if (const auto text = text_in(row, column); is_code(text))
                ++counts[text];
    ChoiceWords words(languages);
    std::vector<TypeCodeUse> used;
    for (const auto& [code, rows_with] : counts) {
        const auto said = codes.find(code);
        const auto* ours = words.code(source->field->choices, code);
        used.push_back({code, rows_with,
            said != codes.end() ? said->second
                : ours          ? *ours
                                : std::string()});
    }
    std::ranges::stable_sort(used, {}, [](const TypeCodeUse& use) { return use.code.size(); });
    return used;
}

TypeCodes parse_type_codes(const std::string& text, const std::vector<Translate>& languages)
{
    ChoiceWords words(languages);
    const auto& choices = def_of<Item>().find("type")->choices;
    TypeCodes codes;
    for (const auto& pair : split(text, ',')) {
        const auto sign = pair.find('=');
        const auto* ours = sign == std::string::npos
            ? nullptr
            : words.code(choices, trimmed(std::string_view(pair).substr(sign + 1)));
        if (!ours)
            throw UsageError({msgid("“{1}” gives no item type: write the sheet's code and ours, "
                                    "such as 03=02; ours are {2}"),
                {pair, words.labels(choices)}});
        codes[half_width(trimmed(pair.substr(0, sign)))] = *ours;
    }
    return codes;
}

} // namespace model
